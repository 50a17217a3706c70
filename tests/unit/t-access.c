/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/access.h"

#include "../lib/corrected.h"
#include "base/mem.h"
#include "base/save.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

/* The access control list that every file has, when a test says so, and the one that
 * was set last; not every file system has them. */
static struct str list_there, list_set;
static bool refuses_lists;
static bool has_lists; /* while a test of this file runs */

#ifdef HAVE_ACL_XATTR
ssize_t __real_getxattr(const char *path, const char *name, void *value,
                        size_t size);
int __real_fsetxattr(int fd, const char *name, const void *value, size_t size,
                     int flags);
ssize_t __wrap_getxattr(const char *path, const char *name, void *value,
                        size_t size);
int __wrap_fsetxattr(int fd, const char *name, const void *value, size_t size,
                     int flags);

ssize_t __wrap_getxattr(const char *path, const char *name, void *value,
                        size_t size)
{
	if (!has_lists)
		return __real_getxattr(path, name, value, size);
	assert_non_null(path);
	assert_string_equal(name, "system.posix_acl_access");
	if (list_there.len && list_there.len <= size) {
		memcpy(value, list_there.ptr, list_there.len);
		return (ssize_t)list_there.len;
	}
	errno = ENODATA;
	return -1;
}

int __wrap_fsetxattr(int fd, const char *name, const void *value, size_t size,
                     int flags)
{
	if (!has_lists)
		return __real_fsetxattr(fd, name, value, size, flags);
	assert_true(fd >= 0);
	assert_string_equal(name, "system.posix_acl_access");
	assert_int_equal(size, list_there.len);
	assert_memory_equal(value, list_there.ptr, size);
	assert_int_equal(flags, 0);
	if (refuses_lists) {
		errno = EOPNOTSUPP;
		return -1;
	}
	list_set = list_there;
	return 0;
}
#endif

static mode_t usual_mask;

static int enter_folder(void **state)
{
	usual_mask = umask(022);
	list_there = list_set = (struct str){ 0 };
	refuses_lists = false;
	has_lists = true;
	return corrected_enter_folder(state);
}

static int leave_folder(void **state)
{
	umask(usual_mask);
	return corrected_leave_folder(state);
}

static void replace(const char *name)
{
	assert_int_equal(save_file(name, STR("new"), SAVE_REPLACE), SAVE_DONE);
	assert_true(corrected_holds(name, "new"));
}

static void make(const char *name, mode_t mode)
{
	corrected_write_file(name, "old");
	assert_int_equal(chmod(name, mode), 0);
}

/* What replaces a file is for the same eyes. */
static void the_mode_is_kept(void **state)
{
	static const mode_t modes[] = { 0600, 0640, 0644, 0666, 0660, 0400 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(modes); i++) {
		make("a", modes[i]);
		replace("a");
		assert_int_equal(corrected_mode_of("a"), modes[i]);
		assert_int_equal(unlink("a"), 0);
	}
	/* A link is no file whose mode would be kept. */
	make("a", 0600);
	assert_int_equal(symlink("a", "link"), 0);
	replace("link");
	assert_int_equal(corrected_mode_of("link"), 0644);
	assert_true(corrected_holds("a", "old"));
}

/* A new file obeys the umask. */
static void the_umask_is_obeyed(void **state)
{
	(void)state;
	umask(077);
	assert_int_equal(save_file("a", STR("new"), SAVE_NEW), SAVE_DONE);
	assert_int_equal(corrected_mode_of("a"), 0600);
	replace("b");
	assert_int_equal(corrected_mode_of("b"), 0600);
}

/* Root gives a file to whom it belonged. */
static void assert_given_away(void)
{
	struct stat about;

	make("a", 0640);
	assert_int_equal(chown("a", 12345, 54321), 0);
	replace("a");
	assert_int_equal(stat("a", &about), 0);
	assert_int_equal(about.st_uid, 12345);
	assert_int_equal(about.st_gid, 54321);
	assert_int_equal(about.st_mode & 07777, 0640);
}

/* Anyone else keeps it, and the own group gains nothing by that. */
static void assert_kept(void)
{
	struct access access;
	int fd;

	make("a", 0600);
	assert_true(access_of(&access, "a"));
	access.owner = 0;
	access.group = 0;
	access.mode = 0664;
	fd = open("a", O_WRONLY);
	access_give(&access, fd);
	assert_int_equal(corrected_mode_of("a"), 0644);
	close(fd);
	access_release(&access);
}

static void the_owner_is_kept(void **state)
{
	(void)state;
	if (geteuid())
		assert_kept();
	else
		assert_given_away();
}

#ifdef HAVE_ACL_XATTR
static void the_list_is_kept(void **state)
{
	struct access access;

	(void)state;
	list_there = STR("some list");
	make("a", 0660);
	replace("a");
	assert_true(str_equal(list_set, list_there));
	assert_int_equal(corrected_mode_of("a"), 0660);
	/* Without it, what its mask allows would be for the group. */
	refuses_lists = true;
	replace("a");
	assert_int_equal(corrected_mode_of("a"), 0600);
	make("a", 0664);
	replace("a");
	assert_int_equal(corrected_mode_of("a"), 0644);
	make("a", 0660);
	/* What is made of the file is for those of the list, too. */
	assert_true(access_from(&access, "a"));
	assert_true(str_equal(buf_str(&access.acl), list_there));
	assert_int_equal(access.mode, 0640);
	assert_int_equal(save_file_as("b", STR("new"), SAVE_REPLACE, &access),
	                 SAVE_DONE);
	assert_int_equal(corrected_mode_of("b"), 0600);
	refuses_lists = false;
	assert_int_equal(save_file_as("b", STR("new"), SAVE_REPLACE, &access),
	                 SAVE_DONE);
	assert_int_equal(corrected_mode_of("b"), 0640);
	access_release(&access);
}
#endif

static void access_comes_from_what_is_held(void **state)
{
	static const struct {
		mode_t page, made;
	} cases[] = {
		{ 0600, 0600 }, { 0644, 0644 }, { 0666, 0644 },
		{ 0444, 0644 }, { 0755, 0644 }, { 0000, 0600 },
	};
	struct access access;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		assert_int_equal(chmod("page.txt", cases[i].page), 0);
		assert_true(access_from(&access, "page.txt"));
		assert_int_equal(access.mode, cases[i].made);
		access_release(&access);
	}
	assert_false(access_from(&access, "nothing"));
	assert_false(access_from(&access, "."));
}

static void the_narrower_access_counts(void **state)
{
	struct access access, other;

	(void)state;
	make("other", 0604);
	assert_true(access_from(&access, "page.txt"));
	assert_true(access_from(&other, "other"));
	access_limit(&access, &other);
	assert_int_equal(access.mode, 0604);
	/* Another group is not the one that may. */
	other.group++;
	access.mode = other.mode = 0664;
	access_limit(&access, &other);
	assert_int_equal(access.mode, 0644);
	access_release(&access);
	access_release(&other);
}

#define TEST(name)                                                             \
 cmocka_unit_test_setup_teardown(name, enter_folder, leave_folder)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_mode_is_kept),
		TEST(the_umask_is_obeyed),
		TEST(the_owner_is_kept),
#ifdef HAVE_ACL_XATTR
		TEST(the_list_is_kept),
#endif
		TEST(access_comes_from_what_is_held),
		TEST(the_narrower_access_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
