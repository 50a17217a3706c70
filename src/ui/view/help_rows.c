/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/help_rows.h"

#include "search/row_match.h"
#include "text/fold.h"
#include "ui/ask/ask_command.h"
#include "ui/view/view.h"

#include <stdlib.h>

static struct str help_copy(struct help_rows *rows, struct str text)
{
	return (struct str){
		arena_copy_text(&rows->strings, text.ptr, text.len), text.len
	};
}

/* Adds a row; `says` is a message, with {NAME} of commands. */
static void help_add(struct help_rows *rows, const struct app *app,
                     enum command command, struct str sign, const char *says)
{
	struct buf text;

	buf_init(&text);
	command_add_text(&text, app->keymap, says);
	*ARRAY_ADD(rows->items, rows->count, rows->cap) =
		(struct help_row){ help_copy(rows, sign),
		                   help_copy(rows, buf_str(&text)), command };
	buf_release(&text);
}

static void help_add_head(struct help_rows *rows, struct str text)
{
	*ARRAY_ADD(rows->items, rows->count, rows->cap) =
		(struct help_row){ help_copy(rows, text), STR(""),
		                   COMMAND_NONE };
}

static void help_add_command(struct help_rows *rows, const struct app *app,
                             enum command command)
{
	struct buf keys;

	buf_init(&keys);
	command_add_keys(&keys, app->keymap, command, SIZE_MAX);
	if (!keys.len) {
		buf_add_byte(&keys, ':');
		command_add_name(&keys, command);
	}
	help_add(rows, app, command, buf_str(&keys),
	         _(command_help_untranslated(command)));
	buf_release(&keys);
}

/* The hints of a view, all of them, whatever the room at its foot. */
static void help_add_view(struct help_rows *rows, const struct app *app,
                          const struct view *view)
{
	struct buf text;

	buf_init(&text);
	/* TRANSLATORS: name of a view: Page, List, ... */
	buf_addf(&text, _("In this view: %s"), _(view->title));
	help_add_head(rows, buf_str(&text));
	for (size_t i = 0; i < VIEW_HINTS_MAX && view->hints[i].label; i++) {
		const struct hint *hint = &view->hints[i];

		buf_clear(&text);
		command_add_keys(&text, app->keymap, hint->command, 1);
		if (hint->other != COMMAND_NONE) {
			buf_add_byte(&text, ' ');
			command_add_keys(&text, app->keymap, hint->other, 1);
		}
		if (text.len)
			help_add(rows, app, hint->command, buf_str(&text),
			         _(hint->label));
	}
	buf_release(&text);
}

static void help_add_tasks(struct help_rows *rows, const struct app *app)
{
	for (int task = 0; task < TASK_COUNT; task++) {
		help_add_head(
			rows,
			str_from(_(task_title_untranslated((enum task)task))));
		for (int i = 0; i < COMMAND_COUNT; i++)
			if (command_task((enum command)i) == (enum task)task)
				help_add_command(rows, app, (enum command)i);
	}
}

struct help_sign {
	const char *sign, *says; /* untranslated */
};

static void help_add_signs(struct help_rows *rows, const struct app *app,
                           const struct help_sign *signs, size_t count)
{
	for (size_t i = 0; i < count; i++)
		help_add(rows, app, COMMAND_NONE, str_from(_(signs[i].sign)),
		         _(signs[i].says));
}

/* What is typed behind the key of the prompt. */
static void help_add_prompt(struct help_rows *rows, const struct app *app)
{
	static const struct help_sign forms[] = {
		{ ":12", N_("article 12") },
		{ ":p12", N_("page 12") },
		{ ":40%", N_("so far down what is shown") },
		{ ":w FILE", N_("save to that file") },
		{ ":e FILE", N_("open that file beside the others") },
		{ ":next-article", N_("any command, by its name") },
	};
	struct buf text;

	buf_init(&text);
	app_add_text(&text, app, _("Typed behind {PROMPT}"));
	help_add_head(rows, buf_str(&text));
	help_add_signs(rows, app, forms, ARRAY_LEN(forms));
	for (size_t i = 0; i < ask_command_short_count(); i++) {
		enum command command;
		const char *name = ask_command_short(i, &command);

		buf_clear(&text);
		buf_addf(&text, ":%s", name);
		help_add(rows, app, command, buf_str(&text),
		         _(command_help_untranslated(command)));
	}
	buf_release(&text);
}

static void help_add_mouse(struct help_rows *rows, const struct app *app)
{
	static const struct help_sign with[] = {
		{ N_("click"), N_("goes there; does a key that is shown") },
		{ N_("again"), N_("opens it; in the help, does it") },
		{ N_("wheel"), N_("scrolls what it is on") },
		{ "Shift",
		  N_("held: the terminal marks text, as without a mouse") },
	};
	static const struct help_sign without[] = {
		{ "--mouse", N_("clicks and the wheel are taken; the terminal "
		                "marks text then while Shift is held") },
	};

	help_add_head(rows, str_from(_("Mouse")));
	if (app->settings.mouse)
		help_add_signs(rows, app, with, ARRAY_LEN(with));
	else
		help_add_signs(rows, app, without, ARRAY_LEN(without));
}

static void help_add_others(struct help_rows *rows, const struct app *app)
{
	static const struct help_sign signs[] = {
		{ "?", N_("a guess: {FACTS} says what else it may be") },
		{ "▸", N_("the cursor's line") },
		{ "2/7", N_("the second of seven articles, or of hits") },
		{ "2/7+",
		  N_("and there may be more: pages are still being read") },
		{ "〓", N_("what cannot be read") },
		{ "12 …", N_("a number before a key: the article of that "
		             "number for {OPEN}, a page for {NEXT_PAGE}, or so "
		             "many times") },
		{ "／ ？ 【",
		  N_("full-width keys of an input method work too") },
	};

	help_add_head(rows, str_from(_("Signs and numbers")));
	help_add_signs(rows, app, signs, ARRAY_LEN(signs));
}

void help_rows_init(struct help_rows *rows, struct app *app, enum view_id from)
{
	*rows = (struct help_rows){ 0 };
	arena_init(&rows->strings);
	if (from != VIEW_NONE)
		help_add_view(rows, app, view_of(from));
	help_add_tasks(rows, app);
	help_add_prompt(rows, app);
	help_add_mouse(rows, app);
	help_add_others(rows, app);
}

void help_rows_release(struct help_rows *rows)
{
	free(rows->items);
	arena_release(&rows->strings);
}

bool help_rows_is_head(const struct help_rows *rows, size_t row)
{
	return !rows->items[row].says.len;
}

static bool help_row_fits(struct row_match *matcher, const struct help_row *row)
{
	const struct str texts[] = { row->sign, row->says };

	return row->says.len &&
	       row_match_fits(matcher, texts, ARRAY_LEN(texts));
}

size_t help_rows_find(const struct help_rows *rows, struct str pattern,
                      size_t from, int by)
{
	struct row_match *matcher = row_match_new(pattern);
	size_t at = from, found = NPOS;

	if (from == NPOS)
		at = by > 0 ? rows->count - 1 : 0;
	for (size_t i = 0; i < rows->count && found == NPOS; i++) {
		at = by > 0 ? (at + 1) % rows->count
		            : (at + rows->count - 1) % rows->count;
		if (help_row_fits(matcher, &rows->items[at]))
			found = at;
	}
	row_match_free(matcher);
	return found;
}

struct range help_rows_match(struct str text, struct str pattern)
{
	struct fold_marks marks = { 0 };
	struct fold_walk walk = { 0 };
	struct fold_origin origin;
	struct range range = { 0, 0 };
	struct buf folded, part;
	size_t at;

	buf_init(&folded);
	buf_init(&part);
	fold_add(&folded, text, &marks);
	fold_add(&part, pattern, NULL);
	at = part.len ? str_find(buf_str(&folded), buf_str(&part), 0) : NPOS;
	if (at != NPOS) {
		origin = fold_origin(&walk, &marks, at, part.len);
		range = (struct range){ origin.start, origin.end };
	}
	buf_release(&folded);
	buf_release(&part);
	free(marks.items);
	return range;
}
