/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/aside/running_heads.h"

#include "load/lines/furniture_words.h"

#define HEAD_LINES    8 /* so many lines of a page may be running heads */
#define FOOT_LINES    6 /* and so many running feet */
#define YEAR_FIRST    1800
#define YEAR_LAST     2200
#define REPUBLIC_YEAR 1911 /* the year before the first of the republic */

static void running_heads_set_aside(struct printed_lines *lines, size_t i)
{
	printed_lines_set_aside(lines, i, i + 1, ASIDE_FURNITURE);
}

/* Reads a date of the issue, unless one was read before. */
static void running_heads_read_day(struct running_heads *heads, struct str word)
{
	struct cue_match match;
	size_t year, month, day;

	if (heads->year || !cue_matches(CUE_DAY, word, &match))
		return;
	if (match.month && match.count == 2) {
		/* In English the day stands before the year. */
		day = match.numbers[0];
		month = match.month;
		year = match.numbers[1];
	} else if (match.count == 3) {
		year = match.numbers[0];
		month = match.numbers[1];
		day = match.numbers[2];
	} else {
		return;
	}
	if (cue_matches(CUE_REPUBLIC, word, NULL))
		year += REPUBLIC_YEAR;
	if (year < YEAR_FIRST || year > YEAR_LAST || month < 1 || month > 12 ||
	    day < 1 || day > 31)
		return;
	heads->year = year;
	heads->month = month;
	heads->day = day;
}

static void running_heads_read_line(struct running_heads *heads,
                                    struct str line)
{
	/* Of several numbers none is known to be that of the page. */
	bool numbered = furniture_count_words(line).count[CUE_NUMBER] == 1;
	struct cue_match match;
	struct str word;
	size_t at = 0;

	while ((word = furniture_next_word(line, &at)).len) {
		enum cue cue = furniture_cue(word);

		/* A bilingual head has the name in Latin letters as well. */
		if (cue == CUE_PAPER &&
		    (!heads->paper.len || (char_first(heads->paper) < 0x80 &&
		                           char_is_cjk(char_first(word)))))
			heads->paper = word;
		running_heads_read_day(heads, word);
		if ((cue != CUE_FOLIO && (cue != CUE_NUMBER || !numbered)) ||
		    heads->number || !cue_matches(cue, word, &match))
			continue;
		heads->number = cue_number(&match);
		if (cue == CUE_FOLIO)
			heads->label = word;
	}
}

/* Is line `i` between two blank lines?  Furniture may stand under an advert. */
static bool running_heads_stands_alone(const struct printed_lines *lines,
                                       size_t i)
{
	return lines->items[i].blank &&
	       (i + 1 == lines->count || lines->items[i + 1].blank);
}

void running_heads_read(struct running_heads *heads,
                        const struct printed_lines *lines)
{
	*heads = (struct running_heads){ 0 };
	for (size_t i = 0; i < lines->count; i++)
		if (lines->items[i].aside == ASIDE_FURNITURE)
			running_heads_read_line(heads, lines->items[i].text);
}

void running_heads_find(struct running_heads *heads,
                        struct printed_lines *lines)
{
	size_t head = 0, foot = lines->count;

	while (head < lines->count && head < HEAD_LINES &&
	       furniture_is_at_edge(lines->items[head].text, false, head == 0))
		running_heads_set_aside(lines, head++);
	for (size_t i = head; i < lines->count && i < HEAD_LINES; i++)
		if (running_heads_stands_alone(lines, i) &&
		    furniture_is_at_edge(lines->items[i].text, false, false))
			running_heads_set_aside(lines, i);
	while (foot > head && lines->count - foot < FOOT_LINES &&
	       furniture_is_at_edge(lines->items[foot - 1].text, true,
	                            foot == lines->count))
		running_heads_set_aside(lines, --foot);
	for (size_t i = head; i < foot; i++)
		if (furniture_is_inside(lines->items[i].text))
			running_heads_set_aside(lines, i);
	running_heads_read(heads, lines);
}

void running_heads_peek(struct running_heads *heads, const struct issue *issue,
                        size_t page)
{
	struct printed_lines lines;

	printed_lines_init_ends(&lines, issue, page, HEAD_LINES, FOOT_LINES);
	running_heads_find(heads, &lines);
	printed_lines_release(&lines);
}

enum role running_head_role(struct str line)
{
	struct furniture_words words = furniture_count_words(line);

	if (words.count[CUE_EDITOR])
		return ROLE_EDITOR;
	if (words.count[CUE_PAPER])
		return ROLE_MASTHEAD;
	if (words.count[CUE_FOLIO] || words.count[CUE_NUMBER])
		return ROLE_FOLIO;
	return words.count[CUE_DAY] || words.count[CUE_FURNITURE]
	               ? ROLE_EDITION_DATE
	               : ROLE_FURNITURE;
}
