/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/viterbi.h"

#include "../lib/fixture.h"
#include "../lib/labelled_page.h"
#include "base/mem.h"
#include "load/label/confidence.h"
#include "load/label/step_cost.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/*
 * The lattice against an oracle: the cost of every path through a tiny page is
 * added up from line, step, start and end costs, without recurrence or cache.
 */
#define LINES_MAX  4
#define WIDTHS_MAX 2
#define PAGES      60
#define EPSILON    1e-6

struct tiny_page {
	struct printed_line lines[LINES_MAX];
	const struct printed_line *items[LINES_MAX];
	struct flow flow;
	struct column_widths widths;
	struct priors priors;
	bool fills[LINES_MAX]; /* struct line_features */
};

static const char *const texts[] = {
	"城南渡口换上新船，", "一次能坐四十个人。", "城南渡口换上新船",
	"“新船来了”",         "各位居民：",         "答：",
	"（下转第2版）",      "（上接第1版）",      "2021年12月4日",
	"本报记者 张三",      "●新船来了",          "此致",
};

/* Which lines fill a column of the page is no cost, so the lattice is asked. */
static void find_fills(struct tiny_page *page)
{
	struct lattice lattice;

	lattice_init(&lattice, &page->flow, &page->widths);
	lattice_read_lines(&lattice, 0, page->flow.count);
	for (size_t i = 0; i < page->flow.count; i++)
		page->fills[i] = lattice.features[i].fills;
	lattice_release(&lattice);
}

static void make_page(struct tiny_page *page, uint32_t seed)
{
	const struct prior_counts none = { 0 };
	uint32_t random = seed;

	*page = (struct tiny_page){ 0 };
	page->flow = (struct flow){ .items = page->items,
		                    .count = 2 + seed % (LINES_MAX - 1) };
	for (size_t i = 0; i < page->flow.count; i++) {
		struct printed_line *line = &page->lines[i];

		line->text = str_from(
			texts[fixture_random(&random, ARRAY_LEN(texts))]);
		line->end = line_end_of(line->text, false);
		line->hi_em = (double)char_count_printed(line->text);
		line->lo_em = line->hi_em - .5 * fixture_random(&random, 2);
		line->next_em = 1;
		line->indent_em = 2 * fixture_random(&random, 2);
		line->blank = fixture_random(&random, 3) == 0;
		line->bracketed = fixture_random(&random, 8) == 0;
		line->user_label =
			fixture_random(&random, 6)
				? USER_LABEL_NONE
				: (enum user_label)fixture_random(
					  &random, USER_LABEL_NO_HEAD + 1);
		page->items[i] = line;
	}
	page->widths.count = 1 + fixture_random(&random, WIDTHS_MAX);
	for (size_t k = 0; k < page->widths.count; k++)
		page->widths.items[k] = (struct column_width){
			.em = 8 + fixture_random(&random, 6),
			.support = 1 + fixture_random(&random, 9)
		};
	priors_set(&page->priors, (enum blank_model)(seed % BLANK_MODELS),
	           seed % 3 == 0, &none);
	find_fills(page);
}

/* All costs of a page, by themselves: every pair of label and width is a state. */
struct oracle {
	struct {
		enum label label;
		size_t width;
	} states[LABEL_COUNT * WIDTHS_MAX];
	size_t state_count;
	double emission[LINES_MAX][LABEL_COUNT * WIDTHS_MAX];
	double step[LINES_MAX][LABEL_COUNT * WIDTHS_MAX]
		   [LABEL_COUNT * WIDTHS_MAX]; /* to line i: from, to */
	double best;                           /* of all paths */
	double best_with[LINES_MAX]
			[LABEL_COUNT]; /* whose line has that label */
};

/* The cost of coming to a width: half of the negative log of its share. */
static double oracle_width_cost(const struct tiny_page *page, enum label label,
                                size_t width)
{
	double all = 0;

	if (label >= LABELS_WITH_WIDTH)
		return 0;
	for (size_t k = 0; k < page->widths.count; k++)
		all += (double)page->widths.items[k].support + 1;
	return -.5 * log(((double)page->widths.items[width].support + 1) / all);
}

static bool agrees_with_user(enum user_label user_label, enum label label)
{
	static const char *const letters[] = {
		[USER_LABEL_NONE] = "FMLSAIHRUBNGCDJVQ",
		[USER_LABEL_PARAGRAPH] = "FS",
		[USER_LABEL_JOINED] = "FMLS",
		[USER_LABEL_HEAD] = "IHRU",
		[USER_LABEL_NO_HEAD] = "FMLSABNGCDJVQ",
	};

	return strchr(letters[user_label], label_letter(label)) != NULL;
}

/* The features of a line by those of all lines before it. */
static struct line_features oracle_own_features(const struct tiny_page *page,
                                                size_t i)
{
	struct line_features features = { 0 }, before;

	for (size_t k = 0; k <= i; k++) {
		before = features;
		features = line_features_of(page->items[k]);
		line_features_look_back(&features, page->items[k],
		                        k ? &before : NULL);
	}
	return features;
}

static struct line_features oracle_features(const struct tiny_page *page,
                                            size_t i)
{
	struct line_features features = oracle_own_features(page, i);

	features.fills = page->fills[i];
	if (i + 1 < page->flow.count) {
		struct line_features next = oracle_own_features(page, i + 1);

		line_features_look_ahead(&features, &next);
	}
	return features;
}

static double oracle_step(const struct tiny_page *page, size_t i,
                          enum label from, size_t from_width, enum label to,
                          size_t to_width)
{
	struct line_features before = oracle_features(page, i - 1);
	double cost = step_cost(from, to, false, page->items[i],
	                        page->items[i - 1], &before, &page->priors) +
	              oracle_width_cost(page, to, to_width);

	if (from < LABELS_WITH_WIDTH && to < LABELS_WITH_WIDTH &&
	    from_width == to_width)
		cost = fmin(cost, step_cost(from, to, true, page->items[i],
		                            page->items[i - 1], &before,
		                            &page->priors));
	return cost;
}

static void oracle_init(struct oracle *oracle, const struct tiny_page *page)
{
	oracle->state_count = 0;
	for (int label = 0; label < LABEL_COUNT; label++)
		for (size_t k = 0;
		     k < (label < LABELS_WITH_WIDTH ? page->widths.count : 1);
		     k++) {
			oracle->states[oracle->state_count].label =
				(enum label)label;
			oracle->states[oracle->state_count++].width = k;
		}
	for (size_t i = 0; i < page->flow.count; i++) {
		const struct line_features features = oracle_features(page, i);

		for (size_t s = 0; s < oracle->state_count; s++) {
			enum label label = oracle->states[s].label;
			size_t width = oracle->states[s].width;

			oracle->emission[i][s] = line_cost(
				page->items[i], &features, &page->priors, label,
				page->widths.items[width].em);
			if (!agrees_with_user(page->items[i]->user_label,
			                      label))
				oracle->emission[i][s] += COST_AGAINST_USER;
			for (size_t f = 0; i && f < oracle->state_count; f++)
				oracle->step[i][f][s] = oracle_step(
					page, i, oracle->states[f].label,
					oracle->states[f].width, label, width);
		}
	}
}

/* Goes on with the path of states path[0..i), which costs `cost`, in all ways. */
static void oracle_go_on(struct oracle *oracle, const struct tiny_page *page,
                         size_t *path, size_t i, double cost)
{
	size_t count = page->flow.count;

	if (cost >= COST_NEVER)
		return;
	if (i == count) {
		cost += step_end_cost(oracle->states[path[i - 1]].label,
		                      page->items[i - 1]);
		oracle->best = fmin(oracle->best, cost);
		for (size_t l = 0; l < count; l++) {
			double *with =
				&oracle->best_with[l][oracle->states[path[l]]
			                                      .label];

			*with = fmin(*with, cost);
		}
		return;
	}
	for (size_t s = 0; s < oracle->state_count; s++) {
		double step =
			i ? oracle->step[i][path[i - 1]][s]
			  : step_start_cost(oracle->states[s].label,
		                            page->flow.latin) +
					oracle_width_cost(
						page, oracle->states[s].label,
						oracle->states[s].width);

		path[i] = s;
		oracle_go_on(oracle, page, path, i + 1,
		             cost + step + oracle->emission[i][s]);
	}
}

static void oracle_run(struct oracle *oracle, const struct tiny_page *page)
{
	size_t path[LINES_MAX];

	oracle_init(oracle, page);
	oracle->best = INFINITY;
	for (size_t i = 0; i < page->flow.count; i++)
		for (int label = 0; label < LABEL_COUNT; label++)
			oracle->best_with[i][label] = INFINITY;
	oracle_go_on(oracle, page, path, 0, 0);
}

/* The state of the oracle that is this one of the lattice. */
static size_t oracle_state(const struct oracle *oracle, size_t lattice_state)
{
	size_t s = 0;

	while (s < oracle->state_count &&
	       state_of((int)oracle->states[s].label,
	                oracle->states[s].width) != lattice_state)
		s++;
	assert_true(s < oracle->state_count);
	return s;
}

/* The cost of the path of the lattice, added up from the oracle's costs. */
static double oracle_path_cost(const struct oracle *oracle,
                               const struct tiny_page *page,
                               const uint8_t *lattice_path)
{
	size_t count = page->flow.count, before = 0;
	double cost = 0;

	for (size_t i = 0; i < count; i++) {
		size_t s = oracle_state(oracle, lattice_path[i]);
		enum label label = oracle->states[s].label;

		cost += oracle->emission[i][s] +
		        (i ? oracle->step[i][before][s]
		           : step_start_cost(label, page->flow.latin) +
		                         oracle_width_cost(
						 page, label,
						 oracle->states[s].width));
		before = s;
	}
	return cost + step_end_cost(oracle->states[before].label,
	                            page->items[count - 1]);
}

static void read_lattice(struct lattice *lattice, const struct tiny_page *page,
                         struct lattice_column *columns, size_t count)
{
	lattice_init(lattice, &page->flow, &page->widths);
	lattice_read_lines(lattice, 0, page->flow.count);
	lattice->priors = page->priors;
	memset(lattice->path, LATTICE_NO_STATE, page->flow.count);
	assert_true(lattice_find_path(lattice, columns, count));
}

static void print_page(const struct tiny_page *page,
                       const struct lattice *lattice)
{
	for (size_t i = 0; i < page->flow.count; i++)
		fprintf(stderr, "%s%s: %s\n", page->items[i]->blank ? "\n" : "",
		        page->items[i]->text.ptr,
		        label_name(label_of(lattice->path[i])));
}

/* The path is one of the cheapest, and its cost is known, whether the lattice has
 * all its columns or two of them. */
static void the_path_is_the_cheapest_of_all(void **state)
{
	const struct seeds seeds = fixture_seeds(PAGES);
	struct oracle *oracle = mem_alloc(sizeof *oracle);

	(void)state;
	for (uint32_t seed = seeds.first; seed < seeds.end; seed++) {
		struct lattice_column columns[LINES_MAX];
		struct lattice lattice;
		struct tiny_page page;
		double cost;

		make_page(&page, seed);
		oracle_run(oracle, &page);
		read_lattice(&lattice, &page, columns,
		             seed % 2 ? page.flow.count : 2);
		if (!(fabs(lattice.cost - oracle->best) < EPSILON)) {
			print_page(&page, &lattice);
			fail_msg("page %u: the path costs %f, the cheapest one "
			         "%f",
			         seed, lattice.cost, oracle->best);
		}
		cost = oracle_path_cost(oracle, &page, lattice.path);
		if (!(fabs(cost - oracle->best) < EPSILON)) {
			print_page(&page, &lattice);
			fail_msg("page %u: the cheapest path is said to cost "
			         "%f, and costs %f",
			         seed, lattice.cost, cost);
		}
		/* The same path again is no news. */
		assert_false(lattice_find_path(&lattice, columns, 2));
		lattice_release(&lattice);
	}
	free(oracle);
}

/* The classes of labels whose margins are kept (confidence.h). */
static const char *const classes[] = { "FS", "ML", "IHRU", "ABNGCDJVQ" };

/* How much the cheapest path costs more on which the line is of another class. */
static double oracle_margin(const struct oracle *oracle, size_t i,
                            enum label own)
{
	double other = INFINITY;

	for (size_t c = 0; c < ARRAY_LEN(classes); c++)
		for (const char *at = classes[c]; *at; at++)
			if (!strchr(classes[c], label_letter(own)))
				other = fmin(
					other,
					oracle->best_with[i][label_of_letter(
						*at)]);
	return other - oracle->best;
}

static void margins_are_those_of_all_paths(void **state)
{
	const struct seeds seeds = fixture_seeds(PAGES);
	struct oracle *oracle = mem_alloc(sizeof *oracle);
	size_t compared = 0;

	(void)state;
	for (uint32_t seed = seeds.first; seed < seeds.end; seed++) {
		struct labelled labels[LINES_MAX] = { { 0 } };
		struct lattice_column columns[LINES_MAX];
		struct lattice lattice;
		struct tiny_page page;

		make_page(&page, seed);
		oracle_run(oracle, &page);
		read_lattice(&lattice, &page, columns, page.flow.count);
		for (size_t i = 0; i < page.flow.count; i++)
			labels[i].label = label_of(lattice.path[i]);
		confidence_find(&lattice, columns, labels);
		for (size_t i = 0; i < page.flow.count; i++) {
			double got = labels[i].doubt.margin;
			double want = oracle_margin(oracle, i, labels[i].label);

			compared += want < CONFIDENCE_MARGIN_MAX;
			if (want < CONFIDENCE_MARGIN_MAX
			            ? fabs(got - want) < EPSILON
			            : got > CONFIDENCE_MARGIN_MAX - EPSILON)
				continue;
			print_page(&page, &lattice);
			fail_msg("page %u, line %zu: margin %f for %f", seed, i,
			         got, want);
		}
		lattice_release(&lattice);
	}
	assert_true(compared > (seeds.end - seeds.first) / 2);
	free(oracle);
}

/* A state has a label and a width, and no two have the same ones. */
static void states_are_pairs(void **state)
{
	bool seen[LATTICE_STATES] = { false };

	(void)state;
	for (int label = 0; label < LABEL_COUNT; label++)
		for (size_t k = 0;
		     k < (label < LABELS_WITH_WIDTH ? COLUMN_WIDTHS_MAX : 1);
		     k++) {
			size_t s = state_of(label, k);

			assert_true(s < LATTICE_STATES);
			assert_false(seen[s]);
			seen[s] = true;
			assert_int_equal(label_of(s), label);
			if (label < LABELS_WITH_WIDTH)
				assert_int_equal(width_of(s), k);
		}
	for (size_t s = 0; s < LATTICE_STATES; s++)
		assert_true(seen[s]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(states_are_pairs),
		cmocka_unit_test(the_path_is_the_cheapest_of_all),
		cmocka_unit_test(margins_are_those_of_all_paths),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
