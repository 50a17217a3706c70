/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/pulled_words.h"

#include "../lib/fixture.h"
#include "issue/issue.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* Measures the lines of a page and looks for pulled words in them. */
static struct issue *read_page(struct printed_lines *lines, const char *text)
{
	struct issue *issue = fixture_lines(text);

	printed_lines_init(lines, issue, 0);
	printed_lines_measure(lines);
	pulled_words_find(lines);
	return issue;
}

static void release_page(struct printed_lines *lines, struct issue *issue)
{
	printed_lines_release(lines);
	issue_free(issue);
}

static void a_long_last_word_may_be_pulled_up(void **state)
{
	struct printed_lines lines;
	struct issue *issue =
		read_page(&lines, "The members of the commission,\n"
	                          "which met at noon and in the\n"
	                          "evening, have gone home.\n"
	                          "Nobody knows when they return.\n");

	(void)state;
	/* "mmission," without the letters that a division leaves */
	assert_true(lines.items[0].pulled_em > 3);
	assert_true(lines.items[0].pulled_em < 5);
	assert_float_equal(lines.items[1].before_em, lines.items[0].lo_em,
	                   .001);
	/* a short word, and the end of a sentence */
	assert_float_equal(lines.items[1].pulled_em, 0, .001);
	assert_float_equal(lines.items[2].pulled_em, 0, .001);
	assert_float_equal(lines.items[3].before_em, 0, .001);
	release_page(&lines, issue);
}

static void hyphens_show_that_none_is(void **state)
{
	struct printed_lines lines;
	struct issue *issue =
		read_page(&lines, "The members of the commission,\n"
	                          "which met at noon and in the eve-\n"
	                          "ning, have gone home.\n");

	(void)state;
	assert_float_equal(lines.items[0].pulled_em, 0, .001);
	release_page(&lines, issue);
}

static void a_headline_has_no_such_word(void **state)
{
	struct printed_lines lines;
	struct issue *issue =
		read_page(&lines, "The members of the commission\n"
	                          "They met at noon and in the\n"
	                          "evening, and have gone home.\n");

	(void)state;
	assert_float_equal(lines.items[0].pulled_em, 0, .001);
	release_page(&lines, issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_long_last_word_may_be_pulled_up),
		cmocka_unit_test(hyphens_show_that_none_is),
		cmocka_unit_test(a_headline_has_no_such_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
