/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/markdown_marks.h"

#include "base/mem.h"
#include "issue/markdown_dialect.h"

#include <stdlib.h>
#include <string.h>

void reprint_release(struct reprint *reprint)
{
	free(reprint->items);
	*reprint = (struct reprint){ 0 };
}

void reprint_add(struct reprint *reprint, struct mark mark)
{
	*ARRAY_ADD(reprint->items, reprint->count, reprint->cap) = mark;
}

bool reprint_is(struct str text)
{
	return str_starts(text, STR(ARTICLE_MARK));
}

static enum kind markdown_marks_kind_named(struct str name)
{
	for (int kind = 0; kind < KIND_COUNT; kind++)
		if (str_equal(name, str_from(kind_name((enum kind)kind))))
			return (enum kind)kind;
	return KIND_OTHER;
}

/* The number at byte *at, which is moved behind it. */
static size_t markdown_marks_read_number(struct str raw, size_t *at)
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
		number = markdown_marks_read_number(raw, &at);
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

/* YYYY-MM-DD */
static bool is_date(struct str text)
{
	static const char form[] = "0000-00-00";

	for (size_t i = 0; i < text.len && text.len == strlen(form); i++)
		if (form[i] == '0' ? text.ptr[i] < '0' || text.ptr[i] > '9'
		                   : text.ptr[i] != form[i])
			return false;
	return text.len == strlen(form);
}

/* <!-- baolan: letter, page 1; … --> */
static bool read_begin(struct str raw, struct mark *mark)
{
	size_t at = strlen(ARTICLE_MARK);
	size_t page = str_find(raw, STR(ARTICLE_PAGE), at);

	if (!str_starts(raw, STR(ARTICLE_MARK)) || page == NPOS)
		return false;
	mark->begins = true;
	mark->kind = markdown_marks_kind_named(str_slice(raw, at, page));
	at = page + strlen(ARTICLE_PAGE);
	mark->page = markdown_marks_read_number(raw, &at);
	if (str_starts(str_slice(raw, at, raw.len), STR(ARTICLE_HEADS)))
		read_order(raw, at + strlen(ARTICLE_HEADS), &mark->printed);
	mark->date = read_value(raw, at, ARTICLE_DATE);
	if (!is_date(mark->date))
		mark->date = STR("");
	mark->label = read_value(raw, at, ARTICLE_LABEL);
	mark->title = read_value(raw, at, ARTICLE_PAPER);
	return true;
}

/* The role whose marks say most: ** and not *. */
static enum role markdown_marks_role_of(struct str raw)
{
	enum role best = ROLE_BODY;
	size_t most = 0;

	for (int i = 0; i < ROLE_COUNT; i++) {
		struct frame frame = role_frame((enum role)i);
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

bool reprint_read(struct str raw, struct buf *text, struct mark *mark)
{
	struct frame frame;

	*mark = (struct mark){ 0 };
	raw = str_trim(raw);
	if (!raw.len || str_equal(raw, STR(ARTICLE_RULE)) ||
	    str_ends(raw, STR(SOURCE_MARK)))
		return false;
	if (read_begin(raw, mark))
		return true;
	mark->role = markdown_marks_role_of(raw);
	frame = role_frame(mark->role);
	add_unescaped(text, str_slice(raw, frame.before.len,
	                              raw.len - frame.after.len));
	return true;
}

size_t reprint_find(const struct reprint *reprint, size_t line)
{
	size_t at;

	ARRAY_FIND(at, reprint->count, reprint->items[at].line < line);
	return at;
}

bool reprint_has(const struct reprint *reprint, const struct issue *issue,
                 size_t page)
{
	const struct range lines = issue->pages[page].lines;
	size_t at = reprint_find(reprint, lines.start);

	return at < reprint->count && reprint->items[at].line < lines.end;
}
