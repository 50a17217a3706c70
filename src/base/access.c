/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/access.h"

#include <sys/stat.h>
#include <unistd.h>
#ifdef HAVE_ACL_XATTR
# include <sys/xattr.h>
#endif

#define ACL_NAME  "system.posix_acl_access"
#define ACL_BYTES 4096

/* The mode that gives the group no more rights than everybody has. */
static mode_t without_group(mode_t mode)
{
	return (mode & ~(mode_t)S_IRWXG) |
	       (mode & S_IRWXG & ((mode & S_IRWXO) << 3));
}

/* Lists are known as Linux keeps them.  What other systems have is left out: owner,
 * group and mode remain. */
static void read_acl(struct access *access, const char *path)
{
#ifdef HAVE_ACL_XATTR
	ssize_t got = getxattr(path, ACL_NAME,
	                       buf_room(&access->acl, ACL_BYTES), ACL_BYTES);

	if (got > 0)
		access->acl.len = (size_t)got;
#else
	(void)access;
	(void)path;
#endif
}

static void access_take(struct access *access, const struct stat *about,
                        const char *path)
{
	*access = (struct access){
		about->st_uid, about->st_gid, about->st_mode & 0777, { 0 }
	};
	buf_init(&access->acl);
	read_acl(access, path);
}

bool access_of(struct access *access, const char *path)
{
	struct stat about;

	if (lstat(path, &about) || !S_ISREG(about.st_mode))
		return false;
	access_take(access, &about, path);
	return true;
}

/* The umask.  There is no way to read it but to set it. */
static mode_t current_mask(void)
{
	mode_t mask = umask(077);

	umask(mask);
	return mask;
}

bool access_from(struct access *access, const char *path)
{
	struct stat about;

	if (stat(path, &about) || !S_ISREG(about.st_mode))
		return false;
	access_take(access, &about, path);
	access->mode &= 0666 & ~current_mask();
	access->mode |= S_IRUSR | S_IWUSR;
	return true;
}

void access_release(struct access *access)
{
	buf_release(&access->acl);
}

void access_limit(struct access *access, const struct access *other)
{
	if (access->acl.len || other->acl.len ||
	    access->group != other->group) {
		buf_clear(&access->acl);
		access->mode = without_group(access->mode);
	}
	access->mode &= other->mode | S_IRUSR | S_IWUSR;
}

/* Sets the list; without one, removes the list that the folder gave to the file.
 * False: the system refuses the list. */
static bool give_acl(const struct access *access, int fd)
{
#ifdef HAVE_ACL_XATTR
	if (access->acl.len)
		return !fsetxattr(fd, ACL_NAME, access->acl.ptr,
		                  access->acl.len, 0);
	fremovexattr(fd, ACL_NAME);
	return true;
#else
	(void)fd;
	return !access->acl.len;
#endif
}

void access_give(const struct access *access, int fd)
{
	mode_t mode = access->mode;
	struct stat own;

	if (fstat(fd, &own))
		return;
	if (own.st_uid != access->owner || own.st_gid != access->group) {
		bool given = !fchown(fd, access->owner, access->group) ||
		             !fchown(fd, (uid_t)-1, access->group);

		if (!given && own.st_gid != access->group)
			mode = without_group(mode);
	}
	if (!give_acl(access, fd))
		mode = without_group(mode);
	/* A file system without modes refuses, and there is nothing to keep. */
	if (fchmod(fd, mode))
		return;
}
