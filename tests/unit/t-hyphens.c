/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/hyphens.h"

#include "../lib/fixture.h"
#include "base/mem.h"
#include "issue/issue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* On a page that says "the ferryman", "a well-known", "wellbeing", "Thousand",
 * "naïve", "co-operate" and "cooperate". */
static void the_page_tells_of_hyphens(void **state)
{
	static const char *const page =
		"the ferryman, a well-known wellbeing\n"
		"Thousand naïve (co-operate) cooperate\n"
		"ends in half-\n";
	static const struct {
		const char *before, *after;
		bool break_only;
	} cases[] = {
		{ "a ferry-", "man is", true },
		{ "FERRY-", "MAN", true },
		{ "one thou-", "sand.", true },
		{ "so naï-", "ve", true },
		/* the compound is on the page, with or without the whole word */
		{ "a well-", "known man", false },
		{ "to co-", "operate", false },
		{ "to co\u2010", "operate", false },
		/* neither is: most hyphens are of the line */
		{ "a read-", "ing room", true },
		{ "half\u2010", "ends", true },
		{ "READ-", "ING", true },
		/* two names, or a name and a word */
		{ "Nord-", "Süd", false },
		{ "Anglo-", "Saxon", false },
		/* these stand for the break alone */
		{ "Nord\u00ad", "Süd", true },
		{ "well\u00ac", "known", true },
		{ "well\u2e17", "known", true },
		/* no word before it, or behind */
		{ "-", "man", false },
		{ "a -", "ferryman", false },
		{ "ferry-", "", false },
		{ "ferry-", "(man)", false },
		{ "ferry-", "报", false },
	};
	struct issue *issue = fixture_lines(page);
	struct printed_lines lines;
	struct page_words words;

	(void)state;
	printed_lines_init(&lines, issue, 0);
	page_words_init(&words, &lines);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		if (hyphen_is_of_break(&words, str_from(cases[i].before),
		                       str_from(cases[i].after)) !=
		    cases[i].break_only)
			fail_msg("%s/%s", cases[i].before, cases[i].after);
	page_words_release(&words);
	printed_lines_release(&lines);
	issue_free(issue);
}

static void a_page_without_words_knows_none(void **state)
{
	static const char *const pages[] = { "", "报栏\n栏，报。\n",
		                             "---\n-\n" };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(pages); i++) {
		struct issue *issue = fixture_lines(pages[i]);
		struct printed_lines lines;
		struct page_words words;

		printed_lines_init(&lines, issue, 0);
		page_words_init(&words, &lines);
		assert_true(
			hyphen_is_of_break(&words, STR("ferry-"), STR("man")));
		assert_false(
			hyphen_is_of_break(&words, STR("Ferry-"), STR("Man")));
		page_words_release(&words);
		printed_lines_release(&lines);
		issue_free(issue);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_page_tells_of_hyphens),
		cmocka_unit_test(a_page_without_words_knows_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
