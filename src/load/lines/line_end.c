/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/line_end.h"

#include "load/lines/char_class.h"
#include "load/lines/cues.h"

#define AFTER_END    "”’」』）)】》〕］\"' "
#define ENDING       "。！？!?…।॥؟۔"
#define COMMAS       "，、；,;،؛"
#define LATIN_AFTER  "“‘»«›‹" /* close quotations in some languages */
#define CLOSES       "）)】〕］]"
#define CLOSED_BY    "。！？、"     /* before a remark in brackets */
#define INNER_MARKS  "，。；！？、" /* no remark has one of these */
#define REMARK_CHARS 12             /* no name is longer */

/* The text without the closing quotation marks and brackets at its end. */
static struct str line_end_bare(struct str text, bool latin)
{
	while (text.len && (char_in(char_last(text), AFTER_END) ||
	                    (latin && char_in(char_last(text), LATIN_AFTER))))
		text.len = char_last_start(text);
	return text;
}

/* Is all of the text in brackets, and too long for a name? */
static bool line_end_is_remark(struct str text)
{
	return char_in(char_first(text), "（(") &&
	       char_count_printed(text) > REMARK_CHARS &&
	       char_count_in(text, CLOSES) == 1;
}

/* Does a remark in brackets close the text: the writer's name behind a full
 * stop, or how far the text goes? */
static bool line_end_has_remark(struct str text)
{
	size_t open = text.len;
	struct str remark, before;

	if (!text.len || !char_in(char_last(text), CLOSES))
		return false;
	if (line_end_is_remark(text))
		return true;
	for (size_t chars = 0; chars < REMARK_CHARS; chars++) {
		struct str left = str_slice(text, 0, open);

		if (!left.len)
			return false;
		open = char_last_start(left);
		if (char_in(char_last(left), "（(【〔［["))
			break;
	}
	remark = str_slice(text, open, text.len);
	before = line_end_bare(str_slice(text, 0, open), false);
	return cue_matches(CUE_REMARK, remark, NULL) ||
	       (before.len && char_in(char_last(before), CLOSED_BY) &&
	        char_opens(char_first(remark)) &&
	        !char_count_in(remark, INNER_MARKS));
}

enum line_end line_end_of(struct str text, bool latin)
{
	if (line_end_has_remark(text))
		return END_SENTENCE;
	text = line_end_bare(text, latin);
	if (!text.len)
		return END_OPEN;
	if (char_in(char_last(text), ENDING) ||
	    (latin && char_last(text) == '.'))
		return END_SENTENCE;
	if (char_in(char_last(text), COMMAS))
		return END_COMMA;
	return char_in(char_last(text), "：:") ? END_COLON : END_OPEN;
}

bool line_ends_sentence(struct str text)
{
	return line_end_of(text, false) == END_SENTENCE;
}

/* The change that a character makes to the number of open brackets. */
static int depth_step(unsigned c)
{
	return char_in(c, "（(《〔") ? 1 : char_in(c, "）)》〕") ? -1 : 0;
}

int line_brackets_after(struct str text, int depth)
{
	for (size_t at = 0; at < text.len && depth >= 0;)
		depth += depth_step(char_at(text, at, &at));
	return depth;
}
