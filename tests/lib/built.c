/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "built.h"

#include "base/mem.h"
#include "fixture.h"
#include "load/lines/drop_caps.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

void hand_page_init(struct hand_page *page, const char *text)
{
	*page = (struct hand_page){ .issue = fixture_lines(text) };
	printed_lines_init(&page->lines, page->issue, 0);
	drop_caps_find(&page->lines);
	printed_lines_measure(&page->lines);
	page->units.lines = &page->lines;
}

void hand_page_release(struct hand_page *page)
{
	units_release(&page->units);
	printed_lines_release(&page->lines);
	issue_free(page->issue);
}

size_t hand_page_unit(struct hand_page *page, enum unit_kind kind, size_t first,
                      size_t end)
{
	struct unit *unit = units_add(&page->units);

	unit->kind = kind;
	unit->blank = page->lines.items[first].blank;
	for (size_t i = first; i < end; i++) {
		list_add(&unit->lines, i);
		buf_add(&unit->text, page->lines.items[i].text);
	}
	return page->units.count - 1;
}

void built_add_passages(struct buf *out, const struct issue *issue, size_t from,
                        bool articles)
{
	size_t last = NPOS;

	for (size_t i = from; i < issue->passage_count; i++) {
		const struct passage *passage = &issue->passages[i];

		buf_add_c(out, i > from ? " | " : "");
		if (articles && (i == from || passage->article != last))
			buf_addf(out, "%zu: ", passage->article + 1);
		last = passage->article;
		buf_addf(out, "%s ", role_name(passage->role));
		buf_add(out, passage->text);
	}
}

void built_add_blocks(struct buf *out, const struct block *blocks, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		buf_addf(out, "%s%s", i ? " | " : "",
		         part_name(blocks[i].part));
		for (size_t c = 0; c < blocks[i].column_count; c++)
			buf_addf(out, " %zu-%zu", blocks[i].columns[c].start,
			         blocks[i].columns[c].end - 1);
	}
}

void assert_built(const char *what, struct buf *got, const char *want)
{
	if (strcmp(got->ptr, want))
		fail_msg("%s:\n  %s\nnot\n  %s", what, got->ptr, want);
	buf_release(got);
}
