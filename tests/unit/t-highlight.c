/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/highlight.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "ui/view/hit_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define COLS 100

/* A passage, hits in it, and a canvas of one row. */
struct scene {
	struct issue *issue;
	struct settings settings;
	struct reading reading;
	struct canvas canvas;
};

static void scene_init(struct scene *scene, const char *text)
{
	*scene = (struct scene){ .issue = issue_new() };
	*ARRAY_ADD(scene->issue->passages, scene->issue->passage_count,
	           scene->issue->passage_cap) = (struct passage){
		.text = str_from(text),
		.article = NPOS,
	};
	scene->reading = (struct reading){
		.issue = scene->issue,
		.hit = NPOS,
		.settings = &scene->settings,
		.ambiguous_cols = 1,
	};
	canvas_init(&scene->canvas, 1);
	canvas_reset(&scene->canvas, 1, COLS);
}

/* Adds a hit: the first `words` behind the hits there are. */
static void scene_add_hit(struct scene *scene, const char *words)
{
	struct hits *hits = &scene->reading.hits;
	size_t from = hits->count ? hits->items[hits->count - 1].end : 0;
	size_t at =
		str_find(scene->issue->passages[0].text, str_from(words), from);

	assert_int_not_equal(at, NPOS);
	hits_add(hits, (struct hit){ .start = at, .end = at + strlen(words) });
}

static void scene_release(struct scene *scene)
{
	canvas_release(&scene->canvas);
	hits_release(&scene->reading.hits);
	issue_free(scene->issue);
}

static struct area scene_area(int cols)
{
	return (struct area){ 0, 0, 1, cols };
}

/* The row up to its last character, the cells of hits in brackets. */
static void assert_row(struct scene *scene, const char *want)
{
	struct buf row;
	bool lit = false;

	buf_init(&row);
	for (int col = 0; col < COLS; col++) {
		const struct cell *cell = canvas_cell(&scene->canvas, 0, col);

		if (cell->text[0] && (cell->style == STYLE_HIT) != lit) {
			lit = !lit;
			buf_add_byte(&row, lit ? '[' : ']');
		}
		buf_add_c(&row, cell->text);
	}
	while (row.len && row.ptr[row.len - 1] == ' ')
		row.ptr[--row.len] = '\0';
	assert_string_equal(row.ptr, want);
	buf_release(&row);
}

/* A hit goes through the hyphen that its line ends with only if it has both parts of the
 * word. */
static void a_hyphen_is_of_the_hit_that_crosses_it(void **state)
{
	static const struct {
		const char *hit, *want;
	} rows[] = {
		{ "reconstruction", "the [re-]" },
		{ "construction", "the re-" },
		{ "the re", "[the re]-" },
		{ "of", "the re-" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		struct scene scene;
		int cols;

		scene_init(&scene, "the reconstruction of");
		scene_add_hit(&scene, rows[i].hit);
		cols = highlight_fit(&scene.canvas, scene_area(COLS), 0, 0,
		                     COLS, &scene.reading, 0,
		                     (struct range){ 0, 6 }, STYLE_TEXT);
		highlight_hyphen(&scene.canvas, scene_area(COLS), 0, cols,
		                 &scene.reading, 0, 6, STYLE_TEXT);
		assert_row(&scene, rows[i].want);
		scene_release(&scene);
	}
}

static void a_hit_goes_through_the_spaces_of_a_headline(void **state)
{
	struct scene scene;

	(void)state;
	scene_init(&scene, "全区参与防控");
	scene_add_hit(&scene, "区参与");
	highlight_spaced(&scene.canvas, scene_area(COLS), 0, 0, &scene.reading,
	                 0, (struct range){ 0, 18 }, STYLE_TEXT);
	assert_row(&scene, "全 [区 参 与] 防 控");
	scene_release(&scene);
}

static void assert_words_of(struct scene *scene, size_t hit, int cols,
                            const char *want)
{
	struct hit_words words = hit_words_fit(&scene->reading, hit, cols);

	canvas_reset(&scene->canvas, 1, COLS);
	hit_words_draw(&words, &scene->reading, &scene->canvas,
	               scene_area(cols), 0, 0);
	assert_row(scene, want);
}

static void assert_words(struct scene *scene, int cols, const char *want)
{
	assert_words_of(scene, 0, cols, want);
}

/* Words around a hit are cut where a line may end. */
static void words_around_a_hit_are_whole(void **state)
{
	struct scene scene;

	(void)state;
	scene_init(&scene, "Some people planted pines on the river bank when "
	                   "construction had ended in May.");
	scene_add_hit(&scene, "river");
	assert_words(&scene, 90,
	             "…people planted pines on the [river] bank when "
	             "construction had ended in May.");
	assert_words(&scene, 45,
	             "…pines on the [river] bank when construction…");
	assert_words(&scene, 25, "…on the [river] bank when…");
	assert_words(&scene, 10, "…[river]…");
	assert_words(&scene, 7, "…[river]…");
	assert_words(&scene, 6, "[river]");
	assert_words(&scene, 4, "[riv]…");
	scene_release(&scene);
}

/* No mark begins a row that may not begin a line; sentences end with what closes them. */
static void chinese_words_are_cut_between_characters(void **state)
{
	struct scene scene;

	(void)state;
	scene_init(&scene, "他说：“好。”要健全责任体系，全面落实四方责任，严格"
	                   "管理工地、商场。");
	scene_add_hit(&scene, "四方责任");
	assert_words(
		&scene, 80,
		"要健全责任体系，全面落实[四方责任]，严格管理工地、商场。");
	assert_words(&scene, 40, "…系，全面落实[四方责任]，严格管理工地、商…");
	assert_words(&scene, 36, "…全面落实[四方责任]，严格管理工地、商…");
	assert_words(&scene, 31, "…全面落实[四方责任]，严格管理工…");
	scene_release(&scene);
}

/* Another hit is seen whole or not at all. */
static void no_part_of_a_hit_is_seen(void **state)
{
	struct scene scene;

	(void)state;
	scene_init(&scene, "甲乙丙丁戊己庚辛甲乙丙丁");
	scene_add_hit(&scene, "甲乙丙丁");
	scene_add_hit(&scene, "甲乙丙丁");
	assert_words(&scene, 24, "[甲乙丙丁]戊己庚辛[甲乙丙丁]");
	assert_words(&scene, 23, "[甲乙丙丁]戊己庚辛…");
	assert_words(&scene, 13, "[甲乙丙丁]戊己…");
	assert_words_of(&scene, 1, 30, "…戊己庚辛[甲乙丙丁]");
	assert_words_of(&scene, 1, 40, "…戊己庚辛[甲乙丙丁]");
	assert_words_of(&scene, 1, 48, "[甲乙丙丁]戊己庚辛[甲乙丙丁]");
	scene_release(&scene);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_hyphen_is_of_the_hit_that_crosses_it),
		cmocka_unit_test(a_hit_goes_through_the_spaces_of_a_headline),
		cmocka_unit_test(words_around_a_hit_are_whole),
		cmocka_unit_test(chinese_words_are_cut_between_characters),
		cmocka_unit_test(no_part_of_a_hit_is_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
