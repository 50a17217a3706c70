/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/ask_command.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/utf8.h"
#include "ui/ask/ask_open.h"
#include "ui/ask/ask_save.h"
#include "ui/ask/path_completion.h"
#include "ui/key.h"
#include "ui/navigate.h"

#define NUMBER_MOST 99999

/* Names beside those of the commands, as in less and vim. */
static const struct {
	const char *name;
	enum command command;
} short_names[] = {
	{ "bd", COMMAND_CLOSE_ISSUE }, { "e", COMMAND_OPEN_FILE },
	{ "ls", COMMAND_ISSUES },      { "n", COMMAND_NEXT_ISSUE },
	{ "p", COMMAND_PREV_ISSUE },   { "q", COMMAND_LEAVE },
	{ "quit", COMMAND_LEAVE },     { "h", COMMAND_HELP },
	{ "w", COMMAND_EXPORT },
};

size_t ask_command_short_count(void)
{
	return ARRAY_LEN(short_names);
}

const char *ask_command_short(size_t index, enum command *command)
{
	*command = short_names[index].command;
	return short_names[index].name;
}

/* Saves to a file, as if its name had been typed where saving asks for it. */
static void command_save(struct app *app, struct str path)
{
	ask_save_marked(app);
	if (app->asking != ASK_FILE)
		return;
	line_editor_set(&app->prompt, path);
	ask_save_key(app, PRESS_ENTER);
}

/* What is done with the file of "w FILE". */
static const struct file_command {
	char letter;
	enum path_purpose purpose;
	void (*act)(struct app *app, struct str path);
} file_commands[] = {
	{ 'e', PATH_TO_OPEN, ask_open_typed },
	{ 'w', PATH_TO_SAVE, command_save },
};

/* The command of "w FILE", whose file is from byte *start on; NULL: the line is not of
 * that form. */
static const struct file_command *command_of_file(struct str line,
                                                  size_t *start)
{
	if (line.len < 2 || line.ptr[1] != ' ')
		return NULL;
	for (*start = 1; *start < line.len && line.ptr[*start] == ' ';)
		++*start;
	for (size_t i = 0; i < ARRAY_LEN(file_commands); i++)
		if (file_commands[i].letter == line.ptr[0])
			return &file_commands[i];
	return NULL;
}

static bool command_begins(struct str name, struct str typed)
{
	return typed.len <= name.len &&
	       str_equal(str_slice(name, 0, typed.len), typed);
}

/* Finds names of commands that begin with what is typed, or files. */
static void command_complete(void *about, struct str line, size_t cursor,
                             struct completions *found)
{
	struct str typed = str_slice(line, 0, cursor);
	const struct file_command *of_file;
	size_t start;

	(void)about;
	of_file = command_of_file(typed, &start);
	if (of_file) {
		path_completion_find(found, line, start, cursor,
		                     of_file->purpose);
		return;
	}
	found->start = 0;
	for (int i = 0; i < COMMAND_COUNT; i++) {
		struct buf name;

		buf_init(&name);
		command_add_name(&name, (enum command)i);
		if (command_begins(buf_str(&name), typed))
			completions_add(found, buf_str(&name), buf_str(&name));
		buf_release(&name);
	}
	completions_sort(found);
}

void ask_command(struct app *app)
{
	app_ask(app, ASK_COMMAND, STR(""));
	line_editor_complete_by(&app->prompt,
	                        (struct completer){ command_complete, NULL });
}

/* Appends the text with full-width forms as the characters that they stand for. */
static void command_fold(struct buf *out, struct str text)
{
	ucs4_t c;

	for (size_t at = 0; at < text.len;) {
		at += utf8_next(text, at, &c);
		buf_add_uc(out, key_plain(c));
	}
}

/* "40%", "p12", "12": goes there.  False: it is none of them. */
static bool command_goes(struct app *app, struct str typed)
{
	bool percent = typed.len > 1 && typed.ptr[typed.len - 1] == '%';
	bool page = typed.len > 1 && typed.ptr[0] == 'p';
	size_t number = number_read(
		str_trim(str_slice(typed, page, typed.len - percent)),
		NUMBER_MOST);

	if (!number || (percent && (page || number > 100)))
		return false;
	if (percent)
		navigate_to_percent(app, (int)number);
	else if (page)
		navigate_to_page(app, number);
	else
		navigate_to_article(app, number);
	return true;
}

static enum command command_meant(struct str typed)
{
	for (size_t i = 0; i < ARRAY_LEN(short_names); i++)
		if (str_equal(typed, str_from(short_names[i].name)))
			return short_names[i].command;
	return command_named(typed);
}

static void command_accept(struct app *app)
{
	const struct file_command *of_file;
	struct buf folded, line;
	size_t start;

	buf_init(&folded);
	buf_init(&line);
	buf_add(&line, str_trim(buf_str(&app->prompt.text)));
	command_fold(&folded, buf_str(&line));
	app->asking = ASK_NOTHING;
	of_file = command_of_file(buf_str(&line), &start);
	if (of_file)
		of_file->act(app, str_slice(buf_str(&line), start, line.len));
	else if (line.len && !command_goes(app, buf_str(&folded)) &&
	         command_meant(buf_str(&folded)) == COMMAND_NONE)
		app_complain(app, _("There is no command %s"), line.ptr);
	else if (line.len)
		app_do_next(app, command_meant(buf_str(&folded)));
	buf_release(&line);
	buf_release(&folded);
}

void ask_command_key(struct app *app, uint32_t key)
{
	enum line_editor_result result = line_editor_key(&app->prompt, key);

	if (result == LINE_EDITOR_ACCEPTED)
		command_accept(app);
	else if (result == LINE_EDITOR_LEFT)
		app->asking = ASK_NOTHING;
}

void ask_add_command_aside(struct buf *out, struct app *app)
{
	if (!app->prompt.text.len)
		buf_add_c(out, _("12  p12  40%  export  quit"));
}
