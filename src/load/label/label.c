/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/label.h"

#include "base/mem.h"
#include "load/label/confidence.h"
#include "load/label/line_cost.h"
#include "load/label/quote_source.h"
#include "load/label/step_cost.h"
#include "load/label/text_cost.h"
#include "load/label/viterbi.h"
#include "load/lines/char_class.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The cost of the model BLANK_IS_PARAGRAPH itself.  Few extractors mark each
 * paragraph; those who key an old page by hand, where 禁则 is not kept, do, or
 * they set no blank line inside an article at all. */
#define PARAGRAPH_MODEL_COST       1.3
#define PARAGRAPH_MODEL_COST_LOOSE (-8)
#define QUOTE_LINES                8 /* at most, whose words are looked up */
#define QUOTE_CHECKS_MAX           2 /* of pull quotes, each with labelling again */
#define LABEL_STAGE_FIT            1 /* index into stages[]: labelling begins */
/* A blank line that parts a sentence, and one behind a sentence, down to a bound. */
#define BLANK_BROKEN      1.5
#define BLANK_CLOSED      (-.45)
#define BLANK_CLOSED_MOST (-1.8)
#define ROOM_EM           .25  /* column widths are found to half an em */
#define ROUNDS_MAX        4    /* of labelling and counting */
#define READ_LINES        2048 /* whose features a step reads */

struct labeller {
	struct lattice lattice;
	struct lattice_column *columns; /* owned; of the path that holds */
	size_t column_count;
	size_t lines_read; /* by the lattice */
	size_t stage;      /* index into stages[] */
	int quote_checks;
	int round;          /* of labelling and counting, under one model */
	bool is_announcing; /* the rounds of label_fit_announcing() run */
	struct prior_counts start;  /* counted before the first of them */
	struct prior_counts counts; /* of the last round */
	/* The result that another one is compared with, first that under BLANK_IS_SIGN: */
	enum blank_model model;
	uint8_t *kept_path; /* owned */
	struct priors kept_priors;
	double kept_cost;
};

/* Counts the signs of line `i`, which has the label of the path. */
static void label_count_line(const struct lattice *lattice, size_t i,
                             struct prior_counts *counts)
{
	const struct printed_line *line = lattice->flow->items[i];
	enum label label = label_of(lattice->path[i]);
	bool first = label_begins_paragraph(label);

	if (i)
		counts->blank[step_gap(label_of(lattice->path[i - 1]), label,
		                       line)][line->blank]++;
	if (label == LABEL_BYLINE || label == LABEL_SIGNED)
		counts->byline[label == LABEL_SIGNED]++;
	if (!label_is_paragraph(label))
		return;
	if (i && !first)
		counts->width_change[width_of(lattice->path[i]) !=
		                     width_of(lattice->path[i - 1])]++;
	if (lattice->features[i].in_sentence &&
	    (lattice->features[i].small_initial ||
	     lattice->features[i].capital_initial))
		counts->capital[first ? PLACE_FIRST : PLACE_LATER]
			       [lattice->features[i].capital_initial]++;
	counts->space[first ? PLACE_FIRST : PLACE_LATER][line->indent_em > 0]++;
	if ((label == LABEL_LAST || label == LABEL_SINGLE) && !line->ends_item)
		counts->last_end[line->end]++;
	else
		counts->inner_end[line->end]++;
	if (first)
		counts->single[label == LABEL_SINGLE]++;
	if (label == LABEL_FIRST)
		counts->indent[text_cost_indent(
			line, &lattice->priors,
			lattice_measure_em(lattice, i))]++;
}

/* A round of hard EM; false when the labels do not change any more, or after
 * ROUNDS_MAX rounds. */
static bool label_run_round(struct labeller *labeller, enum blank_model model,
                            struct lattice_column *columns, size_t column_count)
{
	struct lattice *lattice = &labeller->lattice;

	if (!labeller->round) {
		labeller->counts = labeller->start;
		memset(lattice->path, LATTICE_NO_STATE, lattice->flow->count);
	}
	priors_set(&lattice->priors, model, lattice->flow->latin,
	           &labeller->counts);
	if (!lattice_find_path(lattice, columns, column_count))
		return false;
	labeller->counts = (struct prior_counts){ 0 };
	for (size_t i = 0; i < lattice->flow->count; i++)
		label_count_line(lattice, i, &labeller->counts);
	return ++labeller->round < ROUNDS_MAX;
}

/* Keeps the path and what belongs to it. */
static void label_keep(struct labeller *labeller, enum blank_model model)
{
	const struct lattice *lattice = &labeller->lattice;

	labeller->model = model;
	labeller->kept_cost = lattice->cost;
	labeller->kept_priors = lattice->priors;
	memcpy(labeller->kept_path, lattice->path, lattice->flow->count);
	labeller->round = 0;
}

/* Goes back to what was kept. */
static void label_go_back(struct labeller *labeller)
{
	struct lattice *lattice = &labeller->lattice;

	lattice->cost = labeller->kept_cost;
	lattice->priors = labeller->kept_priors;
	memcpy(lattice->path, labeller->kept_path, lattice->flow->count);
}

static bool label_read_lines(struct labeller *labeller)
{
	size_t count = labeller->lattice.flow->count;
	size_t end = labeller->lines_read + READ_LINES;

	if (end > count)
		end = count;
	lattice_read_lines(&labeller->lattice, labeller->lines_read, end);
	labeller->lines_read = end;
	return end < count;
}

static bool label_fit_sign_model(struct labeller *labeller)
{
	if (label_run_round(labeller, BLANK_IS_SIGN, labeller->columns,
	                    labeller->column_count))
		return true;
	label_keep(labeller, BLANK_IS_SIGN);
	return false;
}

static bool label_fit_paragraph_model(struct labeller *labeller)
{
	struct lattice_column two[2];

	return label_run_round(labeller, BLANK_IS_PARAGRAPH, two,
	                       ARRAY_LEN(two));
}

/* Is line `i` of running text and full, so that its sentence goes on in the next line of
 * its column?  A head line stands alone. */
static bool label_line_goes_on(const struct lattice *lattice, size_t i)
{
	const struct printed_line *line = lattice->flow->items[i];

	if (line->blank || (line->end != END_OPEN && line->end != END_COMMA))
		return false;
	for (size_t k = 0; k < lattice->widths->count; k++)
		if (line_is_full(line, lattice->widths->items[k].em))
			return true;
	return false;
}

/* What the blank lines of the page say, before any label is known, against the model
 * BLANK_IS_PARAGRAPH: those that part a sentence are of column breaks.  Where there are
 * none, those behind sentences speak for it. */
static double label_blank_evidence(const struct lattice *lattice)
{
	const struct flow *flow = lattice->flow;
	double broken = 0, closed = 0;

	for (size_t i = 1; i < flow->count; i++) {
		if (!flow->items[i]->blank)
			continue;
		closed += flow->items[i - 1]->end == END_SENTENCE;
		broken += label_line_goes_on(lattice, i - 1) &&
		          !char_opens(char_first(flow->items[i]->text));
	}
	return broken > 0 ? BLANK_BROKEN * broken
	                  : fmax(BLANK_CLOSED * closed, BLANK_CLOSED_MOST);
}

/* The model with the cheaper labels explains the page better.  The columns are
 * those of BLANK_IS_SIGN so far; the other model has to fill them again. */
static bool label_choose_model(struct labeller *labeller)
{
	struct lattice *lattice = &labeller->lattice;
	double model_cost =
		lattice->flow->loose
			? PARAGRAPH_MODEL_COST_LOOSE
			: PARAGRAPH_MODEL_COST + label_blank_evidence(lattice);

	if (lattice->cost + model_cost < labeller->kept_cost) {
		lattice_find_path(lattice, labeller->columns,
		                  labeller->column_count);
		labeller->model = BLANK_IS_PARAGRAPH;
	} else {
		label_go_back(labeller);
	}
	return false;
}

/* May line `i`, which ends in a colon, end a paragraph: does the next one begin with a
 * capital? */
static bool label_may_announce(const struct lattice *lattice, size_t i)
{
	const struct printed_line *line = lattice->flow->items[i];

	return i + 1 < lattice->flow->count && line->end == END_COLON &&
	       !line->ends_item && lattice->features[i + 1].capital_initial;
}

/* Counts the lines that may announce a paragraph as lines that do.  False when there is none
 * that goes on in the next line though the first word of that would have had room. */
static bool label_count_announcing(const struct lattice *lattice,
                                   struct prior_counts *counts)
{
	bool has_room = false;

	for (size_t i = 0; i < lattice->flow->count; i++) {
		const struct printed_line *line = lattice->flow->items[i];

		if (!label_may_announce(lattice, i))
			continue;
		counts->last_end[END_COLON]++;
		counts->single[1]++;
		has_room = has_room ||
		           (label_leaves_open(label_of(lattice->path[i])) &&
		            line->hi_em + line->next_em + ROOM_EM <=
		                    lattice_measure_em(lattice, i));
	}
	return has_room;
}

/* Hard EM finds a local minimum.  Few lines of a page end in a colon, and the first round
 * alone decides what they are, as its counts agree with it: so in an alphabet the rounds are
 * run again from the other reading, that these lines are paragraphs, and the cheaper of the
 * two minima holds. */
static bool label_fit_announcing(struct labeller *labeller)
{
	struct lattice *lattice = &labeller->lattice;
	const bool latin = lattice->flow->latin;
	const enum blank_model model = labeller->model;
	struct lattice_column two[2];

	if (!labeller->is_announcing) {
		struct prior_counts start = { 0 };

		if (!label_count_announcing(lattice, &start))
			return false;
		labeller->start = start;
		labeller->is_announcing = true;
		label_keep(labeller, model);
	}
	if (label_run_round(labeller, model, two, ARRAY_LEN(two)))
		return true;
	labeller->is_announcing = false;
	labeller->start = (struct prior_counts){ 0 };
	if (lattice->cost + priors_penalty(&lattice->priors, model, latin) <
	    labeller->kept_cost +
	            priors_penalty(&labeller->kept_priors, model, latin))
		lattice_find_path(lattice, labeller->columns,
		                  labeller->column_count);
	else
		label_go_back(labeller);
	return false;
}

/* Do most of the lines [first, end) but the last end a sentence?  Those of a pull quote go on
 * in the next one.  More lines than QUOTE_LINES are verses. */
static bool label_are_sentences(const struct flow *flow, size_t first,
                                size_t end)
{
	size_t sentences = 0;

	for (size_t i = first; i + 1 < end; i++)
		sentences += flow->items[i]->end == END_SENTENCE;
	return end - first <= QUOTE_LINES && sentences * 2 > end - first - 1;
}

/* Are there lines labelled as pull quotes, each a sentence, whose words stand nowhere else?
 * Then they cannot have that label, and the page is labelled again. */
static bool label_check_quotes(struct labeller *labeller)
{
	struct lattice *lattice = &labeller->lattice;
	size_t count = lattice->flow->count, end;
	struct quote_source source = { .grams = NULL };
	bool wrong = false;

	if (labeller->quote_checks++ == QUOTE_CHECKS_MAX)
		return false;
	for (size_t i = 0; i < count; i = end) {
		end = i + 1;
		if (label_of(lattice->path[i]) != LABEL_QUOTE)
			continue;
		while (end < count &&
		       label_of(lattice->path[end]) == LABEL_QUOTE)
			end++;
		if (!label_are_sentences(lattice->flow, i, end))
			continue;
		if (!source.grams)
			quote_source_init(&source, lattice->flow);
		if (quote_source_has(&source, lattice->flow, i, end))
			continue;
		wrong = true;
		for (size_t line = i; line < end; line++)
			lattice_rule_out(lattice, line, LABEL_QUOTE);
	}
	quote_source_release(&source);
	labeller->round = 0;
	if (wrong)
		labeller->stage = LABEL_STAGE_FIT;
	return wrong;
}

/* Each does a part of its work, and says whether there is more of it. */
static bool (*const stages[])(struct labeller *) = {
	label_read_lines,   label_fit_sign_model, label_fit_paragraph_model,
	label_choose_model, label_fit_announcing, label_check_quotes,
};

/* Is the doubt of each line computed?  That takes a column for each line. */
static bool label_has_confidence(size_t line_count)
{
	return line_count > 1 && line_count <= CONFIDENCE_LINES_MAX;
}

struct labeller *labeller_new(const struct flow *flow,
                              const struct column_widths *widths)
{
	struct labeller *labeller = mem_alloc(sizeof *labeller);

	lattice_init(&labeller->lattice, flow, widths);
	labeller->column_count =
		label_has_confidence(flow->count) ? flow->count : 2;
	labeller->columns =
		mem_alloc(labeller->column_count * sizeof *labeller->columns);
	labeller->kept_path = mem_alloc(flow->count);
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

	assert(labeller->stage == ARRAY_LEN(stages));
	for (size_t i = 0; i < count; i++) {
		labels[i].label = label_of(lattice->path[i]);
		if (labels[i].label < LABELS_WITH_WIDTH)
			labels[i].measure_em = lattice_measure_em(lattice, i);
	}
	if (label_has_confidence(count))
		confidence_find(&labeller->lattice, labeller->columns, labels);
	return labels;
}

void labeller_free(struct labeller *labeller)
{
	if (!labeller)
		return;
	lattice_release(&labeller->lattice);
	free(labeller->columns);
	free(labeller->kept_path);
	free(labeller);
}
