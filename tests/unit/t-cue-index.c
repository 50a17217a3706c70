/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/cue_index.h"

#include "../lib/fixture.h"
#include "base/mem.h"
#include "load/lines/char_class.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/* The table itself, for its examples and words. */
#include "load/lines/cue_table.inc"

#define TEXTS 4000

/* Adds a piece of text that some row is about, or one that none is about. */
static void add_piece(struct buf *text, uint32_t *random)
{
	static const char *const plain[] = {
		"城南渡口", "a", " ", "　", "，", "2", "换上新船", "Jane ", "●",
	};
	int cue = (int)fixture_random(random, CUE_COUNT);
	size_t patterns = cues[cue].pattern_count;
	size_t words = cues[cue].word_count;

	if (fixture_random(random, 2))
		buf_add_c(text,
		          plain[fixture_random(random, ARRAY_LEN(plain))]);
	else if (patterns)
		buf_add_c(text, cues[cue]
		                        .patterns[fixture_random(
						random, (uint32_t)patterns)]
		                        .example);
	else
		buf_add(text,
		        cues[cue]
		                .words[fixture_random(random, (uint32_t)words)]
		                .word);
}

/* Adds `text` with spaces between its characters, as headings are printed. */
static void add_spaced(struct buf *spaced, struct str text)
{
	for (size_t at = 0, next = 0; at < text.len; at = next) {
		char_at(text, at, &next);
		buf_add(spaced, str_slice(text, at, next));
		buf_add_byte(spaced, ' ');
	}
}

/* Returns how many cues match `text`; none of them is ruled out. */
static size_t check_text(const struct cue_index *index, struct str text)
{
	uint64_t out = cue_index_rule_out(index, text);
	size_t matched = 0;

	for (int cue = 0; cue < CUE_COUNT; cue++) {
		if (!cue_matches((enum cue)cue, text, NULL))
			continue;
		matched++;
		if (out >> cue & 1)
			fail_msg("cue %d is ruled out of '%.*s'", cue,
			         (int)text.len, text.ptr);
	}
	return matched;
}

static void no_cue_that_matches_is_ruled_out(void **state)
{
	struct cue_index *index = cue_index_new();
	struct buf text, spaced;
	uint32_t random = 1;
	size_t matched = 0;

	(void)state;
	buf_init(&text);
	buf_init(&spaced);
	for (int i = 0; i < TEXTS; i++) {
		buf_clear(&text);
		buf_clear(&spaced);
		for (uint32_t n = fixture_random(&random, 4); n < 4; n++)
			add_piece(&text, &random);
		add_spaced(&spaced, buf_str(&text));
		matched += check_text(index, str_trim(buf_str(&text)));
		matched += check_text(index, str_trim(buf_str(&spaced)));
	}
	assert_true(matched > TEXTS);
	buf_release(&spaced);
	buf_release(&text);
	cue_index_free(index);
}

/* Each row by itself, and behind as many characters as its pattern may skip. */
static void no_example_is_ruled_out(void **state)
{
	struct cue_index *index = cue_index_new();

	(void)state;
	for (int cue = 0; cue < CUE_COUNT; cue++) {
		for (size_t i = 0; i < cues[cue].pattern_count; i++)
			assert_true(check_text(
				index,
				str_from(cues[cue].patterns[i].example)));
		for (size_t i = 0; i < cues[cue].word_count; i++)
			assert_true(check_text(index, cues[cue].words[i].word));
	}
	assert_true(
		check_text(index, STR("东南西北中东社九九九九九九月1日电")));
	assert_true(check_text(
		index, STR("东 南 西 北 中 东 社 北 京 三 月 一 日 电")));
	cue_index_free(index);
}

/* A set with all cues would pass the tests above: of running text nearly all are ruled
 * out. */
static void running_text_rules_out_nearly_all(void **state)
{
	static const char *const lines[] = {
		"城南渡口换上新船，一次能坐四十",
		"个人，雨天也不再打滑，老周说。",
		"the new boat carries forty people",
	};
	struct cue_index *index = cue_index_new();

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		uint64_t out = cue_index_rule_out(index, str_from(lines[i]));
		int left = 0;

		for (int cue = 0; cue < CUE_COUNT; cue++)
			left += !(out >> cue & 1);
		if (left > CUE_COUNT / 3)
			fail_msg("%d cues are left of '%s'", left, lines[i]);
	}
	assert_int_equal(cue_index_rule_out(index, STR("")), 0);
	cue_index_free(index);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_cue_that_matches_is_ruled_out),
		cmocka_unit_test(no_example_is_ruled_out),
		cmocka_unit_test(running_text_rules_out_nearly_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
