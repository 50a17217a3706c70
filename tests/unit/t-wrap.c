/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/wrap.h"

#include "../lib/fixture.h"
#include "base/mem.h"
#include "text/glyph.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The lines of `text` at `cols`, with '|' between them. */
static char *wrapped(const char *text, int cols, int hang_cols,
                     enum wrap_level level)
{
	struct wrap wrap;
	struct buf out;

	buf_init(&out);
	wrap_init(&wrap, str_from(text), 1, level);
	for (size_t at = 0; at < wrap.text.len;) {
		struct wrap_line line = wrap_line(&wrap, at, cols, hang_cols);

		if (at)
			buf_add_byte(&out, '|');
		buf_add(&out, str_slice(wrap.text, line.start, line.end));
		at = line.next;
	}
	wrap_release(&wrap);
	return buf_steal(&out);
}

static void lines_end_where_the_rules_say(void **state)
{
	static const struct {
		const char *text;
		int cols, hang_cols;
		const char *want;
	} cases[] = {
		{ "", 10, 0, "" },
		{ "报栏报栏报栏", 6, 0, "报栏报|栏报栏" },
		{ "报栏报栏报栏", 7, 0, "报栏报|栏报栏" },
		/* 行首禁则: no closing mark begins a line */
		{ "今天下雨，明天晴。", 8, 0, "今天下|雨，明天|晴。" },
		/* one mark may hang */
		{ "今天下雨，明天晴。", 8, 2, "今天下雨，|明天晴。" },
		{ "今天下雨。”明天", 8, 2, "今天下|雨。”明|天" },
		/* 行尾禁则: no opening mark ends one */
		{ "他说（你好）走", 6, 0, "他说|（你|好）走" },
		/* quotes are free on their outer side */
		{ "强“四责”之", 6, 0, "强“四|责”之" },
		/* a unit stays with its number */
		{ "共57万人2月19日", 6, 0, "共57万|人2月|19日" },
		{ "增长了5.2%左右", 8, 0, "增长了|5.2%左右" },
		/* —— and …… are whole; · ～ - never begin a line */
		{ "关爱……你们", 5, 0, "关|爱……|你们" },
		{ "甲乙·丙丁～戊", 5, 0, "甲乙·|丙|丁～|戊" },
		/* words break at spaces, and inside only when too long */
		{ "the quick brown fox", 9, 0, "the quick|brown fox" },
		{ "网址abcdefghijkl完", 6, 0, "网址|abcdef|ghijkl|完" },
		{ "don’t stop", 6, 0, "don’t|stop" },
		/* a word too long is broken where no mark is torn from it */
		{ "abcdef，栏", 6, 0, "abcde|f，栏" },
		{ "abcdef，栏", 6, 2, "abcdef，|栏" },
		{ "（abcdefgh", 3, 0, "（a|bcd|efg|h" },
		{ "甲\u202e，栏", 10, 0, "甲|\u202e，|栏" },
		{ "，。、；：？", 4, 0, "，。|、；|：？" },
		/* a space parts no mark from its text, and no unit */
		{ "the ，。栏", 5, 0, "th|e ，|。栏" },
		{ "新报 ，栏", 5, 0, "新|报 ，|栏" },
		{ "新报（ 栏", 6, 0, "新报|（ 栏" },
		{ "共有57 万人", 6, 0, "共有|57 万|人" },
		{ "said ’tis", 5, 0, "said|’tis" },
		/* with a mark on it a space is a character */
		{ "报 \u0301c", 2, 0, "报| \u0301c" },
		/* one glyph at least */
		{ "报栏", 1, 0, "报|栏" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char *got = wrapped(cases[i].text, cases[i].cols,
		                    cases[i].hang_cols, WRAP_BASIC);

		assert_string_equal(got, cases[i].want);
		free(got);
	}
}

/* The bundled page as one line. */
static struct str bundled_text(struct buf *buf)
{
	size_t kept = 0;

	fixture_read(buf, FIXTURE_BUNDLED);
	for (size_t i = 0; i < buf->len; i++)
		if (buf->ptr[i] != '\n')
			buf->ptr[kept++] = buf->ptr[i];
	buf->len = kept;
	return buf_str(buf);
}

static const char *const nasty[] = {
	"\xe2\x80\x9c\xe2\x80\x9c((（（《《",
	"))）），，。。……————",
	"a\u0301\u0301\u0301\u0301\u0301\u0301b\u202ec\U000e0041d",
	"     leading and   many    spaces     ",
	"👨‍👩‍👧‍👦👍🏽🇨🇳❤️ 각 नि",
	"http://www.example.org/a/very/long/path-with-dashes?x=1&y=2",
	"１２３４５６７８９０１２３４５６７８９０",
};

static bool is_one_of(struct str text, size_t at, const char *set)
{
	ptrdiff_t len = 1;
	char one[8] = { 0 };

	while (at + (size_t)len < text.len &&
	       ((unsigned char)text.ptr[at + (size_t)len] & 0xc0) == 0x80)
		len++;
	memcpy(one, text.ptr + at, (size_t)len);
	return strstr(set, one) != NULL;
}

static void check_lines(struct str text, int cols, int hang_cols)
{
	struct wrap wrap;
	size_t at = 0;

	wrap_init(&wrap, text, 1, WRAP_BASIC);
	while (at < text.len) {
		struct wrap_line line = wrap_line(&wrap, at, cols, hang_cols);
		struct str shown = str_slice(text, line.start, line.end);

		assert_int_equal(line.start, at);
		assert_true(line.next > at && line.end <= line.next);
		for (size_t i = line.end; i < line.next; i++)
			assert_int_equal(text.ptr[i], ' ');
		if (line.cols > cols + hang_cols && shown.len)
			assert_int_equal(glyph_next(shown, 0, 1).end,
			                 shown.len);
		/* Six cells hold any chain of marks that stands here. */
		if (cols >= 16 && at)
			assert_false(is_one_of(text, at, "，。、；：？！）》"));
		at = line.next;
	}
	wrap_release(&wrap);
}

static void each_byte_is_on_one_line(void **state)
{
	struct buf buf;
	struct str text;

	(void)state;
	buf_init(&buf);
	text = bundled_text(&buf);
	for (int cols = 2; cols <= 200; cols++) {
		check_lines(text, cols, 0);
		check_lines(text, cols, 2);
	}
	buf_release(&buf);
	for (size_t i = 0; i < sizeof nasty / sizeof *nasty; i++)
		for (int cols = 1; cols < 15; cols++)
			check_lines(str_from(nasty[i]), cols, cols % 3);
}

static void levels_keep_more_or_less(void **state)
{
	static const struct {
		const char *text;
		int cols;
		const char *want[WRAP_LEVELS]; /* NULL: as at the basic level */
	} cases[] = {
		{ "今天下雨，好", 8, { "今天下|雨，好", "今天下雨|，好" } },
		{ "他说（你好）", 6, { "他说|（你|好）", "他说（|你好）" } },
		{ "甲乙／丙",
		  6,
		  { "甲乙／|丙", NULL, "甲|乙／丙", "甲|乙／丙" } },
		{ "甲乙丙——丁",
		  6,
		  { "甲乙丙|——丁", NULL, NULL, "甲乙|丙——丁" } },
		{ "共57万人", 5, { "共|57万|人" } },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		for (int level = 0; level < WRAP_LEVELS; level++) {
			const char *want = cases[i].want[level];
			char *got = wrapped(cases[i].text, cases[i].cols, 0,
			                    (enum wrap_level)level);

			assert_string_equal(got,
			                    want ? want : cases[i].want[0]);
			free(got);
		}
	assert_int_equal(wrap_level_named("gb"), WRAP_GB);
	assert_int_equal(wrap_level_named("GB"), WRAP_LEVELS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(levels_keep_more_or_less),
		cmocka_unit_test(lines_end_where_the_rules_say),
		cmocka_unit_test(each_byte_is_on_one_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
