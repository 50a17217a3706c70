/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/columns_above.h"

#include "../lib/placing_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* What stands above column `column`, its foot in em. */
static struct column_above above_of(const char *notation, size_t column)
{
	struct placing_page page;
	struct column_above *above, upper;

	placing_page_init(&page, notation);
	above = columns_above_find(&page.placing);
	upper = above[column];
	upper.foot /= 10;
	free(above);
	placing_page_release(&page);
	return upper;
}

#define COLUMN "text 0 14 20 5 i 一/二\n"

static void nothing_stands_above_the_first(void **state)
{
	(void)state;
	assert_int_equal(above_of(COLUMN, 0).kind, ABOVE_IS_NOTHING);
	assert_int_equal(above_of(COLUMN "head 16 30 0 2 夜市", 0).kind,
	                 ABOVE_IS_NOTHING);
	assert_int_equal(above_of(COLUMN "head 0 14 40 2 夜市", 0).kind,
	                 ABOVE_IS_NOTHING);
}

static void the_nearest_counts(void **state)
{
	struct column_above upper = above_of(COLUMN "head 0 14 0 2 夜市\n"
	                                            "head 2 20 10 3 新船\n",
	                                     0);

	(void)state;
	assert_int_equal(upper.kind, ABOVE_IS_HEAD);
	assert_int_equal(upper.index, 1);
	assert_true(upper.foot == 13);
	upper = above_of(COLUMN "text 0 14 0 5 i 一/二", 0);
	assert_int_equal(upper.kind, ABOVE_IS_COLUMN);
	assert_int_equal(upper.index, 1);
}

static void insets_stand_above(void **state)
{
	(void)state;
	assert_int_equal(above_of("picture 0 14 5 15\n" COLUMN, 0).kind,
	                 ABOVE_IS_INSET);
	assert_int_equal(above_of(COLUMN "quote 0 14 15 2 他说", 0).kind,
	                 ABOVE_IS_INSET);
	assert_int_equal(above_of(COLUMN "caption 0 14 15 2 图为", 0).kind,
	                 ABOVE_IS_INSET);
	assert_int_equal(above_of("box 0 14 5 15\n" COLUMN, 0).kind,
	                 ABOVE_IS_INSET);
}

static void what_covers_little_is_not_above(void **state)
{
	(void)state;
	assert_int_equal(above_of(COLUMN "head 11 30 10 2 夜市", 0).kind,
	                 ABOVE_IS_NOTHING);
	assert_int_equal(above_of(COLUMN "head 9 30 10 2 夜市", 0).kind,
	                 ABOVE_IS_HEAD);
}

/* A headline over the middle of two columns stands above both. */
static void a_short_head_over_a_gutter_is_above(void **state)
{
	(void)state;
	assert_int_equal(above_of(COLUMN "text 0 14 0 5 i 三/四\n"
	                                 "head 12 18 12 2 夜市",
	                          0)
	                         .kind,
	                 ABOVE_IS_HEAD);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_stands_above_the_first),
		cmocka_unit_test(the_nearest_counts),
		cmocka_unit_test(insets_stand_above),
		cmocka_unit_test(what_covers_little_is_not_above),
		cmocka_unit_test(a_short_head_over_a_gutter_is_above),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
