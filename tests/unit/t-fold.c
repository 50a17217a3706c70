/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/fold.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unitypes.h>

#include <cmocka.h>

static void same_things_fold_to_the_same(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "", "" },
		{ "报栏", "报栏" },
		{ "Paper PAPER", "paper paper" },
		{ "１２３ＡＢ", "123ab" },
		{ "ｱ", "ア" },
		{ "，。！（）", ",。!()" },
		{ "㎡①Ⅷﬁ", "m21viiifi" },
		{ "“a”「b」『c』«d»", "\"a\"\"b\"\"c\"\"d\"" },
		{ "‘a’", "'a'" },
		{ "……", "……" },
		/* white space: none beside Chinese, else one */
		{ "57 万", "57万" },
		{ "万 57", "万57" },
		{ "报\u3000栏", "报栏" },
		{ "报 “栏”", "报\"栏\"" },
		{ "a …… b", "a……b" },
		{ "the \t\n paper", "the paper" },
		{ " a ", "a" },
		{ "   ", "" },
		/* and whatever width or shape it stands beside */
		{ "ｎｅｗ　ｙｏｒｋ", "new york" },
		{ "a ｂ", "a b" },
		{ "３ 000", "3 000" },
		{ "said “no”", "said\"no\"" },
		{ "said \"no\"", "said\"no\"" },
		{ "(a) , b", "(a),b" },
		{ "100 ㎡", "100m2" },
		{ "100 m2", "100m2" },
		{ "ﬁ ﬂ", "fi fl" },
		{ "e\u0301 a", "e\u0301 a" },
		/* what is not seen */
		{ "a\u200bb\u00adc", "abc" },
		{ "\ufeff报", "报" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct folded folded;

		fold(&folded, str_from(cases[i].text));
		assert_string_equal(folded.text, cases[i].want);
		assert_int_equal(folded.len, str_from(cases[i].want).len);
		folded_release(&folded);
	}
}

/* The way back leads to beginnings of characters, and never backwards. */
static void each_byte_knows_where_it_is_from(void **state)
{
	static const char *const texts[] = {
		"",       "报栏",      "57 万人",        "㎡x",
		" a  b ", "ｱﾞ\u200b①", "“The” Paper 报", "e\u0301\u0301",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		struct str text = str_from(texts[i]);
		struct folded folded;

		fold(&folded, text);
		assert_int_equal(folded.from[folded.len], text.len);
		for (size_t b = 0; b < folded.len; b++) {
			size_t from = folded.from[b];

			assert_true(from < text.len);
			assert_true(from <= folded.from[b + 1]);
			assert_true(((unsigned char)text.ptr[from] & 0xc0) !=
			            0x80);
		}
		folded_release(&folded);
	}
}

static void a_place_is_found_again(void **state)
{
	struct folded folded;

	(void)state;
	fold(&folded, STR("共 57 万㎡"));
	assert_string_equal(folded.text, "共57万m2");
	assert_int_equal(folded.from[3], 4);  /* 5 */
	assert_int_equal(folded.from[5], 7);  /* 万 */
	assert_int_equal(folded.from[8], 10); /* m */
	assert_int_equal(folded.from[9], 10); /* 2 */
	folded_release(&folded);
}

static bool is_quote(ucs4_t c)
{
	return (c >= 0x2018 && c <= 0x201f) || c == 0xab || c == 0xbb ||
	       (c >= 0x300c && c <= 0x300f) || (c >= 0x301d && c <= 0x301f);
}

/* The table says what libunistring says, of all of the Basic Plane; of Han only that
 * it folds to Han, and no further. */
static void the_table_is_that_of_the_library(void **state)
{
	(void)state;
	for (ucs4_t c = 1; c < 0x10000; c++) {
		ucs4_t norm[32], want = 0, got = fold_one(c);
		size_t len = ARRAY_LEN(norm);

		if (uc_is_general_category(c, UC_UNASSIGNED) ||
		    uc_is_general_category(c, UC_SURROGATE) || c == 0x2026)
			continue;
		assert_ptr_equal(u32_normalize(UNINORM_NFKC, &c, 1, norm, &len),
		                 norm);
		if (len == 1)
			want = norm[0] > 0xffff ? 0 : uc_tolower(norm[0]);
		if (got)
			assert_int_equal(fold_one(got), got);
		if (is_quote(want))
			assert_true(got == '"' || got == '\'');
		else if (want >= 0x2e80 && want <= 0xfaff)
			assert_true(got >= 0x2e80 && got <= 0xfaff);
		else if (got != want)
			fail_msg("U+%04X folds to U+%04X, not U+%04X",
			         (unsigned)c, (unsigned)got, (unsigned)want);
	}
}

static void traditional_characters_are_simplified_ones(void **state)
{
	static const char *const pairs[][2] = {
		{ "聯防聯控", "联防联控" },
		{ "臺灣", "台湾" },
		{ "後來", "后来" },
		{ "頭髮發現", "头发发现" },
		{ "國語", "国语" },
		{ "乾隆", "干隆" },
		{ "復工，複製，反覆", "复工，复制，反复" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
		struct folded a, b;

		fold(&a, str_from(pairs[i][0]));
		fold(&b, str_from(pairs[i][1]));
		assert_string_equal(a.text, b.text);
		folded_release(&a);
		folded_release(&b);
	}
}

/* The short way says what the long one does, or nothing. */
static void a_place_is_looked_up(void **state)
{
	static const char *const texts[] = {
		"致读者，５７万人。聯防聯控",
		"共 57 万㎡，“报”栏ﬁ",
		"a报b",
		"",
	};
	size_t told = 0;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		struct str text = str_from(texts[i]);
		struct folded folded;

		fold(&folded, text);
		for (size_t at = 0; at < folded.len; at++) {
			size_t start, end;

			if (!fold_place(text, 0, (struct fold_range){ at, 1 },
			                &start, &end) &&
			    !fold_place(text, 0, (struct fold_range){ at, 3 },
			                &start, &end))
				continue;
			told++;
			assert_int_equal(start, folded.from[at]);
			assert_true(end > start && end <= text.len);
		}
		folded_release(&folded);
	}
	/* All characters of the first text, and the first of the second. */
	assert_int_equal(told, 14);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_table_is_that_of_the_library),
		cmocka_unit_test(traditional_characters_are_simplified_ones),
		cmocka_unit_test(same_things_fold_to_the_same),
		cmocka_unit_test(each_byte_knows_where_it_is_from),
		cmocka_unit_test(a_place_is_found_again),
		cmocka_unit_test(a_place_is_looked_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
