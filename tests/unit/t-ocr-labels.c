/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/ocr_labels.h"

#include "../lib/fixture.h"
#include "base/str.h"
#include "issue/issue.h"
#include "load/label/label.h"
#include "load/lines/line_metric.h"
#include "load/segment/ocr_stories.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define STORIES 8
#define CLEAN                                                                  \
 "The commissioners of the harbour met yes-\n"                                 \
 "terday in the long room of the custom\n"                                     \
 "house to hear what the engineer had to say\n"                                \
 "of the new mole, which the last gale has\n"                                  \
 "breached in two places. He thinks that the\n"                                \
 "stones were set upon mud and not on rock.\n"
#define DIRTY                                                                  \
 "It was resolved that the wh0le of the length\n"                              \
 "should be sounded again before any more m0ney\n"                             \
 "is spent, and that the c|ntractor be asked to\n"                             \
 "attend at the next meeting with his books. Se-\n"                            \
 "veral gentlemen complained of the delay and\n"                               \
 "the meeting was adjourned to Friday.\n"

/* A page of stories, each with a headline between blank lines and two paragraphs. */
static void add_page(struct buf *page, const char *second)
{
	for (int i = 0; i < STORIES; i++) {
		buf_addf(page, "THE MOLE OF HARBOUR %c.\n\n", 'A' + i);
		buf_add(page, str_from(CLEAN));
		buf_add(page, str_from(second));
		buf_add(page, str_from("\n"));
	}
}

struct test_page {
	char *text; /* owned, as is all below */
	struct issue *issue;
	struct printed_lines lines;
};

static void test_page_init(struct test_page *page, const char *second)
{
	struct buf text;

	buf_init(&text);
	add_page(&text, second);
	page->text = buf_steal(&text);
	page->issue = fixture_lines(page->text);
	printed_lines_init(&page->lines, page->issue, 0);
	line_metric_find(&page->lines);
	printed_lines_measure(&page->lines);
}

static void test_page_release(struct test_page *page)
{
	printed_lines_release(&page->lines);
	issue_free(page->issue);
	free(page->text);
}

static void dirt_tells_that_an_ocr_has_read_the_page(void **state)
{
	static const struct {
		const char *second;
		bool is_ocr;
	} pages[] = { { DIRTY, true }, { CLEAN, false } };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct test_page page;

		test_page_init(&page, pages[i].second);

		assert_int_equal(ocr_text_is(&page.lines), pages[i].is_ocr);
		test_page_release(&page);
	}
}

/* The headlines end with full stops; each of them begins an article, and nothing else. */
static void headlines_begin_articles(void **state)
{
	struct test_page page;

	(void)state;
	test_page_init(&page, DIRTY);
	ocr_labels_find(&page.lines);
	for (size_t i = 0; i < page.lines.count; i++)
		assert_int_equal(
			page.lines.items[i].ocr,
			str_starts(page.lines.items[i].text, STR("THE MOLE"))
				? OCR_HEAD
				: OCR_TEXT);
	test_page_release(&page);
}

/* The stories of the page, as they are labelled and joined. */
static void stories_have_their_heads(void **state)
{
	struct test_page page;
	struct column_widths widths;
	struct labelled *labels;
	struct labeller *labeller;
	struct stories stories;
	struct units units;
	struct flow flow;
	size_t work = 0;

	(void)state;
	test_page_init(&page, DIRTY);
	ocr_labels_find(&page.lines);
	flow_init(&flow, &page.lines);
	column_widths_find(&widths, &flow);
	labeller = labeller_new(&flow, &widths);
	while (labeller_step(labeller, &work))
		continue;
	labels = labeller_labels(labeller);
	units_init(&units, &page.lines, &flow, labels);
	ocr_stories_init(&stories, &units);
	assert_int_equal(stories.count, STORIES);
	for (size_t i = 0; i < stories.count; i++) {
		assert_int_equal(stories.items[i].heads.count, 1);
		assert_true(stories.items[i].units.count > 0);
	}
	stories_release(&stories);
	units_release(&units);
	free(labels);
	labeller_free(labeller);
	flow_release(&flow);
	test_page_release(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dirt_tells_that_an_ocr_has_read_the_page),
		cmocka_unit_test(headlines_begin_articles),
		cmocka_unit_test(stories_have_their_heads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
