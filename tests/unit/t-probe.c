/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/probe.h"

#include "base/mem.h"
#include "ui/term/sequence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define QUESTION "\033[2;1H\xe2\x80\x9c\033[6n\033[2;5H\xc2\xb7\033[6n\r\033[K"

static void ask(struct probe *probe, int cols)
{
	struct buf question;

	buf_init(&question);
	probe_init(probe, cols);
	assert_false(probe_awaits(probe));
	probe_ask(probe, &question);
	assert_string_equal(question.ptr, QUESTION);
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
		assert_false(probe_take(&probe, STR("[2;3R")));
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
		assert_false(probe_take(&probe, str_from(others[i])));
	assert_true(probe_take(&probe, STR("[2;3R")));
	assert_true(probe_awaits(&probe));
	probe_give_up(&probe);
	assert_false(probe_awaits(&probe));
	assert_false(probe_take(&probe, STR("[2;7R")));
	assert_int_equal(probe_most_cols(&probe), 2);
}

/* All of a sequence and nothing behind it. */
static void sequences_end(void **state)
{
	static const struct {
		const char *bytes;
		size_t len;
	} cases[] = {
		{ "[Ax", 2 },      { "OPx", 2 },   { "[1;3Rx", 5 },
		{ "[?1;2$yx", 7 }, { "[200~", 5 }, { "[<0;1;2Mm", 8 },
	};

	(void)state;
	assert_true(sequence_begins('[') && sequence_begins('O'));
	assert_false(sequence_begins('q') || sequence_begins(0x1b));
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct str all = str_from(cases[i].bytes);
		size_t len = 1;

		while (len < all.len &&
		       sequence_goes_on(str_slice(all, 0, len)))
			len++;
		assert_int_equal(len, cases[i].len);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_are_believed_once),
		cmocka_unit_test(what_is_no_answer_is_none),
		cmocka_unit_test(sequences_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
