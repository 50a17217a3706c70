/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/line_cost.h"

#include "load/label/column_width.h"

#include <math.h>

#define W(name, value) static const double name = value
#include "load/label/line_cost_table.inc"
#undef W

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
		cost += SALUTE_CUE;
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

/* The cost of a label for a line of a head that runs downwards. */
static double stacked_cost(enum label label)
{
	return label_is_head(label) ? HEAD_STACKED : STACKED_AS_TEXT;
}

/* The cost of a label that is none of a paragraph, by the line and its features. */
static double plain_cost(const struct printed_line *line,
                         const struct line_features *features, enum label label,
                         const struct line_fit *fit)
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
		return fit->salutation;
	default:
		return COST_NEVER;
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

void line_fit_init(struct line_fit *fit, const struct printed_line *line,
                   const struct line_features *features, double measure_em)
{
	text_fit_init(&fit->text, line, measure_em);
	fit->salutation = salutation_cost(line, features, measure_em);
}

void line_start_init(struct line_start *start, const struct printed_line *line,
                     const struct line_features *features,
                     const struct priors *priors)
{
	for (int place = 0; place < PLACE_COUNT; place++)
		start->costs[place] = text_cost_start(line, features, priors,
		                                      (enum place)place);
}

double line_cost_fitted(const struct printed_line *line,
                        const struct line_features *features,
                        const struct priors *priors, enum label label,
                        const struct line_fit *fit,
                        const struct line_start *start)
{
	double cost;

	if (line->stacked)
		return stacked_cost(label);
	if (label_is_paragraph(label))
		cost = text_cost(line, features, priors, label, &fit->text,
		                 start->costs[label_begins_paragraph(label)
		                                      ? PLACE_FIRST
		                                      : PLACE_LATER]);
	else
		cost = plain_cost(line, features, label, fit);
	if (line->verse)
		cost += label == LABEL_VERSE ? VERSE_LOOK : VERSE_AS_OTHER;
	return line->list ? cost + listed_cost(line, label) : cost;
}

double line_cost(const struct printed_line *line,
                 const struct line_features *features,
                 const struct priors *priors, enum label label,
                 double measure_em)
{
	struct line_start start;
	struct line_fit fit;

	line_fit_init(&fit, line, features, measure_em);
	line_start_init(&start, line, features, priors);
	return line_cost_fitted(line, features, priors, label, &fit, &start);
}
