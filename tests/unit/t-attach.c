/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/attach.h"

#include "../lib/placing_page.h"
#include "load/place/assign.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void add_blocks(struct buf *out, const struct placing *placing,
                       const char *what, const size_t *blocks, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct placed_block *block = &placing->blocks[blocks[i]];

		buf_addf(out, " %s ", what);
		buf_add(out, buf_str(&placing->lines[block->lines[0]].text));
	}
}

/* "h0: 1 quote 他说; h1:": the articles with their columns and what was attached. */
static void expect(const char *notation, const char *want)
{
	struct placing_page page;
	struct placing *placing = &page.placing;
	struct buf got;

	placing_page_init(&page, notation);
	assign_articles(placing);
	attach_rest(placing);
	buf_init(&got);
	for (size_t i = 0; i < placing->article_count; i++) {
		const struct placed_article *article = &placing->articles[i];

		buf_add_c(&got, i ? "; " : "");
		if (article->head == NPOS)
			buf_add_c(&got, "-:");
		else
			buf_addf(&got, "h%zu:", article->head);
		for (size_t c = 0; c < article->column_count; c++)
			buf_addf(&got, " %zu", article->columns[c]);
		add_blocks(&got, placing, "caption", article->captions,
		           article->caption_count);
		add_blocks(&got, placing, "quote", article->quotes,
		           article->quote_count);
		add_blocks(&got, placing, "loose", article->loose,
		           article->loose_count);
	}
	assert_string_equal(got.ptr ? got.ptr : "", want);
	buf_release(&got);
	placing_page_release(&page);
}

#define SHIP                                                                   \
 "head 0 14 0 3 新船下水\n"                                                \
 "text 0 14 5 12 is 昨日新船从船厂下水/观者数千人。\n"
#define MARKET                                                                 \
 "head 20 34 0 3 夜市开张\n"                                               \
 "text 20 34 5 12 is 夜市在老街口开张/人山人海。\n"

static void a_caption_goes_to_the_nearest_article(void **state)
{
	(void)state;
	expect(SHIP MARKET "caption 0 14 24 1 图为新船",
	       "h0: 0 caption 图为新船; h1: 1");
	expect(SHIP MARKET "caption 20 34 24 1 图为夜市",
	       "h0: 0; h1: 1 caption 图为夜市");
	/* A picture may be all that a headline has. */
	expect(SHIP "head 20 34 0 2 夜市开张\ncaption 20 34 4 1 图为夜市",
	       "h0: 0; h1: caption 图为夜市");
	/* A rule counts as room. */
	expect(SHIP MARKET "rule 24.5 0 14\ncaption 2 16 26 1 图为夜市",
	       "h0: 0; h1: 1 caption 图为夜市");
}

static void a_caption_in_a_box_goes_to_what_is_in_it(void **state)
{
	(void)state;
	expect("box 19 60 -1 40\n" SHIP MARKET "caption 40 50 24 1 图为夜市",
	       "h0: 0; h1: 1 caption 图为夜市");
}

static void a_quote_goes_to_the_text_that_has_its_words(void **state)
{
	(void)state;
	expect(SHIP MARKET "quote 20 34 24 1 新船从船厂下水",
	       "h0: 0 quote 新船从船厂下水; h1: 1");
	expect(SHIP MARKET "quote 20 34 24 1 没有人说过的话",
	       "h0: 0; h1: 1 quote 没有人说过的话");
}

static void a_jump_line_goes_to_its_teaser(void **state)
{
	(void)state;
	expect(SHIP "head 20 34 0 2 夜市开张\n"
	            "head 24 34 3 1 （详见第3版）",
	       "h0: 0; h1: loose （详见第3版）");
	expect(SHIP "head 4 14 25 1 （下转第3版）",
	       "h0: 0 loose （下转第3版）");
}

static void small_type_goes_to_a_text(void **state)
{
	(void)state;
	expect(SHIP MARKET "head 20 34 26 1 张三", "h0: 0; h1: 1 loose 张三");
	expect(SHIP "head 20 34 26 3 大减价", "h0: 0; h1:");
	/* There is no text. */
	expect("head 0 14 0 3 大减价\nhead 0 14 20 1 欢迎光临", "h0:; h1:");
}

static void heads_of_one_box_are_an_advert(void **state)
{
	(void)state;
	expect("box 19 60 -1 40\n" SHIP "head 20 34 0 3 大减价\n"
	       "head 20 34 10 3 欢迎光临",
	       "h0: 0; h1: loose 欢迎光临");
	expect("box 19 60 -1 40\n" SHIP "head 20 34 0 3 夜市开张\n"
	       "head 20 34 4 1 （详见第3版）\nhead 20 34 10 3 灯会\n"
	       "head 20 34 14 1 （详见第4版）",
	       "h0: 0; h1: loose （详见第3版）; h3: loose （详见第4版）");
}

static void a_page_without_articles_keeps_nothing(void **state)
{
	(void)state;
	expect("caption 0 14 5 1 图为新船", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_caption_goes_to_the_nearest_article),
		cmocka_unit_test(a_caption_in_a_box_goes_to_what_is_in_it),
		cmocka_unit_test(a_quote_goes_to_the_text_that_has_its_words),
		cmocka_unit_test(a_jump_line_goes_to_its_teaser),
		cmocka_unit_test(small_type_goes_to_a_text),
		cmocka_unit_test(heads_of_one_box_are_an_advert),
		cmocka_unit_test(a_page_without_articles_keeps_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
