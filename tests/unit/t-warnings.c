/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/build/warnings.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define TEXT                                                                   \
 "　　本报讯 昨天上午，全区春季植\n"                            \
 "树活动在永定河边举行，三百多名干\n"                          \
 "部群众种下松树、柳树和杨树一千二\n"                          \
 "百棵。区领导参加活动，并看望了常\n"                          \
 "年守护林地的工人，说他们辛苦了。\n"

static struct issue *load(const char *text)
{
	return load_bytes(str_from(text), "x", NULL);
}

/* The diagnostic that says `text`, or NULL. */
static const struct diag *told(const struct issue *issue, const char *text)
{
	for (size_t i = 0; i < issue->diags.count; i++)
		if (!strcmp(issue->diags.items[i].text, text))
			return &issue->diags.items[i];
	return NULL;
}

static void a_head_without_a_text(void **state)
{
	struct issue *issue =
		load("植树活动在河边举行\n\n" TEXT "\n 社区食堂开到家门口\n");
	const struct diag *diag = told(issue, "This headline has no text.");

	(void)state;
	assert_non_null(diag);
	assert_int_equal(diag->level, DIAG_WARNING);
	assert_int_equal(diag->page, 1);
	assert_int_equal(diag->line, 9);
	assert_int_equal(diag->column, 2);
	issue_free(issue);
	issue = load("植树活动在河边举行\n\n" TEXT);
	assert_null(told(issue, "This headline has no text."));
	issue_free(issue);
}

static void a_jump_to_nowhere(void **state)
{
	static const char away[] = "Page 5 is not in this issue’s files.";
	struct issue *issue =
		load("植树活动在河边举行\n\n" TEXT "（下转第5版）\n");

	(void)state;
	/* One page alone is not wrong. */
	assert_non_null(told(issue, away));
	assert_int_equal(told(issue, away)->level, DIAG_NOTE);
	assert_int_equal(told(issue, away)->line, 8);
	issue_free(issue);
	issue = load("第1版\n\n植树活动在河边举行\n\n" TEXT
	             "（下转第5版）\n\f第2版\n\n食堂开到家门口\n\n" TEXT);
	assert_int_equal(issue->page_count, 2);
	assert_int_equal(told(issue, away)->level, DIAG_WARNING);
	issue_free(issue);
	issue = load("第1版\n\n植树活动在河边举行\n\n" TEXT
	             "（下转第5版）\n\f第5版\n\n食堂开到家门口\n\n" TEXT);
	assert_null(told(issue, away));
	issue_free(issue);
}

static void diagnostics_are_in_order(void **state)
{
	struct diags diags;

	(void)state;
	diags_init(&diags);
	diags_add(&diags, (struct diag){ .page = 2, .line = 1 }, "d");
	diags_add(&diags, (struct diag){ .page = 1, .line = 7 }, "c");
	diags_add(&diags, (struct diag){ .page = 1, .line = 2 }, "b");
	diags_add(&diags, (struct diag){ .level = DIAG_ERROR }, "a");
	diags_sort(&diags);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(diags.items[i].text[0], 'a' + (int)i);
	diags_release(&diags);
}

/* Lines of a column, and one that no column could hold. */
static void a_line_that_is_too_wide(void **state)
{
	struct issue *issue = load(TEXT TEXT TEXT);
	struct printed_lines lines;
	struct flow flow;
	struct labelled *labels;
	size_t before = issue->diags.count;

	(void)state;
	printed_lines_init(&lines, issue, 0);
	printed_lines_measure(&lines);
	flow_init(&flow, &lines);
	labels = mem_alloc(flow.count * sizeof *labels);
	for (size_t i = 0; i < flow.count; i++)
		labels[i] = (struct labelled){ .label = LABEL_MIDDLE,
			                       .measure_em = 15 };
	warn_of_lines(issue, &flow, labels);
	assert_int_equal(issue->diags.count, before);
	labels[2].measure_em = 9;
	warn_of_lines(issue, &flow, labels);
	assert_int_equal(issue->diags.count, before + 1);
	assert_int_equal(issue->diags.items[before].line, 3);
	free(labels);
	flow_release(&flow);
	printed_lines_release(&lines);
	issue_free(issue);
}

/* One warning a page, at the first of its unreadable characters. */
static void characters_that_nobody_can_read(void **state)
{
	struct issue *issue =
		load(TEXT "新船\ue000来了\ufffd，\U000f0001\n" TEXT);
	const struct diag *found = NULL;
	size_t count = 0;

	(void)state;
	for (size_t i = 0; i < issue->diags.count; i++)
		if (strstr(issue->diags.items[i].text, "cannot be read")) {
			found = &issue->diags.items[i];
			count++;
		}
	assert_int_equal(count, 1);
	assert_int_equal(found->column, 3);
	assert_non_null(strstr(found->text, "3 characters of this page"));
	issue_free(issue);
	/* A bullet of a word processor is one; rare ideographs are none. */
	issue = load(TEXT "\uf0b7新船来了\U00020bb7，🌳\n" TEXT);
	for (size_t i = 0; i < issue->diags.count; i++)
		assert_null(
			strstr(issue->diags.items[i].text, "cannot be read"));
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_head_without_a_text),
		cmocka_unit_test(a_jump_to_nowhere),
		cmocka_unit_test(diagnostics_are_in_order),
		cmocka_unit_test(a_line_that_is_too_wide),
		cmocka_unit_test(characters_that_nobody_can_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
