/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/label.h"

#include "base/mem.h"
#include "load/label/confidence.h"
#include "load/label/line_cost.h"
#include "load/label/step_cost.h"
#include "load/label/viterbi.h"

#include <stdlib.h>
#include <string.h>

/* Few extractors mark each paragraph; but those who key an old page by hand do,
 * or they set no blank line inside an article at all. */
#define MARKED_COST 1.3
#define KEYED_COST  -8
#define ROUNDS_MAX  4    /* of labelling and counting */
#define STEP_LINES  2048 /* are looked at in a step */

static void label_count_line(const struct lattice *lattice, size_t i,
                             struct prior_counts *counts)
{
	const struct printed_line *line = lattice->flow->items[i];
	enum label label = label_of(lattice->path[i]);
	bool first = label == LABEL_FIRST || label == LABEL_SINGLE;

	if (i)
		counts->blank[step_gap(label_of(lattice->path[i - 1]), label,
		                       line)][line->blank]++;
	if (label > LABEL_SINGLE)
		return;
	if (i && !first)
		counts->shift[lattice->path[i] % COLUMN_WIDTHS_MAX !=
		              lattice->path[i - 1] % COLUMN_WIDTHS_MAX]++;
	counts->kept[first ? PLACE_FIRST : PLACE_LATER][line->indent_em > 0]++;
	if (label == LABEL_LAST || label == LABEL_SINGLE)
		counts->last[line->end]++;
	else
		counts->inner[line->end]++;
	if (first)
		counts->single[label == LABEL_SINGLE]++;
	if (label == LABEL_FIRST)
		counts->indent[price_indent(line, &lattice->priors,
		                            lattice_measure_em(lattice, i))]++;
}

/* A page that is being labelled, from one stage to the next. */
struct labeller {
	struct lattice lattice;
	struct lattice_column
		*columns; /* owned; of the labels that hold, in the end */
	size_t column_count;
	size_t looked; /* lines of the lattice */
	size_t stage;
	int round;                  /* of labelling and counting */
	struct prior_counts counts; /* of the round before it */
	uint8_t *loose_path;        /* owned; the first setting's labels */
	struct priors loose_habits;
	double loose_cost;
};

/* A round of labelling and counting; false when nothing changes any more. */
static bool label_settle(struct labeller *labeller, enum blank_model setting,
                         struct lattice_column *columns, size_t column_count)
{
	struct lattice *lattice = &labeller->lattice;

	if (!labeller->round) {
		labeller->counts = (struct prior_counts){ 0 };
		memset(lattice->path, UINT8_MAX, lattice->flow->count);
	}
	priors_set(&lattice->priors, setting, &labeller->counts);
	if (!lattice_find_path(lattice, columns, column_count))
		return false;
	labeller->counts = (struct prior_counts){ 0 };
	for (size_t i = 0; i < lattice->flow->count; i++)
		label_count_line(lattice, i, &labeller->counts);
	return ++labeller->round < ROUNDS_MAX;
}

static bool look(struct labeller *labeller)
{
	size_t count = labeller->lattice.flow->count;
	size_t end = labeller->looked + STEP_LINES;

	if (end > count)
		end = count;
	lattice_look(&labeller->lattice, labeller->looked, end);
	labeller->looked = end;
	return end < count;
}

static bool settle_loose(struct labeller *labeller)
{
	struct lattice *lattice = &labeller->lattice;

	if (label_settle(labeller, BLANK_IS_SIGN, labeller->columns,
	                 labeller->column_count))
		return true;
	labeller->loose_cost = lattice->cost;
	labeller->loose_habits = lattice->priors;
	memcpy(labeller->loose_path, lattice->path, lattice->flow->count);
	labeller->round = 0;
	return false;
}

static bool settle_marked(struct labeller *labeller)
{
	struct lattice_column two[2];

	return label_settle(labeller, BLANK_IS_PARAGRAPH, two, ARRAY_LEN(two));
}

/* The setting whose labels are the cheaper ones explains the page better. */
static bool label_choose(struct labeller *labeller)
{
	struct lattice *lattice = &labeller->lattice;
	double marked_cost = lattice->flow->loose ? KEYED_COST : MARKED_COST;

	if (lattice->cost + marked_cost < labeller->loose_cost) {
		lattice_find_path(lattice, labeller->columns,
		                  labeller->column_count);
	} else {
		lattice->cost = labeller->loose_cost;
		lattice->priors = labeller->loose_habits;
		memcpy(lattice->path, labeller->loose_path,
		       lattice->flow->count);
	}
	return false;
}

/* Each does a part of its work, and says whether there is more. */
static bool (*const stages[])(struct labeller *) = { look, settle_loose,
	                                             settle_marked,
	                                             label_choose };

static bool is_sure(size_t count)
{
	return count > 1 && count <= CONFIDENCE_LINES_MAX;
}

struct labeller *labeller_new(const struct flow *flow,
                              const struct column_widths *measures)
{
	struct labeller *labeller = mem_alloc(sizeof *labeller);

	lattice_init(&labeller->lattice, flow, measures);
	labeller->column_count = is_sure(flow->count) ? flow->count : 2;
	labeller->columns =
		mem_alloc(labeller->column_count * sizeof *labeller->columns);
	labeller->loose_path = mem_alloc(flow->count);
	return labeller;
}

bool labeller_step(struct labeller *labeller, size_t *work)
{
	*work += labeller->lattice.flow->count;
	if (labeller->stage < ARRAY_LEN(stages) &&
	    !stages[labeller->stage](labeller))
		labeller->stage++;
	return labeller->stage < ARRAY_LEN(stages);
}

struct labelled *labeller_labels(struct labeller *labeller)
{
	const struct lattice *lattice = &labeller->lattice;
	size_t count = lattice->flow->count;
	struct labelled *labels = mem_alloc(count * sizeof *labels);

	for (size_t i = 0; i < count; i++) {
		labels[i].label = label_of(lattice->path[i]);
		if (labels[i].label < LABELS_WITH_WIDTH)
			labels[i].measure_em = lattice_measure_em(lattice, i);
	}
	if (is_sure(count))
		confidence_find(&labeller->lattice, labeller->columns, labels);
	return labels;
}

void labeller_free(struct labeller *labeller)
{
	if (!labeller)
		return;
	lattice_release(&labeller->lattice);
	free(labeller->columns);
	free(labeller->loose_path);
	free(labeller);
}
