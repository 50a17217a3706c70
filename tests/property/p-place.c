/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/place_page.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "load/input/page_placements.h"
#include "load/place/indent.h"
#include "load/place/place_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/*
 * What holds of any page that is placed: its characters are in one line each; in which
 * order the file has them decides nothing; a page turned by 90 degrees has the same
 * articles, and a rule drawn through its gutters changes nothing.  The pages are made,
 * in cells of an article each, whose texts are drawn from a list of characters.
 */

#define SEEDS   25
#define EM      9
#define PITCH   13.5f
#define WIDTH   760
#define HEIGHT  1000
#define CELL    350 /* points, along both */
#define COLUMNS 2
#define LINE    15 /* characters of a column's line */
#define GUTTER  28

struct maker {
	uint32_t state;
	struct page_chars page;
	struct buf truth; /* the text of each article, a line each */
};

static unsigned maker_below(struct maker *maker, unsigned below)
{
	maker->state = maker->state * 1103515245u + 12345u;
	return (maker->state >> 16) % below;
}

static void maker_add_char(struct maker *maker, struct buf *out)
{
	static const char *const chars[] = {
		"新", "船", "下", "水", "夜", "市", "开", "张", "人", "山",
		"海", "灯", "会", "老", "街", "桥", "河", "书", "店", "茶",
		"馆", "学", "校", "花", "园", "车", "站", "雨", "雪", "风",
	};

	buf_add_c(out, chars[maker_below(maker, 30)]);
}

/* A paragraph of `length` characters that ends a sentence. */
static void maker_add_paragraph(struct maker *maker, struct buf *out,
                                unsigned length)
{
	for (unsigned i = 0; i + 1 < length; i++)
		if (i % 9 == 8 && i % LINE != LINE - 2)
			buf_add_c(out, "，");
		else
			maker_add_char(maker, out);
	buf_add_c(out, "。");
}

/* The lines of a cell, which fill its columns one after the other. */
struct cell {
	float x, y;
	size_t rows, row;
};

static void cell_set_line(struct maker *maker, struct cell *cell,
                          float indent_em, const char *text, size_t bytes)
{
	struct page_type type = { .em_pt = EM };
	char *copy = mem_dup(text, bytes);
	size_t column = cell->row / cell->rows;
	float x = cell->x + (float)column * (LINE * EM + GUTTER);
	float y = cell->y + (float)(cell->row % cell->rows) * PITCH;

	page_set_across(&maker->page, type, x + indent_em * EM, y, copy);
	cell->row++;
	free(copy);
}

static void cell_set_paragraph(struct maker *maker, struct cell *cell,
                               const char *text)
{
	size_t at = 0, bytes = strlen(text), indent = 2;

	while (at < bytes) {
		size_t length = (LINE - indent) * strlen("字");

		length = length < bytes - at ? length : bytes - at;
		cell_set_line(maker, cell, (float)indent, text + at, length);
		at += length;
		indent = 0;
	}
}

static size_t rows_of(unsigned characters)
{
	return (characters + 2 + LINE - 1) / LINE;
}

/* Sets an article into a cell: its head, and paragraphs in columns. */
static void maker_set_article(struct maker *maker, float x, float y)
{
	unsigned lengths[4], count = 2 + maker_below(maker, 3);
	struct page_type large = { .em_pt = 24 };
	struct cell cell = { .x = x, .y = y + 48 };
	struct buf text;
	size_t rows = 0;

	buf_init(&text);
	for (unsigned i = 0; i < count; i++) {
		lengths[i] = 40 + maker_below(maker, 60);
		/* The last line is neither full nor a single character. */
		while ((lengths[i] + 2) % LINE < 3 ||
		       (lengths[i] + 2) % LINE > LINE - 3)
			lengths[i]++;
		rows += rows_of(lengths[i]);
	}
	cell.rows = (rows + COLUMNS - 1) / COLUMNS;
	for (unsigned i = 0; i < 6; i++)
		maker_add_char(maker, &text);
	page_set_across(&maker->page, large, x, y, text.ptr);
	buf_add(&maker->truth, buf_str(&text));
	for (unsigned i = 0; i < count; i++) {
		buf_clear(&text);
		maker_add_paragraph(maker, &text, lengths[i]);
		cell_set_paragraph(maker, &cell, text.ptr);
		buf_add_c(&maker->truth, "|");
		buf_add(&maker->truth, buf_str(&text));
	}
	buf_add_byte(&maker->truth, '\n');
	buf_release(&text);
}

static void maker_init(struct maker *maker, unsigned seed)
{
	*maker = (struct maker){ .state = seed };
	page_begin(&maker->page, WIDTH, HEIGHT);
	buf_init(&maker->truth);
	for (int row = 0; row < 2; row++)
		for (int column = 0; column < 2; column++)
			maker_set_article(maker,
			                  20 + (float)column * (CELL + 20),
			                  60 + (float)row * (CELL + 60));
}

static void maker_release(struct maker *maker)
{
	page_chars_release(&maker->page);
	buf_release(&maker->truth);
}

/* The articles of a page: paragraphs with "|" between them, a line each. */
static void place(struct page_chars *page, struct buf *out)
{
	struct place_memory memory = { 0 };
	struct placement placement;

	place_page(&placement, page, &memory, NULL);
	for (size_t i = 0; i < placement.article_count; i++) {
		struct range own = placement.articles[i].lines;

		for (size_t l = own.start; l < own.end; l++) {
			const struct placement_line *line = &placement.lines[l];

			if (l > own.start && line->begins)
				buf_add_byte(out, '|');
			buf_add(out, line->text);
		}
		buf_add_byte(out, '\n');
	}
	placement_release(&placement);
}

static void expect_truth(struct maker *maker, const char *what, unsigned seed)
{
	struct buf got;

	buf_init(&got);
	place(&maker->page, &got);
	if (!str_equal(buf_str(&got), buf_str(&maker->truth)))
		fail_msg("%s, seed %u:\n%s\ninstead of\n%s", what, seed,
		         got.ptr, maker->truth.ptr);
	buf_release(&got);
}

static void pages_come_out_as_they_were_made(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed <= SEEDS; seed++) {
		struct maker maker;

		maker_init(&maker, seed);
		expect_truth(&maker, "as made", seed);
		maker_release(&maker);
	}
}

static void the_order_of_the_file_decides_nothing(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed <= SEEDS; seed++) {
		struct maker maker;

		maker_init(&maker, seed);
		page_shuffle(&maker.page, seed);
		expect_truth(&maker, "shuffled", seed);
		maker_release(&maker);
	}
}

/* Turns a page so that its lines run down, from the right to the left. */
static void turn(struct page_chars *page)
{
	float width = page->height_pt;

	page->height_pt = page->width_pt;
	page->width_pt = width;
	for (size_t i = 0; i < page->count; i++) {
		struct page_box box = page->chars[i].box;

		page->chars[i].box =
			(struct page_box){ width - box.y1, box.x0,
			                   width - box.y0, box.x1 };
		page->chars[i].baseline_pt = box.x0 + page->chars[i].em_pt;
	}
}

static void a_turned_page_has_the_same_articles(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed <= SEEDS; seed++) {
		struct maker maker;

		maker_init(&maker, seed);
		turn(&maker.page);
		expect_truth(&maker, "turned", seed);
		maker_release(&maker);
	}
}

static void a_rule_through_a_gutter_changes_nothing(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed <= SEEDS; seed++) {
		struct maker maker;

		maker_init(&maker, seed);
		for (int row = 0; row < 2; row++)
			for (int column = 0; column < 2; column++) {
				float x = 20 + (float)column * (CELL + 20) +
				          LINE * EM + GUTTER / 2.f;
				float y = 60 + (float)row * (CELL + 60) + 48;

				page_add_shape(
					&maker.page, SHAPE_STROKE,
					(struct page_box){ x, y, x, y + 60 });
			}
		expect_truth(&maker, "with rules", seed);
		maker_release(&maker);
	}
}

/* How often each code point below COUNTED stands in a text, but for spaces. */
#define COUNTED 0x10000
static void count_text(size_t *counts, struct str text)
{
	uint32_t code;

	for (size_t i = 0; i < text.len;) {
		i += utf8_next(text, i, &code);
		if (code != ' ' && code != 0x3000 && code < COUNTED)
			counts[code]++;
	}
}

static void expect_each_once(struct page_chars *page, unsigned seed)
{
	size_t *counts = mem_alloc(COUNTED * sizeof *counts);
	struct place_memory memory = { 0 };
	struct placement placement;

	place_page(&placement, page, &memory, NULL);
	for (size_t i = 0; i < placement.line_count; i++)
		count_text(counts, placement.lines[i].text);
	for (size_t i = 0; i < page->count; i++)
		counts[page->chars[i].code]--;
	for (size_t code = 0; code < COUNTED; code++)
		if (counts[code])
			fail_msg("seed %u: U+%04zx", seed, code);
	placement_release(&placement);
	free(counts);
}

/* Places a page, and keeps what it was placed from. */
static void place_and_keep(struct page_placements *placements,
                           const struct page_chars *page)
{
	struct placed_from *from = mem_alloc(sizeof *from);
	struct place_memory memory = { 0 };
	struct placement placement;
	struct page_chars chars;

	*from = (struct placed_from){ .memory = memory };
	page_chars_copy(&from->chars, page);
	page_chars_copy(&chars, page);
	place_page(&placement, &chars, &memory, NULL);
	page_placements_add(placements, 0, &placement, from);
	page_chars_release(&chars);
	placement_release(&placement);
}

/* The lines of an article, by their numbers on the page, and what they are. */
static void add_article(struct buf *out, const struct placement *placement,
                        size_t article)
{
	struct range own = placement->articles[article].lines;

	for (size_t l = own.start; l < own.end; l++)
		buf_addf(out, "%zu %d %d\n", placement->lines[l].line,
		         placement->lines[l].role, placement->lines[l].begins);
}

/* The line of the placement that is line `line` of the page. */
static const struct placement_line *line_of(const struct placement *placement,
                                            size_t line)
{
	for (size_t i = 0; i < placement->line_count; i++)
		if (placement->lines[i].line == line)
			return &placement->lines[i];
	fail_msg("no line %zu", line);
	return NULL;
}

/* Each line of the page is there once. */
static void expect_all_lines(const struct placement *placement, size_t count)
{
	assert_int_equal(placement->line_count, count);
	for (size_t i = 0; i < count; i++)
		assert_non_null(line_of(placement, i));
}

/* Articles with neither line of the bound are as they were. */
static void expect_others(const struct placement *before,
                          const struct placement *after,
                          const struct place_bound *bound, unsigned seed)
{
	for (size_t a = 0; a < before->article_count; a++) {
		size_t first = before->articles[a].lines.start;
		struct buf want, got;

		if (line_of(before, bound->line)->article == a ||
		    (bound->other != NPOS &&
		     line_of(before, bound->other)->article == a))
			continue;
		buf_init(&want);
		buf_init(&got);
		add_article(&want, before, a);
		add_article(&got, after,
		            line_of(after, before->lines[first].line)->article);
		if (!str_equal(buf_str(&want), buf_str(&got)))
			fail_msg("seed %u, bound %d of line %zu: article %zu "
			         "is\n%s",
			         seed, bound->kind, bound->line, a, got.ptr);
		buf_release(&want);
		buf_release(&got);
	}
}

/* A bound of a line drawn at random; false: it is none that the search knows. */
static bool draw_bound(struct maker *maker, const struct placement *placement,
                       struct place_bound *bound)
{
	unsigned count = (unsigned)placement->line_count;
	const struct placement_line *line;

	*bound = (struct place_bound){
		.kind = (enum place_bound_kind)maker_below(maker, 4),
		.line = maker_below(maker, count),
		.other = NPOS
	};
	if (bound->kind == PLACE_BOUND_TOGETHER)
		bound->other = maker_below(maker, count);
	line = line_of(placement, bound->line);
	return bound->kind != PLACE_BOUND_BEGINS || line->role == PLACED_TEXT;
}

static void expect_bound(struct maker *maker, unsigned seed)
{
	struct page_placements placements = { 0 }, again = { 0 };
	struct place_bounds bounds = { 0 };
	const struct placement *before, *after;
	struct place_bound bound;
	size_t broken;

	place_and_keep(&placements, &maker->page);
	place_and_keep(&again, &maker->page);
	before = page_placements_find(&placements, 0);
	if (draw_bound(maker, before, &bound)) {
		place_bounds_add(&bounds, bound.kind, bound.line, bound.other);
		broken = place_bounds_broken(&bounds, before);
		assert_int_equal(page_placements_bind(&again, 0, &bounds) > 0,
		                 broken > 0);
		after = page_placements_find(&again, 0);
		expect_all_lines(after, before->line_count);
		if (place_bounds_broken(&bounds, after))
			fail_msg("seed %u: bound %d of line %zu is broken",
			         seed, bound.kind, bound.line);
		if (bound.kind != PLACE_BOUND_NO_HEAD)
			expect_others(before, after, &bound, seed);
	}
	place_bounds_release(&bounds);
	page_placements_release(&placements);
	page_placements_release(&again);
}

/* What a person says of a line holds, and says nothing of the other articles; what holds
 * already changes nothing. */
static void bounds_hold_and_leave_the_rest(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed <= SEEDS; seed++) {
		struct maker maker;

		maker_init(&maker, seed);
		for (unsigned i = 0; i < 6; i++)
			expect_bound(&maker, seed);
		maker_release(&maker);
	}
}

/* Texts are said to be of the articles of headlines, any number of them at once. */
static void many_bounds_hold(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed <= SEEDS; seed++) {
		struct page_placements placements = { 0 };
		struct place_bounds bounds = { 0 };
		const struct placement *placement;
		struct maker maker;

		maker_init(&maker, seed);
		place_and_keep(&placements, &maker.page);
		placement = page_placements_find(&placements, 0);
		for (unsigned i = 0; i < 1 + seed % 5; i++) {
			size_t line = maker_below(
				&maker, (unsigned)placement->line_count);
			size_t article = maker_below(
				&maker, (unsigned)placement->article_count);

			if (placement->lines[line].role == PLACED_TEXT)
				place_bounds_add(&bounds, PLACE_BOUND_TOGETHER,
				                 line,
				                 placement->articles[article]
				                         .lines.start);
		}
		page_placements_bind(&placements, 0, &bounds);
		if (place_bounds_broken(&bounds,
		                        page_placements_find(&placements, 0)))
			fail_msg("seed %u: a bound is broken", seed);
		place_bounds_release(&bounds);
		page_placements_release(&placements);
		maker_release(&maker);
	}
}

/* All bounds that one placement obeys hold of it, and it stays as it is. */
static void what_is_so_changes_nothing(void **state)
{
	struct page_placements placements = { 0 };
	const struct placement *placement;
	struct place_bounds bounds = { 0 };
	struct maker maker;

	(void)state;
	maker_init(&maker, 1);
	place_and_keep(&placements, &maker.page);
	placement = page_placements_find(&placements, 0);
	for (size_t i = 0; i < placement->line_count; i++) {
		const struct placement_line *line = &placement->lines[i];
		size_t first = placement->articles[line->article].lines.start;

		place_bounds_add(&bounds,
		                 line->role == PLACED_HEAD
		                         ? PLACE_BOUND_HEAD
		                         : PLACE_BOUND_NO_HEAD,
		                 i, NPOS);
		place_bounds_add(&bounds, PLACE_BOUND_TOGETHER, i, first);
		place_bounds_add(&bounds, PLACE_BOUND_BEGINS, first, NPOS);
	}
	assert_int_equal(place_bounds_broken(&bounds, placement), 0);
	assert_int_equal(page_placements_bind(&placements, 0, &bounds), 0);
	assert_ptr_equal(page_placements_find(&placements, 0), placement);
	place_bounds_release(&bounds);
	page_placements_release(&placements);
	maker_release(&maker);
}

/* Characters anywhere, of any size, over each other, in both directions. */
static void each_character_is_in_one_line(void **state)
{
	(void)state;
	for (unsigned seed = 1; seed <= SEEDS; seed++) {
		struct maker maker = { .state = seed };

		page_begin(&maker.page, WIDTH, HEIGHT);
		for (int i = 0; i < 400; i++) {
			struct page_type type = {
				.em_pt = 6 + (float)maker_below(&maker, 20)
			};
			float x = (float)maker_below(&maker, WIDTH - 30);
			float y = (float)maker_below(&maker, HEIGHT - 30);

			if (maker_below(&maker, 2))
				page_set_across(&maker.page, type, x, y,
				                "一二三（x，y）。");
			else
				page_set_down(&maker.page, type, x, y, "四五");
		}
		expect_each_once(&maker.page, seed);
		page_chars_release(&maker.page);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_come_out_as_they_were_made),
		cmocka_unit_test(the_order_of_the_file_decides_nothing),
		cmocka_unit_test(a_turned_page_has_the_same_articles),
		cmocka_unit_test(a_rule_through_a_gutter_changes_nothing),
		cmocka_unit_test(each_character_is_in_one_line),
		cmocka_unit_test(bounds_hold_and_leave_the_rest),
		cmocka_unit_test(many_bounds_hold),
		cmocka_unit_test(what_is_so_changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
