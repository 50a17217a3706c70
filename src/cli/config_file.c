/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/config_file.h"

#include "base/i18n.h"
#include "base/xdg.h"
#include "text/neutralise.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_BYTES 65536

bool config_file_add_path(struct buf *path)
{
	if (!xdg_add(path, XDG_CONFIG))
		return false;
	buf_add_c(path, "/config");
	return true;
}

/* Reads to the end, but no more than one byte too many. */
static bool config_file_read_all(struct buf *text, int fd)
{
	ssize_t got;

	do {
		size_t room_bytes = MOST_BYTES + 1 - text->len;
		char *room = buf_room(text, room_bytes);

		got = read(fd, room, room_bytes);
		if (got > 0)
			text->len += (size_t)got;
	} while ((got > 0 && text->len <= MOST_BYTES) ||
	         (got < 0 && errno == EINTR));
	return got >= 0;
}

/* NULL, or why the open file is not read, translated. */
static const char *config_file_why(struct buf *text, int fd)
{
	struct stat about;

	if (fstat(fd, &about))
		return i18n_reason(errno);
	if (S_ISDIR(about.st_mode))
		return i18n_reason(EISDIR);
	if (!S_ISREG(about.st_mode))
		return _("it is no regular file");
	if (!config_file_read_all(text, fd))
		return i18n_reason(errno);
	if (text->len > MOST_BYTES)
		return _("it has more than 64 KiB");
	if (text->len && memchr(text->ptr, '\0', text->len))
		return _("it is no text: there is a NUL in it");
	return NULL;
}

char *config_file_read(struct buf *text, const char *path)
{
	/* A FIFO is not waited for. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	int error = fd < 0 ? errno : 0;
	const char *why =
		fd < 0 ? i18n_reason(error) : config_file_why(text, fd);
	struct buf sentence;
	char *safe;

	if (fd >= 0)
		close(fd);
	errno = error == ENOENT ? ENOENT : 0;
	if (!why)
		return NULL;
	safe = neutralised(path);
	buf_init(&sentence);
	buf_addf(&sentence, _("settings are not read: %s: %s"), safe, why);
	free(safe);
	buf_clear(text);
	errno = error == ENOENT ? ENOENT : 0;
	return buf_steal(&sentence);
}
