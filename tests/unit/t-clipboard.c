/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/clipboard.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void check(const char *text, enum clipboard_way way, const char *want)
{
	struct buf out;

	buf_init(&out);
	clipboard_add(&out, str_from(text), way);
	assert_string_equal(out.ptr, want);
	buf_release(&out);
}

static void text_is_base64(void **state)
{
	(void)state;
	check("", CLIPBOARD_PLAIN, "\033]52;c;\a");
	check("f", CLIPBOARD_PLAIN, "\033]52;c;Zg==\a");
	check("fo", CLIPBOARD_PLAIN, "\033]52;c;Zm8=\a");
	check("foo", CLIPBOARD_PLAIN, "\033]52;c;Zm9v\a");
	check("foob", CLIPBOARD_PLAIN, "\033]52;c;Zm9vYg==\a");
	check("报?>\xff", CLIPBOARD_PLAIN, "\033]52;c;5oqlPz7/\a");
}

static void tmux_is_told_twice(void **state)
{
	(void)state;
	check("foo", CLIPBOARD_TMUX,
	      "\033]52;c;Zm9v\a\033Ptmux;\033\033]52;c;Zm9v\a\033\\");
}

static void screen_gets_it_in_parts(void **state)
{
	char text[900];
	struct buf out, through;
	struct str part;

	(void)state;
	check("foo", CLIPBOARD_SCREEN, "\033P\033]52;c;Zm9v\a\033\\");
	memset(text, 'x', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	buf_init(&out);
	buf_init(&through);
	clipboard_add(&out, str_from(text), CLIPBOARD_SCREEN);
	for (size_t at = 0, end; at < out.len; at = end + 2) {
		assert_true(str_starts(str_slice(buf_str(&out), at, out.len),
		                       STR("\033P")));
		end = str_find(buf_str(&out), STR("\033\\"), at);
		assert_int_not_equal(end, NPOS);
		assert_true(end - at < 768);
		part = str_slice(buf_str(&out), at + 2, end);
		buf_add(&through, part);
	}
	check(text, CLIPBOARD_PLAIN, through.ptr);
	buf_release(&out);
	buf_release(&through);
}

static void longest_fits_base64(void **state)
{
	(void)state;
	assert_true((CLIPBOARD_MAX_BYTES + 2) / 3 * 4 <= 74994);
	assert_true((CLIPBOARD_MAX_BYTES + 3) / 3 * 4 > 74994);
}

static void environment_tells_the_way(void **state)
{
	(void)state;
	unsetenv("TMUX");
	unsetenv("STY");
	setenv("TERM", "xterm", 1);
	assert_int_equal(clipboard_way(), CLIPBOARD_PLAIN);
	setenv("STY", "1.pts", 1);
	assert_int_equal(clipboard_way(), CLIPBOARD_SCREEN);
	unsetenv("STY");
	setenv("TERM", "screen.xterm-256color", 1);
	assert_int_equal(clipboard_way(), CLIPBOARD_SCREEN);
	setenv("TMUX", "/tmp/tmux,1,0", 1);
	assert_int_equal(clipboard_way(), CLIPBOARD_TMUX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_base64),
		cmocka_unit_test(tmux_is_told_twice),
		cmocka_unit_test(screen_gets_it_in_parts),
		cmocka_unit_test(longest_fits_base64),
		cmocka_unit_test(environment_tells_the_way),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
