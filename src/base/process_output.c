/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/process_output.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define READ_BYTES ((size_t)64 * 1024)

static uint64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

int process_output_open(struct process_output *output, int *end,
                        uint64_t silent_most_ms, size_t all_most_bytes)
{
	int ends[2] = { -1, -1 }, error = 0;

	*output = (struct process_output){ .silent_since_ms = now_ms(),
		                           .silent_most_ms = silent_most_ms,
		                           .all_most_bytes = all_most_bytes };
	if (pipe2(ends, O_CLOEXEC))
		error = errno;
	else if (fcntl(ends[0], F_SETFL, O_NONBLOCK))
		error = errno;
	output->fd = ends[0];
	*end = ends[1];
	return error;
}

/* Has the process given nothing for too long?  Then it is ended. */
static bool output_is_late(struct process_output *output)
{
	output->is_late =
		now_ms() - output->silent_since_ms >= output->silent_most_ms;
	return output->is_late;
}

/* True: there may be more. */
static bool output_take(struct process_output *output, struct buf *out)
{
	char *room = buf_room(out, READ_BYTES);
	ssize_t got = read(output->fd, room, READ_BYTES);

	if (got < 0)
		return errno == EINTR || errno == EAGAIN;
	if (!got)
		return false;
	out->len += (size_t)got;
	room[got] = '\0';
	output->silent_since_ms = now_ms();
	output->all_bytes += (size_t)got;
	output->is_too_long = output->all_bytes > output->all_most_bytes;
	return !output->is_too_long;
}

bool process_output_read(struct process_output *output, struct buf *out,
                         int most_ms)
{
	struct pollfd news = { .fd = output->fd, .events = POLLIN };
	int count;

	if (output->fd < 0)
		return false;
	count = poll(&news, 1, most_ms);
	if (count < 0)
		count = errno == EINTR ? 0 : 1;
	if (count ? output_take(output, out) : !output_is_late(output))
		return true;
	process_output_stop(output);
	return false;
}

void process_output_stop(struct process_output *output)
{
	if (output->fd >= 0)
		close(output->fd);
	output->fd = -1;
	if (output->pid <= 0)
		return;
	/* What it has started is of its group, where it has one. */
	kill(-output->pid, SIGKILL);
	kill(output->pid, SIGKILL);
	while (waitpid(output->pid, NULL, 0) < 0 && errno == EINTR)
		continue;
	output->pid = 0;
}
