/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/step_cost.h"

#define W(name, value) static const double name = value
#include "load/label/step_cost_table.inc"
#undef W

double step_start_cost(enum label label, bool latin)
{
	return start_costs[label] +
	       (latin && label == LABEL_FIRST ? START_TEXT_LATIN : 0);
}

static bool step_is_letter_part(enum label label)
{
	return label == LABEL_SALUTATION || label == LABEL_SIGNATURE ||
	       label == LABEL_CLOSING || label == LABEL_DATE;
}

double step_end_cost(enum label label, const struct printed_line *last)
{
	if (label == LABEL_INSET)
		return COST_NEVER;
	if (label == LABEL_QUOTE && last->end != END_SENTENCE)
		return QUOTE_OPEN;
	if (label == LABEL_SALUTATION)
		return SALUTE_UNCLOSED;
	return label_leaves_open(label) ? END_INSIDE : 0;
}

enum gap step_gap(enum label from, enum label to,
                  const struct printed_line *line)
{
	if (label_leaves_open(from) && label_continues(to))
		return char_opens(char_first(line->text)) ? GAP_HANGING
		                                          : GAP_INSIDE;
	if (label_is_paragraph(from) && label_is_paragraph(to))
		return GAP_PARAGRAPH;
	if (from == to && (from == LABEL_VERSE || from == LABEL_QUOTE))
		return GAP_VERSE;
	if (label_is_head(from) && label_is_head(to))
		return GAP_HEAD;
	if (label_is_head(from) && to == LABEL_BYLINE)
		return GAP_BYLINE;
	if (from == LABEL_SUBHEAD || to == LABEL_SUBHEAD)
		return GAP_SUBHEAD;
	if (from == to && !label_is_paragraph(from))
		return GAP_NAMES;
	if (step_is_letter_part(from) ||
	    (step_is_letter_part(to) && to != LABEL_SALUTATION))
		return GAP_SMALL;
	return label_is_paragraph(from) || from == LABEL_VERSE ? GAP_EDGE
	                                                       : GAP_LEAD;
}

bool step_is_salutation_stub(const struct printed_line *line)
{
	return line->end == END_COLON && line->hi_em < SALUTE_STUB_EM;
}

/* Do two lines of these labels belong to one paragraph, headline, poem? */
static bool step_stays_in_unit(enum label from, enum label to)
{
	if (label_leaves_open(from))
		return label_continues(to);
	return (from == to && !label_is_paragraph(from)) ||
	       (label_is_head(from) && label_is_head(to));
}

/* The cost of a change of column width. */
static double step_width_cost(enum label from, enum label to,
                              const struct printed_line *line,
                              const struct priors *priors)
{
	if (label_leaves_open(from) || from == LABEL_INSET) {
		if (to >= LABELS_WITH_WIDTH)
			return 0;
		return from == LABEL_INSET || to == LABEL_INSET
		               ? COST_NEVER
		               : priors->width_change[1];
	}
	if (label_is_paragraph(from) && label_is_paragraph(to))
		return line->blank ? MEASURE_BLANK : MEASURE_TIGHT;
	return 0;
}

/* The cost of leaving what `prev` leaves unfinished. */
static double step_open_cost(enum label from, enum label to,
                             const struct printed_line *line,
                             const struct printed_line *prev)
{
	double cost = 0;

	if (line->bracketed && !step_stays_in_unit(from, to))
		cost += BRACKETS_OPEN;
	if (to == LABEL_DATE && label_is_paragraph(from) &&
	    prev->end != END_SENTENCE)
		cost += DATE_OPEN;
	if (from == LABEL_QUOTE && to != LABEL_QUOTE &&
	    prev->end != END_SENTENCE)
		cost += QUOTE_OPEN;
	if (from == LABEL_SALUTATION && to != LABEL_SALUTATION &&
	    prev->end != END_COLON && prev->end != END_COMMA)
		cost += SALUTE_UNCLOSED;
	return cost;
}

double step_cost(enum label from, enum label to, bool same_width,
                 const struct printed_line *line,
                 const struct printed_line *prev,
                 const struct line_features *prev_features,
                 const struct priors *priors)
{
	double cost = step_costs[from][to];

	if (cost >= COST_NEVER)
		return COST_NEVER;
	cost += priors->blank[step_gap(from, to, line)][line->blank];
	if (!same_width)
		cost += step_width_cost(from, to, line, priors);
	if (label_leaves_open(from) && to == LABEL_INSET)
		cost += INSET_BASE +
		        (prev->end == END_SENTENCE ? INSET_SENTENCE : 0);
	if (from == LABEL_JUMP && !prev_features->jump_from &&
	    (label_continues(to) || to == LABEL_RESUMED))
		cost += RESUMED_HERE;
	if (from != to && (to == LABEL_BYLINE || to == LABEL_SIGNED))
		cost += priors->byline[to == LABEL_SIGNED];
	if (from != LABEL_SALUTATION && to == LABEL_SALUTATION &&
	    step_is_salutation_stub(line))
		cost += SALUTE_STUB;
	if (from == LABEL_SALUTATION && to == LABEL_SALUTATION && line->blank)
		cost += SALUTE_BLANK;
	return cost + step_open_cost(from, to, line, prev);
}
