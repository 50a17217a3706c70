/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/mouse.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void presses_and_turns_are_events(void **state)
{
	static const struct {
		const char *sequence;
		struct event event;
	} cases[] = {
		{ "[<0;1;1M", { EVENT_CLICK, 0, 0, 0 } },
		{ "[<0;251;60M", { EVENT_CLICK, 0, 59, 250 } },
		{ "[<64;12;5M", { EVENT_WHEEL, 0, 4, 11 } },
		{ "[<65;12;5M", { EVENT_WHEEL, 1, 4, 11 } },
		/* with Shift, Alt, Ctrl held */
		{ "[<4;2;3M", { EVENT_CLICK, 0, 2, 1 } },
		{ "[<93;2;3M", { EVENT_WHEEL, 1, 2, 1 } },
	};
	struct event event;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		assert_true(mouse_take(str_from(cases[i].sequence), &event));
		assert_int_equal(event.kind, cases[i].event.kind);
		assert_int_equal(event.key, cases[i].event.key);
		assert_int_equal(event.row, cases[i].event.row);
		assert_int_equal(event.col, cases[i].event.col);
	}
}

static void all_else_is_nothing(void **state)
{
	static const char *const sequences[] = {
		"",
		"[<",
		"[<M",
		"[<0;1;1m",
		"[<0;1M",
		"[<;;M",
		"[<0;0;1M",
		"[<0;1;0M",
		"[<1;1;1M",
		"[<2;1;1M",
		"[<35;1;1M",
		"[<66;1;1M",
		"[<0;1;1;1M",
		"[<-1;1;1M",
		"[<0;1;1MM",
		"[<0;1;1",
		"[<0;10000;1M",
		"[<99999999999999999999;1;1M",
		"[0;1;1M",
		"[<0;1;99999999999999999999M",
	};
	struct event event;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(sequences); i++)
		if (mouse_take(str_from(sequences[i]), &event))
			fail_msg("%s is an event", sequences[i]);
}

static void three_bytes_are_events(void **state)
{
	const uint32_t click = 32 | 255 << 8 | 33 << 16;
	const uint32_t wheel = 97 | 34 << 8 | 35 << 16;
	const uint32_t release = 35 | 33 << 8 | 33 << 16;
	struct event event;

	(void)state;
	assert_true(mouse_take_x10(click, &event));
	assert_int_equal(event.kind, EVENT_CLICK);
	assert_int_equal(event.row, 0);
	assert_int_equal(event.col, 222);
	assert_true(mouse_take_x10(wheel, &event));
	assert_int_equal(event.kind, EVENT_WHEEL);
	assert_int_equal(event.key, 1);
	assert_int_equal(event.row, 2);
	assert_int_equal(event.col, 1);
	assert_false(mouse_take_x10(release, &event));
	assert_false(mouse_take_x10(32 | 32 << 8 | 33 << 16, &event));
	assert_false(mouse_take_x10(0, &event));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(presses_and_turns_are_events),
		cmocka_unit_test(all_else_is_nothing),
		cmocka_unit_test(three_bytes_are_events),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
