/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/article_cost.h"

#include "../lib/placing_page.h"
#include "load/place/cost_memo.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* The cost of all columns of the page under head `head`. */
static float cost_of(const char *notation, size_t head)
{
	size_t columns[8];
	struct article_costs costs;
	struct placing_page page;
	float cost, again;

	placing_page_init(&page, notation);
	assert_true(page.placing.column_count <= 8);
	for (size_t i = 0; i < page.placing.column_count; i++)
		columns[i] = page.placing.column_count - 1 - i;
	article_costs_init(&costs, &page.placing);
	cost = article_cost(&costs, head, columns, page.placing.column_count);
	again = article_cost(&costs, head, columns, page.placing.column_count);
	assert_true(cost == again);
	article_costs_release(&costs);
	placing_page_release(&page);
	return cost;
}

/* Each row: the first page costs less than the second, by at least `by`. */
static const struct {
	const char *sign;
	const char *cheap, *dear;
	float by;
} signs[] = {
	{ "a rule under the head", "head 0 14 0 2 题\ntext 0 14 4 5 is 一/二。",
	  "head 0 14 0 2 题\nrule 3 0 14\ntext 0 14 4 5 is 一/二。", 1 },
	{ "a rule between head and text",
	  "head 0 14 0 2 题\npicture 0 14 3 8\ntext 0 14 10 5 is 一/二。",
	  "head 0 14 0 2 题\npicture 0 14 3 8\nrule 9 0 14\n"
	  "text 0 14 10 5 is 一/二。",
	  5 },
	{ "text above its head", "head 0 14 0 2 题\ntext 0 14 4 5 is 一/二。",
	  "head 0 14 20 2 题\ntext 0 14 4 5 is 一/二。", 8 },
	{ "text that is read before its head",
	  "head 0 14 0 6 题\ntext 16 30 3 5 is 一/二。",
	  "head 16 30 0 6 题\ntext 0 14 3 5 is 一/二。", 1 },
	{ "another head between", "head 0 14 0 2 题\ntext 0 14 10 5 is 一/二。",
	  "head 0 14 0 2 题\nhead 0 14 5 2 目\ntext 0 14 10 5 is 一/二。", 4 },
	{ "text in a box", "head 0 14 0 2 题\ntext 0 14 4 5 is 一/二。",
	  "box -1 15 3 20\nhead 0 14 0 2 题\ntext 0 14 4 5 is 一/二。", 10 },
	{ "a first column that goes on",
	  "head 0 14 0 2 题\ntext 0 14 4 5 is 一/二。",
	  "head 0 14 0 2 题\ntext 0 14 4 5 s 一/二。", 1 },
	{ "an end in mid sentence",
	  "head 0 14 0 2 题\ntext 0 14 4 5 is 一/二。",
	  "head 0 14 0 2 题\ntext 0 14 4 5 i 一/二", 2 },
	{ "words in common", "head 0 14 0 2 新船\ntext 0 14 4 5 is 新船/二。",
	  "head 0 14 0 2 夜市\ntext 0 14 4 5 is 新船/二。", 1 },
	{ "two sizes of type",
	  "head 0 14 0 2 题\ntext 0 14 4 5 i 一/二\n"
	  "text 16 30 4 5 s 一/二。",
	  "head 0 14 0 2 题\ntext 0 14 4 5 i 一/二\n"
	  "text 16 30 4 5 sb 一/二。",
	  3 },
	{ "two measures",
	  "head 0 14 0 2 题\ntext 0 14 4 5 i 一/二\n"
	  "text 16 30 4 5 s 一/二。",
	  "head 0 14 0 2 题\ntext 0 14 4 5 i 一/二\n"
	  "text 16 26 4 5 s 一/二。",
	  1 },
	{ "columns apart",
	  "head 0 14 0 2 题\ntext 0 14 4 5 i 一/二\n"
	  "text 16 30 4 5 s 一/二。",
	  "head 0 14 0 2 题\ntext 0 14 4 5 i 一/二\n"
	  "text 36 50 4 5 s 一/二。",
	  1 },
	{ "a rule that rises above two columns",
	  "head 0 30 0 2 题\nwall 15 4 12\ntext 0 14 4 5 i 一/二\n"
	  "text 16 30 4 5 s 一/二。",
	  "head 0 30 0 2 题\nwall 15 2.1 12\ntext 0 14 4 5 i 一/二\n"
	  "text 16 30 4 5 s 一/二。",
	  2 },
	{ "a small letter behind an end",
	  "head 0 30 0 2 X\ntext 0 14 4 5 li One/two.\n"
	  "text 16 30 4 5 lis Three/four.",
	  "head 0 30 0 2 X\ntext 0 14 4 5 li One/two.\n"
	  "text 16 30 4 5 lis three/four.",
	  3 },
	{ "a head of small type beside its text",
	  "head 0 8 0 1 题\ntext 10 24 1 5 is 一/二。",
	  "head 0 8 0 .8 题\ntext 10 24 1 5 is 一/二。", 3 },
	{ "a subhead under a head",
	  "head 0 14 0 2 题\ntext 0 14 4 5 is 一/二。",
	  "head 0 14 0 2 题\nsub 0 14 4 目\nmore 0 14 6 4 is 一/二。", 1 },
};

static void each_sign_costs(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		float cheap = cost_of(signs[i].cheap, 0);
		float dear = cost_of(signs[i].dear, 0);

		if (dear - cheap < signs[i].by)
			fail_msg("%s: %g, %g", signs[i].sign, (double)cheap,
			         (double)dear);
	}
}

static void a_column_that_goes_on_may_stand_behind_a_wall(void **state)
{
	/* Under a rule, but in mid sentence from a full line. */
	float goes_on = cost_of("head 0 14 0 2 题\ntext 0 14 4 5 i 一/二\n"
	                        "rule 13 0 14\ntext 0 14 14 5 s 一/二。",
	                        0);
	float begins = cost_of("head 0 14 0 2 题\ntext 0 14 4 5 is 一/二。\n"
	                       "rule 13 0 14\ntext 0 14 14 5 is 一/二。",
	                       0);

	(void)state;
	assert_true(goes_on < begins - 2);
}

static void a_column_that_begins_small_may_stand_anywhere(void **state)
{
	/* At the top of the next column, far above its head. */
	float small = cost_of("head 0 14 30 2 X\ntext 0 14 34 5 li One/two\n"
	                      "text 16 30 0 5 ls three/four.",
	                      0);
	float large = cost_of("head 0 14 30 2 X\ntext 0 14 34 5 li One/two\n"
	                      "text 16 30 0 5 lis Three/four.",
	                      0);

	(void)state;
	assert_true(small < 1.5f);
	assert_true(large > small + 10);
}

/* But not right over its head, where the text before it has its own. */
static void a_column_that_goes_on_stands_not_over_its_head(void **state)
{
	float beside = cost_of("head 0 14 30 2 X\ntext 0 14 34 5 li One/two\n"
	                       "text 16 30 0 5 ls three/four.",
	                       0);
	float over = cost_of("head 0 30 30 2 X\ntext 0 14 34 5 li One/two\n"
	                     "text 16 30 0 5 ls three/four.",
	                     0);

	(void)state;
	assert_true(over > beside + 10);
}

/* A deck over the first column leaves the second right under the headline. */
static void a_deck_in_one_column_pushes_no_other_down(void **state)
{
	float plain = cost_of("head 0 30 0 2 X\ntext 0 14 9 5 li One/two\n"
	                      "text 16 30 3 10 ls three/four.",
	                      0);
	float deck = cost_of("head 0 30 0 2 X\ndeck 0 14 3 5 Deck\n"
	                     "text 0 14 9 5 li One/two\n"
	                     "text 16 30 3 10 ls three/four.",
	                     0);

	(void)state;
	assert_true(deck < plain + .5f);
}

static void a_head_may_stand_at_the_side_of_its_text(void **state)
{
	float level = cost_of("head 0 14 0 3 题\ntext 16 30 0 8 i 一/二\n"
	                      "text 32 46 0 8 s 一/二。",
	                      0);
	float lower = cost_of("head 0 14 0 12 题\ntext 16 30 5 8 i 一/二\n"
	                      "text 32 46 5 8 s 一/二。",
	                      0);

	(void)state;
	assert_true(level < 4);
	assert_true(lower > level + 5);
}

/* Text without a head goes not on under that of another. */
static void a_head_over_a_column_costs_a_text_without_one(void **state)
{
	float free = cost_of("text 0 14 0 5 i 一/二\ntext 0 14 12 5 s 三/四。",
	                     NPOS);
	float under = cost_of("text 0 14 0 5 i 一/二\nhead 0 14 9 2 题\n"
	                      "text 0 14 12 5 s 三/四。",
	                      NPOS);

	(void)state;
	assert_true(under > free + 2);
	assert_true(cost_of("head 0 14 0 2 题\ntext 0 14 3 5 is 一/二。",
	                    NPOS) == cost_of("text 0 14 3 5 is 一/二。", NPOS));
}

static void a_subhead_is_the_head_of_a_text_without_one(void **state)
{
	(void)state;
	assert_true(cost_of("sub 0 14 4 目\nmore 0 14 6 4 is 一/二。", NPOS) <
	            cost_of("text 0 14 4 5 is 一/二。", NPOS));
}

/* Small type right above a text may be its head as well as larger. */
static void small_type_above_a_text_may_be_its_head(void **state)
{
	(void)state;
	assert_true(cost_of("head 0 14 0 .8 题\ntext 0 14 2 5 is 一/二。", 0) <
	            cost_of("head 0 14 0 1 题\ntext 0 14 2 5 is 一/二。", 0) +
	                    .5f);
}

/* But not one that is level with a subhead inside another column. */
static void a_level_subhead_is_no_head(void **state)
{
	struct placing_page page;
	struct article_costs costs;
	size_t column = 1;
	float level, lower;

	(void)state;
	placing_page_init(&page, "text 0 14 0 5 i 一/二\nbelow 0 14 10 目\n"
	                         "sub 16 30 10 名\nmore 16 30 12 4 is 三/四。");
	article_costs_init(&costs, &page.placing);
	level = article_cost(&costs, NPOS, &column, 1);
	article_costs_release(&costs);
	placing_page_release(&page);
	placing_page_init(&page, "text 0 14 0 5 i 一/二\nbelow 0 14 9 目\n"
	                         "sub 16 30 10 名\nmore 16 30 12 4 is 三/四。");
	article_costs_init(&costs, &page.placing);
	lower = article_cost(&costs, NPOS, &column, 1);
	article_costs_release(&costs);
	placing_page_release(&page);
	assert_true(level > lower + 2);
}

static void a_head_without_text_costs_by_its_size(void **state)
{
	(void)state;
	assert_true(cost_of("head 0 14 0 1 题", 0) <
	            cost_of("head 0 14 0 3 题", 0));
	assert_true(cost_of("", NPOS) == 0);
}

static void a_memo_keeps_what_it_was_given(void **state)
{
	struct cost_memo *memo = cost_memo_new();
	bool found;

	(void)state;
	for (uint64_t i = 0; i < 5000; i++) {
		float *at = cost_memo_at(memo, cost_memo_key(i), &found);

		assert_false(found);
		assert_true(at[0] == 0 && at[1] == 0);
		at[0] = (float)i;
	}
	for (uint64_t i = 0; i < 5000; i++) {
		float *at = cost_memo_at(memo, cost_memo_key(i), &found);

		assert_true(found && at[0] == (float)i);
	}
	cost_memo_at(memo, 0, &found);
	assert_false(found);
	cost_memo_at(memo, 0, &found);
	assert_true(found);
	cost_memo_free(memo);
	cost_memo_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_sign_costs),
		cmocka_unit_test(a_column_that_goes_on_may_stand_behind_a_wall),
		cmocka_unit_test(a_column_that_begins_small_may_stand_anywhere),
		cmocka_unit_test(
			a_column_that_goes_on_stands_not_over_its_head),
		cmocka_unit_test(a_deck_in_one_column_pushes_no_other_down),
		cmocka_unit_test(a_head_may_stand_at_the_side_of_its_text),
		cmocka_unit_test(a_head_over_a_column_costs_a_text_without_one),
		cmocka_unit_test(a_subhead_is_the_head_of_a_text_without_one),
		cmocka_unit_test(small_type_above_a_text_may_be_its_head),
		cmocka_unit_test(a_level_subhead_is_no_head),
		cmocka_unit_test(a_head_without_text_costs_by_its_size),
		cmocka_unit_test(a_memo_keeps_what_it_was_given),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
