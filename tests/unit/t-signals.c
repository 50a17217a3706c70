/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/signals.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void on_signal(int signal)
{
	(void)signal;
}

/* Who starts the reader may hold signals back; it would wait for ever for the end of
 * a command. */
static void what_is_caught_comes(void **state)
{
	static struct signals signals;
	sigset_t held, now;

	(void)state;
	sigemptyset(&held);
	sigaddset(&held, SIGCHLD);
	sigaddset(&held, SIGTERM);
	sigaddset(&held, SIGUSR1);
	assert_int_equal(sigprocmask(SIG_BLOCK, &held, NULL), 0);
	signals_catch(&signals, on_signal, on_signal);
	assert_int_equal(sigprocmask(SIG_BLOCK, NULL, &now), 0);
	assert_int_equal(sigismember(&now, SIGCHLD), 0);
	assert_int_equal(sigismember(&now, SIGTERM), 0);
	assert_int_equal(sigismember(&now, SIGUSR1), 1);
}

/* A crash writes all that puts the screen back, however much that is. */
static void no_restore_is_too_long(void **state)
{
	static struct signals signals;
	struct buf restore;
	char got[5000];
	size_t len = 0;
	ssize_t more;
	int ends[2], status;
	pid_t child;

	(void)state;
	buf_init(&restore);
	while (restore.len < 4000)
		buf_add_c(&restore, "\033[0m");
	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (!child) {
		signals.fd = ends[1];
		signals_keep_restore(&signals, &restore);
		signal(SIGABRT, SIG_DFL);
		signals_crash(&signals, SIGABRT);
		_exit(0);
	}
	close(ends[1]);
	while ((more = read(ends[0], got + len, sizeof got - len)) > 0)
		len += (size_t)more;
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
	assert_int_equal(len, restore.len);
	assert_memory_equal(got, restore.ptr, len);
	buf_release(&restore);
}

/* What ends a program by default ends it here, and nothing else does. */
static void signals_that_end_are_known(void **state)
{
	const int ends[] = { SIGTERM, SIGHUP,  SIGINT,  SIGQUIT,
		             SIGALRM, SIGUSR1, SIGUSR2, SIGVTALRM,
		             SIGPROF, SIGPOLL, SIGRTMIN };
	static const int others[] = { SIGWINCH, SIGCONT, SIGCHLD, SIGTSTP,
		                      SIGSEGV,  SIGURG,  SIGTTOU };

	(void)state;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		assert_true(signals_is_end(ends[i]));
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		assert_false(signals_is_end(others[i]));
}

/* Who started us ignores a signal that is no order to us. */
static void what_is_ignored_stays_so(void **state)
{
	static struct signals signals;
	struct sigaction now;

	(void)state;
	signal(SIGUSR2, SIG_IGN);
	signal(SIGINT, SIG_IGN);
	signals_catch(&signals, on_signal, on_signal);
	sigaction(SIGUSR2, NULL, &now);
	assert_true(now.sa_handler == SIG_IGN);
	sigaction(SIGINT, NULL, &now);
	assert_true(now.sa_handler == on_signal);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_caught_comes),
		cmocka_unit_test(no_restore_is_too_long),
		cmocka_unit_test(signals_that_end_are_known),
		cmocka_unit_test(what_is_ignored_stays_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
