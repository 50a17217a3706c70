/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/placement_follow.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/*
 * Placements in a notation: a digit is a line that came from that line of the placing, two
 * equal ones in turn are the two lines it became; a bar ends an article.
 */

static void read_placement(struct placement *placement, const char *notation)
{
	size_t start = 0;

	placement_init(placement);
	for (; *notation; notation++) {
		size_t index = placement->line_count;

		if (*notation != '|')
			*ARRAY_ADD(placement->lines, placement->line_count,
			           placement->line_cap) =
				(struct placement_line){
					.source = (size_t)(*notation - '0'),
					.line = index,
					.begins = true
				};
		else
			*ARRAY_ADD(placement->articles,
			           placement->article_count,
			           placement->article_cap) =
				(struct placement_article){ .lines = { start,
				                                       index },
				                            .unsure = start };
		start = *notation == '|' ? index : start;
	}
}

/* The lines of the page, with + before those that begin something. */
static void describe(struct buf *out, const struct placement *placement)
{
	for (size_t a = 0; a < placement->article_count; a++) {
		const struct placement_article *article =
			&placement->articles[a];

		assert_int_equal(article->unsure, article->lines.start);
		for (size_t l = article->lines.start; l < article->lines.end;
		     l++)
			buf_addf(out, "%s%zu",
			         placement->lines[l].begins ? "+" : "",
			         placement->lines[l].line);
		buf_add_byte(out, '|');
	}
}

static void lines_keep_their_numbers(void **state)
{
	static const struct {
		const char *first, *bounded, *want;
	} cases[] = {
		{ "012|34|", "012|34|", "+0+1+2|+3+4|" },
		{ "012|34|", "34|102|", "+3+4|+1+0+2|" },
		/* A text and a jump that are two lines in the first alone. */
		{ "0112|34|", "34|012|", "+4+5|+0+12+3|" },
		/* Or in the second: the jump is of the line. */
		{ "012|34|", "344|0112|", "+3+4|+0+1+2|" },
		{ "0112|34|", "34|0112|", "+4+5|+0+1+2+3|" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct placement first, bounded;
		struct buf got;

		buf_init(&got);
		read_placement(&first, cases[i].first);
		read_placement(&bounded, cases[i].bounded);
		placement_follow(&bounded, &first);
		describe(&got, &bounded);
		assert_string_equal(got.ptr, cases[i].want);
		placement_release(&first);
		placement_release(&bounded);
		buf_release(&got);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_keep_their_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
