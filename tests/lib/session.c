/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session.h"

#include "issue/issue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <unistr.h>

#include <cmocka.h>

#define ISSUE "pages.txt"

static char folder[] = "/tmp/session-XXXXXX";

int session_make_issue(void **state)
{
	FILE *file;

	(void)state;
	if (!mkdtemp(folder) || chdir(folder))
		return -1;
	file = fopen(ISSUE, "w");
	for (int i = 1; file && i <= SESSION_PAGES; i++)
		fprintf(file,
		        "%s第%d版\n\n第%d页的题目\n\n"
		        "　　本报讯　今天第%d版有一篇报道。%s\n",
		        i > 1 ? "\f" : "", i, i, i,
		        i % 100 ? "" : "这里有一个记号。");
	return file && !fclose(file) ? 0 : -1;
}

int session_remove_issue(void **state)
{
	(void)state;
	remove(ISSUE ".baolan");
	return unlink(ISSUE) || chdir("/") || rmdir(folder);
}

static void draw(struct session *session)
{
	app_draw(&session->app, SESSION_ROWS, SESSION_COLS);
}

void session_open(struct session *session)
{
	static const char *const names[] = { ISSUE };
	char *error = NULL;

	assert_true(desk_open(&session->desk, names, 1, NULL, true, &error));
	app_init(&session->app, &session->desk, 1);
	draw(session);
}

void session_open_large(struct session *session)
{
	session_open(session);
	session_finish(session);
	session->app.reading.slice_bytes = 100;
}

void session_close(struct session *session)
{
	app_release(&session->app);
	desk_close(&session->desk);
}

void session_press(struct session *session, uint32_t key)
{
	const struct event event = { .kind = EVENT_KEY, .key = key };

	app_event(&session->app, &event);
	draw(session);
}

void session_type(struct session *session, const char *keys)
{
	const uint8_t *bytes = (const uint8_t *)keys;
	ucs4_t c;

	while ((bytes = u8_next(&c, bytes)))
		session_press(session, c);
}

void session_search_sign(struct session *session)
{
	session_type(session, "/记号");
	session_press(session, PRESS_ENTER);
}

void session_open_searched(struct session *session)
{
	session_open_large(session);
	session_search_sign(session);
	session_finish(session);
}

void session_work(struct session *session, size_t pages)
{
	while (app_has_work(&session->app) &&
	       session->desk.issue->pages_read < pages)
		app_work(&session->app);
	draw(session);
}

void session_finish(struct session *session)
{
	while (app_has_work(&session->app))
		app_work(&session->app);
	draw(session);
}

void session_says(const struct session *session, int row, const char *part)
{
	struct buf text;

	buf_init(&text);
	for (int col = 0; col < SESSION_COLS; col++)
		buf_add_c(&text,
		          canvas_cell(&session->app.canvas, row, col)->text);
	if (!strstr(text.ptr, part))
		fail_msg("'%s' does not say '%s'", text.ptr, part);
	buf_release(&text);
}

void session_foot_says(const struct session *session, const char *part)
{
	session_says(session, SESSION_ROWS - 1, part);
}

size_t session_page(const struct session *session)
{
	const struct issue *issue = session->desk.issue;

	return issue->pages[reading_page(&session->app.reading)].number;
}
