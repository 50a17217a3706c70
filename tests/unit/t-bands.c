/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/bands.h"

#include "../lib/made_page.h"
#include "base/mem.h"
#include "layout/page_lines.h"
#include "layout/sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Appends the bands: "blocks x columns of their width", one after the other. */
static void dump_bands(struct buf *out, const struct bands *bands)
{
	for (size_t i = 0; i < bands->count; i++) {
		const struct band *band = &bands->items[i];

		buf_addf(out, "%s[", i ? " " : "");
		for (size_t b = band->blocks.start; b < band->blocks.end; b++)
			buf_addf(out, "%s%s", b > band->blocks.start ? "+" : "",
			         part_name(bands->blocks[b]->part));
		buf_addf(out, " %zux%d]", band->columns, band->column_cols);
	}
}

static void check_bands(const char *what, const struct made_line *lines,
                        size_t count, size_t article, const char *want)
{
	struct issue *issue = made_page(lines, count);
	struct page_lines page_lines;
	struct sheet sheet;
	struct bands bands;
	struct buf got;

	sheet_init(&sheet, issue, 1);
	page_lines_init(&page_lines, &sheet, 0);
	bands_init(&bands, &page_lines, &issue->pages[0], article);
	buf_init(&got);
	dump_bands(&got, &bands);
	if (strcmp(got.ptr, want))
		fail_msg("%s: the bands are '%s', not '%s'", what, got.ptr,
		         want);
	buf_release(&got);
	bands_release(&bands);
	page_lines_release(&page_lines);
	sheet_release(&sheet);
	issue_free(issue);
}

/* The headline is in no band; the text of each block begins a band. */
static void blocks_of_text_stand_below_each_other(void **state)
{
	static const struct made_line lines[] = {
		{ 0, ROLE_HEAD, 1, 0, "题目" },
		{ 0, ROLE_BODY, 2, 0, "一二三四" },
		{ 0, ROLE_BODY, 2, 1, "一二三四五" },
		{ 0, ROLE_BODY, 3, 0, "一二三" },
		{ 1, ROLE_BODY, 4, 0, "另一篇" },
	};

	(void)state;
	/* The indent of 2 em counts. */
	check_bands("two blocks", lines, ARRAY_LEN(lines), 0,
	            "[body 2x14] [body 1x10]");
	check_bands("the next article", lines, ARRAY_LEN(lines), 1,
	            "[body 1x10]");
}

/* A quote stands beside the text behind it that is as high, or else the last. */
static void a_quote_stands_beside_text_of_its_height(void **state)
{
	static const struct made_line equal[] = {
		{ 0, ROLE_QUOTE, 1, 0, "引文" },
		{ 0, ROLE_QUOTE, 1, 0, "+第二" },
		{ 0, ROLE_BODY, 2, 0, "一" },
		{ 0, ROLE_BODY, 3, 0, "二" },
		{ 0, ROLE_BODY, 3, 0, "+三" },
		{ 0, ROLE_BODY, 4, 0, "四" },
	};
	static const struct made_line unlike[] = {
		{ 0, ROLE_QUOTE, 1, 0, "引文" }, { 0, ROLE_BODY, 2, 0, "一" },
		{ 0, ROLE_BODY, 2, 0, "+二" },   { 0, ROLE_BODY, 3, 0, "三" },
		{ 0, ROLE_BODY, 3, 0, "+四" },
	};

	(void)state;
	check_bands("a height alike", equal, ARRAY_LEN(equal), 0,
	            "[body 1x6] [body+quote 2x6] [body 1x6]");
	check_bands("no height alike", unlike, ARRAY_LEN(unlike), 0,
	            "[body 1x6] [body+quote 2x6]");
	check_bands("a quote alone", unlike, 1, 0, "[quote 1x6]");
}

static void widths_count_gaps(void **state)
{
	static const struct made_line lines[] = {
		{ 0, ROLE_BODY, 1, 0, "一二三四" },
		{ 0, ROLE_BODY, 1, 1, "+一二三四五六" },
		{ 0, ROLE_BODY, 2, 0, "一" },
	};
	struct issue *issue = made_page(lines, ARRAY_LEN(lines));
	struct page_lines page_lines;
	struct sheet sheet;
	struct bands bands;

	(void)state;
	sheet_init(&sheet, issue, 1);
	page_lines_init(&page_lines, &sheet, 0);
	bands_init(&bands, &page_lines, &issue->pages[0], 0);
	assert_true(bands_have_columns(&bands));
	assert_int_equal(band_cols(&bands.items[0]),
	                 12 + PAGE_LINES_GAP_COLS + 12);
	assert_int_equal(band_cols(&bands.items[1]), 6);
	assert_int_equal(bands_cols(&bands), band_cols(&bands.items[0]));
	assert_true(bands.width_em > 11.9 && bands.width_em < 12.1);
	bands_release(&bands);
	assert_int_equal(bands_cols(&bands), 0);
	assert_false(bands_have_columns(&bands));
	page_lines_release(&page_lines);
	sheet_release(&sheet);
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blocks_of_text_stand_below_each_other),
		cmocka_unit_test(a_quote_stands_beside_text_of_its_height),
		cmocka_unit_test(widths_count_gaps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
