/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/separators.h"

#include "../lib/placing_page.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* How many rules part two points, given in em. */
static size_t between(const char *notation, float s0, float t0, float s1,
                      float t1)
{
	struct placing_page page;
	struct separators separators;
	size_t count;

	placing_page_init(&page, notation);
	separators_init(&separators, &page.placing);
	count = separators_between(&separators,
	                           (struct frame_point){ s0 * 10, t0 * 10 },
	                           (struct frame_point){ s1 * 10, t1 * 10 });
	separators_release(&separators);
	placing_page_release(&page);
	return count;
}

static void rules_part_what_is_on_their_sides(void **state)
{
	(void)state;
	assert_int_equal(between("rule 10 0 20", 5, 5, 5, 15), 1);
	assert_int_equal(between("rule 10 0 20", 5, 15, 5, 5), 1);
	assert_int_equal(between("rule 10 0 20", 5, 5, 5, 9), 0);
	assert_int_equal(between("rule 10 0 20", 30, 5, 30, 15), 0);
	assert_int_equal(between("wall 10 0 20", 5, 5, 15, 5), 1);
	assert_int_equal(between("wall 10 0 20", 5, 25, 15, 25), 0);
	assert_int_equal(between("wall 10 0 20\nrule 10 0 20", 5, 5, 15, 18),
	                 2);
}

static void a_rule_counts_half_an_em_longer(void **state)
{
	(void)state;
	assert_int_equal(between("rule 10 0 20", 20.4f, 5, 20.4f, 15), 1);
	assert_int_equal(between("rule 10 0 20", 20.6f, 5, 20.6f, 15), 0);
}

static void the_way_may_be_slanting(void **state)
{
	(void)state;
	assert_int_equal(between("rule 10 0 20", 0, 0, 38, 20), 1);
	assert_int_equal(between("rule 10 0 20", 0, 0, 44, 20), 0);
}

static void rules_of_a_quote_part_nothing(void **state)
{
	(void)state;
	assert_int_equal(between("quote 2 10 11 2 他说\n"
	                         "rule 10 2 10\nrule 15 2 10",
	                         5, 5, 5, 20),
	                 0);
	assert_int_equal(
		between("quote 2 10 11 2 他说\nrule 10 2 30", 5, 5, 5, 20), 1);
}

/* A short quote in the middle between rules as long as its column. */
static void rules_of_a_column_are_of_a_quote_in_the_middle(void **state)
{
	(void)state;
	assert_int_equal(
		between("quote 6 10 11 1 他说\nrule 10 0 16", 8, 5, 8, 20), 0);
	assert_int_equal(
		between("quote 0 4 11 1 他说\nrule 10 0 16", 8, 5, 8, 20), 1);
}

static void a_rule_narrower_than_its_text_is_of_a_head(void **state)
{
	(void)state;
	assert_int_equal(
		between("rule 10 2 10\ntext 0 20 12 5 i 一/二", 5, 5, 5, 20),
		0);
	assert_int_equal(
		between("rule 10 0 20\ntext 0 20 12 5 i 一/二", 5, 5, 5, 20),
		1);
	assert_int_equal(between("rule 10 2 10", 5, 5, 5, 20), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rules_part_what_is_on_their_sides),
		cmocka_unit_test(a_rule_counts_half_an_em_longer),
		cmocka_unit_test(the_way_may_be_slanting),
		cmocka_unit_test(rules_of_a_quote_part_nothing),
		cmocka_unit_test(
			rules_of_a_column_are_of_a_quote_in_the_middle),
		cmocka_unit_test(a_rule_narrower_than_its_text_is_of_a_head),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
