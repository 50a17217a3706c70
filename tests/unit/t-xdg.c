/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/xdg.h"

#include "base/mem.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static const struct {
	const char *variable, *below_home;
} folders[] = {
	[XDG_DATA] = { "XDG_DATA_HOME", "/home/.local/share/baolan" },
	[XDG_STATE] = { "XDG_STATE_HOME", "/home/.local/state/baolan" },
	[XDG_CONFIG] = { "XDG_CONFIG_HOME", "/home/.config/baolan" },
	[XDG_CACHE] = { "XDG_CACHE_HOME", "/home/.cache/baolan" },
};

/* The folder of a kind behind "at "; NULL wants none. */
static void assert_folder(enum xdg_folder folder, const char *want)
{
	struct buf path;
	bool added;

	buf_init(&path);
	buf_add_c(&path, "at ");
	added = xdg_add(&path, folder);
	assert_int_equal(added, want != NULL);
	assert_string_equal(path.ptr + strlen("at "), want ? want : "");
	buf_release(&path);
}

static void folders_are_those_of_the_specification(void **state)
{
	(void)state;
	assert_int_equal(ARRAY_LEN(folders), XDG_FOLDERS);
	for (int i = 0; i < XDG_FOLDERS; i++) {
		const char *variable = folders[i].variable;

		unsetenv("HOME");
		unsetenv(variable);
		assert_folder((enum xdg_folder)i, NULL);
		setenv("HOME", "relative", 1);
		assert_folder((enum xdg_folder)i, NULL);
		setenv("HOME", "/home", 1);
		assert_folder((enum xdg_folder)i, folders[i].below_home);
		setenv(variable, "relative", 1);
		assert_folder((enum xdg_folder)i, folders[i].below_home);
		setenv(variable, "", 1);
		assert_folder((enum xdg_folder)i, folders[i].below_home);
		setenv(variable, "/own", 1);
		assert_folder((enum xdg_folder)i, "/own/baolan");
		unsetenv("HOME");
		assert_folder((enum xdg_folder)i, "/own/baolan");
		unsetenv(variable);
	}
}

static void runtime_folder_has_no_other_place(void **state)
{
	struct buf path;

	(void)state;
	buf_init(&path);
	setenv("HOME", "/home", 1);
	unsetenv("XDG_RUNTIME_DIR");
	assert_false(xdg_add_runtime(&path));
	setenv("XDG_RUNTIME_DIR", "run", 1);
	assert_false(xdg_add_runtime(&path));
	assert_int_equal(path.len, 0);
	setenv("XDG_RUNTIME_DIR", "/run/user/1", 1);
	assert_true(xdg_add_runtime(&path));
	assert_string_equal(path.ptr, "/run/user/1");
	buf_release(&path);
}

static void assert_mode(const char *path, mode_t mode)
{
	struct stat about;

	assert_int_equal(stat(path, &about), 0);
	assert_int_equal(about.st_mode & 0777, mode);
}

static void folders_are_for_their_owner(void **state)
{
	char folder[] = "/tmp/t-xdg.XXXXXX", command[64];
	mode_t mask = umask(0);

	(void)state;
	assert_non_null(mkdtemp(folder));
	assert_int_equal(chdir(folder), 0);
	assert_int_equal(mkdir("there", 0755), 0);
	assert_true(xdg_make_above("there/one/two/file"));
	assert_mode("there", 0755);
	assert_mode("there/one", 0700);
	assert_mode("there/one/two", 0700);
	assert_int_equal(access("there/one/two/file", F_OK), -1);
	assert_true(xdg_make_above("there/one/two/file"));
	assert_true(xdg_make_above("file"));
	assert_true(xdg_make_above(""));
	/* A name that a file has is no folder below which one can be. */
	assert_true(fclose(fopen("plain", "w")) == 0);
	assert_false(xdg_make_above("plain/one/file"));
	assert_int_equal(errno, ENOTDIR);
	umask(mask);
	assert_int_equal(chdir("/"), 0);
	snprintf(command, sizeof command, "rm -rf %s", folder);
	assert_int_equal(system(command), 0);
}

/* The folders of data files, each with a ; behind it; caller frees. */
static char *data_folders(void)
{
	struct buf all;

	buf_init(&all);
	for (size_t i = 0; xdg_add_data_folder(&all, i); i++)
		buf_add_byte(&all, ';');
	return buf_steal(&all);
}

static void set_or_not(const char *variable, const char *value)
{
	if (value)
		setenv(variable, value, 1);
	else
		unsetenv(variable);
}

static void data_folders_are_in_their_order(void **state)
{
	static const struct {
		const char *home, *base, *dirs, *want;
	} cases[] = {
		{ "/home", NULL, NULL,
		  "/home/.local/share;/usr/local/share;/usr/share;" },
		{ "/home", "/data", "/a:b::/c:", "/data;/a;/c;" },
		{ NULL, NULL, "", "/usr/local/share;/usr/share;" },
		{ "home", "data", "/a", "/a;" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char *got;

		set_or_not("HOME", cases[i].home);
		set_or_not("XDG_DATA_HOME", cases[i].base);
		set_or_not("XDG_DATA_DIRS", cases[i].dirs);
		got = data_folders();
		assert_string_equal(got, cases[i].want);
		free(got);
	}
	unsetenv("XDG_DATA_DIRS");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(folders_are_those_of_the_specification),
		cmocka_unit_test(runtime_folder_has_no_other_place),
		cmocka_unit_test(folders_are_for_their_owner),
		cmocka_unit_test(data_folders_are_in_their_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
