/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/ask.h"

#include "base/i18n.h"
#include "export/export.h"
#include "ui/ask/ask_filter.h"
#include "ui/ask/ask_save.h"
#include "ui/ask/ask_search.h"
#include "ui/ask/correct.h"
#include "ui/ask/external.h"

void ask_key(struct app *app, uint32_t key)
{
	static void (*const keys[])(struct app *, uint32_t) = {
		[ASK_SEARCH] = ask_search_key,
		[ASK_FILTER] = ask_filter_key,
		[ASK_FILE] = ask_save_key,
		[ASK_REPLACE] = ask_replace_key,
		[ASK_ARTICLE] = correct_article_key,
		[ASK_PIPE] = external_pipe_key,
	};

	keys[app->asking](app, key);
}

void ask_draw(struct app *app, struct area area)
{
	static const char *const labels[] = {
		[ASK_SEARCH] = N_("Search: "),
		[ASK_FILTER] = N_("Filter: "),
		[ASK_ARTICLE] = N_("It belongs to article number: "),
		[ASK_PIPE] = N_("Pipe the article to: "),
	};
	struct buf label, aside;

	if (app->asking == ASK_REPLACE) {
		ask_draw_replace(app, area);
		return;
	}
	buf_init(&label);
	buf_init(&aside);
	if (app->asking == ASK_FILE)
		ask_add_file_label(&label, app);
	else
		buf_add_c(&label, _(labels[app->asking]));
	if (app->asking == ASK_SEARCH) {
		ask_add_search_aside(&aside, app);
	} else if (app->asking == ASK_FILTER) {
		ask_add_filter_aside(&aside, app);
	} else if (app->asking == ASK_FILE) {
		export_add_endings(&aside, EXPORT_MARKDOWN, " ");
	}
	line_editor_draw(&app->prompt, &app->canvas, area, buf_str(&label),
	                 buf_str(&aside));
	buf_release(&label);
	buf_release(&aside);
}
