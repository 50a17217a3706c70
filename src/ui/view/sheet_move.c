/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/sheet_view.h"

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
		return sheet_leap(sheet, from, way * screen_rows);
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

/* Turns a screen: the line of the cursor keeps its row on the screen. */
static void turn(struct sheet_view *view, size_t from, size_t to)
{
	if (view->sheet.turn_rows)
		return;
	view->top_row +=
		view->sheet.slugs[to].row - view->sheet.slugs[from].row;
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

bool sheet_view_move(struct sheet_view *view, struct reading *reading,
                     enum command command)
{
	size_t from = sheet_view_focus(view, reading), to;

	command = turned_command(view, command);
	if (moves[command].move == MOVE_NONE)
		return false;
	if (from == NPOS)
		return true;
	to = target(view, from, moves[command].move, moves[command].way);
	reading->place = (struct place){ view->sheet.slugs[to].passage,
		                         view->sheet.slugs[to].start };
	if (moves[command].move == MOVE_SCREEN ||
	    moves[command].move == MOVE_HALF)
		turn(view, from, to);
	return true;
}
