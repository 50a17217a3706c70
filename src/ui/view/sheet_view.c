/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/view/sheet_view.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "ui/view/doubt_marks.h"
#include "ui/view/highlight.h"
#include "ui/view/outline.h"

#include <limits.h>

#define MARGIN_COLS 1 /* where the line of the cursor is marked */
#define NEAR_ROWS   2 /* rows kept in sight beyond that line */
#define NEAR_COLS   3 /* and beside an upright one */
#define FAR_ROWS    2 /* a line so far out of sight is jumped to, */
#define LAND_SHARE  5 /* and stands one part in so many below the top */

static const enum style style_of[ROLE_COUNT] = {
	[ROLE_KICKER] = STYLE_SMALL, [ROLE_HEAD] = STYLE_HEAD,
	[ROLE_DECK] = STYLE_SMALL,   [ROLE_BYLINE] = STYLE_SMALL,
	[ROLE_SUBHEAD] = STYLE_HEAD, [ROLE_CAPTION] = STYLE_SMALL,
	[ROLE_NOTE] = STYLE_SMALL,   [ROLE_QUOTE] = STYLE_QUOTE,
	[ROLE_JUMP] = STYLE_JUMP,    [ROLE_MASTHEAD] = STYLE_SMALL,
	[ROLE_FOLIO] = STYLE_SMALL,  [ROLE_EDITION_DATE] = STYLE_SMALL,
	[ROLE_EDITOR] = STYLE_SMALL, [ROLE_FURNITURE] = STYLE_SMALL,
};

void sheet_view_release(struct sheet_view *view)
{
	if (view->made)
		sheet_release(&view->sheet);
	view->made = false;
}

static bool is_made(const struct sheet_view *view, struct sheet_wish wish,
                    int ambiguous_cols)
{
	return view->made && view->made_for.subject == wish.subject &&
	       view->made_for.rows == wish.rows &&
	       view->made_for.cols == wish.cols &&
	       view->made_for.columns == wish.columns &&
	       view->made_for.upright == wish.upright &&
	       view->made_for.last_part == wish.last_part &&
	       view->sheet.ambiguous_cols == ambiguous_cols;
}

void sheet_view_make(struct sheet_view *view, const struct reading *reading,
                     struct sheet_wish wish,
                     void (*make)(struct sheet *sheet,
                                  const struct reading *reading,
                                  const struct sheet_wish *wish))
{
	if (wish.cols > MARGIN_COLS)
		wish.cols -= MARGIN_COLS;
	if (is_made(view, wish, reading->ambiguous_cols))
		return;
	/* An article that has grown stays where it is. */
	if (!view->made || view->made_for.last_part == wish.last_part ||
	    view->made_for.subject != wish.subject)
		view->top_row = view->left_col = 0;
	sheet_view_release(view);
	make(&view->sheet, reading, &wish);
	view->made = true;
	view->made_for = wish;
}

size_t sheet_view_focus(const struct sheet_view *view,
                        const struct reading *reading)
{
	size_t focus;

	if (!view->made || !view->sheet.slug_count)
		return NPOS;
	focus = sheet_find(&view->sheet, reading->place.passage,
	                   reading->place.at);
	return focus == NPOS ? 0 : focus;
}

/* Left edges at which a window may begin: of the columns, and of the sheet. */
static int column_edge(const struct sheet *sheet, int from_col, int right_col,
                       int cols)
{
	int edge = right_col > from_col + cols ? right_col - cols : from_col;
	int best = -1;

	for (size_t i = 0; i < sheet->strip_count; i++) {
		const struct strip *strip = &sheet->strips[i];

		if (strip->is_column && strip->col >= edge &&
		    (best < 0 || strip->col < best))
			best = strip->col;
	}
	return best < 0 ? edge : best;
}

/* What is seen in `cols` of the room in which a line may slide. */
struct sight {
	int left, right;
};

static struct sight sight_of(const struct sheet_view *view,
                             const struct slug *slug, int cols)
{
	int left = slug->room_col, right = slug->room_col + slug->room_cols;

	return (struct sight){ left > view->left_col ? left : view->left_col,
		               right < view->left_col + cols
		                       ? right
		                       : view->left_col + cols };
}

/* Upright lines follow each other to the left: a line that comes into the window stands at
 * the side where the next ones are not. */
static void follow_upright(struct sheet_view *view, const struct slug *slug)
{
	int last_left = view->sheet.cols - view->window_cols;

	if (slug->col < view->left_col ||
	    slug->col + slug->cols > view->left_col + view->window_cols)
		view->left_col =
			slug->col + slug->cols + NEAR_COLS - view->window_cols;
	if (view->left_col > last_left)
		view->left_col = last_left;
	if (view->left_col < 0)
		view->left_col = 0;
}

static void follow_sideways(struct sheet_view *view, const struct slug *slug)
{
	const struct strip *strip = &view->sheet.strips[slug->strip];
	int right = strip->col + strip->cols;

	if (view->sheet.cols <= view->window_cols) {
		view->left_col = 0;
	} else if (slug->room_cols) {
		const struct sight sight =
			sight_of(view, slug, view->window_cols);

		if (sight.right - sight.left < slug->cols)
			view->left_col = slug->room_col;
	} else if (slug->upright) {
		follow_upright(view, slug);
	} else {
		if (right > view->left_col + view->window_cols)
			view->left_col =
				column_edge(&view->sheet, view->left_col, right,
			                    view->window_cols);
		if (view->left_col > strip->col)
			view->left_col = strip->col;
	}
}

/* Is the line so far out of sight that the cursor did not come there line by line? */
static bool is_far(const struct sheet_view *view, const struct slug *slug)
{
	int foot_row = view->top_row + view->window_rows;

	return slug->row + FAR_ROWS < view->top_row ||
	       slug->row >= foot_row + FAR_ROWS;
}

static void sheet_view_follow(struct sheet_view *view, const struct slug *slug)
{
	int near_rows = view->window_rows > 3 * NEAR_ROWS ? NEAR_ROWS : 0;
	int foot_row = slug->row + slug->rows - 1;
	int last_top = view->sheet.rows - view->window_rows;

	if (view->sheet.turn_rows) {
		view->top_row = slug->row / view->sheet.turn_rows *
		                view->sheet.turn_rows;
		return;
	}
	if (is_far(view, slug))
		view->top_row = slug->row - view->window_rows / LAND_SHARE;
	if (slug->row - near_rows < view->top_row)
		view->top_row = slug->row - near_rows;
	if (foot_row + near_rows >= view->top_row + view->window_rows)
		view->top_row = foot_row + near_rows + 1 - view->window_rows;
	if (slug->row < view->top_row) /* it is higher than the window */
		view->top_row = slug->row;
	if (view->top_row > last_top)
		view->top_row = last_top;
	if (view->top_row < 0)
		view->top_row = 0;
	follow_sideways(view, slug);
}

/* The window ends before the first column that is cut, but not inside the one
 * of the cursor. */
static int whole_cols(const struct sheet_view *view, size_t focus)
{
	const struct strip *here =
		&view->sheet.strips[view->sheet.slugs[focus].strip];
	int cols = view->window_cols;
	int least =
		here->is_column ? here->col + here->cols - view->left_col : 0;

	for (size_t i = 0; i < view->sheet.strip_count; i++) {
		const struct strip *strip = &view->sheet.strips[i];
		int left = strip->col - view->left_col;
		int rule_cols = 1;

		if (strip->is_column && left > rule_cols &&
		    left < view->window_cols &&
		    left + strip->cols > view->window_cols &&
		    left - rule_cols < cols)
			cols = left - rule_cols;
	}
	if (cols < least)
		cols = least;
	return cols < view->window_cols ? cols : view->window_cols;
}

static void draw_rules(const struct sheet_view *view, struct canvas *canvas,
                       struct area area)
{
	static const char *const shapes[2][2] = { { "─", "│" }, { "━", "┃" } };
	const struct sheet *sheet = &view->sheet;

	for (size_t i = 0; i < sheet->rule_count; i++) {
		const struct rule *rule = &sheet->rules[i];
		/* Where box characters take two cells they would tear. */
		struct str shape = str_from(
			canvas->ambiguous_cols == 2
				? (rule->vertical ? "|" : "-")
				: shapes[rule->weight][rule->vertical]);
		int row = rule->row - view->top_row;
		int col = rule->col - view->left_col;

		for (int k = 0; k < rule->length; k++)
			canvas_text(canvas, area,
			            row + (rule->vertical ? k : 0),
			            col + (rule->vertical ? 0 : k), shape,
			            STYLE_RULE);
	}
}

/* Says in the middle of a frame that a picture was printed there. */
static void draw_picture_name(struct canvas *canvas, struct area area,
                              struct area room)
{
	struct str name = str_from(_("picture"));
	int cols = text_cols(name, canvas->ambiguous_cols);

	if (room.rows > 2 && cols + 2 <= room.cols)
		canvas_text(canvas, area, room.row + room.rows / 2,
		            room.col + (room.cols - cols) / 2, name,
		            STYLE_HINT);
}

static void draw_frames(const struct sheet_view *view, struct canvas *canvas,
                        struct area area)
{
	const struct sheet *sheet = &view->sheet;

	for (size_t i = 0; i < sheet->frame_count; i++) {
		const struct frame *frame = &sheet->frames[i];
		struct area room = { frame->row - view->top_row,
			             frame->col - view->left_col, frame->rows,
			             frame->cols };

		outline_draw(canvas, area, room);
		if (frame->is_picture)
			draw_picture_name(canvas, area, room);
	}
}

/* The column of the sheet at which a line is drawn.  A line across columns slides into
 * the part of its room that is in sight; a line that is too long shows its beginning. */
static int drawn_col(const struct sheet_view *view, const struct slug *slug,
                     int cols)
{
	const struct sight sight = sight_of(view, slug, cols);
	int spare_cols = sight.right - sight.left - slug->cols;

	if (!slug->room_cols)
		return slug->col;
	if (spare_cols < 0 || slug->align == ALIGN_LEFT)
		return sight.left;
	return sight.left +
	       (slug->align == ALIGN_CENTRE ? spare_cols / 2 : spare_cols);
}

static void draw_slug(const struct sheet_view *view,
                      const struct reading *reading, struct canvas *canvas,
                      struct area area, size_t index, bool focused)
{
	const struct slug *slug = &view->sheet.slugs[index];
	const struct passage *passage =
		&reading->issue->passages[slug->passage];
	int row = slug->row - view->top_row;
	int col = drawn_col(view, slug, area.cols) - view->left_col;
	int room_cols = INT_MAX;
	enum style style = focused && (view->shows_ruler || slug->upright)
	                           ? STYLE_FOCUS
	                           : style_of[passage->role];

	if (slug->upright) {
		highlight_upright(
			canvas, area, row, col, reading, slug->passage,
			(struct range){ slug->start, slug->end }, style);
		return;
	}

	if (slug->room_cols)
		room_cols = sight_of(view, slug, area.cols).right -
		            view->left_col - col;
	highlight_fit(canvas, area, row, col, room_cols, reading, slug->passage,
	              (struct range){ slug->start, slug->end }, style);
}

static void draw_focus(const struct sheet_view *view,
                       const struct reading *reading, struct canvas *canvas,
                       struct area window, struct area area, size_t focus)
{
	const struct slug *slug = &view->sheet.slugs[focus];
	int row = slug->row - view->top_row;
	int col = drawn_col(view, slug, area.cols) - view->left_col;

	draw_slug(view, reading, canvas, area, focus, true);
	if (slug->upright) {
		canvas_cursor(canvas, area, row < 0 ? 0 : row, col);
		return;
	}
	if (!view->shows_ruler && area.col > window.col)
		canvas_text(canvas, window, row, col, STR("▸"), STYLE_JUMP);
	if (reading->place.at > slug->start && reading->place.at < slug->end)
		col += text_cols_between(
			reading->issue->passages[slug->passage].text,
			slug->start, reading->place.at,
			reading->ambiguous_cols);
	canvas_cursor(canvas, area, row, col > 0 ? col : 0);
}

void sheet_view_draw(struct sheet_view *view, const struct reading *reading,
                     struct canvas *canvas, struct area area)
{
	const struct area window = area;
	size_t focus = sheet_view_focus(view, reading);

	if (area.cols > MARGIN_COLS) {
		area.col += MARGIN_COLS;
		area.cols -= MARGIN_COLS;
	}
	view->drawn = area;
	view->window_rows = area.rows;
	view->window_cols = area.cols;
	if (focus == NPOS)
		return;
	sheet_view_follow(view, &view->sheet.slugs[focus]);
	if (view->sheet.cols > area.cols)
		area.cols = whole_cols(view, focus);
	draw_rules(view, canvas, area);
	draw_frames(view, canvas, area);
	for (size_t i = 0; i < view->sheet.slug_count; i++)
		if (view->sheet.slugs[i].row + view->sheet.slugs[i].rows >
		            view->top_row &&
		    view->sheet.slugs[i].row < view->top_row + area.rows)
			draw_slug(view, reading, canvas, area, i, false);
	if (area.col > window.col && !view->sheet.upright)
		doubt_marks_draw(canvas, window, reading->issue,
		                 view->doubts_of, &view->sheet, view->top_row,
		                 view->left_col);
	draw_focus(view, reading, canvas, window, area, focus);
}

/* The slug in the row that is nearest sideways, or NPOS. */
static size_t slug_at(const struct sheet_view *view, int row, int col)
{
	size_t best = NPOS;
	int least = INT_MAX;

	for (size_t i = 0; i < view->sheet.slug_count; i++) {
		const struct slug *slug = &view->sheet.slugs[i];
		int left = drawn_col(view, slug, view->window_cols);
		int right = left + slug->cols;
		int far = col < left     ? left - col
		          : col >= right ? col - right + 1
		                         : 0;

		if (row < slug->row || row >= slug->row + slug->rows ||
		    far >= least)
			continue;
		least = far;
		best = i;
	}
	return best;
}

bool sheet_view_click(const struct sheet_view *view, struct reading *reading,
                      int row, int col)
{
	size_t focus = sheet_view_focus(view, reading);
	size_t at = view->made ? slug_at(view,
	                                 row - view->drawn.row + view->top_row,
	                                 col - view->drawn.col + view->left_col)
	                       : NPOS;

	if (at == NPOS || at == focus)
		return at == focus && at != NPOS;
	reading->place = (struct place){ view->sheet.slugs[at].passage,
		                         view->sheet.slugs[at].start };
	return false;
}

int sheet_view_percent(const struct sheet_view *view,
                       const struct reading *reading)
{
	size_t focus = sheet_view_focus(view, reading);

	if (focus == NPOS || view->sheet.slug_count < 2)
		return 100;
	return (int)(focus * 100 / (view->sheet.slug_count - 1));
}
