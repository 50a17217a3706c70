/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include "text/glyph.h"

#include <stdlib.h>

struct picture {
	VTermScreen *screen;
	int cols;
};

static VTermScreenCell cell_at(const struct picture *picture, int row, int col)
{
	VTermScreenCell cell = { .width = 1 };

	if (col < picture->cols)
		vterm_screen_get_cell(picture->screen, (VTermPos){ row, col },
		                      &cell);
	if (cell.width < 1)
		cell.width = 1;
	return cell;
}

static void add_cells(const struct picture *picture, struct buf *out, int row,
                      int from, int to)
{
	while (from < to) {
		VTermScreenCell cell = cell_at(picture, row, from);

		if (!cell.chars[0])
			buf_add_byte(out, ' ');
		else if (cell.chars[0] == (uint32_t)-1)
			buf_add_c(out, "¤"); /* half of a torn character */
		else
			for (int i = 0;
			     i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
				buf_add_uc(out, cell.chars[i]);
		from += cell.width;
	}
}

/* Is it a rule in the colour of a theme (ui/term/theme.c)?  Nothing is said of these, as
 * half of all runs would be rules. */
static bool is_usual_rule(const VTermScreenCell *cell)
{
	return cell->chars[0] >= 0x2500 && cell->chars[0] < 0x2580 &&
	       VTERM_COLOR_IS_INDEXED(&cell->fg) &&
	       (cell->fg.indexed.idx == 243 || cell->fg.indexed.idx == 245);
}

static void add_attributes(struct buf *out, const VTermScreenCell *cell)
{
	if (cell->attrs.bold)
		buf_add_c(out, " bold");
	if (cell->attrs.underline)
		buf_add_c(out, " underline");
	if (cell->attrs.reverse)
		buf_add_c(out, " reverse");
	if (!VTERM_COLOR_IS_DEFAULT_FG(&cell->fg) && !is_usual_rule(cell) &&
	    VTERM_COLOR_IS_INDEXED(&cell->fg))
		buf_addf(out, " fg%d", cell->fg.indexed.idx);
	if (!VTERM_COLOR_IS_DEFAULT_BG(&cell->bg) &&
	    VTERM_COLOR_IS_INDEXED(&cell->bg))
		buf_addf(out, " bg%d", cell->bg.indexed.idx);
}

/* One line a run of cells with the same attributes. */
static void add_runs(const struct picture *picture, struct buf *out, int row)
{
	struct buf here, before;
	int from = 0;

	buf_init(&here);
	buf_init(&before);
	for (int col = 0; col <= picture->cols;) {
		VTermScreenCell cell = cell_at(picture, row, col);

		buf_clear(&here);
		if (col < picture->cols)
			add_attributes(&here, &cell);
		if (!str_equal(buf_str(&here), buf_str(&before))) {
			if (before.len) {
				buf_addf(out, "^ %d-%d%s \"", from, col - 1,
				         before.ptr);
				add_cells(picture, out, row, from, col);
				buf_add_c(out, "\"\n");
			}
			from = col;
			buf_clear(&before);
			buf_add(&before, buf_str(&here));
		}
		col += cell.width;
	}
	buf_release(&here);
	buf_release(&before);
}

void picture_add_row(struct buf *out, VTermScreen *screen, int row, int cols)
{
	const struct picture picture = { screen, cols };

	buf_add_byte(out, '|');
	add_cells(&picture, out, row, 0, cols);
	buf_add_c(out, "|\n");
	add_runs(&picture, out, row);
}

/* The words of a run, each with its own cells. */
static void add_words(struct buf *out, int col, struct str attributes,
                      struct str text)
{
	size_t end;

	for (size_t at = 0; at < text.len; at = end) {
		struct glyph glyph = glyph_next(text, at, 1);
		int from_col = col;

		end = glyph.end;
		col += glyph.cols;
		if (text.ptr[at] == ' ')
			continue;
		while (end < text.len && text.ptr[end] != ' ') {
			glyph = glyph_next(text, end, 1);
			col += glyph.cols;
			end = glyph.end;
		}
		buf_addf(out, "^ %d-%d", from_col, col - 1);
		buf_add(out, attributes);
		buf_add(out, str_slice(text, at, end));
		buf_add_c(out, "\"\n");
	}
}

/* Appends a line of a picture as a person sees it: what is bold or coloured on empty
 * cells is not seen; a line, another background and a cell reversed are. */
static void add_seen(struct buf *out, struct str line)
{
	size_t dash = str_find(line, STR("-"), 0),
	       space = str_find(line, STR(" "), 2),
	       quote = str_find(line, STR("\""), 0);

	if (!str_starts(line, STR("^ ")) || dash == NPOS || space == NPOS ||
	    quote == NPOS || quote + 2 > line.len ||
	    str_find(str_slice(line, 0, quote), STR("underline"), 0) != NPOS ||
	    str_find(str_slice(line, 0, quote), STR("reverse"), 0) != NPOS ||
	    str_find(str_slice(line, 0, quote), STR(" bg"), 0) != NPOS) {
		buf_add(out, line);
		return;
	}
	add_words(out, atoi(line.ptr + 2), str_slice(line, space, quote + 1),
	          str_slice(line, quote + 1, line.len - 2));
}

static void add_all_seen(struct buf *out, struct str picture)
{
	for (size_t at = 0, end; at < picture.len; at = end) {
		end = str_find(picture, STR("\n"), at);
		end = end == NPOS ? picture.len : end + 1;
		add_seen(out, str_slice(picture, at, end));
	}
}

bool pictures_look_alike(struct str one, struct str other)
{
	struct buf left, right;
	bool alike;

	if (str_equal(one, other))
		return true;
	buf_init(&left);
	buf_init(&right);
	add_all_seen(&left, one);
	add_all_seen(&right, other);
	alike = str_equal(buf_str(&left), buf_str(&right));
	buf_release(&left);
	buf_release(&right);
	return alike;
}
