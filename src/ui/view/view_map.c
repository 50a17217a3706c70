/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/i18n.h"
#include "base/num.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "layout/facsimile_boxes.h"
#include "layout/page_layout.h"
#include "layout/sheet.h"
#include "text/wrap.h"
#include "ui/view/focus_mark.h"
#include "ui/view/highlight.h"
#include "ui/view/map_rows.h"
#include "ui/view/outline.h"
#include "ui/view/view.h"

#include <limits.h>
#include <stdlib.h>

#define FRAME_ROWS 3 /* a box that is lower has no frame */
#define FRAME_COLS 6
#define SIGHT_COLS 1 /* where the rows that are in sight are marked */

#define LEGEND_FROM_ROWS 16 /* a lower map has no room for a legend */

/* What the map keeps. */
struct map_state {
	struct area drawn; /* where it was drawn last */
};

/* The page in small. */
struct map {
	struct app *app;
	struct sheet sheet;
	struct area area; /* of the boxes */
	struct map_rows rows;
};

/* Where the page view has set this page, the map is of that very sheet. */
static struct page_window map_window(const struct app *app, size_t page)
{
	const struct sheet_view *view = &app->document->page;
	const int ambiguous_cols = app->document->reading.ambiguous_cols;

	if (view->made && view->made_for.subject == page &&
	    !view->made_for.upright)
		return (struct page_window){ view->made_for.rows,
			                     view->made_for.cols,
			                     ambiguous_cols };
	return (struct page_window){ app->canvas.rows, app->canvas.cols,
		                     ambiguous_cols };
}

static int scaled(int at, int of, int to)
{
	return of > 0 ? (int)((long)at * to / of) : 0;
}

static bool map_init(struct map *map, struct app *app, struct area area)
{
	size_t page = reading_page(&app->document->reading);
	struct page_window window;

	if (page == NPOS)
		return false;
	*map = (struct map){ .app = app, .area = area };
	window = map_window(app, page);
	if (!facsimile_boxes(&map->sheet, app->document->reading.issue, page))
		page_layout(&map->sheet, app->document->reading.issue, page,
		            &window);
	map->area.col += SIGHT_COLS;
	map->area.cols = larger(1, area.cols - SIGHT_COLS);
	map_rows_init(&map->rows, &map->sheet, area.rows);
	return true;
}

static void map_release(struct map *map)
{
	map_rows_release(&map->rows);
	sheet_release(&map->sheet);
}

/* The room of a box on the map; neighbours share an edge. */
static struct area room_of(const struct map *map, const struct box *box)
{
	const struct sheet *sheet = &map->sheet;
	int row = map_rows_at(&map->rows, box->row);
	int col = scaled(box->col, sheet->cols, map->area.cols);
	int end_row = map_rows_at(&map->rows, box->row + box->rows);
	int end_col = scaled(box->col + box->cols, sheet->cols, map->area.cols);

	return (struct area){ map->area.row + row, map->area.col + col,
		              larger(1, end_row - row),
		              larger(1, end_col - col) };
}

/* "4 石景山区召开…", in as many rows as there are; the number alone where the article has
 * had a box before. */
static void draw_headline(struct app *app, struct area room, size_t article,
                          bool again)
{
	const struct issue *issue = app->document->reading.issue;
	bool here = reading_article(&app->document->reading) ==
	            parts_whole(issue, article);
	enum style style = here ? STYLE_FOCUS : STYLE_TEXT;
	struct buf text;
	struct wrap wrap;
	int row = 0;

	buf_init(&text);
	buf_addf(&text, "%zu ", article + 1);
	if (!again)
		buf_add(&text, issue->articles[article].headline);
	wrap_init(&wrap, buf_str(&text), app->canvas.ambiguous_cols,
	          WRAP_BASIC);
	for (size_t at = 0; at < text.len && row < room.rows; row++) {
		struct wrap_line line = wrap_line(&wrap, at, room.cols, 0);
		struct str rest = str_slice(wrap.text, at, wrap.text.len);

		if (row + 1 == room.rows && line.next < text.len)
			canvas_fit(&app->canvas, room, row, 0, room.cols, rest,
			           style);
		else
			canvas_range(&app->canvas, room, row, 0, wrap.text,
			             (struct range){ line.start, line.end },
			             style);
		at = line.next;
	}
	if (here) /* on the frame, if the box has one */
		focus_mark_draw(&app->canvas, canvas_area(&app->canvas),
		                room.row, larger(room.col - 1, 0));
	wrap_release(&wrap);
	buf_release(&text);
}

static void draw_box(const struct map *map, const struct box *box)
{
	struct area room = room_of(map, box);
	bool again = false;

	for (const struct box *before = map->sheet.boxes; before < box;
	     before++)
		again = again || before->article == box->article;

	if (room.rows >= FRAME_ROWS && room.cols >= FRAME_COLS) {
		outline_draw(&map->app->canvas, room,
		             (struct area){ 0, 0, room.rows, room.cols });
		room = (struct area){ room.row + 1, room.col + 1, room.rows - 2,
			              room.cols - 2 };
	}
	draw_headline(map->app, room, box->article, again);
}

/* Has the page view shown this page? */
static bool has_sight(const struct app *app)
{
	const struct sheet_view *view = &app->document->page;

	return view->made &&
	       view->made_for.subject == reading_page(&app->document->reading);
}

/* Marks the rows of the page that the page view shows. */
static void draw_sight(const struct map *map)
{
	const struct sheet_view *view = &map->app->document->page;
	struct area margin = map->area;
	int from, to;

	if (!has_sight(map->app))
		return;
	margin.col -= SIGHT_COLS;
	margin.cols = SIGHT_COLS;
	from = scaled(view->top_row, view->sheet.rows, margin.rows);
	to = scaled(view->top_row + view->window_rows, view->sheet.rows,
	            margin.rows);
	for (int row = from; row <= to && row < margin.rows; row++)
		canvas_text(&map->app->canvas, margin, row, 0, STR("#"),
		            STYLE_KEY);
}

/* The box of the article of the cursor, or the first box. */
static const struct box *box_here(const struct map *map)
{
	size_t here = reading_part(&map->app->document->reading);

	for (size_t i = 0; i < map->sheet.box_count; i++)
		if (parts_whole(map->sheet.issue,
		                map->sheet.boxes[i].article) == here)
			return &map->sheet.boxes[i];
	return map->sheet.boxes;
}

/* Says in the last row what the marks at the left are; returns the rows for the map. */
static int draw_legend(struct app *app, struct area area)
{
	if (area.rows < LEGEND_FROM_ROWS || !has_sight(app))
		return area.rows;
	canvas_fit(&app->canvas, area, area.rows - 1, 0, area.cols,
	           str_from(_("# what the page view shows")), STYLE_SMALL);
	return area.rows - 1;
}

static void view_map_draw(struct app *app, struct area area)
{
	struct map_state *state = view_state(app, VIEW_MAP);
	struct map map;

	area.rows = draw_legend(app, area);
	state->drawn = area;
	if (!map_init(&map, app, area))
		return;
	/* The one of the cursor last, as some may share a row. */
	for (size_t i = 0; i < map.sheet.box_count; i++)
		draw_box(&map, &map.sheet.boxes[i]);
	if (map.sheet.box_count)
		draw_box(&map, box_here(&map));
	draw_sight(&map);
	map_release(&map);
}

/* The distance from a box to another one in the direction `way`; INT_MAX when that lies
 * in another direction. */
static int view_map_distance(const struct box *from, const struct box *to,
                             enum command way)
{
	bool sideways = way == COMMAND_LEFT || way == COMMAND_RIGHT;
	bool back = way == COMMAND_LEFT || way == COMMAND_UP;
	const struct box *first = back ? to : from, *last = back ? from : to;
	int gap = sideways ? last->col - (first->col + first->cols)
	                   : last->row - (first->row + first->rows);
	int aside =
		sideways ? abs(from->row - to->row) : abs(from->col - to->col);

	return gap < 0 || from->article == to->article ? INT_MAX
	                                               : gap + 2 * aside;
}

/* The box in the direction `way` that is nearest to a box of the article `here`; NULL:
 * none is there. */
static const struct box *box_beside(const struct map *map, size_t here,
                                    enum command way)
{
	const struct sheet *sheet = &map->sheet;
	const struct box *best = NULL;
	int least = INT_MAX;

	for (size_t i = 0; i < sheet->box_count; i++)
		for (size_t j = 0;
		     sheet->boxes[i].article == here && j < sheet->box_count;
		     j++) {
			int far = view_map_distance(&sheet->boxes[i],
			                            &sheet->boxes[j], way);

			if (far < least)
				best = &sheet->boxes[j];
			least = smaller(least, far);
		}
	return best;
}

static void go(struct app *app, enum command way)
{
	const struct box *best;
	struct map map;

	if (!map_init(&map, app, (struct area){ 0, 0, 1, 2 }))
		return;
	if (map.sheet.box_count) {
		best = box_beside(&map, box_here(&map)->article, way);
		if (best)
			reading_go_article(&app->document->reading,
			                   best->article);
	}
	map_release(&map);
}

static bool view_map_act(struct app *app, enum command command)
{
	switch (command) {
	case COMMAND_UP:
	case COMMAND_DOWN:
	case COMMAND_LEFT:
	case COMMAND_RIGHT:
		go(app, command);
		return true;
	case COMMAND_OPEN:
		app_show(app, VIEW_PAGE);
		return true;
	default:
		return false;
	}
}

/* The box that was drawn last at the cell, as it lies above the others; NULL: none is there. */
static const struct box *box_at(const struct map *map, int row, int col)
{
	const struct box *here = map->sheet.box_count ? box_here(map) : NULL;
	const struct box *found = NULL;

	for (size_t i = 0; i < map->sheet.box_count; i++)
		if (area_has(room_of(map, &map->sheet.boxes[i]), row, col))
			found = &map->sheet.boxes[i];
	return here && area_has(room_of(map, here), row, col) ? here : found;
}

static bool view_map_click(struct app *app, int row, int col)
{
	const struct reading *reading = &app->document->reading;
	const struct map_state *state = view_state(app, VIEW_MAP);
	const size_t before = reading_part(reading);
	const struct box *box;
	struct map map;
	bool again = false;

	if (!map_init(&map, app, state->drawn))
		return false;
	box = box_at(&map, row, col);
	if (box) {
		again = before == parts_whole(reading->issue, box->article);
		if (!again)
			reading_go_article(&app->document->reading,
			                   box->article);
	}
	map_release(&map);
	return again;
}

/* All of the page is seen: the wheel goes to the next article, or back. */
static void view_map_wheel(struct app *app, int rows, int row, int col)
{
	(void)row;
	(void)col;
	go(app, rows > 0 ? COMMAND_DOWN : COMMAND_UP);
}

const struct view view_map = {
	.title = N_("Map"),
	.hints = {
		{ COMMAND_UP, COMMAND_DOWN, N_("choose"), NULL },
		{ COMMAND_OPEN, COMMAND_NONE, N_("go there"), NULL },
		{ COMMAND_BACK, COMMAND_NONE, N_("back"), NULL },
		{ COMMAND_PREV_PAGE, COMMAND_NEXT_PAGE, N_("page"), NULL },
		{ COMMAND_HELP, COMMAND_NONE, N_("help"), NULL },
	},
	.draw = view_map_draw,
	.act = view_map_act,
	.click = view_map_click,
	.wheel = view_map_wheel,
	.state_bytes = sizeof(struct map_state),
};
