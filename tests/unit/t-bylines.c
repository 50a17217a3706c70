/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/bylines.h"

#include "../lib/block_page.h"
#include "../lib/place_page.h"
#include "base/mem.h"
#include "load/place/block_kinds.h"
#include "load/place/place.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const struct page_type text_type = { .em_pt = 10 };

/* The lines of a page, those of a block parted by /, blocks by |, by the places of the
 * blocks. */
static void place(struct page_chars *page, struct buf *got)
{
	struct placing placing;

	placing_init(&placing, page);
	place_lines_and_blocks(&placing);
	for (size_t i = 0; i < placing.block_count; i++)
		for (size_t l = 0; l < placing.blocks[i].line_count; l++) {
			size_t line = placing.blocks[i].lines[l];

			buf_add_c(got, l ? "/" : i ? "|" : "");
			buf_add(got, buf_str(&placing.lines[line].text));
		}
	placing_release(&placing);
}

/* Two columns with a gutter of an em, and a byline over it. */
static void parts_of_a_byline_are_joined(void **state)
{
	static const char *const bylines[][2] = {
		{ "本报记者　张三", "本报记者　张三" },
		{ "本报记者　张三　通讯员　李四",
		  "本报记者　张三　通讯员　李四" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(bylines); i++) {
		struct page_measure measure = { 12, 15, 2 };
		struct page_chars page;
		struct buf got;

		buf_init(&got);
		page_begin(&page, 400, 400);
		/* The room behind its first word stands over the gutter. */
		page_set_across(&page, text_type, 120, 20, bylines[i][0]);
		for (float x = 40; x < 200; x += 130)
			page_set_paragraph(
				&page, text_type, measure, x, 40,
				"渡口两岸的石阶也重新铺过，雨天不再打滑"
				"，岸边立了水位牌，水涨到红线就停航，"
				"两岸的人都说这一回总算好走了，学生上学"
				"不再绕路，老人看病也少走三里地。");
		place(&page, &got);
		if (str_find(buf_str(&got), str_from(bylines[i][1]), 0) == NPOS)
			fail_msg("%s: %s", bylines[i][0], got.ptr);
		page_chars_release(&page);
		buf_release(&got);
	}
}

static void a_byline_is_no_line_of_the_text(void **state)
{
	static const struct {
		const char *line;
		float set_in_em;
		bool parts;
	} cases[] = {
		{ "本报记者　张三", 6, true },
		{ "本报记者　张三", 0, true },
		{ "By Jane Roe", 7, true },
		/* a paragraph of one line that only begins so */
		{ "记者在现场看到，新船靠岸。", 2, false },
		{ "丹翁", 9, true },
		{ "丹翁", 2, false },
		{ "两岸的人都说好了，", 6, false },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct page_measure measure = { 20, 15, 2 };
		struct page_chars page;
		struct buf got;
		bool parts;

		buf_init(&got);
		page_begin(&page, 400, 400);
		page_set_across(&page, text_type, 40 + 10 * cases[i].set_in_em,
		                40, cases[i].line);
		page_set_paragraph(
			&page, text_type, measure, 40, 55,
			"渡口两岸的石阶也重新铺过，雨天不再打滑，岸边"
			"立了水位牌，水涨到红线就停航。");
		place(&page, &got);
		parts = str_find(buf_str(&got), STR("|"), 0) != NPOS;
		if (parts != cases[i].parts)
			fail_msg("case %zu: %s", i, got.ptr);
		page_chars_release(&page);
		buf_release(&got);
	}
}

static void lines_under_a_head_are_bylines(void **state)
{
	static const struct {
		const char *page, *kinds;
	} cases[] = {
		{ "block 2 h\n10 50 20 渡口今日通航\nblock 1 -\n"
		  "10 20 22.5 本报记者　张三\n",
		  "DD" },
		/* names that are centred, or flush right */
		{ "block 2 h\n10 50 20 渡口今日通航\nblock 1 -\n"
		  "28.5 31.5 22.5 丹翁\n",
		  "DD" },
		{ "block 2 h\n10 50 20 渡口今日通航\nblock 1 -\n"
		  "47 50 22.5 丹翁\n",
		  "DD" },
		/* not: a greeting, a sentence, the first line of a text */
		{ "block 2 h\n10 50 20 渡口今日通航\nblock 1 -\n"
		  "10 16 22.5 各位乡亲：\n",
		  "DT" },
		{ "block 2 h\n10 50 20 渡口今日通航\nblock 1 -\n"
		  "28 32 22.5 好了。\n",
		  "DT" },
		{ "block 2 h\n10 50 20 渡口今日通航\nblock 1 -\n"
		  "10 14 22.5 石阶铺过\nblock 1 -\n10 28 24.5 两岸的人\n"
		  "10 28 26 都说好。\n",
		  "DTT" },
		{ "block 2 h\n10 50 20 渡口今日通航\nblock 1 -\n"
		  "17 21 22.5 石阶铺过\nblock 1 -\n10 28 24.5 两岸的人\n"
		  "10 28 26 都说好。\n",
		  "DDT" },
		/* far from any head */
		{ "block 2 h\n10 50 20 渡口今日通航\nblock 1 -\n"
		  "28.5 31.5 30 丹翁\n",
		  "DT" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct block_page page;
		struct buf kinds;

		buf_init(&kinds);
		block_page_init(&page, cases[i].page);
		block_kinds_find(&page.placing, &page.index);
		block_page_kinds(&page, &kinds);
		if (!str_equal(buf_str(&kinds), str_from(cases[i].kinds)))
			fail_msg("%s%s", cases[i].page, kinds.ptr);
		block_page_release(&page);
		buf_release(&kinds);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_of_a_byline_are_joined),
		cmocka_unit_test(a_byline_is_no_line_of_the_text),
		cmocka_unit_test(lines_under_a_head_are_bylines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
