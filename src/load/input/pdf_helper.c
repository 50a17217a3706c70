/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "load/input/pdf_helper.h"

#include "base/process.h"
#include "base/save.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define READ_BYTES  ((size_t)64 * 1024)
#define PASSWORD_FD 3

static uint64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

/* The end from which a password, which fits into a pipe, is read; -1 with errno. */
static int open_password(struct str password)
{
	int ends[2];

	if (pipe2(ends, O_CLOEXEC))
		return -1;
	if (password.len > PDF_PASSWORD_BYTES)
		password.len = PDF_PASSWORD_BYTES;
	save_all(ends[1], password);
	close(ends[1]);
	return ends[0];
}

/* Starts the program with descriptors 0 to 2, and PASSWORD_FD where it is needed. */
static int helper_spawn(struct pdf_helper *helper, const struct pdf_job *job,
                        const int *fds)
{
	char first[32], password[32];
	char *argv[4] = { (char *)job->program, first };
	char *const env[] = { NULL };
	bool has_password = job->password && *job->password;

	if (job->pictures_page)
		snprintf(first, sizeof first, "--pictures=%zu",
		         job->pictures_page);
	else
		snprintf(first, sizeof first, "--first-page=%zu",
		         job->first_page);
	snprintf(password, sizeof password, "--password-fd=%d", PASSWORD_FD);
	if (has_password)
		argv[2] = password;
	return process_start(
		&helper->pid,
		&(struct process){ .argv = argv,
	                           .env = env,
	                           .fds = fds,
	                           .fd_count = PASSWORD_FD + has_password,
	                           .closes_others = true,
	                           .own_group = true });
}

static void close_all(const int *fds, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (fds[i] >= 0)
			close(fds[i]);
}

int pdf_helper_start(struct pdf_helper *helper, const struct pdf_job *job)
{
	int ends[2] = { -1, -1 }, error = 0;
	int fds[PASSWORD_FD + 1] = { process_input(job->bytes), -1,
		                     open("/dev/null", O_WRONLY | O_CLOEXEC),
		                     open_password(str_from(job->password)) };

	assert(job->program && (job->first_page || job->pictures_page));
	*helper = (struct pdf_helper){ .fd = -1,
		                       .silent_since_ms = now_ms(),
		                       .silent_most_ms = PDF_SILENT_MOST_MS,
		                       .all_most_bytes = PDF_RECORDS_MOST };
	if (pipe2(ends, O_CLOEXEC))
		error = errno;
	helper->fd = ends[0];
	fds[STDOUT_FILENO] = ends[1];
	for (size_t i = 0; i <= PASSWORD_FD && !error; i++)
		error = fds[i] < 0 ? EMFILE : 0;
	if (!error && fcntl(helper->fd, F_SETFL, O_NONBLOCK))
		error = errno;
	if (!error)
		error = helper_spawn(helper, job, fds);
	close_all(fds, PASSWORD_FD + 1);
	return error;
}

/* Has the process given nothing for too long?  Then it is ended. */
static bool helper_is_late(struct pdf_helper *helper)
{
	helper->is_late =
		now_ms() - helper->silent_since_ms >= helper->silent_most_ms;
	return helper->is_late;
}

/* True: there may be more. */
static bool helper_take(struct pdf_helper *helper, struct buf *out)
{
	char *room = buf_room(out, READ_BYTES);
	ssize_t got = read(helper->fd, room, READ_BYTES);

	if (got < 0)
		return errno == EINTR || errno == EAGAIN;
	if (!got)
		return false;
	out->len += (size_t)got;
	room[got] = '\0';
	helper->silent_since_ms = now_ms();
	helper->all_bytes += (size_t)got;
	helper->is_too_long = helper->all_bytes > helper->all_most_bytes;
	return !helper->is_too_long;
}

bool pdf_helper_read(struct pdf_helper *helper, struct buf *out, int most_ms)
{
	struct pollfd news = { .fd = helper->fd, .events = POLLIN };
	int count;

	if (helper->fd < 0)
		return false;
	count = poll(&news, 1, most_ms);
	if (count < 0)
		count = errno == EINTR ? 0 : 1;
	if (count ? helper_take(helper, out) : !helper_is_late(helper))
		return true;
	pdf_helper_stop(helper);
	return false;
}

void pdf_helper_stop(struct pdf_helper *helper)
{
	if (helper->fd >= 0)
		close(helper->fd);
	helper->fd = -1;
	if (helper->pid <= 0)
		return;
	kill(helper->pid, SIGKILL);
	while (waitpid(helper->pid, NULL, 0) < 0 && errno == EINTR)
		continue;
	helper->pid = 0;
}
