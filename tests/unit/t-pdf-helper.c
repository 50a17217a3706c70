/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/pdf_helper.h"

#include "../lib/fake_pdf.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define WAIT_MS 1000

static int start(struct process_output *helper, const char *path, const char *bytes,
                 const char *password)
{
	return pdf_helper_start(helper,
	                        &(struct pdf_job){ .program = path,
	                                           .bytes = str_from(bytes),
	                                           .password = password,
	                                           .first_page = 7 });
}

/* All that the script prints. */
static void assert_prints(const char *script, const char *bytes,
                          const char *password, const char *want)
{
	struct process_output helper;
	struct fake_pdf fake;
	struct buf out;

	buf_init(&out);
	fake_pdf_init(&fake, script);
	assert_int_equal(start(&helper, fake.path, bytes, password), 0);
	while (process_output_read(&helper, &out, WAIT_MS))
		continue;
	assert_string_equal(out.ptr, want);
	assert_true(fake_pdf_no_child());
	assert_false(process_output_read(&helper, &out, WAIT_MS));
	process_output_stop(&helper);
	assert_false(helper.is_late || helper.is_too_long);
	buf_release(&out);
	fake_pdf_release(&fake);
}

static void the_file_is_its_standard_input(void **state)
{
	(void)state;
	assert_prints("cat", "some bytes\n", NULL, "some bytes\n");
	assert_prints("cat", "", NULL, "");
	/* It is a file, in which one can go back. */
	assert_prints("cat /dev/stdin; cat /dev/stdin", "a\n", NULL, "a\na\n");
	assert_prints("wc -c </dev/stdin | tr -d ' '; echo lost >&2", "abc",
	              NULL, "3\n");
}

static void a_password_is_no_argument(void **state)
{
	(void)state;
	assert_prints("echo \"$@\"; cat <&3", "", "s3cret",
	              "--first-page=7 --password-fd=3\ns3cret");
	assert_prints("echo \"$@\"; (: <&3) 2>/dev/null || echo closed", "",
	              NULL, "--first-page=7\nclosed\n");
	assert_prints("echo \"$@\"", "", "", "--first-page=7\n");
}

/* sh(1) itself sets some variables. */
static void its_environment_is_empty(void **state)
{
	(void)state;
	setenv("BAOLAN_TEST_SECRET", "x", 1);
	assert_prints("echo \"[$BAOLAN_TEST_SECRET$HOME$USER$TERM]\"", "", NULL,
	              "[]\n");
	unsetenv("BAOLAN_TEST_SECRET");
}

/* A process group of its own: 0 is that of the caller. */
static void keys_do_not_reach_it(void **state)
{
	(void)state;
	assert_prints("set -- $(cat /proc/$$/stat); [ $1 = $5 ] && echo own",
	              "", NULL, "own\n");
}

static void more_than_a_pipe_holds_is_read(void **state)
{
	struct process_output helper;
	struct fake_pdf fake;
	struct buf out;

	(void)state;
	buf_init(&out);
	fake_pdf_init(&fake, "yes | head -c 1000000");
	assert_int_equal(start(&helper, fake.path, "", NULL), 0);
	while (process_output_read(&helper, &out, WAIT_MS))
		continue;
	assert_int_equal(out.len, 1000000);
	assert_int_equal(helper.all_bytes, 1000000);
	assert_true(fake_pdf_no_child());
	buf_release(&out);
	fake_pdf_release(&fake);
}

/* One that still runs, ignores what asks it to end, or has ended already. */
static void nothing_is_left_of_it(void **state)
{
	static const char *const scripts[] = {
		"echo x; exec sleep 1000",
		"trap '' TERM INT HUP; echo x; while :; do sleep 1000; done",
		"echo x",
		"echo x; kill -9 $$",
		"echo x; exec >&-; exec sleep 1000",
	};

	(void)state;
	for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
		struct process_output helper;
		struct fake_pdf fake;
		struct buf out;

		buf_init(&out);
		fake_pdf_init(&fake, scripts[i]);
		assert_int_equal(start(&helper, fake.path, "", NULL), 0);
		while (!out.len)
			assert_true(process_output_read(&helper, &out, WAIT_MS));
		process_output_stop(&helper);
		assert_true(fake_pdf_no_child());
		process_output_stop(&helper);
		buf_release(&out);
		fake_pdf_release(&fake);
	}
}

static void silence_ends_it(void **state)
{
	struct process_output helper;
	struct fake_pdf fake;
	struct buf out;

	(void)state;
	buf_init(&out);
	fake_pdf_init(&fake, "exec sleep 1000");
	assert_int_equal(start(&helper, fake.path, "", NULL), 0);
	helper.silent_most_ms = 1;
	while (process_output_read(&helper, &out, 1))
		continue;
	assert_true(helper.is_late);
	assert_true(fake_pdf_no_child());
	buf_release(&out);
	fake_pdf_release(&fake);
}

static void too_many_bytes_end_it(void **state)
{
	struct process_output helper;
	struct fake_pdf fake;
	struct buf out;

	(void)state;
	buf_init(&out);
	fake_pdf_init(&fake, "exec yes");
	assert_int_equal(start(&helper, fake.path, "", NULL), 0);
	helper.all_most_bytes = 200000;
	while (process_output_read(&helper, &out, WAIT_MS))
		continue;
	assert_true(helper.is_too_long);
	assert_false(helper.is_late);
	assert_true(out.len > 200000 && out.len < 400000);
	assert_true(fake_pdf_no_child());
	buf_release(&out);
	fake_pdf_release(&fake);
}

static void a_program_that_is_missing_is_told(void **state)
{
	struct process_output helper;
	struct buf out;

	(void)state;
	buf_init(&out);
	assert_int_equal(start(&helper, "/no/such/program", "", "secret"),
	                 ENOENT);
	process_output_stop(&helper);
	assert_false(process_output_read(&helper, &out, WAIT_MS));
	assert_int_equal(start(&helper, "/dev/null", "", NULL), EACCES);
	process_output_stop(&helper);
	assert_true(fake_pdf_no_child());
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_file_is_its_standard_input),
		cmocka_unit_test(a_password_is_no_argument),
		cmocka_unit_test(its_environment_is_empty),
		cmocka_unit_test(keys_do_not_reach_it),
		cmocka_unit_test(more_than_a_pipe_holds_is_read),
		cmocka_unit_test(nothing_is_left_of_it),
		cmocka_unit_test(silence_ends_it),
		cmocka_unit_test(too_many_bytes_end_it),
		cmocka_unit_test(a_program_that_is_missing_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
