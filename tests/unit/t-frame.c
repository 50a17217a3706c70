/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/test_reader.h"

#include "layout/page_layout.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static int layouts;

void __real_page_layout(struct sheet *sheet, const struct issue *issue,
                        size_t page, const struct page_window *window);
void __wrap_page_layout(struct sheet *sheet, const struct issue *issue,
                        size_t page, const struct page_window *window);

void __wrap_page_layout(struct sheet *sheet, const struct issue *issue,
                        size_t page, const struct page_window *window)
{
	layouts++;
	__real_page_layout(sheet, issue, page, window);
}

/* The list stands beside the page in a screen of 200 cells, and not in one of 80. */
static void a_turned_page_is_set_once(void **state)
{
	static const int sizes[] = { 200, 80 };
	const struct event turn = { .kind = EVENT_KEY, .key = ']' };

	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct test_reader reader;

		test_reader_open(&reader);
		test_reader_finish(&reader);
		frame_draw(&reader.app, 60, sizes[i]);
		layouts = 0;
		app_event(&reader.app, &turn);
		frame_draw(&reader.app, 60, sizes[i]);
		assert_int_equal(test_reader_page(&reader), 2);
		assert_int_equal(reader.app.list_beside.rows > 0,
		                 sizes[i] == 200);
		assert_int_equal(layouts, 1);
		test_reader_close(&reader);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_turned_page_is_set_once),
	};

	return cmocka_run_group_tests(tests, test_reader_make_issue,
	                              test_reader_remove_issue) < 0;
}
