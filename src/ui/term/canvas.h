/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_CANVAS_H
#define UI_TERM_CANVAS_H

#include "base/str.h"
#include "issue/issue.h"
#include "text/glyph.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * A grid of cells that views draw on and a terminal shows.  Drawing is clipped to an
 * area; a character of two cells is on the canvas whole or not at all.  All text is
 * split into glyphs (text/glyph.h), which are safe to send to a terminal.
 */

/* What a cell means; the terminal decides how it looks. */
enum style {
	STYLE_TEXT,
	STYLE_BAR,     /* the line at the top */
	STYLE_HINT,    /* the line at the foot */
	STYLE_KEY,     /* a key in it */
	STYLE_MARK,    /* the mark of the cursor, ▸ */
	STYLE_HEAD,    /* a headline */
	STYLE_SUBHEAD, /* a small head inside the text */
	STYLE_SMALL,   /* kicker, byline, numbers beside a headline */
	STYLE_QUOTE,   /* a pull quote */
	STYLE_JUMP,    /* a link to another page */
	STYLE_RULE,    /* rules between columns and articles */
	STYLE_FOCUS,   /* the words that the cursor chooses */
	STYLE_HIT,     /* a hit of the search */
	STYLE_HERE,    /* the current hit */
	STYLE_ESCAPE,  /* an escape for a character that must not be drawn */
	STYLE_ERROR,
	STYLE_PICTURE, /* two colours of its own; none of a theme */
	STYLE_COUNT
};

/* A base and at most four marks. */
#define CELL_BYTES 24

struct cell {
	char text[CELL_BYTES]; /* "" is the right half of the cell before */
	enum style style;
	uint32_t upper_rgb, lower_rgb; /* of STYLE_PICTURE: of its halves */
};

/* Is nothing drawn in the cell, as canvas_reset() leaves it? */
static inline bool cell_is_blank(const struct cell *cell)
{
	return cell->style == STYLE_TEXT && cell->text[0] == ' ' &&
	       !cell->text[1];
}

struct area {
	int row, col, rows, cols;
};

struct canvas {
	struct cell *cells; /* owned; rows * cols */
	size_t cell_cap;
	int rows, cols;
	int ambiguous_cols;
	int colours; /* of the terminal; 0: none, or it is not known */
	int cursor_row, cursor_col; /* of the terminal's cursor */
	bool shows_cursor;          /* text is edited there */
};

void canvas_init(struct canvas *canvas, int ambiguous_cols);
void canvas_release(struct canvas *canvas);

/* Makes all cells blank, rows x cols of them (each >= 1), with the cursor at the top
 * left. */
void canvas_reset(struct canvas *canvas, int rows, int cols);

/* Is the cell of the screen in the area? */
bool area_has(struct area area, int row, int col);

struct area canvas_area(const struct canvas *canvas);
const struct cell *canvas_cell(const struct canvas *canvas, int row, int col);

/* Below, rows and columns count from the top left of the area and may lie outside. */

/* Is the cell in the area, and on the canvas? */
bool canvas_is_inside(const struct canvas *canvas, struct area area, int row,
                      int col);

/* Draws one glyph of `text`; blanks where only a part of the glyph is inside. */
void canvas_glyph(struct canvas *canvas, struct area area, int row, int col,
                  struct str text, const struct glyph *glyph, enum style style);

/* Draws bytes [bytes.start, bytes.end) of `text`; returns the cells it takes,
 * whether inside or not. */
int canvas_range(struct canvas *canvas, struct area area, int row, int col,
                 struct str text, struct range bytes, enum style style);

/* Draws a whole text, whatever its source; returns the cells it takes. */
int canvas_text(struct canvas *canvas, struct area area, int row, int col,
                struct str text, enum style style);

/* Draws a text in at most `cols` cells; a longer text ends in ….  Returns the cells it
 * takes. */
int canvas_fit(struct canvas *canvas, struct area area, int row, int col,
               int cols, struct str text, enum style style);

/* Can a terminal of so few colours, or with such box characters, show blocks? */
bool canvas_has_blocks(const struct canvas *canvas);

/* Draws a cell whose upper and lower half have a colour each, 0xrrggbb. */
void canvas_block(struct canvas *canvas, struct area area, int row, int col,
                  uint32_t upper_rgb, uint32_t lower_rgb);

/* Makes cells [col, col + cols) blank, in a style. */
void canvas_fill(struct canvas *canvas, struct area area, int row, int col,
                 int cols, enum style style);

/* Puts the terminal's cursor at a cell.  It is hidden, where the terminal can do that;
 * what follows it, as a screen reader does, finds the cell all the same. */
void canvas_cursor(struct canvas *canvas, struct area area, int row, int col);

/* The same, and shows it: text is edited there. */
void canvas_edit_cursor(struct canvas *canvas, struct area area, int row,
                        int col);

#endif
