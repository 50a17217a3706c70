/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_ACCESS_H
#define BASE_ACCESS_H

#include "base/str.h"

#include <stdbool.h>
#include <sys/types.h>

/*
 * Who may read and write a file: owner, group, mode and access control list
 * (acl(5)), taken from files that are there and given to one that is written
 * in their place or from what they hold.
 */
struct access {
	uid_t owner;
	gid_t group;
	mode_t mode;    /* the nine bits of chmod(2) */
	struct buf acl; /* owned; as the kernel keeps it; empty: none */
};

/* That of the regular file `path`, not followed if it is a link.  False: there is no
 * such file, and nothing to release. */
bool access_of(struct access *access, const char *path);
void access_release(struct access *access);

/* The same of a file that is made of what `path` holds: nobody may run it, its owner
 * may read and write it, and what the umask forbids is forbidden.  Follows links. */
bool access_from(struct access *access, const char *path);

/* Takes away whatever the other does not allow, too. */
void access_limit(struct access *access, const struct access *other);

/*
 * Gives it to an open file of one's own, as far as one may: a group that cannot be
 * given, or a list that cannot, leaves to the group what all have.  So nobody
 * may do more than before.
 */
void access_give(const struct access *access, int fd);

#endif
