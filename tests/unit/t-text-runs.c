/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/text_runs.h"

#include "../lib/unit_page.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* Appends gaps in brackets and runs between them, with what they are. */
static void add_runs(struct buf *out, const struct unit_page *page)
{
	const struct text_runs *text_runs = &page->text_runs;

	for (size_t i = 0; i <= text_runs->count; i++) {
		const struct text_run *run = &text_runs->items[i];

		buf_add_c(out, "[");
		if (text_runs->gaps[i].units.count)
			unit_page_add_list(out, page,
			                   &text_runs->gaps[i].units);
		buf_add_c(out, "]");
		if (i == text_runs->count)
			break;
		unit_page_add_list(out, page, &run->units);
		if (run->insets.count) {
			buf_add_c(out, " inset ");
			unit_page_add_list(out, page, &run->insets);
		}
		buf_add_c(out, run->verse ? " verse" : "");
		buf_add_c(out, run->dateline ? " dateline" : "");
		buf_add_c(out, run->letter ? " letter" : "");
		buf_add_c(out, run->closed ? " closed" : "");
		buf_add_c(out, run->resumed ? " resumed" : "");
		buf_add_c(out, run->note ? " note" : "");
		buf_add_c(out, run->by_words ? " words" : "");
	}
}

static void text_is_in_runs(void **state)
{
	static const struct {
		const char *page, *want;
	} cases[] = {
		{ "", "[]" },
		{ "H 新船", "[新船]" },
		{ "P 换船。\nP 很大。", "[]换船。/很大。[]" },
		/* What is no text parts it, and stands in the gap. */
		{ "H 新船\nB 王五\nP 换船。\nJ （下转第2版）\nP 开张。",
		  "[新船/王五]换船。[（下转第2版）]开张。[]" },
		/* But a head inside a paragraph does not. */
		{ "F 渡口\nI 新船\nL 换船。\nP 很大。",
		  "[]渡口换船。/很大。 inset 新船[]" },
		/* A story may begin: */
		{ "P 换船。\nP 本报讯 开张。",
		  "[]换船。[]本报讯 开张。 dateline[]" },
		{ "P 换船。\nG 各位：\nP 好。",
		  "[]换船。[]各位：/好。 letter[]" },
		{ "P 换船。\nS 镇\nD 2020年2月1日\nP 开张。",
		  "[]换船。/镇/2020年2月1日 closed[]开张。[]" },
		{ "P 换船。\nV 船来\nV 船去\nP 开张。",
		  "[]换船。[]船来/船去 verse[]开张。[]" },
		{ "V 船来\nS 王五\nV 船去",
		  "[]船来/王五 verse closed[]船去 verse[]" },
		{ "P 换船。\nP20 很大。", "[]换船。[]很大。[]" },
		/* also behind a quote or a caption, with a paragraph. */
		{ "P 换船。\nq 真大\nP 很大。", "[]换船。[]很大。[]" },
		{ "P 换船。\nc 图\nS 镇", "[]换船。/镇 closed[]" },
		/* A paragraph whose beginning is elsewhere. */
		{ "H 新船\nM 船很大。", "[新船]船很大。 resumed[]" },
		/* A note of the editors is one if no paragraph follows it. */
		{ "P 编者按：换船。", "[]编者按：换船。 note[]" },
		{ "P 编者按：换船。\nP 很大。", "[]编者按：换船。/很大。[]" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct unit_page page;
		struct buf got;

		buf_init(&got);
		unit_page_init(&page, cases[i].page);
		add_runs(&got, &page);
		unit_page_expect(cases[i].page, &got, cases[i].want);
		unit_page_release(&page);
		buf_release(&got);
	}
}

/* Appends a paragraph of `chars` ideographs from `first` on, each once. */
static void add_paragraph(struct buf *out, unsigned first, size_t chars)
{
	buf_add_c(out, "P ");
	for (size_t i = 0; i < chars; i++)
		buf_add_uc(out, first + (unsigned)i);
	buf_add_c(out, "\n");
}

/* The runs of a page of two halves of three long paragraphs; the second half begins with
 * the characters from `other` on. */
static size_t runs_of_halves(unsigned other, size_t chars)
{
	struct unit_page page;
	struct buf notation;
	size_t runs;

	buf_init(&notation);
	for (size_t i = 0; i < 3; i++)
		add_paragraph(&notation, 0x4e00, chars);
	for (size_t i = 0; i < 3; i++)
		add_paragraph(&notation, other, chars);
	unit_page_init(&page, notation.ptr);
	runs = page.text_runs.count;
	if (runs > 1) {
		assert_int_equal(page.text_runs.items[0].units.count, 3);
		assert_false(page.text_runs.items[0].by_words);
		assert_true(page.text_runs.items[1].by_words);
	}
	unit_page_release(&page);
	buf_release(&notation);
	return runs;
}

static void vocabulary_parts_runs(void **state)
{
	(void)state;
	assert_int_equal(runs_of_halves(0x5000, 60), 2);
	/* Words in common, or too few words to know. */
	assert_int_equal(runs_of_halves(0x4e00, 60), 1);
	assert_int_equal(runs_of_halves(0x4e1e, 60), 1);
	assert_int_equal(runs_of_halves(0x5000, 20), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_in_runs),
		cmocka_unit_test(vocabulary_parts_runs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
