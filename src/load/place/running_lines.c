/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/running_lines.h"

#include "base/hash.h"
#include "load/lines/char_class.h"
#include "load/place/place_weights.h"

#include <math.h>
#include <unictype.h>

#define WORDS_LEAST 4  /* letters of a running head, at least */
#define WORDS_MOST  80 /* and at most */

/* What a block says, a hash of its letters; 0 if they are too few or too many. */
static uint64_t running_words(const struct placing *placing,
                              const struct placed_block *block)
{
	uint64_t words = HASH_START;
	size_t letters = 0;

	for (size_t i = 0; i < block->line_count; i++) {
		struct str text =
			buf_str(&placing->lines[block->lines[i]].text);

		for (size_t at = 0; at < text.len;) {
			unsigned c = char_at(text, at, &at);

			if (!uc_is_alpha(c))
				continue;
			words = hash_add(words, c);
			letters++;
		}
	}
	return letters < WORDS_LEAST || letters > WORDS_MOST ? 0 : words;
}

/* The top of a block that stands near the head or the foot of the page; < 0: it does
 * not. */
static float running_top(const struct placing *placing,
                         const struct placed_block *block)
{
	float height =
		placing->vertical ? placing->extent_s : placing->extent_t;
	float y0 = placing->vertical ? block->at.s0 : block->at.t0;
	float y1 = placing->vertical ? block->at.s1 : block->at.t1;

	return y1 < RUNNING_HIGH * height || y0 > RUNNING_LOW * height ? y0
	                                                               : -1;
}

static bool running_lines_have(const struct running_lines *lines,
                               struct running_line line)
{
	size_t count =
		lines->count < RUNNING_LINES ? lines->count : RUNNING_LINES;

	for (size_t i = 0; i < count; i++)
		if (lines->items[i].words == line.words &&
		    fabsf(lines->items[i].y - line.y) < RUNNING_SAME_PT)
			return true;
	return false;
}

void running_lines_find(struct running_lines *lines, struct placing *placing)
{
	struct running_lines before = *lines;

	for (size_t i = 0; i < placing->block_count; i++) {
		struct placed_block *block = &placing->blocks[i];
		struct running_line line;

		if (block->line_count > (size_t)RUNNING_BLOCK_LINES)
			continue;
		line.y = running_top(placing, block);
		line.words = line.y < 0 ? 0 : running_words(placing, block);
		if (!line.words)
			continue;
		if (running_lines_have(&before, line))
			block->kind = BLOCK_FURNITURE;
		if (!running_lines_have(lines, line))
			lines->items[lines->count++ % RUNNING_LINES] = line;
	}
}
