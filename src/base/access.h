/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_ACCESS_H
#define BASE_ACCESS_H

#include "base/str.h"

#include <stdbool.h>
#include <sys/types.h>

/*
 * Who may read and write a file: owner, group, mode and access control list
 * (acl(5)).  Access is taken from an existing file and given to the file that
 * replaces it, or to a file that is made from its contents.
 */
struct access {
	uid_t owner;
	gid_t group;
	mode_t mode;    /* the nine bits of chmod(2) */
	struct buf acl; /* owned; in the form of the kernel; empty: no list */
};

/* The access of the regular file `path`; a symbolic link is not followed.  False, and
 * nothing to release: `path` is no regular file. */
bool access_of(struct access *access, const char *path);
void access_release(struct access *access);

/* The access for a new file with contents of the regular file `path`: the access of
 * `path` without the right to run it and without what the umask forbids; the owner may
 * read and write it.  Symbolic links are followed.  False: as above. */
bool access_from(struct access *access, const char *path);

/* Leaves in `access` only what `other` allows as well. */
void access_limit(struct access *access, const struct access *other);

/*
 * Sets the access of the open file `fd`, which belongs to the process.  Where the
 * system refuses to set the group or the list, the group gets the rights that
 * everybody has: nobody may do more with the file than `access` says.
 */
void access_give(const struct access *access, int fd);

#endif
