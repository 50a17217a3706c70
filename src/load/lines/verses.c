/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/verses.h"

#include "load/lines/printed_line.h"

#define NARROW_SHARE .6 /* of the width of a column */
#define WIDE_SHARE   3  /* one line in so many is as wide as a column */
#define WIDTHS       64 /* of lines in em; wider ones count as the last */
#define VERSE_LINES  4  /* under a byline or before another stanza, at least */
#define ALONE_LINES  5  /* of a poem without these */
#define STANZA_LINES 3  /* of its other stanzas */
#define VERSE_CHARS  3  /* of a line, at least */
#define INNER_MARKS  "，。；！？、：,.;!?:0123456789"

/* The width of the columns of the page: a third of its lines are as wide. */
static double verses_measure_em(const struct printed_lines *lines)
{
	size_t counts[WIDTHS] = { 0 }, wide = 0, em = WIDTHS;

	for (size_t i = 0; i < lines->count; i++) {
		double lo_em = lines->items[i].lo_em;

		counts[lo_em < WIDTHS ? (size_t)lo_em : WIDTHS - 1]++;
	}
	while (em && wide * WIDE_SHARE < lines->count)
		wide += counts[--em];
	return (double)em;
}

static bool verses_may_be(const struct printed_line *line, double measure_em)
{
	struct str text = line->text;

	if (line->aside != ASIDE_NONE || line->list || line->stacked ||
	    line->hi_em > NARROW_SHARE * measure_em ||
	    char_count_printed(text) < VERSE_CHARS)
		return false;
	/* The mark at the end of a line is one of its sense. */
	text.len = char_last_start(text);
	return !char_count_in(text, INNER_MARKS) && line->end != END_COLON &&
	       !printed_line_matches(line, CUE_BYLINE, NULL) &&
	       !printed_line_matches(line, CUE_SIGNED, NULL) &&
	       !printed_line_matches(line, CUE_JUMP_TO, NULL) &&
	       !printed_line_matches(line, CUE_JUMP_FROM, NULL) &&
	       !printed_line_matches(line, CUE_BULLET, NULL) &&
	       !printed_line_matches(line, CUE_ITEM, NULL);
}

/* Lines between two blank ones. */
struct verse_block {
	size_t first, end; /* all of it */
	size_t verses; /* where those begin that may be verses, up to the end */
	bool has_byline; /* the line before them names the writer */
};

/* Reads the block that begins at line `first`. */
static struct verse_block verses_read_block(const struct printed_lines *lines,
                                            size_t first, double measure_em)
{
	struct verse_block block = { .first = first, .end = first + 1 };

	while (block.end < lines->count && !lines->items[block.end].blank)
		block.end++;
	block.verses = block.end;
	while (block.verses > first &&
	       verses_may_be(&lines->items[block.verses - 1], measure_em))
		block.verses--;
	block.has_byline = block.verses > first && block.verses < block.end &&
	                   printed_line_matches(&lines->items[block.verses - 1],
	                                        CUE_BYLINE, NULL);
	return block;
}

/* Is the block a poem, or its first stanza?  `next`: the block behind it. */
static bool verses_is_poem(const struct verse_block *block,
                           const struct verse_block *next)
{
	size_t count = block->end - block->verses;
	bool goes_on = next->first == next->verses &&
	               next->end - next->verses >= STANZA_LINES;

	if (block->has_byline)
		return count >= VERSE_LINES;
	return block->verses == block->first &&
	       count >= (goes_on ? VERSE_LINES : ALONE_LINES);
}

static void verses_mark(struct printed_lines *lines, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		lines->items[i].verse = true;
}

/* Marks the poem whose first stanza is a block, and returns the line behind it.  The first
 * line of a block may be the title of the poem, if no line of its own stands above it. */
static size_t verses_mark_poem(struct printed_lines *lines,
                               struct verse_block block, double measure_em)
{
	bool titled = block.has_byline ||
	              (block.first >= 2 && lines->items[block.first - 1].blank);

	verses_mark(lines, block.verses + !titled, block.end);
	while (block.end < lines->count) {
		struct verse_block next =
			verses_read_block(lines, block.end, measure_em);

		if (next.first != next.verses ||
		    next.end - next.first < STANZA_LINES)
			break;
		verses_mark(lines, next.first, next.end);
		block = next;
	}
	return block.end;
}

void verses_find(struct printed_lines *lines)
{
	double measure_em = verses_measure_em(lines);
	size_t end;

	for (size_t i = 0; i < lines->count; i = end) {
		struct verse_block block =
			verses_read_block(lines, i, measure_em);
		struct verse_block next = { 0 };

		end = block.end;
		if (end - block.verses < VERSE_LINES)
			continue;
		if (end < lines->count)
			next = verses_read_block(lines, end, measure_em);
		if (verses_is_poem(&block, &next))
			end = verses_mark_poem(lines, block, measure_em);
	}
}
