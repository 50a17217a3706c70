/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/load.h"

#include "../lib/fixture.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "issue/validate.h"
#include "load/input/form_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Pages and lines that no newspaper has, and what they may cost. */

static struct issue *load(const struct buf *text)
{
	struct issue *issue = load_bytes(buf_str(text), "long.txt", NULL);
	char *wrong = issue_validate(issue);

	if (wrong)
		fail_msg("%s", wrong);
	return issue;
}

static size_t count_notes(const struct issue *issue)
{
	size_t count = 0;

	for (size_t i = 0; i < issue->diags.count; i++)
		count +=
			strstr(issue->diags.items[i].text, "newspaper") != NULL;
	return count;
}

/* Lines of text, each tenth of them blank unless `tight`. */
static void add_text(struct buf *out, size_t lines, bool tight)
{
	for (size_t i = 0; i < lines; i++)
		if (!tight && i % 10 == 9)
			buf_add_byte(out, '\n');
		else
			buf_addf(out, "第%zu行的字排满这一栏，下一行接着排。\n",
			         i);
}

static void a_page_as_long_as_may_be_is_one(void **state)
{
	struct issue *issue;
	struct buf text;

	(void)state;
	buf_init(&text);
	add_text(&text, FORM_TEXT_PAGE_LINES, false);
	issue = load(&text);
	assert_int_equal(issue->page_count, 1);
	assert_int_equal(count_notes(issue), 0);
	issue_free(issue);
	buf_release(&text);
}

static void a_longer_page_is_cut_at_a_blank_line(void **state)
{
	struct issue *issue;
	struct buf text;

	(void)state;
	buf_init(&text);
	add_text(&text, 2 * FORM_TEXT_PAGE_LINES + 100, false);
	issue = load(&text);
	assert_int_equal(issue->page_count, 3);
	assert_int_equal(count_notes(issue), 1);
	for (size_t i = 1; i < issue->page_count; i++) {
		size_t first = issue->pages[i].lines.start;

		assert_int_equal(issue->lines[first - 1].text.len, 0);
		assert_true(issue->lines[first].text.len > 0);
	}
	assert_int_equal(issue->lines[issue->line_count - 1].number,
	                 2 * FORM_TEXT_PAGE_LINES + 100);
	issue_free(issue);
	buf_release(&text);
}

static void without_blank_lines_it_is_cut_too(void **state)
{
	struct issue *issue;
	struct buf text;

	(void)state;
	buf_init(&text);
	add_text(&text, 3 * FORM_TEXT_PAGE_LINES, true);
	issue = load(&text);
	assert_int_equal(issue->page_count, 3);
	for (size_t i = 0; i < issue->page_count; i++)
		assert_true(issue->pages[i].lines.end -
		                    issue->pages[i].lines.start <=
		            FORM_TEXT_PAGE_LINES / 4 * 5);
	issue_free(issue);
	buf_release(&text);
}

static void a_long_line_is_cut_behind_a_character(void **state)
{
	static const char *const units[] = { "栏", "column " };

	(void)state;
	for (size_t u = 0; u < ARRAY_LEN(units); u++) {
		struct buf text, got;
		struct issue *issue;

		buf_init(&text);
		buf_init(&got);
		while (text.len < 5 * FORM_TEXT_LINE_BYTES)
			buf_add_c(&text, units[u]);
		issue = load(&text);
		assert_true(issue->line_count > 4);
		for (size_t i = 0; i < issue->line_count; i++) {
			struct str line = issue->lines[i].text;

			assert_int_equal(issue->lines[i].number, 1);
			assert_true(line.len <= FORM_TEXT_LINE_BYTES);
			assert_true(str_starts(line, str_from(units[u])));
			buf_add(&got, line);
		}
		assert_true(str_equal(buf_str(&got), buf_str(&text)));
		issue_free(issue);
		buf_release(&got);
		buf_release(&text);
	}
}

/* What the growth tests load: text that has much of one thing. */
static void add_letters(struct buf *out, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buf_add_c(out, "a\n");
}

static void add_log(struct buf *out, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buf_addf(out, "2026-11-%02zu host[%zu]: id=%zx status=200\n",
		         i % 28 + 1, i % 977, i * 2654435761u);
}

static void add_heads(struct buf *out, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buf_addf(out, "今日要闻第%zu则\n\n", i);
}

static void add_rests(struct buf *out, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buf_addf(out,
		         "%s本报讯第%zu件事昨天办完了，大家都说好，明天接着办。"
		         "\n\n第%zu个人说，这样的事今后还要多办。\n\n"
		         "（上接第1版）\n第%zu段接着说下去，说完为止。\n\n",
		         i % 3 ? "" : "今日要闻\n\n", i, i, i);
}

static void add_form_feeds(struct buf *out, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buf_add_c(out, "a\n\f");
}

static void add_marks(struct buf *out, size_t n)
{
	buf_add_byte(out, 'a');
	for (size_t i = 0; i < n; i++)
		buf_add_c(out, "\u0301\u200d");
}

static void add_jumps(struct buf *out, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buf_addf(out,
		         "题目第%zu号\n\n这篇文章第%zu段的字。\n（下转第2版）\n"
		         "\n",
		         i, i);
}

struct cost {
	size_t work, most; /* of a step */
};

static struct cost cost_of(void (*add)(struct buf *out, size_t n), size_t n)
{
	struct cost cost = { 0 };
	struct loader *loader;
	struct buf text;
	size_t before = 0;
	bool more;

	buf_init(&text);
	add(&text, n);
	loader = load_begin_bytes(buf_str(&text), "long.txt", NULL);
	do {
		more = load_step(loader);
		cost.work = load_work(loader);
		if (cost.work - before > cost.most)
			cost.most = cost.work - before;
		before = cost.work;
	} while (more);
	load_abandon(loader);
	buf_release(&text);
	return cost;
}

/* Eight times the input, at most twelve times the work; and no step is longer than a
 * few times over the longest page. */
static void work_grows_with_the_input(void **state)
{
	static const struct {
		const char *what;
		void (*add)(struct buf *out, size_t n);
		size_t n;
	} kinds[] = {
		{ "lines of a letter", add_letters, 8000 },
		{ "a log", add_log, 4000 },
		{ "heads", add_heads, 2000 },
		{ "rests", add_rests, 500 },
		{ "form feeds", add_form_feeds, 4000 },
		{ "marks on a letter", add_marks, 50000 },
		{ "jumps", add_jumps, 500 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		size_t n = kinds[i].n / (size_t)fixture_stride();
		struct cost one = cost_of(kinds[i].add, n);
		struct cost eight = cost_of(kinds[i].add, 8 * n);

		print_message("# %s: %zu, %zu; step %zu\n", kinds[i].what,
		              one.work, eight.work, eight.most);
		assert_true(one.work > 0);
		if (eight.work > 12 * one.work)
			fail_msg("%s: %zu, then %zu", kinds[i].what, one.work,
			         eight.work);
		assert_true(eight.most < 4 * FORM_TEXT_PAGE_LINES);
	}
}

/* A page of characters that make no lines: each stage of placing passes all of them. */
static void add_scattered(struct buf *out, size_t n)
{
	size_t height = n * 10 / 3;
	uint32_t seed = 1;

	buf_addf(out,
	         "baolan-pdf\t1\nP\t1\t600000\t%zu\n"
	         "N\t1\t4\t0\t0\tSong\nA\t1\t1000\t0\t0\n",
	         height);
	for (size_t i = 0; i < n; i++) {
		seed = seed * 1664525 + 1013904223;
		buf_addf(out, "%x\t%u\t%zu\t1000\n", 0x4e00 + (seed >> 20),
		         seed / 7 % 600000, seed / 3 % height);
	}
	buf_add_c(out, ".\n");
}

/* No step of placing passes the characters of a long page more than once or twice: the
 * stages are steps of their own. */
static void a_long_page_is_placed_in_many_steps(void **state)
{
	const size_t count = 80000, stages = 24;
	struct loader *loader;
	struct buf text;
	size_t steps = 0, before = 0;

	(void)state;
	buf_init(&text);
	add_scattered(&text, count);
	loader = load_begin_bytes(buf_str(&text), "long.records", NULL);
	while (!load_issue(loader)->line_count && load_step(loader)) {
		size_t work = load_work(loader) - before;

		before = load_work(loader);
		steps += work > count / 8;
		assert_true(work < count / 4);
	}
	print_message("# %zu steps of placing\n", steps);
	assert_true(steps >= stages);
	assert_int_equal(load_issue(loader)->page_count, 1);
	load_abandon(loader);
	buf_release(&text);
}

/* A page may be given up at any step of its placing. */
static void placing_may_be_given_up(void **state)
{
	struct buf text;

	(void)state;
	buf_init(&text);
	add_scattered(&text, 3000);
	for (size_t last = 0, done = 0; !done; last++) {
		struct loader *loader =
			load_begin_bytes(buf_str(&text), "a.records", NULL);

		for (size_t i = 0; i < last && !done; i++)
			done = !load_step(loader);
		load_abandon(loader);
	}
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_page_as_long_as_may_be_is_one),
		cmocka_unit_test(a_longer_page_is_cut_at_a_blank_line),
		cmocka_unit_test(without_blank_lines_it_is_cut_too),
		cmocka_unit_test(a_long_line_is_cut_behind_a_character),
		cmocka_unit_test(work_grows_with_the_input),
		cmocka_unit_test(a_long_page_is_placed_in_many_steps),
		cmocka_unit_test(placing_may_be_given_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
