/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/place_page.h"
#include "base/mem.h"
#include "base/utf8.h"
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

	place_page(&placement, page, &memory);
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

	place_page(&placement, page, &memory);
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
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
