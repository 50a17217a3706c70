/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/sheet_view.h"

#include "base/num.h"

#include <limits.h>
#include <stdlib.h>

/* Lines that a screen forth shows again in another column. */
#define OVERLAP_LINES 2

/* How a command moves: `rows` counts lines, SCREEN and HALF screens. */
enum move {
	MOVE_NONE,
	MOVE_STEP,
	MOVE_SCREEN,
	MOVE_HALF,
	MOVE_BLOCK,
	MOVE_EDGE
};

static const struct {
	enum move move;
	int way; /* an enum sheet_step, or back (-1) and forth (1) */
} moves[COMMAND_COUNT] = {
	[COMMAND_UP] = { MOVE_STEP, STEP_UP },
	[COMMAND_DOWN] = { MOVE_STEP, STEP_DOWN },
	[COMMAND_LEFT] = { MOVE_STEP, STEP_LEFT },
	[COMMAND_RIGHT] = { MOVE_STEP, STEP_RIGHT },
	[COMMAND_SCREEN_DOWN] = { MOVE_SCREEN, 1 },
	[COMMAND_SCREEN_UP] = { MOVE_SCREEN, -1 },
	[COMMAND_HALF_DOWN] = { MOVE_HALF, 1 },
	[COMMAND_HALF_UP] = { MOVE_HALF, -1 },
	[COMMAND_NEXT_BLOCK] = { MOVE_BLOCK, 1 },
	[COMMAND_PREV_BLOCK] = { MOVE_BLOCK, -1 },
	[COMMAND_TOP] = { MOVE_EDGE, -1 },
	[COMMAND_END] = { MOVE_EDGE, 1 },
};

/* To the head of a column, of the next screen or of the same: columns are turned,
 * so that none is cut. */
static size_t turned(const struct sheet *sheet, size_t from, enum move move,
                     int way)
{
	const struct slug *slugs = sheet->slugs;
	const int rows = sheet->turn_rows;
	size_t to = from;

	while ((way > 0 ? to + 1 < sheet->slug_count : to > 0)) {
		size_t next = way > 0 ? to + 1 : to - 1;
		bool is_head =
			next == 0 ||
			(move == MOVE_HALF
		                 ? slugs[next].strip != slugs[next - 1].strip
		                 : slugs[next].row / rows !=
		                           slugs[next - 1].row / rows);

		to = next;
		if (is_head)
			return to;
	}
	return from;
}

/* Do slugs [first, last] stand below each other, or, of upright lines, beside each
 * other? */
static bool is_one_column(const struct sheet *sheet, size_t first, size_t last)
{
	for (size_t i = first; i < last; i++)
		if (sheet->upright
		            ? sheet->slugs[i + 1].row != sheet->slugs[i].row
		            : sheet->slugs[i + 1].row < sheet->slugs[i].row)
			return false;
	return true;
}

/* A screen down in the column of the cursor, but not past the column that line `next`, below
 * the window, stands in. */
static size_t screen_down(const struct sheet_view *view, size_t from,
                          size_t next)
{
	const struct slug *slugs = view->sheet.slugs;
	size_t to =
		sheet_leap(&view->sheet, from, sheet_view_screen_rows(view));

	while (to > next && slugs[to].strip != slugs[next].strip)
		to--;
	return to;
}

/* To the first line that has not been seen, with a few before it in its column; `from` when
 * all have been.  Where that is below the window, all of the window moves down. */
static size_t screen_forth(const struct sheet_view *view, size_t from)
{
	const struct sheet *sheet = &view->sheet;
	size_t next = sheet_view_seen(view, from) + 1, to = next;

	if (next == sheet->slug_count)
		return from;
	if (!sheet->upright && is_one_column(sheet, from, next) &&
	    sheet->slugs[next].row >= view->top_row + view->window_rows)
		return screen_down(view, from, next);
	while (to > from + 1 && next - to < OVERLAP_LINES &&
	       sheet->slugs[to - 1].strip == sheet->slugs[to].strip &&
	       is_one_column(sheet, to - 1, to))
		to--;
	return to;
}

static size_t target(const struct sheet_view *view, size_t from, enum move move,
                     int way)
{
	const struct sheet *sheet = &view->sheet;
	int screen_rows = sheet_view_screen_rows(view);

	if (sheet->turn_rows && (move == MOVE_SCREEN || move == MOVE_HALF))
		return turned(sheet, from, move, way);
	switch (move) {
	case MOVE_STEP:
		return sheet_step(sheet, from, (enum sheet_step)way);
	case MOVE_SCREEN:
		return way > 0 ? screen_forth(view, from)
		               : sheet_leap(sheet, from, -screen_rows);
	case MOVE_HALF:
		return sheet_leap(sheet, from, way * (screen_rows + 1) / 2);
	case MOVE_BLOCK:
		return sheet_block(sheet, from, way);
	case MOVE_EDGE:
		return way > 0 ? sheet->slug_count - 1 : 0;
	case MOVE_NONE:
		break;
	}
	return from;
}

/* Turns a screen: in its column the line of the cursor keeps its row on the screen, in
 * another one it stands at the top. */
static void turn(struct sheet_view *view, size_t from, size_t to)
{
	const struct slug *slugs = view->sheet.slugs;

	if (view->sheet.turn_rows)
		return;
	if (to > from && !is_one_column(&view->sheet, from, to))
		view->top_row = slugs[to].row;
	else
		view->top_row += slugs[to].row - slugs[from].row;
}

/* Does the move lead on, or back? */
static bool goes_forth(enum move move, int way)
{
	return move == MOVE_STEP ? way == STEP_DOWN || way == STEP_RIGHT
	                         : way > 0;
}

/* Where lines run downwards, the next one stands to the left. */
static enum command turned_command(const struct sheet_view *view,
                                   enum command command)
{
	if (!view->made || !view->sheet.upright)
		return command;
	return command == COMMAND_LEFT    ? COMMAND_DOWN
	       : command == COMMAND_RIGHT ? COMMAND_UP
	                                  : command;
}

enum sheet_moved sheet_view_move(struct sheet_view *view,
                                 struct reading *reading, enum command command)
{
	const enum move move = moves[turned_command(view, command)].move;
	const int way = moves[turned_command(view, command)].way;
	size_t from = sheet_view_focus(view, reading), to;

	if (move == MOVE_NONE)
		return SHEET_NOT_MINE;
	if (from == NPOS)
		return SHEET_MOVED;
	to = target(view, from, move, way);
	if (to == from && move != MOVE_EDGE)
		return goes_forth(move, way) ? SHEET_AT_END
		                             : SHEET_AT_BEGINNING;
	reading->place = (struct place){ view->sheet.slugs[to].passage,
		                         view->sheet.slugs[to].start };
	if (move == MOVE_SCREEN || move == MOVE_HALF)
		turn(view, from, to);
	return SHEET_MOVED;
}

/* Is the line in the window, and not so near to its edges that the window would follow it? */
static bool is_well_inside(const struct sheet_view *view,
                           const struct slug *slug)
{
	const int near_rows = sheet_view_near_rows(view);
	const int foot_row = view->top_row + view->window_rows;
	bool is_near_top = slug->row < view->top_row + near_rows;
	bool is_near_foot = slug->row + slug->rows > foot_row - near_rows;

	return sheet_view_has(view, slug) &&
	       !(is_near_top && view->top_row > 0) &&
	       !(is_near_foot && foot_row < view->sheet.rows);
}

/* The line well inside the window that is nearest to line `from`, in its column if any is
 * there; `from` where none is. */
static size_t nearest_inside(const struct sheet_view *view, size_t from)
{
	const struct slug *slugs = view->sheet.slugs;
	size_t best = from;
	int least = INT_MAX;

	for (size_t i = 0; i < view->sheet.slug_count; i++) {
		int far = abs(slugs[i].row - slugs[from].row);

		if (slugs[i].strip != slugs[from].strip)
			far += view->window_rows +
			       abs(slugs[i].col - slugs[from].col);
		if (far < least && is_well_inside(view, &slugs[i])) {
			least = far;
			best = i;
		}
	}
	return best;
}

static enum sheet_moved step_lines(struct sheet_view *view,
                                   struct reading *reading, int lines)
{
	enum sheet_moved moved = SHEET_MOVED;

	for (int i = abs(lines); i > 0 && moved == SHEET_MOVED; i--)
		moved = sheet_view_move(view, reading,
		                        lines > 0 ? COMMAND_DOWN : COMMAND_UP);
	return moved;
}

enum sheet_moved sheet_view_wheel(struct sheet_view *view,
                                  struct reading *reading, int rows)
{
	const struct sheet *sheet = &view->sheet;
	const size_t from = sheet_view_focus(view, reading);
	size_t to;
	int top_row;

	if (from == NPOS)
		return SHEET_MOVED;
	top_row = larger(0, smaller(view->top_row + rows,
	                            sheet->rows - view->window_rows));
	if (sheet->turn_rows || sheet->upright || top_row == view->top_row)
		return step_lines(view, reading, rows);
	view->top_row = top_row;
	to = is_well_inside(view, &sheet->slugs[from])
	             ? from
	             : nearest_inside(view, from);
	if (to != from)
		reading->place = (struct place){ sheet->slugs[to].passage,
			                         sheet->slugs[to].start };
	return SHEET_MOVED;
}
