/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/index.h"

#include "base/mem.h"
#include "issue/issue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void add_passage(struct issue *issue, const char *text)
{
	*ARRAY_ADD(issue->passages, issue->passage_count, issue->passage_cap) =
		(struct passage){ .text = str_from(text) };
}

static void check_text(const struct search_index *index, const char *want)
{
	if (strcmp(index->text.ptr, want))
		fail_msg("the text is '%s', not '%s'", index->text.ptr, want);
}

static void an_index_follows_its_issue(void **state)
{
	struct issue *issue = issue_new();
	struct search_index *index = search_index_new(issue);

	(void)state;
	assert_int_equal(search_index_follow(index), 0);
	check_text(index, "");
	add_passage(issue, "ＡＢ，报");
	add_passage(issue, "");
	assert_int_equal(search_index_follow(index), 2);
	check_text(index, "ab,报\n\n");
	assert_int_equal(search_index_follow(index), 0);
	check_text(index, "ab,报\n\n");
	add_passage(issue, "訊\n息");
	assert_int_equal(search_index_follow(index), 1);
	assert_int_equal(index->count, 3);
	/* A newline in a passage is white space, which folding drops. */
	check_text(index, "ab,报\n\n讯息\n");
	search_index_free(index);
	search_index_free(NULL);
	issue_free(issue);
}

/* The way back leads to the passage and its bytes, across passages. */
static void the_way_back_leads_to_the_passage(void **state)
{
	static const struct {
		size_t at, len, passage, start, end;
	} cases[] = {
		{ 0, 2, 0, 0, 6 },  /* ab: ＡＢ */
		{ 2, 3, 0, 6, 9 },  /* 报 */
		{ 6, 6, 1, 0, 7 },  /* 讯息, over a newline */
		{ 13, 1, 2, 0, 3 }, /* m of m2: ㎡, whole */
	};
	struct issue *issue = issue_new();
	struct search_index *index = search_index_new(issue);
	struct fold_walk walk = { 0 };

	(void)state;
	add_passage(issue, "ＡＢ报");
	add_passage(issue, "訊\n息");
	add_passage(issue, "㎡");
	search_index_follow(index);
	check_text(index, "ab报\n讯息\nm2\n");
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct fold_origin origin = fold_origin(
			&walk, &index->marks, cases[i].at, cases[i].len);

		if (origin.text != cases[i].passage ||
		    origin.start != cases[i].start ||
		    origin.end != cases[i].end)
			fail_msg("byte %zu comes from bytes %zu to %zu of "
			         "passage %zu, not %zu to %zu of %zu",
			         cases[i].at, origin.start, origin.end,
			         origin.text, cases[i].start, cases[i].end,
			         cases[i].passage);
	}
	search_index_free(index);
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_index_follows_its_issue),
		cmocka_unit_test(the_way_back_leads_to_the_passage),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
