/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/validate.h"

#include "issue/issue.h"
#include "issue/parts.h"
#include "text/hyphen.h"

#include <stdlib.h>
#include <string.h>

/* The state of issue_validate().  The first check that finds something broken writes a
 * sentence into `wrong`, and no check runs after it. */
struct check {
	const struct issue *issue;
	struct buf wrong;
	unsigned char **seen; /* per byte of each line: passages that hold it */
	size_t *hyphen; /* per line: byte of its dropped hyphen, or NPOS */
};

static bool validate_is_blank(struct str text)
{
	size_t at = 0, space;

	while (at < text.len && (space = str_space_at(text, at)) > 0)
		at += space;
	return at == text.len;
}

static void check_span(struct check *check, size_t p, size_t s, size_t *end)
{
	const struct passage *passage = &check->issue->passages[p];
	const struct span *span = &passage->spans[s];
	const struct line *line;

	if (span->line >= check->issue->line_count || span->start < *end ||
	    span->end <= span->start || span->end > passage->text.len ||
	    check->issue->lines[span->line].page != passage->page) {
		buf_addf(&check->wrong, "passage %zu: span %zu out of order", p,
		         s);
		return;
	}
	line = &check->issue->lines[span->line];
	if (span->at > line->text.len ||
	    span->end - span->start > line->text.len - span->at ||
	    memcmp(passage->text.ptr + span->start, line->text.ptr + span->at,
	           span->end - span->start)) {
		buf_addf(&check->wrong,
		         "passage %zu: span %zu is not what line %zu says", p,
		         s, (size_t)span->line + 1);
		return;
	}
	for (size_t i = *end; i < span->start; i++)
		if (passage->text.ptr[i] != ' ')
			buf_addf(&check->wrong,
			         "passage %zu: byte %zu comes "
			         "from nowhere",
			         p, i);
	for (size_t i = 0; i < span->end - span->start; i++)
		check->seen[span->line][span->at + i]++;
	*end = span->end;
}

/* Notes the hyphen at the end of a line that divides a word and may be in no passage. */
static void note_hyphen(struct check *check, const struct span *span,
                        const struct span *next)
{
	struct str line = check->issue->lines[span->line].text;
	struct str after = check->issue->lines[next->line].text;
	size_t at = span->at + span->end - span->start;
	size_t bytes = hyphen_at(line, at);

	if (bytes && validate_is_blank(str_slice(line, at + bytes, line.len)) &&
	    next->line != span->line && next->start == span->end &&
	    validate_is_blank(str_slice(after, 0, next->at)))
		check->hyphen[span->line] = at;
}

static void check_passage(struct check *check, size_t p)
{
	const struct passage *passage = &check->issue->passages[p];
	size_t end = 0;

	if (passage->page >= check->issue->pages_read)
		buf_addf(&check->wrong, "passage %zu: no such page", p);
	if ((passage->jump != NULL) != (passage->role == ROLE_JUMP))
		buf_addf(&check->wrong, "passage %zu: jump and role differ", p);
	if (passage->role == ROLE_ROW &&
	    passage->spans[0].line !=
	            passage->spans[passage->span_count - 1].line)
		buf_addf(&check->wrong, "passage %zu: a row of several lines",
		         p);
	for (size_t s = 0; s < passage->span_count && !check->wrong.len; s++)
		check_span(check, p, s, &end);
	for (size_t s = 1; s < passage->span_count && !check->wrong.len; s++)
		note_hyphen(check, &passage->spans[s - 1], &passage->spans[s]);
	if (!check->wrong.len && end != passage->text.len)
		buf_addf(&check->wrong,
		         "passage %zu: its end comes from "
		         "nowhere",
		         p);
}

/* An article has the passages from *next on; *next is set behind them. */
static void check_article(struct check *check, size_t a, size_t page,
                          size_t *next)
{
	const struct issue *issue = check->issue;
	size_t continues = issue->articles[a].continues;
	size_t ordinal = issue->articles[a].ordinal;
	struct range own = issue->articles[a].passages;

	if (issue->articles[a].page != page)
		buf_addf(&check->wrong, "article %zu: not of page %zu", a + 1,
		         page + 1);
	if (continues &&
	    (continues > a || issue->articles[continues - 1].page >= page ||
	     issue->articles[continues - 1].continued != a + 1))
		buf_addf(&check->wrong, "article %zu: continues no other",
		         a + 1);
	if (ordinal >= issue->whole_count ||
	    issue->wholes[ordinal] != parts_whole(issue, a) ||
	    !continues != !issue->articles[a].whole)
		buf_addf(&check->wrong, "article %zu: of no whole", a + 1);
	if (own.start != *next || own.end < own.start ||
	    own.end > issue->passage_count)
		buf_addf(&check->wrong, "article %zu: passages out of order",
		         a + 1);
	for (size_t p = own.start; p < own.end && !check->wrong.len; p++)
		if (issue->passages[p].article != a)
			buf_addf(&check->wrong,
			         "passage %zu: not of article %zu", p, a + 1);
	*next = own.end;
}

/* The passages of a page are those of its articles, then its furniture. */
static void check_page(struct check *check, size_t page, size_t *article,
                       size_t *passage)
{
	const struct issue *issue = check->issue;
	const struct page *of = &issue->pages[page];

	if (of->articles.start != *article ||
	    of->articles.end < of->articles.start ||
	    of->articles.end > issue->article_count)
		buf_addf(&check->wrong, "page %zu: articles out of order",
		         page + 1);
	if (of->passages.start != *passage ||
	    of->passages.end != of->furniture.end)
		buf_addf(&check->wrong, "page %zu: passages out of order",
		         page + 1);
	for (; *article < of->articles.end && !check->wrong.len; ++*article)
		check_article(check, *article, page, passage);
	if (of->furniture.start != *passage ||
	    of->furniture.end < of->furniture.start ||
	    of->furniture.end > issue->passage_count)
		buf_addf(&check->wrong, "page %zu: furniture out of order",
		         page + 1);
	*passage = of->furniture.end;
}

/* Places may lie so far outside the page: rounding. */
#define PLACE_TOLERANCE_PT .5f

/* Is the stretch of `length` from `start` in [0, limit]?  Not where one is NaN. */
static bool is_within(float start, float length, float limit)
{
	return start >= 0 && length >= 0 &&
	       start + length <= limit + PLACE_TOLERANCE_PT;
}

/* Boxes and marks stand on the page; a line without a place has a box of width 0. */
static void check_places(struct check *check, size_t p)
{
	const struct page *page = &check->issue->pages[p];
	size_t lines = page->lines.end - page->lines.start;

	if (!is_within(0, page->width_pt, PAGE_PT_MOST) ||
	    !is_within(0, page->height_pt, PAGE_PT_MOST))
		buf_addf(&check->wrong, "page %zu: no such size", p + 1);
	for (size_t l = 0; page->boxes && l < lines && !check->wrong.len; l++) {
		const struct line_box *box = &page->boxes[l];

		if (!is_within(box->left_pt, box->width_pt, page->width_pt) ||
		    !is_within(box->top_pt, box->height_pt, page->height_pt) ||
		    (box->width_pt > 0) != (box->em_pt > 0) ||
		    (box->width_pt > 0) != (box->height_pt > 0))
			buf_addf(&check->wrong,
			         "page %zu: line %zu stands outside", p + 1, l);
	}
	for (size_t m = 0; m < page->mark_count && !check->wrong.len; m++)
		if (!is_within(page->marks[m].left_pt, page->marks[m].width_pt,
		               page->width_pt) ||
		    !is_within(page->marks[m].top_pt, page->marks[m].height_pt,
		               page->height_pt))
			buf_addf(&check->wrong,
			         "page %zu: mark %zu stands outside", p + 1, m);
}

/* Articles and passages stand page by page, and each has a page. */
static void check_order(struct check *check)
{
	const struct issue *issue = check->issue;
	size_t article = 0, passage = 0;

	if (issue->pages_read > issue->page_count) {
		buf_addf(&check->wrong, "pages were read that are not there");
		return;
	}
	for (size_t i = 0; i < issue->pages_read && !check->wrong.len; i++)
		check_page(check, i, &article, &passage);
	for (size_t i = 0; i < issue->pages_read && !check->wrong.len; i++)
		check_places(check, i);
	if (!check->wrong.len && article != issue->article_count)
		buf_addf(&check->wrong, "articles without a page");
	if (!check->wrong.len && passage != issue->passage_count)
		buf_addf(&check->wrong, "passages without an owner");
}

static void check_line(struct check *check, size_t l)
{
	struct str text = check->issue->lines[l].text;
	size_t skip;

	for (size_t at = 0; at < text.len;) {
		if (check->seen[l][at] > 1) {
			buf_addf(&check->wrong,
			         "line %zu: byte %zu is in %d "
			         "passages",
			         l + 1, at, check->seen[l][at]);
			return;
		}
		skip = str_space_at(text, at);
		if (!skip && !check->seen[l][at] && at == check->hyphen[l])
			skip = hyphen_at(text, at);
		if (!skip && !check->seen[l][at]) {
			buf_addf(&check->wrong, "line %zu: byte %zu is lost",
			         l + 1, at);
			return;
		}
		at += skip ? skip : 1;
	}
}

char *issue_validate(const struct issue *issue)
{
	struct check check = { .issue = issue };

	buf_init(&check.wrong);
	check.seen = mem_alloc(issue->line_count * sizeof *check.seen);
	check.hyphen = mem_alloc(issue->line_count * sizeof *check.hyphen);
	for (size_t l = 0; l < issue->line_count; l++) {
		check.seen[l] = mem_alloc(issue->lines[l].text.len);
		check.hyphen[l] = NPOS;
	}
	check_order(&check);
	for (size_t p = 0; p < issue->passage_count && !check.wrong.len; p++)
		check_passage(&check, p);
	for (size_t l = 0; l < issue->line_count && !check.wrong.len; l++)
		if (issue->lines[l].page < issue->pages_read)
			check_line(&check, l);
	for (size_t l = 0; l < issue->line_count; l++)
		free(check.seen[l]);
	free(check.seen);
	free(check.hyphen);
	if (check.wrong.len)
		return buf_steal(&check.wrong);
	buf_release(&check.wrong);
	return NULL;
}
