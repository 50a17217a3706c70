/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/selection.h"

#include "base/mem.h"
#include "base/str.h"
#include "issue/issue.h"
#include "issue/parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void what_a_person_writes_is_checked(void **state)
{
	static const char *const well[] = { "all", "1", "1,4-6", "page:2",
		                            "3,page:2-4,1" };
	static const char *const wrong[] = {
		"",   "0",   "-1",     "1,",    ",1",      "1-", "3-1",
		"1;", "one", "page:0", "page:", "pages:1", "1 ", "99999999999",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(well); i++)
		if (!selection_is_valid(well[i]))
			fail_msg("'%s'", well[i]);
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++)
		if (selection_is_valid(wrong[i]))
			fail_msg("'%s'", wrong[i]);
}

/* Two pages, printed 3 and 7, of two articles and of one. */
static struct issue *issue_of_three(void)
{
	static const size_t numbers[] = { 3, 7 }, pages[] = { 0, 0, 1 };
	struct issue *issue = issue_new();

	for (size_t i = 0; i < ARRAY_LEN(numbers); i++)
		*ARRAY_ADD(issue->pages, issue->page_count, issue->page_cap) =
			(struct page){ .number = numbers[i] };
	for (size_t i = 0; i < ARRAY_LEN(pages); i++) {
		*ARRAY_ADD(issue->articles, issue->article_count,
		           issue->article_cap) =
			(struct article){ .page = pages[i] };
		parts_begin(issue);
	}
	return issue;
}

static void articles_stand_in_the_order_asked_for(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "all", "012" },     { "2", "1" },       { "3,1", "20" },
		{ "1-3", "012" },     { "2,1-3", "102" }, { "page:3", "01" },
		{ "page:7,1", "20" }, { "4", "!" },       { "page:1", "!" },
		{ "1-4", "!" },
	};
	struct issue *issue = issue_of_three();

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct selections picks = { 0 };
		char *error = selections_read(&picks, issue, cases[i].text);
		struct selection pick = selections_pick(&picks);
		struct buf got;

		buf_init(&got);
		for (size_t p = 0; !error && p < pick.count; p++)
			buf_addf(&got, "%zu", selection_at(pick, p));
		if (error)
			buf_add_byte(&got, '!');
		assert_string_equal(got.ptr, cases[i].want);
		buf_release(&got);
		free(error);
		selections_release(&picks);
	}
	issue_free(issue);
}

/* An article is in a selection once, and may come back at the end. */
static void articles_are_added_and_dropped(void **state)
{
	static const size_t added[] = { 40, 3, 40, 7, 3, 0 },
			    want[] = { 40, 7, 3 };
	struct selections picks = { 0 };

	(void)state;
	assert_false(selections_has(&picks, 3));
	selections_drop(&picks, 3);
	for (size_t i = 0; i < ARRAY_LEN(added); i++)
		selections_add(&picks, added[i]);
	assert_int_equal(picks.count, 4);
	selections_drop(&picks, 3);
	selections_drop(&picks, 0);
	assert_false(selections_has(&picks, 3));
	assert_false(selections_has(&picks, 4000));
	selections_add(&picks, 3);
	assert_true(selections_has(&picks, 3));
	assert_int_equal(picks.count, ARRAY_LEN(want));
	assert_memory_equal(picks.items, want, sizeof want);
	selections_release(&picks);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_a_person_writes_is_checked),
		cmocka_unit_test(articles_stand_in_the_order_asked_for),
		cmocka_unit_test(articles_are_added_and_dropped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
