/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/fixture.h"
#include "issue/issue.h"
#include "layout/page_layout.h"
#include "layout/sheet.h"
#include "layout/vertical.h"
#include "text/wrap.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/*
 * How the work of laying out a page grows with it, counted in bytes whose line
 * breaks are analysed.  The linker leads every call of wrap_init() here, so what
 * is counted is what the layouts really ask for.
 */

#define LINE_EM 60 /* wider than the widest column of the page view */

static size_t analysed_bytes;

void __real_wrap_init(struct wrap *wrap, struct str text, int ambiguous_cols,
                      enum wrap_level level);
void __wrap_wrap_init(struct wrap *wrap, struct str text, int ambiguous_cols,
                      enum wrap_level level);

void __wrap_wrap_init(struct wrap *wrap, struct str text, int ambiguous_cols,
                      enum wrap_level level)
{
	analysed_bytes += text.len;
	__real_wrap_init(wrap, text, ambiguous_cols, level);
}

/* A page of one paragraph of `lines` printed lines; free with issue_free(). */
static struct issue *long_paragraph(size_t lines)
{
	struct issue *issue;
	struct buf text;

	buf_init(&text);
	buf_add_c(&text, "¶");
	for (size_t i = 0; i < lines * LINE_EM / 5; i++)
		buf_add_c(&text, i % 7 ? "河边种树人" : "今天来了，");
	buf_add_c(&text, "。\n");
	issue = fixture_page(buf_str(&text).ptr, LINE_EM);
	buf_release(&text);
	return issue;
}

static void lay_out_printed(struct sheet *sheet, const struct issue *issue)
{
	page_layout(sheet, issue, 0, &(struct page_window){ 22, 80, 1 });
}

static void lay_out_upright(struct sheet *sheet, const struct issue *issue)
{
	const struct vertical_style style = { 24, 80, 1, WRAP_BASIC };

	vertical_page(sheet, issue, 0, &style);
}

/* Each passage is analysed once, whatever number of its lines is broken. */
static void assert_analysed_once(void (*lay_out)(struct sheet *sheet,
                                                 const struct issue *issue))
{
	struct issue *issue = long_paragraph(300);
	size_t text_bytes = 0;
	struct sheet sheet;

	for (size_t i = 0; i < issue->passage_count; i++)
		text_bytes += issue->passages[i].text.len;
	assert_true(text_bytes > (size_t)300 * LINE_EM);
	analysed_bytes = 0;
	lay_out(&sheet, issue);
	assert_true(sheet.slug_count > 300);
	assert_true(analysed_bytes > 0);
	assert_true(analysed_bytes <= text_bytes);
	sheet_release(&sheet);
	issue_free(issue);
}

static void the_page_view_analyses_a_passage_once(void **state)
{
	(void)state;
	assert_analysed_once(lay_out_printed);
}

static void upright_lines_analyse_a_passage_once(void **state)
{
	(void)state;
	assert_analysed_once(lay_out_upright);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_page_view_analyses_a_passage_once),
		cmocka_unit_test(upright_lines_analyse_a_passage_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
