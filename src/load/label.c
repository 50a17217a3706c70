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
#define ROUNDS_MAX  4    /* of labelling and counting */
#define STEP_LINES  2048 /* are looked at in a step */

static void count_line(const struct trellis *trellis, size_t i,
                       struct habit_counts *counts)
{
	const struct printed_line *line = trellis->flow->items[i];
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

/* A page that is being labelled, from one stage to the next. */
struct labeller {
	struct trellis trellis;
	struct column *columns; /* owned; of the labels that hold, in the end */
	size_t column_count;
	size_t looked; /* lines of the trellis */
	size_t stage;
	int round;                  /* of labelling and counting */
	struct habit_counts counts; /* of the round before it */
	uint8_t *loose_path;        /* owned; the first setting's labels */
	struct habits loose_habits;
	double loose_cost;
};

/* A round of labelling and counting; false when nothing changes any more. */
static bool settle(struct labeller *labeller, enum setting setting,
                   struct column *columns, size_t column_count)
{
	struct trellis *trellis = &labeller->trellis;

	if (!labeller->round) {
		labeller->counts = (struct habit_counts){ 0 };
		memset(trellis->path, UINT8_MAX, trellis->flow->count);
	}
	habits_set(&trellis->habits, setting, &labeller->counts);
	if (!trellis_find_path(trellis, columns, column_count))
		return false;
	labeller->counts = (struct habit_counts){ 0 };
	for (size_t i = 0; i < trellis->flow->count; i++)
		count_line(trellis, i, &labeller->counts);
	return ++labeller->round < ROUNDS_MAX;
}

static bool look(struct labeller *labeller)
{
	size_t count = labeller->trellis.flow->count;
	size_t end = labeller->looked + STEP_LINES;

	if (end > count)
		end = count;
	trellis_look(&labeller->trellis, labeller->looked, end);
	labeller->looked = end;
	return end < count;
}

static bool settle_loose(struct labeller *labeller)
{
	struct trellis *trellis = &labeller->trellis;

	if (settle(labeller, SETTING_LOOSE, labeller->columns,
	           labeller->column_count))
		return true;
	labeller->loose_cost = trellis->cost;
	labeller->loose_habits = trellis->habits;
	memcpy(labeller->loose_path, trellis->path, trellis->flow->count);
	labeller->round = 0;
	return false;
}

static bool settle_marked(struct labeller *labeller)
{
	struct column two[2];

	return settle(labeller, SETTING_MARKED, two, ARRAY_LEN(two));
}

/* The setting whose labels are the cheaper ones explains the page better. */
static bool choose(struct labeller *labeller)
{
	struct trellis *trellis = &labeller->trellis;
	double marked_cost = trellis->flow->loose ? KEYED_COST : MARKED_COST;

	if (trellis->cost + marked_cost < labeller->loose_cost) {
		trellis_find_path(trellis, labeller->columns,
		                  labeller->column_count);
	} else {
		trellis->cost = labeller->loose_cost;
		trellis->habits = labeller->loose_habits;
		memcpy(trellis->path, labeller->loose_path,
		       trellis->flow->count);
	}
	return false;
}

/* Each does a part of its work, and says whether there is more. */
static bool (*const stages[])(struct labeller *) = { look, settle_loose,
	                                             settle_marked, choose };

static bool is_sure(size_t count)
{
	return count > 1 && count <= MARGIN_LINES;
}

struct labeller *labeller_new(const struct flow *flow,
                              const struct measures *measures)
{
	struct labeller *labeller = mem_alloc(sizeof *labeller);

	trellis_init(&labeller->trellis, flow, measures);
	labeller->column_count = is_sure(flow->count) ? flow->count : 2;
	labeller->columns =
		mem_alloc(labeller->column_count * sizeof *labeller->columns);
	labeller->loose_path = mem_alloc(flow->count);
	return labeller;
}

bool labeller_step(struct labeller *labeller, size_t *work)
{
	*work += labeller->trellis.flow->count;
	if (labeller->stage < ARRAY_LEN(stages) &&
	    !stages[labeller->stage](labeller))
		labeller->stage++;
	return labeller->stage < ARRAY_LEN(stages);
}

struct labelled *labeller_labels(struct labeller *labeller)
{
	const struct trellis *trellis = &labeller->trellis;
	size_t count = trellis->flow->count;
	struct labelled *labels = mem_alloc(count * sizeof *labels);

	for (size_t i = 0; i < count; i++) {
		labels[i].label = label_of(trellis->path[i]);
		if (labels[i].label < LABELS_MEASURED)
			labels[i].measure_em = trellis_measure_em(trellis, i);
	}
	if (is_sure(count))
		margins_find(&labeller->trellis, labeller->columns, labels);
	return labels;
}

void labeller_free(struct labeller *labeller)
{
	if (!labeller)
		return;
	trellis_release(&labeller->trellis);
	free(labeller->columns);
	free(labeller->loose_path);
	free(labeller);
}
