/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/correct/corrections_file.h"

#include "base/access.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/save.h"
#include "base/utf8.h"
#include "base/xdg.h"
#include "issue/issue.h"
#include "load/correct/corrections.h"
#include "load/input/source.h"
#include "text/neutralise.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define MIB        ((size_t)1024 * 1024)
#define FILE_BYTES (8 * MIB)
#define NAME_BYTES 200 /* of an issue's name, in the name of its file */
#define LOCK_TRIES 50
#define LOCK_NS    20000000 /* between two tries */

static bool corrections_file_is_folder(const char *path)
{
	struct stat about;

	return !stat(path, &about) && S_ISDIR(about.st_mode);
}

char *correction_file_beside(const char *name)
{
	struct buf path;

	buf_init(&path);
	buf_addf(&path, "%s%s%s", name,
	         corrections_file_is_folder(name) ? "/" : "",
	         CORRECTIONS_SUFFIX);
	return buf_steal(&path);
}

/* The hash tells issues of the same name in different folders apart. */
char *correction_file_in_data_folder(const char *name)
{
	char *real = realpath(name, NULL);
	const char *base = real ? strrchr(real, '/') : NULL;
	struct buf path;

	buf_init(&path);
	if (base && xdg_add(&path, XDG_DATA)) {
		struct str own = str_from(base + 1);

		if (own.len > NAME_BYTES)
			own.len = utf8_floor(own, NAME_BYTES);
		buf_addf(&path, "/%.*s-%08x%s", (int)own.len, own.ptr,
		         (unsigned)hash_text_32(str_from(real)),
		         CORRECTIONS_SUFFIX);
	}
	free(real);
	if (path.len)
		return buf_steal(&path);
	buf_release(&path);
	return NULL;
}

/* The folder of `path`; the caller frees. */
static char *folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? mem_dup(path, (size_t)(slash - path + 1))
	             : mem_dup(".", 1);
}

/* Is the file one that anyone may have put there?  It is if its folder can be written by
 * all, and its owner is neither the user, nor root, nor the owner of the issue. */
static bool is_foreign(const struct stat *about, const char *path,
                       const char *name)
{
	struct stat other;
	char *folder;
	bool open;

	if (about->st_uid == geteuid() || !about->st_uid ||
	    (!stat(name, &other) && other.st_uid == about->st_uid))
		return false;
	folder = folder_of(path);
	open = !stat(folder, &other) && (other.st_mode & S_IWOTH);
	free(folder);
	return open;
}

static enum correction_file_state state_of(const struct stat *about,
                                           const char *path, const char *name)
{
	if (S_ISLNK(about->st_mode))
		return CORRECTION_FILE_LINK;
	if (!S_ISREG(about->st_mode))
		return CORRECTION_FILE_STRANGE;
	if (is_foreign(about, path, name))
		return CORRECTION_FILE_FOREIGN;
	return CORRECTION_FILE_READ;
}

static enum correction_file_state read_open(struct buf *text, int fd,
                                            const char *path, const char *name)
{
	struct stat about;
	enum correction_file_state state;

	/* The file may have been replaced since lstat(). */
	if (fstat(fd, &about))
		return CORRECTION_FILE_UNREADABLE;
	state = state_of(&about, path, name);
	if (state == CORRECTION_FILE_READ &&
	    !source_read_open(text, fd, FILE_BYTES))
		state = errno == EFBIG ? CORRECTION_FILE_LARGE
		                       : CORRECTION_FILE_UNREADABLE;
	return state;
}

/* Does the error of lstat() say that there is no file, or none that can ever be seen?
 * Then it counts as absent; a later write fails and says so. */
static bool can_be_none(int error)
{
	return error == ENOENT || error == ENOTDIR || error == EACCES ||
	       error == ENAMETOOLONG;
}

enum correction_file_state
correction_file_read(struct buf *text, const char *path, const char *name)
{
	struct stat about;
	enum correction_file_state state;
	int fd, error;

	if (lstat(path, &about))
		return can_be_none(errno) ? CORRECTION_FILE_NONE
		                          : CORRECTION_FILE_UNREADABLE;
	state = state_of(&about, path, name);
	if (state != CORRECTION_FILE_READ)
		return state;
	fd = open(path,
	          O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (fd < 0)
		return errno == ELOOP ? CORRECTION_FILE_LINK
		                      : CORRECTION_FILE_UNREADABLE;
	state = read_open(text, fd, path, name);
	error = errno;
	close(fd);
	errno = error;
	return state;
}

char *correction_file_why(enum correction_file_state state, const char *path)
{
	int error = errno;
	struct str base = str_base_name(str_from(path));
	char *safe = neutralised(base.ptr);
	struct buf why;

	buf_init(&why);
	if (state == CORRECTION_FILE_LINK)
		buf_addf(&why, _("'%s' is a symbolic link"), safe);
	else if (state == CORRECTION_FILE_STRANGE)
		buf_addf(&why, _("'%s' is no regular file"), safe);
	else if (state == CORRECTION_FILE_FOREIGN)
		buf_addf(&why,
		         _("'%s' belongs to someone else, where anyone may "
		           "write"),
		         safe);
	else if (state == CORRECTION_FILE_LARGE)
		buf_addf(&why, _("'%s' has more than %zu MiB"), safe,
		         FILE_BYTES / MIB);
	else
		/* TRANSLATORS: name of a file, reason */
		buf_addf(&why, _("cannot read '%s': %s"), safe,
		         i18n_reason(error));
	free(safe);
	return buf_steal(&why);
}

/*
 * The folder is what is locked: the file is replaced when it is written, and a file
 * for the lock alone would be left behind.  The system takes the lock back when a
 * process ends, however it ends.  Over NFS folders cannot be locked.
 */
int correction_file_lock(const char *path)
{
	const struct timespec pause = { 0, LOCK_NS };
	char *folder = folder_of(path);
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	free(folder);
	for (int tries = 0; fd >= 0 && flock(fd, LOCK_EX | LOCK_NB); tries++) {
		if ((errno != EWOULDBLOCK && errno != EINTR) ||
		    tries >= LOCK_TRIES) {
			close(fd);
			return -1;
		}
		nanosleep(&pause, NULL);
	}
	return fd;
}

bool correction_file_write(const char *path, struct str text,
                           const struct access *most)
{
	struct access access;
	bool has_own, done;
	int error;

	if (text.len > FILE_BYTES) {
		errno = EFBIG;
		return false;
	}
	if (!xdg_make_above(path))
		return false;
	has_own = access_of(&access, path);
	if (has_own && most && access.owner != geteuid())
		access_limit(&access, most);
	done = save_file_as(path, text, SAVE_REPLACE,
	                    has_own ? &access : most) == SAVE_DONE;
	error = errno;
	if (has_own)
		access_release(&access);
	errno = error;
	return done;
}
