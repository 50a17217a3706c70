/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/line_cost.h"

#include "load/label/column_width.h"
#include "load/lines/cues.h"

#include <math.h>

#define W(name, value) static const double name = value
#include "load/label/line_cost_table.inc"
#undef W

#define NAME_CHARS 4

struct line_features line_features_of(const struct printed_line *line)
{
	struct str text = line->text;
	unsigned last = char_last(text);
	size_t letters = char_count_printed(text);
	bool greets = cue_matches(CUE_SALUTED, text, NULL);
	bool from = cue_matches(CUE_JUMP_FROM, text, NULL);
	size_t brackets = char_count_in(text, "（）()");
	bool jump = from || cue_matches(CUE_JUMP_TO, text, NULL);

	return (struct line_features){
		.date = cue_matches(CUE_DATE, text, NULL),
		.jump = jump,
		.jump_from = from,
		.dateline = cue_matches(CUE_DATELINE, text, NULL),
		.byline = cue_matches(CUE_BYLINE, text, NULL) &&
		          !char_count_in(text, "，。；！？0123456789"),
		.signed_by = !jump && (cue_matches(CUE_SIGNED, text, NULL) ||
		                       brackets == letters),
		.bracketed = brackets > 1 && brackets < letters &&
		             cue_matches(CUE_SIGNED, text, NULL),
		.closing = cue_matches(CUE_CLOSING, text, NULL),
		.saluted = (line->end == END_COLON && greets) ||
		           (line->end != END_OPEN &&
		            cue_matches(CUE_SALUTE, text, NULL)),
		.greets = greets,
		.announces = cue_matches(CUE_ANNOUNCING, text, NULL),
		.bullet = cue_matches(CUE_BULLET, text, NULL),
		.item = cue_matches(CUE_ITEM, text, NULL),
		.name = letters >= 2 && letters <= NAME_CHARS &&
		        line->end == END_OPEN && char_first(text) >= 0x2e80 &&
		        last != 0xff09 &&
		        !char_count_in(text, "，。：；“”、《》"),
		.commas = char_count_in(text, "，；,;"),
		.pauses = char_count_in(text, "、"),
		.paused = last == 0x3001,
		.exclaims = char_in(last, "！？!?"),
	};
}

void facts_look_ahead(struct line_features *facts,
                      const struct line_features *next)
{
	/* Of two names, one is a byline: the one that says so. */
	if (next->byline || next->bracketed)
		facts->name = false;
}

static double head_cost(const struct printed_line *line,
                        const struct line_features *facts)
{
	double cost = HEAD_BASE;

	if (line->end == END_SENTENCE && !facts->exclaims)
		cost += HEAD_SENTENCE;
	if (line->end == END_COMMA)
		cost += facts->paused ? HEAD_PAUSE_END : HEAD_OPEN_END;
	if (facts->pauses > 2)
		cost += HEAD_PAUSE * (double)(facts->pauses - 2);
	if (facts->commas > 1)
		cost += HEAD_COMMA * (double)(facts->commas - 1);
	if (line->end == END_COLON)
		cost += HEAD_COLON;
	if (facts->date || facts->jump || facts->dateline)
		cost += HEAD_CUE;
	if (facts->byline || facts->signed_by)
		cost += HEAD_BYLINE;
	if (line->hi_em < 2.5)
		cost += HEAD_SHORT;
	if (line->hi_em > HEAD_LONG_EM)
		cost += HEAD_LONG * (line->hi_em - HEAD_LONG_EM);
	return cost;
}

static double byline_cost(const struct line_features *facts, double name_cost)
{
	if (facts->byline)
		return BYLINE_CUE;
	if (facts->signed_by)
		return BYLINE_SIGNED;
	return facts->name ? name_cost : COST_NEVER;
}

static double signature_cost(const struct printed_line *line,
                             const struct line_features *facts)
{
	double cost = cue_matches(CUE_SIGNING, line->text, NULL) ? SIGN_WORD
	                                                         : SIGN_BASE;

	if (line->end == END_SENTENCE || line->end == END_COLON ||
	    char_count_in(line->text, "。"))
		cost += SIGN_SENTENCE;
	if (line->hi_em > SIGN_LONG_EM)
		cost += SIGN_LONG * (line->hi_em - SIGN_LONG_EM);
	return cost + SIGN_COMMA * (double)facts->commas;
}

static double salutation_cost(const struct printed_line *line,
                              const struct line_features *facts,
                              double measure_em)
{
	double cost = SALUTE_BASE;

	if (facts->saluted)
		cost = SALUTE_WORDS;
	else if (facts->greets)
		cost = SALUTE_BEGUN;
	else if (line->end == END_COLON)
		cost = SALUTE_COLON;
	else if (line_is_full(line, measure_em))
		cost = SALUTE_FULL;

	cost += SALUTE_MARK * (double)facts->commas +
	        SALUTE_PAUSE * (double)facts->pauses;
	if (facts->date || facts->jump)
		cost += CUE_AS_TEXT;
	if (line->end == END_SENTENCE)
		cost += SALUTE_SENTENCE;
	if (facts->announces)
		cost += SALUTE_ANNOUNCING;
	if (line_overflow_em(line, measure_em) > 0)
		cost += SALUTE_WIDE;
	return cost;
}

static double verse_cost(const struct printed_line *line,
                         const struct line_features *facts)
{
	double cost = VERSE_BASE +
	              VERSE_COMMA * (double)(facts->commas + facts->pauses);

	if (line->end == END_SENTENCE)
		cost += VERSE_SENTENCE;
	if (facts->dateline || facts->date || facts->jump || facts->byline ||
	    facts->signed_by)
		cost += VERSE_DATELINE;
	if (line->hi_em > VERSE_WIDE_EM)
		cost += VERSE_WIDE * (line->hi_em - VERSE_WIDE_EM);
	return cost;
}

static double quote_cost(const struct printed_line *line,
                         const struct line_features *facts)
{
	double cost = QUOTE_BASE;

	if (facts->byline || facts->date || facts->dateline || facts->jump)
		cost += QUOTE_CUE;

	if (line->hi_em > QUOTE_WIDE_EM)
		cost += QUOTE_WIDE * (line->hi_em - QUOTE_WIDE_EM);
	return cost;
}

static double overflow_cost(const struct printed_line *line, double measure_em)
{
	double over_em = line_overflow_em(line, measure_em);

	return over_em > 0 ? OVERFLOW_BASE + OVERFLOW_EM * over_em : 0;
}

/* A measure is known to half an em: how sure it is that there was room, when
 * the next unit would just have gone into the line. */
static double sureness(const struct printed_line *line, double measure_em)
{
	double room_em = measure_em - line->hi_em - line->next_em;

	return fmin(1, (room_em + SLACK_UNSURE_EM) / (3 * SLACK_UNSURE_EM));
}

/* What the width of a line costs in a paragraph of this measure. */
static double width_cost(const struct printed_line *line, double measure_em,
                         double slack_base)
{
	double slack_em = line_slack_em(line, measure_em);
	double stretch_em = line_stretch_em(line, measure_em);
	double cost = overflow_cost(line, measure_em);

	if (cost == 0 && line->steady > 1 && slack_em >= AROUND_EM)
		return AROUND + AROUND_BEGUN / (double)line->steady;
	if (cost == 0 && slack_em >= SLACK_MIN_EM)
		cost += slack_base * sureness(line, measure_em) +
		        SLACK_EACH_EM * fmin(SLACK_MOST_EM, slack_em);
	if (stretch_em > STRETCH_FREE_EM)
		cost += STRETCH_EM * (stretch_em - STRETCH_FREE_EM);
	return cost;
}

/* The cheapest indent of a first line, and what it and the width cost. */
static double indented_cost(const struct printed_line *line,
                            const struct priors *priors, double measure_em,
                            enum indent *best)
{
	double least = COST_NEVER;

	for (int i = 0; i < INDENT_COUNT; i++) {
		double em = measure_em - indent_width_em((enum indent)i);
		double cost =
			priors->indent[i] + width_cost(line, em, SLACK_FIRST);

		if (cost < least) {
			least = cost;
			*best = (enum indent)i;
		}
	}
	return least;
}

enum indent price_indent(const struct printed_line *line,
                         const struct priors *priors, double measure_em)
{
	enum indent best = INDENT_TWO;

	indented_cost(line, priors, measure_em, &best);
	return best;
}

static double first_cost(const struct printed_line *line,
                         const struct line_features *facts,
                         const struct priors *priors, double measure_em)
{
	enum indent indent;
	double cost = FIRST_BASE +
	              indented_cost(line, priors, measure_em, &indent) +
	              priors->inner[line->end];

	if (facts->dateline)
		cost += FIRST_DATELINE;
	return cost;
}

static double last_cost(const struct printed_line *line,
                        const struct priors *priors, double measure_em)
{
	double cost = LAST_BASE + overflow_cost(line, measure_em) +
	              priors->last[line->end];

	return cost + (line->hi_em + 0.01 >= measure_em - 0.5 ? LAST_FULL : 0);
}

static double text_cost(const struct printed_line *line,
                        const struct line_features *facts,
                        const struct priors *priors, enum label label,
                        double measure_em)
{
	bool first = label == LABEL_FIRST || label == LABEL_SINGLE;
	double cost = priors->kept[first ? PLACE_FIRST : PLACE_LATER]
	                          [line->indent_em > 0];

	if (facts->date || facts->jump)
		cost += CUE_AS_TEXT;
	if (facts->bullet)
		cost += first ? FIRST_BULLET : LATER_BULLET;
	if (facts->item)
		cost += first ? FIRST_ITEM : LATER_ITEM;
	switch (label) {
	case LABEL_FIRST:
		return cost + first_cost(line, facts, priors, measure_em);
	case LABEL_MIDDLE:
		return cost + width_cost(line, measure_em, SLACK_BASE) +
		       priors->inner[line->end];
	case LABEL_LAST:
		return cost + last_cost(line, priors, measure_em);
	default:
		return cost + priors->single[1] + priors->last[line->end] +
		       overflow_cost(line, measure_em);
	}
}

double line_cost(const struct printed_line *line,
                 const struct line_features *facts, const struct priors *priors,
                 enum label label, double measure_em)
{
	switch (label) {
	case LABEL_INSET:
		return fmin(head_cost(line, facts),
		            facts->byline ? BYLINE_CUE : COST_NEVER);
	case LABEL_HEAD:
	case LABEL_RESUMED:
	case LABEL_SUBHEAD:
		return head_cost(line, facts);
	case LABEL_BYLINE:
		return byline_cost(facts, BYLINE_NAME);
	case LABEL_SIGNED:
		return byline_cost(facts, SIGNED_NAME);
	case LABEL_SIGNATURE:
		return signature_cost(line, facts);
	case LABEL_CLOSING:
		return facts->closing ? CUE_SAYS_SO : COST_NEVER;
	case LABEL_DATE:
		return facts->date ? CUE_SAYS_SO : COST_NEVER;
	case LABEL_JUMP:
		return facts->jump ? CUE_SAYS_SO : COST_NEVER;
	case LABEL_VERSE:
		return verse_cost(line, facts);
	case LABEL_QUOTE:
		return quote_cost(line, facts);
	case LABEL_SALUTATION:
		return salutation_cost(line, facts, measure_em);
	default:
		return text_cost(line, facts, priors, label, measure_em);
	}
}
