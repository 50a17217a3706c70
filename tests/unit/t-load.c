/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/load.h"

#include "../lib/dump.h"
#include "../lib/fixture.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "issue/validate.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* Paragraphs of reports, a unit of prose, and what an outline shows of them. */
#define BOOKS                                                                                               \
 "¶本报讯（记者王五）石桥镇的图书室昨天开门，三千册书都是居民自己捐的。" \
 "管书的两位老师每天下午来，周末也不休息，孩子们放学以后就有了去处。\n"    \
 "¶镇里还要添一间听书的屋子，给眼睛不好的老人用。屋子在一楼，门口不设台" \
 "阶，轮椅可以直接推进去。\n"
#define BOOKS_OUT                                                              \
 "body | 本报讯（记者王五 … 处。\nbody | 镇里还要添一间听 … 去。\n"
#define KEYS     "¶图书室的钥匙由五户人家轮流保管，谁有空谁开门。\n"
#define KEYS_OUT "body | 图书室的钥匙由五 … 门。\n"
#define FERRY                                                                                               \
 "¶本报讯（通讯员赵六）城南的渡口上个月换了新船，一次能坐四十个人。船"    \
 "工老周说，过去赶集的日子要跑七趟，如今三趟就够了。\n"                            \
 "¶渡口两岸的石阶也重新铺过，雨天不再打滑。岸边立了水位牌，水涨到红线就" \
 "停航。\n"
#define FERRY_OUT                                                              \
 "body | 本报讯（通讯员赵 … 了。\nbody | 渡口两岸的石阶也 … 航。\n"
#define JAR                                                                                                    \
 "¶外婆的腌菜坛放在灶台旁边，坛口压着一块青石，谁也不许动。每年霜降以后"    \
 "，她挑最大的芥菜，一层菜一层盐地码进去。\n"                                              \
 "¶我小时候总想看看坛子里有什么，趁她出门把石头搬开，只闻到一股酸味，赶紧" \
 "又盖上了。\n"
#define JAR_OUT                                                                \
 "body | 外婆的腌菜坛放在 … 去。\nbody | 我小时候总想看看 … 了。\n"

#define BOOKS_HEAD     "石桥镇居民捐书办起图书室\n"
#define BOOKS_HEAD_OUT "head | 石桥镇居民捐书办 … 书室\n"
#define FERRY_HEAD     "城南渡口换上新船\n"
#define FERRY_HEAD_OUT "head | " FERRY_HEAD

struct page_case {
	const char *what;
	size_t em;
	const char *page, *outline;
};

static void check(const struct page_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct issue *issue = fixture_page(cases[i].page, cases[i].em);
		char *wrong = issue_validate(issue);
		struct buf got;

		if (wrong)
			fail_msg("%s: %s", cases[i].what, wrong);
		buf_init(&got);
		dump_outline(&got, issue);
		if (!str_equal(buf_str(&got), str_from(cases[i].outline)))
			fail_msg("%s:\n%s", cases[i].what, got.ptr);
		buf_release(&got);
		issue_free(issue);
	}
}

static void heads_stand_where_they_like(void **state)
{
	static const struct page_case cases[] = {
		{ "before their texts", 14,
		  BOOKS_HEAD "\n" BOOKS KEYS "\n" FERRY_HEAD "\n" FERRY,
		  "news\n" BOOKS_HEAD_OUT BOOKS_OUT KEYS_OUT
		  "news\n" FERRY_HEAD_OUT FERRY_OUT },
		{ "behind them", 14,
		  BOOKS KEYS "\n" BOOKS_HEAD "\n" FERRY "\n" FERRY_HEAD,
		  "news\n" BOOKS_HEAD_OUT BOOKS_OUT KEYS_OUT
		  "news\n" FERRY_HEAD_OUT FERRY_OUT },
		{ "in the middle", 14, BOOKS "\n" BOOKS_HEAD "\n" KEYS,
		  "news\n" BOOKS_HEAD_OUT BOOKS_OUT KEYS_OUT },
		{ "kicker, head and deck", 14,
		  "邻里一条心\n石桥镇居民捐书办起了一间图书室\n三千册书不花一分钱\n\n" BOOKS,
		  "news\nkicker | 邻里一条心\n" BOOKS_HEAD_OUT
		  "deck | 三千册书不花一分钱\n" BOOKS_OUT },
		{ "none: datelines part the reports", 14, BOOKS FERRY,
		  "news\n" BOOKS_OUT "news\n" FERRY_OUT },
		{ "a paragraph a line", 14,
		  BOOKS_HEAD
		  "\n本报讯石桥镇的图书室昨天开门，三千册书都是居民自己捐的，一册"
		  "也没有花钱买。\n管书的是两位退休的老师，每天下午来，周末也不休"
		  "息。\n",
		  "news\n" BOOKS_HEAD_OUT "body | 本报讯石桥镇的图 … 买。\n"
		  "body | 管书的是两位退休 … 息。\n" },
		{ "alone", 14,
		  BOOKS_HEAD "\n" FERRY_HEAD "\n今年梅雨迟到九天\n",
		  "teaser\n" BOOKS_HEAD_OUT "teaser\n" FERRY_HEAD_OUT
		  "teaser\nhead | 今年梅雨迟到九天\n" },
	};

	(void)state;
	check(cases, ARRAY_LEN(cases));
}

static void kinds_have_their_forms(void **state)
{
	static const struct page_case cases[] = {
		{ "letter", 16,
		  "致全镇居民的一封信\n\n尊敬的各位居民：\n"
		  "¶入冬以来，镇里的自来水管冻裂了十一处，抢修队日夜没有停过。许多"
		  "人家把自己的热水送到路口，我们都记在心里。\n"
		  "¶下个月还要更换东街的旧管道，届时每天上午停水两小时，请大家提前"
		  "存水，互相照应。\n此致\n敬礼\n石桥镇供水站\n2021年12月3日\n",
		  "letter\nhead | 致全镇居民的一封信\nsalutation | 尊敬的各位居民：\n"
		  "body | 入冬以来，镇里的 … 里。\nbody | 下个月还要更换东 … 应。\n"
		  "closing | 此致\nclosing | 敬礼\nsignature | 石桥镇供水站\n"
		  "date | 2021年12月3日\n" },
		{ "notice", 16,
		  "停水通知\n\n"
		  "¶因更换东街的旧管道，定于十二月六日至八日每天上午八时到十时停水"
		  "。东街、南街和河边的住户请提前存水，学校和医院由送水车供应。\n"
		  "¶停水期间请关好水龙头，以免来水时无人照看。\n\n"
		  "石桥镇供水站\n2021年12月3日\n",
		  "notice\nhead | 停水通知\nbody | 因更换东街的旧管 … 应。\n"
		  "body | 停水期间请关好水 … 看。\nsignature | 石桥镇供水站\n"
		  "date | 2021年12月3日\n" },
		{ "names set apart, and of two characters", 14,
		  BOOKS_HEAD "\n本报记者 方砚　李　红\n\n" BOOKS,
		  "news\n" BOOKS_HEAD_OUT
		  "byline | 本报记者 方砚　李红\n" BOOKS_OUT },
		{ "essay", 14, "外婆的腌菜坛\n文/李小满\n\n" JAR,
		  "essay\nhead | 外婆的腌菜坛\nbyline | 文/李小满\n" JAR_OUT },
		{ "teasers", 14,
		  FERRY_HEAD "[2版]\n\n东街旧水管下月更换\n详见3版\n\n" BOOKS
		             "\n" BOOKS_HEAD,
		  "teaser\n" FERRY_HEAD_OUT "jump | [2版]\nteaser\n"
		  "head | 东街旧水管下月更换\njump | 详见3版\nnews\n" BOOKS_HEAD_OUT
		          BOOKS_OUT },
		{ "note of the editors", 14,
		  FERRY_HEAD
		  "\n¶【编者按】渡口换船，看起来是小事，两岸的人却等了十年。本报从今"
		  "天起连续报道镇里的小事，请读者来信。\n\n" FERRY,
		  "news\n" FERRY_HEAD_OUT
		  "note | 【编者按】渡口换 … 信。\n" FERRY_OUT },
		{ "pull quote", 14,
		  FERRY_HEAD
		  "\n" FERRY
		  "\n雨天不再打滑。岸边立\n了水位牌，水涨到红\n线就停航。\n",
		  "news\n" FERRY_HEAD_OUT
		  "quote | 雨天不再打滑。岸 … 航。\n" FERRY_OUT },
		{ "caption", 14,
		  FERRY_HEAD "\n" FERRY "\n图为乘客在新船上。 钱七 摄\n",
		  "news\n" FERRY_HEAD_OUT FERRY_OUT
		  "caption | 图为乘客在新船上 … 七摄\n" },
	};

	(void)state;
	check(cases, ARRAY_LEN(cases));
}

static void other_languages_take_the_same_road(void **state)
{
	static const struct page_case cases[] = {
		{ "traditional Chinese", 14,
		  "城南渡口換上新船\n\n"
		  "¶【本報訊】城南的渡口上個月換了新船，一次能坐四十個人。船工老周"
		  "說：「過去趕集的日子要跑七趟，如今三趟就夠了。」\n"
		  "¶渡口兩岸的石階也重新鋪過，雨天不再打滑。\n",
		  "news\nhead | 城南渡口換上新船\nbody | 【本報訊】城南的 … 。」\n"
		  "body | 渡口兩岸的石階也 … 滑。\n" },
		{ "Japanese", 14,
		  "渡し船が新しくなる\n\n"
		  "¶南町の渡し場で先月から新しい船が使われている。一度に四十人が乗れ"
		  "るので、市の日も三往復で足りるようになった。\n"
		  "¶船頭の周さんは「前は七回も往復した。今は昼を食べる暇がある」と笑"
		  "う。\n",
		  "news\nhead | 渡し船が新しくなる\nbody | 南町の渡し場で先 … た。\n"
		  "body | 船頭の周さんは「 … う。\n" },
		{ "English with a large first letter", 0,
		  "New Ferry Eases the Crossing\n\nBy Anna Marsh\n\n"
		  "T\nhe new ferry carries forty people\n"
		  "at a time, and on market days three\n"
		  "trips are now enough. The old boat\n"
		  "needed seven, said the boatman, who\n"
		  "has worked on the river for thirty\n"
		  "years. The stone steps on the two\n"
		  "banks have been laid anew, and a\n"
		  "board on the way down tells people\n"
		  "how high the water stands. A ferry-\n"
		  "man is glad; a ferryman never is.\n",
		  "news\nhead | New Ferry Eases  … sing\nbyline | By Anna Marsh\n"
		  "body | The new ferry ca …  is.\n" },
	};

	(void)state;
	check(cases, ARRAY_LEN(cases));
}

static void an_english_paper_says_its_name_and_day(void **state)
{
	struct issue *issue = fixture_page(
		"The Stonebridge Courier · Page 5\nSaturday, December 4, 2021\n\n"
		"Vicar wins prize at Chronicle\n\nT\n\nhe vicar said on "
		"Monday that he was glad.\n",
		0);

	(void)state;
	assert_true(str_equal(issue->title, STR("The Stonebridge Courier")));
	assert_true(str_equal(issue->date, STR("2021-12-04")));
	assert_int_equal(issue->pages[0].number, 5);
	assert_int_equal(issue->article_count, 1);
	assert_true(str_equal(issue->articles[0].headline,
	                      STR("Vicar wins prize at Chronicle")));
	issue_free(issue);
}

static void no_heads_are_invented(void **state)
{
	static const struct page_case cases[] = {
		{ "a novel", 28,
		  "¶那年冬天特别冷，河面结了冰，渡船停了三个月。周伯每天早晨还是到渡"
		  "口去，把缆绳解开又系上，好像怕它忘了自己是一根缆绳。\n"
		  "¶“你又不开船。”卖豆腐的女人说。\n¶“等开春。”周伯说。\n"
		  "¶夜里下了雪。第二天早上，渡口的石阶不见了，只剩下一片白。周伯拿着"
		  "扫帚，一级一级地扫，扫到水边，天已经大亮。扫完了石阶，他又去扫船，"
		  "船上的雪比石阶上的还厚，扫下来堆在岸边，像另一条船。\n"
		  "¶对岸有人喊他的名字，声音从冰上滑过来，像一块小石子。他直起腰，看"
		  "见一个穿红棉袄的孩子站在那边，手里举着一只灯笼。\n",
		  "other\nbody | 那年冬天特别冷， … 绳。\nbody | “你又不开船。” … 说。\n"
		  "body | “等开春。”周伯说。\nbody | 夜里下了雪。第二 … 船。\n"
		  "body | 对岸有人喊他的名 … 笼。\n" },
		{ "blank lines", 0, "\n \n\u3000\n\n", "" },
		{ "nothing", 0, "", "" },
	};

	(void)state;
	check(cases, ARRAY_LEN(cases));
}

/* The article whose headline this is, or NULL; what its first jump leads to. */
static const struct article *article_of(const struct issue *issue, size_t page,
                                        struct str headline, size_t *leads_to)
{
	for (size_t i = 0; i < issue->article_count; i++) {
		const struct article *article = &issue->articles[i];

		if (article->page != page ||
		    !str_equal(article->headline, headline))
			continue;
		*leads_to = NPOS;
		for (size_t p = article->passages.start;
		     p < article->passages.end; p++)
			if (issue->passages[p].jump)
				*leads_to = issue->passages[p].jump->article;
		return article;
	}
	return NULL;
}

/* A picture is a page as well, of which an extractor gives nothing. */
static void pages_without_text_count(void **state)
{
	struct issue *issue = fixture_page(
		"\f石桥镇\n\n" BOOKS "\f\n\f" FERRY_HEAD "\n" FERRY, 14);

	(void)state;
	assert_int_equal(issue->page_count, 4);
	for (size_t p = 0; p < issue->page_count; p++)
		assert_int_equal(issue->pages[p].number, p + 1);
	assert_int_equal(issue->pages[0].articles.end, 0);
	assert_int_equal(issue->pages[2].articles.start,
	                 issue->pages[2].articles.end);
	assert_true(issue->pages[3].articles.end >
	            issue->pages[3].articles.start);
	issue_free(issue);
}

static void pages_are_one_issue(void **state)
{
	static const char *const page =
		"石桥晚报\n2021年12月4日\n第1版\n\n" BOOKS_HEAD "\n" BOOKS
		"（下转第2版）\n\f石桥晚报\n第2版\n\n" FERRY_HEAD "\n" FERRY
		"\n" BOOKS_HEAD "（上接第1版）\n" KEYS;
	static const struct page_case outline[] = {
		{ "form feed", 14, page,
		  "news\n" BOOKS_HEAD_OUT BOOKS_OUT "jump | （下转第2版）\n"
		  "masthead | 石桥晚报\ndate | 2021年12月4日\nfolio | 第1版\n"
		  "news\n" FERRY_HEAD_OUT FERRY_OUT
		  "news\n" BOOKS_HEAD_OUT KEYS_OUT "jump | （上接第1版）\n"
		  "masthead | 石桥晚报\nfolio | 第2版\n" },
	};
	struct issue *issue = fixture_page(page, 14);
	struct str headline = STR("石桥镇居民捐书办起图书室");
	const struct article *first, *second;
	size_t from_first, from_second;

	(void)state;
	check(outline, 1);
	assert_int_equal(issue->page_count, 2);
	assert_int_equal(issue->pages[1].number, 2);
	assert_true(str_equal(issue->title, STR("石桥晚报")));
	assert_true(str_equal(issue->date, STR("2021-12-04")));
	first = article_of(issue, 0, headline, &from_first);
	second = article_of(issue, 1, headline, &from_second);
	assert_non_null(first);
	assert_non_null(second);
	assert_ptr_equal(&issue->articles[from_first], second);
	assert_ptr_equal(&issue->articles[from_second], first);
	issue_free(issue);
}

static void a_folder_is_one_issue(void **state)
{
	char *path = fixture_path("tests/data/two-pages"), *error;
	const char *const names[] = { path };
	struct issue *issue = load_files(names, 1, NULL, &error);
	struct str headline = STR("社区食堂开到家门口");
	const struct article *first, *second;
	size_t from_first, from_second;

	(void)state;
	assert_non_null(issue);
	assert_int_equal(issue->page_count, 2);
	first = article_of(issue, 0, headline, &from_first);
	second = article_of(issue, 1, headline, &from_second);
	assert_non_null(first);
	assert_non_null(second);
	assert_int_equal(first->kind, KIND_TEASER);
	assert_int_equal(second->kind, KIND_NEWS);
	assert_ptr_equal(&issue->articles[from_first], second);
	issue_free(issue);
	free(path);
}

/* A mark at the head of a file and its line ends count. */
static void a_file_has_the_digest_of_its_bytes(void **state)
{
	static const struct {
		const char *bytes, *want;
	} cases[] = {
		{ "abc", "ba7816bf8f01cfea414140de5dae2223"
		         "b00361a396177a9cb410ff61f20015ad" },
		{ "\xef\xbb\xbf"
		  "abc\n",
		  "9ef68ea681c2ef5c2d8033a631582afe"
		  "66a6e128e656cf32c1c28c3b6962dc3f" },
		{ "", "e3b0c44298fc1c149afbf4c8996fb924"
		      "27ae41e4649b934ca495991b7852b855" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct issue *issue =
			load_bytes(str_from(cases[i].bytes), "a", NULL);

		assert_int_equal(issue->file_count, 1);
		assert_true(str_equal(issue->files[0].sha256,
		                      str_from(cases[i].want)));
		issue_free(issue);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(heads_stand_where_they_like),
		cmocka_unit_test(kinds_have_their_forms),
		cmocka_unit_test(other_languages_take_the_same_road),
		cmocka_unit_test(an_english_paper_says_its_name_and_day),
		cmocka_unit_test(no_heads_are_invented),
		cmocka_unit_test(pages_are_one_issue),
		cmocka_unit_test(pages_without_text_count),
		cmocka_unit_test(a_folder_is_one_issue),
		cmocka_unit_test(a_file_has_the_digest_of_its_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL) < 0;
}
