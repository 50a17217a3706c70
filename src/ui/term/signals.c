/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/signals.h"

#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* Ready, and nothing there: so often in a row, and it is gone. */
#define EMPTY_READS_MAX 3

/* What pipe2() does at once on the systems that have it. */
static bool wire_open_pipe(int ends[2])
{
	bool done = !pipe(ends);

	for (int i = 0; done && i < 2; i++)
		done = !fcntl(ends[i], F_SETFD, FD_CLOEXEC) &&
		       !fcntl(ends[i], F_SETFL, O_NONBLOCK);
	return done;
}

bool wire_open(struct wire *wire, int fd)
{
	wire->fd = fd;
	return !tcgetattr(fd, &wire->before) && wire_open_pipe(wire->wake);
}

void wire_keep_restore(struct wire *wire, struct buf *text)
{
	size_t len = text->len;

	wire->restore = (struct str){ buf_steal(text), len };
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

void wire_catch(struct wire *wire, void (*wake)(int), void (*crash)(int))
{
	const stack_t stack = { .ss_sp = wire->stack,
		                .ss_size = sizeof wire->stack };
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

bool wire_signal_ends(int signal)
{
	return meanings[signal] == MEANS_END ||
	       meanings[signal] == MEANS_END_ALWAYS;
}

void wire_follow(int signal)
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

void wire_wake(const struct wire *wire, int signal)
{
	int error = errno;
	char number = (char)signal;
	ssize_t done = write(wire->wake[1], &number, 1);

	(void)done; /* a full pipe wakes as well */
	errno = error;
}

/* Nothing of stdio or curses may be called here. */
void wire_crash(const struct wire *wire, int signal)
{
	ssize_t done = write(wire->fd, wire->restore.ptr, wire->restore.len);

	(void)done;
	tcflush(wire->fd, TCIFLUSH); /* no answer for the shell to read */
	tcsetattr(wire->fd, TCSANOW, &wire->before);
	raise(signal); /* SA_RESETHAND: the default takes it */
}

enum wire_news wire_wait(struct wire *wire, bool waits)
{
	struct pollfd fds[2] = { { .fd = wire->fd, .events = POLLIN },
		                 { .fd = wire->wake[0], .events = POLLIN } };
	int ready;

	do
		ready = poll(fds, 2, waits ? -1 : 0);
	while (ready < 0 && errno == EINTR);
	if (ready < 0)
		return WIRE_GONE;
	if (!ready)
		return WIRE_NOTHING;
	if (fds[1].revents & POLLIN)
		return WIRE_SIGNAL;
	if (fds[0].revents & (POLLHUP | POLLERR | POLLNVAL) ||
	    ++wire->empty_reads > EMPTY_READS_MAX)
		return WIRE_GONE;
	return WIRE_INPUT;
}

bool wire_await_input(const struct wire *wire, int most_ms)
{
	struct pollfd fd = { .fd = wire->fd, .events = POLLIN };
	int ready = poll(&fd, 1, most_ms);

	return (ready > 0 && fd.revents == POLLIN) ||
	       (ready < 0 && errno == EINTR);
}

bool wire_await(const struct wire *wire, int fd)
{
	struct pollfd fds[3] = { { .fd = wire->fd, .events = POLLIN },
		                 { .fd = wire->wake[0], .events = POLLIN },
		                 { .fd = fd, .events = POLLIN } };

	while (poll(fds, 3, -1) < 0 && errno == EINTR)
		continue;
	return fds[2].revents && !fds[0].revents && !fds[1].revents;
}

void wire_was_read(struct wire *wire)
{
	wire->empty_reads = 0;
}

int wire_signal(const struct wire *wire)
{
	char signal = 0;

	return read(wire->wake[0], &signal, 1) == 1 ? signal : 0;
}

int wire_await_signal(const struct wire *wire)
{
	struct pollfd fd = { .fd = wire->wake[0], .events = POLLIN };
	int signal;

	while (!(signal = wire_signal(wire)))
		poll(&fd, 1, -1);
	return signal;
}
