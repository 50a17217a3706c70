/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/ends.h"

#include "load/chars.h"
#include "load/cues.h"

#define AFTER_END "”’」』）)】》〕］ "
#define ENDING    "。！？!?…"
#define COMMAS    "，、；,;"
#define CLOSES    "）)】〕］]"
/* A remark in brackets: what stands before it, what does not stand in it, and
 * how long it may be to be no more than a name. */
#define CLOSED_BY    "。！？、"
#define INNER_MARKS  "，。；！？、"
#define REMARK_CHARS 12

/* Without closing quotes and brackets at its end. */
static struct str bare_end(struct str text)
{
	while (text.len && char_in(last_char(text), AFTER_END))
		text.len = last_start(text);
	return text;
}

/* All of it in brackets, and too long for a name. */
static bool is_remark(struct str text)
{
	return char_in(first_char(text), "（(") &&
	       count_letters(text) > REMARK_CHARS &&
	       count_chars(text, CLOSES) == 1;
}

/* Does a remark in brackets close the text: the writer's name behind a full
 * stop, or a word on what follows? */
static bool is_closed(struct str text)
{
	size_t open = text.len;
	struct str remark, before;

	if (!text.len || !char_in(last_char(text), CLOSES))
		return false;
	if (is_remark(text))
		return true;
	for (size_t chars = 0; chars < REMARK_CHARS; chars++) {
		struct str left = str_slice(text, 0, open);

		if (!left.len)
			return false;
		open = last_start(left);
		if (char_in(last_char(left), "（(【〔［["))
			break;
	}
	remark = str_slice(text, open, text.len);
	before = bare_end(str_slice(text, 0, open));
	return cue_matches(CUE_REMARK, remark, NULL) ||
	       (before.len && char_in(last_char(before), CLOSED_BY) &&
	        char_opens(first_char(remark)) &&
	        !count_chars(remark, INNER_MARKS));
}

enum line_end line_end_of(struct str text, bool latin)
{
	if (is_closed(text))
		return END_SENTENCE;
	text = bare_end(text);
	if (!text.len)
		return END_OPEN;
	if (char_in(last_char(text), ENDING) ||
	    (latin && last_char(text) == '.'))
		return END_SENTENCE;
	if (char_in(last_char(text), COMMAS))
		return END_COMMA;
	return char_in(last_char(text), "：:") ? END_COLON : END_OPEN;
}

bool ends_sentence(struct str text)
{
	return line_end_of(text, false) == END_SENTENCE;
}

/* The change of depth that a character makes in the brackets a remark has. */
static int depth_step(unsigned c)
{
	return char_in(c, "（(《〔") ? 1 : char_in(c, "）)》〕") ? -1 : 0;
}

int brackets_after(struct str text, int depth)
{
	for (size_t at = 0; at < text.len && depth >= 0;)
		depth += depth_step(char_at(text, at, &at));
	return depth;
}
