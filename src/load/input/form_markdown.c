/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/form_markdown.h"

#include "base/mem.h"
#include "issue/markdown_dialect.h"

#include <string.h>

enum form_claim form_markdown_sniff(struct str head)
{
	return form_starts(head, STR(ARTICLE_MARK)) ? FORM_CERTAIN : FORM_NO;
}

/* The number at byte *at, which is moved behind it. */
static size_t markdown_read_number(struct str raw, size_t *at)
{
	size_t number = 0;

	for (; *at < raw.len && raw.ptr[*at] >= '0' && raw.ptr[*at] <= '9' &&
	       number < SIZE_MAX / 100;
	     ++*at)
		number = number * 10 + (size_t)(raw.ptr[*at] - '0');
	return number;
}

/* " 2 1 3" */
static void read_order(struct str raw, size_t at, struct head_order *order)
{
	while (at + 1 < raw.len && raw.ptr[at] == ' ' &&
	       order->count < HEADS_MOST) {
		size_t number;

		at++;
		number = markdown_read_number(raw, &at);
		if (!number || number > HEADS_MOST)
			return;
		order->at[order->count++] = (uint8_t)(number - 1);
	}
}

/* What stands behind `name` and before the next name, or the end of the mark. */
static struct str read_value(struct str raw, size_t at, const char *name)
{
	static const char *const ends[] = { ARTICLE_LABEL, ARTICLE_PAPER,
		                            COMMENT_END };
	size_t start = str_find(raw, str_from(name), at);

	if (start == NPOS)
		return STR("");
	start += strlen(name);
	for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
		size_t end = str_find(raw, str_from(ends[i]), start);

		if (end != NPOS)
			return str_slice(raw, start, end);
	}
	return STR("");
}

/* <!-- baolan: letter, page 1; … --> */
static bool read_article_mark(struct str raw, struct markdown_line *line)
{
	size_t at = strlen(ARTICLE_MARK);
	size_t page = str_find(raw, STR(ARTICLE_PAGE), at);

	if (!str_starts(raw, STR(ARTICLE_MARK)) || page == NPOS)
		return false;
	line->kind = stated_kind_named(str_slice(raw, at, page));
	at = page + strlen(ARTICLE_PAGE);
	line->page.number = markdown_read_number(raw, &at);
	line->is_later =
		str_starts(str_slice(raw, at, raw.len), STR(ARTICLE_LATER));
	at += line->is_later ? strlen(ARTICLE_LATER) : 0;
	if (str_starts(str_slice(raw, at, raw.len), STR(ARTICLE_HEADS)))
		read_order(raw, at + strlen(ARTICLE_HEADS), &line->printed);
	line->page.date = read_value(raw, at, ARTICLE_DATE);
	line->page.label = read_value(raw, at, ARTICLE_LABEL);
	line->page.title = read_value(raw, at, ARTICLE_PAPER);
	return true;
}

/* The role whose marks say most: ** and not *. */
static enum role markdown_role_of(struct str raw)
{
	enum role best = ROLE_BODY;
	size_t most = 0;

	for (int i = 0; i < ROLE_COUNT; i++) {
		struct role_marks frame = dialect_role_marks((enum role)i);
		size_t marks = frame.before.len + frame.after.len;

		if (marks <= most || raw.len <= marks ||
		    !str_starts(raw, frame.before) ||
		    !str_ends(raw, frame.after))
			continue;
		most = marks;
		best = (enum role)i;
	}
	return best;
}

static void add_unescaped(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		bool mark = text.ptr[i] == '\\' && i + 1 < text.len &&
		            strchr(ESCAPED ESCAPED_FIRST ".)", text.ptr[i + 1]);

		i += mark;
		buf_add_byte(out, text.ptr[i]);
	}
}

/* A row of a table: a line of a block of code. */
static bool markdown_read_row(struct markdown_line *line, struct str raw,
                              struct buf *text)
{
	struct str marks = STR(ROW_MARK);

	if (!str_starts(raw, marks) || !str_trim(raw).len)
		return false;
	line->line_kind = MARKDOWN_TEXT;
	line->role = ROLE_ROW;
	buf_add(text, str_slice(raw, marks.len, raw.len));
	return true;
}

void markdown_line_read(struct markdown_line *line, struct str raw,
                        struct buf *text)
{
	struct role_marks frame;

	*line = (struct markdown_line){ .line_kind = MARKDOWN_BLANK };
	if (markdown_read_row(line, raw, text))
		return;
	raw = str_trim(raw);
	if (!raw.len || str_equal(raw, STR(ARTICLE_RULE)) ||
	    str_ends(raw, STR(SOURCE_MARK)))
		return;
	if (read_article_mark(raw, line)) {
		line->line_kind = MARKDOWN_ARTICLE;
		return;
	}
	line->role = markdown_role_of(raw);
	frame = dialect_role_marks(line->role);
	raw = str_slice(raw, frame.before.len, raw.len - frame.after.len);
	/* Marks may stand around nothing. */
	if (!str_trim(raw).len)
		return;
	line->line_kind = MARKDOWN_TEXT;
	add_unescaped(text, raw);
}

/* Is line `line`, of role `role` on the last page, one more of the paragraph that the
 * line before it is of? */
static bool continues_paragraph(const struct stated_articles *stated,
                                enum role role, size_t line)
{
	const struct stated_article *article =
		&stated->articles[stated->article_count - 1];
	const struct stated_passage *last;

	if (role != ROLE_BODY ||
	    article->passages.start == article->passages.end)
		return false;
	last = &stated->passages[article->passages.end - 1];
	return last->role == ROLE_BODY && last->lines.end == line;
}

static void markdown_add_text(struct line_sink *sink, enum role role,
                              size_t line)
{
	struct stated_articles *stated = &sink->stated;
	size_t page = sink->issue->page_count - 1;

	if (!stated_articles_open_on(stated, page))
		stated_articles_begin(stated, page, KIND_OTHER, NULL);
	if (continues_paragraph(stated, role, line))
		stated_articles_extend(stated, line);
	else
		stated_articles_add(stated, role, line, 0);
}

static void markdown_begin_article(struct line_sink *sink,
                                   const struct markdown_line *line)
{
	struct stated_articles *stated = &sink->stated;

	stated_articles_begin(stated, sink->issue->page_count - 1, line->kind,
	                      &line->printed);
	if (line->is_later && stated->article_count > 1)
		stated_articles_continue(stated, stated->article_count - 2);
}

void form_markdown_read_line(struct line_sink *sink, struct str raw, bool whole)
{
	struct markdown_line line;
	struct buf text;
	size_t index;

	(void)whole;
	buf_init(&text);
	markdown_line_read(&line, raw, &text);
	if (line.line_kind == MARKDOWN_ARTICLE && line.page.number)
		line_sink_turn_page(sink, &line.page);
	index = line_sink_add(sink, issue_keep(sink->issue, buf_str(&text)));
	if (line.line_kind == MARKDOWN_ARTICLE)
		markdown_begin_article(sink, &line);
	else if (line.line_kind == MARKDOWN_TEXT)
		markdown_add_text(sink, line.role, index);
	buf_release(&text);
}
