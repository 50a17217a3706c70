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
 * the hints, and the list beside the page.
 *
 * Then the same of the pages that are longer than the window, as blanks there push text out
 * of sight, and of those that stand whole, the share of the block of type alone: around it
 * there is nothing that could fill the window.
 */

static const struct screen {
	int rows, cols;
} screens[] = { { 40, 120 }, { 60, 200 } };

struct fill {
	double of_window, of_block;
	bool is_whole; /* all of the page is in the window */
};

/* The mean and the lowest of some pages. */
struct tally {
	double sum, least;
	const char *emptiest; /* borrowed; a file */
	int count;
};

static void tally_add(struct tally *tally, double share, const char *file)
{
	if (!tally->count || share < tally->least) {
		tally->least = share;
		tally->emptiest = file;
	}
	tally->sum += share;
	tally->count++;
}

static void tally_print(const struct tally *tally, const char *label)
{
	if (tally->count)
		printf("  %-24s %4d pages: mean %.3f, lowest %.3f %s\n", label,
		       tally->count,
		       figure(label, tally->sum / tally->count, 3),
		       tally->least, tally->emptiest);
}

static double cells_filled(const struct canvas *canvas, struct area area)
{
	int filled = 0;

	for (int row = 0; row < area.rows; row++)
		for (int col = 0; col < area.cols; col++)
			filled += strcmp(canvas_cell(canvas, area.row + row,
			                             area.col + col)
			                         ->text,
			                 " ") != 0;
	return filled;
}

static struct fill fill_of(const struct app *app)
{
	const struct sheet_view *page = &app->document->page;
	const struct sheet *sheet = &page->sheet;
	struct area window = page->room;
	double filled;

	window.col += SHEET_VIEW_MARGIN_COLS;
	window.cols -= SHEET_VIEW_MARGIN_COLS;
	filled = cells_filled(&app->canvas, window);
	return (struct fill){
		.of_window = filled / (window.rows * window.cols),
		.of_block = filled / (sheet->rows * sheet->cols),
		.is_whole = sheet->rows <= window.rows &&
		            sheet->cols <= window.cols,
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
	fill = fill_of(&app);
	app_release(&app);
	session_close(&session);
	return fill;
}

static void print_screen(const struct screen *screen, char *const files[],
                         int count)
{
	struct tally all = { 0 }, longer = { 0 }, whole = { 0 };

	for (int i = 0; i < count; i++) {
		struct fill fill = measure(files[i], screen);

		figure(files[i], fill.of_window, 3);
		tally_add(&all, fill.of_window, files[i]);
		if (fill.is_whole)
			tally_add(&whole, fill.of_block, files[i]);
		else
			tally_add(&longer, fill.of_window, files[i]);
	}
	printf("fill of %dx%d\n", screen->cols, screen->rows);
	tally_print(&all, "window, all");
	tally_print(&longer, "window, longer than it");
	tally_print(&whole, "block, standing whole");
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
