/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

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

static void add_attributes(struct buf *out, const VTermScreenCell *cell)
{
	if (cell->attrs.bold)
		buf_add_c(out, " bold");
	if (cell->attrs.underline)
		buf_add_c(out, " underline");
	if (cell->attrs.reverse)
		buf_add_c(out, " reverse");
	if (!VTERM_COLOR_IS_DEFAULT_FG(&cell->fg) &&
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

void picture_add(struct buf *out, VTermScreen *screen, int rows, int cols)
{
	const struct picture picture = { screen, cols };

	for (int row = 0; row < rows; row++) {
		buf_add_byte(out, '|');
		add_cells(&picture, out, row, 0, cols);
		buf_add_c(out, "|\n");
		add_runs(&picture, out, row);
	}
}
