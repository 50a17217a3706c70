/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/correct/corrections_file.h"

#include "../lib/corrected.h"
#include "base/mem.h"
#include "issue/issue.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* What lies beside the issue and is no plain file is told and left alone; what is said
 * is kept at home. */
static void assert_left_alone(const char *told)
{
	struct session session;

	corrected_open_session(&session, corrected_names, 1, true);
	assert_true(corrected_is_told(session.issue, told));
	assert_int_equal(corrected_begin_at(&session, "活动由区"),
	                 SESSION_DONE);
	assert_ptr_equal(session.file.path, session.file.data_path);
	assert_true(corrected_holds(session.file.data_path, "article "));
	assert_false(corrected_holds(session.file.data_path, "secret"));
	assert_int_equal(unlink(session.file.data_path), 0);
	session_close(&session);
}

static void a_link_is_not_followed(void **state)
{
	(void)state;
	corrected_write_file("secret", "secret\n");
	assert_int_equal(chmod("secret", 0600), 0);
	assert_int_equal(symlink("secret", "page.txt.baolan"), 0);
	assert_left_alone("symbolic link");
	assert_int_equal(corrected_mode_of("secret"), 0600);
	assert_true(corrected_holds("secret", "secret\n"));
	assert_int_equal(unlink("page.txt.baolan"), 0);
	assert_int_equal(symlink("nowhere", "page.txt.baolan"), 0);
	assert_left_alone("symbolic link");
	assert_false(corrected_is_there("nowhere"));
}

static void what_is_no_file_is_left_alone(void **state)
{
	(void)state;
	assert_int_equal(mkfifo("page.txt.baolan", 0666), 0);
	assert_left_alone("no regular file");
	assert_int_equal(unlink("page.txt.baolan"), 0);
	assert_int_equal(mkdir("page.txt.baolan", 0777), 0);
	assert_left_alone("no regular file");
}

/* It may become a link while the issue is open. */
static void a_link_that_comes_late_is_not_followed(void **state)
{
	struct session session;

	(void)state;
	corrected_open_session(&session, corrected_names, 1, true);
	corrected_write_file("secret", "secret\n");
	assert_int_equal(symlink("secret", "page.txt.baolan"), 0);
	assert_int_equal(corrected_begin_at(&session, "活动由区"),
	                 SESSION_DONE);
	assert_ptr_equal(session.file.path, session.file.data_path);
	assert_false(corrected_holds(session.file.data_path, "secret"));
	assert_true(corrected_holds("page.txt.baolan", "secret\n"));
	session_close(&session);
}

/* Whose a file is depends on who asks. */
static uid_t other_user;
uid_t __real_geteuid(void);
uid_t __wrap_geteuid(void);

uid_t __wrap_geteuid(void)
{
	return other_user ? other_user : __real_geteuid();
}

static enum correction_file_state state_of(const char *name)
{
	struct buf text;
	enum correction_file_state state;

	buf_init(&text);
	state = correction_file_read(&text, "page.txt.baolan", name);
	buf_release(&text);
	return state;
}

/* A file of someone else says nothing where anyone may put one, but for the one whose
 * issue it is; what is root's is. */
static void others_may_not_say_anything(void **state)
{
	bool root = !geteuid();

	(void)state;
	corrected_write_file("page.txt.baolan", "# of someone\n");
	assert_int_equal(chmod(".", 0777), 0);
	assert_int_equal(state_of("/"), CORRECTION_FILE_READ);
	other_user = 12345;
	assert_int_equal(state_of("/"),
	                 root ? CORRECTION_FILE_READ : CORRECTION_FILE_FOREIGN);
	assert_int_equal(state_of("page.txt"), CORRECTION_FILE_READ);
	/* Who may write in the folder is trusted. */
	assert_int_equal(chmod(".", 0775), 0);
	assert_int_equal(state_of("/"), CORRECTION_FILE_READ);
	other_user = 0;
	if (!root)
		return;
	assert_int_equal(chown("page.txt.baolan", 12345, 12345), 0);
	assert_int_equal(state_of("page.txt"), CORRECTION_FILE_READ);
	assert_int_equal(chmod(".", 0777), 0);
	assert_left_alone("someone else");
}

/* Where nothing can be, nothing is missing. */
static void no_place_is_no_trouble(void **state)
{
	char name[300];
	struct session session;

	(void)state;
	memset(name, 'n', sizeof name);
	memcpy(name + 252, "x", 2);
	corrected_write_file(name, corrected_page);
	corrected_open_session(&session, (const char *const[]){ name }, 1,
	                       true);
	assert_int_equal(session.issue->diags.count, 0);
	assert_int_equal(corrected_begin_at(&session, "活动由区"),
	                 SESSION_DONE);
	assert_ptr_equal(session.file.path, session.file.data_path);
	session_close(&session);
}

/* A sample of the page is in the file. */
static void it_is_for_those_who_may_read_the_page(void **state)
{
	struct session session;
	mode_t mask = umask(022);

	(void)state;
	assert_int_equal(chmod("page.txt", 0600), 0);
	corrected_open_session(&session, corrected_names, 1, true);
	assert_int_equal(corrected_begin_at(&session, "活动由区"),
	                 SESSION_DONE);
	assert_int_equal(corrected_mode_of("page.txt.baolan"), 0600);
	/* Afterwards its own mode is kept. */
	assert_int_equal(chmod("page.txt.baolan", 0640), 0);
	assert_int_equal(corrected_begin_at(&session, "名踊跃"), SESSION_SAME);
	assert_int_equal(
		session_correct(&session, CORRECTION_NOHEAD,
	                        corrected_line_of(session.issue, "社区食堂"),
	                        NPOS),
		SESSION_DONE);
	assert_int_equal(corrected_mode_of("page.txt.baolan"), 0640);
	session_close(&session);
	umask(mask);
}

static void home_is_for_oneself(void **state)
{
	struct session session;
	mode_t mask = umask(022);
	char *data;

	(void)state;
	data = mem_dup("xdg", 3);
	assert_int_equal(mkdir("xdg", 0755), 0);
	free(data);
	data = realpath("xdg", NULL);
	setenv("XDG_DATA_HOME", data, 1);
	free(data);
	corrected_open_session(&session, corrected_names, 1, false);
	assert_int_equal(corrected_begin_at(&session, "活动由区"),
	                 SESSION_DONE);
	assert_int_equal(corrected_mode_of("xdg"), 0755);
	assert_int_equal(corrected_mode_of("xdg/baolan"), 0700);
	assert_int_equal(corrected_mode_of(session.file.path), 0644);
	session_close(&session);
	umask(mask);
}

/* Two who read one issue both keep what they said, and see it. */
static void two_readers_lose_nothing(void **state)
{
	struct session one, two;

	(void)state;
	corrected_open_session(&one, corrected_names, 1, true);
	corrected_open_session(&two, corrected_names, 1, true);
	assert_int_equal(corrected_begin_at(&one, "活动由区"), SESSION_DONE);
	assert_false(one.file.merged);
	assert_int_equal(
		session_correct(&two, CORRECTION_NOHEAD,
	                        corrected_line_of(two.issue, "社区食堂"), NPOS),
		SESSION_DONE);
	assert_true(two.file.merged);
	assert_int_equal(two.issue->pages[0].articles.end, 3);
	assert_int_equal(corrections_count(&two.file.corrections), 2);
	assert_true(corrected_holds("page.txt.baolan", "article "));
	assert_true(corrected_holds("page.txt.baolan", "nohead "));
	/* One takes back what one said oneself. */
	assert_int_equal(session_undo(&one, NPOS), SESSION_DONE);
	assert_true(one.file.merged);
	assert_false(corrected_holds("page.txt.baolan", "article "));
	assert_true(corrected_holds("page.txt.baolan", "nohead "));
	assert_int_equal(corrected_begin_at(&two, "活动由区"), SESSION_DONE);
	assert_int_equal(corrections_count(&two.file.corrections), 2);
	assert_int_equal(session_undo(&two, NPOS), SESSION_DONE);
	assert_int_equal(session_undo(&two, NPOS), SESSION_DONE);
	assert_false(corrected_is_there("page.txt.baolan"));
	session_close(&one);
	session_close(&two);
}

/* An editor's lines stay, in their order, and so do those of another version. */
static void what_an_editor_wrote_stays(void **state)
{
	struct session session;
	char *text;

	(void)state;
	corrected_write_file("page.txt.baolan",
	                     "# mine\nfuture 00000000 1:1 = {}\n");
	corrected_open_session(&session, corrected_names, 1, true);
	assert_int_equal(corrected_begin_at(&session, "活动由区"),
	                 SESSION_DONE);
	text = corrected_text_of("page.txt.baolan");
	corrected_write_file("page.txt.baolan", "# above\n");
	{
		FILE *file = fopen("page.txt.baolan", "a");

		assert_non_null(file);
		fputs(text, file);
		fputs("# below\n\nlater: 1\n", file);
		assert_int_equal(fclose(file), 0);
	}
	free(text);
	assert_int_equal(
		session_correct(&session, CORRECTION_NOHEAD,
	                        corrected_line_of(session.issue, "社区食堂"),
	                        NPOS),
		SESSION_DONE);
	assert_true(session.file.merged);
	text = corrected_text_of("page.txt.baolan");
	assert_true(str_starts(
		str_from(text),
		STR("# above\n# mine\nfuture 00000000 1:1 = {}\narticle ")));
	assert_non_null(strstr(text, "# below\n\nlater: 1\nnohead "));
	free(text);
	assert_int_equal(session_undo(&session, NPOS), SESSION_DONE);
	assert_false(session.file.merged);
	assert_int_equal(session_undo(&session, NPOS), SESSION_DONE);
	text = corrected_text_of("page.txt.baolan");
	assert_string_equal(text, "# above\n# mine\nfuture 00000000 1:1 = {}\n"
	                          "# below\n\nlater: 1\n");
	free(text);
	session_close(&session);
}

/* A file that has gone is no word of anyone. */
static void a_file_that_has_gone_is_written_anew(void **state)
{
	struct session session;

	(void)state;
	corrected_open_session(&session, corrected_names, 1, true);
	assert_int_equal(corrected_begin_at(&session, "活动由区"),
	                 SESSION_DONE);
	assert_int_equal(unlink("page.txt.baolan"), 0);
	assert_int_equal(
		session_correct(&session, CORRECTION_NOHEAD,
	                        corrected_line_of(session.issue, "社区食堂"),
	                        NPOS),
		SESSION_DONE);
	assert_true(corrected_holds("page.txt.baolan", "article "));
	assert_true(corrected_holds("page.txt.baolan", "nohead "));
	session_close(&session);
}

#define READERS 6
#define ROUNDS  10

/* Says and saves ROUNDS things of its own, in a process of its own. */
static void say_much(int reader)
{
	for (int round = 0; round < ROUNDS; round++) {
		struct corrections corrections = { 0 };
		struct buf text;
		int lock;

		/* It gives up where others are long at it. */
		while ((lock = correction_file_lock("file.baolan")) < 0)
			if (errno != EWOULDBLOCK)
				_exit(1);
		buf_init(&text);
		correction_file_read(&text, "file.baolan", "page.txt");
		buf_addf(&text, "head %08x %d:%d\n", 1u, reader + 1, round + 1);
		corrections_parse(&corrections, buf_str(&text));
		if (!correction_file_write("file.baolan", buf_str(&text), NULL))
			_exit(1);
		corrections_release(&corrections);
		buf_release(&text);
		close(lock);
	}
	_exit(0);
}

static void many_readers_wait_for_each_other(void **state)
{
	struct corrections corrections = { 0 };
	struct buf text;
	int status;

	(void)state;
	for (int reader = 0; reader < READERS; reader++)
		if (!fork())
			say_much(reader);
	for (int reader = 0; reader < READERS; reader++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	buf_init(&text);
	assert_int_equal(correction_file_read(&text, "file.baolan", "page.txt"),
	                 CORRECTION_FILE_READ);
	corrections_parse(&corrections, buf_str(&text));
	assert_int_equal(corrections_count(&corrections), READERS * ROUNDS);
	corrections_release(&corrections);
	buf_release(&text);
}

#define IN_A_FOLDER(test)                                                      \
 cmocka_unit_test_setup_teardown(test, corrected_enter_folder,                 \
	                         corrected_leave_folder)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_A_FOLDER(a_link_is_not_followed),
		IN_A_FOLDER(what_is_no_file_is_left_alone),
		IN_A_FOLDER(a_link_that_comes_late_is_not_followed),
		IN_A_FOLDER(others_may_not_say_anything),
		IN_A_FOLDER(no_place_is_no_trouble),
		IN_A_FOLDER(it_is_for_those_who_may_read_the_page),
		IN_A_FOLDER(home_is_for_oneself),
		IN_A_FOLDER(two_readers_lose_nothing),
		IN_A_FOLDER(what_an_editor_wrote_stays),
		IN_A_FOLDER(a_file_that_has_gone_is_written_anew),
		IN_A_FOLDER(many_readers_wait_for_each_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
