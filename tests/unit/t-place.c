/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/place.h"

#include "../lib/place_page.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Texts of some lines each, without marks that would be squeezed. */
static const char *const texts[] = {
	"城东的旧货市场要搬家了，摊主们连夜把货装上三轮车。有人舍不得，"
	"在空摊位前站了很久；有人已经在新市场门口排队，等着抽签。",
	"昨天下午的一场雨把刚铺好的路冲出一道沟。修路的师傅说，"
	"先填上碎石，等天晴了再浇一遍，三天以后可以走车。",
	"图书馆的夜间阅览室开到十一点。管理员算过，来得最多的是"
	"准备考试的学生，其次是下了夜班的护士和司机。",
	"菜价比上个月低了一成。批发市场的人说，南方的菜到得多，"
	"路上又没有耽搁，过了节还要再低一些。",
};

/* Four columns of text under a headline, on a page of one direction. */
static void set_page(struct page_chars *page, bool down)
{
	struct page_type body = { 9, 0, 0 }, head = { 24, 0, 0 };
	struct page_measure measure = { 12, 14, 2 };

	page_begin(page, 600, 400);
	head.face = page_add_face(page, "Song bold", true);
	if (down)
		page_set_down(page, head, 560, 40, "旧货市场要搬家");
	else
		page_set_across(page, head, 40, 20, "旧货市场要搬家");
	for (size_t i = 0; i < 4; i++) {
		float at = 40 + 120 * (float)i;

		if (down)
			page_set_paragraph_down(page, body, measure, 480,
			                        20 + at * .8f, texts[i]);
		else
			page_set_paragraph(page, body, measure, at, 80,
			                   texts[i]);
	}
}

/* Appends the blocks of a page with their lines, sorted. */
static int compare_texts(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void dump_block(struct buf *out, const struct placing *placing,
                       const struct placed_block *block)
{
	buf_add_c(out,
	          block->vertical == placing->vertical ? "block" : "crossed");
	for (size_t i = 0; i < block->line_count; i++) {
		const struct placed_line *line =
			&placing->lines[block->lines[i]];

		buf_addf(out, "\n  %.1f %.1f %.1f%s%s ", (double)line->s0,
		         (double)line->s1, (double)line->t,
		         line->bold ? " bold" : "",
		         line->heavy ? " heavy" : "");
		buf_add(out, buf_str(&line->text));
	}
	buf_add_c(out, "\n");
}

/* The blocks of a page, and that each character is in one line and each line in one
 * block; the caller frees the text. */
static char *blocks_of(struct page_chars *page)
{
	struct placing placing;
	struct buf out, one;
	size_t chars = 0, lines = 0;
	char **texts_of;

	placing_init(&placing, page);
	place_lines_and_blocks(&placing);
	buf_init(&out);
	texts_of = mem_alloc(placing.block_count * sizeof *texts_of);
	for (size_t i = 0; i < placing.block_count; i++) {
		buf_init(&one);
		dump_block(&one, &placing, &placing.blocks[i]);
		texts_of[i] = buf_steal(&one);
		lines += placing.blocks[i].line_count;
		for (size_t k = 0; k < placing.blocks[i].line_count; k++)
			assert_int_equal(
				placing.lines[placing.blocks[i].lines[k]].block,
				i);
	}
	for (size_t i = 0; i < placing.line_count; i++)
		chars += placing.lines[i].char_count;
	assert_int_equal(chars, page->count);
	assert_int_equal(lines, placing.line_count);
	qsort(texts_of, placing.block_count, sizeof *texts_of, compare_texts);
	for (size_t i = 0; i < placing.block_count; i++) {
		buf_add_c(&out, texts_of[i]);
		free(texts_of[i]);
	}
	free(texts_of);
	placing_release(&placing);
	return buf_steal(&out);
}

static void columns_are_blocks_of_their_lines(void **state)
{
	struct page_chars page;
	char *got;

	(void)state;
	set_page(&page, false);
	got = blocks_of(&page);
	assert_non_null(strstr(got, "  40.0 208.0 32.0 bold heavy "
	                            "旧货市场要搬家\n"));
	assert_non_null(strstr(got, "block\n  58.0 148.0 84.5 "
	                            "城东的旧货市场要搬家\n"
	                            "  40.0 148.0 98.5 "
	                            "了，摊主们连夜把货装上三"));
	assert_non_null(strstr(got, "block\n  178.0 268.0 84.5 "
	                            "昨天下午的一场雨把刚\n"));
	free(got);
	page_chars_release(&page);
}

static void the_order_of_the_file_does_not_matter(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed < 9; seed++) {
		struct page_chars page, shuffled;
		char *want, *got;

		set_page(&page, seed % 2);
		set_page(&shuffled, seed % 2);
		page_shuffle(&shuffled, seed);
		want = blocks_of(&page);
		got = blocks_of(&shuffled);
		assert_string_equal(got, want);
		free(want);
		free(got);
		page_chars_release(&page);
		page_chars_release(&shuffled);
	}
}

/* Swaps x and y, so that lines across become lines down, from right to left. */
static void turn_page(struct page_chars *page)
{
	float width = page->width_pt, height = page->height_pt;

	for (size_t i = 0; i < page->count; i++) {
		struct page_char *c = &page->chars[i];
		struct page_box box = c->box;

		c->box = (struct page_box){ height - box.y1, box.x0,
			                    height - box.y0, box.x1 };
		c->baseline_pt = c->box.y0 + .88f * c->em_pt;
	}
	page->width_pt = height;
	page->height_pt = width;
}

static void a_page_of_lines_down_has_the_same_blocks(void **state)
{
	struct page_chars page, turned;
	char *want, *got;

	(void)state;
	set_page(&page, false);
	set_page(&turned, false);
	turn_page(&turned);
	want = blocks_of(&page);
	got = blocks_of(&turned);
	assert_string_equal(got, want);
	free(want);
	free(got);
	page_chars_release(&page);
	page_chars_release(&turned);
}

static void a_rule_in_a_gutter_changes_nothing(void **state)
{
	struct page_chars page, ruled;
	char *want, *got;

	(void)state;
	set_page(&page, false);
	set_page(&ruled, false);
	page_add_shape(&ruled, SHAPE_STROKE,
	               (struct page_box){ 154, 70, 154, 160 });
	want = blocks_of(&page);
	got = blocks_of(&ruled);
	assert_string_equal(got, want);
	free(want);
	free(got);
	page_chars_release(&page);
	page_chars_release(&ruled);
}

/* A text begins with words in bold, as a dateline does: its first line is of it. */
static void bold_words_before_a_text_are_of_its_first_line(void **state)
{
	struct page_type body = { 9, 0, 0 }, bold = { 9, 0, 0 };
	struct page_measure measure = { 40, 14, 0 };
	struct page_chars page;
	float x;

	(void)state;
	page_begin(&page, 600, 400);
	bold.face = page_add_face(&page, "Song bold", true);
	x = page_set_across(&page, bold, 40, 20, "LISBOA. Ana Lima. ");
	page_set_across(&page, body, x, 20, "The boat is late");
	page_set_paragraph(&page, body, measure, 40, 34,
	                   "and all who had come to see it off went home "
	                   "in the rain, but for one man and his old dog.");
	page_check_blocks(&page, "LISBOA. Ana Lima. The boat is late / and all "
	                         "who had come to see it off went home in the "
	                         "rain, but for one man and hi / s old dog.");
	page_begin(&page, 600, 400);
	bold.face = page_add_face(&page, "Song bold", true);
	page_set_across(&page, bold, 40, 20, "LISBOA. The boat is late");
	page_set_paragraph(&page, body, measure, 40, 34,
	                   "and all who had come to see it off went home.");
	page_check_blocks(&page, "LISBOA. The boat is late | and all who had "
	                         "come to see it off went home.");
}

static void a_page_without_characters_has_no_lines(void **state)
{
	struct page_chars page;
	char *got;

	(void)state;
	page_begin(&page, 600, 400);
	got = blocks_of(&page);
	assert_string_equal(got, "");
	free(got);
	page_chars_release(&page);
}

/* The steps that a page of `count` characters takes: set as text, or all at one place. */
static size_t work_of(size_t count, bool at_one_place)
{
	struct page_type body = { 9, 0, 0 };
	struct page_chars page;
	struct placing placing;
	char text[4] = "";
	size_t work;

	page_begin(&page, 1000, 14.f * (float)(count / 80 + 10));
	for (size_t i = 0; i < count; i++) {
		struct buf one;

		buf_init(&one);
		buf_add_uc(&one, (uint32_t)(0x4e00 + i % 20000));
		memcpy(text, one.ptr, 3);
		buf_release(&one);
		page_set_across(&page, body,
		                at_one_place ? 50
		                             : 50 + 9.2f * (float)(i % 80) +
		                                       (i % 20) * .1f,
		                at_one_place ? 50 : 50 + 14.f * (float)(i / 80),
		                text);
	}
	placing_init(&placing, &page);
	place_lines_and_blocks(&placing);
	work = placing.work;
	placing_release(&placing);
	page_chars_release(&page);
	return work;
}

static void work_grows_with_the_page(void **state)
{
	(void)state;
	for (int at_one_place = 0; at_one_place < 2; at_one_place++) {
		size_t small = work_of(2000, at_one_place);
		size_t large = work_of(16000, at_one_place);

		if (large > small * 8 * 3 / 2)
			fail_msg("%s: %zu steps become %zu",
			         at_one_place ? "at one place" : "text", small,
			         large);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_are_blocks_of_their_lines),
		cmocka_unit_test(the_order_of_the_file_does_not_matter),
		cmocka_unit_test(a_page_of_lines_down_has_the_same_blocks),
		cmocka_unit_test(a_rule_in_a_gutter_changes_nothing),
		cmocka_unit_test(
			bold_words_before_a_text_are_of_its_first_line),
		cmocka_unit_test(a_page_without_characters_has_no_lines),
		cmocka_unit_test(work_grows_with_the_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
