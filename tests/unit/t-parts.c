/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/parts.h"

#include "../lib/fixture.h"
#include "export/export.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Articles of so many passages each, a page an article. */
static struct issue *issue_of(const size_t *passages, size_t count)
{
	struct issue *issue = issue_new();

	for (size_t i = 0; i < count; i++) {
		*ARRAY_ADD(issue->articles, issue->article_count,
		           issue->article_cap) = (struct article){
			.page = i,
			.chars = i + 1,
			.passages = { issue->passage_count,
			              issue->passage_count + passages[i] },
		};
		parts_begin(issue);
		for (size_t p = 0; p < passages[i]; p++)
			*ARRAY_ADD(issue->passages, issue->passage_count,
			           issue->passage_cap) =
				(struct passage){ .article = i };
	}
	return issue;
}

static void parts_make_a_whole(void **state)
{
	static const size_t passages[] = { 2, 1, 0, 1 };
	struct issue *issue = issue_of(passages, ARRAY_LEN(passages));

	(void)state;
	assert_int_equal(issue->whole_count, 4);
	assert_false(parts_are_many(issue, 0));
	parts_join(issue, 2, 0);
	parts_join(issue, 3, 2);
	assert_int_equal(issue->whole_count, 2);
	assert_int_equal(issue->wholes[1], 1);
	assert_int_equal(issue->articles[1].ordinal, 1);
	assert_int_equal(issue->articles[3].ordinal, 0);
	assert_int_equal(parts_whole(issue, 3), 0);
	assert_int_equal(parts_whole(issue, 1), 1);
	assert_int_equal(parts_next(issue, 0), 2);
	assert_int_equal(parts_next(issue, 3), NPOS);
	assert_int_equal(parts_last(issue, 0), 3);
	assert_int_equal(parts_last(issue, 1), 1);
	assert_int_equal(parts_chars(issue, 0), 1 + 3 + 4);
	assert_true(parts_are_many(issue, 0));
	assert_false(parts_are_many(issue, 2));
	issue_free(issue);
}

/* Parts are joined in any order. */
static void the_list_of_wholes_is_kept(void **state)
{
	static const size_t passages[] = { 1, 1, 1, 1, 1 };
	struct issue *issue = issue_of(passages, ARRAY_LEN(passages));

	(void)state;
	parts_join(issue, 4, 3);
	parts_join(issue, 3, 1);
	assert_int_equal(issue->whole_count, 3);
	assert_int_equal(parts_whole(issue, 4), 1);
	assert_int_equal(issue->articles[4].ordinal, 1);
	assert_int_equal(issue->wholes[2], 2);
	assert_int_equal(issue->articles[2].ordinal, 2);
	issue_free(issue);
}

static void passages_go_on_over_parts(void **state)
{
	static const size_t passages[] = { 2, 1, 0, 1 };
	struct issue *issue = issue_of(passages, ARRAY_LEN(passages));

	(void)state;
	parts_join(issue, 2, 0);
	parts_join(issue, 3, 2);
	assert_int_equal(parts_first_passage(issue, 0), 0);
	assert_int_equal(parts_next_passage(issue, 0), 1);
	assert_int_equal(parts_next_passage(issue, 1), 3);
	assert_int_equal(parts_next_passage(issue, 3), NPOS);
	assert_int_equal(parts_next_passage(issue, 2), NPOS);
	assert_int_equal(parts_first_passage(issue, 2), 3);
	issue_free(issue);
}

static struct issue *load_export(const struct issue *issue,
                                 enum export_format format)
{
	struct export_options options = { 0 };
	struct buf out;
	struct issue *again;

	buf_init(&out);
	assert_null(export_write(&out, issue, selection_all(issue), format,
	                         &options));
	again = load_bytes(buf_str(&out), "export", NULL);
	buf_release(&out);
	return again;
}

static bool has_in(const struct issue *issue, size_t article, const char *text)
{
	for (size_t p = parts_first_passage(issue, article); p != NPOS;
	     p = parts_next_passage(issue, p))
		if (str_find(issue->passages[p].text, str_from(text), 0) !=
		    NPOS)
			return true;
	return false;
}

static void exports_have_the_whole(void **state)
{
	static const enum export_format formats[] = { EXPORT_JSON,
		                                      EXPORT_MARKDOWN };
	char *error = NULL;
	char *name = fixture_path("tests/data/package");
	struct issue *issue =
		load_files((const char *const[]){ name }, 1, NULL, &error);

	(void)state;
	assert_non_null(issue);
	assert_int_equal(issue->whole_count, 4);
	for (size_t i = 0; i < ARRAY_LEN(formats); i++) {
		struct issue *again = load_export(issue, formats[i]);

		assert_int_equal(again->whole_count, issue->whole_count);
		assert_true(has_in(again, 0, "four white horses"));
		assert_true(has_in(again, 0, "the oldest man"));
		issue_free(again);
	}
	issue_free(issue);
	free(name);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_make_a_whole),
		cmocka_unit_test(the_list_of_wholes_is_kept),
		cmocka_unit_test(passages_go_on_over_parts),
		cmocka_unit_test(exports_have_the_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
