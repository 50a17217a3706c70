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

#define READ_BYTES ((size_t)1 << 20) /* at once */

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

/* Reads to the end, but no more than one byte too many. */
static int file_read_all(struct buf *bytes, int fd, size_t most_bytes)
{
	ssize_t got;

	do {
		size_t room_bytes = most_bytes + 1 - bytes->len;
		char *room;

		if (room_bytes > READ_BYTES)
			room_bytes = READ_BYTES;
		room = buf_room(bytes, room_bytes);
		got = read(fd, room, room_bytes);
		if (got > 0)
			bytes->len += (size_t)got;
	} while ((got > 0 && bytes->len <= most_bytes) ||
	         (got < 0 && errno == EINTR));
	if (bytes->cap)
		bytes->ptr[bytes->len] = '\0';
	return got < 0 ? errno : bytes->len > most_bytes ? EFBIG : 0;
}

int file_read(struct buf *bytes, const char *path, size_t most_bytes)
{
	/* A FIFO is not waited for. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	struct stat about;
	int error = 0;

	if (fd < 0)
		return errno;
	if (fstat(fd, &about))
		error = errno;
	else if (S_ISDIR(about.st_mode))
		error = EISDIR;
	else if (!S_ISREG(about.st_mode))
		error = ENOTSUP;
	if (!error)
		error = file_read_all(bytes, fd, most_bytes);
	close(fd);
	return error;
}
