/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/line_metric.h"

#include "../lib/fixture.h"
#include "issue/issue.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* Broken at 34 characters. */
#define BY_CHARS                                                               \
 "The ferry at the south landing is\n"                                         \
 "out of service for a fortnight,\n"                                           \
 "because its chain broke in the\n"                                            \
 "middle of the river with twenty\n"                                           \
 "sheep and a doctor aboard. They\n"                                           \
 "were towed in by two fishermen,\n"                                           \
 "who asked for nothing but a hot\n"                                           \
 "dinner and the right to tell it\n"                                           \
 "in every inn along the shore, as\n"                                          \
 "they have done since that night.\n"

/* The same set in a text face: lines of narrow letters have more of them. */
#define BY_FACE                                                                \
 "The ferry at the south landing is out\n"                                     \
 "of service for a fortnight, because\n"                                       \
 "its chain broke in the middle of the\n"                                      \
 "river with twenty sheep and a little ill\n"                                  \
 "doctor aboard. They were towed in\n"                                         \
 "by two fishermen, who simply still ill\n"                                    \
 "asked for nothing but a warm meal\n"                                         \
 "and the right to tell it in all little inns,\n"                              \
 "mornings and evenings, women and\n"                                          \
 "men alike, as long as they may.\n"

static enum line_metric metric_of(const char *text)
{
	struct issue *issue = fixture_lines(text);
	struct printed_lines lines;
	enum line_metric metric;

	printed_lines_init(&lines, issue, 0);
	line_metric_find(&lines);
	metric = lines.metric;
	printed_lines_release(&lines);
	issue_free(issue);
	return metric;
}

static void the_page_tells_its_metric(void **state)
{
	(void)state;
	assert_int_equal(metric_of(BY_CHARS), LINE_METRIC_CHARS);
	assert_int_equal(metric_of(BY_FACE), LINE_METRIC_FACE);
}

static void few_lines_tell_nothing(void **state)
{
	(void)state;
	assert_int_equal(metric_of("The ferry at the south landing is\n"
	                           "out of service for a fortnight,\n"
	                           "because its chain broke.\n"),
	                 LINE_METRIC_FACE);
}

static void ideographs_are_solid(void **state)
{
	(void)state;
	assert_int_equal(
		metric_of("城南的渡口上个月换了新船，\n一次能坐四十个人。\n"),
		LINE_METRIC_SOLID);
}

/* Widths that are counted are exact, and a line is full where the next word does not fit. */
static void counted_lines_are_ragged(void **state)
{
	struct issue *issue = fixture_lines(BY_CHARS);
	struct printed_lines lines;

	(void)state;
	printed_lines_init(&lines, issue, 0);
	line_metric_find(&lines);
	printed_lines_measure(&lines);
	for (size_t i = 0; i < lines.count; i++) {
		const struct printed_line *line = &lines.items[i];

		assert_true(line->ragged);
		assert_float_equal(line->lo_em, (double)line->text.len / 2,
		                   .001);
		assert_float_equal(line->hi_em, line->lo_em, .001);
	}
	printed_lines_release(&lines);
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_page_tells_its_metric),
		cmocka_unit_test(few_lines_tell_nothing),
		cmocka_unit_test(ideographs_are_solid),
		cmocka_unit_test(counted_lines_are_ragged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
