/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/frame.h"

#include "base/mem.h"
#include "base/num.h"
#include "issue/issue.h"
#include "ui/ask/ask.h"
#include "ui/ask/ask_filter.h"
#include "ui/loading.h"
#include "ui/message.h"
#include "ui/view/bar.h"
#include "ui/view/view.h"
#include "ui/view/word_marks.h"
#include "ui/word_act.h"

/* Smaller than this nothing can be read. */
#define LEAST_ROWS 4
#define LEAST_COLS 16

/* From here on there is a rule under the bar. */
#define RULE_FROM_ROWS 16

#define GAP_COLS 2 /* between two hints */

#define LIST_SHARE                                                             \
 3 /* of the screen, the most of a list beside a page of its own width */

/* Says at the foot of the page view that places on the page are inferred, and that not all of
 * its lines are the printed ones; what has no room is left out. */
static void draw_caveat(struct app *app, struct area area, int from_col)
{
	const struct sheet *sheet = &app->document->page.sheet;
	const char *says[2] = { NULL, NULL };

	if (app_view(app) != VIEW_PAGE || !app->document->page.made)
		return;
	if (sheet->guessed)
		says[1] = _("places inferred");
	if (sheet->is_anew)
		says[0] = sheet->guessed ? _("places inferred, lines set anew")
		                         : _("lines set anew");
	for (size_t i = 0; i < ARRAY_LEN(says); i++) {
		struct str text = str_from(says[i] ? says[i] : "");
		int col = area.cols -
		          text_cols(text, app->canvas.ambiguous_cols) - 1;

		if (!text.len || col < from_col)
			continue;
		canvas_text(&app->canvas, area, 0, col, text, STYLE_SMALL);
		return;
	}
}

/* The label of a hint; empty: it has none here.  In a filtered list, the way back leads to
 * the whole list first, and a single page has none before and behind it. */
static const char *hint_label(struct app *app, const struct hint *hint)
{
	const struct filter *filter = ask_filtered(app);

	if (hint->command == COMMAND_BACK && filter && filter_is_on(filter))
		return _("all");
	if (hint->command == COMMAND_PREV_PAGE &&
	    app->document->reading.issue->page_count < 2)
		return "";
	if (app->document->upright && hint->upright)
		return hint->upright[0] ? _(hint->upright) : "";
	return hint->label[0] ? _(hint->label) : "";
}

/* A click on a hint of two keys does what the key does that it hits; on their label, what
 * the second one does. */
static void add_hint_zones(struct app *app, struct area area, int col,
                           const struct hint *hint, int first_cols, int cols)
{
	uint32_t key = command_first_key(app->keymap, hint->command);

	click_zones_add(&app->zones, area.row, area.col + col, first_cols, key);
	if (hint->other != COMMAND_NONE)
		key = command_first_key(app->keymap, hint->other);
	click_zones_add(&app->zones, area.row, area.col + col + first_cols,
	                cols - first_cols, key);
}

/* As many as there is room for from cell `col` on, but none of a command without a key;
 * returns where they end. */
static int draw_hint_list(struct app *app, struct area area, int col,
                          const struct hint *hints, size_t most)
{
	struct canvas *canvas = &app->canvas;

	for (size_t i = 0; i < most && hints[i].label; i++) {
		struct str label = str_from(hint_label(app, &hints[i]));
		struct buf keys;
		int first_cols, cols;

		buf_init(&keys);
		command_add_keys(&keys, app->keymap, hints[i].command, 1);
		first_cols = text_cols(buf_str(&keys), canvas->ambiguous_cols);
		if (hints[i].other != COMMAND_NONE)
			command_add_keys(&keys, app->keymap, hints[i].other, 1);
		cols = text_cols(buf_str(&keys), canvas->ambiguous_cols) + 1 +
		       text_cols(label, canvas->ambiguous_cols);
		if (keys.len && label.len && col + cols <= area.cols) {
			add_hint_zones(app, area, col, &hints[i], first_cols,
			               cols);
			canvas_text(canvas, area, 0,
			            col +
			                    canvas_text(canvas, area, 0, col,
			                                buf_str(&keys),
			                                STYLE_KEY) +
			                    1,
			            label, STYLE_HINT);
			col += cols + GAP_COLS;
		}
		buf_release(&keys);
	}
	return col;
}

/* Where hits are marked the way through them comes first; on words, what is known of the
 * word. */
static void draw_hints(struct app *app, struct area area)
{
	static const struct hint of_hits[] = {
		{ COMMAND_NEXT_HIT, COMMAND_PREV_HIT, N_("hit"), NULL },
		{ COMMAND_HITS, COMMAND_NONE, N_("hits"), NULL },
	};
	static const struct hint of_words[] = {
		{ COMMAND_LEFT, COMMAND_RIGHT, N_("word"), "" },
		{ COMMAND_UP, COMMAND_DOWN, "", N_("word") },
		{ COMMAND_ENTRY, COMMAND_NONE, N_("dictionary"), NULL },
		{ COMMAND_BACK, COMMAND_NONE, N_("back"), NULL },
		{ COMMAND_PREV_SENTENCE, COMMAND_NEXT_SENTENCE, N_("sentence"),
		  NULL },
		{ COMMAND_COPY_WORD, COMMAND_COPY_SENTENCE, N_("copy"), NULL },
		{ COMMAND_FIND_WORD, COMMAND_NONE, N_("search"), NULL },
	};
	int col = 1;

	if (word_act_is_on(app)) {
		col = word_marks_draw_foot(app, area, col);
		draw_hint_list(app, area, col, of_words, ARRAY_LEN(of_words));
		return;
	}
	if (view_is_main(app_view(app)) &&
	    reading_is_marked(&app->document->reading))
		col = draw_hint_list(app, area, col, of_hits,
		                     ARRAY_LEN(of_hits));
	col = draw_hint_list(app, area, col, view_of(app_view(app))->hints,
	                     VIEW_HINTS_MAX);
	draw_caveat(app, area, col);
}

static void draw_foot(struct app *app, struct area area)
{
	canvas_fill(&app->canvas, area, 0, 0, area.cols, STYLE_HINT);
	/* What waits for an answer takes no other keys. */
	if (app->then || app->asking != ASK_NOTHING)
		click_zones_clear(&app->zones);
	if (app->then) {
		click_zones_add(&app->zones, area.row, area.col, area.cols,
		                command_first_key(app->keymap, COMMAND_BACK));
		loading_draw(app, area);
		return;
	}
	if (app->asking != ASK_NOTHING) {
		ask_draw(app, area);
		return;
	}
	area.cols -= loading_draw_share(app, area);
	if (app->message.len) {
		area.rows += area.row - 1;
		area.row = 1;
		message_draw(app, area);
	} else {
		draw_hints(app, area);
	}
}

/* Cells for a list beside a main view that leaves it all the room it likes. */
static int list_liked_cols(int cols)
{
	return larger(LIST_LEAST_COLS, smaller(cols / 4, LIST_MOST_COLS));
}

/* Can a list stand beside the main view at all? */
static bool list_may_stand(const struct app *app, int cols)
{
	const enum view_id view = app_view(app);

	return cols >= LIST_BESIDE_COLS &&
	       (view == VIEW_LIST || (view_is_main(view) && view != VIEW_BOTH));
}

/* Cells for a list beside a page that takes `page_cols` of `cols`, and no more in a wider window:
 * what the page leaves. */
static int list_beside_page_cols(const struct sheet *page, int page_cols,
                                 int cols)
{
	const int list = list_liked_cols(cols);

	return page->guessed ? list
	                     : larger(list, smaller(cols - page_cols,
	                                            cols / LIST_SHARE));
}

/* Cells for a list beside the main view; 0: there is no room for one.  The page
 * keeps its room unless the list has the keys. */
static int list_cols(const struct app *app, int cols)
{
	const struct sheet *page = &app->document->page.sheet;
	int list = list_liked_cols(cols), page_cols = page->natural_cols + 2;

	if (!list_may_stand(app, cols))
		return 0;
	if (app_main(app) != VIEW_PAGE)
		return list;
	if (cols - list >= page_cols)
		return list_beside_page_cols(page, page_cols, cols);
	if (cols - LIST_LEAST_COLS >= page_cols)
		return cols - page_cols;
	return app_view(app) == VIEW_LIST ? list : 0;
}

/* The area beside a list of so many cells and the rule behind it. */
static struct area beside_list(struct area area, int cols)
{
	area.col += cols + 1;
	area.cols -= cols + 1;
	return area;
}

/* The width of a page is known when the page is set: a page that was not shown before
 * is set beside the list where one may stand, as it will mostly stay so. */
static void learn_page_width(struct app *app, struct area area)
{
	const struct sheet_view *page = &app->document->page;

	if (app_main(app) != VIEW_PAGE ||
	    (page->made &&
	     page->made_for.subject == reading_page(&app->document->reading)))
		return;
	if (list_may_stand(app, area.cols))
		area = beside_list(area, list_liked_cols(area.cols));
	view_page.draw(app, area);
}

static void draw_views(struct app *app, struct area area)
{
	struct area side = area;
	int cols;

	learn_page_width(app, area);
	canvas_reset(&app->canvas, app->canvas.rows, app->canvas.cols);
	app->list_beside = (struct area){ 0 };
	cols = list_cols(app, area.cols);
	if (!cols) {
		view_of(app_view(app))->draw(app, area);
		return;
	}
	side.cols = cols;
	view_of(app_main(app))->draw(app, beside_list(area, cols));
	view_list.draw(app, side);
	app->list_beside = side;
	side.cols++;
	for (int row = 0; row < side.rows; row++)
		canvas_text(&app->canvas, side, row, cols,
		            app->canvas.ambiguous_cols == 2 ? STR("|")
		                                            : STR("┃"),
		            STYLE_RULE);
}

static void draw_rule_under_bar(struct app *app)
{
	const struct area all = canvas_area(&app->canvas);
	const struct str rule =
		app->canvas.ambiguous_cols == 2 ? STR("-") : STR("─");

	for (int col = 0; col < all.cols; col++)
		canvas_text(&app->canvas, all, 1, col, rule, STYLE_RULE);
	if (app->list_beside.rows && app->canvas.ambiguous_cols == 1)
		canvas_text(&app->canvas, all, 1, app->list_beside.cols,
		            STR("┰"), STYLE_RULE);
}

void frame_draw(struct app *app, int rows, int cols)
{
	struct area all = { 0, 0, rows, cols }, bar = all, main = all,
		    foot = all;

	canvas_reset(&app->canvas, rows, cols);
	click_zones_clear(&app->zones);
	if (rows < LEAST_ROWS || cols < LEAST_COLS) {
		canvas_fit(&app->canvas, all, rows / 2, 0, cols,
		           str_from(_("too small")), STYLE_TEXT);
		return;
	}
	bar.rows = foot.rows = 1;
	main.row = rows < RULE_FROM_ROWS ? 1 : 2;
	main.rows = rows - main.row - 1;
	foot.row = rows - 1;
	draw_views(app, main);
	bar_draw(app, bar);
	if (main.row > 1)
		draw_rule_under_bar(app);
	draw_foot(app, foot);
}
