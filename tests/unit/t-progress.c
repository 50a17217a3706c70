/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/progress.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

/* A clock that goes when a test says so. */
static uint64_t now_ms;

static uint64_t test_clock(void)
{
	return now_ms;
}

static void begin(struct progress *progress, FILE *file)
{
	now_ms = 5000;
	*progress = (struct progress){ .file = file,
		                       .now_ms = test_clock,
		                       .begun_ms = now_ms };
}

/* All that was written so far. */
static void has_written(FILE *file, const char *want)
{
	char bytes[256] = "";

	rewind(file);
	bytes[fread(bytes, 1, sizeof bytes - 1, file)] = '\0';
	assert_string_equal(bytes, want);
}

static void what_is_done_in_a_second_says_nothing(void **state)
{
	FILE *file = tmpfile();
	struct progress progress;

	(void)state;
	begin(&progress, file);
	progress_share(&progress, "%d%%", 0);
	assert_int_equal(progress_silent_ms(&progress), 1000);
	now_ms += 999;
	progress_share(&progress, "%d%%", .5);
	progress_end(&progress);
	has_written(file, "");
	fclose(file);
}

static void a_line_is_drawn_over_and_taken_away(void **state)
{
	FILE *file = tmpfile();
	struct progress progress;

	(void)state;
	begin(&progress, file);
	now_ms += 1000;
	progress_share(&progress, "读 %d%%", .129);
	progress_share(&progress, "读 %d%%", .2);
	now_ms += 99;
	progress_share(&progress, "读 %d%%", .3);
	has_written(file, "\r读 12%");
	now_ms += 1;
	progress_say(&progress, "x");
	has_written(file, "\r读 12%\rx     ");
	progress_end(&progress);
	has_written(file, "\r读 12%\rx     \r \r");
	now_ms += 999;
	progress_say(&progress, "y");
	progress_end(&progress);
	has_written(file, "\r读 12%\rx     \r \r");
	fclose(file);
}

static void a_line_is_one(void **state)
{
	FILE *file = tmpfile();
	struct progress progress;

	(void)state;
	begin(&progress, file);
	now_ms += 1000;
	progress_say(&progress, "0123456789012345678901234567890123456789一");
	has_written(file, "\r012345678901234567890123456789012345678");
	assert_int_equal(progress.cols, 39);
	fclose(file);
}

static void without_a_terminal_nothing_is_written(void **state)
{
	struct progress progress;

	(void)state;
	begin(&progress, NULL);
	now_ms += 5000;
	progress_share(&progress, "%d%%", .5);
	progress_say(&progress, "x");
	progress_end(&progress);
	assert_int_equal(progress.cols, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_done_in_a_second_says_nothing),
		cmocka_unit_test(a_line_is_drawn_over_and_taken_away),
		cmocka_unit_test(a_line_is_one),
		cmocka_unit_test(without_a_terminal_nothing_is_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
