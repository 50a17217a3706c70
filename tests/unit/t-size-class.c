/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/size_class.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const float sizes[] = { 0.f,    1e-40f,  1e-20f,  .0156f, .01562501f,
	                       .9999f, 1.f,     1.0001f, 7.999f, 8.f,
	                       10.5f,  15.999f, 72.f,    1e6f,   1e30f };

static void classes_are_powers_of_two(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		int want = sizes[i] > 0 ? ilogbf(sizes[i]) : SIZE_CLASS_LEAST;

		assert_int_equal(size_class_of(sizes[i]),
		                 want < SIZE_CLASS_LEAST ? SIZE_CLASS_LEAST
		                                         : want);
	}
}

static void cells_are_rounded_down(void **state)
{
	(void)state;
	for (int class = SIZE_CLASS_LEAST; class < 20; class ++)
		for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
			for (int sign = -1; sign <= 1 && sizes[i] <= 1e6f;
			     sign += 2) {
				float at = (float)sign * sizes[i];
				float want = floorf(ldexpf(at, -class));

				assert_true((float)size_class_cell(at, class) ==
				            want);
			}
	assert_true(size_class_cell(1e30f, 0) == (int64_t)1 << 62);
	assert_true(size_class_cell(-1e30f, 0) == -((int64_t)1 << 62));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(classes_are_powers_of_two),
		cmocka_unit_test(cells_are_rounded_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
