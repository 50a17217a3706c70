/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/free_names.h"

#include "base/mem.h"
#include "export/file_name.h"
#include "issue/issue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define PATTERN "%headline.txt"

/* So many articles of one headline. */
static struct issue *issue_of_equals(size_t count)
{
	struct issue *issue = issue_new();

	for (size_t i = 0; i < count; i++)
		*ARRAY_ADD(issue->articles, issue->article_count,
		           issue->article_cap) =
			(struct article){ .headline = STR("简讯") };
	return issue;
}

static void next_is(struct free_names *names, const struct issue *issue,
                    const char *want)
{
	char *name = free_names_next(names, PATTERN, issue, 0, EXPORT_TEXT);

	assert_string_equal(name, want);
	free(name);
}

static void the_first_free_name_is_taken(void **state)
{
	struct issue *issue = issue_of_equals(1);
	struct free_names names;

	(void)state;
	free_names_init(&names);
	free_names_take(&names, "简讯-2.txt");
	free_names_take(&names, "简讯-4.txt");
	next_is(&names, issue, "简讯.txt");
	next_is(&names, issue, "简讯-3.txt");
	next_is(&names, issue, "简讯-5.txt");
	free_names_take(&names, "简讯-6.txt");
	next_is(&names, issue, "简讯-7.txt");
	free_names_release(&names);
	issue_free(issue);
}

/* Names that are looked at for `count` articles, in a folder that has had them
 * `before` times. */
static size_t tries_for(size_t count, size_t before)
{
	struct issue *issue = issue_of_equals(count);
	struct free_names names;
	size_t tries = 0;

	for (size_t round = 0; round <= before; round++) {
		free_names_init(&names);
		for (size_t copy = 1; copy <= round * count; copy++) {
			char *name = file_name_make(PATTERN, issue, 0,
			                            EXPORT_TEXT, copy);

			free_names_take(&names, name);
			free(name);
		}
		for (size_t i = 0; i < count; i++)
			free(free_names_next(&names, PATTERN, issue, i,
			                     EXPORT_TEXT));
		tries = names.tries;
		free_names_release(&names);
	}
	issue_free(issue);
	return tries;
}

static void equal_names_are_linear(void **state)
{
	(void)state;
	for (size_t count = 50; count <= 400; count *= 8)
		for (size_t before = 0; before <= 2; before++) {
			size_t tries = tries_for(count, before);

			assert_true(tries >= count);
			assert_true(tries <= (2 + before) * count);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_free_name_is_taken),
		cmocka_unit_test(equal_names_are_linear),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
