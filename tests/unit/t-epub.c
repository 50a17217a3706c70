/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/export.h"

#include "../lib/fixture.h"
#include "../lib/test_reader.h"
#include "base/i18n.h"
#include "issue/issue.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include <cmocka.h>

/* What libzip is made to fail at: the call of this number, 0 for none. */
static struct {
	unsigned part, close;
} fails;

zip_source_t *__real_zip_source_buffer(zip_t *zip, const void *bytes,
                                       zip_uint64_t len, int takes_over);
zip_source_t *__wrap_zip_source_buffer(zip_t *zip, const void *bytes,
                                       zip_uint64_t len, int takes_over);
int __real_zip_close(zip_t *zip);
int __wrap_zip_close(zip_t *zip);

zip_source_t *__wrap_zip_source_buffer(zip_t *zip, const void *bytes,
                                       zip_uint64_t len, int takes_over)
{
	if (!fails.part || --fails.part)
		return __real_zip_source_buffer(zip, bytes, len, takes_over);
	zip_error_set(zip_get_error(zip), ZIP_ER_MEMORY, 0);
	return NULL;
}

int __wrap_zip_close(zip_t *zip)
{
	if (!fails.close || --fails.close)
		return __real_zip_close(zip);
	zip_error_set(zip_get_error(zip), ZIP_ER_COMPRESSED_DATA, 0);
	return -1;
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

static void failures_of_libzip_are_reasons(void **state)
{
	(void)state;
	fails.part = 1;
	check_failure("first part", i18n_reason(ENOMEM));
	/* A later failure does not hide the first, nor later parts. */
	fails.part = 4;
	check_failure("fourth part", i18n_reason(ENOMEM));
	fails.close = 1;
	check_failure("close", "Compressed data invalid");
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
	fails.close = 1;
	test_reader_press(&reader, '\r');
	test_reader_says(&reader, TEST_READER_ROWS - 2,
	                 "Compressed data invalid");
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
		cmocka_unit_test(failures_of_libzip_are_reasons),
		cmocka_unit_test(a_book_is_appended),
		/* in a folder of its own, so it is the last one */
		cmocka_unit_test_setup_teardown(the_reader_says_why,
		                                test_reader_make_issue,
		                                test_reader_remove_issue),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
