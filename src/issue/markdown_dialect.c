/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/markdown_dialect.h"

#include <assert.h>
#include <string.h>

struct role_marks dialect_role_marks(enum role role)
{
	static const struct {
		const char *before, *after;
	} marks[ROLE_COUNT] = {
		[ROLE_KICKER] = { "*", "*" },
		[ROLE_HEAD] = { "# ", "" },
		[ROLE_DECK] = { "**", "**" },
		[ROLE_BYLINE] = { "*", "* <!-- byline -->" },
		[ROLE_SALUTATION] = { "", " <!-- salutation -->" },
		[ROLE_BODY] = { "", "" },
		[ROLE_ROW] = { ROW_MARK, "" },
		[ROLE_SUBHEAD] = { "## ", "" },
		[ROLE_NOTE] = { "*", "* <!-- note -->" },
		[ROLE_CAPTION] = { "*", "* <!-- caption -->" },
		[ROLE_CLOSING] = { "", " <!-- closing -->" },
		[ROLE_SIGNATURE] = { "", " <!-- signature -->" },
		[ROLE_DATE] = { "", " <!-- date -->" },
		[ROLE_QUOTE] = { "> ", "" },
		[ROLE_JUMP] = { "", " <!-- jump -->" },
		[ROLE_MASTHEAD] = { "", " <!-- masthead -->" },
		[ROLE_FOLIO] = { "", " <!-- folio -->" },
		[ROLE_EDITION_DATE] = { "", " <!-- edition -->" },
		[ROLE_EDITOR] = { "", " <!-- editor -->" },
		[ROLE_FURNITURE] = { "", " <!-- furniture -->" },
	};

	assert(role < ROLE_COUNT && marks[role].before);
	return (struct role_marks){ str_from(marks[role].before),
		                    str_from(marks[role].after) };
}

/* The byte of the . or ) that would make `text` an item of a numbered list; NPOS: none
 * does.  In CommonMark the number has one to nine digits. */
static size_t find_list_mark(struct str text)
{
	size_t i = 0;

	while (i < text.len && i < 10 && text.ptr[i] >= '0' &&
	       text.ptr[i] <= '9')
		i++;
	return i && i < 10 && i < text.len && strchr(".)", text.ptr[i]) ? i
	                                                                : NPOS;
}

void dialect_add_escaped(struct buf *out, struct str text)
{
	size_t list_mark = find_list_mark(text);

	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		bool first = i == 0 && strchr(ESCAPED_FIRST, c);

		if (c && (first || i == list_mark || strchr(ESCAPED, c)))
			buf_add_byte(out, '\\');
		buf_add_byte(out, c == '\n' || (c == '\f' && !i) ? ' ' : c);
	}
}

static void dialect_add_plain(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		buf_add_byte(out, c == '\n' || c == '\f' ? ' ' : c);
	}
}

/* Is the last paragraph a row of a table? */
static bool dialect_ends_in_row(struct str out)
{
	size_t start;

	if (!str_ends(out, STR("\n\n")))
		return false;
	for (start = out.len - 2; start && out.ptr[start - 1] != '\n'; start--)
		;
	return str_starts(str_slice(out, start, out.len), STR(ROW_MARK));
}

void dialect_add_passage(struct buf *out, enum role role, struct str text)
{
	struct role_marks frame = dialect_role_marks(role);
	bool goes_on = role == ROLE_ROW && dialect_ends_in_row(buf_str(out));

	/* Nothing is a mark in a block of code, and no blank line parts it. */
	if (goes_on)
		out->ptr[--out->len] = '\0';
	buf_add(out, frame.before);
	if (role == ROLE_ROW)
		dialect_add_plain(out, text);
	else
		dialect_add_escaped(out, text);
	buf_add(out, frame.after);
	buf_add_c(out, "\n\n");
}

/* Appends `name` and `value`; neither of them where the value is empty or would end the
 * comment or its line. */
static void add_value(struct buf *out, const char *name, struct str value)
{
	for (size_t i = 0; i < value.len; i++)
		if ((unsigned char)value.ptr[i] < ' ')
			return;
	if (!value.len || str_find(value, STR("--"), 0) != NPOS)
		return;
	buf_add_c(out, name);
	buf_add(out, value);
}

void dialect_add_article(struct buf *out, const struct article_mark *article)
{
	buf_add_c(out, ARTICLE_MARK);
	buf_add(out, article->kind);
	buf_addf(out, ARTICLE_PAGE "%zu%s", article->page,
	         article->is_later ? ARTICLE_LATER : "");
	if (article->printed.count)
		buf_add_c(out, ARTICLE_HEADS);
	for (size_t i = 0; i < article->printed.count; i++)
		buf_addf(out, " %d", article->printed.at[i] + 1);
	add_value(out, ARTICLE_DATE, article->date);
	add_value(out, ARTICLE_LABEL, article->label);
	add_value(out, ARTICLE_PAPER, article->paper);
	buf_add_c(out, COMMENT_END "\n\n");
}
