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
	return app->over == VIEW_NONE ? app->main : app->over;
}

void app_show(struct app *app, enum view_id view)
{
	if (view < VIEW_MAIN_COUNT) {
		app->main = view;
		app->over = app->under = VIEW_NONE;
		return;
	}
	if (view == VIEW_LIST) {
		if (app->over != VIEW_LIST && app->under != VIEW_LIST)
			app->document->back = app->document->reading.place;
		app->under = VIEW_NONE;
	} else if (app->over == VIEW_LIST) {
		app->under = VIEW_LIST;
	}
	app->over = view;
	app->document->views[view].is_fresh = true;
}

void app_leave(struct app *app)
{
	app->over = app->under;
	app->under = VIEW_NONE;
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
	if (app->main == VIEW_ARTICLE &&
	    reading_article(&app->document->reading) == NPOS)
		app->main = VIEW_PAGE;
}

void app_show_hit(struct app *app)
{
	if (app->under == VIEW_LIST)
		app_leave(app);
	/* A list that is filtered may not have its article. */
	if (app->over != VIEW_LIST || filter_is_on(&app->document->list_filter))
		app->over = VIEW_NONE;
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
