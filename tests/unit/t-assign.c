/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/assign.h"

#include "../lib/placing_page.h"
#include "base/mem.h"
#include "load/place/assignment.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Appends the articles: "h0: 1 2; -: 3". */
static void add_articles(struct buf *out, const struct placing *placing)
{
	for (size_t i = 0; i < placing->article_count; i++) {
		const struct placed_article *article = &placing->articles[i];

		buf_add_c(out, i ? "; " : "");
		if (article->head == NPOS)
			buf_add_c(out, "-:");
		else
			buf_addf(out, "h%zu:", article->head);
		for (size_t c = 0; c < article->column_count; c++)
			buf_addf(out, " %zu", article->columns[c]);
	}
}

static void expect(const char *notation, const char *want)
{
	struct placing_page page;
	struct buf got;

	placing_page_init(&page, notation);
	assign_articles(&page.placing);
	buf_init(&got);
	add_articles(&got, &page.placing);
	assert_string_equal(got.ptr, want);
	buf_release(&got);
	placing_page_release(&page);
}

static void columns_go_to_the_head_above_them(void **state)
{
	(void)state;
	expect("head 0 30 0 3 新船下水\n"
	       "text 0 14 5 8 i 昨日新船下水/观者数千人\n"
	       "text 16 30 5 8 s 船长百余米/工程历时两年。\n"
	       "head 32 62 0 3 夜市开张\n"
	       "text 32 46 5 8 i 夜市开张/人山人海\n"
	       "text 48 62 5 8 s 灯火通明/直至深夜。",
	       "h0: 0 1; h1: 2 3");
}

static void a_column_beside_its_head_goes_on_from_its_text(void **state)
{
	(void)state;
	/* The last column stands under the second head, and begins in mid
	 * sentence under a text that is over: it goes on from the first. */
	expect("head 0 14 0 3 新船下水\n"
	       "text 0 14 5 30 i 昨日新船下水/观者数千人\n"
	       "head 16 30 0 3 夜市开张\n"
	       "text 16 30 5 8 is 夜市开张/直至深夜。\n"
	       "rule 18 16 30\n"
	       "text 16 30 20 10 s 船长百余米/工程历时两年。",
	       "h0: 0 2; h1: 1");
}

static void a_column_that_begins_small_goes_on_from_the_one_before(void **state)
{
	(void)state;
	/* The tops of the second and third columns stand far from their heads,
	 * at the foot of the column before, and beside a text that is over. */
	expect("text 0 14 0 20 ls was said/and so it ended.\n"
	       "head 0 14 33 2 Free Software\n"
	       "text 0 14 37 12 il The debate/by opting for it\n"
	       "text 16 30 0 20 ls people and states/gain some power.\n"
	       "head 16 30 34 2 Hackers\n"
	       "text 16 30 38 11 il The word/in the hope to\n"
	       "text 32 46 0 12 ls make it open/and safe for all.",
	       "h0: 1 2; -: 0; h1: 3 4");
	/* Also where all else speaks against it. */
	expect("head 0 14 33 2 Free Software\n"
	       "text 0 14 37 12 il The debate/by opting for it\n"
	       "head 16 30 34 2 Hackers\n"
	       "text 16 30 38 11 il The word/in the hope to\n"
	       "text 60 74 0 12 ls make it open/and safe for all.",
	       "h1: 1 2; h0: 0");
	/* A large letter says nothing. */
	expect("head 0 14 0 2 News\n"
	       "text 0 14 4 20 ls It was said/and so it ended.\n"
	       "text 16 30 4 20 ls People and states/gain some power.",
	       "h0: 0 1");
}

static void text_without_a_head_stands_alone(void **state)
{
	(void)state;
	expect("text 0 14 0 8 is 一段文字/到此为止。\n"
	       "rule 14 0 30\n"
	       "head 0 30 16 3 夜市开张\n"
	       "text 0 14 21 8 is 夜市开张/直至深夜。",
	       "-: 0; h0: 1");
}

static void a_box_parts_its_text_from_the_rest(void **state)
{
	(void)state;
	expect("box 31 47 -1 30\n"
	       "head 0 30 0 3 新船下水\n"
	       "text 0 14 5 8 i 昨日新船下水/观者数千人\n"
	       "text 16 30 5 8 s 船长百余米/工程历时两年。\n"
	       "head 32 46 0 2 启事\n"
	       "text 32 46 5 8 is 本店今日/恕不另告。",
	       "h0: 0 1; h1: 2");
}

static void heads_without_text_are_articles(void **state)
{
	(void)state;
	expect("head 0 30 0 5 大减价\nhead 0 30 20 3 欢迎光临", "h0:; h1:");
	expect("", "");
}

static void bands_are_read_one_after_the_other(void **state)
{
	(void)state;
	expect("head 0 30 0 3 新船下水\n"
	       "text 0 14 5 5 i 昨日新船下水/观者数千人\n"
	       "text 16 30 5 5 s 船长百余米/工程历时两年。\n"
	       "text 0 14 14 5 i 又及新船/首航定于下月\n"
	       "text 16 30 14 5 s 开往天津/欢迎搭乘。",
	       "h0: 0 1 2 3");
}

static void a_margin_names_the_least_sure_column(void **state)
{
	struct placing_page page;
	const struct placed_article *articles;

	(void)state;
	placing_page_init(&page, "head 0 14 0 3 新船下水\n"
	                         "text 0 14 5 8 is 昨日新船下水/观者数千人。\n"
	                         "text 16 30 5 8 is 灯火通明/直至深夜。\n"
	                         "head 32 46 0 3 夜市开张\n"
	                         "text 32 46 5 8 is 夜市开张/人山人海。");
	assign_articles(&page.placing);
	articles = page.placing.articles;
	assert_int_equal(page.placing.article_count, 2);
	assert_true(articles[0].column_count + articles[1].column_count == 3);
	for (size_t i = 0; i < 2; i++) {
		const struct placed_article *article = &articles[i];

		if (article->column_count == 2) {
			assert_int_equal(article->columns[article->unsure], 1);
			assert_true(article->margin < 3);
		} else {
			assert_true(article->margin > 3);
		}
		assert_true(article->margin >= 0);
	}
	placing_page_release(&page);
}

/* A page of columns and heads at places that a seed decides. */
struct random_page {
	unsigned seed;
	struct buf notation;
};

static unsigned next_random(struct random_page *random, unsigned below)
{
	random->seed = random->seed * 1103515245u + 12345u;
	return (random->seed >> 16) % below;
}

static void make_random(struct random_page *random, size_t stacks, size_t most)
{
	static const char *const flags[] = { "-", "i", "s", "is" };
	static const char *const ends[] = { "到此为止。", "没有说完" };

	for (size_t s = 0; s < stacks; s++) {
		size_t t = 0, left = (size_t)s * 16;

		for (size_t i = 0; i < most; i++) {
			unsigned lines = 3 + next_random(random, 8);

			if (next_random(random, 5) < 2) {
				unsigned wide =
					14 + 16 * next_random(random, 2);

				buf_addf(&random->notation,
				         "head %zu %zu %zu 2 题目%u\n", left,
				         left + wide, t, random->seed % 7);
				t += 4;
			}
			buf_addf(&random->notation,
			         "text %zu %zu %zu %u %s 开头%u/%s\n", left,
			         left + 14, t, lines,
			         flags[next_random(random, 4)],
			         random->seed % 7,
			         ends[next_random(random, 2)]);
			t += lines * 3 / 2 + 3;
		}
	}
}

/* The least cost of all assignments of the columns from `column` on, the others being
 * in `items`. */
static float least_cost(struct article_costs *costs, struct assigned *items,
                        size_t count, size_t heads, size_t column)
{
	float best = INFINITY;

	if (column == costs->placing->column_count) {
		float sum = 0;

		for (size_t a = 0; a < count; a++) {
			size_t sorted[8];

			memcpy(sorted, items[a].columns,
			       items[a].count * sizeof *sorted);
			sum += article_cost(costs, items[a].head, sorted,
			                    items[a].count);
		}
		return sum;
	}
	/* Of the articles without a head only the first empty one: the others
	 * are like it. */
	for (size_t a = 0; a < count; a++) {
		bool empty = a >= heads && !items[a].count;

		items[a].columns[items[a].count++] = column;
		best = fminf(best, least_cost(costs, items, count, heads,
		                              column + 1));
		items[a].count--;
		if (empty)
			break;
	}
	return best;
}

/* By how much the search misses the least cost of all assignments. */
static float missed_cost(const char *notation)
{
	struct assigned items[16] = { { 0 } };
	struct assignment assignment;
	struct placing_page page;
	size_t heads, count;
	float found, least;

	placing_page_init(&page, notation);
	heads = page.placing.head_count;
	count = heads + page.placing.column_count;
	assert_true(count <= 16 && page.placing.column_count <= 6);
	for (size_t a = 0; a < count; a++) {
		items[a].head = a < heads ? a : NPOS;
		items[a].columns = mem_alloc(8 * sizeof(size_t));
	}
	assign_articles(&page.placing);
	assignment_init(&assignment, &page.placing);
	for (size_t i = 0; i < page.placing.article_count; i++) {
		const struct placed_article *article =
			&page.placing.articles[i];
		size_t a = article->head == NPOS ? assignment_add(&assignment)
		                                 : article->head;

		assignment_set(&assignment, a, article->columns,
		               article->column_count);
	}
	found = assignment_cost(&assignment);
	least = least_cost(&assignment.costs, items, count, heads, 0);
	for (size_t a = 0; a < count; a++)
		free(items[a].columns);
	assignment_release(&assignment);
	placing_page_release(&page);
	return found - least;
}

static void the_search_finds_what_looking_at_all_finds(void **state)
{
	size_t exact = 0, pages = 0;

	(void)state;
	for (unsigned seed = 1; seed <= 120; seed++) {
		struct random_page random = { .seed = seed };
		float missed;

		buf_init(&random.notation);
		make_random(&random, 2, 2 + seed % 2);
		missed = missed_cost(random.notation.ptr);
		assert_true(missed > -.01f);
		if (missed > 1.5f)
			print_message("seed %u: misses %g\n%s\n", seed,
			              (double)missed, random.notation.ptr);
		assert_true(missed <= 1.5f);
		exact += missed < .01f;
		pages++;
		buf_release(&random.notation);
	}
	print_message("# %zu of %zu pages as cheap as can be\n", exact, pages);
	assert_true(exact * 100 >= pages * 95);
}

static void each_column_and_head_is_in_one_article(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed <= 30; seed++) {
		struct random_page random = { .seed = seed };
		struct placing_page page;
		size_t *columns, *heads;

		buf_init(&random.notation);
		make_random(&random, 5, 5);
		placing_page_init(&page, random.notation.ptr);
		assign_articles(&page.placing);
		columns =
			mem_alloc(page.placing.column_count * sizeof *columns);
		heads = mem_alloc(page.placing.head_count * sizeof *heads);
		for (size_t i = 0; i < page.placing.article_count; i++) {
			const struct placed_article *article =
				&page.placing.articles[i];

			assert_true(article->head != NPOS ||
			            article->column_count);
			if (article->head != NPOS)
				heads[article->head]++;
			for (size_t c = 0; c < article->column_count; c++)
				columns[article->columns[c]]++;
		}
		for (size_t i = 0; i < page.placing.column_count; i++)
			assert_int_equal(columns[i], 1);
		for (size_t i = 0; i < page.placing.head_count; i++)
			assert_int_equal(heads[i], 1);
		free(columns);
		free(heads);
		placing_page_release(&page);
		buf_release(&random.notation);
	}
}

/* Steps for a page of `columns` columns and heads in stacks of 50. */
static size_t steps_for(size_t columns)
{
	struct placing_page page;
	struct buf notation;
	size_t steps;

	buf_init(&notation);
	for (size_t i = 0; i < columns; i++)
		buf_addf(&notation,
		         "head %zu %zu %zu 1 题\n"
		         "text %zu %zu %zu 1 i 一/二\n",
		         i / 50 * 5, i / 50 * 5 + 4, i % 50 * 4, i / 50 * 5,
		         i / 50 * 5 + 4, i % 50 * 4 + 2);
	placing_page_init(&page, notation.ptr ? notation.ptr : "");
	steps = assign_articles(&page.placing);
	placing_page_release(&page);
	buf_release(&notation);
	return steps;
}

static void a_hostile_page_keeps_its_budget(void **state)
{
	size_t steps = steps_for(10000);

	(void)state;
	assert_true(steps < ASSIGNMENT_STEPS + ASSIGNMENT_STEPS / 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_go_to_the_head_above_them),
		cmocka_unit_test(
			a_column_beside_its_head_goes_on_from_its_text),
		cmocka_unit_test(
			a_column_that_begins_small_goes_on_from_the_one_before),
		cmocka_unit_test(text_without_a_head_stands_alone),
		cmocka_unit_test(a_box_parts_its_text_from_the_rest),
		cmocka_unit_test(heads_without_text_are_articles),
		cmocka_unit_test(bands_are_read_one_after_the_other),
		cmocka_unit_test(a_margin_names_the_least_sure_column),
		cmocka_unit_test(the_search_finds_what_looking_at_all_finds),
		cmocka_unit_test(each_column_and_head_is_in_one_article),
		cmocka_unit_test(a_hostile_page_keeps_its_budget),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
