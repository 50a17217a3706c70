/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/word_act.h"

#include "../lib/test_reader.h"
#include "issue/issue.h"
#include "ui/term/event.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

/* In the first article, with the cursor on words. */
static void open_on_words(struct test_reader *reader)
{
	test_reader_open(reader);
	test_reader_type(reader, "ve");
	assert_true(word_act_is_on(&reader->app));
}

static struct place place_of(const struct test_reader *reader)
{
	return reader->app.document->reading.place;
}

static void assert_same(struct place a, struct place b)
{
	assert_int_equal(a.passage, b.passage);
	assert_int_equal(a.at, b.at);
}

/* Steps till a message says that there is no further; returns how many. */
static size_t step_all(struct test_reader *reader, uint32_t key)
{
	size_t steps = 0;

	for (;; steps++) {
		struct place before = place_of(reader);

		test_reader_press(reader, key);
		if (reader->app.message.len) {
			assert_same(place_of(reader), before);
			return steps;
		}
		assert_int_equal(place_of(reader).at,
		                 word_act_word(&reader->app).start);
	}
}

static void words_and_sentences_are_gone_over(void **state)
{
	struct test_reader reader;
	struct place first;
	size_t words, sentences;

	(void)state;
	open_on_words(&reader);
	first = place_of(&reader);
	words = step_all(&reader, 'w');
	assert_true(words > 10);
	assert_int_equal(step_all(&reader, PRESS_LEFT), words);
	assert_same(place_of(&reader), first);
	sentences = step_all(&reader, ')');
	assert_true(sentences >= 1 && sentences < words);
	assert_int_equal(step_all(&reader, '('), sentences);
	assert_same(place_of(&reader), first);
	assert_int_equal(step_all(&reader, PRESS_RIGHT), words);
	test_reader_close(&reader);
}

static void keys_mean_what_they_meant_when_it_is_off(void **state)
{
	struct test_reader reader;
	struct place here;

	(void)state;
	open_on_words(&reader);
	test_reader_type(&reader, "5w");
	here = place_of(&reader);
	test_reader_press(&reader, PRESS_ESC);
	assert_false(word_act_is_on(&reader.app));
	assert_same(place_of(&reader), here);
	assert_int_equal(app_view(&reader.app), VIEW_ARTICLE);
	test_reader_type(&reader, "w");
	test_reader_foot_says(&reader, "how sure");
	test_reader_type(&reader, "(");
	test_reader_foot_says(&reader, "One issue is open");
	test_reader_press(&reader, PRESS_ESC);
	assert_int_equal(app_view(&reader.app), VIEW_PAGE);
	/* It opens the article view. */
	test_reader_type(&reader, "e");
	assert_true(word_act_is_on(&reader.app));
	test_reader_type(&reader, "e");
	assert_false(word_act_is_on(&reader.app));
	test_reader_close(&reader);
}

static void words_are_copied_and_marked(void **state)
{
	struct test_reader reader;
	struct place here;

	(void)state;
	open_on_words(&reader);
	test_reader_type(&reader, "www");
	here = place_of(&reader);
	test_reader_type(&reader, "y");
	assert_int_equal(reader.app.request.kind, REQUEST_COPY);
	assert_true(str_equal(buf_str(&reader.app.request.text),
	                      word_act_text(&reader.app)));
	test_reader_type(&reader, "Y");
	assert_true(reader.app.request.text.len >
	            word_act_text(&reader.app).len);
	test_reader_type(&reader, "*");
	test_reader_finish(&reader);
	assert_same(place_of(&reader), here);
	assert_true(reader.app.document->reading.hits.count > 0);
	test_reader_type(&reader, "n");
	assert_true(word_act_is_on(&reader.app) ||
	            app_view(&reader.app) == VIEW_ARTICLE);
	test_reader_close(&reader);
}

/* A word that is clicked on. */
static void a_click_goes_to_the_word(void **state)
{
	struct test_reader reader;
	struct event click = { .kind = EVENT_CLICK };
	struct str text;

	(void)state;
	open_on_words(&reader);
	test_reader_type(&reader, "}wwww");
	click.row = reader.app.canvas.cursor_row;
	click.col = reader.app.canvas.cursor_col;
	text = word_act_text(&reader.app);
	test_reader_type(&reader, "g");
	app_event(&reader.app, &click);
	assert_true(str_equal(word_act_text(&reader.app), text));
	assert_int_equal(word_act_text(&reader.app).ptr - text.ptr, 0);
	test_reader_close(&reader);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_and_sentences_are_gone_over),
		cmocka_unit_test(keys_mean_what_they_meant_when_it_is_off),
		cmocka_unit_test(words_are_copied_and_marked),
		cmocka_unit_test(a_click_goes_to_the_word),
	};

	return cmocka_run_group_tests(tests, test_reader_make_issue,
	                              test_reader_remove_issue) < 0;
}
