/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session/session.h"

#include "../lib/corrected.h"
#include "issue/issue.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static void kept_beside(void **state)
{
	static const char *const names[] = { "page.txt" };
	struct session session;
	size_t line;

	(void)state;
	corrected_open_session(&session, names, 1, true);
	line = corrected_line_of(session.issue, "活动由区");
	assert_int_equal(session_undo(&session, NPOS), SESSION_NONE);
	assert_int_equal(
		session_correct(&session, CORRECTION_PARAGRAPH, line, NPOS),
		SESSION_SAME);
	assert_false(corrected_is_there("page.txt.baolan"));
	assert_int_equal(
		session_correct(&session, CORRECTION_ARTICLE, line, NPOS),
		SESSION_DONE);
	assert_int_equal(session.issue->article_count, 3);
	assert_true(corrected_is_there("page.txt.baolan"));
	session_close(&session);
	corrected_open_session(&session, names, 1, true);
	assert_int_equal(session.issue->article_count, 3);
	assert_int_equal(session_undo(&session, NPOS), SESSION_DONE);
	assert_int_equal(session.issue->article_count, 2);
	assert_false(corrected_is_there("page.txt.baolan"));
	session_close(&session);
}

/* The files that came with the program are not written beside. */
static void kept_at_home(void **state)
{
	static const char *const names[] = { "page.txt" };
	struct session session;
	size_t line;

	(void)state;
	corrected_open_session(&session, names, 1, false);
	line = corrected_line_of(session.issue, "活动由区");
	assert_int_equal(
		session_correct(&session, CORRECTION_ARTICLE, line, NPOS),
		SESSION_DONE);
	assert_false(corrected_is_there("page.txt.baolan"));
	assert_true(corrected_is_there(session.file.path));
	assert_true(str_starts(str_from(session.file.path),
	                       str_from(getenv("XDG_DATA_HOME"))));
	session_close(&session);
	/* It goes before what is beside. */
	corrected_write_file("page.txt.baolan", "# nothing\n");
	corrected_open_session(&session, names, 1, true);
	assert_int_equal(session.issue->article_count, 3);
	assert_int_equal(session_undo(&session, NPOS), SESSION_DONE);
	session_close(&session);
	corrected_open_session(&session, names, 1, true);
	assert_int_equal(session.issue->article_count, 2);
	session_close(&session);
}

static void kept_in_a_folder(void **state)
{
	static const char *const names[] = { "issue" };
	struct session session;
	size_t line;

	(void)state;
	assert_int_equal(mkdir("issue", 0777), 0);
	corrected_write_file("issue/1.txt", corrected_page);
	corrected_write_file("issue/1.txt.baolan", "# of the page alone\n");
	corrected_open_session(&session, names, 1, true);
	/* Corrections are no page. */
	assert_int_equal(session.issue->page_count, 1);
	line = corrected_line_of(session.issue, "活动由区");
	assert_int_equal(
		session_correct(&session, CORRECTION_ARTICLE, line, NPOS),
		SESSION_DONE);
	assert_true(corrected_is_there("issue/.baolan"));
	session_close(&session);
}

static void nothing_is_kept_of_a_pipe(void **state)
{
	static const char *const names[] = { "/dev/null" };
	struct session session;
	char *error = NULL;

	(void)state;
	/* A device is no corrected_page, and has no corrections. */
	assert_false(session_open(&session, names, 1, NULL, true, &error));
	free(error);
	assert_null(session.file.path);
}

static void a_lost_file_changes_nothing(void **state)
{
	static const char *const names[] = { "page.txt" };
	struct session session;
	const struct issue *issue;

	(void)state;
	corrected_open_session(&session, names, 1, true);
	issue = session.issue;
	assert_int_equal(session_correct(&session, CORRECTION_ARTICLE,
	                                 corrected_line_of(issue, "活动由区"),
	                                 NPOS),
	                 SESSION_DONE);
	issue = session.issue;
	assert_int_equal(rename("page.txt", "away.txt"), 0);
	assert_int_equal(session_undo(&session, NPOS), SESSION_UNLOADED);
	assert_int_equal(session_correct(&session, CORRECTION_NOARTICLE,
	                                 corrected_line_of(issue, "活动由区"),
	                                 NPOS),
	                 SESSION_UNLOADED);
	assert_ptr_equal(session.issue, issue);
	assert_int_equal(corrections_count(&session.file.corrections), 1);
	session_close(&session);
}

/* What is shown is not swapped for what the file holds now. */
static void a_page_that_changed_is_told(void **state)
{
	struct session session;
	const struct issue *issue;

	(void)state;
	corrected_open_session(&session, corrected_names, 1, true);
	issue = session.issue;
	corrected_add_to("page.txt", "\n新题目\n\n　　本报讯 新的内容。\n");
	assert_int_equal(corrected_begin_at(&session, "活动由区"),
	                 SESSION_CHANGED);
	assert_ptr_equal(session.issue, issue);
	assert_false(corrected_is_there("page.txt.baolan"));
	assert_int_equal(corrections_count(&session.file.corrections), 0);
	assert_int_equal(session_undo(&session, NPOS), SESSION_NONE);
	assert_int_equal(session_reload(&session, NPOS), SESSION_DONE);
	assert_int_equal(session.issue->article_count, 3);
	assert_int_equal(corrected_begin_at(&session, "活动由区"),
	                 SESSION_DONE);
	assert_int_equal(session.issue->article_count, 4);
	/* The same bytes at another time are the same page. */
	assert_int_equal(utimensat(AT_FDCWD, "page.txt",
	                           (struct timespec[2]){ { 1, 0 }, { 1, 0 } },
	                           0),
	                 0);
	assert_int_equal(session_undo(&session, NPOS), SESSION_DONE);
	corrected_write_file("page.txt", "");
	assert_int_equal(corrected_begin_at(&session, "活动由区"),
	                 SESSION_CHANGED);
	assert_int_equal(session_reload(&session, NPOS), SESSION_DONE);
	assert_int_equal(session.issue->passage_count, 0);
	session_close(&session);
}

/* Of a folder, a page more is another issue. */
static void a_folder_that_changed_is_told(void **state)
{
	static const char *const names[] = { "issue" };
	struct session session;

	(void)state;
	assert_int_equal(mkdir("issue", 0777), 0);
	corrected_write_file("issue/1.txt", corrected_page);
	corrected_open_session(&session, names, 1, true);
	corrected_write_file("issue/2.txt", corrected_page);
	assert_int_equal(corrected_begin_at(&session, "活动由区"),
	                 SESSION_CHANGED);
	assert_int_equal(session_reload(&session, NPOS), SESSION_DONE);
	assert_int_equal(session.issue->page_count, 2);
	session_close(&session);
}

/* A page that cannot be kept anywhere is corrected for the time being. */
static void unsaved_holds_until_the_end(void **state)
{
	static const char *const names[] = { "page.txt" };
	struct session session;

	(void)state;
	setenv("XDG_DATA_HOME", "/dev/null", 1);
	corrected_open_session(&session, names, 1, false);
	assert_int_equal(
		session_correct(&session, CORRECTION_ARTICLE,
	                        corrected_line_of(session.issue, "活动由区"),
	                        NPOS),
		SESSION_UNSAVED);
	assert_int_equal(session.issue->article_count, 3);
	session_close(&session);
}

#define IN_A_FOLDER(test)                                                      \
 cmocka_unit_test_setup_teardown(test, corrected_enter_folder,                 \
	                         corrected_leave_folder)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_A_FOLDER(kept_beside),
		IN_A_FOLDER(kept_at_home),
		IN_A_FOLDER(kept_in_a_folder),
		IN_A_FOLDER(nothing_is_kept_of_a_pipe),
		IN_A_FOLDER(a_lost_file_changes_nothing),
		IN_A_FOLDER(a_page_that_changed_is_told),
		IN_A_FOLDER(a_folder_that_changed_is_told),
		IN_A_FOLDER(unsaved_holds_until_the_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
