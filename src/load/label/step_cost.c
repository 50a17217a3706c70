/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/line_cost.h"

#define W(name, value) static const double name = value
#include "load/label/step_cost_table.inc"
#undef W

double price_start(enum label label)
{
	return start_costs[label];
}

static bool is_open(enum label label)
{
	return label == LABEL_FIRST || label == LABEL_MIDDLE;
}

static bool is_paragraph(enum label label)
{
	return label <= LABEL_SINGLE;
}

static bool is_head(enum label label)
{
	return label == LABEL_HEAD || label == LABEL_INSET ||
	       label == LABEL_RESUMED || label == LABEL_SUBHEAD;
}

static bool is_small(enum label label)
{
	return label == LABEL_SALUTATION || label == LABEL_SIGNATURE ||
	       label == LABEL_CLOSING || label == LABEL_DATE;
}

double price_end(enum label label, const struct printed_line *last)
{
	if (label == LABEL_INSET)
		return COST_NEVER;
	if (label == LABEL_QUOTE && last->end != END_SENTENCE)
		return QUOTE_OPEN;
	if (label == LABEL_SALUTATION)
		return SALUTE_UNCLOSED;
	return is_open(label) ? END_INSIDE : 0;
}

enum gap step_gap(enum label a, enum label b, const struct printed_line *line)
{
	if (is_open(a) && (b == LABEL_MIDDLE || b == LABEL_LAST))
		return char_opens(char_first(line->text)) ? GAP_HANGING
		                                          : GAP_INSIDE;
	if (is_paragraph(a) && is_paragraph(b))
		return GAP_PARAGRAPH;
	if (a == b && (a == LABEL_VERSE || a == LABEL_QUOTE))
		return GAP_VERSE;
	if (is_head(a) && is_head(b))
		return GAP_HEAD;
	if (a == LABEL_SUBHEAD || b == LABEL_SUBHEAD)
		return GAP_SUBHEAD;
	if (a == b && !is_paragraph(a))
		return GAP_NAMES;
	if (is_small(a) || (is_small(b) && b != LABEL_SALUTATION))
		return GAP_SMALL;
	return is_paragraph(a) || a == LABEL_VERSE ? GAP_EDGE : GAP_LEAD;
}

bool price_is_stub(const struct printed_line *line)
{
	return line->end == END_COLON && line->hi_em < SALUTE_STUB_EM;
}

/* Do two lines of these labels belong to one paragraph, headline, poem? */
static bool step_cost_goes_on(enum label a, enum label b)
{
	return is_open(a) ? b == LABEL_MIDDLE || b == LABEL_LAST
	                  : (a == b && !is_paragraph(a)) ||
	                            (is_head(a) && is_head(b));
}

double step_cost(enum label a, enum label b, bool same_measure,
                 const struct printed_line *line,
                 const struct printed_line *prev,
                 const struct line_features *prev_facts,
                 const struct priors *priors)
{
	double cost = step_costs[a][b];

	if (cost >= COST_NEVER)
		return COST_NEVER;
	cost += priors->blank[step_gap(a, b, line)][line->blank];
	if (is_open(a) || a == LABEL_INSET) {
		if (!same_measure && b < LABELS_WITH_WIDTH)
			cost += a == LABEL_INSET || b == LABEL_INSET
			                ? COST_NEVER
			                : priors->shift[1];
		if (is_open(a) && b == LABEL_INSET)
			cost += INSET_BASE + (prev->end == END_SENTENCE
			                              ? INSET_SENTENCE
			                              : 0);
	} else if (!same_measure && is_paragraph(a) && is_paragraph(b)) {
		cost += line->blank ? MEASURE_BLANK : MEASURE_TIGHT;
	}
	if (line->bracketed && !step_cost_goes_on(a, b))
		cost += BRACKETS_OPEN;
	if (a == LABEL_JUMP && !prev_facts->jump_from &&
	    (b == LABEL_MIDDLE || b == LABEL_LAST || b == LABEL_RESUMED))
		cost += RESUMED_HERE;
	if (a != LABEL_SALUTATION && b == LABEL_SALUTATION &&
	    price_is_stub(line))
		cost += SALUTE_STUB;
	if (a == LABEL_SALUTATION && b == LABEL_SALUTATION && line->blank)
		cost += SALUTE_BLANK;
	if (b == LABEL_DATE && is_paragraph(a) && prev->end != END_SENTENCE)
		cost += DATE_OPEN;
	if (a == LABEL_QUOTE && b != LABEL_QUOTE && prev->end != END_SENTENCE)
		cost += QUOTE_OPEN;
	if (a == LABEL_SALUTATION && b != LABEL_SALUTATION &&
	    prev->end != END_COLON && prev->end != END_COMMA)
		cost += SALUTE_UNCLOSED;
	return cost;
}
