/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/build/join_lines.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "load/lines/hyphens.h"
#include "text/hyphen.h"

#include <assert.h>
#include <stdlib.h>

#define CJK_BYTES 3 /* of a character */

/* The text and spans of a passage so far. */
struct joiner {
	struct buf text;
	struct span *spans;
	size_t count, cap;
};

static void add_span(struct joiner *joiner, const struct issue *issue,
                     size_t line, size_t at, size_t bytes)
{
	struct span span = { .start = joiner->text.len,
		             .line = line,
		             .at = at };

	buf_add(&joiner->text,
	        str_slice(issue->lines[line].text, at, at + bytes));
	span.end = joiner->text.len;
	*ARRAY_ADD(joiner->spans, joiner->count, joiner->cap) = span;
}

/* The first byte at or after `at` that is no space.  Control characters but the tab are
 * shown as they are. */
static size_t join_lines_past_spaces(struct str text, size_t at)
{
	size_t bytes;

	while (at < text.len && (bytes = str_space_at(text, at)) > 0 &&
	       (text.ptr[at] == '\t' || (unsigned char)text.ptr[at] >= ' '))
		at += bytes;
	return at;
}

/* Is white space of other kinds among bytes [at, end) than are set as they are? */
static bool is_odd_space(struct str text, size_t at, size_t end)
{
	while (at < end) {
		struct str rest = str_slice(text, at, end);

		if (rest.ptr[0] != ' ' && !str_starts(rest, STR("\u3000")))
			return true;
		at += rest.ptr[0] == ' ' ? 1 : 3;
	}
	return false;
}

/* Does a character not show whether text is set solid?  Alphabets have these marks as
 * well. */
static bool is_neutral(unsigned c)
{
	return char_is_shared_mark(c) || char_is_space(c);
}

/* Is the text before byte `end` set solid, by the nearest character that shows it? */
static bool is_solid_before(struct str text, size_t end)
{
	while (end) {
		struct str head = str_slice(text, 0, end);

		if (!is_neutral(char_last(head)))
			return char_is_cjk(char_last(head));
		end = char_last_start(head);
	}
	return true;
}

static bool is_solid_behind(struct str text, size_t at)
{
	while (at < text.len) {
		unsigned c = char_at(text, at, &at);

		if (!is_neutral(c))
			return char_is_cjk(c);
	}
	return true;
}

/* Is there no space between two such characters?  Words in letters of full width have one. */
static bool are_set_solid(unsigned before, unsigned behind)
{
	return char_is_cjk(before) && char_is_cjk(behind) &&
	       !(char_is_wide_alnum(before) && char_is_wide_alnum(behind));
}

/* Does a space go that stands behind byte `end` and before byte `next`? */
static bool drops_space(struct str text, size_t end, size_t next)
{
	size_t behind;

	if (!are_set_solid(char_last(str_slice(text, 0, end)),
	                   char_at(text, next, &behind)))
		return false;
	return is_solid_before(text, end) && is_solid_behind(text, next);
}

/* Is the text longer than a character?  Names of two are set apart: 李　红. */
static bool is_word(struct str text)
{
	return text.len > CJK_BYTES;
}

static size_t word_end(struct str text, size_t at)
{
	while (at < text.len && join_lines_past_spaces(text, at) == at)
		at++;
	return at;
}

/* Is one of the words beside a space, [at, end) and that at `next`, longer than a
 * character? */
static bool parts_words(struct str text, size_t at, size_t end, size_t next)
{
	return is_word(str_slice(text, at, end)) ||
	       is_word(str_slice(text, next, word_end(text, next)));
}

/* Does a space between bytes [end, next) of a text stay? */
static bool keeps_space(struct str text, struct range word, size_t next,
                        enum join_spaces spaces)
{
	switch (spaces) {
	case JOIN_SPACES_PAUSES:
		if (!str_starts(str_slice(text, word.end, next), STR("\u3000")))
			return false;
		break;
	case JOIN_SPACES_WORDS:
		break;
	default:
		return false;
	}
	return parts_words(text, word.start, word.end, next);
}

/* Adds the text of a line without the spaces between its CJK characters, but for those that
 * stay.  A tab and other white space than blanks becomes a blank. */
static void join_lines_add_line(struct joiner *joiner,
                                const struct issue *issue,
                                const struct printed_line *printed,
                                struct str text, enum join_spaces spaces)
{
	size_t base = (size_t)(text.ptr - issue->lines[printed->line].text.ptr);
	size_t start = 0, end, next;

	if (printed->cap_bytes) {
		add_span(joiner, issue, printed->line, base,
		         printed->cap_bytes);
		start = join_lines_past_spaces(text, printed->cap_bytes);
	}
	for (size_t at = start; at < text.len; at = next) {
		bool drops;

		end = word_end(text, at);
		next = join_lines_past_spaces(text, end);
		if (end == at || next >= text.len)
			continue;
		drops = drops_space(text, end, next) &&
		        !keeps_space(text, (struct range){ at, end }, next,
		                     spaces);
		if (!drops && !is_odd_space(text, end, next))
			continue;
		add_span(joiner, issue, printed->line, base + start,
		         end - start);
		if (!drops)
			buf_add_byte(&joiner->text, ' ');
		start = next;
	}
	add_span(joiner, issue, printed->line, base + start, text.len - start);
}

static bool join_lines_is_digit(unsigned c)
{
	return c >= '0' && c <= '9';
}

static bool needs_space(const struct printed_lines *lines, struct str before,
                        struct str after)
{
	unsigned last = char_last(before), first = char_first(after);
	bool hyphen = hyphen_before(before, before.len) > 0;

	if (are_set_solid(last, first))
		return false;
	if (char_is_cjk(last) || char_is_cjk(first) || hyphen)
		return lines->latin && !hyphen;
	return lines->latin || !join_lines_is_digit(last) ||
	       !join_lines_is_digit(first);
}

/* How line `i` of `which` and the next one are joined, where the input says it. */
static enum line_join join_lines_stated(const struct issue *issue,
                                        const struct printed_lines *lines,
                                        const size_t *which, size_t i)
{
	return which[i + 1] == which[i] + 1
	               ? issue->lines[lines->items[which[i]].line].join
	               : LINE_JOIN_UNKNOWN;
}

/* The bytes of the hyphen at the end of line `i` of `which`, which is not the last, if
 * the hyphen goes; 0: it stays, or there is none. */
static size_t join_lines_dropped_hyphen(const struct printed_lines *lines,
                                        const size_t *which, size_t i,
                                        enum line_join stated,
                                        struct page_words *words)
{
	struct str text = lines->items[which[i]].text;
	size_t bytes = hyphen_before(text, text.len);
	bool goes;

	if (!bytes || text.len == bytes)
		return 0;
	if (stated)
		goes = stated == LINE_JOIN_WORD;
	else
		goes = words &&
		       hyphen_is_of_break(words, text,
		                          lines->items[which[i + 1]].text);
	return goes ? bytes : 0;
}

/* Is line `line` - 1 among those of `which`?  Few lines have drop caps. */
static bool join_lines_have(const size_t *which, size_t count, size_t line)
{
	for (size_t i = 0; line && i < count; i++)
		if (which[i] == line - 1)
			return true;
	return false;
}

/* Sets `order` to the lines of `which`, each drop cap right before its line. */
static void join_lines_order(const struct printed_lines *lines,
                             const size_t *which, size_t count, size_t *order)
{
	size_t ordered = 0;

	for (size_t i = 0; i < count; i++) {
		const struct printed_line *line = &lines->items[which[i]];

		if (line->aside != ASIDE_CAP &&
		    join_lines_have(which, count, line->cap))
			order[ordered++] = line->cap - 1;
		if (line->aside != ASIDE_CAP ||
		    !join_lines_have(which, count, line->cap))
			order[ordered++] = which[i];
	}
	assert(ordered == count);
}

/* Does a pause stand behind a printed line?  Few lines have one. */
static bool join_lines_pause(const struct joined_lines *joined, size_t line)
{
	for (size_t i = 0; i < joined->pause_count; i++)
		if (joined->pauses[i] == line)
			return true;
	return false;
}

/* Adds line `i` of `which`, and what joins it to the next one. */
static void join_lines_add(struct joiner *joiner, const struct issue *issue,
                           const struct printed_lines *lines,
                           const struct joined_lines *joined,
                           const size_t *which, size_t i)
{
	const struct printed_line *printed = &lines->items[which[i]];
	struct str text = printed->text;
	bool space = false;

	if (printed->aside == ASIDE_CAP) {
		space = printed->is_word;
	} else if (i + 1 < joined->count) {
		enum line_join stated =
			join_lines_stated(issue, lines, which, i);

		space = !stated &&
		        (needs_space(lines, text,
		                     lines->items[which[i + 1]].text) ||
		         join_lines_pause(joined, which[i]));
		text.len -= join_lines_dropped_hyphen(lines, which, i, stated,
		                                      joined->words);
	}
	join_lines_add_line(joiner, issue, printed, text, joined->spaces);
	if (space)
		buf_add_byte(&joiner->text, ' ');
}

void join_lines(struct issue *issue, const struct printed_lines *lines,
                const struct joined_lines *joined, struct passage *passage)
{
	struct joiner joiner = { 0 };
	size_t *order = mem_alloc(joined->count * sizeof *order);

	join_lines_order(lines, joined->which, joined->count, order);
	buf_init(&joiner.text);
	for (size_t i = 0; i < joined->count; i++)
		join_lines_add(&joiner, issue, lines, joined, order, i);
	passage->text = issue_keep(issue, buf_str(&joiner.text));
	passage->spans = arena_copy(&issue->arena, joiner.spans,
	                            joiner.count * sizeof *joiner.spans);
	passage->span_count = joiner.count;
	passage->page = issue->lines[lines->items[joined->which[0]].line].page;
	buf_release(&joiner.text);
	free(joiner.spans);
	free(order);
}
