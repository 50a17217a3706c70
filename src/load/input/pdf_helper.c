/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "load/input/pdf_helper.h"

#include "base/process.h"
#include "base/save.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PASSWORD_FD 3

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
static int helper_spawn(struct process_output *helper,
                        const struct pdf_job *job, const int *fds)
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

int pdf_helper_start(struct process_output *helper, const struct pdf_job *job)
{
	int end;
	int error = process_output_open(helper, &end, PDF_SILENT_MOST_MS,
	                                PDF_RECORDS_MOST);
	int fds[PASSWORD_FD + 1] = { process_input(job->bytes), end,
		                     open("/dev/null", O_WRONLY | O_CLOEXEC),
		                     open_password(str_from(job->password)) };

	assert(job->program && (job->first_page || job->pictures_page));
	for (size_t i = 0; i <= PASSWORD_FD && !error; i++)
		error = fds[i] < 0 ? EMFILE : 0;
	if (!error)
		error = helper_spawn(helper, job, fds);
	close_all(fds, PASSWORD_FD + 1);
	return error;
}
