/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/aside/captions.h"

#include "load/lines/cues.h"

#define ORNAMENTS     "◘▶▲●■◆★▼◀"
#define CAPTION_LINES 5 /* no caption has more */
#define SHORTER_BYTES 6 /* than the line before: the last line of a text */
#define CAPTION_CHARS 6 /* before the name of who took it */

/* 图为…, or a line between two ornaments: ◀…▶. */
static bool begins(const struct printed_line *line)
{
	return cue_matches(CUE_CAPTION, line->text, NULL) ||
	       (cue_matches(CUE_BULLET, line->text, NULL) &&
	        char_in(char_last(line->text), ORNAMENTS) &&
	        char_count_printed(line->text) > 2);
}

static bool ends(const struct printed_line *line)
{
	return cue_matches(CUE_PICTURED, line->text, NULL);
}

/* Does something else begin at line `i`? */
static bool is_apart(const struct printed_lines *lines, size_t i)
{
	return i == 0 || i >= lines->count || lines->items[i].blank ||
	       lines->items[i].aside != ASIDE_NONE ||
	       lines->items[i - 1].aside != ASIDE_NONE;
}

/* The end of the caption that begins at line `first`. */
static size_t end_of(const struct printed_lines *lines, size_t first)
{
	size_t end = first + 1, most = first + CAPTION_LINES;

	if (!cue_matches(CUE_CAPTION, lines->items[first].text, NULL))
		return end;
	for (size_t i = first; i < lines->count && i < most; i++) {
		if (i > first && is_apart(lines, i))
			return i;
		if (ends(&lines->items[i])) {
			/* A name may go on on the next line. */
			end = i + 1;
			if (!is_apart(lines, end) &&
			    char_count_printed(lines->items[end].text) <=
			            CAPTION_CHARS &&
			    lines->items[end].end == END_OPEN)
				end++;
			return end;
		}
		if (lines->items[i].end == END_SENTENCE)
			end = i + 1;
	}
	return end;
}

/* The first line of the caption that ends at line `last`; NPOS if none. */
static size_t start_of(const struct printed_lines *lines, size_t last)
{
	size_t first = last, least = last >= CAPTION_LINES - 1
	                                     ? last - (CAPTION_LINES - 1)
	                                     : 0;

	while (first > least && !is_apart(lines, first) &&
	       lines->items[first - 1].end != END_SENTENCE)
		first--;
	if (first == least && !is_apart(lines, first) &&
	    lines->items[first - 1].end != END_SENTENCE)
		return NPOS;
	/* "… 摄" alone under what it tells. */
	if (first == last && !is_apart(lines, first) && first > least)
		while (first > least && !is_apart(lines, first))
			first--;
	return is_apart(lines, first) || first == last ? first : NPOS;
}

/* Does line `i` end what it is part of? */
static bool stops(const struct printed_lines *lines, size_t i)
{
	return is_apart(lines, i + 1) ||
	       (i && lines->items[i].text.len + SHORTER_BYTES <=
	                     lines->items[i - 1].text.len);
}

void captions_find(struct printed_lines *lines)
{
	for (size_t i = 0; i < lines->count; i++) {
		size_t first = i;

		if (lines->items[i].aside != ASIDE_NONE)
			continue;
		if (begins(&lines->items[i])) {
			printed_lines_set_aside(lines, i, end_of(lines, i),
			                        ASIDE_CAPTION);
		} else if (ends(&lines->items[i]) &&
		           lines->items[i].end != END_SENTENCE &&
		           stops(lines, i)) {
			first = start_of(lines, i);
			if (first != NPOS)
				printed_lines_set_aside(lines, first, i + 1,
				                        ASIDE_CAPTION);
		}
	}
}
