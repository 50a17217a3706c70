/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/mem.h"
#include "ui/view/scroll.h"
#include "ui/view/view.h"

#define KEYS_COLS 18

/* "Space PgDn ^F     one screen down" */
static void view_help_add_row(struct scroll *scroll, struct str sign,
                              const char *says)
{
	int ambiguous_cols = scroll->app->canvas.ambiguous_cols;
	struct buf line;

	buf_init(&line);
	buf_add(&line, sign);
	for (int cols = text_cols(sign, ambiguous_cols); cols < KEYS_COLS;
	     cols++)
		buf_add_byte(&line, ' ');
	command_add_text(&line, scroll->app->keymap, says);
	scroll_add(scroll, buf_str(&line), KEYS_COLS, STYLE_TEXT);
	buf_release(&line);
}

static void view_help_add_command(struct scroll *scroll, enum command command)
{
	struct buf keys;

	buf_init(&keys);
	command_add_keys(&keys, scroll->app->keymap, command, SIZE_MAX);
	if (!keys.len) {
		buf_add_byte(&keys, ':');
		command_add_name(&keys, command);
	}
	view_help_add_row(scroll, buf_str(&keys),
	                  _(command_help_untranslated(command)));
	buf_release(&keys);
}

/* What the signs on the screen mean. */
static void add_signs(struct scroll *scroll)
{
	static const struct {
		const char *sign, *says;
	} signs[] = {
		{ "?", N_("a guess: {FACTS} says what else it may be") },
		{ "▸", N_("the cursor's line") },
		{ "2/7", N_("the second of seven articles, or of hits") },
		{ "2/7+", N_("and there may be more: pages are still being "
		             "read") },
		{ "〓", N_("what cannot be read") },
	};

	for (size_t i = 0; i < ARRAY_LEN(signs); i++)
		view_help_add_row(scroll, str_from(signs[i].sign),
		                  _(signs[i].says));
}

static void view_help_fill(struct scroll *scroll)
{
	struct buf numbers;

	for (int i = 0; i < COMMAND_COUNT; i++)
		view_help_add_command(scroll, (enum command)i);
	scroll_add(scroll, STR(""), 0, STYLE_TEXT);
	buf_init(&numbers);
	app_add_text(&numbers, scroll->app,
	             _("A number and {OPEN} open the article of that "
	               "number. Full-width keys work too: ／ ？ 【 】 "
	               "《 》 、"));
	scroll_add(scroll, buf_str(&numbers), 0, STYLE_TEXT);
	buf_release(&numbers);
	scroll_add(scroll, STR(""), 0, STYLE_TEXT);
	add_signs(scroll);
}

static void view_help_draw(struct app *app, struct area area)
{
	area.col++;
	area.cols--;
	scroll_draw(app, view_state(app, VIEW_HELP), area, view_help_fill);
}

static bool view_help_act(struct app *app, enum command command)
{
	return scroll_act(app, view_state(app, VIEW_HELP), command);
}

static void view_help_wheel(struct app *app, int rows, int row, int col)
{
	(void)row;
	(void)col;
	scroll_by(view_state(app, VIEW_HELP), rows);
}

static void view_help_add_progress(struct buf *out, struct app *app)
{
	scroll_add_progress(out, view_state(app, VIEW_HELP));
}

const struct view view_help = {
	.title = N_("Help"),
	.hints = {
		{ COMMAND_UP, COMMAND_DOWN, N_("line"), NULL },
		{ COMMAND_SCREEN_DOWN, COMMAND_NONE, N_("screen"), NULL },
		{ COMMAND_BACK, COMMAND_NONE, N_("back"), NULL },
	},
	.draw = view_help_draw,
	.act = view_help_act,
	.wheel = view_help_wheel,
	.add_progress = view_help_add_progress,
	.state_bytes = sizeof(struct scroll_window),
	.enter = scroll_enter,
};
