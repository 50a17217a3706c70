/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that is full at any byte of a file, or says so when the file is closed. */
#include "base/mem.h"
#include "base/save.h"

#include <dirent.h>
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define OLD "the old file"
#define NEW "报栏：这是新的文件，有几十个字节。"

/* So many bytes have room, and so many closes succeed, while a test says so. */
static bool is_on;
static size_t room_bytes;
static int closes, error;

ssize_t __real_write(int fd, const void *bytes, size_t count);
ssize_t __wrap_write(int fd, const void *bytes, size_t count);
int __real_close(int fd);
int __wrap_close(int fd);

ssize_t __wrap_write(int fd, const void *bytes, size_t count)
{
	if (is_on && !room_bytes && count) {
		errno = error;
		return -1;
	}
	if (is_on && count > room_bytes)
		count = room_bytes;
	if (is_on)
		room_bytes -= count;
	return __real_write(fd, bytes, count);
}

int __wrap_close(int fd)
{
	int result = __real_close(fd);

	if (!is_on || closes-- != 0)
		return result;
	errno = error;
	return -1;
}

static char folder[] = "/tmp/baolan-faults-XXXXXX";

static int enter_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) && !chdir(folder) ? 0 : -1;
}

static int leave_folder(void **state)
{
	(void)state;
	unlink("a");
	return chdir("/") || rmdir(folder);
}

/* The file holds that, and is the only one; NULL: there is none. */
static void assert_holds(const char *want)
{
	char got[256] = "";
	FILE *file = fopen("a", "r");
	DIR *names = opendir(".");
	int count = -2; /* . and .. */

	while (readdir(names))
		count++;
	closedir(names);
	assert_int_equal(count, want != NULL);
	assert_int_equal(file != NULL, want != NULL);
	if (!file)
		return;
	got[fread(got, 1, sizeof got - 1, file)] = '\0';
	fclose(file);
	assert_string_equal(got, want);
}

/* Saves over an old file, or without one. */
static enum save_result save(enum save_mode mode)
{
	enum save_result result;
	FILE *file;

	unlink("a");
	if (mode == SAVE_REPLACE) {
		file = fopen("a", "w");
		assert_non_null(file);
		fputs(OLD, file);
		assert_int_equal(fclose(file), 0);
	}
	is_on = true;
	result = save_file("a", STR(NEW), mode);
	is_on = false;
	return result;
}

static void a_full_disk_leaves_the_old_file(void **state)
{
	static const int errors[] = { ENOSPC, EDQUOT };

	(void)state;
	closes = -1;
	for (size_t i = 0; i < ARRAY_LEN(errors); i++)
		for (int mode = SAVE_NEW; mode <= SAVE_REPLACE; mode++)
			for (size_t bytes = 0; bytes < strlen(NEW); bytes++) {
				room_bytes = bytes;
				error = errors[i];
				assert_int_equal(save((enum save_mode)mode),
				                 SAVE_FAILED);
				assert_int_equal(errno, errors[i]);
				assert_holds(mode == SAVE_REPLACE ? OLD : NULL);
			}
	room_bytes = strlen(NEW);
	assert_int_equal(save(SAVE_REPLACE), SAVE_DONE);
	assert_holds(NEW);
}

/* Where a close fails, the file is not there, or whole and in its place. */
static void a_close_that_fails_leaves_one_file(void **state)
{
	int failed = 0;

	(void)state;
	error = EDQUOT;
	for (int mode = SAVE_NEW; mode <= SAVE_REPLACE; mode++)
		for (int before = 0; before < 8; before++) {
			enum save_result result;

			closes = before;
			room_bytes = strlen(NEW);
			result = save((enum save_mode)mode);
			failed += result == SAVE_FAILED;
			if (result == SAVE_FAILED)
				assert_int_equal(errno, EDQUOT);
			assert_holds(result == SAVE_DONE    ? NEW
			             : mode == SAVE_REPLACE ? OLD
			                                    : NULL);
		}
	assert_true(failed >= 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_full_disk_leaves_the_old_file),
		cmocka_unit_test(a_close_that_fails_leaves_one_file),
	};

	return cmocka_run_group_tests(tests, enter_folder, leave_folder) < 0;
}
