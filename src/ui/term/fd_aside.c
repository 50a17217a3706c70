/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/fd_aside.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* Makes `fd` lead where `to` does; it stays closed to other programs. */
static void fd_aside_lead(int fd, int to)
{
	while (dup2(to, fd) < 0 && errno == EINTR)
		continue;
	fcntl(fd, F_SETFD, FD_CLOEXEC);
}

bool fd_aside_begin(struct fd_aside *aside, int fd)
{
	int null = open("/dev/null", O_WRONLY | O_CLOEXEC);

	*aside = (struct fd_aside){ fd, -1 };
	if (null >= 0)
		aside->kept = fcntl(fd, F_DUPFD_CLOEXEC, 0);
	if (aside->kept >= 0)
		fd_aside_lead(fd, null);
	if (null >= 0)
		close(null);
	return aside->kept >= 0;
}

void fd_aside_end(const struct fd_aside *aside)
{
	fd_aside_lead(aside->fd, aside->kept);
	close(aside->kept);
}
