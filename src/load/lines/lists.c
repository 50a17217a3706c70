/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/lists.h"

#include "base/hash.h"
#include "base/mem.h"
#include "load/lines/list_mark.h"
#include "load/lines/printed_line.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define ITEM_LINES    10 /* no item of a list has more */
#define PLAIN_ITEMS   3  /* so many items need no colon and no commas */
#define PLAIN_LINES   3  /* if none of them has more lines */
#define UNDER_LINES   40 /* of a list under a colon */
#define UNDER_LEAST   2
#define AROUND_LINES  8   /* in which the full width of a column shows */
#define WIDE_SHARE    3   /* one line in so many is as wide as the column */
#define SHORT_EM      1.5 /* a line with so much room is short */
#define ROOM_EM       .5  /* behind the next word, which would have fitted */
#define SPEAKER_BYTES 32  /* in which the colon stands */
#define SPEAKER_CHARS 7   /* of a name before a colon */

/* The lines of a page with their marks. */
struct list_finder {
	struct printed_lines *lines;
	struct list_mark *marks; /* owned; one for each line */
};

static struct printed_line *lists_line(const struct list_finder *finder,
                                       size_t i)
{
	return &finder->lines->items[i];
}

static bool lists_has(const struct list_finder *finder, size_t i)
{
	return i < finder->lines->count &&
	       lists_line(finder, i)->aside == ASIDE_NONE;
}

static int lists_by_width(const void *a, const void *b)
{
	double one = *(const double *)a, two = *(const double *)b;

	return one > two ? -1 : one < two;
}

/* The width of the column in which line `i` stands: so wide are the lines around it, but for
 * a few headlines and those that end a paragraph. */
static double lists_measure_em(const struct list_finder *finder, size_t i)
{
	double widths_em[2 * AROUND_LINES + 1];
	size_t first = i > AROUND_LINES ? i - AROUND_LINES : 0, count = 0;

	for (size_t at = first;
	     at < finder->lines->count && at <= i + AROUND_LINES; at++) {
		const struct printed_line *line = lists_line(finder, at);

		if (line->aside == ASIDE_NONE)
			widths_em[count++] = line->lo_em + line->indent_em;
	}
	qsort(widths_em, count, sizeof *widths_em, lists_by_width);
	return count ? widths_em[count / WIDE_SHARE] : 0;
}

/* Did line `i` end before its column did?  Lines of words end where the next word would not
 * fit. */
static bool lists_is_short(const struct list_finder *finder, size_t i,
                           double measure_em)
{
	const struct printed_line *line = lists_line(finder, i);
	double least_em =
		finder->lines->latin ? line->next_em + ROOM_EM : SHORT_EM;

	return measure_em - line->hi_em - line->indent_em >= least_em;
}

/* The line of the item behind that at line `i`; NPOS: it is the last one. */
static size_t lists_next_item(const struct list_finder *finder, size_t i)
{
	const struct list_mark *mark = &finder->marks[i];

	for (size_t at = i + 1; lists_has(finder, at) && at - i <= ITEM_LINES;
	     at++) {
		const struct list_mark *next = &finder->marks[at];

		if (next->form == mark->form &&
		    (!mark->number || next->number == mark->number + 1))
			return at;
		if (lists_line(finder, at)->blank)
			return NPOS;
	}
	return NPOS;
}

/* Had the line before line `i` to end, because that is set in, stands apart, or would have
 * fitted behind it in part? */
static bool lists_is_forced(const struct list_finder *finder, size_t i)
{
	const struct printed_line *line = lists_line(finder, i), *last;

	if (!i || !lists_has(finder, i - 1) || line->blank)
		return true;
	last = lists_line(finder, i - 1);
	return line->indent_em > 0 ||
	       last->hi_em + last->indent_em + last->next_em <=
	               lists_measure_em(finder, i);
}

/* What the items of a list that begins at a line look like. */
struct list_look {
	size_t count;      /* of items */
	size_t semicolons; /* of items that end in one */
	size_t forced;     /* items before which the line must end */
	size_t last;       /* line of the last item */
	size_t lines;      /* of the longest item but the last */
	bool has_blanks;   /* a blank line stands before an item */
};

static struct list_look lists_look(const struct list_finder *finder,
                                   size_t first)
{
	struct list_look look = { .count = 1,
		                  .forced = lists_is_forced(finder, first),
		                  .last = first };
	size_t next;

	while ((next = lists_next_item(finder, look.last)) != NPOS) {
		look.count++;
		look.forced += lists_is_forced(finder, next);
		look.semicolons += char_in(
			char_last(lists_line(finder, next - 1)->text), "；;");
		look.has_blanks =
			look.has_blanks || lists_line(finder, next)->blank;
		if (next - look.last > look.lines)
			look.lines = next - look.last;
		look.last = next;
	}
	return look;
}

static bool lists_is_list(const struct list_finder *finder, size_t first,
                          const struct list_look *look)
{
	const struct list_mark *mark = &finder->marks[first];

	if (look->count < 2 || !look->forced ||
	    (mark->is_running && look->forced * 2 <= look->count))
		return false;
	if (first && lists_has(finder, first - 1) &&
	    lists_line(finder, first - 1)->end == END_COLON)
		return true;
	if (look->semicolons * 2 >= look->count)
		return true;
	return (mark->of_lists || mark->number == 1) &&
	       look->count >= PLAIN_ITEMS && look->lines <= PLAIN_LINES &&
	       !look->has_blanks;
}

/* The line behind the last item of a list, at line `last`. */
static size_t lists_last_end(const struct list_finder *finder, size_t last,
                             double measure_em)
{
	size_t end = last + 1;

	while (end - last < PLAIN_LINES && lists_has(finder, end) &&
	       !lists_line(finder, end)->blank &&
	       !lists_is_short(finder, end - 1, measure_em) &&
	       lists_line(finder, end - 1)->end != END_SENTENCE)
		end++;
	return end;
}

/* Lines [first, end) are an item. */
static void lists_set_item(const struct list_finder *finder, size_t first,
                           size_t end)
{
	for (size_t i = first; i < end; i++)
		lists_line(finder, i)->list =
			i == first ? LIST_ITEM : LIST_INSIDE;
	lists_line(finder, end - 1)->ends_item = true;
}

static void lists_find_marked(const struct list_finder *finder, size_t first)
{
	struct list_look look = lists_look(finder, first);
	double measure_em;
	size_t next;

	if (!lists_is_list(finder, first, &look))
		return;
	for (size_t i = first; i != look.last; i = next) {
		next = lists_next_item(finder, i);
		lists_set_item(finder, i, next);
	}
	measure_em = lists_measure_em(finder, look.last);
	next = lists_last_end(finder, look.last, measure_em);
	lists_set_item(finder, look.last, next);
	if (!lists_is_short(finder, next - 1, measure_em))
		lists_line(finder, next - 1)->ends_item = false;
}

/* Does a colon stand near the head of the text?  Asked of all lines. */
static bool lists_has_colon(struct str text)
{
	struct str head = text;

	if (head.len > SPEAKER_BYTES)
		head.len = SPEAKER_BYTES;
	return memchr(head.ptr, ':', head.len) ||
	       str_find(head, STR("："), 0) != NPOS;
}

/* The hash of the name before a colon at the head of a line; 0: there is none. */
static uint64_t lists_speaker(struct str text)
{
	uint64_t name = HASH_START;
	size_t chars = 0, at = 0;

	if (!lists_has_colon(text))
		return 0;
	while (at < text.len && chars <= SPEAKER_CHARS) {
		unsigned c = char_at(text, at, &at);

		if (char_in(c, "：:"))
			return chars ? name : 0;
		if (char_in(c, "，。；！？、,;!?（）()《》“”"))
			return 0;
		name = hash_add(name, c);
		chars += !char_is_space(c);
	}
	return 0;
}

/* The end of the item under a colon that begins at line `first`, behind `items` others on
 * `lines` lines: up to the next name and colon, if it begins with one; or it is one short
 * line, or its last line is short and ends in a comma.  `first`: there is none. */
static size_t lists_item_end(const struct list_finder *finder, size_t first,
                             size_t items, size_t lines, double measure_em)
{
	bool named = lists_has(finder, first) &&
	             lists_speaker(lists_line(finder, first)->text);
	size_t end = first;

	while (lists_has(finder, end) && end - first < PLAIN_LINES &&
	       (end == first || !lists_line(finder, end)->blank)) {
		const struct printed_line *line = lists_line(finder, end);

		if (named && end > first && lists_speaker(line->text))
			return end;
		if (lists_is_short(finder, end, measure_em))
			return end == first || named || line->end == END_COMMA
			               ? end + 1
			               : first;
		end++;
	}
	return named && items && items == lines ? first + 1 : first;
}

/* Is the list over behind line `i`: the last item ends a sentence, and those before it end
 * in commas? */
static bool lists_is_over(const struct list_finder *finder, size_t first,
                          size_t i)
{
	return i > first && lists_line(finder, i)->end == END_SENTENCE &&
	       lists_line(finder, i - 1)->end == END_COMMA;
}

/* May a list begin under the colon that ends a line?  Not where the sentence goes on in the
 * next line because the line was full. */
static bool lists_may_begin_under(const struct list_finder *finder,
                                  size_t colon, double measure_em)
{
	const struct printed_line *line = lists_line(finder, colon);
	const struct printed_line *next;
	double room_em = measure_em - line->hi_em - line->indent_em;

	if (!lists_has(finder, colon + 1) ||
	    printed_line_matches(line, CUE_SALUTED, NULL))
		return false;
	next = lists_line(finder, colon + 1);
	if (next->list ||
	    (next->blank && !printed_line_matches(line, CUE_ANNOUNCING, NULL)))
		return false;
	return room_em >= line->next_em || next->indent_em > line->indent_em;
}

static void lists_find_under(const struct list_finder *finder, size_t colon)
{
	size_t first = colon + 1, end = first, items = 0, next;
	double measure_em = lists_measure_em(finder, colon);

	if (!lists_may_begin_under(finder, colon, measure_em))
		return;
	while (lists_has(finder, end) && end - first < UNDER_LINES &&
	       (end == first || !lists_line(finder, end)->blank) &&
	       (next = lists_item_end(finder, end, items, end - first,
	                              measure_em)) > end) {
		end = next;
		items++;
		if (lists_is_over(finder, first, end - 1))
			break;
	}
	if (items < UNDER_LEAST)
		return;
	items = 0;
	for (size_t i = first; i < end; i = next) {
		next = lists_item_end(finder, i, items++, i - first,
		                      measure_em);
		lists_set_item(finder, i, next);
	}
}

struct speaker {
	uint64_t name;
	size_t line;
};

static int lists_by_name(const void *a, const void *b)
{
	const struct speaker *one = a, *two = b;

	if (one->name != two->name)
		return one->name < two->name ? -1 : 1;
	return one->line < two->line ? -1 : one->line > two->line;
}

/* Who speaks twice or more begins a paragraph each time. */
static void lists_find_speakers(const struct list_finder *finder)
{
	struct speaker *speakers =
		mem_alloc(finder->lines->count * sizeof *speakers);
	size_t count = 0, end;

	for (size_t i = 0; i < finder->lines->count; i++) {
		uint64_t name =
			lists_has(finder, i)
				? lists_speaker(lists_line(finder, i)->text)
				: 0;

		if (name)
			speakers[count++] = (struct speaker){ name, i };
	}
	qsort(speakers, count, sizeof *speakers, lists_by_name);
	for (size_t i = 0; i < count; i = end) {
		for (end = i + 1;
		     end < count && speakers[end].name == speakers[i].name;
		     end++)
			;
		for (size_t k = i; k < end && end - i > 1; k++)
			if (!lists_line(finder, speakers[k].line)->list)
				lists_line(finder, speakers[k].line)->list =
					LIST_ITEM;
	}
	free(speakers);
}

void lists_find(struct printed_lines *lines)
{
	struct list_finder finder = {
		.lines = lines,
		.marks = mem_alloc(lines->count * sizeof *finder.marks),
	};

	for (size_t i = 0; i < lines->count; i++)
		if (lists_has(&finder, i))
			finder.marks[i] = list_mark_read(&lines->items[i]);
	for (size_t i = 0; i < lines->count; i++)
		if (finder.marks[i].form && !lines->items[i].list)
			lists_find_marked(&finder, i);
	for (size_t i = 0; i < lines->count; i++)
		if (lines->items[i].end == END_COLON && lists_has(&finder, i) &&
		    !lines->items[i].list)
			lists_find_under(&finder, i);
	lists_find_speakers(&finder);
	free(finder.marks);
}
