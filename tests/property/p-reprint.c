/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/fixture.h"
#include "../lib/oracle.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/*
 * What is exported as Markdown or JSON is read again as the same articles.  Of a page
 * with characters that an export spells out (<U+202E>) it is the second export
 * that says the same as the first.
 */

#define SEEDS 200

static void assert_reads_again(struct str bytes, const char *what,
                               unsigned number, bool spelled)
{
	char *wrong = oracle_reexport(bytes, spelled);

	if (wrong)
		fail_msg("%s %u: %s", what, number, wrong);
}

static void files_read_again(void **state)
{
	(void)state;
	for (size_t i = 0; fixture_files()[i]; i++) {
		const char *file = fixture_files()[i];
		bool odd = strcmp(file, FIXTURE_BUNDLED) != 0;
		struct buf bytes;

		buf_init(&bytes);
		fixture_read(&bytes, file);
		assert_reads_again(buf_str(&bytes), file, 0, odd);
		buf_release(&bytes);
	}
}

static void made_texts_read_again(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed <= SEEDS; seed++) {
		struct buf bytes;

		buf_init(&bytes);
		fixture_generate(&bytes, seed);
		assert_reads_again(buf_str(&bytes), "seed", seed, true);
		buf_release(&bytes);
	}
}

/* What Markdown means something by, several pages, jumps that lead somewhere. */
static void marks_read_again(void **state)
{
	static const char *const pages[] = {
		"# 石桥 *新* 闻\n\n1. 一 _二_ [三] <四> &五; \\六 `七`\n",
		"石桥新闻\n> 引文\n- 一\n+ 二\n--- 三\n**四**\n<!-- 五 -->\n",
		"第1版\n石桥镇开了图书室\n本报讯（记者张三）石桥镇的图书室昨天开门。\n"
		"（下转第2版）\n\f第2版\n石桥镇开了图书室\n（上接第1版）\n"
		"三千册书都是居民自己捐的，一册也没有花钱买。\n",
		"王\ue000病矣\n王\ue000病矣、當未病時、其貌正似。（完）\n",
	};

	(void)state;
	for (unsigned i = 0; i < sizeof pages / sizeof *pages; i++) {
		assert_reads_again(str_from(pages[i]), "page", i, false);
	}
}

/* The gaps of tables: tabs, wide gaps with rows set in, single blanks, marks of Markdown. */
static void tables_read_again(void **state)
{
	static const char *const pages[] = {
		"天气\n河边\t晴\t3\n山上\t\t12\n东岸\t小雨\t-4\n",
		"Results\n\n        Sp  S  U\n1. FC   10  7  2\n2. Rot  10  6  "
		"1\n",
		"股市\n代码 名称 收盘\n01 河边*钢铁* 5.67\n02 春城_纺织_ 12.30\n"
		"\n行情看好，大家都说要多买一点。\n",
		"数独\n5 3 _ _ 7\n6 _ _ 1 9\n_ 9 8 _ _\n\n汇率\n美元 7.10 "
		"7.12\n"
		"欧元 8.01 8.05\n日元 0.06 0.07\n",
	};

	(void)state;
	for (unsigned i = 0; i < sizeof pages / sizeof *pages; i++) {
		assert_reads_again(str_from(pages[i]), "page", i, false);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_read_again),
		cmocka_unit_test(made_texts_read_again),
		cmocka_unit_test(marks_read_again),
		cmocka_unit_test(tables_read_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
