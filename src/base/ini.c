/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/ini.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <ini.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

/* Stands for a ; that the library must not see.  No line with a control character is
 * given to it. */
#define HIDDEN_SEMICOLON '\x1f'

struct ini_text {
	struct str *lines; /* owned; of the text, without line ends */
	bool *is_wrong;    /* owned; for each line */
	size_t count, cap;
	size_t at;          /* lines that the library was given */
	size_t wrong_count; /* lines that were told to be wrong */
	struct diags *diags;
	void (*take)(void *to, const struct ini_entry *entry); /* NULL: none */
	void *to;
};

struct diag ini_place(const struct ini_entry *entry, struct str part,
                      enum diag_level level)
{
	return (struct diag){
		.level = level,
		.line = entry->line,
		.column = diag_column(entry->text,
		                      (size_t)(part.ptr - entry->text.ptr)),
	};
}

void ini_note_once(const struct ini_entry *entry, struct diags *diags,
                   size_t *line)
{
	if (*line)
		diags_add(diags, ini_place(entry, entry->name, DIAG_WARNING),
		          _("'%.*s' stands in line %zu, too; this one counts"),
		          (int)entry->name.len, entry->name.ptr, *line);
	*line = entry->line;
}

/* White space as INI has it: no more than ASCII. */
static struct str ini_trim(struct str text)
{
	while (text.len && (text.ptr[0] == ' ' || text.ptr[0] == '\t')) {
		text.ptr++;
		text.len--;
	}
	while (text.len && (text.ptr[text.len - 1] == ' ' ||
	                    text.ptr[text.len - 1] == '\t'))
		text.len--;
	return text;
}

static void ini_wrong(struct ini_text *ini, size_t line, size_t column,
                      const char *sentence)
{
	ini->is_wrong[line] = true;
	ini->wrong_count++;
	diags_add(ini->diags,
	          (struct diag){ .level = DIAG_ERROR,
	                         .line = line + 1,
	                         .column = column },
	          "%s", sentence);
}

/* Told at most once, whichever pass finds it. */
static void ini_wrong_length(struct ini_text *ini, size_t line, int most_bytes)
{
	struct buf sentence;

	buf_init(&sentence);
	buf_addf(&sentence,
	         i18n_plural("This line is too long; %d byte may be in it",
	                     "This line is too long; %d bytes may be in it",
	                     (size_t)most_bytes),
	         most_bytes);
	ini_wrong(ini, line, 1, sentence.ptr);
	buf_release(&sentence);
}

/* Tells of a line that is no text. */
static void ini_check_bytes(struct ini_text *ini, size_t line)
{
	struct str text = ini->lines[line];
	const uint8_t *bad = u8_check((const uint8_t *)text.ptr, text.len);
	size_t at = 0;

	while (at < text.len &&
	       ((unsigned char)text.ptr[at] >= ' ' || text.ptr[at] == '\t') &&
	       text.ptr[at] != '\x7f')
		at++;
	if (bad)
		ini_wrong(ini, line, 1, _("This line is no UTF-8"));
	else if (at < text.len)
		ini_wrong(ini, line, diag_column(text, at),
		          _("There is a control character in this line"));
}

static void ini_split(struct ini_text *ini, struct str text)
{
	const struct str bom = STR("\xef\xbb\xbf");

	if (str_starts(text, bom))
		text = str_slice(text, bom.len, text.len);
	while (text.len) {
		size_t end = str_find(text, STR("\n"), 0);
		struct str line =
			str_slice(text, 0, end == NPOS ? text.len : end);

		text = str_slice(text, end == NPOS ? text.len : end + 1,
		                 text.len);
		if (str_ends(line, STR("\r")))
			line.len--;
		*ARRAY_ADD(ini->lines, ini->count, ini->cap) = line;
	}
	ini->is_wrong = mem_alloc(ini->count);
	for (size_t i = 0; i < ini->count; i++)
		ini_check_bytes(ini, i);
}

static bool ini_is_comment(struct str line)
{
	return line.len && (line.ptr[0] == '#' || line.ptr[0] == ';');
}

/* The next line for the library, which has room for `room_bytes`; blank where nothing
 * of it is to be read. */
static char *ini_give_line(char *room, int room_bytes, void *context)
{
	struct ini_text *ini = context;
	size_t index = ini->at;
	struct str line;
	int most_bytes = room_bytes - 2;

	if (index == ini->count)
		return NULL;
	ini->at++;
	line = ini_trim(ini->lines[index]);
	if (ini->is_wrong[index] || ini_is_comment(line))
		line.len = 0;
	if (line.len > (size_t)most_bytes) {
		ini_wrong_length(ini, index, most_bytes);
		line.len = 0;
	}
	if (line.len)
		memcpy(room, line.ptr, line.len);
	for (size_t i = 0; i < line.len; i++)
		if (room[i] == ';')
			room[i] = HIDDEN_SEMICOLON;
	memcpy(room + line.len, "\n", sizeof "\n");
	return room;
}

/* The value of a line by its length, behind the mark that ends the name. */
static struct str ini_value(struct str line, size_t bytes)
{
	size_t at = 0;

	while (line.ptr[at] != '=' && line.ptr[at] != ':')
		at++;
	line = ini_trim(str_slice(line, at + 1, line.len));
	return str_slice(line, 0, bytes < line.len ? bytes : line.len);
}

static int ini_take(void *context, const char *section, const char *name,
                    const char *value)
{
	struct ini_text *ini = context;
	struct str text = ini->lines[ini->at - 1];
	struct str line = ini_trim(text);
	struct ini_entry entry = {
		.section = str_from(section),
		.text = text,
		.line = ini->at,
	};

	/* Some builds of the library tell of sections, too. */
	if (!ini->take || !name || !value)
		return 1;
	entry.name = str_slice(line, 0, strlen(name));
	entry.value = ini_value(line, strlen(value));
	ini->take(ini->to, &entry);
	return 1;
}

/* Tells of the lines that the library cannot read; it names the first one only, which is
 * left out then. */
static void ini_check_lines(struct ini_text *ini)
{
	int line;

	while (ini->wrong_count <= INI_WRONG_MOST &&
	       (line = ini_parse_stream(ini_give_line, ini, ini_take, ini)) >
	               0) {
		struct str text = ini->lines[line - 1];

		ini_wrong(ini, (size_t)line - 1,
		          diag_column(text,
		                      (size_t)(ini_trim(text).ptr - text.ptr)),
		          _("This line is none of NAME = VALUE, [SECTION] and "
		            "a comment behind #"));
		ini->at = 0;
	}
	ini->at = 0;
}

void ini_read(struct str text, struct diags *diags,
              void (*take)(void *to, const struct ini_entry *entry), void *to)
{
	struct ini_text ini = { .diags = diags, .to = to };

	ini_split(&ini, text);
	ini_check_lines(&ini);
	ini.take = take;
	if (ini.wrong_count <= INI_WRONG_MOST)
		ini_parse_stream(ini_give_line, &ini, ini_take, &ini);
	else
		diags_add(
			diags, (struct diag){ .level = DIAG_ERROR },
			i18n_plural("More than %d line is wrong, so none is "
		                    "read",
		                    "More than %d lines are wrong, so none is "
		                    "read",
		                    INI_WRONG_MOST),
			INI_WRONG_MOST);
	free(ini.lines);
	free(ini.is_wrong);
}
