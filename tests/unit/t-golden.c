/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/dump.h"
#include "../lib/fixture.h"
#include "export/export.h"
#include "issue/issue.h"
#include "layout/article_layout.h"
#include "layout/page_layout.h"
#include "layout/sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define MEASURE_COLS 80

/* Compares and releases. */
static void assert_golden(const char *name, struct buf *got)
{
	char *wrong = golden_differs(name, buf_str(got));

	if (wrong)
		fail_msg("%s", wrong);
	buf_release(got);
}

static void structure_is_as_recorded(void **state)
{
	struct issue *issue = fixture_issue(FIXTURE_BUNDLED);
	struct buf got;

	(void)state;
	buf_init(&got);
	dump_structure(&got, issue);
	issue_free(issue);
	assert_golden("shijingshan.structure", &got);
}

static void articles_are_set_as_recorded(void **state)
{
	static const struct {
		int cols;
		const char *golden;
	} cases[] = {
		{ 100, "articles-100.layout" },
		{ 40, "articles-40.layout" },
		{ 13, "articles-13.layout" },
	};
	struct issue *issue = fixture_issue(FIXTURE_BUNDLED);

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const struct article_style style = {
			24, cases[i].cols, MEASURE_COLS, 1, 1, WRAP_BASIC, false
		};
		struct buf got;

		buf_init(&got);
		for (size_t a = 0; a < issue->article_count; a++) {
			struct sheet sheet;

			buf_addf(&got, "== article %zu\n", a + 1);
			article_layout(&sheet, issue, a, &style);
			dump_sheet(&got, &sheet);
			sheet_release(&sheet);
		}
		assert_golden(cases[i].golden, &got);
	}
	issue_free(issue);
}

static void page_is_set_as_recorded(void **state)
{
	struct issue *issue = fixture_issue(FIXTURE_BUNDLED);
	struct sheet sheet;
	struct buf got;

	(void)state;
	buf_init(&got);
	page_layout(&sheet, issue, 0, &(struct page_window){ 58, 171, 1 });
	dump_sheet(&got, &sheet);
	sheet_release(&sheet);
	issue_free(issue);
	assert_golden("page.layout", &got);
}

/* The report with its pull quote, in the formats one reads. */
static void exports_are_as_recorded(void **state)
{
	const struct export_options options = { .ambiguous_cols = 1 };
	struct issue *issue = fixture_issue(FIXTURE_BUNDLED);

	(void)state;
	for (int i = 0; i < EXPORT_JSON; i++) {
		enum export_format format = (enum export_format)i;
		struct buf name, got;

		buf_init(&name);
		buf_init(&got);
		buf_add_c(&name, "article-4.");
		buf_add(&name, export_extension(format));
		assert_null(export_write(&got, issue,
		                         selection_one(&(size_t){ 3 }), format,
		                         &options));
		assert_golden(name.ptr, &got);
		buf_release(&name);
	}
	issue_free(issue);
}

/* All kinds of articles that a local paper has, on four pages, and its first report goes
 * on on the second. */
static void paper_is_as_recorded(void **state)
{
	const struct export_options options = { .ambiguous_cols = 1 };
	struct issue *issue = fixture_issue(FIXTURE_PAPER);
	struct buf structure, text;

	(void)state;
	buf_init(&structure);
	buf_init(&text);
	dump_structure(&structure, issue);
	assert_null(export_write(&text, issue, selection_all(issue),
	                         EXPORT_MARKDOWN, &options));
	issue_free(issue);
	assert_golden("liuwan.structure", &structure);
	assert_golden("liuwan.md", &text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(structure_is_as_recorded),
		cmocka_unit_test(articles_are_set_as_recorded),
		cmocka_unit_test(page_is_set_as_recorded),
		cmocka_unit_test(exports_are_as_recorded),
		cmocka_unit_test(paper_is_as_recorded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
