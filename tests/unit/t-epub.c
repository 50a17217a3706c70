/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/export.h"

#include "../lib/fixture.h"
#include "../lib/test_reader.h"
#include "base/i18n.h"
#include "export/zip.h"
#include "issue/issue.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* What the archive is made to have no room for: the call of this number, 0 for none. */
static struct {
	unsigned add, finish;
} fails;

bool __real_zip_add(struct zip_writer *zip, struct str name, struct str bytes,
                    bool stored);
bool __wrap_zip_add(struct zip_writer *zip, struct str name, struct str bytes,
                    bool stored);
bool __real_zip_finish(struct zip_writer *zip);
bool __wrap_zip_finish(struct zip_writer *zip);

bool __wrap_zip_add(struct zip_writer *zip, struct str name, struct str bytes,
                    bool stored)
{
	if (!fails.add || --fails.add)
		return __real_zip_add(zip, name, bytes, stored);
	errno = EFBIG;
	return false;
}

bool __wrap_zip_finish(struct zip_writer *zip)
{
	if (!fails.finish || --fails.finish)
		return __real_zip_finish(zip);
	errno = EOVERFLOW;
	return false;
}

/* The reason why the book could not be written, after "before" in its buffer. */
static char *write_book(struct buf *out)
{
	const struct export_options options = { .ambiguous_cols = 1 };
	struct issue *issue = fixture_issue(FIXTURE_BUNDLED);
	char *reason;

	buf_add_c(out, "before");
	reason = export_write(out, issue, selection_all(issue), EXPORT_EPUB,
	                      &options);
	issue_free(issue);
	return reason;
}

static void check_failure(const char *what, const char *says)
{
	struct buf out;
	char *reason;

	buf_init(&out);
	reason = write_book(&out);
	if (!reason)
		fail_msg("%s: the book was written nevertheless", what);
	if (!strstr(reason, says))
		fail_msg("%s: the reason is '%s', without '%s'", what, reason,
		         says);
	if (!str_equal(buf_str(&out), STR("before")))
		fail_msg("%s: %zu bytes were appended", what,
		         out.len - strlen("before"));
	free(reason);
	buf_release(&out);
}

static void failures_of_the_archive_are_reasons(void **state)
{
	(void)state;
	fails.add = 1;
	check_failure("first file", i18n_reason(EFBIG));
	/* A later failure does not hide the first. */
	fails.add = 4;
	fails.finish = 1;
	check_failure("fourth file", i18n_reason(EFBIG));
	check_failure("end", i18n_reason(EOVERFLOW));
}

static void a_book_is_appended(void **state)
{
	struct buf out;
	char *reason;

	(void)state;
	buf_init(&out);
	reason = write_book(&out);
	if (reason)
		fail_msg("the book was not written: %s", reason);
	assert_true(str_starts(buf_str(&out), STR("beforePK")));
	buf_release(&out);
}

static void type_path(struct test_reader *reader, const char *path)
{
	test_reader_press(reader, 's');
	test_reader_press(reader, PRESS_CTRL('U'));
	test_reader_type(reader, path);
}

/* The reader says why, writes no file and goes on. */
static void the_reader_says_why(void **state)
{
	struct test_reader reader;

	(void)state;
	test_reader_open(&reader);
	type_path(&reader, "book.epub");
	fails.finish = 1;
	test_reader_press(&reader, '\r');
	test_reader_says(&reader, TEST_READER_ROWS - 2, i18n_reason(EOVERFLOW));
	test_reader_foot_says(&reader, "book.epub");
	test_reader_press(&reader, PRESS_ESC);
	assert_int_equal(access("book.epub", F_OK), -1);
	type_path(&reader, "book.epub");
	test_reader_press(&reader, '\r');
	test_reader_foot_says(&reader, "book.epub");
	assert_int_equal(access("book.epub", F_OK), 0);
	assert_int_equal(remove("book.epub"), 0);
	test_reader_close(&reader);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(failures_of_the_archive_are_reasons),
		cmocka_unit_test(a_book_is_appended),
		/* in a folder of its own, so it is the last one */
		cmocka_unit_test_setup_teardown(the_reader_says_why,
		                                test_reader_make_issue,
		                                test_reader_remove_issue),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
