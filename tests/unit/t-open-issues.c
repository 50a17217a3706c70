/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/open_issues.h"

#include "issue/issue.h"
#include "session/session.h"
#include "ui/dispatch.h"
#include "ui/grow.h"
#include "ui/loading.h"
#include "ui/view/frame.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define ROWS     20
#define COLS     80
#define ISSUES   3
#define PAGES    6
#define SESSIONS 12
#define STEPS    40

/* Issue `n` of so many pages; each paragraph has words of its own. */
static void add_issue(struct buf *text, int n, int pages)
{
	for (int page = 1; page <= pages; page++) {
		buf_addf(text, "%s青溪日报　1930年4月%d日　第%d版\n\n",
		         page > 1 ? "\f" : "", n + 1, page);
		for (int i = 0; i < 3; i++)
			buf_addf(
				text,
				"第%d期第%d版第%d篇\n\n"
				"　　本报讯　第%d次记号%d在%d里，渡口恢复夜间\n"
				"班次，每小时一班，到十一点为止。\n"
				"　　又说%d和%d，船工轮流值班，赶晚集的人不用\n"
				"再绕桥了。\n\n",
				n, page, i, n, page, i, page, i);
	}
}

static void open_issue(struct session *session, int n, int pages)
{
	static const char *const names[] = { "one", "two", "three" };
	static const struct load_options how = { 0 };
	struct buf text;

	buf_init(&text);
	add_issue(&text, n, pages);
	session_open_bytes(session, &names[n], buf_str(&text), &how);
	buf_release(&text);
	session_read(session, NPOS);
}

static void press(struct app *app, uint32_t key)
{
	const struct event event = { .kind = EVENT_KEY, .key = key };

	app_event(app, &event);
	while (loading_has_work(app))
		app_work(app);
	frame_draw(app, ROWS, COLS);
}

/* What must be the same when one comes back. */
struct seen {
	struct place place;
	size_t hits, hit, views, tagged;
	enum view_id view;
	int columns;
	bool upright;
};

static struct seen seen(const struct document *document)
{
	const struct reading *reading = &document->reading;

	return (struct seen){
		.place = reading->place,
		.hits = reading->hits.count,
		.hit = reading->hit,
		.views = document->opened.count,
		.tagged = document->tagged.count,
		.view = view_stack_top(&document->opened),
		.columns = document->columns,
		.upright = document->upright,
	};
}

static void assert_same(struct seen one, struct seen two)
{
	assert_int_equal(one.place.passage, two.place.passage);
	assert_int_equal(one.place.at, two.place.at);
	assert_int_equal(one.hits, two.hits);
	assert_int_equal(one.hit, two.hit);
	assert_int_equal(one.views, two.views);
	assert_int_equal(one.tagged, two.tagged);
	assert_int_equal(one.view, two.view);
	assert_int_equal(one.columns, two.columns);
	assert_int_equal(one.upright, two.upright);
}

/* A key that stays in its issue; a search is a key, too. */
static void wander(struct app *app, uint32_t number)
{
	static const char keys[] = "jklh J]t*nNxcvVMi {}G";

	if (number % 9 == 0) {
		press(app, '/');
		press(app, '0' + number / 9 % 3);
		press(app, PRESS_ENTER);
	} else if (number % 7 == 0) {
		press(app, PRESS_ESC);
	} else if (number % 5 == 0) {
		press(app, PRESS_ENTER);
	} else {
		press(app, (unsigned char)keys[number / 7 % (sizeof keys - 1)]);
	}
}

/* From issue to issue at random: each is as it was left. */
static void test_as_left(void **state)
{
	static const struct settings settings = { 0 };

	(void)state;
	for (uint32_t seed = 1; seed <= SESSIONS; seed++) {
		struct session sessions[ISSUES];
		struct seen left[ISSUES];
		struct app app;
		uint32_t random = seed;

		for (int i = 0; i < ISSUES; i++)
			open_issue(&sessions[i], i, PAGES);
		app_init(&app, &sessions[0], &settings, 1);
		app_open(&app, &sessions[1]);
		app_open(&app, &sessions[2]);
		frame_draw(&app, ROWS, COLS);
		for (int i = 0; i < ISSUES; i++)
			left[i] = seen(app.issues.items[i].document);
		for (int step = 0; step < STEPS; step++) {
			size_t at = app.issues.at;

			random = random * 1664525 + 1013904223;
			assert_same(seen(app.document), left[at]);
			for (uint32_t i = 0; i < random >> 30; i++)
				wander(&app, (random >> (8 * i)) & 0xffff);
			left[at] = seen(app.document);
			press(&app, random & 0x10000 ? ')' : '(');
		}
		app_release(&app);
		for (int i = 0; i < ISSUES; i++)
			session_close(&sessions[i]);
	}
}

/* The words at a place, some of them. */
static struct str words_at(const struct issue *issue, struct place place)
{
	struct str text = issue->passages[place.passage].text;
	size_t end = place.at + 12 < text.len ? place.at + 12 : text.len;

	return str_slice(text, place.at, end);
}

/* More pages come: every place is where it was. */
static void test_grown(void **state)
{
	static const struct settings settings = { 0 };

	(void)state;
	for (int pages = 1; pages < PAGES; pages++) {
		struct session part, whole;
		struct document *document;
		size_t passages;

		open_issue(&part, 0, pages);
		passages = part.issue->passage_count;
		for (size_t i = 0; i < passages; i++) {
			struct buf words;

			open_issue(&whole, 0, PAGES);
			document = document_new(&part, &settings, 1);
			document->reading.place = (struct place){ i, 0 };
			document->opened.items[0].place =
				document->reading.place;
			selections_add(&document->tagged, 1);
			buf_init(&words);
			buf_add(&words,
			        words_at(part.issue, document->reading.place));
			assert_ptr_equal(grow_document(document, &whole),
			                 &part);
			assert_true(str_equal(
				words_at(whole.issue, document->reading.place),
				buf_str(&words)));
			assert_true(str_equal(
				words_at(whole.issue,
			                 document->opened.items[0].place),
				buf_str(&words)));
			assert_int_equal(document->tagged.count, 1);
			assert_int_equal(document->tagged.items[0], 1);
			buf_release(&words);
			document_free(document);
			session_close(&whole);
		}
		session_close(&part);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_as_left),
		cmocka_unit_test(test_grown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
