/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "made_state.h"
#include "oracle.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "session/session.h"
#include "state/bookmarks.h"
#include "state/issues.h"
#include "state/state.h"
#include "state/store_file.h"
#include "ui/dispatch.h"
#include "ui/loading.h"
#include "ui/remember.h"
#include "ui/view/frame.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ROWS       20
#define COLS       60
#define TEXT_MOST  (1 << 20)
#define HEADER     100 /* bytes that say whose a database is */
#define VERSION_AT 60
#define OWNER_AT   68

static char *wrong_with(const char *sentence, const char *with)
{
	struct buf text;

	buf_init(&text);
	buf_addf(&text, "%s: %s", sentence, with);
	return buf_steal(&text);
}

/* Where the file is; a folder in memory where there is one, as much is written. */
struct state_place {
	char folder[32], path[48];
};

static bool place_init(struct state_place *place)
{
	strcpy(place->folder, "/dev/shm/state-XXXXXX");
	if (!mkdtemp(place->folder)) {
		strcpy(place->folder, "/tmp/state-XXXXXX");
		if (!mkdtemp(place->folder))
			return false;
	}
	snprintf(place->path, sizeof place->path, "%s/state.db", place->folder);
	return true;
}

static void place_release(const struct state_place *place)
{
	static const char *const ends[] = { "", "-wal", "-shm", "-journal" };

	for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
		char path[64];

		snprintf(path, sizeof path, "%s%s", place->path, ends[i]);
		unlink(path);
	}
	rmdir(place->folder);
}

/* Takes a text of a history; *longest is the longest one. */
static void take_length(void *context, struct str text)
{
	size_t *longest = context;

	*longest = text.len > *longest ? text.len : *longest;
}

/* Asks for all that a store can tell: nothing is out of bounds. */
static char *check_lists(struct store *store)
{
	struct kept_issues issues;
	struct bookmarks bookmarks;
	struct buf value;
	size_t longest = 0;
	bool is_odd;

	kept_issues_init(&issues);
	bookmarks_init(&bookmarks);
	buf_init(&value);
	state_get(store, STATE_SAVE_FOLDER, &value);
	state_list_history(store, STATE_HISTORY_SEARCH, STATE_HISTORY_MOST,
	                   take_length, &longest);
	issues_list(store, 100, &issues);
	is_odd = issues.count > 100 || value.len > TEXT_MOST ||
	         longest > TEXT_MOST;
	for (size_t i = 0; i < issues.count && !is_odd; i++) {
		const struct kept_issue *issue = &issues.items[i];
		struct str name;
		size_t at = 0, names = 0;

		while ((name = issues_next_name(issue->names, &at)).len)
			is_odd = is_odd || ++names > issue->names.len;
		is_odd = is_odd || issue->percent < 0 || issue->percent > 100 ||
		         issue->columns < 0;
	}
	bookmarks_list(store, &bookmarks);
	bookmarks_add_markdown(&value, &bookmarks);
	kept_issues_release(&issues);
	bookmarks_release(&bookmarks);
	buf_release(&value);
	return is_odd ? wrong_with("a row is out of bounds", "") : NULL;
}

/* Is each cell of the screen a character that a terminal may see? */
static char *check_cells(const struct canvas *canvas)
{
	for (int row = 0; row < canvas->rows; row++)
		for (int col = 0; col < canvas->cols; col++) {
			const char *text = canvas_cell(canvas, row, col)->text;

			if (*text && ((unsigned char)*text < ' ' ||
			              (unsigned char)*text == 0x7f))
				return wrong_with(
					"a control character is drawn", "");
		}
	return NULL;
}

/* Somebody reads a page with what was kept, and opens what lists it. */
static char *check_reader(struct store *store)
{
	static const char *const names[] = { "/tmp/页.txt" };
	static const struct settings settings = { 0 };
	const struct load_options how = { 0 };
	static const uint32_t keys[] = { 'o',        PRESS_DOWN, PRESS_ESC,
		                         '\'',       PRESS_DOWN, PRESS_ENTER,
		                         PRESS_ESC,  '/',        PRESS_UP,
		                         PRESS_ESC,  'm',        'n',
		                         PRESS_ENTER };
	struct session session;
	struct app app;
	char *wrong = NULL;

	session_open_bytes(
		&session, names,
		STR("第1版\n\n题目\n\n　　本报讯　今天有一篇报道。\n"), &how);
	app_init(&app, &session, &settings, 1);
	remember_begin(&app, store);
	while (loading_has_work(&app))
		app_work(&app);
	for (size_t i = 0; i < ARRAY_LEN(keys) && !wrong; i++) {
		const struct event event = { .kind = EVENT_KEY,
			                     .key = keys[i] };

		app_event(&app, &event);
		request_clear(&app.request);
		frame_draw(&app, ROWS, COLS);
		wrong = check_cells(&app.canvas);
		if (!wrong)
			wrong = oracle_reader(&app);
	}
	remember_keep(&app, STORE_LAST);
	app_release(&app);
	session_close(&session);
	return wrong;
}

/* What a store that takes something has kept is there: in the same run, or it says why not. */
static char *check_keeping(struct store *store)
{
	struct buf value;
	bool is_kept;
	char *problem;

	buf_init(&value);
	state_put(store, "name", STR("值"));
	is_kept = store_flush(store, STORE_LAST);
	problem = store_take_problem(store);
	if (is_kept && state_get(store, "name", &value))
		is_kept = str_equal(buf_str(&value), STR("值"));
	else
		is_kept = true; /* a damaged file may lose it */
	free(problem);
	buf_release(&value);
	return is_kept ? NULL : wrong_with("another value is kept", "");
}

/* Is it the file of somebody else, or of a later version? */
static bool is_foreign(struct str file)
{
	uint32_t owner = 0, version = 0;

	if (file.len < HEADER)
		return file.len > 0;
	for (size_t i = 0; i < 4; i++) {
		owner = owner << 8 | (unsigned char)file.ptr[OWNER_AT + i];
		version =
			version << 8 | (unsigned char)file.ptr[VERSION_AT + i];
	}
	return !str_starts(file, STR("SQLite format 3")) ||
	       (owner && owner != STORE_APPLICATION_ID) || version > 1000;
}

static char *check_file(const char *path)
{
	struct buf before, after;
	char *problem = NULL, *wrong = NULL;
	struct store *store;

	buf_init(&before);
	buf_init(&after);
	made_state_read(&before, path);
	store = store_open_file(path, &problem);
	made_state_read(&after, path);
	if (is_foreign(buf_str(&before)) &&
	    (store || !str_equal(buf_str(&before), buf_str(&after))))
		wrong = wrong_with("what is not its own is touched", path);
	if (!wrong && !store && (!problem || !strstr(problem, path)))
		wrong = wrong_with("no sentence says why it is not used", path);
	free(problem);
	buf_release(&before);
	buf_release(&after);
	if (!wrong)
		wrong = check_lists(store);
	if (!wrong)
		wrong = check_reader(store);
	if (!wrong)
		wrong = check_keeping(store);
	store_close(store);
	return wrong;
}

char *oracle_state_bytes(struct str bytes)
{
	struct state_place place;
	char *wrong;

	if (!place_init(&place))
		return wrong_with("no folder can be made", place.folder);
	wrong = made_state(place.path, bytes);
	/* A second run finds what the first one has left. */
	for (int run = 0; run < 2 && !wrong; run++)
		wrong = check_file(place.path);
	place_release(&place);
	return wrong;
}
