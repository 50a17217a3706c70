/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/build/join_lines.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "load/lines/hyphens.h"

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

/* The first byte at or after `at` that is no space. */
static size_t join_lines_past_spaces(struct str text, size_t at)
{
	while (at < text.len) {
		if (text.ptr[at] == ' ' || text.ptr[at] == '\t')
			at++;
		else if (str_starts(str_slice(text, at, text.len),
		                    STR("\u3000")))
			at += 3;
		else
			break;
	}
	return at;
}

static bool drops_space(struct str before, struct str after)
{
	return char_is_cjk(char_last(before)) && char_is_cjk(char_first(after));
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

/* Adds the text of a line without the spaces between its CJK characters; `words`: but
 * those between words stay, as they part the names of a byline. */
static void join_lines_add_line(struct joiner *joiner,
                                const struct issue *issue,
                                const struct printed_line *printed,
                                struct str text, bool words)
{
	size_t base = (size_t)(text.ptr - issue->lines[printed->line].text.ptr);
	size_t start = 0, end, next;

	for (size_t at = 0; at < text.len; at = next) {
		end = word_end(text, at);
		next = join_lines_past_spaces(text, end);
		if (end == at || next >= text.len ||
		    !drops_space(str_slice(text, 0, end),
		                 str_slice(text, next, text.len)) ||
		    (words &&
		     (is_word(str_slice(text, at, end)) ||
		      is_word(str_slice(text, next, word_end(text, next))))))
			continue;
		add_span(joiner, issue, printed->line, base + start,
		         end - start);
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

	if (char_is_cjk(last) || char_is_cjk(first) || last == '-')
		return lines->latin && last != '-';
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

/* Does the hyphen at the end of line `i` of `which`, which is not the last, go? */
static bool join_lines_drops_hyphen(const struct printed_lines *lines,
                                    const size_t *which, size_t i,
                                    enum line_join stated,
                                    struct page_words *words)
{
	struct str text = lines->items[which[i]].text;

	if (char_last(text) != '-' || text.len == 1)
		return false;
	if (stated)
		return stated == LINE_JOIN_WORD;
	return words &&
	       hyphen_is_of_break(words, text, lines->items[which[i + 1]].text);
}

void join_lines(struct issue *issue, const struct printed_lines *lines,
                const size_t *which, size_t count, struct page_words *words,
                struct passage *passage)
{
	struct joiner joiner = { 0 };

	buf_init(&joiner.text);
	for (size_t i = 0; i < count; i++) {
		const struct printed_line *printed = &lines->items[which[i]];
		struct str text = printed->text;
		bool space = false;

		if (i + 1 < count) {
			enum line_join stated =
				join_lines_stated(issue, lines, which, i);

			space = !stated && printed->aside != ASIDE_CAP &&
			        needs_space(lines, text,
			                    lines->items[which[i + 1]].text);
			text.len -= join_lines_drops_hyphen(lines, which, i,
			                                    stated, words);
		}
		join_lines_add_line(&joiner, issue, printed, text,
		                    passage->role == ROLE_BYLINE);
		if (space)
			buf_add_byte(&joiner.text, ' ');
	}
	passage->text = issue_keep(issue, buf_str(&joiner.text));
	passage->spans = arena_copy(&issue->arena, joiner.spans,
	                            joiner.count * sizeof *joiner.spans);
	passage->span_count = joiner.count;
	passage->page = issue->lines[lines->items[which[0]].line].page;
	buf_release(&joiner.text);
	free(joiner.spans);
}
