/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "session/session.h"
#include "text/glyph.h"
#include "ui/dispatch.h"
#include "ui/loading.h"
#include "ui/view/frame.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ISSUE       "issue.txt"
#define EVENTS_MOST 400
#define ENOUGH      200000 /* units of work */
#define STEPS_MOST  2000   /* back */
#define MODES_MOST                                                             \
 3 /* of a view, that Esc leaves: a word that is chosen, a search in it */

/* A reader whose terminal is a size alone, and its events bytes. */
struct player {
	struct session session;
	struct app app;
	int rows, cols;
	struct str bytes;
	size_t at;
};

static char *wrong_in(const char *what, size_t number)
{
	struct buf sentence;

	buf_init(&sentence);
	buf_addf(&sentence, "%s (%zu)", what, number);
	return buf_steal(&sentence);
}

static char *check_hits(const struct reading *reading)
{
	const struct hit *hits = reading->hits.items;

	for (size_t i = 0; i < reading->hits.count; i++)
		if (hits[i].start >= hits[i].end ||
		    hits[i].end > reading->issue->passages[hits[i].passage]
		                          .text.len ||
		    (i && (hits[i].passage < hits[i - 1].passage ||
		           (hits[i].passage == hits[i - 1].passage &&
		            hits[i].start < hits[i - 1].end))))
			return wrong_in("a hit is out of its place", i);
	return reading->hit == NPOS || reading->hit < reading->hits.count
	               ? NULL
	               : wrong_in("the hit is none", reading->hit);
}

/* The page view lies at the bottom, and no view lies on itself. */
static char *check_views(const struct view_stack *opened)
{
	if (opened->items[0].id != VIEW_PAGE)
		return wrong_in("another view is at the bottom", 0);
	for (size_t i = 1; i < opened->count; i++)
		if (opened->items[i].id == opened->items[i - 1].id)
			return wrong_in("a view lies on itself", i);
	return NULL;
}

char *oracle_reader(const struct app *app)
{
	const struct reading *reading = &app->document->reading;
	const struct issue *issue = reading->issue;
	const struct place place = reading->place;
	char *wrong;

	if (place.passage >= issue->passage_count ||
	    place.at > issue->passages[place.passage].text.len)
		return wrong_in("the cursor is nowhere", place.passage);
	wrong = check_hits(reading);
	if (!wrong && app->then && !loading_has_work(app))
		wrong = wrong_in("what is awaited does not come", app->awaited);
	if (!wrong)
		wrong = check_views(&app->document->opened);
	for (size_t i = 0; i < app->document->tagged.count && !wrong; i++)
		if (app->document->tagged.items[i] >= issue->article_count)
			wrong = wrong_in("what is marked is no article", i);
	return wrong;
}

size_t oracle_steps_back(const struct app *app)
{
	const struct document *document = app->document;

	return document->opened.count - 1 + document->jump_count +
	       filter_is_on(&document->list_filter) +
	       filter_is_on(&document->hits_filter) + (app->number > 0);
}

/* Each cell has a character of its width, and none is cut in half. */
static char *check_row(const struct canvas *canvas, int row)
{
	int due = 0; /* right halves that must follow */

	for (int col = 0; col < canvas->cols; col++) {
		const char *text = canvas_cell(canvas, row, col)->text;

		if (!*text != (due > 0))
			return wrong_in("half a character is drawn in row",
			                (size_t)row);
		if (due)
			due--;
		else
			due = text_cols(str_from(text),
			                canvas->ambiguous_cols) -
			      1;
	}
	return due ? wrong_in("a character stands out of row", (size_t)row)
	           : NULL;
}

static char *check_screen(const struct player *player)
{
	const struct canvas *canvas = &player->app.canvas;
	char *wrong = NULL;

	if (canvas->rows != player->rows || canvas->cols != player->cols)
		return wrong_in("the screen has another size",
		                (size_t)canvas->rows);
	if (canvas->cursor_row < 0 || canvas->cursor_row >= canvas->rows ||
	    canvas->cursor_col < 0 || canvas->cursor_col >= canvas->cols)
		return wrong_in("the terminal's cursor is out of it", 0);
	for (int row = 0; row < canvas->rows && !wrong; row++)
		wrong = check_row(canvas, row);
	return wrong;
}

/* Gives the reader an event, shows the screen, and says what is wrong. */
static char *player_do(struct player *player, struct event event)
{
	char *wrong;

	app_event(&player->app, &event);
	request_clear(&player->app.request);
	frame_draw(&player->app, player->rows, player->cols);
	wrong = check_screen(player);
	return wrong ? wrong : oracle_reader(&player->app);
}

static char *player_press(struct player *player, uint32_t key)
{
	return player_do(player,
	                 (struct event){ .kind = EVENT_KEY, .key = key });
}

static unsigned player_next(struct player *player)
{
	return player->at < player->bytes.len
	               ? (unsigned char)player->bytes.ptr[player->at++]
	               : 0;
}

static char *player_resize(struct player *player)
{
	player->rows = 1 + (int)(player_next(player) % 70);
	player->cols = 1 + (int)(player_next(player) % 220);
	return player_do(player, (struct event){ .kind = EVENT_RESIZE });
}

static char *player_point(struct player *player, enum event_kind kind)
{
	struct event event = { .kind = kind,
		               .key = player_next(player) % 2,
		               .row = (int)player_next(player) % player->rows,
		               .col = (int)player_next(player) % player->cols };

	return player_do(player, event);
}

static char *player_work(struct player *player)
{
	for (unsigned units = player_next(player);
	     units && loading_has_work(&player->app); units--)
		app_work(&player->app);
	return oracle_reader(&player->app);
}

/* The next event of the bytes: a character of ASCII is its key. */
static char *player_step(struct player *player)
{
	unsigned byte = player_next(player);

	switch (byte) {
	case 0xff:
		return player_resize(player);
	case 0xfe:
		return player_point(player, EVENT_CLICK);
	case 0xfd:
		return player_point(player, EVENT_WHEEL);
	case 0xfc:
		return player_work(player);
	case 0xfb:
		return player_do(
			player,
			(struct event){ .kind = EVENT_PASTE,
		                        .key = 0x4e00 + player_next(player) });
	default:
		return player_press(
			player,
			byte < 0x80
				? byte
				: PRESS_FIRST + (byte - 0x80) % (PRESS_LAST -
		                                                 PRESS_FIRST));
	}
}

/* Does the answer to the question become a file? */
static bool player_would_write(const struct app *app)
{
	return app->asking == ASK_FILE || app->asking == ASK_FOLDER ||
	       app->asking == ASK_REPLACE || app->asking == ASK_BOOKMARKS;
}

static bool is_at_page(const struct app *app)
{
	return app_view(app) == VIEW_PAGE && app_is_at_first(app);
}

/* Questions are closed, and the page view is so many steps back as views are opened. */
static char *player_go_back(struct player *player)
{
	struct app *app = &player->app;
	char *wrong = NULL;

	for (size_t i = 0; loading_has_work(app); i++) {
		if (i == ENOUGH)
			return wrong_in("work has no end", i);
		app_work(app);
	}
	for (size_t i = 0; app->asking != ASK_NOTHING && !wrong; i++)
		wrong = i < STEPS_MOST ? player_press(player, PRESS_ESC)
		                       : wrong_in("a question cannot be closed",
		                                  app->asking);
	for (size_t steps = oracle_steps_back(app) + MODES_MOST;
	     steps && !wrong && app->running && !is_at_page(app); steps--)
		wrong = player_press(player, PRESS_ESC);
	if (!wrong && !(app->running && is_at_page(app)))
		wrong = wrong_in("the way back does not lead to the page",
		                 app_view(app));
	return wrong;
}

static char *player_play(struct player *player)
{
	char *wrong = NULL;

	for (int i = 0; i < EVENTS_MOST && player->at < player->bytes.len &&
	                !wrong && player->app.running;
	     i++) {
		wrong = player_step(player);
		while (!wrong && player_would_write(&player->app))
			wrong = player_press(player, PRESS_ESC);
	}
	return wrong || !player->app.running ? wrong : player_go_back(player);
}

/* Makes the folder with an issue of three pages, and an article that goes on on the next. */
static bool make_issue(char *folder)
{
	FILE *file = NULL;

	if (mkdtemp(folder) && !chdir(folder))
		file = fopen(ISSUE, "w");
	if (!file)
		return false;
	for (int page = 1; page <= 3; page++)
		fprintf(file,
		        "%s第%d版\n\n第%d版的题目\n\n"
		        "　　本报讯　石桥镇的“图书室” 昨天开门，三千册书。\n"
		        "　　Residents gave all 3000 books <a@b.cd>.\n",
		        page > 1 ? "\f" : "", page, page);
	fputs("\n长篇的题目\n\n　　本报讯　河边一共种了三百棵柳树\n（下转第4版）\n"
	      "\f第4版\n\n长篇的题目\n（上接第3版）\n"
	      "园林站每天派人浇水，到秋天再看。\n",
	      file);
	return !fclose(file);
}

static void remove_issue(const char *folder)
{
	unlink(ISSUE);
	unlink(ISSUE CORRECTIONS_SUFFIX);
	if (chdir("/"))
		return;
	rmdir(folder);
}

static char *play(struct str bytes)
{
	static const char *const names[] = { ISSUE };
	static const struct settings settings = { 0 };
	struct player player = { .rows = 24, .cols = 80, .bytes = bytes };
	char *error = NULL, *wrong;

	if (!session_open(&player.session, names, 1, NULL, true, &error))
		return error;
	app_init(&player.app, &player.session, &settings, 1);
	frame_draw(&player.app, player.rows, player.cols);
	wrong = player_play(&player);
	app_release(&player.app);
	session_close(&player.session);
	return wrong;
}

char *oracle_session_bytes(struct str bytes)
{
	char folder[] = "/tmp/session-XXXXXX", *before = getcwd(NULL, 0);
	char *wrong = make_issue(folder)
	                      ? play(bytes)
	                      : wrong_in("the folder cannot be made", 0);

	remove_issue(folder);
	if (before && chdir(before) && !wrong)
		wrong = wrong_in("the folder before is gone", 0);
	free(before);
	return wrong;
}
