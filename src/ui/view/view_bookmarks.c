/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/i18n.h"
#include "base/num.h"
#include "state/bookmarks.h"
#include "state/issues.h"
#include "ui/ask/ask_bookmark.h"
#include "ui/view/focus_mark.h"
#include "ui/view/menu.h"
#include "ui/view/view.h"

#define NUMBER_COLS      3
#define TITLE_COL        4
#define GAP_COLS         2
#define SOURCE_SHARE     3 /* of the row, for paper, day and page */
#define SOURCE_FROM_COLS 60

/* The bookmarks of all issues, the last one first. */
struct bookmark_list {
	struct menu menu;
	bool is_read; /* from what is kept */
	struct bookmarks bookmarks;
	/* The one that was deleted last, as the only one of its list. */
	struct bookmarks deleted;
};

static void view_bookmarks_release(void *state)
{
	struct bookmark_list *list = state;

	bookmarks_release(&list->bookmarks);
	bookmarks_release(&list->deleted);
}

static void view_bookmarks_enter(void *state)
{
	struct bookmark_list *list = state;

	if (list->is_read)
		view_bookmarks_release(list);
	*list = (struct bookmark_list){ 0 };
}

static struct bookmark_list *bookmark_list(struct app *app)
{
	struct bookmark_list *list = view_state(app, VIEW_BOOKMARKS);

	if (list->is_read)
		return list;
	bookmarks_init(&list->bookmarks);
	bookmarks_init(&list->deleted);
	bookmarks_list(app->store, &list->bookmarks);
	list->is_read = true;
	return list;
}

/* "春江新报  1930-04-09  p. 3"; the file where its paper is not known. */
static void bookmark_add_source(struct buf *out,
                                const struct bookmark *bookmark)
{
	size_t at = 0;
	struct str file = str_base_name(issues_next_name(bookmark->names, &at));
	const struct str parts[] = { bookmark->paper.len ? bookmark->paper
		                                         : file,
		                     bookmark->day };

	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		if (parts[i].len) {
			buf_add(out, parts[i]);
			buf_add_c(out, "  ");
		}
	/* TRANSLATORS: what a page is called: 3, A06 */
	buf_addf(out, _("p. %.*s"), (int)bookmark->folio.len,
	         bookmark->folio.ptr);
}

/* "title — note" in cells [TITLE_COL, end_col): where not all of it has room the title is cut,
 * so that the note has up to half of them. */
static void bookmark_draw_title(struct app *app, struct area area, int row,
                                int end_col, const struct bookmark *bookmark,
                                enum style style)
{
	struct canvas *canvas = &app->canvas;
	const int room = end_col - TITLE_COL;
	int note_cols = 0, col = TITLE_COL;
	struct buf note;

	buf_init(&note);
	if (bookmark->note.len) {
		buf_add_c(&note, " — ");
		buf_add(&note, bookmark->note);
		note_cols = smaller(
			text_cols(buf_str(&note), canvas->ambiguous_cols),
			room / 2);
	}
	col += canvas_fit(canvas, area, row, col, room - note_cols,
	                  bookmark->title, style);
	if (note.len)
		canvas_fit(canvas, area, row, col, end_col - col,
		           buf_str(&note), style);
	buf_release(&note);
}

static void bookmark_draw_row(struct app *app, const struct menu *menu,
                              struct area area, size_t index,
                              const struct bookmark *bookmark)
{
	struct canvas *canvas = &app->canvas;
	bool marked = index == menu->at;
	int row = (int)index - menu->top_row, end_col = area.cols - 1;
	int source_cols = area.cols / SOURCE_SHARE;
	struct buf text;

	buf_init(&text);
	buf_addf(&text, "%*zu", NUMBER_COLS, index + 1);
	canvas_text(canvas, area, row, 0, buf_str(&text), STYLE_SMALL);
	if (area.cols >= SOURCE_FROM_COLS) {
		end_col -= source_cols + GAP_COLS;
		buf_clear(&text);
		bookmark_add_source(&text, bookmark);
		canvas_fit(canvas, area, row, end_col + GAP_COLS, source_cols,
		           buf_str(&text), STYLE_SMALL);
	}
	bookmark_draw_title(app, area, row, end_col, bookmark,
	                    marked ? STYLE_HEAD : STYLE_TEXT);
	if (marked)
		focus_mark_draw(canvas, area, row, 0);
	buf_release(&text);
}

/* The words of the marked bookmark, below the list. */
static void bookmark_draw_words(struct app *app, struct area area,
                                const struct bookmark *bookmark)
{
	struct buf text;

	buf_init(&text);
	buf_add(&text, bookmark->place.words);
	buf_add_c(&text, "…");
	canvas_fit(&app->canvas, area, area.rows - 1, TITLE_COL,
	           area.cols - TITLE_COL - 1, buf_str(&text), STYLE_SMALL);
	buf_release(&text);
}

static void draw_no_bookmarks(struct app *app, struct area area)
{
	struct buf text;

	buf_init(&text);
	app_add_text(&text, app,
	             _("There are no bookmarks; {BOOKMARK} sets one."));
	canvas_fit(&app->canvas, area, area.rows / 2, 2, area.cols - 4,
	           buf_str(&text), STYLE_TEXT);
	buf_release(&text);
}

static void view_bookmarks_draw(struct app *app, struct area area)
{
	struct bookmark_list *list = bookmark_list(app);
	const struct bookmarks *bookmarks = &list->bookmarks;
	struct area rows = area;

	if (!bookmarks->count) {
		draw_no_bookmarks(app, area);
		return;
	}
	if (rows.rows > 4) {
		rows.rows -= 2;
		bookmark_draw_words(app, area,
		                    &bookmarks->items[list->menu.at]);
	}
	rows = menu_scroll(app, &list->menu, rows, bookmarks->count);
	for (int row = 0; row < rows.rows; row++) {
		size_t index = (size_t)(list->menu.top_row + row);

		if (index < bookmarks->count)
			bookmark_draw_row(app, &list->menu, rows, index,
			                  &bookmarks->items[index]);
	}
}

static void bookmark_choose(struct app *app, size_t row)
{
	const struct bookmarks *bookmarks = &bookmark_list(app)->bookmarks;

	if (row < bookmarks->count)
		ask_go_bookmark(app, &bookmarks->items[row]);
}

/* Takes the list anew from what is kept, with the mark at row `at` where there is one. */
static void bookmarks_read(struct app *app, struct bookmark_list *list,
                           size_t at)
{
	bookmarks_list(app->store, &list->bookmarks);
	list->menu.at =
		list->bookmarks.count
			? (size_t)smaller((int)at,
	                                  (int)list->bookmarks.count - 1)
			: 0;
}

/* The whole list stays as it was, for the one that is taken out of it. */
static void bookmark_delete(struct app *app, struct bookmark_list *list)
{
	size_t at = list->menu.at;

	if (!list->bookmarks.count)
		return;
	bookmarks_drop(app->store, list->bookmarks.items[at].id);
	bookmarks_release(&list->deleted);
	list->deleted = list->bookmarks;
	list->deleted.items[0] = list->deleted.items[at];
	list->deleted.count = 1;
	bookmarks_init(&list->bookmarks);
	bookmarks_read(app, list, at);
	app_say(app, _("The bookmark is deleted; {UNDO} brings it back"));
}

static void bookmark_undo(struct app *app, struct bookmark_list *list)
{
	if (!list->deleted.count) {
		app_say(app, "%s", _("No bookmark was deleted here"));
		return;
	}
	bookmarks_add(app->store, &list->deleted.items[0]);
	bookmarks_release(&list->deleted);
	bookmarks_read(app, list, 0);
	app_say(app, "%s", _("The bookmark is back"));
}

static bool view_bookmarks_act(struct app *app, enum command command)
{
	struct bookmark_list *list = bookmark_list(app);

	switch (command) {
	case COMMAND_DELETE:
		bookmark_delete(app, list);
		return true;
	case COMMAND_UNDO:
		bookmark_undo(app, list);
		return true;
	case COMMAND_EXPORT:
		if (list->bookmarks.count)
			ask_save_bookmarks(app);
		return true;
	default:
		return list->bookmarks.count &&
		       menu_act(app, &list->menu, list->bookmarks.count,
		                bookmark_choose, command);
	}
}

static void view_bookmarks_digit(struct app *app, size_t digit)
{
	bookmark_choose(app, digit - 1);
}

static bool view_bookmarks_click(struct app *app, int row, int col)
{
	return menu_click(&bookmark_list(app)->menu,
	                  bookmark_list(app)->bookmarks.count, row, col);
}

static void view_bookmarks_wheel(struct app *app, int rows, int row, int col)
{
	(void)row;
	(void)col;
	if (bookmark_list(app)->bookmarks.count)
		menu_wheel(&bookmark_list(app)->menu,
		           bookmark_list(app)->bookmarks.count, rows);
}

const struct view view_bookmarks = {
	.title = N_("Bookmarks"),
	.hints = {
		{ COMMAND_UP, COMMAND_DOWN, N_("choose"), NULL },
		{ COMMAND_OPEN, COMMAND_NONE, N_("go there"), NULL },
		{ COMMAND_BACK, COMMAND_NONE, N_("back"), NULL },
		{ COMMAND_EXPORT, COMMAND_NONE, N_("save"), NULL },
		{ COMMAND_DELETE, COMMAND_NONE, N_("delete"), NULL },
		{ COMMAND_HELP, COMMAND_NONE, N_("help"), NULL },
	},
	.draw = view_bookmarks_draw,
	.act = view_bookmarks_act,
	.click = view_bookmarks_click,
	.wheel = view_bookmarks_wheel,
	.digit = view_bookmarks_digit,
	.state_bytes = sizeof(struct bookmark_list),
	.enter = view_bookmarks_enter,
	.release = view_bookmarks_release,
};
