/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/state.h"

#include "base/i18n.h"
#include "issue/issue.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void add_text(struct buf *out, const struct app *app, const char *format,
                     va_list args)
{
	struct buf with_keys;

	buf_init(&with_keys);
	command_add_format(&with_keys, app->keymap, format);
	buf_add_format(out, with_keys.ptr, args);
	buf_release(&with_keys);
}

void app_add_text(struct buf *out, const struct app *app, const char *format,
                  ...)
{
	va_list args;

	va_start(args, format);
	add_text(out, app, format, args);
	va_end(args);
}

static void set_message(struct app *app, bool is_error, const char *format,
                        va_list args)
{
	app->message_is_error = is_error;
	buf_clear(&app->message);
	add_text(&app->message, app, format, args);
}

void app_say(struct app *app, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	set_message(app, false, format, args);
	va_end(args);
}

void app_complain(struct app *app, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	set_message(app, true, format, args);
	va_end(args);
}

enum view_id app_view(const struct app *app)
{
	return view_stack_top(&app->document->opened);
}

enum view_id app_main(const struct app *app)
{
	return view_stack_main(&app->document->opened);
}

bool app_is_at_first(const struct app *app)
{
	return app->document->opened.count == 1;
}

void app_show(struct app *app, enum view_id view)
{
	struct document *document = app->document;

	if (!view_stack_has(&document->opened, view))
		document->views[view].is_fresh = true;
	view_stack_show(&document->opened, view, document->reading.place);
}

/* The article of a place (index), or NPOS. */
static size_t state_article_at(const struct reading *reading,
                               struct place place)
{
	struct reading there = *reading;

	there.place = place;
	return reading_article(&there);
}

/* Does the list have a row for the cursor? */
static bool state_is_listed(const struct document *document)
{
	return !filter_is_on(&document->list_filter) ||
	       filter_here(&document->list_filter) != NPOS;
}

/* Goes back to a view that a main view has covered: to its row, unless another one has
 * what was read last. */
static void state_return_from_reading(struct document *document,
                                      const struct opened_view *to)
{
	struct reading *reading = &document->reading;
	size_t here = reading_article(reading);

	if (view_is_main(to->id))
		return;
	if (to->id == VIEW_HITS && reading->hit < reading->hits.count)
		reading_go_hit(reading, reading->hit);
	else if (to->id == VIEW_HITS || here == NPOS ||
	         here == state_article_at(reading, to->place) ||
	         (to->id == VIEW_LIST && !state_is_listed(document)))
		reading->place = to->place;
}

void app_leave(struct app *app)
{
	struct document *document = app->document;
	enum view_id left = app_view(app);
	const struct opened_view *to = view_stack_leave(&document->opened);

	if (!to)
		return;
	if (view_is_main(left))
		state_return_from_reading(document, to);
	else
		document->reading.place = to->place;
	if (to->id == VIEW_HITS && !reading_is_marked(&document->reading))
		app_leave(app);
}

void app_complain_of_number(struct app *app, struct str typed)
{
	size_t count = app->document->reading.issue->article_count;

	if (!count)
		app_complain(app, "%s",
		             _("There are no articles in this issue."));
	else
		app_complain(app,
		             _("There is no article %.*s; they are 1 to %zu"),
		             (int)typed.len, typed.ptr, count);
}

void app_leave_no_article(struct app *app)
{
	if (app_view(app) == VIEW_ARTICLE &&
	    reading_article(&app->document->reading) == NPOS)
		app_show(app, VIEW_PAGE);
}

void app_show_hit(struct app *app)
{
	/* A list that is filtered may not have its article. */
	if (app_view(app) != VIEW_LIST ||
	    filter_is_on(&app->document->list_filter))
		app_show(app, app_main(app));
	app_leave_no_article(app);
}

void app_ask(struct app *app, enum asking asking, struct str text)
{
	app->asking = asking;
	line_editor_begin(&app->prompt, text);
	line_editor_remember(&app->prompt, &app->histories[asking]);
}

void app_do_next(struct app *app, enum command command)
{
	app->next_command = command;
}
