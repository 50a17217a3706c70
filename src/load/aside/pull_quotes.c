/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/aside/pull_quotes.h"

#include "base/hash.h"
#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>

#define GRAM_CHARS      5  /* of the n-grams by which passages are found */
#define TRIES_MAX       16 /* places with the same gram that are compared */
#define QUOTE_CHARS     9  /* a quote has at least so many characters */
#define QUOTE_LINES     14 /* and at most so many lines */
#define QUOTE_CHARS_MAX 400
#define CHARS_PER_SLIP                                                         \
 12                  /* one character in so many may be wrong, and one more */
#define SURE_CHARS 3 /* so many agree behind a wrong one */
#define SIEVE      4096 /* size of the filter of wanted hashes */
#define MARKS      "，。！？；,.!?;、…"
/* Characters that are left out of the stream: a pull quote stands without its
 * quotation marks. */
#define LEFT_OUT "“”‘’「」『』\" 　"

/* The characters of the text flow of the page, then those of the other pages. */
struct stream {
	unsigned *chars; /* owned */
	size_t count, cap;
	size_t *starts; /* owned; where each line of the page begins, and the end */
	size_t own;     /* how many characters are of the page itself */
	size_t *others; /* owned; where lines of the other pages begin */
	size_t other_count, other_cap;
};

struct gram {
	uint64_t hash;
	size_t at;
};

static void stream_add_text(struct stream *stream, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		unsigned c = char_at(text, at, &at);

		if (!char_in(c, LEFT_OUT))
			*ARRAY_ADD(stream->chars, stream->count, stream->cap) =
				c;
	}
}

static void stream_init(struct stream *stream,
                        const struct printed_lines *lines,
                        const struct issue *issue, const size_t *others,
                        size_t other_count)
{
	*stream = (struct stream){ 0 };
	stream->starts = mem_alloc((lines->count + 1) * sizeof(size_t));
	for (size_t i = 0; i < lines->count; i++) {
		stream->starts[i] = stream->count;
		if (lines->items[i].aside == ASIDE_NONE)
			stream_add_text(stream, lines->items[i].text);
	}
	stream->starts[lines->count] = stream->own = stream->count;
	for (size_t i = 0; i < other_count; i++) {
		struct range range = issue->pages[others[i]].lines;

		for (size_t l = range.start; l < range.end; l++) {
			*ARRAY_ADD(stream->others, stream->other_count,
			           stream->other_cap) = stream->count;
			stream_add_text(stream, issue->lines[l].text);
		}
	}
	*ARRAY_ADD(stream->others, stream->other_count, stream->other_cap) =
		stream->count;
}

static void stream_release(struct stream *stream)
{
	free(stream->chars);
	free(stream->starts);
	free(stream->others);
}

static uint64_t stream_hash_at(const struct stream *stream, size_t at)
{
	uint64_t sum = HASH_START;

	for (size_t i = 0; i < GRAM_CHARS; i++)
		sum = hash_add(sum, stream->chars[at + i]);
	return sum;
}

static int pull_quotes_by_hash(const void *a, const void *b)
{
	const struct gram *one = a, *two = b;

	if (one->hash != two->hash)
		return one->hash < two->hash ? -1 : 1;
	return one->at < two->at ? -1 : one->at > two->at;
}

/* The grams that are looked for: those that begin a line of the page, ascending;
 * caller frees. */
static struct gram *stream_wanted_grams(const struct stream *stream,
                                        const struct printed_lines *lines,
                                        size_t *count)
{
	struct gram *grams = mem_alloc(lines->count * sizeof *grams);

	*count = 0;
	for (size_t i = 0; i < lines->count; i++)
		if (lines->items[i].aside == ASIDE_NONE &&
		    stream->starts[i] + GRAM_CHARS <= stream->own)
			grams[(*count)++] = (struct gram){
				stream_hash_at(stream, stream->starts[i]), i
			};
	qsort(grams, *count, sizeof *grams, pull_quotes_by_hash);
	return grams;
}

/* The first of the grams with this hash, or count. */
static size_t pull_quotes_find_hash(const struct gram *grams, size_t count,
                                    uint64_t hash)
{
	size_t at;

	ARRAY_FIND(at, count, grams[at].hash < hash);
	return at < count && grams[at].hash == hash ? at : count;
}

/* Two passages of the stream with the same words, one <= two. */
struct twins {
	size_t one, two;         /* where they begin */
	size_t end_one, end_two; /* where they end */
	size_t slips; /* characters that one of them lacks, or has wrong */
};

static bool stream_same_from(const struct stream *stream, size_t one,
                             size_t two, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (two + i >= stream->count ||
		    stream->chars[one + i] != stream->chars[two + i])
			return false;
	return true;
}

/* Goes past a character that one passage lacks, or that is misread in it; false if
 * the passages are not the same behind it. */
static bool stream_slip(const struct stream *stream, struct twins *twins)
{
	static const size_t steps[][2] = { { 1, 0 }, { 0, 1 }, { 1, 1 } };

	if (twins->slips++ * CHARS_PER_SLIP > twins->end_one - twins->one)
		return false;
	for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
		size_t one = twins->end_one + steps[i][0];
		size_t two = twins->end_two + steps[i][1];

		if (one + SURE_CHARS > twins->two ||
		    !stream_same_from(stream, one, two, SURE_CHARS))
			continue;
		twins->end_one = one;
		twins->end_two = two;
		return true;
	}
	return false;
}

/* Compares two places, for at most `most` characters. */
static struct twins pull_quotes_compare(const struct stream *stream, size_t a,
                                        size_t b, size_t most)
{
	struct twins twins = { .one = a < b ? a : b, .two = a < b ? b : a };

	twins.end_one = twins.one;
	twins.end_two = twins.two;
	while (twins.end_two < stream->count && twins.end_one < twins.two &&
	       twins.end_one - twins.one < most) {
		if (stream->chars[twins.end_one] !=
		            stream->chars[twins.end_two] &&
		    !stream_slip(stream, &twins))
			break;
		twins.end_one++;
		twins.end_two++;
	}
	return twins;
}

static bool pull_quotes_have_place(const size_t *places, size_t count,
                                   size_t at)
{
	size_t i;

	ARRAY_FIND(i, count, places[i] < at);
	return i < count && places[i] == at;
}

static bool stream_begins_line(const struct stream *stream, size_t line_count,
                               size_t at)
{
	return at < stream->own
	               ? pull_quotes_have_place(stream->starts, line_count + 1,
	                                        at)
	               : pull_quotes_have_place(stream->others,
	                                        stream->other_count, at);
}

static bool stream_has_marks(const struct stream *stream, size_t at,
                             size_t length)
{
	for (size_t i = at; i < at + length; i++)
		if (char_in(stream->chars[i], MARKS))
			return true;
	return false;
}

/* Are the characters before two places the same, too?  Then the passages begin
 * sooner. */
static bool stream_began_before(const struct stream *stream, size_t start,
                                size_t source)
{
	return start && source &&
	       stream->chars[start - 1] == stream->chars[source - 1] &&
	       !char_in(stream->chars[start - 1], MARKS);
}

/* How many whole lines from `line` on have the same characters as the stream from
 * `source` on, but for a mark at the end; 0 if that is no quote. */
static size_t stream_quoted_lines(const struct stream *stream,
                                  const struct printed_lines *lines,
                                  size_t line, size_t source)
{
	size_t start = stream->starts[line], end = line, length = 0;
	size_t shared, source_end;
	struct twins twins;

	if (stream->starts[line + 1] - start > QUOTE_CHARS_MAX ||
	    stream_began_before(stream, start, source))
		return 0;
	twins = pull_quotes_compare(stream, start, source, QUOTE_CHARS_MAX + 3);
	shared = (start < source ? twins.end_one : twins.end_two) - start;
	source_end = start < source ? twins.end_two : twins.end_one;
	while (end < lines->count && end - line < QUOTE_LINES &&
	       length < shared && lines->items[end].aside == ASIDE_NONE)
		length = stream->starts[++end] - start;
	if (length > shared + 1 || shared > length + 2 ||
	    length < QUOTE_CHARS || !stream_has_marks(stream, start, length))
		return 0;
	if (length > shared &&
	    !char_in(stream->chars[start + length - 1], MARKS))
		return 0;
	/* Two texts that both fill their lines are no quote of each other. */
	if (stream_begins_line(stream, lines->count, source) &&
	    (stream_begins_line(stream, lines->count,
	                        source_end + length - shared) ||
	     stream_begins_line(stream, lines->count, source_end)))
		return 0;
	return end - line;
}

/* Do these lines stand apart from the text around them, by blank lines or because
 * no sentence goes on there? */
static bool pull_quotes_stand_apart(const struct printed_lines *lines,
                                    size_t line, size_t count)
{
	size_t after = line + count;

	return (line == 0 || lines->items[line].blank ||
	        lines->items[line - 1].aside != ASIDE_NONE ||
	        lines->items[line - 1].end != END_COMMA) &&
	       (count > 1 || lines->items[line].blank) &&
	       (after >= lines->count || lines->items[after].blank ||
	        lines->items[after].aside != ASIDE_NONE ||
	        lines->items[after - 1].end != END_COMMA);
}

/* Tries the lines that begin as the stream does at `at`, whether they quote it;
 * quoted[] has for each line the longest quote so far. */
static void stream_try_place(const struct stream *stream,
                             const struct printed_lines *lines,
                             const struct gram *grams, size_t count, size_t at,
                             size_t *quoted)
{
	uint64_t hash = stream_hash_at(stream, at);
	size_t g = pull_quotes_find_hash(grams, count, hash);

	for (size_t n = 0;
	     g + n < count && n < TRIES_MAX && grams[g + n].hash == hash; n++) {
		size_t line = grams[g + n].at, some;

		if (stream->starts[line] == at)
			continue;
		some = stream_quoted_lines(stream, lines, line, at);
		if (some > quoted[line])
			quoted[line] = some;
	}
}

/* For each line, how many lines from it on are a quote; caller frees. */
static size_t *stream_find_quoted(const struct stream *stream,
                                  const struct printed_lines *lines)
{
	size_t *quoted = mem_alloc(lines->count * sizeof *quoted);
	size_t count = 0;
	struct gram *grams = stream_wanted_grams(stream, lines, &count);
	bool wanted[SIEVE] = { false };

	for (size_t i = 0; i < count; i++)
		wanted[grams[i].hash % SIEVE] = true;
	for (size_t at = 0; at + GRAM_CHARS <= stream->count; at++)
		if (wanted[stream_hash_at(stream, at) % SIEVE])
			stream_try_place(stream, lines, grams, count, at,
			                 quoted);
	free(grams);
	return quoted;
}

void pull_quotes_find(struct printed_lines *lines, const struct issue *issue,
                      const size_t *others, size_t other_count)
{
	struct stream stream;
	size_t *quoted;

	stream_init(&stream, lines, issue, others, other_count);
	quoted = stream_find_quoted(&stream, lines);
	for (size_t i = 0; i < lines->count; i += quoted[i] ? quoted[i] : 1)
		if (quoted[i] && pull_quotes_stand_apart(lines, i, quoted[i]))
			printed_lines_set_aside(lines, i, i + quoted[i],
			                        ASIDE_QUOTE);
		else
			quoted[i] = 0;
	free(quoted);
	stream_release(&stream);
}
