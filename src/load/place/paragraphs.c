/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/paragraphs.h"

#include "load/lines/char_class.h"
#include "load/lines/line_end.h"
#include "load/place/column_edges.h"
#include "load/place/place_weights.h"

/* How a run of text is set, counted on its lines. */
struct paragraph_habits {
	bool ragged; /* lines end where the next word would not fit */
	bool led;    /* paragraphs have more room between them than lines */
};

/* What is known of a line and of the one before it. */
struct paragraph_signs {
	bool plain; /* paragraphs begin flush on this page */
	bool latin;
	bool drop_cap;
	size_t indent_em;
	float set_in_em; /* of the line */
	float before_em; /* of the line before */
	float room_em;   /* behind the line before */
	float word_em; /* the first word of the line, which had no room there */
	float leading; /* from it, in pitches; 0: in another column */
	enum line_end end; /* of the line before */
};

/* The width of the first word of a line; of Han one character. */
static float paragraphs_word_em(const struct placing *placing,
                                const struct placed_line *line)
{
	struct str text = buf_str(&line->text);
	size_t end = str_find(text, STR(" "), 0);
	size_t chars = char_count_printed(
		str_slice(text, 0, end == NPOS ? text.len : end));
	const struct page_box *last;

	if (!line->latin || !chars || chars > line->char_count)
		return 1;
	last = &placing->chars->chars[line->chars[chars - 1]].box;
	return (line->vertical ? last->y1 - line->box.y0
	                       : last->x1 - line->box.x0) /
	       line->em_pt;
}

/* From line to line, in pitches; 0 if they are of two columns. */
static float paragraphs_leading(const struct placing *placing,
                                const struct paragraph_line *two)
{
	const struct placed_line *before = &placing->lines[two[0].line];
	const struct placed_line *line = &placing->lines[two[1].line];
	float pitch = placing->blocks[line->block].pitch;

	return two[0].column == two[1].column && pitch > 0
	               ? (line->t - before->t) / pitch
	               : 0;
}

/* Is there more room between two lines than usual, but not that of an inset? */
static bool paragraphs_is_led(float leading)
{
	return leading > PARA_LEADING && leading < PARA_LEADING_MOST;
}

static struct paragraph_signs paragraphs_signs(const struct placing *placing,
                                               const struct paragraph_line *two)
{
	const struct placed_line *before = &placing->lines[two[0].line];
	const struct placed_line *line = &placing->lines[two[1].line];

	return (struct paragraph_signs){
		.plain = !placing->indent_em,
		.latin = line->latin,
		.indent_em = placing->indent_em,
		.set_in_em = column_set_in_em(line, placing->indent_em),
		.before_em = (before->begin - before->left) / before->em_pt,
		.room_em = column_room_em(before),
		.word_em = paragraphs_word_em(placing, line),
		.leading = paragraphs_leading(placing, two),
		.end = line_end_of(buf_str(&before->text), before->latin),
		.drop_cap = line->drop_cap,
	};
}

/* Counts how a run of text is set. */
static struct paragraph_habits
paragraphs_habits(const struct placing *placing,
                  const struct paragraph_line *lines, size_t count)
{
	size_t loose = 0, led = 0, led_ended = 0;

	for (size_t i = 1; i < count; i++) {
		const struct placed_line *before =
			&placing->lines[lines[i - 1].line];
		bool ended = line_end_of(buf_str(&before->text),
		                         before->latin) == END_SENTENCE;

		loose += before->latin && !ended &&
		         column_room_em(before) > PARA_LOOSE_EM;
		if (!paragraphs_is_led(
			    paragraphs_leading(placing, &lines[i - 1])))
			continue;
		led++;
		led_ended += ended;
	}
	return (struct paragraph_habits){
		.ragged = (float)loose > PARA_RAGGED * (float)count,
		.led = led >= PARA_LED_LEAST &&
		       (float)led_ended > PARA_LED_ENDED * (float)led,
	};
}

/* Is one of the lines set far to the right, as names and dates are? */
static bool paragraphs_are_apart(const struct paragraph_signs *signs,
                                 bool second)
{
	bool far = signs->before_em > PARA_FAR_EM;

	if (signs->set_in_em > PARA_FAR_EM)
		return signs->room_em > PARA_FAR_ROOM_EM || far;
	return far && !second && signs->room_em < PARA_FAR_SHORT_EM;
}

/* The signs of where the line begins. */
static float paragraphs_by_indent(const struct paragraph_signs *signs)
{
	float least = signs->latin ? PARA_SET_IN_LATIN_EM
	                           : PARA_SET_IN * (float)signs->indent_em;

	if (signs->plain)
		return 0;
	if (signs->set_in_em <= least)
		return PARA_FLUSH;
	return signs->set_in_em < PARA_FAR_EM ? PARA_INDENTED : PARA_FAR;
}

/* The signs of where the line before ends: whether what follows had room there. */
static float paragraphs_by_room(const struct paragraph_signs *signs,
                                const struct paragraph_habits *habits)
{
	float least =
		habits->ragged ? signs->word_em + PARA_SPACE_EM : PARA_SHORT_EM;

	if (signs->room_em > least)
		return signs->plain ? PARA_SHORT_PLAIN : PARA_SHORT;
	if (signs->room_em > PARA_LOOSE_EM && !signs->latin)
		return PARA_LOOSE;
	return signs->plain ? PARA_FULL_PLAIN : PARA_FULL;
}

/* The signs of how it ends. */
static float paragraphs_by_end(const struct paragraph_signs *signs)
{
	if (signs->end == END_SENTENCE)
		return PARA_ENDED;
	return signs->end == END_COLON ? PARA_COLON : PARA_OPEN;
}

/* The signs of the room between both lines. */
static float paragraphs_by_leading(const struct paragraph_signs *signs,
                                   const struct paragraph_habits *habits)
{
	if (paragraphs_is_led(signs->leading))
		return habits->led ? PARA_LED_USUAL : PARA_LED;
	return habits->led && signs->leading > 0 && signs->plain ? PARA_SOLID
	                                                         : 0;
}

static bool paragraphs_begin(const struct placing *placing,
                             const struct paragraph_habits *habits,
                             const struct paragraph_line *two, bool second)
{
	struct paragraph_signs signs = paragraphs_signs(placing, two);

	return signs.drop_cap || paragraphs_are_apart(&signs, second) ||
	       paragraphs_by_indent(&signs) +
	                       paragraphs_by_room(&signs, habits) +
	                       paragraphs_by_end(&signs) +
	                       paragraphs_by_leading(&signs, habits) >
	               0;
}

void paragraphs_find(const struct placing *placing,
                     struct paragraph_line *lines, size_t count)
{
	struct paragraph_habits habits =
		paragraphs_habits(placing, lines, count);

	for (size_t i = 0; i < count; i++)
		lines[i].begins =
			i == 0 || paragraphs_begin(placing, &habits,
		                                   &lines[i - 1], i == 1);
}
