/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/segment.h"

#include "../lib/fixture.h"
#include "../lib/unit_page.h"
#include "base/mem.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The decisions of a page; the caller frees. */
static struct gap_decision *segment(const struct text_runs *text_runs)
{
	struct segmenter *segmenter = segment_begin(text_runs);
	struct gap_decision *decisions;
	size_t work = 0;

	while (segment_step(segmenter, &work))
		continue;
	decisions = segment_decisions(segmenter);
	segment_free(segmenter);
	return decisions;
}

/* Appends what is at each gap: "2|1" for a boundary where the story before it gets 2
 * units and the one behind it 1, "sub" and "head" where a story goes on. */
static void add_decisions(struct buf *out, const struct text_runs *text_runs,
                          const struct gap_decision *decisions)
{
	for (size_t gap = 0; gap <= text_runs->count; gap++) {
		const struct gap_decision *decision = &decisions[gap];
		size_t count = text_runs->gaps[gap].units.count;

		buf_add_c(out, gap ? " " : "");
		if (decision->use == GAP_USE_BOUNDARY)
			buf_addf(out, "%zu|%zu", decision->before_end,
			         count - decision->after_start);
		else
			buf_add_c(out, decision->use == GAP_USE_HEAD ? "head"
			                                             : "sub");
	}
}

static void pages_are_cut_into_stories(void **state)
{
	static const struct {
		const char *page, *want;
	} cases[] = {
		/* Nothing, no text, no head. */
		{ "", "0|0" },
		{ "H 渡口换上新船", "0|0" },
		{ "P 渡口今天换船。", "0|0 0|0" },
		/* A head before its text, or behind it. */
		{ "H 渡口换上新船\nP 渡口今天换船，新船很大。", "0|1 0|0" },
		{ "P 渡口今天换船，新船很大。\nH 渡口换上新船", "0|0 1|0" },
		/* A head between two texts goes to the one with its words. */
		{ "H 渡口换上新船\nP 本报讯 渡口今天换上新船。\n"
		  "H 社区食堂开张\nP 本报讯 社区食堂昨天开张。",
		  "0|1 0|1 0|0" },
		{ "P 本报讯 渡口今天换上新船。\nH 渡口换上新船\n"
		  "P 本报讯 社区食堂昨天开张。\nH 社区食堂开张",
		  "0|0 1|0 1|0" },
		{ "P 本报讯 渡口今天换上新船。\nH 渡口换上新船\n"
		  "H 社区食堂开张\nP 本报讯 社区食堂昨天开张。",
		  "0|0 1|1 0|0" },
		/* Several lines of a head. */
		{ "H 邻里一条心\nH 渡口换上新船\nH 三千居民过河\n"
		  "P 本报讯 渡口今天换上新船，居民过河。",
		  "0|3 0|0" },
		/* Lines in capitals are heads of stories, not subheads. */
		{ "H30 LA LOI NOUVELLE\nP30 La commission a entendu hier le ministre.\n"
		  "H30 MARIAGE RETARDÉ\nP30 Le samedi est remis à quinzaine, dit-on.\n"
		  "H30 AUX ÎLES LOINTAINES\nP30 On écrit que la récolte fut abondante.",
		  "0|1 0|1 0|1 0|0" },
		/* A line with a byline under it is no subhead. */
		{ "H 渡口換船\nP 渡口今天換船、新船很大、居民高興、\n"
		  "H 渡口新船\nB 記者 王五\nP 渡口新船很大、居民高興、",
		  "0|1 0|2 0|0" },
		/* A paragraph that begins with its headline is a story. */
		{ "P 【渡口今天换上新船】渡口的新船很大。\n"
		  "P 【社区食堂昨天开张】老人来吃饭，菜很多。",
		  "0|0 0|0 0|0" },
		{ "P 渡口的新船很大。\nP 【条件】老人来吃饭，菜很多。",
		  "0|0 0|0" },
		/* The rest of a text stands behind a box. */
		{ "H 渡口换上新船\nP 渡口今天换上新船，居民高兴。\n"
		  "H 社区食堂开张\nP20 社区食堂昨天开张，老人来吃饭。\n"
		  "P 新船长十二米，居民都说新船好。",
		  "0|1 0|1 0|0 0|0" },
		/* A head in the middle of its text. */
		{ "P 渡口今天换上了新船，长十二\nH 渡口换上长十二米的新船\n"
		  "M 米，居民都说新船好。",
		  "0|0 head 0|0" },
		/* A narrow subhead in a story that has a head. */
		{ "H 渡口换上新船\nP 渡口今天换上新船，居民高兴。\nH 新船\n"
		  "P 新船长十二米，居民说新船好。",
		  "0|1 sub 0|0" },
		/* A jump to another page is of the text before it. */
		{ "H 渡口换上新船\nP 渡口今天换上新船。\nJ （下转第2版）\n"
		  "H 社区食堂开张\nP 本报讯 社区食堂昨天开张。",
		  "0|1 1|1 0|0" },
		/* Teasers: heads that a jump closes. */
		{ "H 渡口换上新船\nP 渡口今天换上新船。\nH 全市表彰先进\n"
		  "J （见第3版）",
		  "0|1 0|0" },
		/* A letter is a story of its own. */
		{ "H 渡口换上新船\nP 渡口今天换上新船。\nG 各位居民：\n"
		  "P 请大家上船。\nS 镇政府",
		  "0|1 0|0 0|0" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct gap_decision *decisions;
		struct unit_page page;
		struct buf got;

		buf_init(&got);
		unit_page_init(&page, cases[i].page);
		decisions = segment(&page.text_runs);
		add_decisions(&got, &page.text_runs, decisions);
		unit_page_expect(cases[i].page, &got, cases[i].want);
		free(decisions);
		unit_page_release(&page);
		buf_release(&got);
	}
}

#define GAPS_MAX  5
#define UNITS_MAX 3
#define TIE       1e-9 /* costs that differ by less are equal */

/* All segmentations of a page, one by one, as the headers say what they cost. */
struct oracle {
	const struct text_runs *text_runs;
	struct gap_costs costs[GAPS_MAX];
	struct head_priors priors;
	struct gap_decision now[GAPS_MAX];
	void (*visit)(struct oracle *oracle, double cost);
	double best;
	struct head_counts counts[64]; /* of the cheapest ones */
	size_t count;
	/* What is compared with the best one, and margins of it. */
	const struct gap_decision *found;
	double found_cost, boundary_margin[GAPS_MAX], split_margin[GAPS_MAX];
};

static void visit_gap(struct oracle *oracle, size_t gap, size_t start,
                      bool head, double cost);

static void visit_splits(struct oracle *oracle, const struct boundary *boundary,
                         bool head, double cost)
{
	const struct gap_costs *costs = boundary->costs;
	const struct cut_limits *limits = &costs->limits;
	size_t gap = boundary->gap;
	size_t count = oracle->text_runs->gaps[gap].units.count;

	for (size_t a = limits->before_min; a <= limits->before_max; a++)
		for (size_t b = a > limits->after_min ? a : limits->after_min;
		     b <= limits->after_max; b++) {
			double here =
				cost + cut_cost_begin(boundary) +
				gap_costs_teasers(costs, a, b) +
				(a ? cut_cost_head_after(boundary, a) : 0) +
				(b < count ? cut_cost_head_before(boundary, b)
			                   : 0);
			bool has_head =
				costs->before[b - limits->after_min].lines > 0;

			if (gap)
				here += cut_cost_story(
					oracle->text_runs, boundary->start, gap,
					head + (costs->after[a].lines > 0));
			oracle->now[gap] =
				(struct gap_decision){ GAP_USE_BOUNDARY, a, b,
				                       0, 0 };
			visit_gap(oracle, gap + 1, gap, has_head, here);
		}
}

static void visit_gap(struct oracle *oracle, size_t gap, size_t start,
                      bool head, double cost)
{
	const struct boundary boundary = { oracle->text_runs, start, gap,
		                           &oracle->priors,
		                           &oracle->costs[gap] };

	if (cost >= CUT_COST_NEVER)
		return;
	if (gap > oracle->text_runs->count) {
		oracle->visit(oracle, cost);
		return;
	}
	visit_splits(oracle, &boundary, head, cost);
	if (!gap || gap == oracle->text_runs->count)
		return;
	cost += cut_cost_continue(&boundary);
	oracle->now[gap] = (struct gap_decision){ .use = GAP_USE_SUBHEADS };
	visit_gap(oracle, gap + 1, start, head,
	          cost + cut_cost_subheads(&boundary));
	oracle->now[gap] = (struct gap_decision){ .use = GAP_USE_HEAD };
	visit_gap(oracle, gap + 1, start, true,
	          cost + cut_cost_head_inside(&boundary, head));
}

static void visit_all(struct oracle *oracle,
                      void (*visit)(struct oracle *, double))
{
	oracle->visit = visit;
	visit_gap(oracle, 0, 0, false, 0);
}

static void find_best(struct oracle *oracle, double cost)
{
	oracle->best = fmin(oracle->best, cost);
}

/* Of equally cheap segmentations either may be what the first pass counts on. */
static void count_heads(struct oracle *oracle, double cost)
{
	struct head_counts counts = { 0 };

	if (cost > oracle->best + TIE)
		return;
	for (size_t gap = 0; gap <= oracle->text_runs->count; gap++) {
		const struct gap_decision *decision = &oracle->now[gap];

		if (decision->use == GAP_USE_SUBHEADS)
			head_counts_add_subheads(&counts, oracle->text_runs,
			                         gap);
		if (decision->use != GAP_USE_BOUNDARY)
			continue;
		head_counts_add_head(&counts, oracle->text_runs, gap, 0,
		                     decision->before_end, false);
		head_counts_add_head(
			&counts, oracle->text_runs, gap, decision->after_start,
			oracle->text_runs->gaps[gap].units.count, true);
	}
	for (size_t i = 0; i < oracle->count; i++)
		if (!memcmp(&oracle->counts[i], &counts, sizeof counts))
			return;
	assert_true(oracle->count < ARRAY_LEN(oracle->counts));
	oracle->counts[oracle->count++] = counts;
}

static bool is_split_alike(const struct gap_decision *a,
                           const struct gap_decision *b)
{
	return a->before_end == b->before_end &&
	       a->after_start == b->after_start;
}

static void find_margins(struct oracle *oracle, double cost)
{
	bool is_found = true;

	for (size_t gap = 0; gap <= oracle->text_runs->count; gap++) {
		const struct gap_decision *now = &oracle->now[gap];
		const struct gap_decision *found = &oracle->found[gap];
		bool begins = now->use == GAP_USE_BOUNDARY;
		bool alike = now->use == found->use &&
		             (!begins || is_split_alike(now, found));
		double *margin = NULL;

		is_found = is_found && alike;
		if (begins != (found->use == GAP_USE_BOUNDARY))
			margin = &oracle->boundary_margin[gap];
		else if (begins && !alike)
			margin = &oracle->split_margin[gap];
		if (margin)
			*margin = fmin(*margin, cost - oracle->best);
	}
	if (is_found)
		oracle->found_cost = cost;
}

/* A margin that no segmentation has is very large in both. */
static bool margins_are_equal(double found, double want)
{
	return fabs(found - want) < 1e-6 ||
	       (found > CUT_COST_NEVER / 2 && want > CUT_COST_NEVER / 2);
}

/* Appends why the decisions are not those of the cheapest segmentation under the head
 * costs of `counts`; nothing if they are. */
static void add_difference(struct buf *out, struct oracle *oracle,
                           const struct head_counts *counts)
{
	oracle->best = oracle->found_cost = INFINITY;
	head_priors_set(&oracle->priors, oracle->text_runs->units->lines->latin,
	                counts);
	visit_all(oracle, find_best);
	for (size_t gap = 0; gap < GAPS_MAX; gap++)
		oracle->boundary_margin[gap] = oracle->split_margin[gap] =
			INFINITY;
	visit_all(oracle, find_margins);
	if (!(fabs(oracle->found_cost - oracle->best) < 1e-6)) {
		buf_addf(out, "it costs %f, the cheapest one %f\n",
		         oracle->found_cost, oracle->best);
		return;
	}
	for (size_t gap = 0; gap <= oracle->text_runs->count; gap++) {
		const struct gap_decision *found = &oracle->found[gap];

		if (!margins_are_equal(found->boundary_margin,
		                       oracle->boundary_margin[gap]) ||
		    !margins_are_equal(found->split_margin,
		                       oracle->split_margin[gap]))
			buf_addf(out,
			         "gap %zu: margins %f, %f; they are %f, %f\n",
			         gap, found->boundary_margin,
			         found->split_margin,
			         oracle->boundary_margin[gap],
			         oracle->split_margin[gap]);
	}
}

static void check_page(const char *notation, const struct text_runs *text_runs)
{
	static const struct head_counts none = { 0 };
	struct oracle oracle = { .text_runs = text_runs, .best = INFINITY };
	struct gap_decision *decisions = segment(text_runs);
	struct buf why;
	bool agrees = false;

	buf_init(&why);
	for (size_t gap = 0; gap <= text_runs->count; gap++)
		gap_costs_init(&oracle.costs[gap], text_runs, gap);
	head_priors_set(&oracle.priors, text_runs->units->lines->latin, &none);
	visit_all(&oracle, find_best);
	visit_all(&oracle, count_heads);
	oracle.found = decisions;
	for (size_t i = 0; i < oracle.count && !agrees; i++) {
		size_t before = why.len;

		add_difference(&why, &oracle, &oracle.counts[i]);
		agrees = why.len == before;
	}
	if (!agrees) {
		struct buf found;

		buf_init(&found);
		add_decisions(&found, text_runs, decisions);
		fail_msg("page:\n%s\nfound: %s\n%s", notation, found.ptr,
		         why.ptr);
	}
	for (size_t gap = 0; gap <= text_runs->count; gap++)
		gap_costs_release(&oracle.costs[gap]);
	free(decisions);
	buf_release(&why);
}

static void generate_page(struct buf *out, uint32_t seed)
{
	static const char *const lines[] = {
		"H 渡口换上新船\n",
		"H 社区食堂开张\n",
		"H 　　和居民一起\n",
		"H ●全市表彰先进\n",
		"B 本报记者 王五\n",
		"J （下转第2版）\n",
		"J （上接第1版）\n",
		"\n",
		"P 本报讯 渡口今天换上新船，居民都说新船好。\n",
		"P 社区食堂昨天开张，老人来吃饭。\n",
		"P20 渡口的新船长十二米，能坐五十人。\n",
		"F 社区食堂今天\nI 食堂开张\nL 有三十个菜。\n",
		"M 到了下午，渡口的居民才走。\n",
		"V 新船来了\n",
		"G 各位居民：\nP 请大家来食堂吃饭。\nS 社区\n",
		"q 居民都说新船好\n",
	};

	for (uint32_t left = 4 + fixture_random(&seed, 6); left; left--)
		buf_add_c(out, lines[fixture_random(&seed, ARRAY_LEN(lines))]);
}

static bool is_small(const struct text_runs *text_runs)
{
	if (text_runs->count >= GAPS_MAX)
		return false;
	for (size_t gap = 0; gap <= text_runs->count; gap++)
		if (text_runs->gaps[gap].units.count > UNITS_MAX)
			return false;
	return true;
}

/* No segmentation of a page, of all that there are, is cheaper, and none that decides
 * otherwise is cheaper than the margins say. */
static void no_segmentation_is_cheaper(void **state)
{
	size_t checked = 0, runs = 0;

	(void)state;
	for (uint32_t seed = 1; seed <= 300; seed++) {
		struct unit_page page;
		struct buf notation;

		buf_init(&notation);
		generate_page(&notation, seed);
		unit_page_init(&page, notation.ptr);
		if (is_small(&page.text_runs)) {
			check_page(notation.ptr, &page.text_runs);
			checked++;
			runs += page.text_runs.count;
		}
		unit_page_release(&page);
		buf_release(&notation);
	}
	/* The pages are no empty ones. */
	assert_true(checked > 200);
	assert_true(runs > 2 * checked);
}

/* A page with more text runs than a story may have is cut all the same, and one with too
 * many gaps for margins has none. */
static void long_pages_are_cut(void **state)
{
	struct gap_decision *decisions;
	struct unit_page page;
	struct buf notation;
	size_t runs = 0;

	(void)state;
	buf_init(&notation);
	for (size_t i = 0; i < SEGMENT_GAPS_SURE / 2 + 1; i++)
		buf_add_c(&notation, "P 渡口的新船到了。\n"
		                     "P20 居民都说新船好。\n");
	unit_page_init(&page, notation.ptr);
	assert_true(page.text_runs.count > SEGMENT_GAPS_SURE);
	decisions = segment(&page.text_runs);
	for (size_t gap = 0; gap <= page.text_runs.count; gap++) {
		runs = decisions[gap].use == GAP_USE_BOUNDARY ? 0 : runs + 1;
		assert_true(runs < STORY_RUNS_MAX);
		assert_true(isinf(decisions[gap].boundary_margin));
		assert_true(isinf(decisions[gap].split_margin));
	}
	assert_int_equal(decisions[0].use, GAP_USE_BOUNDARY);
	assert_int_equal(decisions[page.text_runs.count].use, GAP_USE_BOUNDARY);
	free(decisions);
	unit_page_release(&page);
	buf_release(&notation);
}

static void priors_follow_the_page(void **state)
{
	struct head_counts none = { 0 },
			   some = { .after = 9, .bylines = { 0, 9 } };
	struct head_priors usual, latin, counted;

	(void)state;
	some.heads[LETTER_STYLE_CAPITALS] = 9;
	head_priors_set(&usual, false, &none);
	head_priors_set(&latin, true, &none);
	head_priors_set(&counted, false, &some);
	/* In Latin letters headlines stand above their texts. */
	assert_true(latin.before_cost < usual.before_cost);
	assert_true(latin.after_cost > usual.after_cost);
	assert_true(latin.inside_cost > usual.inside_cost);
	assert_true(counted.after_cost < counted.before_cost);
	assert_true(counted.byline_cost[1] < usual.byline_cost[1]);
	assert_true(counted.byline_cost[0] > usual.byline_cost[0]);
	assert_true(counted.head_cost[LETTER_STYLE_CAPITALS] <
	            counted.head_cost[LETTER_STYLE_PLAIN]);
	assert_true(fabs(usual.subhead_cost[LETTER_STYLE_PLAIN]) < 1e-6);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_are_cut_into_stories),
		cmocka_unit_test(priors_follow_the_page),
		cmocka_unit_test(no_segmentation_is_cheaper),
		cmocka_unit_test(long_pages_are_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
