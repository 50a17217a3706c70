/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/fixture.h"
#include "../lib/oracle.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define SEEDS 500

static void assert_sound(char *wrong, const char *what, unsigned number)
{
	if (wrong)
		fail_msg("%s %u: %s", what, number, wrong);
}

static void files_are_sound(void **state)
{
	(void)state;
	for (size_t i = 0; fixture_files()[i]; i++) {
		struct buf bytes;

		buf_init(&bytes);
		fixture_read(&bytes, fixture_files()[i]);
		assert_sound(oracle_bytes(buf_str(&bytes)), fixture_files()[i],
		             0);
		buf_release(&bytes);
	}
}

/* What stands in no text as it stands in the file, or in no text at all. */
static void odd_pages_are_sound(void **state)
{
	static const struct {
		const char *what, *page;
	} cases[] = {
		{ "hyphens",
		  "the ferryman is glad of the ferry-\nman, a well-\n"
		  "known ferry\u2010\nman and ferry-\n\nman-\n-\n--\n" },
		{ "hyphens and spaces",
		  "a ferryman, ferry- \n  man\n\u3000ferry-\u3000\nman\n" },
		{ "large first letters",
		  "T\nhe ferry\n\nA\nnd the boat\nB\n\nC" },
		{ "a page of furniture",
		  "石桥晚报\n2021年12月4日\n第1版\n责任编辑：张三\n" },
		{ "form feeds", "\f\f报\f栏\n\f\n\f第2版\n报\n\f" },
		{ "private use", "报\ue000栏\n\uf8ff\n\ue001\ue002。\n" },
		{ "marks alone", "。\n，，\n“\n”\n（\n）\n…\n" },
		{ "quotes of nothing",
		  "报栏，报栏，报栏。\n报栏，报栏，报栏。\n报栏，\n" },
		{ "jumps alone", "（下转第2版）\n（上接第1版）\n[2版]\n" },
		{ "captions alone", "图为报栏。\n王五 摄\n摄\n图为\n" },
		{ "spaces", "报 栏　报\t栏 a  b\u00a0c\u2003d\n" },
		{ "carriage returns", "报\r栏\r\n报\r\r\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_sound(oracle_bytes(str_from(cases[i].page)),
		             cases[i].what, 0);
}

static void made_texts_are_sound(void **state)
{
	const struct seeds seeds = fixture_seeds(SEEDS);

	(void)state;
	for (uint32_t seed = seeds.first; seed < seeds.end; seed++) {
		struct buf bytes;

		buf_init(&bytes);
		fixture_generate(&bytes, seed);
		assert_sound(oracle_bytes(buf_str(&bytes)), "seed", seed);
		buf_release(&bytes);
	}
}

/* A fixture at every width a terminal has. */
static void every_width_is_kept(void **state)
{
	(void)state;
	for (size_t i = 0; fixture_files()[i]; i++) {
		struct issue *issue = fixture_issue(fixture_files()[i]);

		for (int cols = 2; cols <= 200; cols += fixture_stride()) {
			int ambiguous_cols = 1 + (cols / 2) % 2;

			assert_sound(
				oracle_articles(issue, cols, ambiguous_cols),
				fixture_files()[i], (unsigned)cols);
			assert_sound(oracle_pages(issue, cols, ambiguous_cols),
			             fixture_files()[i], (unsigned)cols);
		}
		issue_free(issue);
	}
}

static void assert_searches(const struct issue *issue, uint32_t seed)
{
	static const char *const patterns[] = {
		"",     " ",      "疫情防控", "四方责任", "工作指南", "2月19日",
		"57万", "１２３", "的",       "。”",      "‘四",      "…",
		"a",    "THE",    "m",        "e\u0301",  "\u0301",   "[2版]",
	};

	for (size_t i = 0; i < ARRAY_LEN(patterns); i++)
		assert_sound(oracle_search(issue, str_from(patterns[i])),
		             patterns[i], seed);
}

static void searches_equal_a_naive_scan(void **state)
{
	const struct seeds seeds = fixture_seeds(60);

	(void)state;
	for (uint32_t f = 0; f < 3; f++) {
		struct issue *issue = fixture_issue(fixture_files()[f]);

		assert_searches(issue, f);
		issue_free(issue);
	}
	for (uint32_t seed = seeds.first; seed < seeds.end; seed++) {
		struct issue *issue;
		struct buf bytes;

		buf_init(&bytes);
		fixture_generate(&bytes, seed);
		issue = load_bytes(buf_str(&bytes), "x", NULL);
		assert_searches(issue, seed);
		issue_free(issue);
		buf_release(&bytes);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_are_sound),
		cmocka_unit_test(odd_pages_are_sound),
		cmocka_unit_test(made_texts_are_sound),
		cmocka_unit_test(every_width_is_kept),
		cmocka_unit_test(searches_equal_a_naive_scan),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
