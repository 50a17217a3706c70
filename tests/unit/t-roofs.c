/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/roofs.h"

#include "../lib/placing_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* The roof of column `column`, its foot in em. */
static struct roof roof_of(const char *notation, size_t column)
{
	struct placing_page page;
	struct roof *roofs, roof;

	placing_page_init(&page, notation);
	roofs = roofs_find(&page.placing);
	roof = roofs[column];
	roof.foot /= 10;
	free(roofs);
	placing_page_release(&page);
	return roof;
}

#define COLUMN "text 0 14 20 5 i 一/二\n"

static void nothing_stands_above_the_first(void **state)
{
	(void)state;
	assert_int_equal(roof_of(COLUMN, 0).kind, ROOF_OF_NOTHING);
	assert_int_equal(roof_of(COLUMN "head 16 30 0 2 夜市", 0).kind,
	                 ROOF_OF_NOTHING);
	assert_int_equal(roof_of(COLUMN "head 0 14 40 2 夜市", 0).kind,
	                 ROOF_OF_NOTHING);
}

static void the_nearest_counts(void **state)
{
	struct roof roof = roof_of(COLUMN "head 0 14 0 2 夜市\n"
	                                  "head 2 20 10 3 新船\n",
	                           0);

	(void)state;
	assert_int_equal(roof.kind, ROOF_OF_HEAD);
	assert_int_equal(roof.index, 1);
	assert_true(roof.foot == 13);
	roof = roof_of(COLUMN "text 0 14 0 5 i 一/二", 0);
	assert_int_equal(roof.kind, ROOF_OF_COLUMN);
	assert_int_equal(roof.index, 1);
}

static void insets_are_roofs(void **state)
{
	(void)state;
	assert_int_equal(roof_of("picture 0 14 5 15\n" COLUMN, 0).kind,
	                 ROOF_OF_INSET);
	assert_int_equal(roof_of(COLUMN "quote 0 14 15 2 他说", 0).kind,
	                 ROOF_OF_INSET);
	assert_int_equal(roof_of(COLUMN "caption 0 14 15 2 图为", 0).kind,
	                 ROOF_OF_INSET);
	assert_int_equal(roof_of("box 0 14 5 15\n" COLUMN, 0).kind,
	                 ROOF_OF_INSET);
}

static void what_covers_little_is_no_roof(void **state)
{
	(void)state;
	assert_int_equal(roof_of(COLUMN "head 11 30 10 2 夜市", 0).kind,
	                 ROOF_OF_NOTHING);
	assert_int_equal(roof_of(COLUMN "head 9 30 10 2 夜市", 0).kind,
	                 ROOF_OF_HEAD);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_stands_above_the_first),
		cmocka_unit_test(the_nearest_counts),
		cmocka_unit_test(insets_are_roofs),
		cmocka_unit_test(what_covers_little_is_no_roof),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
