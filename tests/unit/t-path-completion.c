/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/path_completion.h"

#include "base/home_path.h"
#include "base/mem.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/baolan-test-XXXXXX";

static void touch(const char *name)
{
	int fd = open(name, O_CREAT | O_WRONLY | O_CLOEXEC, 0666);

	assert_true(fd >= 0);
	close(fd);
}

static int make_files(void **state)
{
	(void)state;
	if (!mkdtemp(folder) || chdir(folder) || mkdir("clips", 0777) ||
	    mkdir("clips/2020", 0777) || mkdir("home", 0777) ||
	    mkdir("home/报", 0777) || setenv("HOME", "home", 1) ||
	    symlink("clips", "club") || symlink("nothing", "cold"))
		return -1;
	touch("page.txt");
	touch("page.txt.baolan");
	touch(".hidden");
	touch("clips/a b.md");
	touch("clips/evil\n\033[31m\xff.md");
	touch("clips/邦.md");
	touch("clips/邮.md");
	return 0;
}

static int remove_files(void **state)
{
	struct buf command;
	int status;

	(void)state;
	buf_init(&command);
	buf_addf(&command, "rm -r %s", folder);
	status = system(command.ptr);
	buf_release(&command);
	return status;
}

/* The texts with | between, and behind // what they share. */
static char *found_for(const char *line, size_t start,
                       enum path_purpose purpose)
{
	struct completions found;
	struct buf out;

	completions_init(&found);
	path_completion_find(&found, str_from(line), start, strlen(line),
	                     purpose);
	buf_init(&out);
	buf_addf(&out, "%zu:", found.start);
	for (size_t i = 0; i < found.count; i++)
		buf_addf(&out, "%s%s", i ? "|" : "", found.items[i].shown);
	buf_addf(&out, "//%.*s", (int)completions_common(&found).len,
	         completions_common(&found).ptr);
	completions_release(&found);
	return buf_steal(&out);
}

static void paths_are_completed(void **state)
{
	static const struct {
		const char *line;
		enum path_purpose purpose;
		const char *found;
	} cases[] = {
		{ "p", PATH_TO_OPEN, "0:page.txt//page.txt" },
		{ "p", PATH_TO_SAVE, "0:page.txt|page.txt.baolan//page.txt" },
		{ "c", PATH_TO_OPEN, "0:clips/|club/|cold//c" },
		{ "clips/2", PATH_TO_OPEN, "6:2020///2020/" },
		{ "./clips/a", PATH_TO_OPEN, "8:a b.md//a b.md" },
		{ ".", PATH_TO_OPEN, "0:.hidden//.hidden" },
		{ "~", PATH_TO_OPEN, "0:~///~/" },
		{ "~/", PATH_TO_OPEN, "2:报///报/" },
		{ "none/x", PATH_TO_OPEN, "5://" },
		{ "page.txt/", PATH_TO_OPEN, "9://" },
		/* 邦 and 邮 share two bytes of three */
		{ "clips/\xe9\x82", PATH_TO_OPEN, "6:邦.md|邮.md//" },
		{ "clips/e", PATH_TO_OPEN,
		  "6:evil<U+000A><U+001B>[31m<FF>.md//evil\n\033[31m\xff.md" },
		/* endings, which a name goes before */
		{ "new.m", PATH_TO_SAVE, "0:.md//new.md" },
		{ "2020.02.19.ep", PATH_TO_SAVE, "0:.epub//2020.02.19.epub" },
		{ "clips/.m", PATH_TO_SAVE, "6://" },
		{ "clips/a b.", PATH_TO_SAVE,
		  "6:a b.md|.txt|.html|.json|.epub|.bib|.ris|.csl.json//a b." },
		{ "new.x", PATH_TO_SAVE, "0://" },
		{ "new.m", PATH_TO_OPEN, "0://" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char *found = found_for(cases[i].line, 0, cases[i].purpose);

		assert_string_equal(found, cases[i].found);
		free(found);
	}
}

static void a_path_may_stand_behind_a_command(void **state)
{
	char *found = found_for("w clips/2", 2, PATH_TO_SAVE);

	(void)state;
	assert_string_equal(found, "8:2020///2020/");
	free(found);
}

/* More are found than are offered; what they share is of all of them. */
static void large_folders_are_bounded(void **state)
{
	struct completions found;
	const size_t count = COMPLETIONS_MOST + 11;

	(void)state;
	assert_int_equal(mkdir("large", 0777), 0);
	for (size_t i = 0; i < count; i++) {
		char name[32];

		snprintf(name, sizeof name, "large/page-%zu", i);
		touch(name);
	}
	completions_init(&found);
	path_completion_find(&found, STR("large/p"), 0, 7, PATH_TO_OPEN);
	assert_int_equal(found.count, COMPLETIONS_MOST);
	assert_int_equal(found.found, count);
	assert_false(found.is_partial);
	assert_true(str_equal(completions_common(&found), STR("page-")));
	completions_release(&found);
}

static void home_is_written_with_a_tilde(void **state)
{
	struct buf path;
	char *full;

	(void)state;
	buf_init(&path);
	buf_addf(&path, "%s/home", folder);
	setenv("HOME", path.ptr, 1);
	buf_clear(&path);
	home_path_add(&path, "home/报");
	assert_string_equal(path.ptr, "~/报");
	buf_clear(&path);
	home_path_add(&path, "home");
	assert_string_equal(path.ptr, "~");
	full = home_path_expand(STR("~/报"));
	assert_true(str_ends(str_from(full), STR("/home/报")));
	free(full);
	full = home_path_expand(STR("~x/报"));
	assert_string_equal(full, "~x/报");
	free(full);
	buf_release(&path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paths_are_completed),
		cmocka_unit_test(a_path_may_stand_behind_a_command),
		cmocka_unit_test(large_folders_are_bounded),
		cmocka_unit_test(home_is_written_with_a_tilde),
	};

	return cmocka_run_group_tests(tests, make_files, remove_files) < 0;
}
