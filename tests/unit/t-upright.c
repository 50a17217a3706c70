/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/upright.h"

#include "../lib/fixture.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "text/glyph.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Each row of the text, with '|' between them. */
static char *rows_of(const char *text, bool plain)
{
	struct str all = str_from(text);
	struct buf out;

	buf_init(&out);
	for (size_t at = 0, next; at < all.len; at = next) {
		next = upright_next(all, at);
		if (at)
			buf_add_byte(&out, '|');
		upright_show(&out, all, at, next, plain, 1);
	}
	return buf_steal(&out);
}

static void characters_stand_in_rows(void **state)
{
	static const struct {
		const char *text;
		bool plain;
		const char *want;
	} cases[] = {
		{ "", false, "" },
		{ "报栏", false, "报|栏" },
		{ "“报栏”，是。", false, "﹃|报|栏|﹄|︐|是|︒" },
		{ "“报栏”，是。", true, "“ |报|栏|” |，|是|。" },
		{ "（一）——……", false, "︵|一|︶|︱|︱|︙|︙" },
		/* two digits stand side by side, others do not */
		{ "2月19日", false, "２|月|19|日" },
		{ "2020年", false, "２|０|２|０|年" },
		{ "123", false, "１|２|３" },
		{ "ab c", false, "ａ|ｂ|  |ｃ" },
		/* a space beside an ideograph has no row */
		{ "2 月 19日", false, "２|月|19|日" },
		{ "报 栏 a", false, "报|栏|ａ" },
		{ "(a)", false, "︵|ａ|︶" },
		/* what must not be drawn, and what is not seen */
		{ "报\u202e栏", false, "报|〓|栏" },
		{ "报\ue000栏", false, "报|〓|栏" },
		{ "报\u200b栏", false, "报|栏" },
		{ "e\u0301", false, "e\u0301 " },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		char *got = rows_of(cases[i].text, cases[i].plain);

		assert_string_equal(got, cases[i].want);
		free(got);
	}
}

/* Each row is two cells wide, whatever the text. */
static void rows_are_two_cells(void **state)
{
	(void)state;
	for (uint32_t seed = 1; seed <= 100; seed++) {
		struct buf text, shown;

		buf_init(&text);
		buf_init(&shown);
		fixture_generate(&text, seed);
		for (size_t at = 0, next; at < text.len; at = next) {
			next = upright_next(buf_str(&text), at);
			assert_true(next > at && next <= text.len);
			for (int cols = 1; cols <= 2; cols++) {
				buf_clear(&shown);
				upright_show(&shown, buf_str(&text), at, next,
				             false, cols);
				if (text_cols(buf_str(&shown), cols) != 2)
					fail_msg("seed %u: '%s' (of '%.*s') is "
					         "%d cells at %d",
					         (unsigned)seed, shown.ptr,
					         (int)(next - at),
					         text.ptr + at,
					         text_cols(buf_str(&shown),
					                   cols),
					         cols);
			}
		}
		buf_release(&text);
		buf_release(&shown);
	}
}

static bool is_among(struct str text, size_t at, const char *set)
{
	size_t end = upright_next(text, at);

	return str_find(str_from(set), str_slice(text, at, end), 0) != NPOS;
}

/* No mark that 禁则 keeps from the head or the foot of a line stands there, at any
 * height of the window. */
static void lines_keep_the_rules(void **state)
{
	struct issue *issue = fixture_issue(FIXTURE_BUNDLED);

	(void)state;
	for (size_t p = 0; p < issue->passage_count; p++)
		for (int rows = 6; rows <= 40; rows++) {
			struct str text = issue->passages[p].text;
			struct wrap wrap;
			size_t at = 0;

			wrap_init(&wrap, text, 1, WRAP_BASIC);
			while (at < text.len) {
				struct wrap_line line =
					upright_line(&wrap, at, rows, 1);

				assert_int_equal(line.start, at);
				assert_true(line.cols <= rows + 1);
				assert_int_equal(
					line.cols,
					upright_rows(text, at, line.end));
				if (at)
					assert_false(is_among(
						text, at,
						"，。、；：？！）》”’"));
				at = line.next;
			}
			wrap_release(&wrap);
		}
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters_stand_in_rows),
		cmocka_unit_test(rows_are_two_cells),
		cmocka_unit_test(lines_keep_the_rules),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
