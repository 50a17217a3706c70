/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../screens/term.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "layout/flow.h"
#include "layout/sheet.h"
#include "load/load.h"
#include "load/source.h"

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

static void set_issue(const struct issue *issue, const struct flow_style *style)
{
	for (size_t i = 0; i < issue->article_count; i++) {
		struct sheet sheet;

		flow_article(&sheet, issue, i, style);
		sheet_release(&sheet);
	}
}

static void bench_setting(struct str page)
{
	static const struct flow_style styles[] = {
		{ 22, 40, MEASURE_COLS, 1, 1, WRAP_BASIC },
		{ 22, 80, MEASURE_COLS, 1, 1, WRAP_BASIC },
		{ 22, 80, MEASURE_COLS, 0, 1, WRAP_BASIC },
		{ 58, 200, MEASURE_COLS, 0, 1, WRAP_BASIC },
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
		       best, (double)text.len / best / 1e3);
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
	       (double)unused_cols / (double)lines);
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
static size_t text_bytes(struct term *term)
{
	struct buf picture;
	size_t bytes = 0;

	buf_init(&picture);
	term_draw(term, &picture);
	for (char *line = strtok(picture.ptr, "\n"); line;
	     line = strtok(NULL, "\n"))
		if (line[0] == '|')
			bytes += str_trim(str_from(line + 1)).len;
	buf_release(&picture);
	return bytes;
}

struct turned {
	double cpu_ms;
	size_t sent_bytes, text_bytes;
};

/* Reads on, `turns` screens: Space, and G g at the end of an article. */
static struct turned turn(const char *program, const char *first, int turns,
                          int rows, int cols)
{
	char *const argv[] = { (char *)program, NULL };
	struct turned turned = { .cpu_ms = children_ms() };
	const struct term_kind kind = { .rows = rows, .cols = cols };
	struct term *term = term_start(argv, NULL, &kind);
	size_t before;

	term_type(term, str_from(first));
	before = term_output(term).len;
	for (int i = 0; i < turns; i++) {
		term_type(term, i % 2 ? STR("b") : STR(" "));
		turned.text_bytes += text_bytes(term);
	}
	turned.sent_bytes = term_output(term).len - before;
	term_type(term, STR("Q"));
	term_wait(term);
	term_end(term);
	turned.cpu_ms = children_ms() - turned.cpu_ms;
	return turned;
}

static void bench_turning(const char *program)
{
	static const struct {
		const char *name, *keys;
		int rows, cols;
	} cases[] = {
		{ "page", "", 24, 80 },
		{ "page", "", 60, 200 },
		{ "article", "4\r", 24, 80 },
		{ "article", "4\r", 60, 120 },
		{ "article upright", "4\rV", 24, 80 },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		double cpu_ms = 1e9;
		struct turned turned = { 0 };

		for (int run = 0; run < RUNS; run++) {
			struct turned rest = turn(program, cases[i].keys, 0,
			                          cases[i].rows, cases[i].cols);

			turned = turn(program, cases[i].keys, TURNS,
			              cases[i].rows, cases[i].cols);
			if (turned.cpu_ms - rest.cpu_ms < cpu_ms)
				cpu_ms = turned.cpu_ms - rest.cpu_ms;
		}
		printf("turning %-15s %3dx%-2d  %5.2f ms CPU  %6zu bytes sent "
		       "for %6zu of text: %.2f\n",
		       cases[i].name, cases[i].cols, cases[i].rows,
		       cpu_ms / TURNS, turned.sent_bytes / TURNS,
		       turned.text_bytes / TURNS,
		       (double)turned.sent_bytes / (double)turned.text_bytes);
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
	return 0;
}
