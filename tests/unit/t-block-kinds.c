/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/block_kinds.h"

#include "../lib/block_page.h"
#include "base/mem.h"
#include "load/place/subheads.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* A text of three lines, from 20 to 40 along s, whose first line has its middle at t. */
#define TEXT(t, u, v)                                                          \
 "block 1 -\n22 40 " t " 渡口两岸的石阶也重新铺过，雨天不再\n20 40 " u         \
 " 打滑。岸边立了水位牌，水涨到红线就停航\n20 36 " v " 两岸的人都说好。\n"

struct kind_case {
	const char *page, *kinds;
};

static void check_kinds(const struct kind_case *cases, size_t count,
                        bool subheads)
{
	for (size_t i = 0; i < count; i++) {
		struct block_page page;
		struct buf kinds;

		buf_init(&kinds);
		block_page_init(&page, cases[i].page);
		block_kinds_find(&page.placing, &page.index);
		if (subheads)
			subheads_find(&page.placing, &page.index);
		block_page_kinds(&page, &kinds);
		if (!str_equal(buf_str(&kinds), str_from(cases[i].kinds)))
			fail_msg("%s%s, not %s", cases[i].page, kinds.ptr,
			         cases[i].kinds);
		buf_release(&kinds);
		block_page_release(&page);
	}
}

static void type_says_what_blocks_are(void **state)
{
	static const struct kind_case cases[] = {
		{ TEXT("20", "21.5", "23"), "T" },
		/* another size, in few lines and in many */
		{ "block 1.1 -\n20 40 20 渡口两岸\n20 40 22 石阶\n", "D" },
		{ "block 1.1 -\n20 40 20 渡\n20 40 22 渡\n20 40 24 渡\n"
		  "20 40 26 渡\n20 40 28 渡\n20 40 30 渡\n",
		  "T" },
		/* larger by more, in many lines, but for bold type */
		{ TEXT("50", "51.5",
		       "53") "block 1.3 -\n20 40 20 渡\n20 40 22 渡\n"
		             "20 40 24 渡\n20 40 26 渡\n20 40 28 渡\n20 40 30 渡\n"
		             "20 40 32 渡\n20 40 34 渡\n",
		  "TT" },
		{ TEXT("50", "51.5",
		       "53") "block 1.3 h\n20 40 20 渡\n20 40 22 渡\n"
		             "20 40 24 渡\n20 40 26 渡\n20 40 28 渡\n20 40 30 渡\n"
		             "20 40 32 渡\n20 40 34 渡\n",
		  "TD" },
		{ "block .8 -\n20 40 20 渡口两岸\n", "S" },
		{ "block 1 h\n20 40 20 渡口两岸\n", "D" },
		{ "block 1 xh\n20 40 20 渡口两岸\n", "D" },
		/* paragraphs in bold, if they have text of their measure by them */
		{ TEXT("20", "21.5",
		       "23") "block 1 h\n20 40 24.5 渡\n20 40 26 渡\n"
		             "20 40 27.5 渡\n20 40 29 渡\n",
		  "TT" },
		{ TEXT("20", "21.5",
		       "23") "block 1 h\n50 70 24.5 渡\n50 70 26 渡\n"
		             "50 70 27.5 渡\n50 70 29 渡\n",
		  "TD" },
		{ TEXT("20", "21.5",
		       "23") "block 1 h\n20 40 24.5 渡口\n20 40 26 两岸\n",
		  "TD" },
		/* a short line alone is text in the usual face only */
		{ "block 1 f\n20 23 20 丹翁\n", "D" },
		{ "block 1 -\n20 23 20 丹翁\n", "T" },
		{ "", "" },
	};

	(void)state;
	check_kinds(cases, ARRAY_LEN(cases), false);
}

static void furniture_is_at_the_edges(void **state)
{
	static const struct kind_case cases[] = {
		/* outside the first and the last long rule */
		{ "block 3 h\n10 30 9 晨报\nblock 1 -\n40 60 12 副刊\n"
		  "rule 14 5 95\n" TEXT("20", "21.5", "23"),
		  "FFT" },
		{ TEXT("20", "21.5", "23") "rule 93 5 95\nblock 1 -\n"
		                           "10 30 95 热线\n",
		  "TF" },
		/* not: a rule of one column, or text above it */
		{ "block 3 h\n10 30 9 新船\nrule 14 5 45\n" TEXT("20", "21.5",
		                                                 "23"),
		  "DT" },
		{ "block 1 -\n20 40 6 渡\n20 40 7 渡\n20 40 8 渡\n20 40 9 渡\n"
		  "20 40 10 渡\nrule 14 5 95\n" TEXT("20", "21.5", "23"),
		  "TT" },
		/* a strip between two of them */
		{ "block 3 h\n10 30 9 晨报\nrule 12 5 95\nblock 1 -\n"
		  "40 48 14 零售三角\nrule 16 5 95\n" TEXT("20", "21.5", "23"),
		  "FFT" },
		{ "block 3 h\n10 30 9 晨报\nrule 12 5 95\nblock 2 h\n"
		  "20 40 14 渡口通航\nrule 16 5 95\n" TEXT("20", "21.5", "23"),
		  "FDT" },
		/* but not one whose type is that of a headline farther down */
		{ "block 3 h\n10 30 9 晨报\nrule 12 5 95\nblock 1.5 h\n"
		  "40 48 14 渡口通航\nrule 16 5 95\n" TEXT(
			  "20", "21.5",
			  "23") "block 1.5 h\n40 48 30 石阶重铺\n",
		  "FDTD" },
		/* at the very edge */
		{ "block 1 -\n10 30 4 副刊\n" TEXT("20", "21.5", "23"), "FT" },
		{ TEXT("20", "21.5", "23") "block 1 -\n10 30 98 副刊\n", "TF" },
		{ "block 3 h\n10 30 4 渡口通航\n" TEXT("20", "21.5", "23"),
		  "DT" },
		/* near it, by its words */
		{ "block 1 -\n10 13 7 第2版\n" TEXT("20", "21.5", "23"), "FT" },
		{ "block 1 -\n10 19 7 渡口两岸的石阶\n" TEXT("20", "21.5",
		                                             "23"),
		  "TT" },
		/* labels at the side of the page, long or at its edge */
		{ "block 4 xl\n20 80 6 Cultural\n" TEXT("20", "21.5", "23"),
		  "FT" },
		{ "block 1 xl\n20 30 3 Culture\n" TEXT("20", "21.5", "23"),
		  "FT" },
		{ "block 4 xl\n20 50 8 Cultural\n" TEXT("20", "21.5", "23"),
		  "DT" },
		/* vertical: the head of the page is where its lines begin */
		{ "vertical\nblock 1 x\n50 60 2 副刊\n" TEXT("20", "21.5",
		                                             "23"),
		  "FT" },
	};

	(void)state;
	check_kinds(cases, ARRAY_LEN(cases), false);
}

/* What a block of one line of these characters is, printed or under a scan. */
static enum block_kind kind_of_chars(const uint32_t *codes, bool hidden)
{
	struct block_page page;
	enum block_kind kind;

	block_page_init(&page, "block 1 fl\n20 22 40 abc\n");
	assert_int_equal(page.chars.count, 3);
	for (size_t i = 0; i < page.chars.count; i++) {
		page.chars.chars[i].code = codes[i];
		page.chars.chars[i].hidden = hidden;
	}
	block_kinds_find(&page.placing, &page.index);
	kind = page.placing.blocks[0].kind;
	block_page_release(&page);
	return kind;
}

static void specks_of_a_scan_are_no_text(void **state)
{
	static const uint32_t marks[] = { '.', ',', '\'' };
	static const uint32_t letters[] = { 'W', 0xab, 't' };
	static const uint32_t word[] = { 'm', 'e', 't' };
	static const uint32_t number[] = { '-', '7', '-' };
	static const uint32_t han[] = { 0x6e21, '.', '.' };

	(void)state;
	assert_int_equal(kind_of_chars(marks, true), BLOCK_FURNITURE);
	assert_int_equal(kind_of_chars(letters, true), BLOCK_FURNITURE);
	assert_int_equal(kind_of_chars(marks, false), BLOCK_DISPLAY);
	assert_int_equal(kind_of_chars(word, true), BLOCK_DISPLAY);
	assert_int_equal(kind_of_chars(number, true), BLOCK_DISPLAY);
	assert_int_equal(kind_of_chars(han, true), BLOCK_DISPLAY);
}

static void captions_stand_by_pictures(void **state)
{
	static const struct kind_case cases[] = {
		{ "picture 20 40 20 30\nblock .8 -\n20 40 31 新船靠岸\n", "C" },
		{ "picture 20 40 20 30\nblock 1 f\n20 40 31 新船靠岸\n", "C" },
		{ "picture 20 40 20 30\nblock .8 -\n20 40 40 新船靠岸\n", "S" },
		{ "picture 20 40 20 30\n" TEXT("31", "32.5", "34"), "T" },
		/* bold type over a text is no caption but its headline */
		{ "picture 20 40 20 30\nblock 1 hf\n20 40 31.5 新船靠岸\n" TEXT(
			  "33", "34.5", "36"),
		  "DT" },
		{ "picture 20 40 20 30\nblock 1 hf\n20 40 31.5 新船靠岸\n" TEXT(
			  "35", "36.5", "38"),
		  "CT" },
		/* printed on it, but for text whose ground it is */
		{ "picture 20 40 20 30\nblock .8 -\n21 30 29 新船靠岸\n", "C" },
		{ "picture 18 42 18 40\n" TEXT("20", "21.5", "23"), "T" },
		/* beside a picture the words must say so */
		{ "picture 20 40 20 30\nblock .8 -\n41 48 22 图为新船靠岸\n",
		  "C" },
		{ "picture 20 40 20 30\nblock .8 -\n41 48 22 新船靠岸\n", "S" },
		{ "vertical\npicture 20 40 20 30\nblock .8 -\n41 48 22 新船\n",
		  "C" },
		/* one line by itself in the type of the text */
		{ "picture 20 40 20 30\nblock 1 -\n20 24 31 新船靠岸\n", "C" },
		{ "picture 20 40 20 30\nblock 1 -\n20 24 31 都说好。\n", "T" },
		{ "picture 20 40 20 30\nblock 1 -\n20 40 31 新船靠岸\n", "T" },
		{ "picture 20 40 20 30\nblock 1 -\n20 24 31 新船靠岸\n"
		  "block 1 f\n20 40 32.5 石阶\n20 40 34 铺过\n20 40 35.5 说好\n"
		  "20 40 37 说好\n",
		  "TT" },
		/* words alone */
		{ "block .9 -\n20 40 31 图为新船靠岸\n", "C" },
		{ "block .9 -\n20 40 31 新船靠岸　钱七摄。\n", "C" },
		/* a text of many small lines under a picture is none */
		{ "picture 20 40 20 30\nblock .8 -\n20 40 31 渡\n20 40 32 渡\n"
		  "20 40 33 渡\n20 40 34 渡\n20 40 35 渡\n20 40 36 渡\n"
		  "20 40 37 渡\n",
		  "S" },
	};

	(void)state;
	check_kinds(cases, ARRAY_LEN(cases), false);
}

static void quotes_stand_in_the_text(void **state)
{
	static const struct kind_case cases[] = {
		/* by their words */
		{ TEXT("20", "21.5",
		       "23") "block 1.3 h\n44 54 21 岸边立了水位\n"
		             "44 54 23 牌，水涨到红线就停航\n",
		  "TQ" },
		{ TEXT("20", "21.5",
		       "23") "block 1.3 h\n44 54 21 老周说他撑了\n"
		             "44 54 23 三十年船，从未误过一人\n",
		  "TD" },
		{ TEXT("20", "21.5", "23") "block 2 h\n44 54 21 岸边立了水位\n"
		                           "44 54 24 牌，水涨到红线就停航\n",
		  "TD" },
		/* a headline over its text says what the text says, too */
		{ "block 1.7 h\n20 40 16 岸边立了水位\n"
		  "20 40 18.5 牌，水涨到红线就停航\n" TEXT("20.5", "22",
		                                           "23.5"),
		  "DT" },
		/* a deck under its headline says what the text says, too */
		{ TEXT("20", "21.5",
		       "23") "block 2 h\n44 54 18 渡口停航\n"
		             "block 1.3 h\n44 54 20 岸边立了水位\n"
		             "44 54 22 牌，水涨到红线就停航\n",
		  "TDD" },
		/* one line right over a text, flush with it, is its headline */
		{ "block 1.3 h\n20 34 17.5 岸边立了水位牌，水涨到红线就停航\n" TEXT(
			  "19.5", "21", "22.5"),
		  "DT" },
		{ TEXT("20", "21.5",
		       "23") "block 1.3 h\n44 58 21 岸边立了水位牌，水涨到"
		             "红线就停航\n",
		  "TQ" },
		/* in an alphabet, where short runs of letters stand anywhere */
		{ "block 1 l\n20 40 20 The ferry was late and the boats stood\n"
		  "20 40 22 still at the pier until nine in the morning\n"
		  "block 1.3 hl\n44 54 21 The boats stood\n44 54 23 still at "
		  "the pier\n",
		  "TQ" },
		{ "block 1 l\n20 40 20 The ferry was late and the boats stood\n"
		  "20 40 22 still at the pier until nine in the morning\n"
		  "block 1.3 hl\n44 54 21 Late ferries\n44 54 23 wait till "
		  "nine\n",
		  "TD" },
		/* text runs around it */
		{ "block 1 -\n20 40 20 渡\n20 28 21.5 渡\n20 28 23 渡\n"
		  "20 28 24.5 渡\n20 40 26 渡\nblock 1.3 h\n30 40 22 老周说他"
		  "撑了\n30 40 24 三十年船\n",
		  "TQ" },
		/* larger ones have the words of the text, and more lines */
		{ TEXT("20", "21.5",
		       "23") "block 2.1 h\n20 36 26 岸边立了\n20 36 28.5 水位牌，水\n"
		             "20 36 31 涨到红线\n20 36 33.5 就停航\n",
		  "TQ" },
		{ TEXT("20", "21.5",
		       "23") "block 2.1 h\n20 36 26 岸边立了水位\n"
		             "20 36 28.5 牌，水涨到红线就停航\n",
		  "TD" },
		/* small type in the middle of rules as long as the column */
		{ "rule 18 20 40\n" TEXT(
			  "10", "11.5",
			  "13") "block .8 h\n"
		                "26 34 20 老周说他撑了船从未误过人\nrule 22 20 40\n" TEXT(
					"25", "26.5", "28"),
		  "TQT" },
		/* between rules of its own */
		{ "rule 19 30 40\nblock 1.3 h\n30 40 21 老周说他撑了\n"
		  "30 40 23 三十年船从未误\nrule 25 30 40\n",
		  "Q" },
		{ "rule 19 10 90\nblock 1.3 h\n30 40 21 老周说他撑了\n"
		  "30 40 23 三十年船从未误\nrule 25 10 90\n",
		  "D" },
	};

	(void)state;
	check_kinds(cases, ARRAY_LEN(cases), false);
}

static void subheads_stand_in_columns(void **state)
{
	static const struct kind_case cases[] = {
		/* between two texts, and at the foot */
		{ TEXT("20", "21.5",
		       "23") "block 1 h\n26 34 25 停航的日子\n" TEXT("27",
		                                                     "28.5",
		                                                     "30"),
		  "TsT" },
		{ TEXT("20", "21.5", "23") "block 1 h\n26 34 25 停航的日子\n",
		  "Ts" },
		/* in a text as wide as the page, if it is not large */
		{ "block 1 -\n20 70 20 渡口两岸的石阶也重新铺过\n20 70 22 岸边立了水位牌。\n"
		  "block 1 h\n20 28 24 停航的日子\n"
		  "block 1 -\n20 70 26 渡口两岸的石阶也重新铺过\n20 70 28 岸边立了水位牌。\n",
		  "TsT" },
		{ "block 1 -\n20 70 20 渡口两岸的石阶也重新铺过\n20 70 22 岸边立了水位牌。\n"
		  "block 1.3 h\n20 28 24 停航的日子\n"
		  "block 1 -\n20 70 26 渡口两岸的石阶也重新铺过\n20 70 28 岸边立了水位牌。\n",
		  "TDT" },
		/* flush right at the foot stands a name */
		{ TEXT("20", "21.5", "23") "block 1 h\n32 40 25 停航的日子\n",
		  "TD" },
		/* larger ones need text on both sides */
		{ TEXT("20", "21.5", "23") "block 1.3 h\n26 34 25 停航的日子\n",
		  "TD" },
		{ TEXT("20", "21.5",
		       "23") "block 1.5 h\n26 34 25 停航的日子\n" TEXT("28",
		                                                       "29.5",
		                                                       "31"),
		  "TDT" },
		/* level with the column beside it */
		{ "block 1.2 h\n26 34 20 停航的日子\n" TEXT(
			  "22", "23.5", "25") "block 1 -\n42 62 20 渡\n"
		                              "42 62 21.5 渡\n42 62 23 渡\n",
		  "sTT" },
		/* also right under the headline of both */
		{ "block 2 h\n20 62 17.5 渡口通航\nblock 1 h\n"
		  "26 34 20 停航的日子\n" TEXT(
			  "22", "23.5", "25") "block 1 -\n42 62 20 渡\n"
		                              "42 62 21.5 渡\n42 62 23 渡\n",
		  "DsTT" },
		{ "block 1.2 h\n26 34 20 停航的日子\n" TEXT(
			  "22", "23.5", "25") "block 1 -\n42 62 24 渡\n"
		                              "42 62 25.5 渡\n42 62 27 渡\n",
		  "DTT" },
		/* not: a deck under a headline, a byline, what is wider */
		{ "block 2 h\n20 40 17 渡口通航\nblock 1.1 h\n22 38 19 两岸都说好\n" TEXT(
			  "21", "22.5", "24"),
		  "DDT" },
		/* also where a column beside it begins at its height */
		{ "block 2 h\n20 40 17 渡口通航\nblock 1.2 h\n22 38 19 两岸说好\n" TEXT(
			  "21", "22.5", "24") "block 1 -\n42 62 19 渡\n"
		                              "42 62 20.5 渡\n42 62 22 渡\n",
		  "DDTT" },
		/* nor a kicker over a headline, under the text of another */
		{ TEXT("20", "21.5",
		       "23") "rule 25 20 40\nblock 1.2 h\n"
		             "20 34 26 走进车间看一看\nblock 2 h\n"
		             "20 40 28 渡口通航\n" TEXT("31", "32.5", "34"),
		  "TDDT" },
		{ TEXT("20", "21.5",
		       "23") "block 1 h\n20 30 25 本报记者　张三\n" TEXT("27",
		                                                         "28.5",
		                                                         "30"),
		  "TDT" },
		{ TEXT("20", "21.5",
		       "23") "block 1 h\n20 60 25 停航的日子\n" TEXT("27",
		                                                     "28.5",
		                                                     "30"),
		  "TDT" },
	};

	(void)state;
	check_kinds(cases, ARRAY_LEN(cases), true);
}

/* A column that begins with a subhead, and no headline over it: its subheads are
 * headlines, if they stand behind texts that are over. */
static void subheads_without_a_headline_are_headlines(void **state)
{
	static const struct kind_case cases[] = {
		{ "block 1 h\n20 28 18 停航的日子\n" TEXT(
			  "20", "21.5",
			  "23") "block 1 h\n20 28 26 重铺的石阶\n" TEXT("28",
		                                                        "29.5",
		                                                        "31"),
		  "DTDT" },
		/* a headline over it */
		{ "block 2 h\n20 28 8 渡口通航\nblock 1 h\n20 28 18 停航的日子\n" TEXT(
			  "20", "21.5",
			  "23") "block 1 h\n20 28 26 重铺的石阶\n" TEXT("28",
		                                                        "29.5",
		                                                        "31"),
		  "DsTsT" },
		/* nearer to the text above it */
		{ "block 1 h\n20 28 18 停航的日子\n" TEXT(
			  "20", "21.5",
			  "23") "block 1 h\n20 28 24.5 重铺的石阶\n" TEXT("27",
		                                                          "28.5",
		                                                          "30"),
		  "sTsT" },
		/* in mid sentence */
		{ "block 1 h\n20 28 18 停航的日子\nblock 1 -\n22 40 20 渡口\n"
		  "20 40 21.5 两岸\n20 40 23 水涨到红线就停航\n"
		  "block 1 h\n20 28 26 重铺的石阶\n" TEXT("28", "29.5", "31"),
		  "sTsT" },
	};

	(void)state;
	check_kinds(cases, ARRAY_LEN(cases), true);
}

/* What stands in a box is set apart, but not what is printed on a bar. */
static void boxes_have_blocks(void **state)
{
	static const struct {
		const char *page;
		size_t inside;
	} cases[] = {
		{ "box 10 60 10 60\n" TEXT("20", "21.5", "23"), 0 },
		{ "box 15 45 15 45\nbox 10 60 10 60\n" TEXT("20", "21.5", "23"),
		  0 },
		/* marks may hang out of it */
		{ "box 10 39.5 10 60\n" TEXT("20", "21.5", "23"), 0 },
		{ "box 10 38 10 60\n" TEXT("20", "21.5", "23"), NPOS },
		{ "box 22 45 15 45\nbox 10 60 10 60\n" TEXT("20", "21.5", "23"),
		  1 },
		{ "fill 15 45 18 22\nblock 2 h\n20 40 20 渡口通航\n", NPOS },
		{ "fill 15 45 18 22\nbox 10 60 10 60\nblock 2 h\n"
		  "20 40 20 渡口通航\n",
		  1 },
		{ "fill 15 45 19 21\nblock 1 c\n20 40 20 渡口通航\n", NPOS },
		{ "fill 15 45 18 30\nblock 2 h\n20 40 20 渡口通航\n", 0 },
		{ "fill 15 45 18 25\n" TEXT("20", "21.5", "23"), 0 },
		/* a bar over a box as wide as it is its title */
		{ "fill 15 45 14 18\nfill 15 45 18 30\nblock 2 h\n"
		  "20 40 16 渡口通航\n" TEXT("20", "21.5", "23"),
		  1 },
		{ "fill 15 45 14 18\nfill 15 60 18 30\nblock 2 h\n"
		  "20 40 16 渡口通航\n" TEXT("20", "21.5", "23"),
		  NPOS },
		/* a panel in a frame hardly larger is one with it */
		{ "fill 11 49 14 30\nbox 10 50 11 31\n" TEXT("20", "21.5",
		                                             "23"),
		  1 },
		{ "fill 11 49 20 30\nbox 10 50 11 31\n" TEXT("22", "23.5",
		                                             "25"),
		  0 },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct block_page page;

		block_page_init(&page, cases[i].page);
		block_kinds_find(&page.placing, &page.index);
		if (page.placing.blocks[0].inside != cases[i].inside)
			fail_msg("%s%zu", cases[i].page,
			         page.placing.blocks[0].inside);
		block_page_release(&page);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(type_says_what_blocks_are),
		cmocka_unit_test(furniture_is_at_the_edges),
		cmocka_unit_test(specks_of_a_scan_are_no_text),
		cmocka_unit_test(captions_stand_by_pictures),
		cmocka_unit_test(quotes_stand_in_the_text),
		cmocka_unit_test(subheads_stand_in_columns),
		cmocka_unit_test(subheads_without_a_headline_are_headlines),
		cmocka_unit_test(boxes_have_blocks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
