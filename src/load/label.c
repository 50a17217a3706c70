/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label.h"

#include "base/mem.h"
#include "load/margin.h"
#include "load/price.h"
#include "load/trellis.h"

#include <stdlib.h>
#include <string.h>

/* Few extractors mark each paragraph; but those who key an old page by hand do,
 * or they set no blank line inside an article at all. */
#define MARKED_COST 1.3
#define KEYED_COST  -8
#define ROUNDS_MAX  4 /* of labelling and counting */

static void count_line(const struct trellis *trellis, size_t i,
                       struct habit_counts *counts)
{
	const struct printed *line = trellis->flow->items[i];
	enum label label = label_of(trellis->path[i]);
	bool first = label == LABEL_FIRST || label == LABEL_SINGLE;

	if (i)
		counts->blank[price_gap(label_of(trellis->path[i - 1]), label,
		                        line)][line->blank]++;
	if (label > LABEL_SINGLE)
		return;
	if (i && !first)
		counts->shift[trellis->path[i] % MEASURES_MAX !=
		              trellis->path[i - 1] % MEASURES_MAX]++;
	counts->kept[first ? PLACE_FIRST : PLACE_LATER][line->indent_em > 0]++;
	if (label == LABEL_LAST || label == LABEL_SINGLE)
		counts->last[line->end]++;
	else
		counts->inner[line->end]++;
	if (first)
		counts->single[label == LABEL_SINGLE]++;
	if (label == LABEL_FIRST)
		counts->indent[price_indent(line, &trellis->habits,
		                            trellis_measure_em(trellis, i))]++;
}

/* Labels and counts in turn until nothing changes. */
static void settle(struct trellis *trellis, enum setting setting,
                   struct column *columns, size_t column_count)
{
	struct habit_counts counts = { 0 };

	memset(trellis->path, UINT8_MAX, trellis->flow->count);
	for (int round = 0; round < ROUNDS_MAX; round++) {
		habits_set(&trellis->habits, setting, &counts);
		if (!trellis_find_path(trellis, columns, column_count))
			break;
		memset(&counts, 0, sizeof counts);
		for (size_t i = 0; i < trellis->flow->count; i++)
			count_line(trellis, i, &counts);
	}
}

/* The setting whose labels are the cheaper ones explains the page better.  Its
 * columns are in `columns` afterwards. */
static void settle_best(struct trellis *trellis, struct column *columns,
                        size_t column_count)
{
	size_t count = trellis->flow->count;
	double marked_cost = trellis->flow->loose ? KEYED_COST : MARKED_COST;
	uint8_t *loose_path = mem_alloc(count);
	struct habits loose_habits;
	double loose_cost;
	struct column two[2];

	settle(trellis, SETTING_LOOSE, columns, column_count);
	loose_cost = trellis->cost;
	loose_habits = trellis->habits;
	memcpy(loose_path, trellis->path, count);
	settle(trellis, SETTING_MARKED, two, ARRAY_LEN(two));
	if (trellis->cost + marked_cost < loose_cost) {
		trellis_find_path(trellis, columns, column_count);
	} else {
		trellis->cost = loose_cost;
		trellis->habits = loose_habits;
		memcpy(trellis->path, loose_path, count);
	}
	free(loose_path);
}

struct labelled *label_lines(const struct flow *flow,
                             const struct measures *measures)
{
	size_t count = flow->count;
	bool sure = count > 1 && count <= MARGIN_LINES;
	size_t column_count = sure ? count : 2;
	struct labelled *labels = mem_alloc(count * sizeof *labels);
	struct column *columns = mem_alloc(column_count * sizeof *columns);
	struct trellis trellis;

	trellis_init(&trellis, flow, measures);
	settle_best(&trellis, columns, column_count);
	for (size_t i = 0; i < count; i++) {
		labels[i].label = label_of(trellis.path[i]);
		if (labels[i].label < LABELS_MEASURED)
			labels[i].measure_em = trellis_measure_em(&trellis, i);
	}
	if (sure)
		margins_find(&trellis, columns, labels);
	trellis_release(&trellis);
	free(columns);
	return labels;
}
