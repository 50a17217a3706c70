/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/export.h"

#include "../lib/fixture.h"
#include "../lib/unzip.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>
#include <expat.h>

#define SEEDS 40

/* A line at a time: how expat is asked for the line it is at depends on its
 * version. */
static void assert_xml(struct str text, const char *what, const char *name)
{
	XML_Parser parser = XML_ParserCreate("UTF-8");
	size_t at = 0, line = 0;

	while (at < text.len) {
		size_t end = str_find(text, STR("\n"), at);

		end = end == NPOS ? text.len : end + 1;
		line++;
		if (XML_Parse(parser, text.ptr + at, (int)(end - at),
		              end == text.len) != XML_STATUS_OK)
			fail_msg("%s %s: line %zu: %s", what, name, line,
			         XML_ErrorString(XML_GetErrorCode(parser)));
		at = end;
	}
	assert_true(line > 0);
	XML_ParserFree(parser);
}

static void assert_html(const struct issue *issue, const char *what)
{
	const struct export_options options = { .upright = true };
	struct buf out;

	buf_init(&out);
	assert_null(export_write(&out, issue, selection_all(issue), EXPORT_HTML,
	                         &options));
	assert_xml(buf_str(&out), what, "html");
	buf_release(&out);
}

static void assert_part(struct unzipped *part, bool is_first, const char *what)
{
	bool is_style = str_ends(part->name, STR(".css"));

	assert_int_equal(is_first, str_equal(part->name, STR("mimetype")));
	if (!is_first && !is_style) {
		char *name = mem_dup(part->name.ptr, part->name.len);

		assert_xml(buf_str(&part->bytes), what, name);
		free(name);
	}
	buf_release(&part->bytes);
}

/* The magic of the media type stands where `file` looks for it. */
static void assert_book(const struct issue *issue, const char *what)
{
	static const char magic[] = "mimetypeapplication/epub+zip";
	const struct export_options options = { 0 };
	size_t count, entry;
	struct buf out;

	buf_init(&out);
	assert_null(export_write(&out, issue, selection_all(issue), EXPORT_EPUB,
	                         &options));
	assert_true(out.len > 60);
	assert_memory_equal(out.ptr + 30, magic, sizeof magic - 1);
	count = unzip_count(buf_str(&out));
	assert_int_equal(count, 6 + issue->article_count);
	unzip_begin(buf_str(&out), &entry);
	for (size_t i = 0; i < count; i++) {
		struct unzipped part = unzip_next(buf_str(&out), &entry);

		assert_part(&part, i == 0, what);
	}
	buf_release(&out);
}

static void files_become_xml(void **state)
{
	(void)state;
	for (size_t i = 0; fixture_files()[i]; i++) {
		struct issue *issue = fixture_issue(fixture_files()[i]);

		assert_html(issue, fixture_files()[i]);
		assert_book(issue, fixture_files()[i]);
		issue_free(issue);
	}
}

/* Whatever bytes the input has. */
static void anything_becomes_xml(void **state)
{
	(void)state;
	for (uint32_t seed = 1; seed <= SEEDS; seed++) {
		struct issue *issue;
		struct buf text;

		buf_init(&text);
		fixture_generate(&text, seed);
		issue = load_bytes(buf_str(&text), "a<b>&\"'\xff", NULL);
		assert_html(issue, "generated");
		assert_book(issue, "generated");
		issue_free(issue);
		buf_release(&text);
	}
}

/* The entries of a zip have a time, which is not that of the clock. */
static void times_are_fixed(struct str book)
{
	static const char local[] = "PK\3\4";
	size_t entries = 0;

	for (size_t at = str_find(book, str_from(local), 0); at != NPOS;
	     at = str_find(book, str_from(local), at + 1), entries++)
		assert_memory_equal(book.ptr + at + 10, "\0\0\x21\0", 4);
	assert_true(entries > 6);
}

/* SOURCE_DATE_EPOCH makes a book that can be made again. */
static void the_same_issue_is_the_same_book(void **state)
{
	const struct export_options options = { 0 };
	struct issue *issue = fixture_issue(FIXTURE_BUNDLED);
	struct buf first, second;

	(void)state;
	buf_init(&first);
	buf_init(&second);
	setenv("SOURCE_DATE_EPOCH", "1582070400", 1);
	assert_null(export_write(&first, issue, selection_all(issue),
	                         EXPORT_EPUB, &options));
	setenv("TZ", "XYZ-8", 1);
	tzset();
	assert_null(export_write(&second, issue, selection_all(issue),
	                         EXPORT_EPUB, &options));
	unsetenv("TZ");
	tzset();
	unsetenv("SOURCE_DATE_EPOCH");
	assert_true(str_equal(buf_str(&first), buf_str(&second)));
	times_are_fixed(buf_str(&first));
	buf_release(&first);
	buf_release(&second);
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_become_xml),
		cmocka_unit_test(anything_becomes_xml),
		cmocka_unit_test(the_same_issue_is_the_same_book),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
