/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wire.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void on_signal(int signal)
{
	(void)signal;
}

/* Who starts the reader may hold signals back; it would wait for ever for the end of
 * a command. */
static void what_is_caught_comes(void **state)
{
	static struct wire wire;
	sigset_t held, now;

	(void)state;
	sigemptyset(&held);
	sigaddset(&held, SIGCHLD);
	sigaddset(&held, SIGTERM);
	sigaddset(&held, SIGUSR1);
	assert_int_equal(sigprocmask(SIG_BLOCK, &held, NULL), 0);
	wire_catch(&wire, on_signal, on_signal);
	assert_int_equal(sigprocmask(SIG_BLOCK, NULL, &now), 0);
	assert_int_equal(sigismember(&now, SIGCHLD), 0);
	assert_int_equal(sigismember(&now, SIGTERM), 0);
	assert_int_equal(sigismember(&now, SIGUSR1), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_caught_comes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
