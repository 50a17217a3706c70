/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/file.h"

#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool file_is_folder(const char *path)
{
	struct stat about;

	return !stat(path, &about) && S_ISDIR(about.st_mode);
}

bool file_make_above(const char *path, mode_t mode)
{
	char *part = mem_dup(path, strlen(path));
	bool done = true;

	for (char *slash = *part ? strchr(part + 1, '/') : NULL; slash && done;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (!file_is_folder(part))
			done = !mkdir(part, mode) || errno == EEXIST;
		*slash = '/';
	}
	free(part);
	return done;
}

/* Compares what is left of an open file. */
static bool file_reads_as(int fd, struct str bytes)
{
	char chunk[65536];
	ssize_t got;
	size_t at = 0;

	while ((got = read(fd, chunk, sizeof chunk)) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0 || (size_t)got > bytes.len - at ||
		    memcmp(chunk, bytes.ptr + at, (size_t)got))
			return false;
		at += (size_t)got;
	}
	return at == bytes.len;
}

bool file_holds(const char *path, struct str bytes)
{
	struct stat about;
	int fd;
	bool same;

	if (stat(path, &about) || !S_ISREG(about.st_mode) ||
	    (size_t)about.st_size != bytes.len)
		return false;
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return false;
	same = file_reads_as(fd, bytes);
	close(fd);
	return same;
}
