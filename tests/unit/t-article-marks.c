/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state/article_marks.h"

#include "../lib/test_store.h"
#include "issue/issue.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define ONE                                                                      \
 "河边种树\n\n"                                                              \
 "　　本报讯　河边一共种了三百棵柳树，园林站每天派人\n" \
 "浇水，到秋天再看。路过的人都说好。\n\n"
#define TWO                                                                      \
 "石桥修好了\n\n"                                                           \
 "　　本报讯　河边一共有两座桥，一座是石桥，一座是木\n" \
 "桥，木桥已经修了三次，今年还要再修一次。\n"

static struct issue *load(const char *text)
{
	struct issue *issue = load_bytes(str_from(text), "page.txt", NULL);

	assert_true(issue->article_count >= 2);
	return issue;
}

/* Which articles of the issue are read by what the store has, as digits. */
static void assert_read(struct store *store, const struct issue *issue,
                        const char *articles)
{
	struct article_marks marks;
	struct buf seen;

	buf_init(&seen);
	article_marks_init(&marks, ARTICLE_READ);
	article_marks_follow(&marks, store, issue);
	for (size_t i = 0; i < issue->article_count; i++)
		if (article_marks_has(&marks, issue, i))
			buf_addf(&seen, "%zu", i);
	assert_string_equal(seen.ptr, articles);
	article_marks_release(&marks);
	buf_release(&seen);
}

static void set(struct store *store, const struct issue *issue, size_t article,
                enum article_mark_kind kind, bool on)
{
	struct article_marks marks;

	article_marks_init(&marks, kind);
	article_marks_follow(&marks, store, issue);
	article_marks_set(&marks, store, issue, article, on);
	assert_int_equal(article_marks_has(&marks, issue, article), on);
	article_marks_release(&marks);
}

static void marks_come_back(void **state)
{
	struct issue *issue = load(ONE TWO);

	assert_read(*state, issue, "");
	set(*state, issue, 1, ARTICLE_READ, true);
	set(*state, issue, 0, ARTICLE_TAGGED, true);
	assert_read(*state, issue, "1");
	set(*state, issue, 1, ARTICLE_READ, true);
	set(*state, issue, 0, ARTICLE_READ, true);
	assert_read(*state, issue, "01");
	set(*state, issue, 1, ARTICLE_READ, false);
	set(*state, issue, 1, ARTICLE_READ, false);
	assert_read(*state, issue, "0");
	issue_free(issue);
}

/* Bytes name a file, whatever else is opened with it. */
static void marks_are_of_a_file(void **state)
{
	struct issue *issue = load(ONE TWO), *other = load(ONE TWO "\n");

	set(*state, issue, 1, ARTICLE_READ, true);
	assert_read(*state, other, "");
	issue_free(other);
	issue_free(issue);
}

/* A mark that comes before the digest of its file is kept when that is known. */
static void marks_wait_for_the_digest(void **state)
{
	struct article_marks marks;
	struct issue *whole = load(ONE TWO "\f" ONE);
	struct str digest = whole->files[0].sha256;

	article_marks_init(&marks, ARTICLE_READ);
	whole->files[0].sha256 = STR("");
	article_marks_follow(&marks, *state, whole);
	article_marks_set(&marks, *state, whole, 1, true);
	assert_true(article_marks_has(&marks, whole, 1));
	assert_false(store_has_changes(*state));
	whole->files[0].sha256 = digest;
	article_marks_follow(&marks, *state, whole);
	assert_true(store_has_changes(*state));
	assert_read(*state, whole, "1");
	/* Read again, as what it is now. */
	article_marks_restart(&marks);
	assert_true(article_marks_has(&marks, whole, 1));
	article_marks_follow(&marks, *state, whole);
	assert_int_equal(marks.count, 1);
	article_marks_release(&marks);
	issue_free(whole);
}

static void without_a_store_marks_hold_for_the_run(void **state)
{
	struct issue *issue = load(ONE TWO);
	struct article_marks marks;

	(void)state;
	article_marks_init(&marks, ARTICLE_READ);
	article_marks_follow(&marks, NULL, issue);
	article_marks_set(&marks, NULL, issue, 1, true);
	assert_true(article_marks_has(&marks, issue, 1));
	assert_false(article_marks_has(&marks, issue, 0));
	article_marks_set(&marks, NULL, issue, 1, false);
	assert_false(article_marks_has(&marks, issue, 1));
	article_marks_release(&marks);
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			marks_come_back, test_store_begin, test_store_end),
		cmocka_unit_test_setup_teardown(
			marks_are_of_a_file, test_store_begin, test_store_end),
		cmocka_unit_test_setup_teardown(marks_wait_for_the_digest,
		                                test_store_begin,
		                                test_store_end),
		cmocka_unit_test(without_a_store_marks_hold_for_the_run),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
