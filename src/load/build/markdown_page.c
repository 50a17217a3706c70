/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/build/markdown_page.h"

#include "base/mem.h"
#include "load/build/article.h"
#include "load/build/passages.h"
#include "load/input/markdown_marks.h"

#include <stdlib.h>

/* A page that is being read. */
struct reader {
	struct issue *issue;
	struct printed_lines lines;
	struct units units;
	struct passage_writer writer;
	size_t page;
	bool open; /* an article has begun */
	enum kind kind;
	struct head_order printed;
	struct list run; /* units of one part, to be composed */
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

static void markdown_page_end_run(struct reader *reader)
{
	passages_told(&reader->writer, &reader->run, reader->roles.items,
	              reader->part);
	reader->run.count = reader->roles.count = 0;
}

static void end_article(struct reader *reader)
{
	markdown_page_end_run(reader);
	if (reader->open)
		article_end(reader->issue, &reader->printed);
	reader->open = false;
}

/* Text without an article belongs to one of its own. */
static void begin_article(struct reader *reader, const struct mark *mark)
{
	end_article(reader);
	article_begin(reader->issue, reader->page, mark->kind);
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
	struct unit *unit;

	if (part != reader->part || part == PART_HEAD)
		markdown_page_end_run(reader);
	reader->part = part;
	unit = units_add(&reader->units);
	do {
		size_t at = printed_lines_at(&reader->lines,
		                             reprint->items[m].line);

		list_add(&unit->lines, at);
		if (reader->lines.items[at].hi_em > unit->measure_em)
			unit->measure_em = reader->lines.items[at].hi_em;
		m++;
	} while (m < end && first->role == ROLE_BODY &&
	         !reprint->items[m].begins &&
	         reprint->items[m].role == ROLE_BODY &&
	         reprint->items[m].line == reprint->items[m - 1].line + 1);
	list_add(&reader->run, reader->units.count - 1);
	*ARRAY_ADD(reader->roles.items, reader->roles.count,
	           reader->roles.cap) = first->role;
	return m;
}

static void read_marks(struct reader *reader, const struct reprint *reprint)
{
	const struct range of = reader->issue->pages[reader->page].lines;
	size_t m = reprint_find(reprint, of.start);
	size_t end = reprint_find(reprint, of.end);

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

void markdown_page_build(struct issue *issue, size_t page,
                         const struct reprint *reprint)
{
	struct page *of = &issue->pages[page];
	struct reader reader = { .issue = issue, .page = page };

	printed_lines_init(&reader.lines, issue, page);
	printed_lines_measure(&reader.lines);
	reader.units.lines = &reader.lines;
	passages_init(&reader.writer, issue, &reader.lines, &reader.units);
	of->articles.start = issue->article_count;
	of->passages.start = issue->passage_count;
	read_marks(&reader, reprint);
	of->articles.end = issue->article_count;
	of->furniture.start = of->furniture.end = of->passages.end =
		issue->passage_count;
	passages_end(&reader.writer, of);
	free(reader.run.items);
	free(reader.roles.items);
	units_release(&reader.units);
	printed_lines_release(&reader.lines);
	issue->pages_read = page + 1;
}
