/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/cite.h"

#include "../lib/fixture.h"
#include "../lib/made_page.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* The bundled page: its letter is two columns of 49 lines, its first report
 * three of 20. */
static void a_line_is_cited_by_its_column(void **state)
{
	static const struct {
		size_t number, column, row;
	} cases[] = {
		{ 1, 1, 1 },   { 51, 1, 49 }, { 53, 2, 1 },   { 108, 0, 0 },
		{ 112, 0, 0 }, { 124, 3, 1 }, { 145, 3, 20 }, { 147, 4, 1 },
		{ 192, 6, 1 }, { 302, 9, 1 }, { 323, 11, 1 },
	};
	struct issue *issue = fixture_issue(FIXTURE_BUNDLED);

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct cite cite = cite_line(issue, cases[i].number - 1);

		assert_int_equal(cite.page, 1);
		assert_int_equal(cite.column, cases[i].column);
		assert_int_equal(cite.row, cases[i].row);
	}
	issue_free(issue);
}

/* Two columns of the head of a page, three narrower ones of its foot. */
static void a_placed_line_is_cited_by_its_place(void **state)
{
	static const struct {
		float left, top, width;
		size_t column, row;
	} lines[] = {
		{ 20, 20, 260, 0, 0 }, /* a headline */
		{ 20, 60, 120, 1, 1 },  { 20, 70, 120, 1, 2 },
		{ 20, 80, 60, 1, 3 },   { 150, 60, 120, 2, 1 },
		{ 160, 70, 110, 2, 2 }, { 20, 300, 78, 1, 4 },
		{ 105, 300, 78, 2, 1 }, { 195, 300, 78, 3, 3 },
		{ 195, 310, 78, 3, 4 }, { 0, 0, 0, 0, 0 },
	};
	struct made_line made[ARRAY_LEN(lines)];
	struct line_box boxes[ARRAY_LEN(lines)] = { 0 };
	struct issue *issue;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		made[i] = (struct made_line){ 0, i ? ROLE_BODY : ROLE_HEAD, 0,
			                      0, "line" };
		if (lines[i].width > 0)
			boxes[i] = (struct line_box){ lines[i].left,
				                      lines[i].top,
				                      lines[i].width,
				                      8,
				                      8,
				                      false,
				                      false };
	}
	issue = made_page(made, ARRAY_LEN(lines));
	issue->pages[0].boxes = boxes;
	issue->pages[0].width_pt = issue->pages[0].height_pt = 400;
	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		struct cite cite = cite_line(issue, i);

		if (cite.column != lines[i].column || cite.row != lines[i].row)
			fail_msg("line %zu: column %zu, row %zu", i,
			         cite.column, cite.row);
	}
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_is_cited_by_its_column),
		cmocka_unit_test(a_placed_line_is_cited_by_its_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
