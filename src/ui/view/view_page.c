/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/view.h"

#include "layout/facsimile.h"
#include "layout/page_layout.h"
#include "layout/vertical.h"
#include "load/pictures.h"
#include "session/session.h"
#include "ui/loading.h"
#include "ui/view/reading_end.h"

static void view_page_make(struct sheet *sheet, const struct reading *reading,
                           const struct sheet_wish *wish)
{
	const struct vertical_style upright = { wish->rows, wish->cols,
		                                reading->ambiguous_cols,
		                                reading->settings->breaks };

	const struct facsimile_window window = { wish->rows, wish->cols,
		                                 reading->ambiguous_cols,
		                                 wish->shows_pictures };

	if ((!wish->upright ||
	     issue_page_is_vertical(reading->issue, wish->subject)) &&
	    facsimile_page(sheet, reading->issue, wish->subject, &window))
		return;
	if (wish->upright)
		vertical_page(sheet, reading->issue, wish->subject, &upright);
	else
		page_layout(sheet, reading->issue, wish->subject,
		            &(struct page_window){ wish->rows, wish->cols,
		                                   reading->ambiguous_cols });
}

/* Are the pictures of the page known or to be read, and can the terminal show them? */
static bool view_page_shows_pictures(const struct app *app, size_t page)
{
	const struct page *of = &app->document->reading.issue->pages[page];
	const struct loader *loader = app->document->session->loader;
	bool any = false;

	for (size_t i = 0; i < of->mark_count; i++)
		any = any || of->marks[i].kind == MARK_PICTURE;
	return any && canvas_has_blocks(&app->canvas) &&
	       app->settings.pictures != PICTURES_FRAME &&
	       pictures_may_come(loader, page);
}

/* Sets the page, unless that very sheet is made already.  Beside a list or alone, it likes the
 * width that it liked when it was first set in a window of that height: otherwise the list could
 * come and go with each screen. */
static void view_page_set(struct sheet_view *view,
                          const struct reading *reading, struct sheet_wish wish)
{
	bool liked = view->made && view->made_for.subject == wish.subject &&
	             view->made_for.rows == wish.rows &&
	             view->made_for.upright == wish.upright;
	int natural_cols = view->sheet.natural_cols;

	sheet_view_make(view, reading, wish, view_page_make);
	if (liked)
		view->sheet.natural_cols = natural_cols;
}

/* A page that stands whole in an area is in the middle of it; one below which there is more
 * begins at its left edge. */
static struct area view_page_area(const struct sheet *sheet, struct area area)
{
	const int cols = sheet->cols + SHEET_VIEW_MARGIN_COLS;

	if (sheet->rows > area.rows || cols >= area.cols)
		return area;
	area.col += (area.cols - cols) / 2;
	area.cols = cols;
	return area;
}

static void view_page_draw(struct app *app, struct area area)
{
	size_t page = reading_page(&app->document->reading);
	bool shows_pictures;

	app->document->page.doubts_of = NPOS;
	app->document->page.room = area;
	if (page == NPOS) {
		canvas_text(&app->canvas, area, area.rows / 2, 2,
		            str_from(loading_goes_on(app)
		                             ? _("The first page is being "
		                                 "read…")
		                             : _("There is no text in this "
		                                 "issue.")),
		            STYLE_TEXT);
		return;
	}
	shows_pictures = view_page_shows_pictures(app, page);
	app->document->page.pictures =
		shows_pictures
			? pictures_of_page(&app->document->pictures, page)
			: NULL;
	view_page_set(&app->document->page, &app->document->reading,
	              (struct sheet_wish){ .subject = page,
	                                   .rows = area.rows,
	                                   .cols = area.cols,
	                                   .upright = app->document->upright,
	                                   .shows_pictures = shows_pictures });
	sheet_view_draw(&app->document->page, &app->document->reading,
	                &app->canvas,
	                view_page_area(&app->document->page.sheet, area));
}

static bool view_page_act(struct app *app, enum command command)
{
	const enum sheet_moved moved = sheet_view_move(
		&app->document->page, &app->document->reading, command);

	if (moved == SHEET_AT_END || moved == SHEET_AT_BEGINNING)
		reading_end_page(app, command, moved);
	return moved != SHEET_NOT_MINE;
}

static bool view_page_click(struct app *app, int row, int col)
{
	return sheet_view_click(&app->document->page, &app->document->reading,
	                        row, col);
}

static void view_page_wheel(struct app *app, int rows, int row, int col)
{
	const enum sheet_moved moved = sheet_view_wheel(
		&app->document->page, &app->document->reading, rows);

	(void)row;
	(void)col;
	if (moved == SHEET_AT_END || moved == SHEET_AT_BEGINNING)
		reading_end_page(app, rows > 0 ? COMMAND_DOWN : COMMAND_UP,
		                 moved);
}

static void view_page_add_progress(struct buf *out, struct app *app)
{
	if (reading_page(&app->document->reading) != NPOS)
		buf_addf(out, "%d%%",
		         sheet_view_percent(&app->document->page,
		                            &app->document->reading));
}

static void view_page_go_percent(struct app *app, int percent)
{
	sheet_view_go_percent(&app->document->page, &app->document->reading,
	                      percent);
}

const struct view view_page = {
	.title = N_("Page"),
	.hints = {
		{ COMMAND_LEFT, COMMAND_RIGHT, N_("column"), N_("line") },
		{ COMMAND_OPEN, COMMAND_NONE, N_("read"), NULL },
		{ COMMAND_PREV_PAGE, COMMAND_NEXT_PAGE, N_("page"), NULL },
		{ COMMAND_MENU, COMMAND_NONE, N_("menu"), NULL },
		{ COMMAND_HELP, COMMAND_NONE, N_("help"), NULL },
		{ COMMAND_LIST, COMMAND_NONE, N_("list"), NULL },
		{ COMMAND_SEARCH, COMMAND_NONE, N_("search"), NULL },
		{ COMMAND_EXPORT, COMMAND_NONE, N_("save"), NULL },
		{ COMMAND_CLOSE, COMMAND_NONE, N_("leave"), NULL },
		{ COMMAND_UP, COMMAND_DOWN, N_("line"), "" },
	},
	.draw = view_page_draw,
	.act = view_page_act,
	.click = view_page_click,
	.wheel = view_page_wheel,
	.add_progress = view_page_add_progress,
	.go_percent = view_page_go_percent,
};
