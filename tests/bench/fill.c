/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/mem.h"
#include "base/str.h"
#include "figure.h"
#include "session/session.h"
#include "ui/dispatch.h"
#include "ui/loading.h"
#include "ui/view/frame.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * fill FILE...: how much of its window the page view fills on the first screen of each
 * file, in screens that show a whole page or much of one: the share of cells that are not
 * blank, the mean over the files and the lowest.  The window is the screen without the bar,
 * the hints, and the list beside the page.  The second line counts the rows down to the
 * last one with type alone: those below stay blank where the page has no more text.
 */

static const struct screen {
	int rows, cols;
} screens[] = { { 40, 120 }, { 60, 200 } };

struct fill {
	double of_window, of_page;
};

static bool is_blank(const struct cell *cell)
{
	return !strcmp(cell->text, " ");
}

static struct fill fill_of(const struct canvas *canvas, struct area window)
{
	size_t filled = 0;
	int page_rows = 1;

	for (int row = 0; row < window.rows; row++)
		for (int col = 0; col < window.cols; col++)
			if (!is_blank(canvas_cell(canvas, window.row + row,
			                          window.col + col))) {
				filled++;
				page_rows = row + 1;
			}
	return (struct fill){
		.of_window =
			(double)filled / (double)(window.rows * window.cols),
		.of_page = (double)filled / (double)(page_rows * window.cols),
	};
}

/* The first screen of a file, when all of it is read. */
static struct fill measure(const char *file, const struct screen *screen)
{
	static const struct settings settings = { 0 };
	struct session session;
	struct app app;
	struct fill fill;
	char *error = NULL;

	if (!session_open(&session, &file, 1, NULL, false, &error)) {
		figure_is_missing(file, error);
		free(error);
		return (struct fill){ 0 };
	}
	session_read(&session, NPOS);
	app_init(&app, &session, &settings, 1);
	frame_draw(&app, screen->rows, screen->cols);
	fill = fill_of(&app.canvas, app.document->page.drawn);
	app_release(&app);
	session_close(&session);
	return fill;
}

static void print_screen(const struct screen *screen, char *const files[],
                         int count)
{
	struct fill sum = { 0 }, least = { 1, 1 };
	const char *emptiest = "", *emptiest_page = "";

	for (int i = 0; i < count; i++) {
		struct fill fill = measure(files[i], screen);

		figure(files[i], fill.of_window, 3);
		sum.of_window += fill.of_window;
		sum.of_page += fill.of_page;
		if (fill.of_window < least.of_window) {
			least.of_window = fill.of_window;
			emptiest = files[i];
		}
		if (fill.of_page < least.of_page) {
			least.of_page = fill.of_page;
			emptiest_page = files[i];
		}
	}
	printf("fill of %3dx%-3d  window: mean %.3f, lowest %.3f %s\n"
	       "                 page:   mean %.3f, lowest %.3f %s\n",
	       screen->cols, screen->rows,
	       figure("mean fill", sum.of_window / count, 3), least.of_window,
	       emptiest, figure("mean fill", sum.of_page / count, 3),
	       least.of_page, emptiest_page);
}

int main(int argc, char *argv[])
{
	if (argc < 2) {
		fputs("usage: fill FILE...\n", stderr);
		return 2;
	}
	setenv("LC_ALL", "C.UTF-8", 1);
	for (size_t i = 0; i < ARRAY_LEN(screens); i++)
		print_screen(&screens[i], argv + 1, argc - 1);
	return figure_status();
}
