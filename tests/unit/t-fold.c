/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/fold.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(same_things_fold_to_the_same),
		cmocka_unit_test(each_byte_knows_where_it_is_from),
		cmocka_unit_test(a_place_is_found_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
