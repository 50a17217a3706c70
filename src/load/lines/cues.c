/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/cues.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "load/lines/char_class.h"
#include "load/lines/cue_anchor.h"
#include "load/lines/cue_month.h"
#include "load/lines/cue_name.h"
#include "load/lines/cue_number.h"

#include <assert.h>
#include <string.h>

#include "load/lines/cue_table.inc"

#define MARKS_MAX        3  /* on a side */
#define REST_CHARS       40 /* what ~ matches at most */
#define SPACED_SHARE     2  /* one ideograph in so many has a space behind it */
#define SPACED_BYTES_MAX 400 /* spaces in longer texts are left */

/* The state of the matcher: the rest of the pattern, and the place in the text
 * that it has to match at. */
struct state {
	const char *pattern;
	struct str line;
	size_t at;
	struct cue_match match;
};

static bool match_here(struct state *state);

static unsigned cues_point_at(struct str text, size_t at, size_t *next)
{
	return at < text.len ? char_at(text, at, next) : 0;
}

/* # */
static bool match_number(struct state *state)
{
	size_t number, end = cue_number_read(state->line, state->at, &number);

	if (end == state->at)
		return false;
	if (state->match.count == ARRAY_LEN(state->match.numbers))
		memmove(state->match.numbers, state->match.numbers + 1,
		        --state->match.count * sizeof number);
	state->match.numbers[state->match.count++] = number;
	state->at = end;
	state->pattern++;
	return match_here(state);
}

/* % */
static bool match_month(struct state *state)
{
	size_t end =
		cue_month_read(state->line, state->at, &state->match.month);

	if (end == state->at)
		return false;
	state->at = end;
	state->pattern++;
	return match_here(state);
}

/* @ and @? */
static bool match_letter(struct state *state)
{
	size_t next = state->at;
	unsigned c = cues_point_at(state->line, state->at, &next);
	bool optional = state->pattern[1] == '?';

	if (c >= 'A' && c <= 'Z') {
		state->match.letter = (char)c;
		state->at = next;
	} else if (!optional) {
		return false;
	}
	state->pattern += 1 + optional;
	return match_here(state);
}

/* Nearly all characters are letters or ideographs, so these are passed over first. */
static bool cues_is_mark(unsigned c)
{
	return (c < 0x3040 || c > 0x9fff) && char_in(c, CUE_MARKS);
}

/* ^ and = */
static bool cues_match_name(struct state *state)
{
	size_t end = *state->pattern == '^'
	                     ? cue_capitals_end(state->line, state->at)
	                     : cue_name_end(state->line, state->at);

	if (end == state->at)
		return false;
	state->at = end;
	state->pattern++;
	return match_here(state);
}

/* & */
static bool match_marks(struct state *state)
{
	size_t next = state->at;
	unsigned c;

	for (int marks = 0; marks < MARKS_MAX; marks++) {
		c = cues_point_at(state->line, state->at, &next);
		if (!cues_is_mark(c))
			break;
		state->at = next;
		while ((c = cues_point_at(state->line, state->at, &next)) &&
		       char_is_space(c))
			state->at = next;
	}
	state->pattern++;
	return match_here(state);
}

/* _ */
static bool match_space(struct state *state)
{
	size_t next = state->at;
	unsigned c;

	while ((c = cues_point_at(state->line, state->at, &next)) &&
	       char_is_space(c))
		state->at = next;
	state->pattern++;
	return match_here(state);
}

/* Does the line go on with these bytes? */
static bool is_next(const struct state *state, const char *want, size_t bytes)
{
	return state->line.len - state->at >= bytes &&
	       !memcmp(state->line.ptr + state->at, want, bytes);
}

/* The next byte of the line, by which most characters and words of a pattern are passed
 * over; 0 at its end. */
static char cues_next_byte(const struct state *state)
{
	return state->at < state->line.len ? state->line.ptr[state->at] : '\0';
}

/* {abc} and {abc}? */
static bool match_set(struct state *state)
{
	const char next = cues_next_byte(state);
	const char *at = state->pattern + 1;
	size_t found = 0, bytes;

	for (; *at != '}'; at += bytes) {
		assert(*at); /* the set is closed */
		bytes = utf8_length(*at);
		if (*at == next && !found && is_next(state, at, bytes))
			found = bytes;
	}
	if (!found && at[1] != '?')
		return false;
	state->at += found;
	state->pattern = at + 1 + (at[1] == '?');
	return match_here(state);
}

/* (a|b) and (a|b)?, of words that are not empty */
static bool match_words(struct state *state)
{
	const char next = cues_next_byte(state);
	const char *first = state->pattern + 1, *end = strchr(first, ')');
	const struct state before = *state;

	assert(end); /* the group is closed */
	for (const char *word = first; next; word++) {
		const char *behind;

		word = memchr(word, next, (size_t)(end - word));
		if (!word)
			break;
		if (word > first && word[-1] != '|')
			continue;
		behind = word + strcspn(word, "|)");
		if (!is_next(&before, word, (size_t)(behind - word)))
			continue;
		*state = before;
		state->at += (size_t)(behind - word);
		state->pattern = end + 1 + (end[1] == '?');
		if (match_here(state))
			return true;
	}
	*state = before;
	state->pattern = end + 2;
	return end[1] == '?' && match_here(state);
}

/* *9 */
static bool match_some(struct state *state)
{
	struct state before = *state;
	int most = state->pattern[1] - '0';

	assert(most > 0 && most <= 9);
	before.pattern += 2;
	for (int i = 0; i <= most; i++) {
		*state = before;
		if (match_here(state))
			return true;
		if (!cues_point_at(before.line, before.at, &before.at))
			return false;
	}
	return false;
}

/* ~ */
static bool cues_match_rest(struct state *state)
{
	size_t chars = 0;

	while (state->at < state->line.len && chars++ < REST_CHARS)
		cues_point_at(state->line, state->at, &state->at);
	state->pattern++;
	return state->at == state->line.len && match_here(state);
}

/* x and x? */
static bool match_literal(struct state *state)
{
	size_t bytes = utf8_length(*state->pattern);
	bool optional = state->pattern[bytes] == '?';
	bool same = is_next(state, state->pattern, bytes);

	if (!same && !optional)
		return false;
	if (same)
		state->at += bytes;
	state->pattern += bytes + optional;
	return match_here(state);
}

static bool match_here(struct state *state)
{
	switch (*state->pattern) {
	case '\0':
		state->match.end = state->at;
		return true;
	case '$':
		state->match.end = state->at;
		return state->at == state->line.len;
	case '#':
		return match_number(state);
	case '@':
		return match_letter(state);
	case '%':
		return match_month(state);
	case '^':
	case '=':
		return cues_match_name(state);
	case '_':
		return match_space(state);
	case '&':
		return match_marks(state);
	case '{':
		return match_set(state);
	case '(':
		return match_words(state);
	case '*':
		return match_some(state);
	case '~':
		return cues_match_rest(state);
	default:
		return match_literal(state);
	}
}

size_t cue_number(const struct cue_match *match)
{
	return match->count ? match->numbers[match->count - 1] : 0;
}

struct str cue_word(enum cue cue, size_t n)
{
	return n < cues[cue].word_count ? cues[cue].words[n].word
	                                : (struct str){ 0 };
}

bool cue_word_is_at_end(enum cue cue, size_t n)
{
	return n < cues[cue].word_count && cues[cue].words[n].at_end;
}

const char *cue_pattern(enum cue cue, size_t n)
{
	return n < cues[cue].pattern_count ? cues[cue].patterns[n].pattern
	                                   : NULL;
}

bool cue_pattern_matches(const char *pattern, struct str text,
                         struct cue_match *match)
{
	struct state state = { .pattern = pattern, .line = text };

	if (!match_here(&state))
		return false;
	if (match)
		*match = state.match;
	return true;
}

static bool cues_match(enum cue cue, struct str text, struct cue_match *match)
{
	for (size_t i = 0; i < cues[cue].word_count; i++) {
		const struct word *word = &cues[cue].words[i];

		if (word->at_end ? str_ends(text, word->word)
		                 : str_find(text, word->word, 0) != NPOS)
			return true;
	}
	for (size_t i = 0; i < cues[cue].pattern_count; i++)
		if (cue_pattern_matches(cues[cue].patterns[i].pattern, text,
		                        match))
			return true;
	return false;
}

static bool cues_is_wide(unsigned c)
{
	return c >= 0x3001;
}

/* Adds the text without the spaces between its ideographs; false when there are
 * so few of these spaces that they part words. */
static bool add_unspaced(struct buf *out, struct str text)
{
	size_t letters = 0, spaces = 0;
	unsigned before = 0;

	for (size_t at = 0; at < text.len;) {
		size_t next = at, end = at;
		unsigned c = cues_point_at(text, at, &next);

		while (end < text.len && char_is_space(c)) {
			end = next;
			c = cues_point_at(text, end, &next);
		}
		if (end > at && cues_is_wide(before) && cues_is_wide(c))
			spaces++;
		else
			buf_add(out, str_slice(text, at, end));
		buf_add(out, str_slice(text, end, next));
		letters += cues_is_wide(c);
		before = c;
		at = next;
	}
	return spaces && spaces * SPACED_SHARE + 1 >= letters;
}

/* Has the text white space that begins with the byte `lead`? */
static bool has_space_of(struct str text, char lead)
{
	const char *at = text.ptr, *end = text.ptr + text.len;

	while ((at = memchr(at, lead, (size_t)(end - at)))) {
		if (str_space_at(text, (size_t)(at - text.ptr)))
			return true;
		at++;
	}
	return false;
}

/* White space begins with one of these bytes; a tab and its like stand in no line that
 * is a cue. */
static bool has_space(struct str text)
{
	return memchr(text.ptr, ' ', text.len) || has_space_of(text, '\xe3') ||
	       has_space_of(text, '\xe2') || has_space_of(text, '\xc2');
}

bool cue_matches(enum cue cue, struct str text, struct cue_match *match)
{
	struct buf unspaced;
	bool found;

	if (text.len > SPACED_BYTES_MAX || !has_space(text))
		return cues_match(cue, text, match);
	buf_init(&unspaced);
	found = add_unspaced(&unspaced, text)
	                ? cues_match(cue, buf_str(&unspaced), match)
	                : cues_match(cue, text, match);
	buf_release(&unspaced);
	return found;
}
