/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/drop_caps.h"

#include "../lib/fixture.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/build/join_lines.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define LINES_MAX 8

/* All lines of a page joined in one text; a line that is a drop cap is set aside. */
static void assert_joined(const char *text, const char *want, size_t caps)
{
	static const size_t which[LINES_MAX] = { 0, 1, 2, 3, 4, 5, 6, 7 };
	struct issue *issue = fixture_lines(text);
	struct passage passage = { 0 };
	struct printed_lines lines;
	size_t found = 0;

	printed_lines_init(&lines, issue, 0);
	drop_caps_find(&lines);
	printed_lines_measure(&lines);
	assert_in_range(lines.count, 1, LINES_MAX);
	join_lines(issue, &lines,
	           &(struct joined_lines){ .which = which,
	                                   .count = lines.count,
	                                   .words = NULL },
	           &passage);
	for (size_t i = 0; i < lines.count; i++)
		found += lines.items[i].aside == ASIDE_CAP;
	if (!str_equal(passage.text, str_from(want)) || found != caps)
		fail_msg("got '%.*s' and %zu caps, want '%s'",
		         (int)passage.text.len, passage.text.ptr, found, want);
	printed_lines_release(&lines);
	issue_free(issue);
}

static void letters_stand_before_their_words(void **state)
{
	(void)state;
	assert_joined("T\nhree hundred people came",
	              "Three hundred people came", 1);
	assert_joined("T\nHREE HUNDRED people came",
	              "THREE HUNDRED people came", 1);
	assert_joined("“W\ne came early,” he said", "“We came early,” he said",
	              1);
	assert_joined("D\n’abord les ponts, dit-il",
	              "D’abord les ponts, dit-il", 1);
	assert_joined("Т\nриста человек пришли", "Триста человек пришли", 1);
	/* A headline, a list, an initial */
	assert_joined("A\nNew Bridge", "A New Bridge", 0);
	assert_joined("T\nThree hundred", "T Three hundred", 0);
	assert_joined("Roe, J.\nthree hundred", "Roe, J. three hundred", 0);
}

/* The foot of a drop cap stands lower than its first line. */
static void letters_stand_behind_their_lines(void **state)
{
	(void)state;
	assert_joined("hree hundred people came\nT\nto the river bank.",
	              "Three hundred people came to the river bank.", 1);
	assert_joined("hree hundred people came\nto the river bank\nT\n"
	              "on Saturday.",
	              "Three hundred people came to the river bank on "
	              "Saturday.",
	              1);
}

/* The words of the page tell whether a letter is a word of its own. */
static void letters_may_be_words(void **state)
{
	(void)state;
	assert_joined("A\nmother came with three.\nThe mother was glad.",
	              "A mother came with three. The mother was glad.", 1);
	assert_joined("A\nfter the storm they came.\nThey came after the rain.",
	              "After the storm they came. They came after the rain.",
	              1);
	assert_joined("A\nlthough it rained, they came.",
	              "Although it rained, they came.", 1);
	assert_joined("I\nremember it. Members will remember it.",
	              "I remember it. Members will remember it.", 1);
}

static void a_space_behind_a_letter_goes(void **state)
{
	(void)state;
	assert_joined("T hree hundred people came", "Three hundred people came",
	              0);
	assert_joined("W HEN THE rain came they left",
	              "WHEN THE rain came they left", 0);
	assert_joined("A mother of three came", "A mother of three came", 0);
}

static void ideographs_stand_before_their_text(void **state)
{
	(void)state;
	assert_joined("河边的老柳树\n\n老\n家门前的河边有一棵老柳树，树干要\n"
	              "三个人才能合抱。",
	              "河边的老柳树老家门前的河边有一棵老柳树，树干要三个人才能"
	              "合抱。",
	              1);
	assert_joined(
		"家门前的河边有一棵老柳树，树干要\n老\n三个人才能合抱，都说"
		"很老了。",
		"老家门前的河边有一棵老柳树，树干要三个人才能合抱，都说很老"
		"了。",
		1);
	/* the last line of a paragraph, the number of a part, a vertical head */
	assert_joined("家门前的河边有一棵老柳树。\n了\n　　三个人才能合抱它。",
	              "家门前的河边有一棵老柳树。了三个人才能合抱它。", 0);
	assert_joined("一\n家门前的河边有一棵老柳树。",
	              "一家门前的河边有一棵老柳树。", 0);
	assert_joined("老\n柳\n树\n下", "老柳树下", 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_stand_before_their_words),
		cmocka_unit_test(letters_stand_behind_their_lines),
		cmocka_unit_test(letters_may_be_words),
		cmocka_unit_test(a_space_behind_a_letter_goes),
		cmocka_unit_test(ideographs_stand_before_their_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
