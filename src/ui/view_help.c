/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view.h"

#define KEYS_COLS 18

/* "Space PgDn ^F     one screen down" */
static void add_command(struct scroll *scroll, enum command command)
{
	struct buf line;

	buf_init(&line);
	command_add_keys(&line, command, SIZE_MAX);
	for (int cols = text_cols(buf_str(&line),
	                          scroll->app->canvas.ambiguous_cols);
	     cols < KEYS_COLS; cols++)
		buf_add_byte(&line, ' ');
	buf_add_c(&line, command_help(command));
	scroll_add(scroll, buf_str(&line), KEYS_COLS, STYLE_TEXT);
	buf_release(&line);
}

static void fill(struct scroll *scroll)
{
	for (int i = 0; i < COMMAND_COUNT; i++)
		add_command(scroll, (enum command)i);
	scroll_add(scroll, STR(""), 0, STYLE_TEXT);
	scroll_add(scroll,
	           str_from(_("A number and Enter open the article of that "
	                      "number. Full-width keys work too: ／ ？ 【 】 "
	                      "《 》 、")),
	           0, STYLE_TEXT);
}

static void draw(struct app *app, struct area area)
{
	area.col++;
	area.cols--;
	scroll_draw(app, area, fill);
}

const struct view view_help = {
	.title = N_("Help"),
	.hints = {
		{ COMMAND_UP, COMMAND_DOWN, N_("line") },
		{ COMMAND_SCREEN_DOWN, COMMAND_NONE, N_("screen") },
		{ COMMAND_BACK, COMMAND_NONE, N_("back") },
	},
	.draw = draw,
	.act = scroll_act,
};
