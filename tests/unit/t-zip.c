/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/zip.h"

#include "../lib/unzip.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define MADE_BYTES ((size_t)3000000)

/* Checks the file at `*entry`, and moves on. */
static void check_file(struct str zip, size_t *entry, const char *name,
                       struct str bytes)
{
	struct unzipped file = unzip_next(zip, entry);

	assert_true(str_equal(file.name, str_from(name)));
	assert_true(str_equal(buf_str(&file.bytes), bytes));
	buf_release(&file.bytes);
}

/* Bytes that deflate makes smaller, and longer than its window. */
static void add_made_bytes(struct buf *out)
{
	unsigned random = 1;

	while (out->len < MADE_BYTES) {
		random = random * 1103515245 + 12345;
		buf_addf(out, "%u ", random >> 16 & 1023);
	}
}

static void files_are_read_back(void **state)
{
	struct zip_writer writer;
	struct buf made, out;
	struct str zip;
	size_t at;

	(void)state;
	buf_init(&made);
	buf_init(&out);
	add_made_bytes(&made);
	buf_add_c(&out, "before");
	zip_init(&writer, &out);
	assert_true(zip_add(&writer, STR("first"), STR("not packed"), true));
	assert_true(
		zip_add(&writer, STR("book/文.txt"), buf_str(&made), false));
	assert_true(zip_add(&writer, STR("empty"), STR(""), false));
	assert_true(zip_finish(&writer));
	zip_release(&writer);
	assert_true(str_starts(buf_str(&out), STR("before")));
	zip = str_slice(buf_str(&out), strlen("before"), out.len);
	assert_true(zip.len < made.len);
	assert_int_equal(unzip_count(zip), 3);
	unzip_begin(zip, &at);
	check_file(zip, &at, "first", STR("not packed"));
	check_file(zip, &at, "book/文.txt", buf_str(&made));
	check_file(zip, &at, "empty", STR(""));
	buf_release(&made);
	buf_release(&out);
}

static void too_many_files_are_refused(void **state)
{
	struct zip_writer writer;
	struct buf out;

	(void)state;
	buf_init(&out);
	zip_init(&writer, &out);
	for (size_t i = 0; i < 65534; i++)
		assert_true(zip_add(&writer, STR("a"), STR("b"), true));
	errno = 0;
	assert_false(zip_add(&writer, STR("a"), STR("b"), true));
	assert_int_equal(errno, EFBIG);
	assert_true(zip_finish(&writer));
	zip_release(&writer);
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_are_read_back),
		cmocka_unit_test(too_many_files_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
