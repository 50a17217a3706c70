/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/loading.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "load/desk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define PAGES 300
#define ISSUE "pages.txt"
#define ROWS  12
#define COLS  60

/* A reader of a large issue, and what is seen of it.  Work is done when a test
 * says so, so each state can be waited for. */
struct reader {
	struct desk desk;
	struct app app;
};

static char folder[] = "/tmp/t-loading-XXXXXX";

static int make_folder(void **state)
{
	FILE *file;

	(void)state;
	if (!mkdtemp(folder) || chdir(folder))
		return -1;
	file = fopen(ISSUE, "w");
	for (int i = 1; file && i <= PAGES; i++)
		fprintf(file,
		        "%s第%d版\n\n第%d页的题目\n\n"
		        "　　本报讯　今天第%d版有一篇报道。%s\n",
		        i > 1 ? "\f" : "", i, i, i,
		        i % 100 ? "" : "这里有一个记号。");
	return file && !fclose(file) ? 0 : -1;
}

static int remove_folder(void **state)
{
	(void)state;
	return unlink(ISSUE) || chdir("/") || rmdir(folder);
}

static void open_reader(struct reader *reader)
{
	static const char *const names[] = { ISSUE };
	char *error = NULL;

	assert_true(desk_open(&reader->desk, names, 1, NULL, true, &error));
	app_init(&reader->app, &reader->desk, 1);
	app_draw(&reader->app, ROWS, COLS);
}

static void close_reader(struct reader *reader)
{
	app_release(&reader->app);
	desk_close(&reader->desk);
}

static void press(struct reader *reader, uint32_t key)
{
	const struct event event = { .kind = EVENT_KEY, .key = key };

	app_event(&reader->app, &event);
	app_draw(&reader->app, ROWS, COLS);
}

static void type(struct reader *reader, const char *keys)
{
	for (; *keys; keys++)
		press(reader, (unsigned char)*keys);
}

static void search(struct reader *reader)
{
	press(reader, '/');
	press(reader, 0x8bb0); /* 记 */
	press(reader, 0x53f7); /* 号 */
	press(reader, PRESS_ENTER);
}

/* Works until so many pages are read. */
static void work(struct reader *reader, size_t pages)
{
	while (app_has_work(&reader->app) &&
	       reader->desk.issue->pages_read < pages)
		app_work(&reader->app);
	app_draw(&reader->app, ROWS, COLS);
}

static void work_to_the_end(struct reader *reader)
{
	while (app_has_work(&reader->app))
		app_work(&reader->app);
	app_draw(&reader->app, ROWS, COLS);
}

static void assert_row(const struct reader *reader, int row, const char *part)
{
	struct buf text;

	buf_init(&text);
	for (int col = 0; col < COLS; col++)
		buf_add_c(&text,
		          canvas_cell(&reader->app.canvas, row, col)->text);
	if (!strstr(text.ptr, part))
		fail_msg("'%s' does not say '%s'", text.ptr, part);
	buf_release(&text);
}

static void assert_foot(const struct reader *reader, const char *part)
{
	assert_row(reader, ROWS - 1, part);
}

static size_t page_number(const struct reader *reader)
{
	return reader->desk.issue->pages[reading_page(&reader->app.reading)]
	        .number;
}

static void the_first_screen_is_there_first(void **state)
{
	struct reader reader;

	(void)state;
	open_reader(&reader);
	assert_true(reader.desk.issue->pages_read < 10);
	assert_row(&reader, 0, "p. 1  1/");
	assert_row(&reader, 0, "+ 第1页的题目");
	assert_foot(&reader, "% read");
	work(&reader, PAGES / 2);
	assert_foot(&reader, "5");
	work_to_the_end(&reader);
	assert_row(&reader, 0, "p. 1  1/300 第1页的题目");
	assert_int_equal(page_number(&reader), 1);
	close_reader(&reader);
}

/* One reads on while it is loaded, as far as one likes. */
static void what_comes_next_is_loaded_at_once(void **state)
{
	struct reader reader;

	(void)state;
	open_reader(&reader);
	for (int i = 1; i < 50; i++)
		type(&reader, "]");
	assert_int_equal(page_number(&reader), 50);
	assert_int_equal(reader.desk.issue->pages_read, 50);
	for (int i = 0; i < 10; i++)
		type(&reader, ">");
	assert_int_equal(page_number(&reader), 60);
	type(&reader, "t  ");
	assert_true(page_number(&reader) > 60);
	assert_true(app_has_work(&reader.app));
	close_reader(&reader);
}

static void a_search_waits_for_all(void **state)
{
	struct reader reader;

	(void)state;
	open_reader(&reader);
	search(&reader);
	assert_foot(&reader, "----] ");
	assert_foot(&reader, "% read; Esc stops");
	work(&reader, PAGES / 2);
	assert_foot(&reader, "[#####");
	work_to_the_end(&reader);
	assert_int_equal(page_number(&reader), 100);
	assert_int_equal(reader.app.reading.hits.count, 3);
	assert_row(&reader, 0, "1/3 ");
	close_reader(&reader);
}

/* A search of a large issue does not begin with folding all of it. */
static void what_is_loaded_is_folded(void **state)
{
	struct reader reader;

	(void)state;
	open_reader(&reader);
	assert_int_equal(finder_follow(reader.app.reading.finder), 0);
	work(&reader, PAGES / 2);
	assert_int_equal(finder_follow(reader.app.reading.finder), 0);
	work_to_the_end(&reader);
	assert_int_equal(finder_follow(reader.app.reading.finder), 0);
	close_reader(&reader);
}

/* What comes is looked at while it comes. */
static void a_filtered_list_grows(void **state)
{
	struct reader reader;
	const struct filter *filter = &reader.app.list_filter;

	(void)state;
	open_reader(&reader);
	type(&reader, "t/30");
	assert_int_equal(filter_count(filter), 0);
	assert_foot(&reader, "0/");
	assert_foot(&reader, "+");
	work(&reader, 250);
	assert_int_equal(filter_count(filter), 3); /* 30 130 230 */
	assert_int_equal(page_number(&reader), 30);
	work_to_the_end(&reader);
	assert_int_equal(filter_count(filter), 4);
	assert_foot(&reader, "4/300");
	type(&reader, "x");
	assert_row(&reader, ROWS / 2 - 1, "No headline matches");
	press(&reader, PRESS_ESC);
	assert_int_equal(page_number(&reader), 1);
	close_reader(&reader);
}

static void the_last_of_a_filtered_list_waits(void **state)
{
	struct reader reader;

	(void)state;
	open_reader(&reader);
	type(&reader, "t/30");
	press(&reader, PRESS_ENTER);
	type(&reader, "G");
	assert_foot(&reader, "Esc stops");
	work_to_the_end(&reader);
	assert_int_equal(page_number(&reader), 300);
	close_reader(&reader);
}

static void esc_stops_the_waiting(void **state)
{
	static const uint32_t keys[] = { PRESS_ESC, 'q' };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		struct reader reader;

		open_reader(&reader);
		search(&reader);
		work(&reader, 20);
		type(&reader, "jt]");
		assert_foot(&reader, "Esc stops");
		press(&reader, keys[i]);
		assert_foot(&reader, "Stopped; pages read so far: 2");
		assert_int_equal(page_number(&reader), 1);
		/* What was asked for can be asked for again. */
		work_to_the_end(&reader);
		assert_int_equal(page_number(&reader), 1);
		type(&reader, "n");
		assert_int_equal(page_number(&reader), 100);
		close_reader(&reader);
	}
}

/* Of a part that has hits the rest is searched when it is there. */
static void a_hit_that_is_there_is_shown_at_once(void **state)
{
	struct reader reader;

	(void)state;
	open_reader(&reader);
	work(&reader, 150);
	search(&reader);
	assert_int_equal(page_number(&reader), 100);
	assert_row(&reader, 0, "1/1+");
	type(&reader, "n");
	assert_foot(&reader, "Esc stops");
	work_to_the_end(&reader);
	assert_int_equal(page_number(&reader), 200);
	assert_row(&reader, 0, "2/3 ");
	close_reader(&reader);
}

static void the_end_of_the_list_waits(void **state)
{
	struct reader reader;

	(void)state;
	open_reader(&reader);
	type(&reader, "tG");
	assert_foot(&reader, "Esc stops");
	work_to_the_end(&reader);
	assert_int_equal(page_number(&reader), PAGES);
	close_reader(&reader);
}

static void an_article_is_waited_for(void **state)
{
	struct reader reader;

	(void)state;
	open_reader(&reader);
	type(&reader, "120");
	press(&reader, PRESS_ENTER);
	assert_foot(&reader, "Esc stops");
	work(&reader, 200);
	assert_int_equal(page_number(&reader), 120);
	assert_true(app_has_work(&reader.app));
	type(&reader, "999");
	press(&reader, PRESS_ENTER);
	work_to_the_end(&reader);
	assert_foot(&reader, "No article 999; the last one is 300");
	close_reader(&reader);
}

static void the_whole_issue_is_saved(void **state)
{
	struct reader reader;

	(void)state;
	open_reader(&reader);
	type(&reader, "S");
	assert_int_equal(reader.app.asking, ASK_FILE);
	press(&reader, PRESS_ENTER);
	assert_foot(&reader, "Esc stops");
	work_to_the_end(&reader);
	assert_foot(&reader, "Saved");
	close_reader(&reader);
	assert_int_equal(remove("pages.md"), 0);
}

static void one_may_leave_while_it_loads(void **state)
{
	struct reader reader;

	(void)state;
	open_reader(&reader);
	search(&reader);
	type(&reader, "Q");
	assert_false(reader.app.running);
	close_reader(&reader);
}

/* An issue that is loaded, and so large beside a slice that a key's slices leave much
 * of it unsearched. */
static void open_large(struct reader *reader)
{
	open_reader(reader);
	work_to_the_end(reader);
	reader->app.reading.slice_bytes = 100;
}

static void a_long_search_goes_on(void **state)
{
	struct reader reader;
	size_t drawn = 0;

	(void)state;
	open_large(&reader);
	press(&reader, '/');
	press(&reader, 0x8bb0); /* 记 */
	assert_foot(&reader, "not found so far (");
	assert_int_equal(page_number(&reader), 1);
	while (!reader.app.reading.hits.count)
		assert_true(app_has_work(&reader.app) &&
		            (app_work(&reader.app), true));
	app_draw(&reader.app, ROWS, COLS);
	assert_int_equal(page_number(&reader), 100);
	assert_foot(&reader, "1/1+ (3");
	while (app_has_work(&reader.app))
		drawn += app_work(&reader.app);
	app_draw(&reader.app, ROWS, COLS);
	assert_true(drawn > 10 && drawn <= 100);
	assert_foot(&reader, " 1/3");
	/* The next key searches anew, from where one was. */
	press(&reader, 0x53f7); /* 号 */
	assert_foot(&reader, "not found so far (");
	assert_int_equal(page_number(&reader), 1);
	press(&reader, PRESS_ESC);
	work_to_the_end(&reader);
	assert_int_equal(page_number(&reader), 1);
	assert_int_equal(reader.app.reading.hits.count, 0);
	close_reader(&reader);
}

static void a_long_search_is_waited_for(void **state)
{
	struct reader reader;

	(void)state;
	open_large(&reader);
	search(&reader);
	assert_foot(&reader, "----] ");
	assert_foot(&reader, "% searched; Esc stops");
	while (reader.app.then)
		app_work(&reader.app);
	app_draw(&reader.app, ROWS, COLS);
	/* The first hit is enough for it. */
	assert_int_equal(page_number(&reader), 100);
	assert_row(&reader, 0, "1/1+");
	assert_non_null(reader.app.reading.search);
	type(&reader, "n");
	assert_foot(&reader, "% searched; Esc stops");
	while (reader.app.then)
		app_work(&reader.app);
	assert_int_equal(page_number(&reader), 200);
	/* The last one is known when all are. */
	type(&reader, "NN");
	assert_foot(&reader, "% searched; Esc stops");
	work_to_the_end(&reader);
	assert_int_equal(page_number(&reader), 300);
	assert_row(&reader, 0, "3/3 ");
	close_reader(&reader);
}

/* What was not searched to the end is searched when it matters. */
static void a_long_search_is_left(void **state)
{
	struct reader reader;

	(void)state;
	open_large(&reader);
	search(&reader);
	app_work(&reader.app);
	press(&reader, PRESS_ESC);
	assert_foot(&reader, "Stopped; searched so far: ");
	assert_null(reader.app.reading.search);
	assert_false(app_has_work(&reader.app));
	assert_int_equal(page_number(&reader), 1);
	type(&reader, "*");
	assert_foot(&reader, "% searched; Esc stops");
	work_to_the_end(&reader);
	assert_row(&reader, 0, "Hits");
	assert_int_equal(reader.app.reading.hits.count, 3);
	close_reader(&reader);
}

static void words_are_searched_one_after_the_other(void **state)
{
	struct reader reader;

	(void)state;
	open_large(&reader);
	type(&reader, "/\"300\" \"");
	press(&reader, 0x8bb0); /* 记 */
	press(&reader, 0x53f7); /* 号 */
	type(&reader, "\"");
	assert_foot(&reader, "not found so far (");
	press(&reader, PRESS_ENTER);
	work_to_the_end(&reader);
	assert_int_equal(page_number(&reader), 300);
	close_reader(&reader);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_screen_is_there_first),
		cmocka_unit_test(what_comes_next_is_loaded_at_once),
		cmocka_unit_test(a_search_waits_for_all),
		cmocka_unit_test(what_is_loaded_is_folded),
		cmocka_unit_test(a_filtered_list_grows),
		cmocka_unit_test(the_last_of_a_filtered_list_waits),
		cmocka_unit_test(esc_stops_the_waiting),
		cmocka_unit_test(a_hit_that_is_there_is_shown_at_once),
		cmocka_unit_test(the_end_of_the_list_waits),
		cmocka_unit_test(an_article_is_waited_for),
		cmocka_unit_test(the_whole_issue_is_saved),
		cmocka_unit_test(one_may_leave_while_it_loads),
		cmocka_unit_test(a_long_search_goes_on),
		cmocka_unit_test(a_long_search_is_waited_for),
		cmocka_unit_test(a_long_search_is_left),
		cmocka_unit_test(words_are_searched_one_after_the_other),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder) < 0;
}
