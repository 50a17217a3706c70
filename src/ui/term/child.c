/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/child.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/process.h"
#include "base/save.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The signals that are handled otherwise while a command runs: program and command are
 * stopped together, and only signals that end the program are noted. */
static const struct {
	int signal;
	void (*handler)(int);
} meanwhile[] = {
	{ SIGINT, SIG_IGN },   { SIGQUIT, SIG_IGN }, { SIGTSTP, SIG_DFL },
	{ SIGWINCH, SIG_DFL }, { SIGCONT, SIG_DFL },
};

struct held {
	struct sigaction before[ARRAY_LEN(meanwhile)];
};

static void child_hold_signals(struct held *held)
{
	struct sigaction action = { 0 };

	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < ARRAY_LEN(meanwhile); i++) {
		action.sa_handler = meanwhile[i].handler;
		sigaction(meanwhile[i].signal, &action, &held->before[i]);
		if (held->before[i].sa_handler == SIG_IGN)
			sigaction(meanwhile[i].signal, &held->before[i], NULL);
	}
}

static void child_release_signals(const struct held *held)
{
	for (size_t i = 0; i < ARRAY_LEN(meanwhile); i++)
		sigaction(meanwhile[i].signal, &held->before[i], NULL);
}

/* 0, or the errno. */
static int start(pid_t *pid, char *const argv[], int input, int output)
{
	const int fds[] = { input, output, output };

	return process_start(
		pid,
		&(struct process){ .argv = argv, .fds = fds, .fd_count = 3 });
}

/* Asks for Enter and waits for it.  The terminal is as a shell has it and gives whole
 * lines, so Enter is none of the keymap's keys.  A signal that ends the program and a
 * terminal that is gone end the wait. */
static void await_enter(struct signals *signals)
{
	const struct str question = str_from(_("[Enter goes back]"));
	char line[256];
	ssize_t got;

	if (!save_all(signals->fd, STR("\n")) ||
	    !save_all(signals->fd, question))
		return;
	while (signals_wait(signals, -1) == NEWS_INPUT) {
		signals_was_read(signals);
		got = read(signals->fd, line, sizeof line);
		if (got <= 0 || line[got - 1] == '\n')
			return;
	}
}

/* What ends the program ends the command first, even one that is stopped; said twice,
 * even one that will not. */
static void pass_on(int signal, pid_t pid, int *last)
{
	if (!signals_is_end(signal))
		return;
	if (pid) {
		kill(pid, *last              ? SIGKILL
		          : signal == SIGHUP ? SIGHUP
		                             : SIGTERM);
		kill(pid, SIGCONT);
	}
	*last = signal;
}

static int run(const struct signals *signals, char *const argv[], int input,
               int *status)
{
	pid_t pid, ended;
	int error = start(&pid, argv, input, signals->fd), last = 0, signal;

	if (error)
		return error;
	while (!(ended = waitpid(pid, status, WNOHANG)))
		pass_on(signals_await_next(signals), pid, &last);
	error = ended < 0 ? errno : 0;
	/* That it ended is no news any more. */
	while ((signal = signals_next(signals)))
		pass_on(signal, 0, &last);
	if (last)
		signals_wake(signals, last);
	return error;
}

int child_run(struct signals *signals, char *const argv[],
              const struct str *input, bool waits, int *status)
{
	int fd = input ? process_input(*input) : signals->fd;
	struct held held;
	int error;

	if (fd < 0)
		return errno;
	child_hold_signals(&held);
	error = run(signals, argv, fd, status);
	/* A command may leave the terminal in a mode of its own. */
	tcsetattr(signals->fd, TCSADRAIN, &signals->before);
	/* What was typed for the command is nothing for us. */
	tcflush(signals->fd, TCIFLUSH);
	if (waits && !error)
		await_enter(signals);
	child_release_signals(&held);
	if (input)
		close(fd);
	return error;
}
