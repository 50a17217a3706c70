/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/line_cost.h"

#include "load/label/column_width.h"

#include <math.h>

#define W(name, value) static const double name = value
#include "load/label/line_cost_table.inc"
#undef W

#define AROUND_LINES 4 /* of one width surely run around a picture */

static double head_cost(const struct printed_line *line,
                        const struct line_features *features)
{
	double cost = HEAD_BASE + (line->cap ? HEAD_CUE : 0);

	if (features->letter_style != LETTER_STYLE_PLAIN)
		cost += HEAD_STYLED;
	else if (line->end == END_SENTENCE && !features->exclaims)
		cost += HEAD_SENTENCE;
	if (line->end == END_COMMA)
		cost += features->paused ? HEAD_PAUSE_END : HEAD_OPEN_END;
	if (features->closes_first)
		cost += HEAD_CLOSES;
	if (features->pauses_part && features->pauses)
		cost += HEAD_PARTED;
	if (features->pauses > 2)
		cost += HEAD_PAUSE * (double)(features->pauses - 2);
	if (features->commas > 1)
		cost += HEAD_COMMA * (double)(features->commas - 1);
	if (line->end == END_COLON)
		cost += HEAD_COLON;
	if (features->date || features->jump || features->dateline)
		cost += HEAD_CUE;
	if (features->byline || features->signed_by)
		cost += HEAD_BYLINE;
	if (features->wordless)
		cost += HEAD_WORDLESS;
	if (line->hi_em < HEAD_SHORT_EM)
		cost += HEAD_SHORT;
	if (line->hi_em > HEAD_LONG_EM)
		cost += HEAD_LONG * (line->hi_em - HEAD_LONG_EM);
	return cost;
}

/* The cost of a byline; `name_cost` is that of a bare name. */
static double byline_cost(const struct line_features *features,
                          double name_cost)
{
	if (features->byline || features->ranked)
		return features->poet ? BYLINE_POET : BYLINE_CUE;
	if (features->signed_by)
		return BYLINE_SIGNED;
	return features->name ? name_cost : COST_NEVER;
}

static double signature_cost(const struct printed_line *line,
                             const struct line_features *features)
{
	double cost = printed_line_matches(line, CUE_SIGNING, NULL) ? SIGN_WORD
	                                                            : SIGN_BASE;

	if (line->end == END_SENTENCE || line->end == END_COLON ||
	    char_count_in(line->text, "。"))
		cost += SIGN_SENTENCE;
	if (line->hi_em > SIGN_LONG_EM)
		cost += SIGN_LONG * (line->hi_em - SIGN_LONG_EM);
	return cost + SIGN_COMMA * (double)features->commas;
}

static double salutation_cost(const struct printed_line *line,
                              const struct line_features *features,
                              double measure_em)
{
	/* The comma that closes a greeting is none inside it. */
	size_t closed =
		features->saluted && line->end == END_COMMA && features->commas;
	double cost = SALUTE_BASE;

	if (features->saluted)
		cost = SALUTE_WORDS;
	else if (features->greets)
		cost = SALUTE_BEGUN;
	else if (line->end == END_COLON)
		cost = features->small_initial || features->capital_initial
		               ? SALUTE_COLON_LATIN
		               : SALUTE_COLON;
	else if (line_is_full(line, measure_em))
		cost = SALUTE_FULL;

	cost += SALUTE_MARK * (double)(features->commas - closed) +
	        SALUTE_PAUSE * (double)features->pauses;
	if (features->date || features->jump)
		cost += CUE_AS_TEXT;
	if (line->end == END_SENTENCE)
		cost += SALUTE_SENTENCE;
	if (features->announces)
		cost += SALUTE_ANNOUNCING;
	if (line_overflow_em(line, measure_em) > 0)
		cost += SALUTE_WIDE;
	return cost;
}

static double verse_cost(const struct printed_line *line,
                         const struct line_features *features)
{
	double cost = VERSE_BASE + VERSE_COMMA * (double)(features->commas +
	                                                  features->pauses);

	if (features->fills)
		cost += VERSE_FILLS;
	if (line->end == END_SENTENCE)
		cost += VERSE_SENTENCE;
	if (features->dateline || features->date || features->jump ||
	    features->byline || features->signed_by)
		cost += VERSE_DATELINE;
	if (line->hi_em > VERSE_WIDE_EM)
		cost += VERSE_WIDE * (line->hi_em - VERSE_WIDE_EM);
	return cost;
}

static double quote_cost(const struct printed_line *line,
                         const struct line_features *features)
{
	double cost = QUOTE_BASE;

	if (features->byline || features->date || features->dateline ||
	    features->jump)
		cost += QUOTE_CUE;

	if (line->hi_em > QUOTE_WIDE_EM)
		cost += QUOTE_WIDE * (line->hi_em - QUOTE_WIDE_EM);
	return cost;
}

static double overflow_cost(const struct printed_line *line, double measure_em)
{
	double over_em = line_overflow_em(line, measure_em);

	if (over_em > 0 && over_em < line->pulled_em)
		return OVERFLOW_PULLED;
	return over_em > 0
	               ? OVERFLOW_BASE +
	                         OVERFLOW_EM * fmin(over_em, OVERFLOW_MOST_EM)
	               : 0;
}

/* How sure it is, from 0 to 1, that the next unit would have gone into the line:
 * column widths are known to half an em only. */
static double slack_sureness(const struct printed_line *line, double measure_em)
{
	double room_em = measure_em - line->hi_em - line->next_em;

	return fmin(1, (room_em + SLACK_UNSURE_EM) / (3 * SLACK_UNSURE_EM));
}

/* The cost of the width of a line inside a paragraph in a column of this width;
 * `slack_base` is the cost of any room that was left. */
static double width_cost(const struct printed_line *line, double measure_em,
                         double slack_base)
{
	double slack_em = line_slack_em(line, measure_em);
	double stretch_em = line_stretch_em(line, measure_em);
	double cost = overflow_cost(line, measure_em);

	if (cost == 0 && line->equal_widths > 1 && slack_em >= AROUND_EM)
		return AROUND + AROUND_BEGUN / (double)line->equal_widths;
	if (cost == 0 && slack_em >= SLACK_MIN_EM &&
	    line->before_em <= measure_em)
		cost += slack_base * slack_sureness(line, measure_em) +
		        SLACK_EACH_EM * fmin(SLACK_MOST_EM, slack_em);
	if (stretch_em > STRETCH_FREE_EM)
		cost += STRETCH_EM * (stretch_em - STRETCH_FREE_EM);
	return cost;
}

/* The cost of the width of a first line at its cheapest indent, which goes into
 * *best. */
static double indented_cost(const struct printed_line *line,
                            const struct priors *priors, double measure_em,
                            enum indent *best)
{
	double least_cost = COST_NEVER;

	for (int i = 0; i < INDENT_COUNT; i++) {
		double em = measure_em - indent_width_em((enum indent)i);
		double cost =
			priors->indent[i] + width_cost(line, em, SLACK_FIRST);

		if (cost < least_cost) {
			least_cost = cost;
			*best = (enum indent)i;
		}
	}
	return least_cost;
}

enum indent line_cost_indent(const struct printed_line *line,
                             const struct priors *priors, double measure_em)
{
	enum indent best = INDENT_TWO;

	indented_cost(line, priors, measure_em, &best);
	return best;
}

static double first_cost(const struct printed_line *line,
                         const struct line_features *features,
                         const struct priors *priors, double measure_em)
{
	enum indent indent;
	double cost = FIRST_BASE +
	              indented_cost(line, priors, measure_em, &indent) +
	              priors->inner_end[line->end];

	if (features->dateline)
		cost += FIRST_DATELINE;
	return cost;
}

/* The cost of the end of a paragraph, by how the text ends.  Behind a colon a sentence often
 * goes on, and only room that was left says that it does not. */
static double end_cost(const struct printed_line *line,
                       const struct priors *priors, double measure_em)
{
	if (line->ends_item)
		return LISTED_END;
	if (line->ragged && line->end == END_COLON &&
	    line->hi_em + line->next_em > measure_em)
		return priors->last_end[END_COLON] + COLON_FULL;
	return priors->last_end[line->end];
}

static double last_cost(const struct printed_line *line,
                        const struct line_features *features,
                        const struct priors *priors, double measure_em)
{
	double cost = LAST_BASE + overflow_cost(line, measure_em) +
	              end_cost(line, priors, measure_em);

	if (line->equal_next && line->equal_widths >= AROUND_LINES &&
	    line_slack_em(line, measure_em) >= AROUND_EM)
		cost += AROUND_END;
	if (line->hi_em + 0.01 >= measure_em - 0.5)
		cost += LAST_FULL + (line->end == END_OPEN && !features->loose
		                             ? LAST_FULL_OPEN
		                             : 0);
	return cost;
}

/* The cost of the first letter of a line of a paragraph. */
static double initial_cost(const struct line_features *features,
                           const struct priors *priors, bool first)
{
	if (!features->small_initial && !features->capital_initial)
		return 0;
	return priors->capital[first ? PLACE_FIRST : PLACE_LATER]
	                      [features->capital_initial];
}

/* The cost of a line of a paragraph. */
static double text_cost(const struct printed_line *line,
                        const struct line_features *features,
                        const struct priors *priors, enum label label,
                        double measure_em)
{
	bool first = label_begins_paragraph(label);
	double cost = priors->space[first ? PLACE_FIRST : PLACE_LATER]
	                           [line->indent_em > 0];

	if (features->in_sentence)
		cost += initial_cost(features, priors, first);
	if (features->date || features->jump)
		cost += CUE_AS_TEXT;
	if (features->letter_style != LETTER_STYLE_PLAIN)
		cost += STYLED_AS_TEXT;
	if (features->byline && line->end == END_OPEN)
		cost += BYLINE_AS_TEXT;
	if (line->cap || line->cap_bytes)
		cost += first ? FIRST_CAP : LATER_CAP;
	if (features->bullet)
		cost += first ? FIRST_BULLET : LATER_BULLET;
	if (!first && char_first(line->text) == 0x3010)
		cost += LATER_BRACKET;
	if (features->item)
		cost += first ? FIRST_ITEM : LATER_ITEM;
	switch (label) {
	case LABEL_FIRST:
		return cost + first_cost(line, features, priors, measure_em);
	case LABEL_MIDDLE:
		return cost + width_cost(line, measure_em, SLACK_BASE) +
		       priors->inner_end[line->end];
	case LABEL_LAST:
		return cost + last_cost(line, features, priors, measure_em);
	default:
		return cost + priors->single[1] +
		       end_cost(line, priors, measure_em) +
		       overflow_cost(line, measure_em);
	}
}

/* The cost of a label for a line of a head that runs downwards. */
static double stacked_cost(enum label label)
{
	return label_is_head(label) ? HEAD_STACKED : STACKED_AS_TEXT;
}

/* The cost of a label by the line and its features. */
static double plain_cost(const struct printed_line *line,
                         const struct line_features *features,
                         const struct priors *priors, enum label label,
                         double measure_em)
{
	switch (label) {
	case LABEL_INSET:
		return fmin(head_cost(line, features),
		            features->byline ? BYLINE_CUE : COST_NEVER);
	case LABEL_HEAD:
	case LABEL_RESUMED:
	case LABEL_SUBHEAD:
		return head_cost(line, features);
	case LABEL_BYLINE:
		return byline_cost(features, BYLINE_NAME);
	case LABEL_SIGNED:
		return byline_cost(features, SIGNED_NAME);
	case LABEL_SIGNATURE:
		return signature_cost(line, features);
	case LABEL_CLOSING:
		return features->closing ? CUE_SAYS_SO : COST_NEVER;
	case LABEL_DATE:
		return features->date ? CUE_SAYS_SO : COST_NEVER;
	case LABEL_JUMP:
		return features->jump ? CUE_SAYS_SO : COST_NEVER;
	case LABEL_VERSE:
		return verse_cost(line, features);
	case LABEL_QUOTE:
		return quote_cost(line, features);
	case LABEL_SALUTATION:
		return salutation_cost(line, features, measure_em);
	default:
		return text_cost(line, features, priors, label, measure_em);
	}
}

/* What a label costs more for a line of a list. */
static double listed_cost(const struct printed_line *line, enum label label)
{
	double cost = 0;

	if (!label_is_paragraph(label))
		return LISTED_OTHER;
	if (line->ends_item && label_leaves_open(label))
		cost += LISTED_OPEN;
	if (line->list == LIST_ITEM)
		cost += label_begins_paragraph(label) ? LISTED_FIRST
		                                      : LISTED_LATER;
	return cost;
}

double line_cost(const struct printed_line *line,
                 const struct line_features *features,
                 const struct priors *priors, enum label label,
                 double measure_em)
{
	double cost;

	if (line->stacked)
		return stacked_cost(label);
	cost = plain_cost(line, features, priors, label, measure_em);
	if (line->verse)
		cost += label == LABEL_VERSE ? VERSE_LOOK : VERSE_AS_OTHER;
	return line->list ? cost + listed_cost(line, label) : cost;
}
