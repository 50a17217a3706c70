/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view.h"

#define KEYS_COLS 18

static void draw(struct app *app, struct area area)
{
	struct scroll scroll;
	struct buf line;

	area.col++;
	area.cols--;
	scroll = scroll_begin(app, area);
	buf_init(&line);
	for (int i = 0; i < COMMAND_COUNT; i++) {
		buf_clear(&line);
		buf_addf(&line, "%-*s", KEYS_COLS,
		         command_keys((enum command)i));
		buf_add_c(&line, command_help((enum command)i));
		scroll_add(&scroll, buf_str(&line), KEYS_COLS, STYLE_TEXT);
	}
	scroll_add(&scroll, STR(""), 0, STYLE_TEXT);
	scroll_add(&scroll,
	           str_from(_("A number and Enter open the article of that "
	                      "number. Full-width keys work too: ／ ？ 【 】 "
	                      "《 》 、")),
	           0, STYLE_TEXT);
	buf_release(&line);
	scroll_end(&scroll);
}

const struct view view_help = {
	.title = N_("Help"),
	.hints = {
		{ COMMAND_UP, COMMAND_DOWN, N_("line") },
		{ COMMAND_BACK, COMMAND_NONE, N_("back") },
	},
	.draw = draw,
	.act = scroll_act,
};
