/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/build/jumps.h"

#include "../lib/fixture.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "issue/parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The parts of two reports, each begun on page 1 and ended on page 2. */
#define BOOKS_HEAD "石桥镇居民捐书办起图书室\n"
#define BOOKS                                                                                               \
 "¶本报讯（记者王五）石桥镇的图书室昨天开门，三千册书都是居民自己捐的。" \
 "管书的两位老师每天下午来，周末也不休息，孩子们放学以后就有了去处。\n"
#define BOOKS_REST                                                                                          \
 "¶镇里还要给图书室添一间听书的屋子，给眼睛不好的老人用。管书的老师说，" \
 "屋子在一楼，门口不设台阶，轮椅可以直接推进去。\n"
#define FERRY_HEAD "城南渡口换上新船\n"
#define FERRY                                                                                            \
 "¶本报讯（通讯员赵六）城南的渡口上个月换了新船，一次能坐四十个人。船" \
 "工老周说，过去赶集的日子要跑七趟，如今三趟就够了。\n"
#define FERRY_REST                                                                                          \
 "¶渡口两岸的石阶也重新铺过，雨天不再打滑。船工在岸边立了水位牌，水涨到" \
 "红线新船就停航，等水退了再开，谁来说情也没有用。\n"
#define OTHER                                                                                               \
 "¶种下去的树苗都挂了小牌，写着谁来浇水。园林站的人每个月去数一遍，枯了" \
 "的马上补上，到秋天再看哪一种长得好。\n"
#define ANOTHER                                                                                             \
 "¶比赛分成三个组，年纪最大的选手七十二岁。裁判说，今年的成绩比往年都要" \
 "高，决赛放在下个星期天，不收门票。\n"
#define FIRST  "第1版\n\n"
#define SECOND "\f第2版\n\n"
#define THIRD  "\f第3版\n\n"
#define TO     "（下转第2版）\n\n"
#define FROM   "（上接第1版）\n"

/* Appends "; 1+3 2?": the articles of several parts, and those with a doubtful jump. */
static void add_wholes(struct buf *out, const struct issue *issue)
{
	const char *before = "; ";

	for (size_t a = 0; a < issue->article_count; a++) {
		const struct article *article = &issue->articles[a];
		size_t part = a;

		if (parts_are_many(issue, a)) {
			buf_addf(out, "%s%zu", before, a + 1);
			while ((part = parts_next(issue, part)) != NPOS)
				buf_addf(out, "+%zu", part + 1);
			before = " ";
		}
		for (size_t n = 0; n < article->note_count; n++)
			if (str_starts(article->notes[n].what,
			               STR("This probably goes on where"))) {
				buf_addf(out, "%s%zu?", before, a + 1);
				before = " ";
			}
	}
}

/* "1>3 3>1 2>-": from the article of each jump to that where it leads. */
static void add_links(struct buf *out, const struct issue *issue)
{
	for (size_t i = 0; i < issue->passage_count; i++) {
		const struct passage *passage = &issue->passages[i];

		if (!passage->jump)
			continue;
		buf_addf(out, "%s%zu>", out->len ? " " : "",
		         passage->article + 1);
		if (passage->jump->article == NPOS)
			buf_add_byte(out, '-');
		else
			buf_addf(out, "%zu", passage->jump->article + 1);
	}
}

static void jumps_lead_to_each_other(void **state)
{
	static const struct {
		const char *what, *page, *links;
	} cases[] = {
		{ "one pair",
		  FIRST BOOKS_HEAD
		  "\n" BOOKS TO SECOND BOOKS_HEAD FROM BOOKS_REST,
		  "1>2 2>1; 1+2" },
		{ "two, in another order",
		  FIRST BOOKS_HEAD
		  "\n" BOOKS TO FERRY_HEAD
		  "\n" FERRY TO SECOND FERRY_HEAD FROM FERRY_REST
		  "\n" BOOKS_HEAD FROM BOOKS_REST,
		  "1>4 2>3 3>2 4>1; 1+4 2+3" },
		{ "without the headline again",
		  FIRST BOOKS_HEAD "\n" BOOKS TO FERRY_HEAD
		                   "\n" FERRY TO SECOND FROM FERRY_REST
		                   "\n" FROM BOOKS_REST,
		  "1>4 2>3 3>2 4>1; 1+4 2+3" },
		{ "two that are nothing like each other",
		  FIRST BOOKS_HEAD "\n" BOOKS TO FERRY_HEAD
		                   "\n" FERRY TO SECOND FROM OTHER
		                   "\n" FROM ANOTHER,
		  "1>3 2>4 3>1 4>2; 1? 2?" },
		{ "over three pages",
		  FIRST BOOKS_HEAD "\n" BOOKS TO SECOND FROM OTHER
		                   "（下转第3版）\n\n" THIRD
		                   "（上接第2版）\n" BOOKS_REST,
		  "1>2 2>1 2>3 3>2; 1+2+3" },
		{ "back to a page before",
		  FIRST "（上接第2版）\n" BOOKS_REST SECOND BOOKS_HEAD
		        "\n" BOOKS "（下转第1版）\n",
		  "1>2 2>1" },
		{ "one jump, two answers that are as likely",
		  FIRST BOOKS_HEAD "\n" BOOKS TO SECOND FROM OTHER
		                   "\n" FROM ANOTHER,
		  "1>2 2>1 3>-; 1?" },
		{ "a slug that tells which",
		  FIRST BOOKS_HEAD "\n" BOOKS "See BOOKS, Page 2\n\n" FERRY_HEAD
		                   "\n" FERRY "See FERRY, Page 2\n\n" SECOND
		                   "FERRY, From Page 1\n" OTHER
		                   "\nBOOKS, From Page 1\n" ANOTHER,
		  "1>4 2>3 3>2 4>1; 1+4 2+3" },
		{ "a slug that speaks against it",
		  FIRST BOOKS_HEAD "\n" BOOKS "See BOOKS, Page 2\n\n" SECOND
		                   "FERRY, From Page 1\n" FERRY_REST,
		  "1>2 2>1; 1?" },
		{ "to a page that is not there",
		  FIRST BOOKS_HEAD "\n" BOOKS "（下转第7版）\n", "1>-" },
		{ "to a page that has nothing of it",
		  FIRST BOOKS_HEAD "\n" BOOKS TO SECOND FERRY_HEAD "\n" FERRY,
		  "1>-" },
		{ "from a page that says another",
		  FIRST BOOKS_HEAD "\n" BOOKS "\n" SECOND FERRY_HEAD
		                   "（上接第3版）\n" FERRY_REST,
		  "2>-" },
		{ "a teaser",
		  FIRST FERRY_HEAD "[2版]\n\n" BOOKS_HEAD
		                   "\n" BOOKS SECOND FERRY_HEAD "\n" FERRY,
		  "1>3" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue = fixture_page(cases[i].page, 14);
		struct buf got;

		buf_init(&got);
		add_links(&got, issue);
		add_wholes(&got, issue);
		if (!str_equal(buf_str(&got), str_from(cases[i].links)))
			fail_msg("%s: %s", cases[i].what, got.ptr);
		buf_release(&got);
		issue_free(issue);
	}
}

/* Found again, they are the same. */
static void links_are_settled(void **state)
{
	struct issue *issue =
		fixture_page(FIRST BOOKS_HEAD
	                     "\n" BOOKS TO SECOND BOOKS_HEAD FROM BOOKS_REST,
	                     14);
	struct buf got;

	(void)state;
	buf_init(&got);
	for (size_t page = 0; page < issue->page_count; page++)
		jumps_link(issue, page);
	add_links(&got, issue);
	assert_string_equal(got.ptr, "1>2 2>1");
	buf_release(&got);
	issue_free(issue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(jumps_lead_to_each_other),
		cmocka_unit_test(links_are_settled),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
