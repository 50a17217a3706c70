/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/wire.h"

#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* Ready, and nothing there: so often in a row, and it is gone. */
#define EMPTY_READS_MAX 3

bool wire_open(struct wire *wire, int fd)
{
	wire->fd = fd;
	return !tcgetattr(fd, &wire->before) &&
	       !pipe2(wire->wake, O_CLOEXEC | O_NONBLOCK);
}

void wire_add_restore(struct wire *wire, const char *text)
{
	size_t len;

	if (!text || text == (char *)-1)
		return;
	len = strlen(text);
	if (wire->restore_len + len > sizeof wire->restore)
		return;
	memcpy(wire->restore + wire->restore_len, text, len);
	wire->restore_len += len;
}

void wire_catch(struct wire *wire, void (*wake)(int), void (*crash)(int))
{
	static const int wakes[] = { SIGWINCH, SIGCONT, SIGTERM, SIGHUP,
		                     SIGINT,   SIGQUIT, SIGCHLD };
	static const int crashes[] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE,
		                       SIGILL };
	const stack_t stack = { .ss_sp = wire->stack,
		                .ss_size = sizeof wire->stack };
	struct sigaction action = { .sa_handler = wake };
	sigset_t caught;

	sigemptyset(&action.sa_mask);
	sigemptyset(&caught);
	for (size_t i = 0; i < ARRAY_LEN(wakes); i++) {
		sigaction(wakes[i], &action, NULL);
		sigaddset(&caught, wakes[i]);
	}
	/* Who started us may have held them back. */
	sigprocmask(SIG_UNBLOCK, &caught, NULL);
	sigaltstack(&stack, NULL);
	action.sa_handler = crash;
	action.sa_flags = (int)SA_RESETHAND | SA_ONSTACK | SA_NODEFER;
	for (size_t i = 0; i < ARRAY_LEN(crashes); i++)
		sigaction(crashes[i], &action, NULL);
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
	ssize_t done = write(wire->fd, wire->restore, wire->restore_len);

	(void)done;
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
