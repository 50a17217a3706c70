/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/fixture.h"
#include "../lib/naive.h"
#include "../lib/oracle.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/load.h"
#include "search/index.h"
#include "search/search.h"
#include "text/fold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#include <cmocka.h>

/*
 * Patterns are cut from a text and disturbed as people disturb them: half and full
 * width, small letters and capitals, Traditional characters, other quotation marks,
 * other white space, or spelled as it is read.  They are still found where they were cut.
 */

#define PATTERNS  600 /* of the bundled page */
#define SPELLINGS 120 /* of the same */
#define TEXTS     60  /* that were made */
#define PER_TEXT  12
#define CHARS_MAX 8
#define PLANE     0x10000

/* Rings of characters that fold to the same one: next[c] is another, or c. */
static ucs4_t *next;

static bool is_folded_away(ucs4_t c)
{
	struct buf text, folded;
	bool away;

	buf_init(&text);
	buf_init(&folded);
	buf_add_uc(&text, c);
	fold_add(&folded, buf_str(&text), NULL);
	away = !folded.len;
	buf_release(&folded);
	buf_release(&text);
	return away;
}

static int make_rings(void **state)
{
	(void)state;
	next = mem_alloc(PLANE * sizeof *next);
	for (ucs4_t c = 0; c < PLANE; c++)
		next[c] = c;
	for (ucs4_t c = '!'; c < PLANE; c++) {
		ucs4_t to = fold_one(c);

		if ((c >= 0xd800 && c < 0xe000) || !to || to == c ||
		    is_folded_away(c) || naive_joins(c) || naive_joins(to))
			continue;
		next[c] = next[to];
		next[to] = c;
	}
	return 0;
}

static int free_rings(void **state)
{
	(void)state;
	free(next);
	return 0;
}

static bool begins_cluster(struct str text, size_t at)
{
	ucs4_t c;

	if (((unsigned char)text.ptr[at] & 0xc0) == 0x80)
		return false;
	u8_mbtouc(&c, (const uint8_t *)text.ptr + at, text.len - at);
	return !at || !naive_joins(c);
}

/* Some characters of a text. */
static struct range cut(struct str text, uint32_t *seed)
{
	uint32_t chars = 1 + fixture_random(seed, CHARS_MAX);
	struct range unit;

	unit.start = fixture_random(seed, (uint32_t)text.len);
	while (!begins_cluster(text, unit.start))
		unit.start--;
	unit.end = unit.start;
	while (chars-- && unit.end < text.len)
		unit.end = naive_cluster_end(text, unit.end);
	return unit;
}

static bool is_han(ucs4_t c)
{
	return c >= 0x4e00 && c < 0x9f00;
}

static void disturb(struct buf *out, struct str text, uint32_t *seed)
{
	static const char *const spaces[] = { " ", "  ", "\u3000", "\u00a0" };
	ucs4_t c, before = 0;

	for (size_t at = 0; at < text.len; before = c) {
		uint32_t steps = fixture_random(seed, 4);

		at += (size_t)u8_mbtouc(&c, (const uint8_t *)text.ptr + at,
		                        text.len - at);
		if (c == ' ' || (is_han(before) && is_han(c) && !steps))
			buf_add_c(out, spaces[fixture_random(seed, 4)]);
		if (c == ' ')
			continue;
		for (; steps && c < PLANE; steps--)
			c = next[c];
		buf_add_uc(out, c);
	}
}

/* Is there a hit where the pattern was cut?  It may overlap another place. */
static bool is_found(const struct issue *issue, size_t passage,
                     struct range unit, struct str pattern,
                     enum query_mode mode)
{
	struct search_index *index = search_index_new(issue);
	bool found = false;
	struct hits hits;

	hits_init(&hits);
	search_all(index, &hits, pattern, mode);
	for (size_t i = 0; i < hits.count && !found; i++)
		found = hits.items[i].passage == passage &&
		        hits.items[i].start < unit.end &&
		        hits.items[i].end > unit.start;
	hits_release(&hits);
	search_index_free(index);
	return found;
}

/* One pattern of a passage, disturbed, in an issue. */
static void check_pattern(const struct issue *issue, uint32_t *seed)
{
	size_t p = fixture_random(seed, (uint32_t)issue->passage_count);
	struct str text = issue->passages[p].text;
	struct buf before, after, pattern;
	struct range unit;
	struct query query;
	char *wrong;

	if (!text.len)
		return;
	unit = cut(text, seed);
	buf_init(&before);
	buf_init(&after);
	buf_init(&pattern);
	disturb(&pattern, str_slice(text, unit.start, unit.end), seed);
	fold_add(&before, str_slice(text, unit.start, unit.end), NULL);
	fold_add(&after, buf_str(&pattern), NULL);
	if (!str_equal(buf_str(&before), buf_str(&after)))
		fail_msg("'%s' folds to '%s', not '%s'", pattern.ptr, after.ptr,
		         before.ptr);
	wrong = oracle_search(issue, buf_str(&pattern));
	if (wrong)
		fail_msg("'%s': %s", pattern.ptr, wrong);
	query = query_of(buf_str(&pattern), QUERY_AUTO);
	/* Words are found for themselves. */
	if (after.len && query.count == 1 &&
	    query.words[0].len == pattern.len &&
	    !is_found(issue, p, unit, buf_str(&pattern), QUERY_AUTO))
		fail_msg("'%s' is not found where it was cut", pattern.ptr);
	buf_release(&before);
	buf_release(&after);
	buf_release(&pattern);
}

static void disturbed_patterns_are_found(void **state)
{
	const struct seeds seeds = fixture_seeds(PATTERNS);
	struct issue *issue = fixture_issue(FIXTURE_BUNDLED);
	uint32_t seed = 1949 + seeds.first;

	(void)state;
	for (uint32_t i = seeds.first; i < seeds.end; i++)
		check_pattern(issue, &seed);
	issue_free(issue);
}

/* What a Chinese paper prints of Latin letters, units and marks. */
static void latin_words_are_found(void **state)
{
	static const char page[] =
		"　　本报讯　The “Paper” of New York, ＡＰＥＣ ＣＥＯ 峰会 in 2020; "
		"100 ㎡ or 100 km, ５７ 万, 3 000 Straße 50 % off — he said 'no' "
		"(or not) [2版] x… 《New Times》 covid 19，　２０ 日 No. 7。\n";
	const struct seeds seeds = fixture_seeds(PATTERNS);
	struct issue *issue = load_bytes(STR(page), "latin", NULL);
	uint32_t seed = 1912 + seeds.first;

	(void)state;
	for (uint32_t i = seeds.first; i < seeds.end; i++)
		check_pattern(issue, &seed);
	issue_free(issue);
}

static void patterns_of_made_texts_are_found(void **state)
{
	const struct seeds seeds = fixture_seeds(TEXTS);

	(void)state;
	for (uint32_t number = seeds.first; number < seeds.end; number++) {
		uint32_t seed = number;
		struct issue *issue;
		struct buf bytes;

		buf_init(&bytes);
		fixture_generate(&bytes, number);
		issue = load_bytes(buf_str(&bytes), "made", NULL);
		for (int i = 0; i < PER_TEXT && issue->passage_count; i++)
			check_pattern(issue, &seed);
		issue_free(issue);
		buf_release(&bytes);
	}
}

static const struct {
	const char *syllable, *chars;
} syllables[] = {
#include "text/pinyin_table.inc"
};

/* One of the readings of a character, or NULL. */
static const char *reading_of(struct str c, uint32_t *seed)
{
	const char *found[3];
	uint32_t count = 0;

	for (size_t i = 0; i < ARRAY_LEN(syllables); i++)
		if (count < ARRAY_LEN(found) &&
		    str_find(str_from(syllables[i].chars), c, 0) != NPOS)
			found[count++] = syllables[i].syllable;
	return count ? found[fixture_random(seed, count)] : NULL;
}

/* As somebody would type a text: all letters of a syllable, or those it begins with;
 * the end of what the letters stand for. */
static size_t spell(struct buf *out, struct str text, size_t at, uint32_t *seed)
{
	for (uint32_t chars = 2 + fixture_random(seed, 5);
	     chars && at < text.len; chars--) {
		size_t end = naive_cluster_end(text, at), take;
		const char *syllable =
			reading_of(str_slice(text, at, end), seed);

		if (!syllable)
			break;
		take = strlen(syllable);
		if (fixture_random(seed, 2))
			take = syllable[1] == 'h' ? 1 + fixture_random(seed, 2)
			                          : 1;
		else if (chars == 1)
			take = 1 + fixture_random(seed, (uint32_t)take);
		buf_add(out, (struct str){ syllable, take });
		at = end;
		if (!fixture_random(seed, 4))
			buf_add_byte(out, ' ');
	}
	return at;
}

/* A letter is lost: there may be nothing that reads so. */
static void misspell(struct buf *letters, uint32_t *seed)
{
	size_t at = fixture_random(seed, (uint32_t)letters->len);

	memmove(letters->ptr + at, letters->ptr + at + 1, letters->len - at);
	letters->len--;
}

static void check_spelling(const struct issue *issue, uint32_t *seed)
{
	size_t p = fixture_random(seed, (uint32_t)issue->passage_count);
	struct str text = issue->passages[p].text;
	struct range unit = cut(text, seed);
	struct buf letters;
	char *wrong;

	buf_init(&letters);
	unit.end = spell(&letters, text, unit.start, seed);
	if (unit.end >= unit.start + 6 &&
	    !is_found(issue, p, unit, buf_str(&letters), QUERY_PINYIN))
		fail_msg("'%s' is not found where it was read", letters.ptr);
	if (letters.len && !fixture_random(seed, 2))
		misspell(&letters, seed);
	wrong = oracle_search(issue, buf_str(&letters));
	if (wrong)
		fail_msg("'%s': %s", letters.ptr, wrong);
	buf_release(&letters);
}

static void readings_are_found(void **state)
{
	const struct seeds seeds = fixture_seeds(SPELLINGS);
	struct issue *issue = fixture_issue(FIXTURE_BUNDLED);
	uint32_t seed = 1958 + seeds.first;

	(void)state;
	for (uint32_t i = seeds.first; i < seeds.end; i++)
		check_spelling(issue, &seed);
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(disturbed_patterns_are_found),
		cmocka_unit_test(latin_words_are_found),
		cmocka_unit_test(patterns_of_made_texts_are_found),
		cmocka_unit_test(readings_are_found),
	};

	return cmocka_run_group_tests(tests, make_rings, free_rings) < 0;
}
