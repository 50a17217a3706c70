/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

/*
 * A library that stands between a program and the C library (LD_PRELOAD) and makes calls
 * fail.  The variable BAOLAN_FAULT says which:
 *
 *   CALL NUMBER ERRNO   the call with that number (from 1) fails with errno ERRNO; in ERRNO's
 *                       place `kill` ends the process by SIGKILL, before the call, and `half`
 *                       lets a read or write have one byte
 *   CALL every ERRNO    each call fails; with EINTR, each first of two
 *   key NUMBER ERRNO    that read of a terminal fails, and all that follow it
 *   disk BYTES ERRNO    so many bytes can be written to files, and no more
 *
 * CALL is malloc, read (of what is no terminal), key (a read of a terminal), write, open,
 * close, fsync, link, rename, unlink, or `file` for all of those that change files.  Calls on
 * terminals and pipes count as write, but not for `disk` and `file`.  When the process ends it writes to the file BAOLAN_FAULT_COUNT how many
 * calls of each kind there were, a line each, and for `disk` how many bytes.
 */

enum call {
	CALL_NONE,
	CALL_MALLOC,
	CALL_READ,
	CALL_KEY,
	CALL_WRITE,
	CALL_OPEN,
	CALL_CLOSE,
	CALL_FSYNC,
	CALL_LINK,
	CALL_RENAME,
	CALL_UNLINK,
	CALL_FILE,
	CALL_DISK,
	CALL_COUNT
};

static const char *const call_names[CALL_COUNT] = {
	[CALL_MALLOC] = "malloc", [CALL_READ] = "read",
	[CALL_KEY] = "key",       [CALL_WRITE] = "write",
	[CALL_OPEN] = "open",     [CALL_CLOSE] = "close",
	[CALL_FSYNC] = "fsync",   [CALL_LINK] = "link",
	[CALL_RENAME] = "rename", [CALL_UNLINK] = "unlink",
	[CALL_FILE] = "file",     [CALL_DISK] = "disk",
};

/* What BAOLAN_FAULT says.  The library is called by a program that knows nothing of it, so
 * this is its only place. */
static struct {
	enum call call;
	bool every, kills, halves;
	long number; /* of the call, or bytes of the disk */
	int error;
	long counts[CALL_COUNT]; /* calls so far, or bytes written */
	const char *count_file;
} fault;

static void read_fault(void)
{
	const char *text = getenv("BAOLAN_FAULT");
	char call[16] = "", number[16] = "", error[16] = "";

	fault.count_file = getenv("BAOLAN_FAULT_COUNT");
	if (!text || sscanf(text, "%15s %15s %15s", call, number, error) != 3)
		return;
	for (int i = 1; i < CALL_COUNT; i++)
		if (!strcmp(call, call_names[i]))
			fault.call = (enum call)i;
	fault.every = !strcmp(number, "every");
	fault.number = atol(number);
	fault.kills = !strcmp(error, "kill");
	fault.halves = !strcmp(error, "half");
	fault.error = atoi(error);
}

__attribute__((constructor)) static void begin(void)
{
	read_fault();
}

/* By the kernel alone: streams have been closed by now. */
__attribute__((destructor)) static void end(void)
{
	char text[CALL_COUNT * 32];
	int fd, len = 0;

	if (!fault.count_file)
		return;
	for (int i = 1; i < CALL_COUNT; i++)
		len += snprintf(text + len, sizeof text - (size_t)len,
		                "%s %ld\n", call_names[i], fault.counts[i]);
	fault.call = CALL_NONE;
	fd = open(fault.count_file, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	if (fd < 0 || write(fd, text, (size_t)len) != len)
		abort();
	close(fd);
}

/* Is the call of that number one that fails? */
static bool fails(long number)
{
	if (fault.every)
		return fault.error != EINTR || number % 2 == 1;
	return fault.call == CALL_KEY ? number >= fault.number
	                              : number == fault.number;
}

/* Is this a call that fails?  It is counted. */
static bool is_hit(enum call call)
{
	const long number = ++fault.counts[call];

	if (fault.call != call || !fails(number))
		return false;
	if (fault.kills)
		raise(SIGKILL);
	errno = fault.error;
	return true;
}

/* The same of a call that changes files. */
static bool is_file_hit(enum call call)
{
	return is_hit(call) || is_hit(CALL_FILE);
}

static bool is_file(int fd)
{
	struct stat about;

	return !fstat(fd, &about) && S_ISREG(about.st_mode);
}

/* The function of that name that stands behind those here. */
static void *real(const char *name)
{
	void *found = dlsym(RTLD_NEXT, name);

	if (!found)
		abort();
	return found;
}

/* A function that stands behind that of the same name, found at its first call. */
#define REAL(type, name, ...)                                                  \
 static type (*real_##name)(__VA_ARGS__);                                      \
 if (!real_##name)                                                             \
 *(void **)&real_##name = real(#name)

/* Memory.  What dlsym() itself takes while it looks for calloc() comes from here. */
static max_align_t early[64];

void *malloc(size_t bytes)
{
	REAL(void *, malloc, size_t);

	return is_hit(CALL_MALLOC) ? NULL : real_malloc(bytes);
}

void *calloc(size_t count, size_t bytes)
{
	static bool is_searching;
	static void *(*real_calloc)(size_t, size_t);

	if (is_searching)
		return count * bytes <= sizeof early ? early : NULL;
	if (!real_calloc) {
		is_searching = true;
		*(void **)&real_calloc = real("calloc");
		is_searching = false;
	}
	return is_hit(CALL_MALLOC) ? NULL : real_calloc(count, bytes);
}

void *realloc(void *old, size_t bytes)
{
	REAL(void *, realloc, void *, size_t);

	return is_hit(CALL_MALLOC) ? NULL : real_realloc(old, bytes);
}

void free(void *ptr)
{
	REAL(void, free, void *);

	if (ptr != early)
		real_free(ptr);
}

/* Is the file a device, as a terminal is? */
static bool is_device(int fd)
{
	struct stat about;

	return !fstat(fd, &about) && S_ISCHR(about.st_mode);
}

/* Reading and writing. */
ssize_t read(int fd, void *bytes, size_t count)
{
	REAL(ssize_t, read, int, void *, size_t);

	if (!is_hit(is_device(fd) ? CALL_KEY : CALL_READ))
		return real_read(fd, bytes, count);
	return fault.halves && count ? real_read(fd, bytes, 1) : -1;
}

/* pread(), and the name that it has where offsets are of 64 bits. */
#define PREAD(name, offset)                                                    \
 ssize_t name(int fd, void *bytes, size_t count, offset at)                    \
 {                                                                             \
  REAL(ssize_t, name, int, void *, size_t, offset);                            \
                                                                               \
  if (!is_hit(CALL_READ))                                                      \
   return real_##name(fd, bytes, count, at);                                   \
  return fault.halves && count ? real_##name(fd, bytes, 1, at) : -1;           \
 }

PREAD(pread, off_t)
#ifdef __GLIBC__
PREAD(pread64, off64_t)
#endif

/* How many of `count` bytes fit on the disk; -1 where there is no room for one. */
static ssize_t fitting(int fd, size_t count)
{
	long room = fault.number - fault.counts[CALL_DISK];

	if (!count || !is_file(fd))
		return (ssize_t)count;
	if (fault.call == CALL_DISK && room <= 0) {
		errno = fault.error;
		return -1;
	}
	if (fault.call == CALL_DISK && (size_t)room < count)
		count = (size_t)room;
	fault.counts[CALL_DISK] += (long)count;
	return (ssize_t)count;
}

static bool is_write_hit(int fd)
{
	return is_hit(CALL_WRITE) || (is_file(fd) && is_hit(CALL_FILE));
}

ssize_t write(int fd, const void *bytes, size_t count)
{
	REAL(ssize_t, write, int, const void *, size_t);
	ssize_t fits;

	if (is_write_hit(fd))
		return fault.halves && count ? real_write(fd, bytes, 1) : -1;
	fits = fitting(fd, count);
	return fits < 0 ? -1 : real_write(fd, bytes, (size_t)fits);
}

/* pwrite(), likewise. */
#define PWRITE(name, offset)                                                   \
 ssize_t name(int fd, const void *bytes, size_t count, offset at)              \
 {                                                                             \
  REAL(ssize_t, name, int, const void *, size_t, offset);                      \
  ssize_t fits;                                                                \
                                                                               \
  if (is_write_hit(fd))                                                        \
   return fault.halves && count ? real_##name(fd, bytes, 1, at) : -1;          \
  fits = fitting(fd, count);                                                   \
  return fits < 0 ? -1 : real_##name(fd, bytes, (size_t)fits, at);             \
 }

PWRITE(pwrite, off_t)
#ifdef __GLIBC__
PWRITE(pwrite64, off64_t)
#endif

/* Names. */
/* The mode behind the flags of open(), where there is one. */
#define OPEN_MODE(flags, mode)                                                 \
 do {                                                                          \
  va_list more;                                                                \
                                                                               \
  va_start(more, flags);                                                       \
  if ((flags) & (O_CREAT | O_TMPFILE))                                         \
   (mode) = va_arg(more, mode_t);                                              \
  va_end(more);                                                                \
 } while (0)

static bool is_open_hit(int flags)
{
	return flags & O_ACCMODE ? is_file_hit(CALL_OPEN) : is_hit(CALL_OPEN);
}

int open(const char *path, int flags, ...)
{
	REAL(int, open, const char *, int, ...);
	mode_t mode = 0;

	OPEN_MODE(flags, mode);
	return is_open_hit(flags) ? -1 : real_open(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
	REAL(int, openat, int, const char *, int, ...);
	mode_t mode = 0;

	OPEN_MODE(flags, mode);
	return is_open_hit(flags) ? -1 : real_openat(folder, path, flags, mode);
}

int close(int fd)
{
	REAL(int, close, int);
	bool hit = is_file_hit(CALL_CLOSE);
	int error = errno, result = real_close(fd);

	/* A close that fails has closed all the same. */
	errno = hit ? error : errno;
	return hit ? -1 : result;
}

int fsync(int fd)
{
	REAL(int, fsync, int);

	return is_file_hit(CALL_FSYNC) ? -1 : real_fsync(fd);
}

int linkat(int from, const char *path, int to, const char *name, int flags)
{
	REAL(int, linkat, int, const char *, int, const char *, int);

	return is_file_hit(CALL_LINK)
	               ? -1
	               : real_linkat(from, path, to, name, flags);
}

int renameat(int from, const char *path, int to, const char *name)
{
	REAL(int, renameat, int, const char *, int, const char *);

	return is_file_hit(CALL_RENAME) ? -1
	                                : real_renameat(from, path, to, name);
}

int unlinkat(int folder, const char *name, int flags)
{
	REAL(int, unlinkat, int, const char *, int);

	return is_file_hit(CALL_UNLINK) ? -1
	                                : real_unlinkat(folder, name, flags);
}
