/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "state/store_file.h"

#include "base/mem.h"
#include "base/xdg.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef HAVE_LINUX_MAGIC_H
# include <sys/vfs.h>
#endif

/* The header of a database ("The Database Header" of SQLite's file format). */
#define HEADER_BYTES   100
#define VERSION_AT     60
#define APPLICATION_AT 68

static const char header_magic[16] = "SQLite format 3";

static uint32_t store_file_number(const unsigned char *bytes)
{
	return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 |
	       (uint32_t)bytes[2] << 8 | bytes[3];
}

static enum store_file_kind store_file_kind_of(int fd, unsigned version)
{
	unsigned char header[HEADER_BYTES];
	struct stat about;
	ssize_t got;

	if (fstat(fd, &about))
		return STORE_FILE_ERROR;
	if (!S_ISREG(about.st_mode) || about.st_uid != geteuid())
		return STORE_FILE_ODD;
	got = pread(fd, header, sizeof header, 0);
	if (got < 0)
		return STORE_FILE_ERROR;
	if (!got)
		return STORE_FILE_NEW;
	if (got < HEADER_BYTES ||
	    memcmp(header, header_magic, sizeof header_magic) != 0)
		return STORE_FILE_DAMAGED;
	/* A first transaction that was not ended leaves both 0. */
	if (store_file_number(header + APPLICATION_AT) == 0 &&
	    store_file_number(header + VERSION_AT) == 0)
		return STORE_FILE_NEW;
	if (store_file_number(header + APPLICATION_AT) != STORE_APPLICATION_ID)
		return STORE_FILE_FOREIGN;
	return store_file_number(header + VERSION_AT) > version
	               ? STORE_FILE_LATER
	               : STORE_FILE_OURS;
}

enum store_file_kind store_file_look(const char *path, unsigned version)
{
	enum store_file_kind kind;
	int fd, error;

	if (!xdg_make_above(path))
		return STORE_FILE_ERROR;
	/* A FIFO would be waited for. */
	fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0 && errno == ENOENT)
		fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC,
		          0600);
	if (fd < 0)
		return errno == ELOOP || errno == ENXIO ? STORE_FILE_ODD
		                                        : STORE_FILE_ERROR;
	kind = store_file_kind_of(fd, version);
	error = errno;
	close(fd);
	errno = error;
	return kind;
}

int store_file_why_not_written(const char *path)
{
	const char *name = strrchr(path, '/');
	char *folder = mem_dup(path, name ? (size_t)(name - path) : 0);
	int error = EROFS;

	if (access(path, W_OK) || access(name ? folder : ".", W_OK))
		error = errno;
	free(folder);
	return error;
}

#ifdef HAVE_LINUX_MAGIC_H
bool store_file_is_local(const char *path)
{
	/* f_type of statfs(2) for file systems that other machines may write to. */
	static const uint32_t shared[] = {
		0x6969,     /* NFS */
		0x517b,     /* SMB */
		0xff534d42, /* CIFS */
		0xfe534d42, /* SMB2 */
		0x564c,     /* NCP */
		0x5346414f, /* AFS */
		0x6b414653, /* kAFS */
		0x73757245, /* Coda */
		0x01021997, /* 9P */
		0x65735546, /* FUSE, as sshfs */
		0x00c36400, /* Ceph */
		0x0bd00bd0, /* Lustre */
		0x01161970, /* GFS2 */
		0x7461636f, /* OCFS2 */
		0x47504653, /* GPFS */
	};
	struct statfs about;

	if (statfs(path, &about))
		return false;
	for (size_t i = 0; i < ARRAY_LEN(shared); i++)
		if ((uint32_t)about.f_type == shared[i])
			return false;
	return true;
}
#else
bool store_file_is_local(const char *path)
{
	(void)path;
	return false;
}
#endif
