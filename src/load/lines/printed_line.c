/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/printed_line.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "load/lines/cue_index.h"

#include <stdlib.h>
#include <unictype.h>

#define REMARK_LINES 6 /* brackets that stay open longer are a slip */
/* Marks that 禁则 keeps from the head of a line. */
#define NEVER_FIRST "，。、；：？！）》〉】〕］」』"

#define PAUSES_TIMES 2    /* 、 for one other mark, where it ends sentences */
#define NO_NEXT_EM   99   /* no line follows: nothing would have fitted */
#define EQUAL_EM     0.25 /* lines of one width differ by no more */
#define LOOSE_LINES  2    /* begin with a mark that 禁则 keeps from there */
#define LOOSE_SHARE  200  /* and are one line in so many, or more */
#define STACK_LINES  4    /* no fewer make a head that runs downwards */
#define STACK_DIGITS 4    /* digits or letters that stand upright in it */
#define LATIN_TIMES  4    /* so many letters for one ideograph */
#define SPACED_LINES 12   /* double spacing shows on no fewer */
#define SPACED_SHARE 20   /* and on all lines but one in so many */

static bool printed_lines_are_latin(const struct printed_lines *lines)
{
	size_t latin = 0, cjk = 0;

	for (size_t i = 0; i < lines->count; i++) {
		struct str text = lines->items[i].text;

		for (size_t at = 0; at < text.len;) {
			unsigned c = char_at(text, at, &at);

			cjk += c >= 0x2e80 && char_is_cjk(c);
			latin += char_is_alphabetic(c);
		}
	}
	return latin > LATIN_TIMES * cjk;
}

/* Is the page in double spacing: a blank line behind nearly each line, and most
 * lines end in mid sentence? */
static bool printed_lines_are_double_spaced(const struct printed_lines *lines)
{
	size_t spaced = 0, open = 0;

	for (size_t i = 1; i < lines->count; i++) {
		spaced += lines->items[i].blank;
		open += lines->items[i - 1].end != END_SENTENCE;
	}
	return lines->count >= SPACED_LINES && open * 2 > lines->count &&
	       (lines->count - spaced) * SPACED_SHARE <= lines->count;
}

static bool printed_line_is_blank(const struct issue *issue, size_t line)
{
	return !str_trim(issue->lines[line].text).len;
}

/* Adds those of the lines [start, end) that are not blank, but not more than
 * `most`; returns the line behind the last one looked at. */
static size_t printed_lines_add(struct printed_lines *lines,
                                const struct issue *issue, size_t start,
                                size_t end, size_t most)
{
	bool blank = !lines->count ||
	             (start && printed_line_is_blank(issue, start - 1));

	for (; start < end && most; start++) {
		struct str raw = issue->lines[start].text;
		struct str text = str_trim(raw);
		struct printed_line printed;

		if (!text.len) {
			blank = true;
			continue;
		}
		printed = (struct printed_line){ .line = start, .text = text };
		printed.indent_em = line_width_indent_em(raw, printed.text);
		printed.blank = blank || issue->lines[start].starts_block;
		printed.end = line_end_of(printed.text, false);
		*ARRAY_ADD(lines->items, lines->count, lines->cap) = printed;
		blank = false;
		most--;
	}
	return start;
}

void printed_lines_init(struct printed_lines *lines, const struct issue *issue,
                        size_t page)
{
	const struct range range = issue->pages[page].lines;

	*lines = (struct printed_lines){ 0 };
	printed_lines_add(lines, issue, range.start, range.end, SIZE_MAX);
	lines->latin = printed_lines_are_latin(lines);
	lines->metric = lines->latin ? LINE_METRIC_FACE : LINE_METRIC_SOLID;
	for (size_t i = 0; lines->latin && i < lines->count; i++)
		lines->items[i].end = line_end_of(lines->items[i].text, true);
	if (!printed_lines_are_double_spaced(lines))
		return;
	for (size_t i = 1; i < lines->count; i++)
		lines->items[i].blank =
			lines->items[i].line - lines->items[i - 1].line > 2 ||
			issue->lines[lines->items[i].line].starts_block;
}

void printed_lines_init_ends(struct printed_lines *lines,
                             const struct issue *issue, size_t page,
                             size_t head, size_t foot)
{
	const struct range range = issue->pages[page].lines;
	size_t first, last = range.end, more = 0;

	*lines = (struct printed_lines){ 0 };
	first = printed_lines_add(lines, issue, range.start, range.end, head);
	while (last > first && more < foot)
		more += !printed_line_is_blank(issue, --last);
	printed_lines_add(lines, issue, last, range.end, SIZE_MAX);
}

void printed_lines_rule_out_cues(struct printed_lines *lines,
                                 const struct cue_index *index)
{
	for (size_t i = 0; i < lines->count; i++)
		lines->items[i].not_cues =
			cue_index_rule_out(index, lines->items[i].text);
}

bool printed_line_matches(const struct printed_line *line, enum cue cue,
                          struct cue_match *match)
{
	return !(line->not_cues >> cue & 1) &&
	       cue_matches(cue, line->text, match);
}

size_t printed_lines_at(const struct printed_lines *lines, size_t line)
{
	size_t at;

	ARRAY_FIND(at, lines->count, lines->items[at].line < line);
	return at < lines->count && lines->items[at].line == line ? at : NPOS;
}

void printed_lines_set_aside(struct printed_lines *lines, size_t first,
                             size_t end, enum aside aside)
{
	for (size_t i = first; i < end; i++) {
		lines->items[i].aside = aside;
		lines->items[i].group = first + 1;
	}
}

void printed_lines_release(struct printed_lines *lines)
{
	free(lines->items);
	*lines = (struct printed_lines){ 0 };
}

/* Does the page not keep 禁则?  Then closing marks begin some of its lines. */
static bool printed_lines_are_loose(const struct printed_lines *lines)
{
	size_t closing = 0;

	for (size_t i = 0; i < lines->count; i++)
		closing +=
			char_in(char_first(lines->items[i].text), NEVER_FIRST);
	return closing >= LOOSE_LINES && closing * LOOSE_SHARE >= lines->count;
}

static bool printed_line_is_as_wide(const struct printed_line *a,
                                    const struct printed_line *b)
{
	return a->lo_em <= b->hi_em + EQUAL_EM &&
	       b->lo_em <= a->hi_em + EQUAL_EM;
}

static void printed_lines_find_equal_widths(struct printed_lines *lines)
{
	for (size_t first = 0, end; first < lines->count; first = end) {
		for (end = first + 1; end < lines->count; end++)
			if (lines->items[end].blank ||
			    !printed_line_is_as_wide(&lines->items[end - 1],
			                             &lines->items[end]))
				break;
		for (size_t i = first; i < end; i++)
			lines->items[i].equal_widths = end - first;
		for (size_t i = first; i + 1 < end; i++)
			lines->items[i].equal_next = true;
	}
}

/* Is the line one step of a text that runs downwards: a character, or a number or a
 * short word that stands upright in it? */
static bool printed_line_is_step(const struct printed_line *line)
{
	size_t count = char_count_printed(line->text);

	if (line->aside != ASIDE_NONE || count > STACK_DIGITS)
		return false;
	for (size_t at = 0; count > 1 && at < line->text.len;)
		if (!uc_is_alnum(char_at(line->text, at, &at)))
			return false;
	return count == 1 || char_last(line->text) < 0x250;
}

/* Marks heads that run downwards, which an extractor gives as a line for each
 * character. */
static void printed_lines_find_stacks(struct printed_lines *lines)
{
	for (size_t first = 0, end; first < lines->count; first = end) {
		size_t single = 0;

		for (end = first; end < lines->count &&
		                  printed_line_is_step(&lines->items[end]) &&
		                  (end == first || !lines->items[end].blank);
		     end++)
			single +=
				char_count_printed(lines->items[end].text) == 1;
		for (size_t i = first; i < end && single >= STACK_LINES; i++)
			lines->items[i].stacked = true;
		end += end == first;
	}
}

/* Marks the lines that begin in brackets which are closed soon. */
static void printed_lines_find_bracketed(struct printed_lines *lines)
{
	for (size_t i = 0; i < lines->count; i++) {
		int depth = line_brackets_after(lines->items[i].text, 0);
		size_t end = i + 1;

		while (depth > 0 && end < lines->count &&
		       end - i <= REMARK_LINES)
			depth = line_brackets_after(lines->items[end++].text,
			                            depth);
		if (depth)
			continue;
		for (size_t in = i + 1; in < end; in++)
			lines->items[in].bracketed = true;
		i = end - 1;
	}
}

void printed_lines_measure_widths(struct printed_lines *lines)
{
	lines->loose = printed_lines_are_loose(lines);
	for (size_t i = 0; i < lines->count; i++) {
		struct printed_line *printed = &lines->items[i];
		struct line_width width =
			line_width_of(printed->text, lines->metric);

		printed->lo_em = width.lo_em;
		printed->hi_em = width.hi_em;
		printed->ragged = lines->metric == LINE_METRIC_CHARS;
	}
}

/* Does 、 stand where other papers have commas and full stops? */
static bool printed_lines_have_pauses(const struct printed_lines *lines)
{
	size_t pauses = 0, others = 0;

	for (size_t i = 0; i < lines->count; i++) {
		pauses += char_count_in(lines->items[i].text, "、");
		others += char_count_in(lines->items[i].text, "，。");
	}
	return pauses > PAUSES_TIMES * others;
}

void printed_lines_measure(struct printed_lines *lines)
{
	struct printed_line *last = NULL;

	printed_lines_measure_widths(lines);
	for (size_t i = 0; i < lines->count; i++) {
		struct printed_line *printed = &lines->items[i];

		printed->next_em = NO_NEXT_EM;
		if (printed->aside != ASIDE_NONE)
			continue;
		if (last)
			last->next_em = line_width_unit_em(
				printed->text, lines->metric, lines->loose);
		last = printed;
	}
	lines->pauses = printed_lines_have_pauses(lines);
	if (lines->loose || lines->pauses)
		printed_lines_find_equal_widths(lines);
	printed_lines_find_bracketed(lines);
	if (!lines->latin)
		printed_lines_find_stacks(lines);
}

void flow_init(struct flow *flow, const struct printed_lines *lines)
{
	*flow = (struct flow){ .loose = lines->loose,
		               .latin = lines->latin,
		               .pauses = lines->pauses };
	flow->items = mem_alloc(lines->count * sizeof *flow->items);
	flow->index = mem_alloc(lines->count * sizeof *flow->index);
	for (size_t i = 0; i < lines->count; i++) {
		if (lines->items[i].aside != ASIDE_NONE)
			continue;
		flow->items[flow->count] = &lines->items[i];
		flow->index[flow->count++] = i;
	}
}

void flow_release(struct flow *flow)
{
	free(flow->items);
	free(flow->index);
	*flow = (struct flow){ 0 };
}
