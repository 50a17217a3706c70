/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/aside/captions.h"

#define ORNAMENTS     "◘▶▲●■◆★▼◀"
#define CAPTION_LINES 5 /* no caption has more lines */
#define SHORTER_BYTES                                                          \
 6                   /* a last line is shorter than the one before by these */
#define NAME_CHARS 6 /* no name of a photographer is longer */

/* Does a caption begin in the line: 图为…, or ornaments at both ends? */
static bool captions_begin(const struct printed_line *line)
{
	return printed_line_matches(line, CUE_CAPTION, NULL) ||
	       (printed_line_matches(line, CUE_BULLET, NULL) &&
	        char_in(char_last(line->text), ORNAMENTS) &&
	        char_count_printed(line->text) > 2);
}

/* Does a caption end in the line, with a name: …摄? */
static bool captions_end(const struct printed_line *line)
{
	return printed_line_matches(line, CUE_PICTURED, NULL);
}

/* Does another part of the page begin at line `i`? */
static bool captions_is_apart(const struct printed_lines *lines, size_t i)
{
	return i == 0 || i >= lines->count || lines->items[i].blank ||
	       lines->items[i].aside != ASIDE_NONE ||
	       lines->items[i - 1].aside != ASIDE_NONE;
}

/* The line behind the caption that begins at line `first`. */
static size_t captions_find_end(const struct printed_lines *lines, size_t first)
{
	size_t end = first + 1, most = first + CAPTION_LINES;

	if (!printed_line_matches(&lines->items[first], CUE_CAPTION, NULL))
		return end;
	for (size_t i = first; i < lines->count && i < most; i++) {
		if (i > first && captions_is_apart(lines, i))
			return i;
		if (captions_end(&lines->items[i])) {
			/* A name may go on on the next line. */
			end = i + 1;
			if (!captions_is_apart(lines, end) &&
			    char_count_printed(lines->items[end].text) <=
			            NAME_CHARS &&
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
static size_t captions_find_start(const struct printed_lines *lines,
                                  size_t last)
{
	size_t first = last, least = last >= CAPTION_LINES - 1
	                                     ? last - (CAPTION_LINES - 1)
	                                     : 0;

	while (first > least && !captions_is_apart(lines, first) &&
	       lines->items[first - 1].end != END_SENTENCE)
		first--;
	if (first == least && !captions_is_apart(lines, first) &&
	    lines->items[first - 1].end != END_SENTENCE)
		return NPOS;
	/* "… 摄" stands alone under the words of the caption. */
	if (first == last && !captions_is_apart(lines, first) && first > least)
		while (first > least && !captions_is_apart(lines, first))
			first--;
	return captions_is_apart(lines, first) || first == last ? first : NPOS;
}

/* Is line `i` the last one of its part of the page? */
static bool captions_is_last(const struct printed_lines *lines, size_t i)
{
	return captions_is_apart(lines, i + 1) ||
	       (i && lines->items[i].text.len + SHORTER_BYTES <=
	                     lines->items[i - 1].text.len);
}

void captions_find(struct printed_lines *lines)
{
	for (size_t i = 0; i < lines->count; i++) {
		size_t first = i;

		if (lines->items[i].aside != ASIDE_NONE)
			continue;
		if (captions_begin(&lines->items[i])) {
			printed_lines_set_aside(lines, i,
			                        captions_find_end(lines, i),
			                        ASIDE_CAPTION);
		} else if (captions_end(&lines->items[i]) &&
		           lines->items[i].end != END_SENTENCE &&
		           captions_is_last(lines, i)) {
			first = captions_find_start(lines, i);
			if (first != NPOS)
				printed_lines_set_aside(lines, first, i + 1,
				                        ASIDE_CAPTION);
		}
	}
}
