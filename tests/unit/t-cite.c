/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/cite.h"

#include "../lib/fixture.h"

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_is_cited_by_its_column),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
