/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../bench/figure.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* Of a run with that figure: the status is that of a whole program. */
static int status_with(double value, int decimals)
{
	pid_t child = fork();
	int status = -1;

	if (!child) {
		figure("a test of one that is none", value, decimals);
		_exit(figure_status());
	}
	waitpid(child, &status, 0);
	return WEXITSTATUS(status);
}

static void what_measured_nothing_is_a_failure(void **state)
{
	static const struct {
		double value;
		int decimals, status;
	} cases[] = {
		{ 0.01, 2, 0 }, { 0.006, 2, 0 }, { 1, 0, 0 },
		{ 0, 2, 1 },    { 0.004, 2, 1 }, { 0.4, 0, 1 },
		{ -1, 2, 1 },   { NAN, 2, 1 },   { INFINITY, 2, 1 },
		{ 1e9, 2, 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(status_with(cases[i].value, cases[i].decimals),
		                 cases[i].status);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_measured_nothing_is_a_failure),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
