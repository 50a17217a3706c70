/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/block_text.h"

#include "base/mem.h"
#include "load/lines/char_class.h"
#include "load/lines/cues.h"

#define CUE_LINES 4 /* no jump line or byline has more lines */

void block_text_add(const struct placing *placing,
                    const struct placed_block *block, struct buf *text)
{
	for (size_t i = 0; i < block->line_count; i++) {
		struct str line =
			buf_str(&placing->lines[block->lines[i]].text);

		if (!line.len)
			continue;
		if (text->len && !char_is_cjk(char_last(buf_str(text))) &&
		    !char_is_cjk(char_first(line)))
			buf_add_byte(text, ' ');
		buf_add(text, line);
	}
}

/* Does the text of a block match one of two cues? */
static bool block_matches(const struct placing *placing,
                          const struct placed_block *block, enum cue one,
                          enum cue two)
{
	struct buf text;
	bool matches;

	if (block->line_count > CUE_LINES)
		return false;
	buf_init(&text);
	block_text_add(placing, block, &text);
	matches = cue_matches(one, buf_str(&text), NULL) ||
	          cue_matches(two, buf_str(&text), NULL);
	buf_release(&text);
	return matches;
}

bool block_is_jump(const struct placing *placing,
                   const struct placed_block *block)
{
	return block_matches(placing, block, CUE_JUMP_TO, CUE_JUMP_FROM);
}

bool block_is_byline(const struct placing *placing,
                     const struct placed_block *block)
{
	return block_matches(placing, block, CUE_BYLINE, CUE_SIGNED);
}

size_t block_line_at(const struct placing *placing,
                     const struct placed_block *block, float t)
{
	size_t at;

	ARRAY_FIND(at, block->line_count,
	           placing->lines[block->lines[at]].t < t);
	return at;
}
