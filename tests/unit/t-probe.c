/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/probe.h"

#include "base/mem.h"
#include "ui/term/sequence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define BACKGROUND "\033[2;1H\033]11;?\007"
#define QUESTION   "\033[2;1H\xe2\x80\x9c\033[6n\033[2;5H\xc2\xb7\033[6n\r\033[K"

static void ask(struct probe *probe, int cols)
{
	struct buf question;

	buf_init(&question);
	probe_init(probe, cols);
	assert_false(probe_awaits(probe));
	probe_ask(probe, &question, true);
	assert_string_equal(question.ptr, BACKGROUND QUESTION);
	assert_true(probe_awaits(probe));
	buf_release(&question);
}

static void answers_are_believed_once(void **state)
{
	static const struct {
		const char *first, *second;
		int other_cols, latin_cols, most_cols;
	} cases[] = {
		{ "[2;2R", "[2;6R", 1, 1, 1 },
		{ "[2;3R", "[2;7R", 2, 2, 2 },
		{ "[2;3R", "[2;6R", 2, 1, 2 },
		/* no width, no place of the sample */
		{ "[2;1R", "[2;8R", 1, 1, 1 },
		{ "[1;3R", "[3;7R", 1, 1, 1 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct probe probe;

		ask(&probe, 1);
		probe_take(&probe, str_from(cases[i].first));
		probe_take(&probe, str_from(cases[i].second));
		assert_int_equal(probe_cols(&probe, 0x2026),
		                 cases[i].other_cols);
		assert_int_equal(probe_cols(&probe, 0xb7), cases[i].latin_cols);
		assert_int_equal(probe_most_cols(&probe), cases[i].most_cols);
		assert_false(probe_awaits(&probe));
		assert_int_equal(probe_take(&probe, STR("[2;3R")),
		                 PROBE_NO_NEWS);
	}
}

static void what_is_no_answer_is_none(void **state)
{
	static const char *const others[] = {
		"",        "[",
		"[R",      "[2;R",
		"[;3R",    "[2;3",
		"[2;3~",   "[2;3Rx",
		"[2;3;3R", "O2;3R",
		"[-2;3R",  "[?2;3R",
		"[2 ;3R",  "[2;99999999999R",
	};
	struct probe probe;

	(void)state;
	ask(&probe, 1);
	for (size_t i = 0; i < ARRAY_LEN(others); i++)
		assert_int_equal(probe_take(&probe, str_from(others[i])),
		                 PROBE_NO_NEWS);
	assert_int_equal(probe_take(&probe, STR("[2;3R")), PROBE_WIDTH);
	assert_true(probe_awaits(&probe));
	probe_give_up(&probe);
	assert_false(probe_awaits(&probe));
	assert_int_equal(probe_take(&probe, STR("[2;7R")), PROBE_NO_NEWS);
	assert_int_equal(probe_most_cols(&probe), 2);
}

static void the_background_is_believed_once(void **state)
{
	static const struct {
		const char *answer;
		enum probe_news want;
		uint32_t rgb;
	} cases[] = {
		{ "]11;rgb:ffff/ffff/ffff\007", PROBE_BACKGROUND, 0xffffff },
		{ "]11;rgb:0000/2b2b/3636\033\\", PROBE_BACKGROUND, 0x002b36 },
		{ "]11;rgb:1e/1E/2e\007", PROBE_BACKGROUND, 0x1e1e2e },
		{ "]11;rgb:f/0/8\007", PROBE_BACKGROUND, 0xff0088 },
		{ "]11;rgba:ffff/0000/8000/eeee\007", PROBE_BACKGROUND,
		  0xff0080 },
		{ "]11;rgb:ffff/ffff\007", PROBE_NO_NEWS, 0 },
		{ "]11;rgb:ffff/ffff/ffff/ffff\007", PROBE_NO_NEWS, 0 },
		{ "]11;rgba:ffff/ffff/ffff\007", PROBE_NO_NEWS, 0 },
		{ "]11;rgb:fffff/ffff/ffff\007", PROBE_NO_NEWS, 0 },
		{ "]11;rgb:/ffff/ffff\007", PROBE_NO_NEWS, 0 },
		{ "]11;rgb:ff-f/ffff/ffff\007", PROBE_NO_NEWS, 0 },
		{ "]11;black\007", PROBE_NO_NEWS, 0 },
		{ "]11;?\007", PROBE_NO_NEWS, 0 },
		{ "]11;\007", PROBE_NO_NEWS, 0 },
		{ "]11;", PROBE_NO_NEWS, 0 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct probe probe;

		ask(&probe, 1);
		if (probe_take(&probe, str_from(cases[i].answer)) !=
		            cases[i].want ||
		    (cases[i].want == PROBE_BACKGROUND &&
		     probe.background_rgb != cases[i].rgb))
			fail_msg("%s", cases[i].answer + 1);
		assert_int_equal(probe.knows_background,
		                 cases[i].want == PROBE_BACKGROUND);
		assert_int_equal(probe_take(&probe, STR("]11;rgb:0/0/0\007")),
		                 PROBE_NO_NEWS);
		/* The others are awaited as before. */
		assert_true(probe_awaits(&probe));
	}
}

static void what_was_not_asked_is_not_believed(void **state)
{
	struct buf question;
	struct probe probe;

	(void)state;
	buf_init(&question);
	probe_init(&probe, 1);
	assert_int_equal(probe_take(&probe, STR("]11;rgb:0/0/0\007")),
	                 PROBE_NO_NEWS);
	probe_ask(&probe, &question, false);
	assert_string_equal(question.ptr, QUESTION);
	assert_int_equal(probe_take(&probe, STR("]11;rgb:0/0/0\007")),
	                 PROBE_NO_NEWS);
	buf_release(&question);
}

/* All of a sequence and nothing behind it. */
static void sequences_end(void **state)
{
	static const struct {
		const char *bytes;
		size_t len;
		enum sequence_step last;
	} cases[] = {
		{ "[Ax", 2, SEQUENCE_ENDS },
		{ "[[Ax", 2, SEQUENCE_ENDS },
		{ "OPx", 2, SEQUENCE_ENDS },
		{ "[1;3Rx", 5, SEQUENCE_ENDS },
		{ "[?1;2$yx", 7, SEQUENCE_ENDS },
		{ "[200~", 5, SEQUENCE_ENDS },
		{ "[<0;1;2Mm", 8, SEQUENCE_ENDS },
		{ "[1\033x", 3, SEQUENCE_BREAKS },
		{ "[1\rx", 3, SEQUENCE_BREAKS },
		{ "]11;rgb:0/0/0\007x", 14, SEQUENCE_ENDS },
		{ "]11;rgb:0/0/0\033\\x", 15, SEQUENCE_ENDS },
		{ "]11;rgb\033[A", 9, SEQUENCE_BREAKS },
		{ "]11;rgb\rx", 8, SEQUENCE_BREAKS },
		{ "]11;rgb", 7, SEQUENCE_GOES_ON },
		{ "[1;3", 4, SEQUENCE_GOES_ON },
	};

	(void)state;
	assert_true(sequence_begins('[') && sequence_begins('O') &&
	            sequence_begins(']'));
	assert_false(sequence_begins('q') || sequence_begins(0x1b));
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct sequence sequence = { .len = 0 };
		enum sequence_step step = SEQUENCE_GOES_ON;
		size_t at = 0;

		while (step == SEQUENCE_GOES_ON && cases[i].bytes[at])
			step = sequence_add(
				&sequence, (unsigned char)cases[i].bytes[at++]);
		if (at != cases[i].len || step != cases[i].last)
			fail_msg("'%s': %zu", cases[i].bytes, at);
	}
}

/* A sequence that is too long is none, and its end is found. */
static void long_sequences_are_read_to_their_end(void **state)
{
	struct sequence sequence = { .len = 0 };

	(void)state;
	sequence_add(&sequence, ']');
	assert_int_equal(sequence_add(&sequence, 'x'), SEQUENCE_BREAKS);
	for (int i = 0; i < 1000; i++)
		assert_int_equal(sequence_add(&sequence, '1'),
		                 SEQUENCE_GOES_ON);
	assert_int_equal(sequence_add(&sequence, 0x1b), SEQUENCE_GOES_ON);
	assert_int_equal(sequence_add(&sequence, '\\'), SEQUENCE_ENDS);
	assert_int_equal(sequence_str(&sequence).len, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_are_believed_once),
		cmocka_unit_test(what_is_no_answer_is_none),
		cmocka_unit_test(the_background_is_believed_once),
		cmocka_unit_test(what_was_not_asked_is_not_believed),
		cmocka_unit_test(sequences_end),
		cmocka_unit_test(long_sequences_are_read_to_their_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
