/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/price.h"

#include "load/cues.h"

#include <math.h>

#define INDENT_EM 2

/*
 * The prices, as negative log likelihoods, roughly.  Set by hand on pages whose
 * truth is known, then left alone: each says one thing about newspapers.
 */
#define W(name, value) static const double name = value
W(HEAD_BASE, 1.7);             /* a line is a head */
W(HEAD_SENTENCE, 5);           /* that ends a sentence with a full stop */
W(HEAD_OPEN_END, 3);           /* that ends in a comma */
W(HEAD_COMMA, 1.2);            /* each comma in it */
W(HEAD_COLON, 4);              /* that ends in a colon */
W(HEAD_CUE, 4);                /* that reads as a date, a jump or a dateline */
W(HEAD_SHORT, 1.5);            /* of less than 3 em */
W(HEAD_LONG_EM, 26);           /* and of more than this */
W(HEAD_LONG, 0.25);            /* each em more */
W(SIGN_WORD, 2);               /* a signature that ends as signatures do */
W(SIGN_BASE, 2.4);             /* or not */
W(SIGN_SENTENCE, 6);           /* one with the marks of a sentence */
W(SALUTE_BASE, 2.5);           /* a salutation */
W(SALUTE_MARK, 1.5);           /* each mark of a sentence in it */
W(SALUTE_SENTENCE, 5);         /* one that ends a sentence */
W(SALUTE_WIDE, 4);             /* one wider than its column */
W(OVERFLOW_BASE, 2);           /* a line too wide for its measure */
W(OVERFLOW_EM, 3);             /* each em of it */
W(SLACK_MIN_EM, 0.5);          /* room left that means something */
W(SLACK_BASE, 2);              /* a line with room left, in mid paragraph */
W(SLACK_FIRST, 1.5);           /* the same, first line */
W(SLACK_EACH_EM, 1.5);         /* each em of it */
W(SLACK_MOST_EM, 4);           /* and no more than so many */
W(STRETCH_FREE_EM, 0.5);       /* stretching that costs nothing */
W(STRETCH_EM, 0.35);           /* each em more */
W(FIRST_BASE, 0.3);            /* a paragraph begins */
W(FIRST_DATELINE, -2.5);       /* with a dateline */
W(LAST_BASE, 0.6);             /* a paragraph ends */
W(LAST_OPEN, 4.5);             /* without the end of a sentence */
W(LAST_COLON, 2);              /* but with a colon */
W(LAST_FULL, 0.5);             /* in a line as wide as the column */
W(SINGLE_BASE, 3.2);           /* a paragraph of one line */
W(CUE_AS_TEXT, 6);             /* a date or a jump as a line of text */
W(END_OPEN, 4);                /* the page ends inside a paragraph */
W(JOIN_OPEN, 1.4);             /* a paragraph goes on behind a blank line */
W(JOIN_SENTENCE, 3.2);         /* the same, after the end of a sentence */
#define NO_BLANK_PARAGRAPH 0.5 /* a paragraph begins without a blank line */
W(MEASURE_BLANK, 3);           /* the measure changes at a blank line */
W(MEASURE_TIGHT, 6);           /* or without one */
#define HEAD_NO_BLANK 2.5      /* a head without a blank line before it */
W(SALUTE_UNCLOSED, 6);         /* a salutation that does not end in a colon */
#undef W

struct facts facts_of(struct str text)
{
	return (struct facts){
		.sentence = ends_sentence(text),
		.date = cue_matches(CUE_DATE, text, NULL),
		.jump = cue_matches(CUE_JUMP_TO, text, NULL) ||
		        cue_matches(CUE_JUMP_FROM, text, NULL),
		.dateline = cue_matches(CUE_DATELINE, text, NULL),
		.colon = char_in(last_char(text), "：:"),
	};
}

static double head_cost(const struct printed *line, const struct facts *facts)
{
	unsigned last = last_char(line->text);
	double cost = HEAD_BASE;

	if (facts->sentence && !char_in(last, "！？!?"))
		cost += HEAD_SENTENCE;
	if (char_in(last, "，、；"))
		cost += HEAD_OPEN_END;
	cost += HEAD_COMMA * (double)count_chars(line->text, "，；");
	if (facts->colon)
		cost += HEAD_COLON;
	if (facts->date || facts->jump)
		cost += HEAD_CUE;
	if (facts->dateline)
		cost += HEAD_CUE;
	if (line->hi_em < 3)
		cost += HEAD_SHORT;
	if (line->hi_em > HEAD_LONG_EM)
		cost += HEAD_LONG * (line->hi_em - HEAD_LONG_EM);
	return cost;
}

static double signature_cost(const struct printed *line,
                             const struct facts *facts)
{
	double cost = cue_ends_signature(line->text) ? SIGN_WORD : SIGN_BASE;

	if (facts->sentence || count_chars(line->text, "，。；："))
		cost += SIGN_SENTENCE;
	return cost;
}

static double salutation_cost(const struct printed *line,
                              const struct facts *facts, double measure_em)
{
	double cost = SALUTE_BASE;

	cost += SALUTE_MARK * (double)count_chars(line->text, "，。；");
	if (facts->sentence)
		cost += SALUTE_SENTENCE;
	if (line_overflow_em(line, measure_em) > 0)
		cost += SALUTE_WIDE;
	return cost;
}

/* What the width of a line costs in a paragraph of this measure. */
static double width_cost(const struct printed *line, double measure_em,
                         double slack_base)
{
	double over_em = line_overflow_em(line, measure_em);
	double slack_em = line_slack_em(line, measure_em);
	double stretch_em = line_stretch_em(line, measure_em);
	double cost = 0;

	if (over_em > 0)
		cost += OVERFLOW_BASE + OVERFLOW_EM * over_em;
	else if (slack_em >= SLACK_MIN_EM)
		cost += slack_base +
		        SLACK_EACH_EM * fmin(SLACK_MOST_EM, slack_em);
	if (stretch_em > STRETCH_FREE_EM)
		cost += STRETCH_EM * (stretch_em - STRETCH_FREE_EM);
	return cost;
}

static double overflow_cost(const struct printed *line, double measure_em)
{
	double over_em = line_overflow_em(line, measure_em);

	return over_em > 0 ? OVERFLOW_BASE + OVERFLOW_EM * over_em : 0;
}

static double text_cost(const struct printed *line, const struct facts *facts,
                        enum label label, double measure_em)
{
	double cost = facts->date || facts->jump ? CUE_AS_TEXT : 0;

	switch (label) {
	case LABEL_FIRST:
		cost += FIRST_BASE +
		        width_cost(line, measure_em - INDENT_EM, SLACK_FIRST);
		return cost + (facts->dateline ? FIRST_DATELINE : 0);
	case LABEL_MIDDLE:
		return cost + width_cost(line, measure_em, SLACK_BASE);
	case LABEL_LAST:
		cost += LAST_BASE + overflow_cost(line, measure_em);
		if (!facts->sentence)
			cost += facts->colon ? LAST_COLON : LAST_OPEN;
		return cost +
		       (line->hi_em + 0.01 >= measure_em - 0.5 ? LAST_FULL : 0);
	default:
		cost += SINGLE_BASE +
		        overflow_cost(line, measure_em - INDENT_EM);
		return cost + (facts->sentence ? 0 : LAST_OPEN);
	}
}

double price_line(const struct printed *line, const struct facts *facts,
                  enum label label, double measure_em)
{
	switch (label) {
	case LABEL_HEAD:
		return head_cost(line, facts);
	case LABEL_SIGNATURE:
		return signature_cost(line, facts);
	case LABEL_DATE:
		return facts->date ? 0.2 : PRICE_NEVER;
	case LABEL_JUMP:
		return facts->jump ? 0.2 : PRICE_NEVER;
	case LABEL_SALUTATION:
		return salutation_cost(line, facts, measure_em);
	default:
		return text_cost(line, facts, label, measure_em);
	}
}

static const double start_costs[LABEL_COUNT] = {
	[LABEL_FIRST] = 1,          [LABEL_MIDDLE] = PRICE_NEVER,
	[LABEL_LAST] = PRICE_NEVER, [LABEL_SINGLE] = 2,
	[LABEL_SALUTATION] = 1,     [LABEL_HEAD] = 0.5,
	[LABEL_SIGNATURE] = 5,      [LABEL_DATE] = 4,
	[LABEL_JUMP] = 3,
};

double price_start(enum label label)
{
	return start_costs[label];
}

/*
 * From the label of a row to that of a column, with a blank line between the
 * two lines (second number) or none (first).  N: never.
 */
#define N                                                                      \
 {                                                                             \
  PRICE_NEVER, PRICE_NEVER                                                     \
 }
static const struct pair {
	double tight, blank;
} step_costs[LABEL_COUNT][LABEL_COUNT] = {
	/* FIRST, MIDDLE, LAST: continuing a paragraph is priced by join_cost */
	[LABEL_FIRST] = { N, { 0, 0 }, { 0, 0 }, N, N, N, N, N, N },
	[LABEL_MIDDLE] = { N, { 0, 0 }, { 0, 0 }, N, N, N, N, N, N },
	[LABEL_LAST] = { { NO_BLANK_PARAGRAPH, 0 },
	                 N,
	                 N,
	                 { NO_BLANK_PARAGRAPH, 0 },
	                 { 5, 5 },
	                 { 0.8 + HEAD_NO_BLANK, 0.8 },
	                 { 3, 2.5 },
	                 { 1.5, 1.5 },
	                 { 0.3, 0.3 } },
	[LABEL_SINGLE] = { { NO_BLANK_PARAGRAPH, 0 },
	                   N,
	                   N,
	                   { NO_BLANK_PARAGRAPH, 0 },
	                   { 5, 5 },
	                   { 0.8 + HEAD_NO_BLANK, 0.8 },
	                   { 3, 2.5 },
	                   { 1.5, 1.5 },
	                   { 0.3, 0.3 } },
	[LABEL_SALUTATION] = { { 0.6, 0 },
	                       N,
	                       N,
	                       { 0.6, 0 },
	                       { 0, 4 },
	                       { 4 + HEAD_NO_BLANK, 4 },
	                       { 6, 6 },
	                       { 6, 6 },
	                       { 2, 2 } },
	[LABEL_HEAD] = { { 1.2, 0.4 },
	                 N,
	                 N,
	                 { 1.2, 0.4 },
	                 { 2.5, 1 },
	                 { 0.1, 0.5 },
	                 { 6, 6 },
	                 { 3, 3 },
	                 { 0, 0 } },
	[LABEL_SIGNATURE] = { { 5.5, 3.6 },
	                      N,
	                      N,
	                      { 5.5, 3.6 },
	                      { 2.5, 1 },
	                      { 4 + HEAD_NO_BLANK, 4 },
	                      { 0.1, 0.1 },
	                      { 0, 0 },
	                      { 2, 2 } },
	[LABEL_DATE] = { { 2.5, 0.6 },
	                 N,
	                 N,
	                 { 2.5, 0.6 },
	                 { 2.5, 1 },
	                 { 0.5 + HEAD_NO_BLANK, 0.5 },
	                 { 2.5, 2.5 },
	                 { 5, 5 },
	                 { 2, 2 } },
	[LABEL_JUMP] = { { 2.5, 0.6 },
	                 N,
	                 N,
	                 { 2.5, 0.6 },
	                 { 2.5, 1 },
	                 { 0.5 + HEAD_NO_BLANK, 0.5 },
	                 { 6, 6 },
	                 { 4, 4 },
	                 { 2, 2 } },
};
#undef N

static bool is_open(enum label label)
{
	return label == LABEL_FIRST || label == LABEL_MIDDLE;
}

static bool is_end(enum label label)
{
	return label == LABEL_LAST || label == LABEL_SINGLE;
}

double price_end(enum label label)
{
	return is_open(label) ? END_OPEN : 0;
}

double price_step(enum label a, enum label b, bool same_measure,
                  const struct printed *line, const struct facts *prev)
{
	double cost =
		line->blank ? step_costs[a][b].blank : step_costs[a][b].tight;

	if (cost >= PRICE_NEVER)
		return PRICE_NEVER;
	if (is_open(a)) {
		if (!same_measure)
			return PRICE_NEVER;
		if (line->blank)
			cost += prev->sentence ? JOIN_SENTENCE : JOIN_OPEN;
	} else if (is_end(a) && !same_measure &&
	           (b == LABEL_FIRST || b == LABEL_SINGLE)) {
		cost += line->blank ? MEASURE_BLANK : MEASURE_TIGHT;
	}
	if (a == LABEL_SALUTATION && b != LABEL_SALUTATION && !prev->colon)
		cost += SALUTE_UNCLOSED;
	return cost;
}
