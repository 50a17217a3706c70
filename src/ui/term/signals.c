/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/signals.h"

#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* The terminal is gone when it was ready and gave nothing so often in a row. */
#define EMPTY_READS_MAX 3

/* Opens a pipe as pipe2() with O_CLOEXEC and O_NONBLOCK does, which not all systems
 * have. */
static bool signals_open_pipe(int ends[2])
{
	bool done = !pipe(ends);

	for (int i = 0; done && i < 2; i++)
		done = !fcntl(ends[i], F_SETFD, FD_CLOEXEC) &&
		       !fcntl(ends[i], F_SETFL, O_NONBLOCK);
	return done;
}

bool signals_open(struct signals *signals, int fd)
{
	signals->fd = fd;
	return !tcgetattr(fd, &signals->before) &&
	       signals_open_pipe(signals->wake);
}

void signals_keep_restore(struct signals *signals, struct buf *text)
{
	size_t len = text->len;

	signals->restore = (struct str){ buf_steal(text), len };
}

/* What a signal means; of those that are not listed, that the program shall end. */
enum meaning {
	MEANS_END,        /* soon: what is being written is written */
	MEANS_END_ALWAYS, /* the same, even where who started us ignores it */
	MEANS_STOP,
	MEANS_NEWS,
	MEANS_CRASH,   /* or that no time is left: at once */
	MEANS_NOTHING, /* not caught here */
};

static const unsigned char meanings[NSIG] = {
	[SIGTERM] = MEANS_END_ALWAYS, [SIGHUP] = MEANS_END_ALWAYS,
	[SIGINT] = MEANS_END_ALWAYS,  [SIGQUIT] = MEANS_END_ALWAYS,
	[SIGTSTP] = MEANS_STOP,       [SIGWINCH] = MEANS_NEWS,
	[SIGCONT] = MEANS_NEWS,       [SIGCHLD] = MEANS_NEWS,
	[SIGSEGV] = MEANS_CRASH,      [SIGABRT] = MEANS_CRASH,
	[SIGBUS] = MEANS_CRASH,       [SIGFPE] = MEANS_CRASH,
	[SIGILL] = MEANS_CRASH,       [SIGSYS] = MEANS_CRASH,
	[SIGTRAP] = MEANS_CRASH,      [SIGXCPU] = MEANS_CRASH,
	[SIGKILL] = MEANS_NOTHING,    [SIGSTOP] = MEANS_NOTHING,
	[SIGTTIN] = MEANS_NOTHING,    [SIGTTOU] = MEANS_NOTHING,
	[SIGURG] = MEANS_NOTHING,     [SIGPIPE] = MEANS_NOTHING,
	[SIGXFSZ] = MEANS_NOTHING,
};

static bool is_default(int signal)
{
	struct sigaction action;

	return !sigaction(signal, NULL, &action) &&
	       action.sa_handler == SIG_DFL;
}

void signals_catch(struct signals *signals, void (*wake)(int),
                   void (*crash)(int))
{
	const stack_t stack = { .ss_sp = signals->stack,
		                .ss_size = sizeof signals->stack };
	const struct sigaction waking = { .sa_handler = wake };
	const struct sigaction crashing = {
		.sa_handler = crash,
		.sa_flags = (int)SA_RESETHAND | SA_ONSTACK | SA_NODEFER,
	};
	sigset_t caught;

	sigemptyset(&caught);
	sigaltstack(&stack, NULL);
	for (int signal = 1; signal < NSIG; signal++) {
		enum meaning meaning = meanings[signal];

		if (meaning == MEANS_CRASH)
			sigaction(signal, &crashing, NULL);
		else if (meaning == MEANS_END_ALWAYS || meaning == MEANS_NEWS) {
			sigaction(signal, &waking, NULL);
			sigaddset(&caught, signal);
		} else if (meaning != MEANS_NOTHING && is_default(signal)) {
			sigaction(signal, &waking, NULL);
		}
	}
	/* Who started us may have held them back. */
	sigprocmask(SIG_UNBLOCK, &caught, NULL);
}

bool signals_is_end(int signal)
{
	return meanings[signal] == MEANS_END ||
	       meanings[signal] == MEANS_END_ALWAYS;
}

void signals_follow(int signal)
{
	const struct sigaction standard = { .sa_handler = SIG_DFL };
	struct sigaction ours;
	sigset_t set, before;

	sigemptyset(&set);
	sigaddset(&set, signal);
	sigaction(signal, &standard, &ours);
	sigprocmask(SIG_UNBLOCK, &set, &before);
	raise(signal);
	sigprocmask(SIG_SETMASK, &before, NULL);
	sigaction(signal, &ours, NULL);
}

void signals_wake(const struct signals *signals, int signal)
{
	int error = errno;
	char number = (char)signal;
	ssize_t done = write(signals->wake[1], &number, 1);

	(void)done; /* a full pipe wakes as well */
	errno = error;
}

/* Nothing of stdio or curses may be called here. */
void signals_crash(const struct signals *signals, int signal)
{
	ssize_t done =
		write(signals->fd, signals->restore.ptr, signals->restore.len);

	(void)done;
	tcflush(signals->fd, TCIFLUSH); /* no answer for the shell to read */
	tcsetattr(signals->fd, TCSANOW, &signals->before);
	raise(signal); /* SA_RESETHAND: the default takes it */
}

enum signals_news signals_wait(struct signals *signals, int most_ms)
{
	struct pollfd fds[2] = { { .fd = signals->fd, .events = POLLIN },
		                 { .fd = signals->wake[0], .events = POLLIN } };
	int ready;

	do
		ready = poll(fds, 2, most_ms);
	while (ready < 0 && errno == EINTR);
	if (ready < 0)
		return NEWS_GONE;
	if (!ready)
		return NEWS_NOTHING;
	if (fds[1].revents & POLLIN)
		return NEWS_SIGNAL;
	if (fds[0].revents & (POLLHUP | POLLERR | POLLNVAL) ||
	    ++signals->empty_reads > EMPTY_READS_MAX)
		return NEWS_GONE;
	return NEWS_INPUT;
}

bool signals_await_input(const struct signals *signals, int most_ms)
{
	struct pollfd fd = { .fd = signals->fd, .events = POLLIN };
	int ready = poll(&fd, 1, most_ms);

	return (ready > 0 && fd.revents == POLLIN) ||
	       (ready < 0 && errno == EINTR);
}

bool signals_await(const struct signals *signals, int fd, int most_ms)
{
	struct pollfd fds[3] = { { .fd = signals->fd, .events = POLLIN },
		                 { .fd = signals->wake[0], .events = POLLIN },
		                 { .fd = fd, .events = POLLIN } };

	int ready;

	do
		ready = poll(fds, 3, most_ms);
	while (ready < 0 && errno == EINTR);
	return ready > 0 && fds[2].revents && !fds[0].revents &&
	       !fds[1].revents;
}

void signals_was_read(struct signals *signals)
{
	signals->empty_reads = 0;
}

int signals_next(const struct signals *signals)
{
	char signal = 0;

	return read(signals->wake[0], &signal, 1) == 1 ? signal : 0;
}

int signals_await_next(const struct signals *signals)
{
	struct pollfd fd = { .fd = signals->wake[0], .events = POLLIN };
	int signal;

	while (!(signal = signals_next(signals)))
		poll(&fd, 1, -1);
	return signal;
}

void signals_key_of_interrupt(int fd)
{
	struct termios modes;

	if (tcgetattr(fd, &modes))
		return;
	modes.c_cc[VINTR] = _POSIX_VDISABLE;
	tcsetattr(fd, TCSANOW, &modes);
}
