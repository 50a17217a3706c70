/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/view.h"

#include "base/mem.h"
#include "ui/loading.h"

#define VIEW_ROW(NAME, name, opener) [VIEW_##NAME] = &view_##name,

static const struct view *const views[VIEW_COUNT] = { VIEWS(VIEW_ROW) };

const struct view *view_of(enum view_id id)
{
	return views[id];
}

#define VIEW_OPENER(NAME, name, opener) [VIEW_##NAME] = COMMAND_##opener,

enum view_id view_opened_by(enum command command)
{
	static const enum command openers[] = { VIEWS(VIEW_OPENER) };
	size_t id = 0;

	while (id < VIEW_COUNT && openers[id] != command)
		id++;
	return (enum view_id)id;
}

void *view_state(struct app *app, enum view_id id)
{
	struct view_slot *slot = &app->document->views[id];

	if (!slot->state) {
		slot->state = mem_alloc(views[id]->state_bytes);
		slot->release = views[id]->release;
	}
	if (slot->is_fresh && views[id]->enter)
		views[id]->enter(slot->state);
	slot->is_fresh = false;
	return slot->state;
}

int view_rows_moved(enum command command, int window_rows, int all_rows)
{
	const int screen = window_rows > 1 ? window_rows - 1 : 1;
	const struct {
		enum command command;
		int rows;
	} steps[] = {
		{ COMMAND_UP, -1 },
		{ COMMAND_DOWN, 1 },
		{ COMMAND_SCREEN_UP, -screen },
		{ COMMAND_SCREEN_DOWN, screen },
		{ COMMAND_HALF_UP, -(screen + 1) / 2 },
		{ COMMAND_HALF_DOWN, (screen + 1) / 2 },
		{ COMMAND_TOP, -all_rows },
		{ COMMAND_END, all_rows },
	};

	for (size_t i = 0; i < ARRAY_LEN(steps); i++)
		if (steps[i].command == command)
			return steps[i].rows;
	return 0;
}

void view_draw_none_left(struct app *app, struct area area,
                         const struct filter *filter, const char *none)
{
	struct buf hint;

	if (!filter_is_on(filter) || filter_count(filter) ||
	    loading_has_work(app))
		return;
	canvas_fit(&app->canvas, area, area.rows / 2 - 1, 1, area.cols - 2,
	           str_from(none), STYLE_TEXT);
	buf_init(&hint);
	app_add_text(&hint, app, _("{BACK} shows all again"));
	canvas_fit(&app->canvas, area, area.rows / 2, 1, area.cols - 2,
	           buf_str(&hint), STYLE_SMALL);
	buf_release(&hint);
}
