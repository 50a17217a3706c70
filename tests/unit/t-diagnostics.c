/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/diagnostics.h"

#include "base/mem.h"
#include "issue/issue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* An issue of two files, of which each holds one line and one page. */
static struct issue *issue_of_two(void)
{
	static const char *const names[] = { "one.txt", "t\033wo.txt" };
	struct issue *issue = issue_new();

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		*ARRAY_ADD(issue->files, issue->file_count, issue->file_cap) =
			(struct file){ .name = str_from(names[i]) };
		*ARRAY_ADD(issue->lines, issue->line_count, issue->line_cap) =
			(struct line){ .page = i, .number = 1 };
		*ARRAY_ADD(issue->pages, issue->page_count, issue->page_cap) =
			(struct page){ .number = i + 1,
			               .file = i,
			               .lines = { i, i + 1 } };
	}
	return issue;
}

static void assert_added(const struct issue *issue, bool verbose,
                         const char *want)
{
	struct buf got;

	buf_init(&got);
	diagnostics_add(&got, issue, verbose);
	assert_string_equal(got.ptr, want);
	buf_release(&got);
}

static void what_is_of_a_line_is_told_when_asked_for(void **state)
{
	struct issue *issue = issue_of_two();

	(void)state;
	diags_add(&issue->diags,
	          (struct diag){ .level = DIAG_WARNING,
	                         .page = 1,
	                         .line = 3,
	                         .column = 5 },
	          "odd\a");
	assert_added(issue, false, "");
	assert_added(issue, true, "one.txt: 1:3:5: warning: odd<U+0007>\n");
	issue->pages[0].number = 7;
	assert_added(issue, true, "one.txt: 7:3:5: warning: odd<U+0007>\n");
	issue->file_count = 1;
	assert_added(issue, true, "7:3:5: warning: odd<U+0007>\n");
	issue->file_count = 2;
	issue_free(issue);
}

static void of_several_files_the_file_is_told(void **state)
{
	struct issue *issue = issue_of_two();

	(void)state;
	diags_add(&issue->diags, (struct diag){ .page = 2 }, "odd");
	assert_added(issue, false, "baolan: t<U+001B>wo.txt: odd\n");
	issue->files[0].lost_bytes = 1;
	assert_added(issue, false,
	             "baolan: one.txt: 1 byte was no text and is shown as 〓\n"
	             "baolan: t<U+001B>wo.txt: odd\n");
	issue_free(issue);
}

/* The number comes from a file of corrections, so it may be any. */
static void a_page_that_is_not_there_has_no_file(void **state)
{
	static const size_t pages[] = { 0, 3, SIZE_MAX };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(pages); i++) {
		struct issue *issue = issue_of_two();

		diags_add(&issue->diags, (struct diag){ .page = pages[i] },
		          "odd");
		assert_added(issue, false, "baolan: odd\n");
		issue_free(issue);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_of_a_line_is_told_when_asked_for),
		cmocka_unit_test(of_several_files_the_file_is_told),
		cmocka_unit_test(a_page_that_is_not_there_has_no_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
