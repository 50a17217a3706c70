/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/lines.h"

#include "base/mem.h"
#include "load/place/char_kind.h"
#include "load/place/place_weights.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LATIN_LAST     0x24f /* of Latin Extended-B */
#define CLIMB_LEAST    3     /* characters of a line that climbs by its order */
#define LETTERS_SPACED 2     /* spaces of a line that may be spaced out */

/* ------------------------------------------------------------------------- type */

static int compare_floats(const void *a, const void *b)
{
	float x = *(const float *)a, y = *(const float *)b;

	return (x > y) - (x < y);
}

static int compare_codes(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* The median size of the characters of a line. */
static float median_em(const struct placed_line *line,
                       const struct frame_char *chars)
{
	float first = chars[line->chars[0]].em_pt, median;
	float *sizes;
	size_t i = 1;

	while (i < line->char_count && chars[line->chars[i]].em_pt == first)
		i++;
	if (i == line->char_count)
		return first;
	sizes = mem_alloc(line->char_count * sizeof *sizes);
	for (i = 0; i < line->char_count; i++)
		sizes[i] = chars[line->chars[i]].em_pt;
	qsort(sizes, line->char_count, sizeof *sizes, compare_floats);
	median = sizes[line->char_count / 2];
	free(sizes);
	return median;
}

/* The most frequent of `count` numbers, which are sorted; of equally frequent ones the
 * smallest. */
static uint32_t most_frequent(uint32_t *numbers, size_t count)
{
	uint32_t best = numbers[0];
	size_t best_count = 0;

	qsort(numbers, count, sizeof *numbers, compare_codes);
	for (size_t start = 0, end; start < count; start = end) {
		for (end = start; end < count; end++)
			if (numbers[end] != numbers[start])
				break;
		if (end - start > best_count) {
			best = numbers[start];
			best_count = end - start;
		}
	}
	return best;
}

static uint32_t face_of(const struct page_char *c)
{
	return c->face;
}

static uint32_t colour_of(const struct page_char *c)
{
	return c->rgb;
}

/* What most characters of a line have. */
static uint32_t of_most(const struct placing *placing,
                        const struct placed_line *line,
                        uint32_t (*get)(const struct page_char *c))
{
	const struct page_char *chars = placing->chars->chars;
	uint32_t first = get(&chars[line->chars[0]]), most;
	uint32_t *numbers;
	size_t i = 1;

	while (i < line->char_count && get(&chars[line->chars[i]]) == first)
		i++;
	if (i == line->char_count)
		return first;
	numbers = mem_alloc(line->char_count * sizeof *numbers);
	for (i = 0; i < line->char_count; i++)
		numbers[i] = get(&chars[line->chars[i]]);
	most = most_frequent(numbers, line->char_count);
	free(numbers);
	return most;
}

static void set_type(struct placing *placing, const struct frame_char *chars,
                     struct placed_line *line)
{
	const struct page_chars *page = placing->chars;
	float mostly = LINE_MOSTLY * (float)line->char_count;
	size_t latin = 0, bold = 0;

	for (size_t i = 0; i < line->char_count; i++) {
		const struct page_char *c = &page->chars[line->chars[i]];

		latin += c->code <= LATIN_LAST;
		bold += c->bold;
	}
	line->em_pt = median_em(line, chars);
	line->face = of_most(placing, line, face_of);
	line->rgb = of_most(placing, line, colour_of);
	line->latin = (float)latin > mostly;
	line->bold = page->faces[line->face].bold || (float)bold > mostly;
}

/* ------------------------------------------------------------------------- text */

/* A quotation mark that is set on the full width, as beside Han: in it is white. */
static bool is_wide_quote(const struct frame_char *c)
{
	return c->code >= 0x2018 && c->code <= 0x201d &&
	       c->s1 - c->s0 > LINE_QUOTE_WIDE_EM * c->em_pt;
}

/* The room between two characters that are read one after the other, in either way. */
static float room_between(const struct frame_char *a,
                          const struct frame_char *b)
{
	return fmaxf(b->s0 - a->s1, a->s0 - b->s1);
}

/* The room between two characters of a line that may be a space. */
static bool may_be_space(const struct frame_char *a, const struct frame_char *b,
                         float em_pt)
{
	float room = room_between(a, b);

	return room > LINE_SPACE_WIDE_EM * em_pt ||
	       (room > LINE_SPACE_EM * em_pt && !a->han && !b->han);
}

/* What the characters of a line are spaced out by, in points: the median room between
 * them, as type is spread to fill a line or to look large. */
static float letter_space(const struct frame_char *chars,
                          const struct placed_line *line)
{
	size_t count = line->char_count - 1, spaces = 0;
	float *rooms, room;

	for (size_t i = 0; i < count; i++)
		spaces += may_be_space(&chars[line->chars[i]],
		                       &chars[line->chars[i + 1]], line->em_pt);
	if (count < LETTERS_SPACED || !spaces)
		return 0;
	rooms = mem_alloc(count * sizeof *rooms);
	for (size_t i = 0; i < count; i++)
		rooms[i] = room_between(&chars[line->chars[i]],
		                        &chars[line->chars[i + 1]]);
	qsort(rooms, count, sizeof *rooms, compare_floats);
	room = rooms[count / 2];
	free(rooms);
	return fmaxf(room, 0);
}

/* The space between two characters of a line: ' ', U+3000, or 0 for none.  `spaced_pt` is
 * what its type is spaced out by. */
static uint32_t space_between(const struct placing *placing,
                              const struct frame_char *chars, size_t before,
                              size_t at, float em_pt, float spaced_pt)
{
	const struct frame_char *a = &chars[before], *b = &chars[at];
	const struct page_char *c = &placing->chars->chars[at];
	float room = room_between(a, b), gap = room - spaced_pt;
	bool western = char_is_western(a->code) && char_is_western(b->code);

	if (c->space && room > LINE_SPACE_SAID_EM * em_pt && western &&
	    c->order == placing->chars->chars[before].order + 1)
		return ' ';
	/* Letters of wide type are spaced out by more, as they are narrower. */
	if (gap > LINE_SPACE_EM * em_pt && !(a->han && b->han) &&
	    ((western && !is_wide_quote(b) &&
	      spaced_pt < LINE_SPACED_EM * em_pt) ||
	     gap > LINE_SPACE_WIDE_EM * em_pt))
		return ' ';
	return gap > LINE_SPACE_WIDE_EM * em_pt ? CHAR_IDEOGRAPHIC_SPACE : 0;
}

static void set_text(struct placing *placing, const struct frame_char *chars,
                     struct placed_line *line)
{
	float spaced_pt = letter_space(chars, line);

	buf_init(&line->text);
	buf_room(&line->text, line->char_count * 4);
	for (size_t i = 0; i < line->char_count; i++) {
		uint32_t space =
			i ? space_between(placing, chars, line->chars[i - 1],
		                          line->chars[i], line->em_pt,
		                          spaced_pt)
			  : 0;

		if (space)
			buf_add_uc(&line->text, space);
		buf_add_uc(&line->text, chars[line->chars[i]].code);
	}
}

/* ------------------------------------------------------------------------ place */

static void box_grow(struct page_box *box, struct page_box add)
{
	box->x0 = fminf(box->x0, add.x0);
	box->y0 = fminf(box->y0, add.y0);
	box->x1 = fmaxf(box->x1, add.x1);
	box->y1 = fmaxf(box->y1, add.y1);
}

static void set_place(struct placing *placing, const struct frame_char *chars,
                      struct placed_line *line)
{
	const struct frame_char *first = &chars[line->chars[0]];
	const struct frame_char *last =
		&chars[line->chars[line->char_count - 1]];
	double t = 0;

	line->vertical = first->vertical;
	line->s0 = first->s0;
	line->s1 = first->s1;
	line->begin = first->begin;
	line->finish = last->end;
	line->box = placing->chars->chars[line->chars[0]].box;
	for (size_t i = 0; i < line->char_count; i++) {
		const struct frame_char *c = &chars[line->chars[i]];

		line->s1 = fmaxf(line->s1, c->s1);
		t += (double)c->t;
		box_grow(&line->box, placing->chars->chars[line->chars[i]].box);
	}
	line->t = (float)(t / (double)line->char_count);
}

/* The line is read upwards: its letters are turned so, or stand so in the file. */
static bool line_climbs(const struct placing *placing,
                        const struct frame_char *chars,
                        const struct placed_line *line)
{
	const struct page_char *page = placing->chars->chars;
	float mostly = LINE_MOSTLY * (float)line->char_count;
	size_t up = 0, back = 0;
	bool han = false;

	if (!line->vertical)
		return false;
	for (size_t i = 0; i < line->char_count; i++) {
		size_t c = line->chars[i];

		up += page[c].turn == TURN_UP;
		back += i && page[c].order < page[line->chars[i - 1]].order;
		han = han || chars[c].han;
	}
	return (float)up > mostly || (line->char_count >= CLIMB_LEAST && !han &&
	                              (float)back > mostly);
}

static void turn_back(struct placed_line *line)
{
	for (size_t i = 0; i < line->char_count / 2; i++) {
		size_t swap = line->chars[i];

		line->chars[i] = line->chars[line->char_count - 1 - i];
		line->chars[line->char_count - 1 - i] = swap;
	}
}

static void add_line(struct placing *placing, const struct frame_char *chars,
                     const size_t *row, size_t count)
{
	struct placed_line *line = ARRAY_ADD(
		placing->lines, placing->line_count, placing->line_cap);

	assert(count);
	*line = (struct placed_line){
		.chars = mem_alloc(count * sizeof *line->chars),
		.char_count = count,
		.block = NPOS,
	};
	memcpy(line->chars, row, count * sizeof *row);
	set_place(placing, chars, line);
	set_type(placing, chars, line);
	if (line_climbs(placing, chars, line))
		turn_back(line);
	set_text(placing, chars, line);
}

static int compare_lines(const void *a, const void *b)
{
	const struct placed_line *x = a, *y = b;
	float order = x->t - y->t;

	if (order == 0)
		order = x->s0 - y->s0;
	if (order == 0)
		order = x->s1 - y->s1;
	if (order == 0)
		return str_compare(buf_str(&x->text), buf_str(&y->text));
	return (order > 0) - (order < 0);
}

void lines_add(struct placing *placing, const struct frame_char *chars,
               const struct rows *rows)
{
	size_t first = placing->line_count;

	for (size_t i = 0; i < rows->count; i++)
		add_line(placing, chars, rows->chars + rows->items[i].start,
		         rows->items[i].end - rows->items[i].start);
	if (rows->count)
		qsort(placing->lines + first, rows->count,
		      sizeof *placing->lines, compare_lines);
}
