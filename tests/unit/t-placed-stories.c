/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/placed_stories.h"

#include "../lib/fixture.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char role_letters[] = "HBGTSCNDJqcf"; /* as enum placed_role */

/* A page: each line is an article (a digit, or - for furniture), a column, a letter of
 * role_letters, + where something begins, and the text.  A letter before the article
 * is what a person said: p paragraph, j joined, h head, n no head. */
struct placed_page {
	struct buf text; /* of the lines of the issue */
	struct issue *issue;
	struct placement placement;
	struct printed_lines lines;
	struct units units;
	struct placed_units placed;
	struct stories stories;
};

static enum user_label label_of(char letter)
{
	return letter == 'p'   ? USER_LABEL_PARAGRAPH
	       : letter == 'j' ? USER_LABEL_JOINED
	       : letter == 'h' ? USER_LABEL_HEAD
	                       : USER_LABEL_NO_HEAD;
}

static const char *read_line(struct placed_page *page, const char *at,
                             struct buf *text, struct buf *labels)
{
	struct placement *placement = &page->placement;
	struct placement_line line = { .article = NPOS,
		                       .column = NPOS,
		                       .line = placement->line_count };

	buf_add_byte(labels, strchr("pjhn", *at) ? *at++ : ' ');
	if (*at != '-')
		line.article = (size_t)(*at - '0');
	at++;
	if (*at != ' ')
		line.column = (size_t)(*at - '0');
	at++;
	line.role =
		(enum placed_role)(strchr(role_letters, *at++) - role_letters);
	line.begins = *at == '+';
	line.box = (struct line_box){ .width_pt = 100,
		                      .height_pt = 10,
		                      .em_pt = 10 };
	*ARRAY_ADD(placement->lines, placement->line_count,
	           placement->line_cap) = line;
	if (line.article != NPOS) {
		struct placement_article *article;

		if (line.article == placement->article_count)
			*ARRAY_ADD(placement->articles,
			           placement->article_count,
			           placement->article_cap) =
				(struct placement_article){
					.lines.start =
						placement->line_count - 1,
					.margin = -1,
					.begin_margin = -1,
					.unsure = NPOS
				};
		article = &placement->articles[line.article];
		article->lines.end = placement->line_count;
	}
	at += line.begins ? 2 : 1;
	buf_add(text, (struct str){ at, strcspn(at, "\n") + 1 });
	return at + strcspn(at, "\n") + 1;
}

static void placed_page_init(struct placed_page *page, const char *notation)
{
	struct buf labels;

	memset(page, 0, sizeof *page);
	placement_init(&page->placement);
	buf_init(&page->text);
	buf_init(&labels);
	while (*notation)
		notation = read_line(page, notation, &page->text, &labels);
	page->issue = fixture_lines(page->text.ptr);
	printed_lines_init(&page->lines, page->issue, 0);
	placed_lines_read(&page->lines, &page->placement, 0);
	for (size_t i = 0; i < page->lines.count; i++)
		if (labels.ptr[i] != ' ')
			page->lines.items[i].user_label =
				label_of(labels.ptr[i]);
	buf_release(&labels);
}

static void placed_page_read(struct placed_page *page)
{
	placed_units_init(&page->placed, &page->units, &page->lines,
	                  &page->placement, 0);
	placed_stories_init(&page->stories, &page->placed);
}

static void placed_page_release(struct placed_page *page)
{
	stories_release(&page->stories);
	placed_units_release(&page->placed);
	units_release(&page->units);
	printed_lines_release(&page->lines);
	placement_release(&page->placement);
	issue_free(page->issue);
	buf_release(&page->text);
}

static void add_list(struct buf *out, const char *what,
                     const struct placed_page *page, const struct list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct unit *unit = &page->units.items[list->items[i]];

		buf_addf(out, " %s%s ", what,
		         unit->kind == UNIT_SUBHEAD ? "-sub" : "");
		buf_add(out, buf_str(&unit->text));
	}
}

static void expect(const char *notation, const char *want)
{
	struct placed_page page;
	struct buf got;

	placed_page_init(&page, notation);
	placed_page_read(&page);
	buf_init(&got);
	for (size_t i = 0; i < page.stories.count; i++) {
		const struct story *story = &page.stories.items[i];

		buf_add_c(&got, i ? "\nstory" : "story");
		add_list(&got, "head", &page, &story->heads);
		add_list(&got, "by", &page, &story->bylines);
		add_list(&got, "text", &page, &story->units);
		add_list(&got, "quote", &page, &story->quotes);
		add_list(&got, "caption", &page, &story->captions);
		add_list(&got, "jump", &page, &story->jumps);
	}
	for (size_t i = 0; i < page.stories.teasers.count; i++) {
		const struct teaser *teaser = &page.stories.teasers.items[i];
		struct list jump = { (size_t *)&teaser->jump, 1, 1 };

		buf_add_c(&got, got.len ? "\nteaser" : "teaser");
		add_list(&got, "head", &page, &teaser->heads);
		if (teaser->jump != NPOS)
			add_list(&got, "jump", &page, &jump);
	}
	assert_string_equal(got.ptr, want);
	buf_release(&got);
	placed_page_release(&page);
}

static void paragraphs_run_on_over_columns(void **state)
{
	(void)state;
	expect("0 H+ 新船\n0 H 下水\n0 B+ 张三\n00T+ 昨日\n00T 船\n"
	       "01T 下水。\n01T+ 又及\n0 q+ 他说\n0 c+ 图为船\n0 J+ 转\n",
	       "story head 新船下水 by 张三 text 昨日船下水。 text 又及"
	       " quote 他说 caption 图为船 jump 转");
}

static void subheads_stand_in_the_text(void **state)
{
	(void)state;
	expect("0 H+ 新船\n00T+ 昨日。\n00S+ 夜市\n00T+ 开张。\n",
	       "story head 新船 text 昨日。 text-sub 夜市 text 开张。");
}

static void furniture_is_of_no_story(void **state)
{
	(void)state;
	expect("- f+ 第1版\n0 H+ 新船\n00T+ 昨日。\n- f+ 编辑\n",
	       "story head 新船 text 昨日。");
}

static void heads_with_a_jump_are_teasers(void **state)
{
	(void)state;
	expect("0 H+ 新船\n0 J+ 见2版\n1 H+ 夜市\n2 H+ 图\n2 c+ 图为船\n"
	       "3 H+ 灯会\n",
	       "story head 夜市\nstory head 图 caption 图为船\n"
	       "story head 灯会\nteaser head 新船 jump 见2版");
}

static void what_a_person_said_holds(void **state)
{
	(void)state;
	expect("0 H+ 新船\n00T+ 昨日\np00T 船\n00T 下水。\n",
	       "story head 新船 text 昨日 text 船下水。");
	expect("0 H+ 新船\n00T+ 昨日\nj00T+ 船\n00T 下水。\n",
	       "story head 新船 text 昨日船下水。");
	expect("0 H+ 新船\nh00T+ 副题\n00T 昨日。\n",
	       "story head 新船 head 副题 text 昨日。");
	expect("0 H+ 新船\n00T+ 昨日。\nh00T 夜市\n00T+ 开张。\n",
	       "story head 新船 text 昨日。 text-sub 夜市 text 开张。");
	expect("0 H+ 新船\nn0 H+ 昨日\nn0 H 下水\n00T+ 又及。\n",
	       "story head 新船 text 昨日下水 text 又及。");
}

static void furniture_may_be_said_to_be_text(void **state)
{
	(void)state;
	expect("h- f+ 要闻\n0 H+ 新船\n00T+ 昨日。\np- f+ 又及\n- f+ 编辑\n",
	       "story head 要闻 head 新船 text 昨日。 text 又及");
}

static void a_paragraph_may_be_joined_to_another_article(void **state)
{
	(void)state;
	expect("0 H+ 新船\n00T+ 昨日\nj10T+ 下水。\n10T+ 又及。\n",
	       "story head 新船 text 昨日下水。\nstory text 又及。");
}

static void an_unsure_column_is_a_doubt(void **state)
{
	struct placed_page page;
	size_t doubts = 0;

	(void)state;
	placed_page_init(&page, "0 H+ 新船\n00T+ 昨日\n01T 下水。\n");
	page.placement.articles[0].margin = .5f;
	page.placement.articles[0].unsure = 2;
	placed_page_read(&page);
	for (size_t i = 0; i < page.units.count; i++)
		if (doubt_counts(&page.units.items[i].doubt)) {
			doubts++;
			assert_int_equal(page.units.items[i].doubt.kind,
			                 DOUBT_COLUMN);
			assert_int_equal(page.units.items[i].doubt_line, 2);
		}
	assert_int_equal(doubts, 1);
	placed_page_release(&page);
}

static void an_unsure_beginning_is_a_doubt(void **state)
{
	struct placed_page page;
	size_t doubts = 0;

	(void)state;
	placed_page_init(&page, "0 H+ 新船\n00T+ 昨日\n1 H+ 旧船\n10T+ 今日\n");
	page.placement.articles[0].margin = -1;
	page.placement.articles[1].margin = -1;
	page.placement.articles[1].begin_margin = .3f;
	placed_page_read(&page);
	for (size_t i = 0; i < page.units.count; i++)
		if (doubt_counts(&page.units.items[i].doubt)) {
			doubts++;
			assert_int_equal(page.units.items[i].doubt.kind,
			                 DOUBT_JOINED);
			assert_int_equal(page.units.items[i].doubt_line, 2);
		}
	assert_int_equal(doubts, 1);
	placed_page_release(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paragraphs_run_on_over_columns),
		cmocka_unit_test(subheads_stand_in_the_text),
		cmocka_unit_test(furniture_is_of_no_story),
		cmocka_unit_test(heads_with_a_jump_are_teasers),
		cmocka_unit_test(what_a_person_said_holds),
		cmocka_unit_test(furniture_may_be_said_to_be_text),
		cmocka_unit_test(a_paragraph_may_be_joined_to_another_article),
		cmocka_unit_test(an_unsure_column_is_a_doubt),
		cmocka_unit_test(an_unsure_beginning_is_a_doubt),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
