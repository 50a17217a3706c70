/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/paragraphs.h"

#include "load/lines/line_end.h"
#include "load/place/column_edges.h"
#include "load/place/place_weights.h"

/* What is known of a line and of the one before it. */
struct paragraph_signs {
	bool plain; /* paragraphs begin flush on this page */
	bool latin; /* text is set ragged, or with hyphens */
	size_t indent_em;
	float set_in_em;   /* of the line */
	float before_em;   /* of the line before */
	float room_em;     /* behind the line before */
	float leading;     /* from it, in pitches; 0: in another column */
	enum line_end end; /* of the line before */
	bool drop_cap;
};

static struct paragraph_signs paragraphs_signs(const struct placing *placing,
                                               const struct paragraph_line *two)
{
	const struct placed_line *before = &placing->lines[two[0].line];
	const struct placed_line *line = &placing->lines[two[1].line];
	float pitch = placing->blocks[line->block].pitch;

	return (struct paragraph_signs){
		.plain = !placing->indent_em,
		.latin = line->latin,
		.indent_em = placing->indent_em,
		.set_in_em = column_set_in_em(line, placing->indent_em),
		.before_em = (before->begin - before->left) / before->em_pt,
		.room_em = column_room_em(before),
		.leading = two[0].column == two[1].column && pitch > 0
		                   ? (line->t - before->t) / pitch
		                   : 0,
		.end = line_end_of(buf_str(&before->text), before->latin),
		.drop_cap = line->drop_cap,
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

/* The signs of where the line before ends. */
static float paragraphs_by_room(const struct paragraph_signs *signs)
{
	if (signs->room_em > PARA_SHORT_EM)
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

static bool paragraphs_begin(const struct placing *placing,
                             const struct paragraph_line *two, bool second)
{
	struct paragraph_signs signs = paragraphs_signs(placing, two);
	float sum;

	if (signs.drop_cap || paragraphs_are_apart(&signs, second))
		return true;
	sum = paragraphs_by_indent(&signs) + paragraphs_by_room(&signs) +
	      paragraphs_by_end(&signs);
	if (signs.leading > PARA_LEADING && signs.leading < PARA_LEADING_MOST)
		sum += PARA_LED;
	return sum > 0;
}

void paragraphs_find(const struct placing *placing,
                     struct paragraph_line *lines, size_t count)
{
	for (size_t i = 0; i < count; i++)
		lines[i].begins =
			i == 0 ||
			paragraphs_begin(placing, &lines[i - 1], i == 1);
}
