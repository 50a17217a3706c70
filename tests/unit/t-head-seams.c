/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/head_seams.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void units_with_text(struct units *units, const char *text)
{
	struct unit *unit;

	*units = (struct units){ 0 };
	unit = units_add(units);
	unit->kind = UNIT_TEXT;
	buf_add_c(&unit->text, text);
	unit = units_add(units);
	unit->kind = UNIT_HEAD;
	buf_add_c(&unit->text, "园建好了");
}

static void a_word_of_the_text_is_broken(void **state)
{
	struct units units;

	(void)state;
	units_with_text(&units, "东湖公园昨天重新开放。");
	assert_true(head_seam_in_word(&units, STR("东湖公"), STR("园开放")));
	assert_false(head_seam_in_word(&units, STR("东湖园"), STR("建好了")));
	units_release(&units);
}

static void two_phrases_have_a_pause(void **state)
{
	static const struct {
		const char *one, *two;
		bool is_pause;
	} rows[] = {
		{ "清晨五点的城西码头", "最后一班渡船开走以后", true },
		{ "车位难，难在“看不见”", "三条老街试用地图", true },
		{ "小田块里种草莓", "“体温计”挂上了架子", true },
		{ "东湖公园的老图书馆", "本月重新开门迎客", true },
		/* In the text 码头 stands together. */
		{ "清晨五点的城西码", "头上还有人在等船", false },
		/* Particles, numerals, words that go on. */
		{ "清晨五点开走的", "最后一班渡船", false },
		{ "老街上还有二十四", "家小店没有关门", false },
		{ "码头上的老船工", "和他们的最后一班船", false },
		{ "码头去年送走乘客31", "万人，比前年多一成", false },
		/* Brackets and quotation marks that are open. */
		{ "一张画了七年的“暗夜", "地图”今天展出", false },
		{ "《城西渡口三十", "年》在图书馆首发", false },
		/* A clause that goes on. */
		{ "配送车跑四条线，饭菜", "入口温度不低于六十度", false },
		{ "三百家商户分批迁往", "新址，租金不变", false },
		/* Marks show the pause themselves. */
		{ "清晨五点的渡船，", "坐满了去市场的人", false },
		{ "码头上的三百个夜晚", "——写给老船工的信", false },
		/* Alphabets have their own spaces. */
		{ "Trees are planted", "along the river", false },
		/* Text, not a headline. */
		{ "清晨五点的城西码头上已经站满了等船的人他们要到对岸的市场去",
		  "最后一班渡船开走以后", false },
	};
	struct units units;

	(void)state;
	units_with_text(&units, "城西码头到了。最后一班渡船。");
	for (size_t i = 0; i < ARRAY_LEN(rows); i++)
		if (head_seam_is_pause(&units, str_from(rows[i].one),
		                       str_from(rows[i].two)) !=
		    rows[i].is_pause)
			fail_msg("%s / %s", rows[i].one, rows[i].two);
	units_release(&units);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_of_the_text_is_broken),
		cmocka_unit_test(two_phrases_have_a_pause),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
