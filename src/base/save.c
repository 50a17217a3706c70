/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/save.h"

#include "base/access.h"
#include "base/mem.h"
#include "base/xdg.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file that is being written.  Where the system can make such files, it has no name until
 * it is whole, so that it is gone when the process ends; elsewhere it has a temporary name
 * in the same folder. */
struct pending {
	int folder, fd;
	char temporary[64]; /* empty: it has no name */
	bool named;         /* files without a name do not work here */
	mode_t mode;        /* with which it is created */
	bool holds_signals; /* signals are blocked */
	sigset_t usual;
};

bool save_all(int fd, struct str bytes)
{
	for (size_t at = 0; at < bytes.len;) {
		ssize_t done = write(fd, bytes.ptr + at, bytes.len - at);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		at += (size_t)done;
	}
	return true;
}

static void save_hold_signals(struct pending *pending)
{
	sigset_t all;

	if (pending->holds_signals)
		return;
	sigfillset(&all);
	pending->holds_signals = !sigprocmask(SIG_BLOCK, &all, &pending->usual);
}

static void save_release_signals(struct pending *pending)
{
	if (pending->holds_signals)
		sigprocmask(SIG_SETMASK, &pending->usual, NULL);
	pending->holds_signals = false;
}

static bool create(struct pending *pending)
{
	pending->fd =
		openat(pending->folder, pending->temporary,
	               O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
	               pending->mode);
	return pending->fd >= 0;
}

static bool link_nameless(const struct pending *pending, const char *name)
{
	char path[64];

	snprintf(path, sizeof path, "/proc/self/fd/%d", pending->fd);
	return !linkat(AT_FDCWD, path, pending->folder, name,
	               AT_SYMLINK_FOLLOW);
}

static bool link_temporary(struct pending *pending)
{
	return link_nameless(pending, pending->temporary);
}

/* Gives the file the first temporary name that is free, by calling `make`.  Signals are
 * blocked from then on: one that ended the process would leave the file behind. */
static bool take_name(struct pending *pending, bool (*make)(struct pending *))
{
	save_hold_signals(pending);
	for (int i = 0; i < 100; i++) {
		snprintf(pending->temporary, sizeof pending->temporary,
		         ".baolan-%ld-%d", (long)getpid(), i);
		if (make(pending))
			return true;
		if (errno != EEXIST)
			break;
	}
	pending->temporary[0] = '\0';
	return false;
}

static bool open_pending(struct pending *pending)
{
#if HAVE_DECL_O_TMPFILE
	/* A file without a name is given one through /proc (link_nameless()). */
	if (!pending->named && !access("/proc/self/fd", X_OK))
		pending->fd =
			openat(pending->folder, ".",
		               O_TMPFILE | O_WRONLY | O_CLOEXEC, pending->mode);
#endif
	return pending->fd >= 0 || take_name(pending, create);
}

/* The errors of a file system that has no links, such as FAT. */
static bool has_no_links(int error)
{
	return error == EPERM || error == EOPNOTSUPP || error == ENOSYS ||
	       error == EMLINK || error == EINVAL;
}

static bool rename_temporary(struct pending *pending, const char *name)
{
	if (renameat(pending->folder, pending->temporary, pending->folder,
	             name))
		return false;
	pending->temporary[0] = '\0';
	return true;
}

/* Puts the file in its place where the file system has no links: creates `name` as an empty
 * file, which fails if there is one, and renames the whole file to it. */
static bool claim_name(struct pending *pending, const char *name)
{
	int fd = openat(pending->folder, name,
	                O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
	                S_IRUSR | S_IWUSR);
	int error;

	if (fd < 0)
		return false;
	close(fd);
	if (rename_temporary(pending, name))
		return true;
	error = errno;
	unlinkat(pending->folder, name, 0);
	errno = error;
	return false;
}

static bool put_in_place(struct pending *pending, const char *name,
                         enum save_mode mode)
{
	if (mode == SAVE_NEW && !pending->temporary[0])
		return link_nameless(pending, name);
	if (mode == SAVE_NEW)
		return !linkat(pending->folder, pending->temporary,
		               pending->folder, name, 0) ||
		       (has_no_links(errno) && claim_name(pending, name));
	/* Only a file that has a name can be renamed to that of another. */
	if (!pending->temporary[0] && !take_name(pending, link_temporary))
		return false;
	return rename_temporary(pending, name);
}

/* A file system that cannot sync is no reason not to write.  One of a network may tell only
 * at a close that the disk is full, so a copy of the descriptor is closed while the file has
 * not taken the place of another. */
static bool sync_pending(const struct pending *pending)
{
	int copy;

	if (fsync(pending->fd) && errno != EINVAL && errno != ENOSYS &&
	    errno != EOPNOTSUPP)
		return false;
	copy = fcntl(pending->fd, F_DUPFD_CLOEXEC, 0);
	return copy < 0 || !close(copy);
}

static bool write_pending(struct pending *pending, const char *name,
                          struct str bytes, enum save_mode mode,
                          const struct access *access)
{
	if (!open_pending(pending) || !save_all(pending->fd, bytes))
		return false;
	if (access)
		access_give(access, pending->fd);
	return sync_pending(pending) && put_in_place(pending, name, mode);
}

/* Removes the file if it still has its temporary name, and closes it; keeps errno. */
static bool finish(struct pending *pending, bool done)
{
	int saved = errno;

	if (pending->temporary[0])
		unlinkat(pending->folder, pending->temporary, 0);
	save_release_signals(pending);
	/* All of a file that is in its place was synced before. */
	if (pending->fd >= 0)
		close(pending->fd);
	if (done)
		fsync(pending->folder);
	close(pending->folder);
	errno = saved;
	return done;
}

/* Is this a device or FIFO?  It has no content that a failure could harm. */
static bool is_stream(const char *path)
{
	struct stat about;

	return !stat(path, &about) &&
	       (S_ISCHR(about.st_mode) || S_ISFIFO(about.st_mode));
}

static bool save_is_folder(const char *path)
{
	struct stat about;

	return !stat(path, &about) && S_ISDIR(about.st_mode);
}

static enum save_result write_stream(const char *path, struct str bytes)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	bool done = fd >= 0 && save_all(fd, bytes);

	if (fd >= 0 && close(fd))
		done = false;
	return done ? SAVE_DONE : SAVE_FAILED;
}

/* Writes file `name` of folder `folder`. */
static bool write_file(const char *folder, const char *name, struct str bytes,
                       enum save_mode mode, const struct access *access)
{
	struct pending pending = { .fd = -1, .mode = 0666 };
	bool done;

	if (access)
		pending.mode = S_IRUSR | S_IWUSR;
	pending.folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (pending.folder < 0)
		return false;
	done = write_pending(&pending, name, bytes, mode, access);
	if (!done && pending.fd >= 0 && !pending.named &&
	    !pending.temporary[0] && has_no_links(errno)) {
		close(pending.fd);
		pending.fd = -1;
		pending.named = true;
		done = write_pending(&pending, name, bytes, mode, access);
	}
	return finish(&pending, done);
}

enum save_result save_file_as(const char *path, struct str bytes,
                              enum save_mode mode, const struct access *access)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	char *folder;
	bool done;

	if (is_stream(path))
		return write_stream(path, bytes);
	if (save_is_folder(path)) {
		errno = EISDIR;
		return SAVE_FAILED;
	}
	folder = slash ? mem_dup(path, (size_t)(slash - path + 1))
	               : mem_dup(".", 1);
	done = write_file(folder, name, bytes, mode, access);
	free(folder);
	if (done)
		return SAVE_DONE;
	return mode == SAVE_NEW && errno == EEXIST ? SAVE_EXISTS : SAVE_FAILED;
}

enum save_result save_file(const char *path, struct str bytes,
                           enum save_mode mode)
{
	struct access old;
	enum save_result result;
	int error;

	if (mode == SAVE_NEW || !access_of(&old, path))
		return save_file_as(path, bytes, mode, NULL);
	result = save_file_as(path, bytes, mode, &old);
	error = errno;
	access_release(&old);
	errno = error;
	return result;
}

/* Writes the bytes to `fd`, the new file at `path`, and closes it; removes it on failure. */
static bool fill_temporary(int fd, const char *path, struct str bytes)
{
	bool done = save_all(fd, bytes) && !fchmod(fd, S_IRUSR);
	int error = errno;

	if (close(fd) && done) {
		error = errno;
		done = false;
	}
	if (!done)
		unlink(path);
	errno = error;
	return done;
}

/* Makes a temporary file of the bytes in folder `path`, which is taken over.  Returns the
 * path of the file, for the caller to free, or NULL. */
static char *temporary_in(struct buf path, struct str bytes)
{
	int fd;

	buf_add_c(&path, "/baolan-XXXXXX.txt");
	fd = mkostemps(path.ptr, (int)strlen(".txt"), O_CLOEXEC);
	if (fd >= 0 && fill_temporary(fd, path.ptr, bytes))
		return buf_steal(&path);
	buf_release(&path);
	return NULL;
}

char *save_temporary(struct str bytes)
{
	struct buf folder;
	char *path = NULL;

	buf_init(&folder);
	if (xdg_add_runtime(&folder))
		path = temporary_in(folder, bytes);
	if (path)
		return path;
	buf_init(&folder);
	buf_add_c(&folder, "/tmp");
	return temporary_in(folder, bytes);
}
