/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/fold.h"

#include "base/mem.h"
#include "text/width.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>
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
		/* marks apart from their letters */
		{ "e\u0301 a", "é a" },
		{ "Vie\u0323\u0302t", "việt" },
		{ "\u1112\u1161\u11ab\u1100\u1173\u11af", "한글" },
		{ "ﾊﾟﾝﾀﾞ", "パンダ" },
		{ "か\u3099", "が" },
		/* full case folding */
		{ "Straße ΟΔΥΣΣΕΥΣ", "strasse οδυσσευσ" },
		{ "Œ", "œ" },
		/* one middle dot, one zero of years */
		{ "・•‧･∙", "·····" },
		{ "二○二四", "二〇二四" },
		{ "a‐b‑c–d−e", "a-b-c-d-e" },
		/* radicals */
		{ "⼯⽇⻛⻋", "工日风车" },
		/* variation selectors */
		{ "葛\U000E0100a\ufe0f", "葛a" },
		/* what is not seen */
		{ "a\u200bb\u00adc", "abc" },
		{ "\ufeff报", "报" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct buf folded;

		buf_init(&folded);
		fold_add(&folded, str_from(cases[i].text), NULL);
		assert_string_equal(folded.ptr, cases[i].want);
		assert_int_equal(folded.len, str_from(cases[i].want).len);
		buf_release(&folded);
	}
}

/* Texts folded one after the other, a border behind each, with the way back. */
struct many {
	struct buf folded;
	struct fold_marks marks;
};

static void fold_many(struct many *many, const struct str *texts, size_t count)
{
	*many = (struct many){ 0 };
	buf_init(&many->folded);
	for (size_t i = 0; i < count; i++) {
		fold_add(&many->folded, texts[i], &many->marks);
		buf_add_byte(&many->folded, '\n');
	}
}

static void release_many(struct many *many)
{
	buf_release(&many->folded);
	free(many->marks.items);
}

static bool starts_char(struct str text, size_t at)
{
	return at == text.len || ((unsigned char)text.ptr[at] & 0xc0) != 0x80;
}

/* The way back from each character, alone and with the one behind it, leads to
 * characters that fold to just that. */
static void check_way_back(const struct str *texts, size_t count)
{
	struct fold_walk walk = { 0 };
	struct many many;
	struct str folded;
	size_t next, done = 0;

	fold_many(&many, texts, count);
	folded = buf_str(&many.folded);
	for (size_t at = 0; at < folded.len; at = next) {
		struct fold_origin origin;
		struct buf again;
		struct str text;

		for (next = at + 1; !starts_char(folded, next);)
			next++;
		if (folded.ptr[at] == '\n')
			continue;
		origin = fold_origin(&walk, &many.marks, at, next - at);
		text = texts[origin.text];
		assert_true(origin.start < origin.end);
		assert_true(origin.end <= text.len);
		assert_true(starts_char(text, origin.start));
		assert_true(starts_char(text, origin.end));
		assert_true(origin.folded_end >= next);
		done++;
		if (origin.folded_end > next)
			continue;
		buf_init(&again);
		fold_add(&again, str_slice(text, origin.start, origin.end),
		         NULL);
		/* White space by itself is dropped. */
		assert_true(again.len > 0 || folded.ptr[at] == ' ');
		assert_true(
			str_ends(str_slice(folded, 0, next), buf_str(&again)));
		buf_release(&again);
	}
	assert_true(done > 0);
	release_many(&many);
}

static void each_character_knows_where_it_is_from(void **state)
{
	static const char *const units[] = {
		"",       "报栏",      "57 万人",        "㎡x",
		" a  b ", "ｱﾞ\u200b①", "“The” Paper 报", "e\u0301\u0301",
		"",       " ",         "聯防，５７、a",  "\U0002f804報",
	};
	struct str texts[ARRAY_LEN(units)];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(units); i++)
		texts[i] = str_from(units[i]);
	check_way_back(texts, ARRAY_LEN(units));
}

static void add_times(struct buf *out, const char *text, size_t times)
{
	while (times--)
		buf_add_c(out, text);
}

/* Longer than a mark can tell of: what goes byte by byte, what is dropped, what goes
 * together, and one behind the other. */
static void the_way_back_may_be_long(void **state)
{
	static const struct {
		const char *unit;
		size_t times;
	} units[] = {
		{ "报", 50000 }, { "，", 1 },       { "报", 22000 },
		{ " ", 1 },      { "栏", 1 },       { "报", 22000 },
		{ " ", 40000 },  { "栏a", 1 },      { " ", 300 },
		{ "york，", 1 }, { "new", 1 },      { "\t", 100000 },
		{ "york", 1 },   { "\u200b", 255 }, { "报１", 1 },
	};
	struct buf text;
	struct str texts[2];

	(void)state;
	buf_init(&text);
	for (size_t i = 0; i < ARRAY_LEN(units); i++)
		add_times(&text, units[i].unit, units[i].times);
	texts[0] = texts[1] = buf_str(&text);
	check_way_back(texts, 2);
	buf_release(&text);
}

static void a_place_is_found_again(void **state)
{
	static const struct {
		const char *unit;
		size_t start, end;
		const char *whole; /* that is left out of other hits */
	} cases[] = {
		{ "共", 0, 3, "共" },    { "57", 4, 6, "57" },
		{ "7万", 5, 10, "7万" }, { "万m", 7, 13, "万m2" },
		{ "2a", 10, 14, "2a" },  { "a b", 13, 18, "a b" },
		{ "b,", 17, 21, "b," },
	};
	struct str text = STR("共 57 万㎡a   b，");
	struct many many;

	(void)state;
	fold_many(&many, &text, 1);
	assert_string_equal(many.folded.ptr, "共57万m2a b,\n");
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct str unit = str_from(cases[i].unit);
		size_t at = str_find(buf_str(&many.folded), unit, 0);
		struct fold_walk walk = { 0 };
		struct fold_origin origin =
			fold_origin(&walk, &many.marks, at, unit.len);

		assert_int_equal(origin.text, 0);
		assert_int_equal(origin.start, cases[i].start);
		assert_int_equal(origin.end, cases[i].end);
		assert_int_equal(origin.folded_end,
		                 at + str_from(cases[i].whole).len);
	}
	release_many(&many);
}

static bool is_quote(ucs4_t c)
{
	return (c >= 0x2018 && c <= 0x201f) || c == 0xab || c == 0xbb ||
	       (c >= 0x300c && c <= 0x300f) || (c >= 0x301d && c <= 0x301f);
}

/* Does our Unicode know the character?  Of a newer libunistring the others say
 * nothing about the table. */
static bool is_known(ucs4_t c)
{
	return width_class(c) != CLASS_HOSTILE ||
	       !uc_is_general_category(c, UC_CATEGORY_L);
}

static bool is_one_mark(ucs4_t c)
{
	return c == 0xb7 || c == 0x2022 || c == 0x2027 || c == 0x2219 ||
	       c == 0x22c5 || c == 0x30fb || c == 0x25cb || c == 0x25ef ||
	       (c >= 0x2010 && c <= 0x2013) || c == 0x2212;
}

/* What libunistring folds a normalized character to: one of the Basic Plane, or 0. */
static ucs4_t want_of(const ucs4_t *norm, size_t count)
{
	ucs4_t folded[32];
	size_t len = ARRAY_LEN(folded);

	assert_ptr_equal(
		u32_casefold(norm, count, NULL, UNINORM_NFKC, folded, &len),
		folded);
	return len == 1 && folded[0] <= 0xffff ? folded[0] : 0;
}

/* The table says what libunistring says, of all of the Basic Plane that both know; of
 * Han only that it folds to Han, and no further. */
static void the_table_is_that_of_the_library(void **state)
{
	(void)state;
	for (ucs4_t c = 1; c < 0x10000; c++) {
		ucs4_t norm[32], want = 0, got = fold_one(c);
		size_t len = ARRAY_LEN(norm);

		if (uc_is_general_category(c, UC_UNASSIGNED) ||
		    uc_is_general_category(c, UC_SURROGATE) || !is_known(c) ||
		    c == 0x2026)
			continue;
		assert_ptr_equal(u32_normalize(UNINORM_NFKC, &c, 1, norm, &len),
		                 norm);
		want = want_of(norm, len);
		if (got)
			assert_int_equal(fold_one(got), got);
		if (is_one_mark(want))
			assert_true(got == 0xb7 || got == 0x3007 || got == '-');
		else if (is_quote(want))
			assert_true(got == '"' || got == '\'');
		else if (want >= 0x2e80 && want <= 0xfaff)
			assert_true(!got || (got >= 0x2e80 && got <= 0xfaff));
		else if (got != want)
			fail_msg("U+%04X folds to U+%04X, not U+%04X",
			         (unsigned)c, (unsigned)got, (unsigned)want);
	}
}

/* Unihan calls them variants of each other; they are words of their own. */
static void standard_characters_stay_apart(void **state)
{
	static const char *const pairs[][2] = {
		{ "氯", "绿" }, { "坯", "坏" }, { "寡", "关" }, { "烟", "完" },
		{ "末", "未" }, { "他", "它" }, { "奶", "你" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
		ucs4_t a, b;

		u8_mbtouc(&a, (const uint8_t *)pairs[i][0], 3);
		u8_mbtouc(&b, (const uint8_t *)pairs[i][1], 3);
		assert_int_not_equal(fold_one(a), fold_one(b));
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
		/* variants that have no simplified form of their own */
		{ "衞生署説羣眾在牀上", "卫生署说群众在床上" },
		{ "山峯、橋樑、鍛鍊、洩漏", "山峰、桥梁、锻炼、泄漏" },
		{ "妳，牠，拚命", "你，它，拼命" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
		struct buf a, b;

		buf_init(&a);
		buf_init(&b);
		fold_add(&a, str_from(pairs[i][0]), NULL);
		fold_add(&b, str_from(pairs[i][1]), NULL);
		assert_string_equal(a.ptr, b.ptr);
		buf_release(&a);
		buf_release(&b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_table_is_that_of_the_library),
		cmocka_unit_test(standard_characters_stay_apart),
		cmocka_unit_test(traditional_characters_are_simplified_ones),
		cmocka_unit_test(same_things_fold_to_the_same),
		cmocka_unit_test(each_character_knows_where_it_is_from),
		cmocka_unit_test(the_way_back_may_be_long),
		cmocka_unit_test(a_place_is_found_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
