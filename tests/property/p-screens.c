/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/fixture.h"
#include "base/mem.h"
#include "session/session.h"
#include "text/glyph.h"
#include "text/letter_space.h"
#include "text/upright.h"
#include "ui/dispatch.h"
#include "ui/loading.h"
#include "ui/view/frame.h"
#include "ui/view/view.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <vterm.h>

#include <cmocka.h>

/*
 * At every width, in every view: a terminal that knows nothing of this program
 * sees each row as it was meant, cell by cell, and no row wider than the screen;
 * and all lines of a sheet are seen, whole, on some screen.
 */

#define ROWS        24
#define LEAST_COLS  20
#define MOST_COLS   240
#define SCREENS_MAX 2000 /* that one may turn through a sheet */

static const char *const files[] = {
	FIXTURE_BUNDLED,
	"tests/data/hostile.txt",
	"tests/data/marks.txt",
	"tests/data/table.txt",
	"tests/data/masthead.txt",
	"tests/data/places/four.xml",
	"tests/data/places/down.xml",
};

static struct session sessions[ARRAY_LEN(files)];

/* A reader without a terminal, and a terminal that is shown its screens. */
struct show {
	struct session *session; /* borrowed */
	struct app app;
	VTerm *vterm;
	VTermScreen *screen;
	int cols;
};

/* Loads the files once for all tests, which read them only. */
static int open_files(void **state)
{
	(void)state;
	for (size_t f = 0; f < ARRAY_LEN(files); f++) {
		const char **names = mem_alloc(sizeof *names);
		char *error = NULL;

		names[0] = fixture_path(files[f]);
		if (!session_open(&sessions[f], names, 1, NULL, false, &error))
			return -1;
		session_read(&sessions[f], NPOS);
	}
	return 0;
}

static int close_files(void **state)
{
	(void)state;
	for (size_t f = 0; f < ARRAY_LEN(files); f++) {
		const char *const *names = sessions[f].file.names;

		session_close(&sessions[f]);
		free((char *)names[0]);
		free((char **)names);
	}
	return 0;
}

static void show_open(struct show *show, struct session *session, int cols)
{
	static const struct settings settings = { 0 };

	*show = (struct show){ .session = session, .cols = cols };
	app_init(&show->app, session, &settings, 1);
	show->vterm = vterm_new(ROWS, cols);
	vterm_set_utf8(show->vterm, 1);
	show->screen = vterm_obtain_screen(show->vterm);
	vterm_screen_reset(show->screen, 1);
}

static void show_close(struct show *show)
{
	vterm_free(show->vterm);
	app_release(&show->app);
}

static void press(struct show *show, uint32_t key)
{
	const struct event event = { .kind = EVENT_KEY, .key = key };

	app_event(&show->app, &event);
	frame_draw(&show->app, ROWS, show->cols);
}

/* Writes row `row` of the canvas to the terminal. */
static void send_row(const struct show *show, int row)
{
	char place[16];
	int len = snprintf(place, sizeof place, "\033[%d;1H", row + 1);

	vterm_input_write(show->vterm, place, (size_t)len);
	for (int col = 0; col < show->cols; col++) {
		const char *text =
			canvas_cell(&show->app.canvas, row, col)->text;

		vterm_input_write(show->vterm, text, strlen(text));
	}
}

/* What the terminal has in a cell. */
static void add_seen(const struct show *show, struct buf *out, int row, int col)
{
	VTermScreenCell cell;

	vterm_screen_get_cell(show->screen, (VTermPos){ row, col }, &cell);
	if (cell.chars[0] == (uint32_t)-1)
		return;
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
		buf_add_uc(out, cell.chars[i]);
}

/* The terminal has each character in the cells where the canvas has it. */
static void assert_row(const struct show *show, int row)
{
	const struct canvas *canvas = &show->app.canvas;

	for (int col = 0, end; col < show->cols; col = end) {
		const char *text = canvas_cell(canvas, row, col)->text;
		struct buf seen;

		buf_init(&seen);
		add_seen(show, &seen, row, col);
		for (end = col + 1;
		     end < show->cols && !*canvas_cell(canvas, row, end)->text;
		     end++)
			add_seen(show, &seen, row, end);
		if (!seen.len)
			buf_add_byte(&seen, ' ');
		if (strcmp(seen.ptr, text))
			fail_msg("%s at %d cells: row %d, cell %d is '%s' and "
			         "not '%s'",
			         show->session->file.names[0], show->cols, row,
			         col, seen.ptr, text);
		buf_release(&seen);
	}
}

static void assert_screen(const struct show *show)
{
	static const char clear[] = "\033[H\033[2J";

	vterm_input_write(show->vterm, clear, sizeof clear - 1);
	for (int row = 0; row < ROWS; row++)
		send_row(show, row);
	for (int row = 0; row < ROWS; row++)
		assert_row(show, row);
}

static bool is_drawn_upright(const struct canvas *canvas, struct str text,
                             const struct slug *slug, int row, int col)
{
	for (size_t at = slug->start, next; at < slug->end; at = next, row++) {
		const char *cell = canvas_cell(canvas, row, col)->text;
		struct buf want;
		bool same;

		next = upright_next(text, at);
		buf_init(&want);
		upright_show(&want, text, at, next, false, 1);
		same = *cell && !strncmp(want.ptr, cell, strlen(cell));
		buf_release(&want);
		if (!same)
			return false;
	}
	return true;
}

/* Do the cells of a cluster have all of it, one base of it after the other? */
static bool cells_say(const struct canvas *canvas, int row, int col, int cols,
                      const char *want)
{
	struct buf text;
	bool same;

	buf_init(&text);
	for (int i = col; i < col + cols; i++)
		buf_add_c(&text, canvas_cell(canvas, row, i)->text);
	same = !strcmp(text.ptr, want);
	buf_release(&text);
	return same;
}

/* Does the canvas have all of a slug, where the view says it is? */
static bool is_drawn(const struct show *show, const struct sheet_view *view,
                     const struct slug *slug)
{
	const struct canvas *canvas = &show->app.canvas;
	struct str text = show->session->issue->passages[slug->passage].text;
	int row = view->drawn.row + slug->row - view->top_row;
	int col = view->drawn.col + slug->col - view->left_col;

	if (slug->room_cols) /* it slides */
		return row >= view->drawn.row &&
		       row < view->drawn.row + view->window_rows;
	if (row < view->drawn.row ||
	    row + slug->rows > view->drawn.row + view->window_rows ||
	    col < view->drawn.col ||
	    col + slug->cols > view->drawn.col + view->window_cols)
		return false;
	if (slug->upright)
		return is_drawn_upright(canvas, text, slug, row, col);
	for (size_t at = slug->start; at < slug->end;) {
		struct glyph glyph = glyph_next(text, at, 1);
		struct buf want;
		bool same;

		if (glyph.form != GLYPH_PLAIN || !glyph.cols)
			return true; /* what follows is not compared */
		buf_init(&want);
		glyph_show(&want, text, &glyph);
		same = cells_say(canvas, row, col, glyph.cols, want.ptr);
		buf_release(&want);
		if (!same)
			return false;
		col += glyph.cols;
		if (slug->spaced && glyph.end < slug->end &&
		    letter_space_follows(text, &glyph, 1))
			col++;
		at = glyph.end;
	}
	return true;
}

static void fail_unseen(const struct show *show, const struct slug *slug)
{
	struct str line =
		str_slice(show->session->issue->passages[slug->passage].text,
	                  slug->start, slug->end);

	fail_msg("%s at %d cells is seen on no screen: %.*s",
	         show->session->file.names[0], show->cols, (int)line.len,
	         line.ptr);
}

/* Goes through a sheet from its beginning by `key`; all its slugs have been seen then. */
static void assert_all_seen(struct show *show, const struct sheet_view *view,
                            uint32_t key, bool emulated)
{
	bool *seen = mem_alloc((view->sheet.slug_count + 1) * sizeof *seen);
	size_t left = view->sheet.slug_count;

	press(show, PRESS_HOME);
	for (int i = 0; i < SCREENS_MAX && left; i++) {
		struct place before = show->app.document->reading.place;

		if (emulated)
			assert_screen(show);
		for (size_t s = 0; s < view->sheet.slug_count; s++) {
			if (seen[s] ||
			    !is_drawn(show, view, &view->sheet.slugs[s]))
				continue;
			seen[s] = true;
			left--;
		}
		press(show, key);
		if (before.passage ==
		            show->app.document->reading.place.passage &&
		    before.at == show->app.document->reading.place.at)
			break;
	}
	for (size_t s = 0; s < view->sheet.slug_count; s++)
		if (!seen[s])
			fail_unseen(show, &view->sheet.slugs[s]);
	free(seen);
}

/* The articles of an issue, one after the other. */
static void walk_articles(struct show *show, const char *how)
{
	for (size_t a = 0; a < show->session->issue->article_count; a++) {
		reading_go_article(&show->app.document->reading, a);
		app_show(&show->app, VIEW_ARTICLE);
		for (const char *key = how; *key; key++)
			press(show, (uint32_t)*key);
		frame_draw(&show->app, ROWS, show->cols);
		assert_all_seen(show, &show->app.document->article, ' ', true);
	}
}

static void articles_are_seen_at_every_width(void **state)
{
	(void)state;
	for (size_t f = 0; f < ARRAY_LEN(files); f++)
		for (int cols = LEAST_COLS; cols <= MOST_COLS;
		     cols += f ? 20 : fixture_stride()) {
			struct show show;

			show_open(&show, &sessions[f], cols);
			walk_articles(&show, "");
			show_close(&show);
		}
}

static void upright_articles_are_seen(void **state)
{
	(void)state;
	for (size_t f = 0; f < ARRAY_LEN(files); f++)
		for (int cols = LEAST_COLS; cols <= MOST_COLS; cols += 20) {
			struct show show;

			show_open(&show, &sessions[f], cols);
			show.app.document->upright = true;
			walk_articles(&show, "");
			show_close(&show);
		}
}

static void walk_page(struct show *show, uint32_t key)
{
	frame_draw(&show->app, ROWS, show->cols);
	assert_screen(show);
	assert_all_seen(show, &show->app.document->page, key, false);
	assert_screen(show);
}

static void walk_pages(uint32_t key)
{
	for (size_t f = 0; f < ARRAY_LEN(files); f++)
		for (int cols = LEAST_COLS; cols <= MOST_COLS;
		     cols += 20 * fixture_stride())
			for (int upright = 0; upright <= 1; upright++) {
				struct show show;

				show_open(&show, &sessions[f], cols);
				show.app.document->upright = upright;
				walk_page(&show, key);
				show_close(&show);
			}
}

/* Line by line, as one reads. */
static void pages_are_seen(void **state)
{
	(void)state;
	walk_pages(PRESS_DOWN);
}

/* Screen by screen no line is left out, though none is shown without need. */
static void pages_are_turned(void **state)
{
	(void)state;
	walk_pages(' ');
}

/* What lies over wide characters tears none. */
static void other_views_fit(void **state)
{
	static const char keys[] = "tM0?irv\033vV";

	(void)state;
	for (size_t f = 0; f < ARRAY_LEN(files); f++)
		for (int cols = LEAST_COLS; cols <= MOST_COLS;
		     cols += 3 * fixture_stride()) {
			struct show show;

			show_open(&show, &sessions[f], cols);
			frame_draw(&show.app, ROWS, cols);
			for (size_t i = 0; i < sizeof keys - 1; i++) {
				press(&show, (unsigned char)keys[i]);
				assert_screen(&show);
			}
			show_close(&show);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(articles_are_seen_at_every_width),
		cmocka_unit_test(upright_articles_are_seen),
		cmocka_unit_test(pages_are_seen),
		cmocka_unit_test(pages_are_turned),
		cmocka_unit_test(other_views_fit),
	};

	return cmocka_run_group_tests(tests, open_files, close_files) < 0;
}
