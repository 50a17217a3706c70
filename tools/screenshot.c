/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/mem.h"
#include "base/str.h"
#include "text/glyph.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * screenshot SCREENS TITLE: prints a recorded screen (tests/screens/NAME.screen)
 * as a picture in SVG.  Each character stands in its cell, whatever the font of
 * who looks at it; light and dark follow the browser.
 */

#define CELL_WIDTH  9
#define CELL_HEIGHT 20
#define BASELINE    15
#define MARGIN      8

/* How a run of cells looks. */
struct look {
	bool bold, underline, reverse;
	int front, back; /* numbers of colours; -1: the terminal's own */
};

/* The colours of the themes (ui/term/theme.c), for a light and for a dark picture, whichever
 * of the two was recorded. */
static const struct {
	int number;
	const char *light, *dark;
} colours[] = {
	{ 4, "#04b", "#7af" },         { 6, "#067", "#5cc" },
	{ 16, "#000", "#000" },        { 221, "#ffd75f", "#ffd75f" },
	{ 231, "#fff", "#fff" },       { 160, "#d70000", "#d70000" },
	{ 80, "#005faf", "#5fd7d7" },  { 25, "#005faf", "#5fd7d7" },
	{ 248, "#626262", "#a8a8a8" }, { 241, "#626262", "#a8a8a8" },
	{ 243, "#8a8a8a", "#767676" }, { 245, "#8a8a8a", "#767676" },
	{ 210, "#af0000", "#ff8787" }, { 124, "#af0000", "#ff8787" },
	{ 176, "#870087", "#d787d7" }, { 90, "#870087", "#d787d7" },
};

static const struct look plain = { false, false, false, -1, -1 };

struct picture {
	struct look *looks; /* owned; of each cell of a row */
	int rows, cols, row;
	struct str line; /* the row's text */
};

static void print_escaped(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		switch (text.ptr[i]) {
		case '&':
			fputs("&amp;", stdout);
			break;
		case '<':
			fputs("&lt;", stdout);
			break;
		default:
			putchar(text.ptr[i]);
		}
}

static bool same_look(const struct look *a, const struct look *b)
{
	return a->bold == b->bold && a->underline == b->underline &&
	       a->reverse == b->reverse && a->front == b->front &&
	       a->back == b->back;
}

static void print_back(const struct picture *picture, int from, int to)
{
	const struct look *look = &picture->looks[from];

	if (!look->reverse && look->back < 0)
		return;
	printf("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" class=\"",
	       MARGIN + from * CELL_WIDTH, MARGIN + picture->row * CELL_HEIGHT,
	       (to - from) * CELL_WIDTH, CELL_HEIGHT);
	if (look->back >= 0)
		printf("c%d\"/>\n", look->back);
	else
		printf("front\"/>\n");
}

static void print_class(const struct look *look, int cols)
{
	fputs(" class=\"", stdout);
	if (look->back >= 0 || look->front >= 0)
		printf("c%d", look->front >= 0 ? look->front : 0);
	else
		fputs(look->reverse ? "back" : "front", stdout);
	printf("%s%s%s\"", cols == 1 ? " n" : "", look->bold ? " b" : "",
	       look->underline ? " u" : "");
}

/* A row of a screen has the padding of its marks in it: each glyph counts for
 * itself. */
static int glyph_cols_of(struct str line, const struct glyph *glyph)
{
	return text_cols(str_slice(line, glyph->start, glyph->end), 1);
}

/* Glyphs [start, end) of the row, all of one width, which begin at cell `col`. */
static void print_glyphs(const struct picture *picture, size_t start,
                         size_t end, int col, int cols)
{
	struct str text = str_slice(picture->line, start, end);
	bool first = true;

	if (!str_trim(text).len)
		return;
	printf("<text y=\"%d\"",
	       MARGIN + picture->row * CELL_HEIGHT + BASELINE);
	print_class(&picture->looks[col], cols);
	fputs(" x=\"", stdout);
	for (size_t at = start; at < end; first = false, col += cols) {
		printf("%s%d", first ? "" : " ", MARGIN + col * CELL_WIDTH);
		at = glyph_next(picture->line, at, 1).end;
	}
	fputs("\">", stdout);
	print_escaped(text);
	fputs("</text>\n", stdout);
}

/* Fonts for Chinese have wide quotation marks: what is narrow has another. */
static void print_text(const struct picture *picture, size_t start, size_t end,
                       int col)
{
	while (start < end) {
		struct glyph glyph = glyph_next(picture->line, start, 1);
		int cols = glyph_cols_of(picture->line, &glyph), count = 0;
		size_t at = start;

		while (at < end) {
			glyph = glyph_next(picture->line, at, 1);
			if (glyph_cols_of(picture->line, &glyph) != cols)
				break;
			at = glyph.end;
			count++;
		}
		print_glyphs(picture, start, at, col, cols);
		col += count * cols;
		start = at;
	}
}

static void print_row(struct picture *picture)
{
	size_t start = 0, at = 0;
	int from = 0, col = 0;

	while (at <= picture->line.len && from < picture->cols) {
		bool ends =
			at == picture->line.len ||
			!same_look(&picture->looks[col], &picture->looks[from]);
		struct glyph glyph;

		if (ends) {
			print_back(picture, from, col);
			print_text(picture, start, at, from);
			start = at;
			from = col;
		}
		if (at == picture->line.len)
			break;
		glyph = glyph_next(picture->line, at, 1);
		col += glyph_cols_of(picture->line, &glyph);
		at = glyph.end;
	}
	picture->row++;
}

/* "^ 0-79 reverse fg4 "…"" */
static void read_look(struct picture *picture, const char *line)
{
	struct look look = plain;
	int from, to, used, colour;

	if (sscanf(line, "^ %d-%d%n", &from, &to, &used) != 2)
		return;
	for (const char *word = line + used; *word == ' ' && word[1] != '"';) {
		word++;
		look.bold |= !strncmp(word, "bold", 4);
		look.underline |= !strncmp(word, "underline", 9);
		look.reverse |= !strncmp(word, "reverse", 7);
		if (sscanf(word, "fg%d", &colour) == 1)
			look.front = colour;
		if (sscanf(word, "bg%d", &colour) == 1)
			look.back = colour;
		word += strcspn(word, " ");
	}
	for (int i = from; i <= to && i < picture->cols; i++)
		picture->looks[i] = look;
}

static void print_head(const struct picture *picture)
{
	int width = 2 * MARGIN + picture->cols * CELL_WIDTH;
	int height = 2 * MARGIN + picture->rows * CELL_HEIGHT;

	printf("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" "
	       "height=\"%d\" viewBox=\"0 0 %d %d\">\n<style>\n"
	       "text{font:17px \"Noto Sans CJK SC\",\"Source Han Sans SC\","
	       "\"PingFang SC\",\"Microsoft YaHei\",sans-serif;white-space:pre}"
	       "\n.n{font:15px \"DejaVu Sans Mono\",\"Noto Sans Mono\",Menlo,"
	       "Consolas,monospace}\n"
	       ".b{font-weight:bold}.u{text-decoration:underline}\n"
	       ".front{fill:#111}.back{fill:#fff}\n",
	       width, height, width, height);
	for (size_t i = 0; i < ARRAY_LEN(colours); i++)
		printf(".c%d{fill:%s}", colours[i].number, colours[i].light);
	fputs("\n@media(prefers-color-scheme:dark){.front{fill:#ddd}"
	      ".back{fill:#1b1b1b}",
	      stdout);
	for (size_t i = 0; i < ARRAY_LEN(colours); i++)
		printf(".c%d{fill:%s}", colours[i].number, colours[i].dark);
	printf("}\n</style>\n<rect width=\"%d\" height=\"%d\" "
	       "class=\"back\"/>\n",
	       width, height);
}

/* The row that was read, with the looks that stood under it. */
static void end_row(struct picture *picture)
{
	if (picture->line.len)
		print_row(picture);
	picture->line.len = 0;
	for (int i = 0; i < picture->cols; i++)
		picture->looks[i] = plain;
}

static bool begin(struct picture *picture, const char *line)
{
	if (sscanf(line, "%d rows, %d columns", &picture->rows,
	           &picture->cols) != 2)
		return false;
	picture->looks =
		mem_alloc((size_t)(picture->cols + 1) * sizeof *picture->looks);
	for (int i = 0; i <= picture->cols; i++)
		picture->looks[i] = plain;
	print_head(picture);
	return true;
}

/* Reads the lines of the screen called `title`; false when there is none. */
static bool print_screen(FILE *file, const char *title)
{
	struct picture picture = { 0 };
	char *line = NULL, *row = NULL;
	size_t room = 0;
	bool inside = false;

	while (getline(&line, &room, file) > 0) {
		line[strcspn(line, "\n")] = '\0';
		if (!strncmp(line, "=== ", 4)) {
			if (picture.cols)
				break;
			inside = !strcmp(line + 4, title);
		} else if (inside && !picture.cols) {
			inside = begin(&picture, line);
		} else if (inside && line[0] == '|') {
			end_row(&picture);
			free(row);
			row = mem_dup(line + 1, strlen(line + 1));
			picture.line = str_from(row);
			if (picture.line.len) /* the | at its end */
				picture.line.len--;
		} else if (inside && line[0] == '^') {
			read_look(&picture, line);
		}
	}
	if (picture.cols) {
		end_row(&picture);
		puts("</svg>");
	}
	free(picture.looks);
	free(line);
	free(row);
	return picture.cols > 0;
}

int main(int argc, char *argv[])
{
	FILE *file = argc == 3 ? fopen(argv[1], "r") : NULL;
	bool done = file && print_screen(file, argv[2]);

	if (file)
		fclose(file);
	if (!done)
		fputs("usage: screenshot SCREENS TITLE (of a screen in it)\n",
		      stderr);
	return !done;
}
