/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/pinyin.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static size_t find(const struct pinyin *pinyin, struct str letters,
                   struct str text, size_t *end)
{
	struct spelling spelling = spelling_of(letters);

	return pinyin_find(pinyin, &spelling, text, 0, end);
}

static void letters_find_characters(void **state)
{
	static const struct {
		const char *letters, *text;
		const char *want; /* what is found; NULL: nothing */
	} cases[] = {
		{ "yqfk", "在疫情防控一线", "疫情防控" },
		{ "yiqing", "在疫情防控一线", "疫情" },
		{ "yiqing fk", "在疫情防控一线", "疫情防控" },
		{ "YiQing FangKong", "在疫情防控一线", "疫情防控" },
		{ "yqfangk", "在疫情防控一线", "疫情防控" },
		/* the last syllable may have only begun */
		{ "yiqin", "在疫情防控一线", "疫情" },
		{ "yiq", "在疫情防控一线", "疫情" },
		{ " yi qin ", "在疫情防控一线", "疫情" },
		/* spaces part characters */
		{ "xi an", "先安，西安", "西安" },
		{ "yi q ing", "在疫情防控一线", NULL },
		/* zh, ch, sh are initials as z, c, s are */
		{ "zhg", "在中国", "中国" },
		{ "zg", "在中国", "中国" },
		/* several readings */
		{ "cq", "重庆", "重庆" },
		{ "chongqing", "重庆", "重庆" },
		{ "zhongyao", "重要", "重要" },
		{ "yh", "银行", "银行" },
		{ "yinhang", "銀行", "銀行" },
		{ "xingren", "行人", "行人" },
		{ "cs", "长沙", "长沙" },
		{ "shizhang", "市长", "市长" },
		{ "nvren", "女人", "女人" },
		{ "xian", "西安", "西安" },
		/* one character is not enough, and marks part them */
		{ "yi", "疫", NULL },
		{ "qing", "情，防", NULL },
		{ "yqfk", "疫情，防控", NULL },
		{ "yqfk", "疫情", NULL },
		{ "zzz", "中国", NULL },
	};
	struct pinyin *pinyin = pinyin_new();

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct str text = str_from(cases[i].text);
		size_t end = 0;
		size_t at =
			find(pinyin, str_from(cases[i].letters), text, &end);

		if ((at == NPOS) != !cases[i].want ||
		    (at != NPOS && !str_equal(str_slice(text, at, end),
		                              str_from(cases[i].want))))
			fail_msg("%s in %s: %zu-%zu", cases[i].letters,
			         cases[i].text, at, end);
	}
	pinyin_free(pinyin);
}

static void only_letters_are_readings(void **state)
{
	(void)state;
	assert_true(pinyin_can_be(STR("yq fk")));
	assert_false(pinyin_can_be(STR("y")));
	assert_false(pinyin_can_be(STR("yq1")));
	assert_false(pinyin_can_be(STR("疫qing")));
	assert_false(pinyin_can_be(STR("")));
}

static void letters_stand_for_characters(void **state)
{
	static const struct {
		const char *letters;
		size_t chars; /* at least; 0: for none */
	} cases[] = {
		{ "lflk", 4 },    { "yiqing", 2 },      { "yiqing fk", 4 },
		{ "zhg", 2 },     { "xi an", 2 },       { "zhuang", 2 },
		{ "ii", 0 },      { "yi v", 0 },        { "zhuangzhuang", 2 },
		{ " y  q ", 2 },  { "yiqingfangk", 4 }, { "xianggang", 2 },
		{ "changan", 2 }, { "a", 2 },           { "", 0 },
		{ "  ", 0 },
	};
	char letters[256];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		if (spelling_of(str_from(cases[i].letters)).chars !=
		    cases[i].chars)
			fail_msg("%s: %zu", cases[i].letters,
			         spelling_of(str_from(cases[i].letters)).chars);
	memset(letters, 'l', sizeof letters);
	assert_int_equal(spelling_of((struct str){ letters, 32 }).chars, 32);
	assert_int_equal(spelling_of((struct str){ letters, 33 }).chars, 0);
	assert_int_equal(spelling_of((struct str){ letters, 256 }).chars, 0);
}

/* Wherever they stand beside characters of other lengths, and in each other's way. */
static void no_place_is_passed_over(void **state)
{
	static const char *const between[] = { "",   "a",    "ab",        "é",
		                               "报", "报报", "\U0001f600" };
	struct pinyin *pinyin = pinyin_new();
	struct buf text;

	(void)state;
	buf_init(&text);
	for (size_t i = 0;
	     i < ARRAY_LEN(between) * ARRAY_LEN(between) * ARRAY_LEN(between);
	     i++) {
		size_t n = ARRAY_LEN(between), at, end;

		buf_clear(&text);
		buf_add_c(&text, between[i % n]);
		buf_add_c(&text, "联防联");
		buf_add_c(&text, between[i / n % n]);
		at = text.len;
		buf_add_c(&text, "联防联控");
		buf_add_c(&text, between[i / n / n]);
		/* 联防联 with nothing behind it goes on in 联 and not 控. */
		assert_int_equal(
			find(pinyin, STR("lflk"), buf_str(&text), &end), at);
		assert_int_equal(end, at + 12);
	}
	buf_release(&text);
	pinyin_free(pinyin);
}

/* Patterns that could be read in many ways end soon. */
static void many_ways_end(void **state)
{
	struct pinyin *pinyin = pinyin_new();
	char letters[200], text[400 * 3 + 1];
	size_t end;

	(void)state;
	memset(letters, 'a', sizeof letters);
	for (size_t i = 0; i < 400; i++)
		memcpy(text + 3 * i, "啊", 3);
	assert_int_equal(find(pinyin, (struct str){ letters, sizeof letters },
	                      (struct str){ text, 1200 }, &end),
	                 NPOS);
	/* 都 is dou and du. */
	memset(letters, 'd', 31);
	letters[31] = 'z';
	for (size_t i = 0; i < 400; i++)
		memcpy(text + 3 * i, "都", 3);
	assert_int_equal(find(pinyin, (struct str){ letters, 32 },
	                      (struct str){ text, 1200 }, &end),
	                 NPOS);
	pinyin_free(pinyin);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_find_characters),
		cmocka_unit_test(only_letters_are_readings),
		cmocka_unit_test(letters_stand_for_characters),
		cmocka_unit_test(no_place_is_passed_over),
		cmocka_unit_test(many_ways_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
