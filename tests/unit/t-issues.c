/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state/issues.h"

#include "../lib/test_store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/t-issues.XXXXXX";

static struct kept_issue made(const char *digest, const char *names,
                              const char *words)
{
	return (struct kept_issue){
		.digest = str_from(digest),
		.files = 2,
		.names = str_from(names),
		.paper = STR("春江新报"),
		.day = STR("1930-04-09"),
		.place = { 3, 12, str_from(words) },
		.percent = 40,
		.view = STR("article"),
		.columns = 2,
		.upright = true,
	};
}

static void put(struct store *store, const char *digest, const char *names,
                const char *words)
{
	struct kept_issue issue = made(digest, names, words);

	issues_put(store, &issue);
}

/* Looks for an issue of two files; its words must be these, NULL: there is none. */
static void assert_finds(struct store *store, const char *digest,
                         const char *names, const char *words)
{
	struct kept_issues found;

	kept_issues_init(&found);
	assert_int_equal(issues_find(store, str_from(digest), 2,
	                             str_from(names), &found),
	                 words != NULL);
	assert_int_equal(found.count, words != NULL);
	if (words)
		assert_true(
			str_equal(found.items[0].place.words, str_from(words)));
	kept_issues_release(&found);
}

static void an_issue_comes_back_whole(void **state)
{
	struct kept_issue want = made("d1", "/a//b", "河边");
	struct kept_issues found;
	const struct kept_issue *got;

	kept_issues_init(&found);
	issues_put(*state, &want);
	assert_true(issues_find(*state, STR("d1"), 2, STR(""), &found));
	got = found.items;
	assert_true(str_equal(got->digest, want.digest));
	assert_int_equal(got->files, 2);
	assert_true(str_equal(got->names, want.names));
	assert_true(str_equal(got->paper, want.paper));
	assert_true(str_equal(got->day, want.day));
	assert_int_equal(got->place.page, 3);
	assert_int_equal(got->place.line, 12);
	assert_true(str_equal(got->place.words, want.place.words));
	assert_int_equal(got->percent, 40);
	assert_true(str_equal(got->view, want.view));
	assert_int_equal(got->columns, 2);
	assert_true(got->upright);
	kept_issues_release(&found);
}

static void a_moved_file_is_found_by_its_bytes(void **state)
{
	put(*state, "d1", "/a", "one");
	assert_finds(*state, "d1", "/moved", "one");
	put(*state, "d1", "/moved", "two");
	assert_finds(*state, "d1", "", "two");
	assert_finds(*state, "", "/a", NULL);
	assert_finds(*state, "", "/moved", "two");
}

static void a_changed_file_is_found_by_its_name(void **state)
{
	put(*state, "d1", "/a", "one");
	assert_finds(*state, "d2", "/a", "one");
	put(*state, "d2", "/a", "two");
	/* What the file held before is gone. */
	assert_finds(*state, "d1", "", NULL);
	assert_finds(*state, "d2", "/a", "two");
}

/* Bytes count more than names: another file has the name now. */
static void bytes_come_before_names(void **state)
{
	put(*state, "d1", "/a", "one");
	put(*state, "d2", "/b", "two");
	assert_finds(*state, "d1", "/b", "one");
}

static void what_has_no_name_is_found_by_its_bytes(void **state)
{
	put(*state, "d1", "", "pipe");
	put(*state, "d2", "", "another");
	assert_finds(*state, "d1", "", "pipe");
	assert_finds(*state, "d3", "", NULL);
}

static void assert_listed(struct store *store, const char *names)
{
	struct kept_issues found;
	struct buf text;

	kept_issues_init(&found);
	buf_init(&text);
	issues_list(store, 9, &found);
	for (size_t i = 0; i < found.count; i++)
		buf_add(&text, found.items[i].names);
	assert_string_equal(text.ptr, names);
	buf_release(&text);
	kept_issues_release(&found);
}

static void the_last_one_is_listed_first(void **state)
{
	assert_listed(*state, "");
	put(*state, "d1", "/a", "");
	put(*state, "d2", "/b", "");
	put(*state, "d3", "", "");
	assert_listed(*state, "/b/a");
	put(*state, "d1", "/a", "");
	assert_listed(*state, "/a/b");
	issues_forget(*state, STR("/a"));
	assert_listed(*state, "/b");
}

static void names_are_absolute_and_parted(void **state)
{
	struct str name;
	struct buf names;
	size_t at = 0;

	(void)state;
	buf_init(&names);
	assert_false(issues_add_name(&names, "-"));
	assert_int_equal(mkfifo("fifo", 0600), 0);
	assert_false(issues_add_name(&names, "fifo"));
	assert_int_equal(mkdir("sub", 0700), 0);
	assert_true(issues_add_name(&names, "sub/../sub/"));
	assert_true(issues_add_name(&names, "."));
	name = issues_next_name(buf_str(&names), &at);
	assert_true(str_ends(name, STR("/sub")));
	assert_true(str_starts(name, STR("/tmp/t-issues.")));
	name = issues_next_name(buf_str(&names), &at);
	assert_true(str_equal(name, str_from(folder)));
	assert_int_equal(issues_next_name(buf_str(&names), &at).len, 0);
	assert_int_equal(issues_next_name(buf_str(&names), &at).len, 0);
	buf_release(&names);
	assert_int_equal(rmdir("sub"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(an_issue_comes_back_whole,
		                                test_store_begin,
		                                test_store_end),
		cmocka_unit_test_setup_teardown(
			a_moved_file_is_found_by_its_bytes, test_store_begin,
			test_store_end),
		cmocka_unit_test_setup_teardown(
			a_changed_file_is_found_by_its_name, test_store_begin,
			test_store_end),
		cmocka_unit_test_setup_teardown(bytes_come_before_names,
		                                test_store_begin,
		                                test_store_end),
		cmocka_unit_test_setup_teardown(
			what_has_no_name_is_found_by_its_bytes,
			test_store_begin, test_store_end),
		cmocka_unit_test_setup_teardown(the_last_one_is_listed_first,
		                                test_store_begin,
		                                test_store_end),
		cmocka_unit_test_setup_teardown(names_are_absolute_and_parted,
		                                test_store_begin,
		                                test_store_end),
	};
	char command[64];
	int failed;

	assert_non_null(mkdtemp(folder));
	assert_int_equal(chdir(folder), 0);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	/* Tests leave pages there. */
	snprintf(command, sizeof command, "rm -r %s", folder);
	return system(command) ? 1 : failed;
}
