/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/cues.h"

#include "base/mem.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

#include <cmocka.h>

/* The table itself, each row of which is checked. */
#include "load/lines/cue_table.inc"

/* The bytes of the character at `at`. */
static size_t bytes_at(const char *at)
{
	int len = u8_strmblen((const uint8_t *)at);

	return len > 0 ? (size_t)len : 1;
}

/* What is wrong with the set that begins at *at, or NULL; *at goes behind it. */
static const char *check_set(const char **at)
{
	const char *start = *at + 1, *end = strchr(start, '}');

	if (!end)
		return "a set is not closed";
	if (end == start)
		return "a set is empty";
	for (const char *one = start; one < end; one += bytes_at(one))
		for (const char *two = one + bytes_at(one); two < end;
		     two += bytes_at(two))
			if (bytes_at(one) == bytes_at(two) &&
			    !strncmp(one, two, bytes_at(one)))
				return "a set has a character twice";
	*at = end + 1;
	return NULL;
}

/* Is the alternative [word, end) of a group among those of [from, to)? */
static bool is_in_group(const char *word, const char *end, const char *from,
                        const char *to)
{
	while (from < to) {
		size_t len = strcspn(from, "|)");

		if (len == (size_t)(end - word) && !strncmp(from, word, len))
			return true;
		from += len + 1;
	}
	return false;
}

/* The same for a group. */
static const char *check_group(const char **at)
{
	const char *start = *at + 1, *end = strchr(start, ')'), *word = start;

	if (!end)
		return "a group is not closed";
	for (; word <= end; word += strcspn(word, "|)") + 1) {
		const char *word_end = word + strcspn(word, "|)");

		if (word_end == word)
			return "a group has an empty word";
		if (memchr(word, '(', (size_t)(word_end - word)))
			return "a group is in a group";
		if (is_in_group(word, word_end, start, word))
			return "a group has a word twice";
	}
	*at = end + 1;
	return NULL;
}

/* The same for one element of a pattern. */
static const char *check_element(const char **at)
{
	const char *wrong = NULL;

	switch (**at) {
	case '{':
		wrong = check_set(at);
		break;
	case '(':
		wrong = check_group(at);
		break;
	case '*':
		if (!isdigit((unsigned char)(*at)[1]) || (*at)[1] == '0')
			return "* has no number of characters";
		*at += 2;
		return NULL;
	case '$':
		++*at;
		return **at ? "$ is not the end" : NULL;
	case '~':
		++*at;
		return **at && strcmp(*at, "$") ? "~ is not the end" : NULL;
	case '#':
	case '_':
	case '%':
	case '^':
	case '=':
		++*at;
		return NULL;
	case '}':
	case ')':
	case '|':
	case '?':
		return "a mark of the language stands alone";
	default:
		*at += bytes_at(*at);
	}
	if (!wrong && **at == '?')
		++*at;
	return wrong;
}

/* What is wrong with a pattern, or NULL. */
static const char *check_pattern(const char *pattern)
{
	const char *wrong = NULL;

	if (u8_check((const uint8_t *)pattern, strlen(pattern)))
		return "it is not UTF-8";
	if (!*pattern)
		return "it is empty";
	while (*pattern && !wrong)
		wrong = check_element(&pattern);
	return wrong;
}

static void malformed_patterns_are_noticed(void **state)
{
	static const char *const malformed[] = {
		"",        "{abc",   "a{",        "(a|b",     "(a||b)",
		"()",      "{}",     "*",         "*x",       "*0",
		"a|b",     "a)",     "a}",        "?a",       "#?",
		"_?",      "*9?",    "$a",        "~a",       "{aba}",
		"(a|b|a)", "((a)",   "a??",       "{ab}??",   "\xe6月",
		"{\xe6}",  "月\xe6", "(x|月|月)", "{月日月}",
	};
	static const char *const formed[] = {
		"a", "a?", "{ab}?c", "(a|b)?$", "*9月", "#_@?_%",
		"~", "~$", "月?$",   "{?$}",    "$",    "(a.|b-c)",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(malformed); i++)
		if (!check_pattern(malformed[i]))
			fail_msg("nothing is said of '%s'", malformed[i]);
	for (size_t i = 0; i < ARRAY_LEN(formed); i++)
		if (check_pattern(formed[i]))
			fail_msg("'%s': %s", formed[i],
			         check_pattern(formed[i]));
}

static void every_pattern_is_well_formed(void **state)
{
	size_t count = 0;

	(void)state;
	for (int cue = 0; cue < CUE_COUNT; cue++)
		for (size_t i = 0; i < cues[cue].pattern_count; i++) {
			const struct pattern *row = &cues[cue].patterns[i];
			const char *wrong = check_pattern(row->pattern);

			count++;
			if (wrong)
				fail_msg("cue %d, row %zu, '%s': %s", cue, i,
				         row->pattern, wrong);
			if (!row->meaning || !*row->meaning)
				fail_msg("cue %d, row %zu, '%s' has no meaning",
				         cue, i, row->pattern);
		}
	assert_true(count > 50);
}

/* A cue is one of patterns or one of words; the comment in enum cue says which. */
static void every_cue_has_rows(void **state)
{
	(void)state;
	for (int cue = 0; cue < CUE_COUNT; cue++) {
		if (!cues[cue].pattern_count && !cues[cue].word_count)
			fail_msg("cue %d has no row", cue);
		if (cues[cue].pattern_count && cues[cue].word_count)
			fail_msg("cue %d has patterns and words", cue);
		if (!cues[cue].word_count != (cue < CUE_PAPER))
			fail_msg("cue %d is on the wrong side of CUE_PAPER",
			         cue);
	}
}

/* Each pattern has an example that no pattern before it matches: without the row
 * it would not be recognised. */
static void every_pattern_has_its_example(void **state)
{
	(void)state;
	for (int cue = 0; cue < CUE_COUNT; cue++)
		for (size_t i = 0; i < cues[cue].pattern_count; i++) {
			const struct pattern *rows = cues[cue].patterns;
			struct str example;

			if (!rows[i].example)
				fail_msg("cue %d, row %zu, '%s' has no example",
				         cue, i, rows[i].pattern);
			example = str_from(rows[i].example);
			if (!cue_pattern_matches(rows[i].pattern, example,
			                         NULL))
				fail_msg("cue %d, row %zu, '%s' does not match "
				         "its example '%s'",
				         cue, i, rows[i].pattern, example.ptr);
			for (size_t k = 0; k < i; k++)
				if (cue_pattern_matches(rows[k].pattern,
				                        example, NULL))
					fail_msg("cue %d, '%s': row %zu, '%s', "
					         "matches its example '%s'",
					         cue, rows[i].pattern, k,
					         rows[k].pattern, example.ptr);
			if (!cue_matches((enum cue)cue, example, NULL))
				fail_msg("cue %d does not match '%s'", cue,
				         example.ptr);
		}
}

/* Does a text that has word `b` have word `a` where `a` counts? */
static bool makes_needless(const struct word *a, const struct word *b)
{
	return a->at_end ? b->at_end && str_ends(b->word, a->word)
	                 : str_find(b->word, a->word, 0) != NPOS;
}

static void no_word_is_needless(void **state)
{
	size_t count = 0;

	(void)state;
	for (int cue = 0; cue < CUE_COUNT; cue++)
		for (size_t i = 0; i < cues[cue].word_count; i++) {
			const struct word *words = cues[cue].words;

			count++;
			if (!words[i].word.len ||
			    u8_check((const uint8_t *)words[i].word.ptr,
			             words[i].word.len))
				fail_msg("cue %d, word %zu is empty or no "
				         "UTF-8",
				         cue, i);
			if (!cue_matches((enum cue)cue, words[i].word, NULL))
				fail_msg("cue %d does not match its word '%s'",
				         cue, words[i].word.ptr);
			for (size_t k = 0; k < cues[cue].word_count; k++)
				if (k != i &&
				    makes_needless(&words[k], &words[i]))
					fail_msg("cue %d: '%s' is needless "
					         "beside '%s'",
					         cue, words[i].word.ptr,
					         words[k].word.ptr);
		}
	assert_true(count > 100);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(malformed_patterns_are_noticed),
		cmocka_unit_test(every_pattern_is_well_formed),
		cmocka_unit_test(every_cue_has_rows),
		cmocka_unit_test(every_pattern_has_its_example),
		cmocka_unit_test(no_word_is_needless),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
