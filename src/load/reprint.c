/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/reprint.h"

#include "base/mem.h"
#include "issue/frames.h"
#include "load/articles.h"
#include "load/compose.h"

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

static enum kind kind_named(struct str name)
{
	for (int kind = 0; kind < KIND_COUNT; kind++)
		if (str_equal(name, str_from(kind_name((enum kind)kind))))
			return (enum kind)kind;
	return KIND_OTHER;
}

/* The number at byte *at, which is moved behind it. */
static size_t read_number(struct str raw, size_t *at)
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
		number = read_number(raw, &at);
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
	mark->kind = kind_named(str_slice(raw, at, page));
	at = page + strlen(ARTICLE_PAGE);
	mark->page = read_number(raw, &at);
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
static enum role role_of(struct str raw)
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
	mark->role = role_of(raw);
	frame = role_frame(mark->role);
	add_unescaped(text, str_slice(raw, frame.before.len,
	                              raw.len - frame.after.len));
	return true;
}

/* The first mark at or behind a line. */
static size_t find_mark(const struct reprint *reprint, size_t line)
{
	size_t at;

	ARRAY_FIND(at, reprint->count, reprint->items[at].line < line);
	return at;
}

bool reprint_has(const struct reprint *reprint, const struct issue *issue,
                 size_t page)
{
	const struct range lines = issue->pages[page].lines;
	size_t at = find_mark(reprint, lines.start);

	return at < reprint->count && reprint->items[at].line < lines.end;
}

/* A page that is being read. */
struct reader {
	struct issue *issue;
	struct printed_lines lines;
	struct pieces pieces;
	struct composer composer;
	size_t page;
	bool open; /* an article has begun */
	enum kind kind;
	struct head_order printed;
	struct list run; /* pieces of one part, to be composed */
	struct {
		enum role *items;
		size_t count, cap;
	} roles; /* of the run */
	enum part part;
};

static enum part part_of(enum role role, enum kind kind)
{
	if (kind == KIND_TEASER)
		return PART_TEASER;
	if (role_is_headline(role))
		return PART_HEAD;
	return role == ROLE_QUOTE ? PART_QUOTE : PART_BODY;
}

static void end_run(struct reader *reader)
{
	compose_told(&reader->composer, &reader->run, reader->roles.items,
	             reader->part);
	reader->run.count = reader->roles.count = 0;
}

static void end_article(struct reader *reader)
{
	end_run(reader);
	if (reader->open)
		articles_end(reader->issue, &reader->printed);
	reader->open = false;
}

/* Text without an article belongs to one of its own. */
static void begin_article(struct reader *reader, const struct mark *mark)
{
	end_article(reader);
	articles_begin(reader->issue, reader->page, mark->kind);
	reader->open = true;
	reader->kind = mark->kind;
	reader->printed = mark->printed;
}

/* The paragraph that begins with mark `m`; returns the mark behind it. */
static size_t read_paragraph(struct reader *reader,
                             const struct reprint *reprint, size_t m,
                             size_t end)
{
	const struct mark *first = &reprint->items[m];
	enum part part = part_of(first->role, reader->kind);
	struct piece *piece;

	if (part != reader->part || part == PART_HEAD)
		end_run(reader);
	reader->part = part;
	piece = pieces_add(&reader->pieces);
	do {
		size_t at = printed_lines_at(&reader->lines,
		                             reprint->items[m].line);

		list_add(&piece->lines, at);
		if (reader->lines.items[at].hi_em > piece->measure_em)
			piece->measure_em = reader->lines.items[at].hi_em;
		m++;
	} while (m < end && first->role == ROLE_BODY &&
	         !reprint->items[m].begins &&
	         reprint->items[m].role == ROLE_BODY &&
	         reprint->items[m].line == reprint->items[m - 1].line + 1);
	list_add(&reader->run, reader->pieces.count - 1);
	*ARRAY_ADD(reader->roles.items, reader->roles.count,
	           reader->roles.cap) = first->role;
	return m;
}

static void read_marks(struct reader *reader, const struct reprint *reprint)
{
	const struct range of = reader->issue->pages[reader->page].lines;
	size_t m = find_mark(reprint, of.start);
	size_t end = find_mark(reprint, of.end);

	while (m < end) {
		if (reprint->items[m].begins) {
			begin_article(reader, &reprint->items[m]);
			m++;
			continue;
		}
		if (!reader->open)
			begin_article(reader,
			              &(struct mark){ .kind = KIND_OTHER });
		m = read_paragraph(reader, reprint, m, end);
	}
	end_article(reader);
}

void reprint_page(struct issue *issue, size_t page,
                  const struct reprint *reprint)
{
	struct page *of = &issue->pages[page];
	struct reader reader = { .issue = issue, .page = page };

	printed_lines_init(&reader.lines, issue, page);
	printed_lines_measure(&reader.lines);
	reader.pieces.lines = &reader.lines;
	compose_init(&reader.composer, issue, &reader.lines, &reader.pieces);
	of->articles.start = issue->article_count;
	of->passages.start = issue->passage_count;
	read_marks(&reader, reprint);
	of->articles.end = issue->article_count;
	of->furniture.start = of->furniture.end = of->passages.end =
		issue->passage_count;
	compose_end(&reader.composer, of);
	free(reader.run.items);
	free(reader.roles.items);
	pieces_release(&reader.pieces);
	printed_lines_release(&reader.lines);
	issue->pages_read = page + 1;
}
