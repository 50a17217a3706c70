/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit_page.h"

#include "base/mem.h"
#include "fixture.h"
#include "issue/issue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define USUAL_EM 12

static const struct {
	char code;
	enum label label;
	enum aside aside;
} codes[] = {
	{ 'F', LABEL_FIRST, ASIDE_NONE },
	{ 'M', LABEL_MIDDLE, ASIDE_NONE },
	{ 'L', LABEL_LAST, ASIDE_NONE },
	{ 'P', LABEL_SINGLE, ASIDE_NONE },
	{ 'G', LABEL_SALUTATION, ASIDE_NONE },
	{ 'S', LABEL_SIGNATURE, ASIDE_NONE },
	{ 'C', LABEL_CLOSING, ASIDE_NONE },
	{ 'D', LABEL_DATE, ASIDE_NONE },
	{ 'V', LABEL_VERSE, ASIDE_NONE },
	{ 'H', LABEL_HEAD, ASIDE_NONE },
	{ 'I', LABEL_INSET, ASIDE_NONE },
	{ 'B', LABEL_BYLINE, ASIDE_NONE },
	{ 'J', LABEL_JUMP, ASIDE_NONE },
	{ 'q', LABEL_COUNT, ASIDE_QUOTE },
	{ 'c', LABEL_COUNT, ASIDE_CAPTION },
	{ 'f', LABEL_COUNT, ASIDE_FURNITURE },
	{ 'd', LABEL_COUNT, ASIDE_CAP },
};

/* What the notation says of a printed line. */
struct noted_line {
	size_t code; /* index into codes */
	double measure_em;
};

struct notation {
	struct noted_line *lines; /* owned */
	size_t count, cap;
};

static size_t code_index(char code)
{
	for (size_t i = 0; i < ARRAY_LEN(codes); i++)
		if (codes[i].code == code)
			return i;
	fail_msg("'%c' is no line of a page", code);
	return 0;
}

static void read_notation(struct notation *notation, struct buf *text,
                          const char *at)
{
	while (*at) {
		size_t bytes = strcspn(at, "\n");
		const char *end = at + bytes;

		if (bytes) {
			size_t code = code_index(*at++);
			char *rest = (char *)at;
			double em = *at == ' ' ? 0 : strtod(at, &rest);

			assert_int_equal(*rest, ' ');
			*ARRAY_ADD(notation->lines, notation->count,
			           notation->cap) =
				(struct noted_line){ code,
				                     em > 0 ? em : USUAL_EM };
			buf_add(text, (struct str){ rest + 1,
			                            (size_t)(end - rest - 1) });
		}
		buf_add_byte(text, '\n');
		at = *end ? end + 1 : end;
	}
}

static void set_asides(struct printed_lines *lines,
                       const struct notation *notation)
{
	for (size_t i = 0; i < notation->count;) {
		enum aside aside = codes[notation->lines[i].code].aside;
		size_t end = i + 1;

		while (end < notation->count &&
		       codes[notation->lines[end].code].aside == aside)
			end++;
		if (aside != ASIDE_NONE)
			printed_lines_set_aside(lines, i, end, aside);
		if (aside == ASIDE_CAP) {
			assert_true(end < notation->count);
			lines->items[end].cap = end;
			lines->items[i].cap = end + 1;
		}
		i = end;
	}
}

void unit_page_init(struct unit_page *page, const char *notation)
{
	struct notation noted = { 0 };

	buf_init(&page->text);
	read_notation(&noted, &page->text, notation);
	page->issue = fixture_lines(page->text.ptr);
	printed_lines_init(&page->lines, page->issue, 0);
	assert_int_equal(page->lines.count, noted.count);
	set_asides(&page->lines, &noted);
	printed_lines_measure(&page->lines);
	flow_init(&page->flow, &page->lines);
	page->labels = mem_alloc(page->flow.count * sizeof *page->labels);
	for (size_t i = 0; i < page->flow.count; i++) {
		const struct noted_line *line =
			&noted.lines[page->flow.index[i]];

		page->labels[i].label = codes[line->code].label;
		if (page->labels[i].label < LABELS_WITH_WIDTH)
			page->labels[i].measure_em = line->measure_em;
	}
	units_init(&page->units, &page->lines, &page->flow, page->labels);
	text_runs_init(&page->text_runs, &page->units);
	free(noted.lines);
}

void unit_page_release(struct unit_page *page)
{
	text_runs_release(&page->text_runs);
	units_release(&page->units);
	free(page->labels);
	flow_release(&page->flow);
	printed_lines_release(&page->lines);
	issue_free(page->issue);
	buf_release(&page->text);
}

void unit_page_add_list(struct buf *out, const struct unit_page *page,
                        const struct list *units)
{
	for (size_t i = 0; i < units->count; i++) {
		const struct unit *unit = &page->units.items[units->items[i]];

		buf_add_c(out, i ? "/" : "");
		buf_add(out, buf_str(&unit->text));
	}
	if (!units->count)
		buf_add_c(out, "-");
}

void unit_page_expect(const char *notation, const struct buf *got,
                      const char *want)
{
	if (!str_equal(buf_str(got), str_from(want)))
		fail_msg("page:\n%s\ngot:  %s\nwant: %s", notation, got->ptr,
		         want);
}
