/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/ask_filter.h"

#include "base/i18n.h"
#include "ui/ask/ask_search.h"
#include "ui/loading.h"
#include "ui/view/view.h"

#define PATTERN_SHARE 4  /* of the line at the top, at most */
#define WIDE_COLS     80 /* there is room for a sentence beside the question */

struct filter *ask_filtered(struct app *app)
{
	switch (app_view(app)) {
	case VIEW_LIST:
		return &app->document->list_filter;
	case VIEW_HITS:
		return &app->document->hits_filter;
	case VIEW_ISSUES:
		return &app->issues.filter;
	default:
		return NULL;
	}
}

void ask_filter(struct app *app)
{
	struct before_question *before = &app->document->before;
	struct filter *filter = ask_filtered(app);

	before->place = app->document->reading.place;
	before->hit = app->document->reading.hit;
	before->chosen = app->issues.chosen;
	buf_clear(&before->filter);
	buf_add(&before->filter, buf_str(&filter->pattern));
	filter_set(filter, STR(""));
	app_ask(app, ASK_FILTER, STR(""));
}

bool ask_filter_leave(struct app *app, enum command command)
{
	struct filter *filter = ask_filtered(app);

	if (command != COMMAND_BACK && command != COMMAND_CLOSE &&
	    command != COMMAND_LEFT)
		return false;
	if (command != COMMAND_LEFT && filter_is_on(filter))
		filter_set(filter, STR(""));
	else
		app_leave(app);
	return true;
}

/* Filters from the place the cursor had before the question, so that a pattern typed in
 * error moves nothing. */
static void set_filter(struct app *app, struct str pattern)
{
	const struct before_question *before = &app->document->before;
	struct reading *reading = &app->document->reading;

	reading->place = before->place;
	app->issues.chosen = before->chosen;
	/* There may be fewer since: what was loaded has been searched. */
	reading->hit = before->hit < reading->hits.count ? before->hit : NPOS;
	filter_set(ask_filtered(app), pattern);
}

/* What a key does to the list while its filter is typed.  These keys are no text, so
 * they have one meaning in any keymap. */
static enum command list_command(uint32_t key)
{
	static const struct {
		uint32_t key;
		enum command command;
	} keys[] = {
		{ PRESS_UP, COMMAND_UP },
		{ PRESS_DOWN, COMMAND_DOWN },
		{ PRESS_PGUP, COMMAND_SCREEN_UP },
		{ PRESS_PGDN, COMMAND_SCREEN_DOWN },
	};

	for (size_t i = 0; i < ARRAY_LEN(keys); i++)
		if (keys[i].key == key)
			return keys[i].command;
	return COMMAND_NONE;
}

void ask_filter_key(struct app *app, uint32_t key)
{
	enum command command = list_command(key);

	if (command != COMMAND_NONE) {
		view_of(app_view(app))->act(app, command);
		return;
	}
	if (!app->prompt.text.len &&
	    command_for_key(app->keymap, key) == COMMAND_SEARCH) {
		set_filter(app, buf_str(&app->document->before.filter));
		ask_search(app);
		return;
	}
	switch (line_editor_key(&app->prompt, key)) {
	case LINE_EDITOR_EDITED:
		set_filter(app, buf_str(&app->prompt.text));
		break;
	case LINE_EDITOR_ACCEPTED:
		app->asking = ASK_NOTHING;
		break;
	case LINE_EDITOR_LEFT:
		app->asking = ASK_NOTHING;
		set_filter(app, buf_str(&app->document->before.filter));
		break;
	default:
		break;
	}
}

/* "3/41"; a + while more is read. */
static void add_count(struct buf *out, const struct app *app,
                      const struct filter *filter)
{
	filter_add_count(out, filter);
	if (loading_goes_on(app))
		buf_add_byte(out, '+');
}

void ask_add_filter_aside(struct buf *out, struct app *app)
{
	if (app->prompt.text.len)
		add_count(out, app, ask_filtered(app));
	else if (app->canvas.cols < WIDE_COLS)
		app_add_text(out, app, _("{SEARCH} full text"));
	else
		app_add_text(out, app,
		             _("{SEARCH} again: search the whole issue"));
}

/* The filter of the list on the screen: of the list that has the keys, or the one beside
 * the main view; NULL when it filters nothing. */
static const struct filter *seen_filter(struct app *app)
{
	const struct filter *filter = ask_filtered(app);

	if (!filter && app->list_beside.rows)
		filter = &app->document->list_filter;
	return filter && filter_is_on(filter) && app->asking != ASK_FILTER
	               ? filter
	               : NULL;
}

void ask_add_filter(struct buf *out, struct app *app, int cols)
{
	const struct filter *filter = seen_filter(app);
	const int ambiguous_cols = app->canvas.ambiguous_cols;
	struct str pattern;
	size_t shown;

	if (!filter)
		return;
	pattern = buf_str(&filter->pattern);
	shown = text_fit(pattern, cols / PATTERN_SHARE, ambiguous_cols);
	buf_add_c(out, _("filter: "));
	buf_add(out, str_slice(pattern, 0, shown));
	buf_add_c(out, shown < pattern.len ? "… " : " ");
	add_count(out, app, filter);
}
