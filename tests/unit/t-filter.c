/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/filter.h"
#include "ui/reading.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* A list as long as reading->hits.count, of items "odd" and "even"; one is at
 * reading->hit. */

static size_t count(const void *of)
{
	const struct reading *reading = of;

	return reading->hits.count;
}

static size_t texts(const void *of, size_t item,
                    struct str texts[FILTER_TEXTS_MAX])
{
	(void)of;
	texts[0] = item % 2 ? STR("odd") : STR("even");
	return 1;
}

static size_t here(const void *of)
{
	const struct reading *reading = of;

	return reading->hit;
}

static void go(void *of, size_t item)
{
	struct reading *reading = of;

	reading->hit = item;
}

static const struct filter_items items = {
	.count = count,
	.texts = texts,
	.here = here,
	.go = go,
};

static void assert_count(const struct filter *filter, const char *want)
{
	struct buf text;

	buf_init(&text);
	filter_add_count(&text, filter);
	assert_string_equal(text.ptr, want);
	buf_release(&text);
}

static void rows_lead_to_items(void **state)
{
	struct reading reading = { .hits.count = 7, .hit = 2 };
	struct filter filter;

	(void)state;
	filter_init(&filter, &items, &reading, &reading.generation);
	assert_false(filter_is_on(&filter));
	assert_int_equal(filter_count(&filter), 7);
	assert_int_equal(filter_item(&filter, 2), 2);
	assert_int_equal(filter_here(&filter), 2);
	filter_set(&filter, STR("odd"));
	assert_true(filter_is_on(&filter));
	assert_count(&filter, "3/7");
	assert_int_equal(filter_item(&filter, 2), 5);
	assert_int_equal(filter_row(&filter, 4), 2);
	assert_int_equal(filter_row(&filter, 6), 3);
	assert_int_equal(filter_here(&filter), NPOS);
	filter_set(&filter, STR(""));
	assert_false(filter_is_on(&filter));
	assert_count(&filter, "7/7");
	filter_release(&filter);
}

static void one_stays_at_a_row(void **state)
{
	struct reading reading = { .hits.count = 7, .hit = 2 };
	struct filter filter;

	(void)state;
	filter_init(&filter, &items, &reading, &reading.generation);
	filter_hold(&filter);
	assert_int_equal(reading.hit, 2);
	filter_set(&filter, STR("odd"));
	filter_hold(&filter);
	assert_int_equal(reading.hit, 3);
	reading.hit = 6;
	filter_hold(&filter);
	assert_int_equal(reading.hit, 5);
	reading.hit = NPOS;
	filter_hold(&filter);
	assert_int_equal(reading.hit, 1);
	filter_set(&filter, STR("none"));
	filter_hold(&filter);
	assert_int_equal(reading.hit, 1);
	filter_release(&filter);
}

static void a_long_list_takes_steps(void **state)
{
	struct reading reading = { .hits.count = 100000 };
	struct filter filter;
	size_t steps = 0, before = 0;

	(void)state;
	filter_init(&filter, &items, &reading, &reading.generation);
	filter_set(&filter, STR("odd"));
	assert_true(filter_count(&filter) > 0);
	for (; filter_has_work(&filter); steps++) {
		assert_true(filter_count(&filter) > before);
		before = filter_count(&filter);
		filter_step(&filter);
	}
	assert_true(steps > 10);
	assert_count(&filter, "50000/100000");
	reading.hits.count++;
	assert_true(filter_has_work(&filter));
	assert_count(&filter, "50000+/100001");
	filter_release(&filter);
}

/* A search makes other hits of the list: none of the old rows is left. */
static void another_search_is_another_list(void **state)
{
	struct reading reading = { .hits.count = 7 };
	struct filter filter;

	(void)state;
	filter_init(&filter, &items, &reading, &reading.generation);
	filter_set(&filter, STR("even"));
	assert_count(&filter, "4/7");
	reading.hits.count = 3;
	reading.generation++;
	assert_true(filter_has_work(&filter));
	filter_step(&filter);
	assert_count(&filter, "2/3");
	filter_release(&filter);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_lead_to_items),
		cmocka_unit_test(one_stays_at_a_row),
		cmocka_unit_test(a_long_list_takes_steps),
		cmocka_unit_test(another_search_is_another_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
