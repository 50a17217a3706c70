/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../screens/term.h"
#include "figure.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "layout/article_layout.h"
#include "layout/sheet.h"
#include "load/input/source.h"
#include "load/load.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

/*
 * screen PAGE PROGRAM: what setting an issue takes, and what a turned page does:
 * CPU of the program, and bytes it sends to the terminal against those of the text
 * that is on the screen then.  Each figure is the best of RUNS.
 */

#define RUNS         5
#define ISSUE_BYTES  300000
#define TURNS        40
#define MEASURE_COLS 80

static double now_ms(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void set_issue(const struct issue *issue,
                      const struct article_style *style)
{
	for (size_t i = 0; i < issue->article_count; i++) {
		struct sheet sheet;

		article_layout(&sheet, issue, i, style);
		sheet_release(&sheet);
	}
}

static void bench_setting(struct str page)
{
	static const struct article_style styles[] = {
		{ 22, 40, MEASURE_COLS, 1, 1, WRAP_BASIC, true },
		{ 22, 80, MEASURE_COLS, 1, 1, WRAP_BASIC, true },
		{ 22, 80, MEASURE_COLS, 0, 1, WRAP_BASIC, true },
		{ 58, 200, MEASURE_COLS, 0, 1, WRAP_BASIC, true },
	};
	struct issue *issue;
	struct buf text;

	buf_init(&text);
	while (text.len < ISSUE_BYTES) {
		buf_add(&text, page);
		buf_add_byte(&text, '\f');
	}
	issue = load_bytes(buf_str(&text), "bench", NULL);
	for (size_t i = 0; i < ARRAY_LEN(styles); i++) {
		double best = 1e9;

		for (int run = 0; run < RUNS; run++) {
			double start = now_ms();

			set_issue(issue, &styles[i]);
			if (now_ms() - start < best)
				best = now_ms() - start;
		}
		printf("setting %zu kB at %3d cells, %s  %6.2f ms  %6.1f MB/s\n",
		       text.len / 1000, styles[i].cols,
		       styles[i].columns == 1 ? "one column" : "columns   ",
		       figure("setting", best, 2),
		       (double)text.len / best / 1e3);
	}
	issue_free(issue);
	buf_release(&text);
}

/* Cells left over at the right of lines that go on, at measures of 16 to 80. */
static void bench_raggedness(struct str page)
{
	struct issue *issue = load_bytes(page, "bench", NULL);
	size_t lines = 0, unused_cols = 0;

	for (size_t p = 0; p < issue->passage_count; p++)
		for (int cols = 16; cols <= 80; cols += 2) {
			struct str text = issue->passages[p].text;
			struct wrap wrap;

			wrap_init(&wrap, text, 1, WRAP_BASIC);
			for (size_t at = 0; at < text.len; lines++) {
				struct wrap_line line =
					wrap_line(&wrap, at, cols, 2);

				at = line.next;
				if (at < text.len && line.cols < cols)
					unused_cols +=
						(size_t)(cols - line.cols);
			}
			wrap_release(&wrap);
		}
	printf("unused cells a line, 16 to 80 cells, one mark hung: %.3f\n",
	       figure("unused cells", (double)unused_cols / (double)lines, 3));
	issue_free(issue);
}

static double children_ms(void)
{
	struct rusage use;

	getrusage(RUSAGE_CHILDREN, &use);
	return (double)(use.ru_utime.tv_sec + use.ru_stime.tv_sec) * 1e3 +
	       (double)(use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e3;
}

/* The bytes of the text on the screen: rows without their trailing blanks. */
static size_t text_bytes(struct buf *picture)
{
	size_t bytes = 0;

	for (char *line = strtok(picture->ptr, "\n"); line;
	     line = strtok(NULL, "\n"))
		if (line[0] == '|')
			bytes += str_trim(str_from(line + 1)).len;
	return bytes;
}

/* Presses a key that turns to another screen; the bytes of its text. */
static size_t turn_once(struct term *term, const char *name, struct str key)
{
	struct buf before, after;
	size_t bytes;

	buf_init(&before);
	buf_init(&after);
	term_draw(term, &before, 0, -1);
	term_type(term, key);
	term_draw(term, &after, 0, -1);
	if (str_equal(buf_str(&before), buf_str(&after)))
		figure_is_missing(name, "a key turned nothing");
	bytes = text_bytes(&after);
	buf_release(&before);
	buf_release(&after);
	return bytes;
}

struct turned {
	double cpu_ms;
	size_t sent_bytes, text_bytes;
};

static const struct turning {
	const char *name, *keys;
	int rows, cols;
} turnings[] = {
	{ "page", "", 24, 80 },
	{ "page", "", 60, 200 },
	{ "article", "4\r", 24, 80 },
	{ "article", "4\r", 40, 100 },
	{ "article upright", "4\rV", 24, 80 },
};

/* Reads on, `turns` screens: Space, and b at once. */
static struct turned turn(const char *program, const struct turning *turning,
                          int turns)
{
	char *const argv[] = { (char *)program, NULL };
	struct turned turned = { .cpu_ms = children_ms() };
	const struct term_kind kind = { .rows = turning->rows,
		                        .cols = turning->cols };
	struct term *term = term_start(argv, NULL, &kind);
	size_t before;

	term_type(term, str_from(turning->keys));
	before = term_output(term).len;
	for (int i = 0; i < turns; i++)
		turned.text_bytes += turn_once(term, turning->name,
		                               i % 2 ? STR("b") : STR(" "));
	turned.sent_bytes = term_output(term).len - before;
	term_type(term, STR("Q"));
	if (term_wait(term))
		figure_is_missing(turning->name, "the program failed");
	term_end(term);
	turned.cpu_ms = children_ms() - turned.cpu_ms;
	return turned;
}

static void bench_turning(const char *program)
{
	for (size_t i = 0; i < ARRAY_LEN(turnings); i++) {
		const struct turning *turning = &turnings[i];
		double cpu_ms = 1e9;
		struct turned turned = { 0 };

		for (int run = 0; run < RUNS; run++) {
			double rest_ms = turn(program, turning, 0).cpu_ms;

			turned = turn(program, turning, TURNS);
			if (turned.cpu_ms - rest_ms < cpu_ms)
				cpu_ms = turned.cpu_ms - rest_ms;
		}
		printf("turning %-15s %3dx%-2d  %5.2f ms CPU  %6zu bytes sent "
		       "for %6zu of text: %.2f\n",
		       turning->name, turning->cols, turning->rows,
		       figure(turning->name, cpu_ms / TURNS, 2),
		       turned.sent_bytes / TURNS, turned.text_bytes / TURNS,
		       figure(turning->name,
		              (double)turned.sent_bytes /
		                      (double)turned.text_bytes,
		              2));
	}
}

int main(int argc, char *argv[])
{
	struct buf page;

	buf_init(&page);
	if (argc != 3 || !source_read(&page, argv[1], SIZE_MAX, NULL)) {
		fputs("usage: screen PAGE PROGRAM\n", stderr);
		return 2;
	}
	setenv("TERM", "xterm-256color", 1);
	bench_setting(buf_str(&page));
	bench_raggedness(buf_str(&page));
	bench_turning(argv[2]);
	buf_release(&page);
	return figure_status();
}
