/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void leave(void)
{
	char *none = NULL;
	size_t cap = 0;

	fputs("left\n", stderr);
	/* There is none for this either. */
	mem_grow(none, &cap, SIZE_MAX / 2, 4);
}

/* The screen is left before the message, which nobody would see otherwise; once. */
static void the_screen_is_left_first(void **state)
{
	char said[256];
	size_t len = 0;
	ssize_t got;
	int ends[2], status;
	pid_t child;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (!child) {
		dup2(ends[1], STDERR_FILENO);
		mem_before_end(leave);
		mem_none();
	}
	close(ends[1]);
	while ((got = read(ends[0], said + len, sizeof said - 1 - len)) > 0)
		len += (size_t)got;
	said[len] = '\0';
	assert_string_equal(said, "left\nbaolan: out of memory\n");
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 2);
	close(ends[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_screen_is_left_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
