/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/search.h"

#include "base/mem.h"
#include "figure.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "load/input/source.h"
#include "load/load.h"
#include "search/index.h"
#include "text/fold.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/*
 * search PAGE [MB]: folding, and what a keystroke of a search takes in an issue of
 * so many megabytes, beside `grep -F -c' over the same bytes, and beside less, which
 * goes to the first line that has it.  Best of RUNS.
 */

#define RUNS 3

static double now_ms(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* The page again and again, each an article, as large as it is asked for: only what
 * a search looks at. */
static struct issue *large_issue(const struct issue *page, size_t bytes)
{
	struct issue *issue = issue_new();
	size_t total = 0;

	while (total < bytes) {
		for (size_t p = 0; p < page->passage_count; p++) {
			struct str text = page->passages[p].text;

			*ARRAY_ADD(issue->passages, issue->passage_count,
			           issue->passage_cap) = (struct passage){
				.text = issue_keep(issue, text),
				.article = issue->article_count,
			};
			total += text.len;
		}
		*ARRAY_ADD(issue->articles, issue->article_count,
		           issue->article_cap) = (struct article){ 0 };
		parts_begin(issue);
	}
	return issue;
}

/* With the way back, as a search needs it. */
static void bench_fold(const struct issue *issue)
{
	double best = 1e9;
	size_t bytes = 0, mark_bytes = 0;

	for (size_t p = 0; p < issue->passage_count; p++)
		bytes += issue->passages[p].text.len;
	for (int run = 0; run < RUNS; run++) {
		struct fold_marks marks = { 0 };
		double start = now_ms();
		struct buf out;

		buf_init(&out);
		for (size_t p = 0; p < issue->passage_count; p++)
			fold_add(&out, issue->passages[p].text, &marks);
		if (now_ms() - start < best)
			best = now_ms() - start;
		buf_release(&out);
		mark_bytes = marks.count * sizeof *marks.items;
		free(marks.items);
	}
	printf("folding %zu MB: %.1f ms, %.0f MB/s; %.1f MB of marks\n",
	       bytes / 1000000, figure("folding", best, 1),
	       (double)bytes / best / 1e3,
	       figure("marks", (double)mark_bytes / 1e6, 1));
}

/* The passages in a file of lines; the path is for the caller to free. */
static char *write_lines(const struct issue *issue)
{
	char path[] = "/tmp/bench-XXXXXX";
	FILE *file = fdopen(mkstemp(path), "w");

	for (size_t p = 0; file && p < issue->passage_count; p++) {
		fwrite(issue->passages[p].text.ptr, 1,
		       issue->passages[p].text.len, file);
		putc('\n', file);
	}
	if (!file || fclose(file))
		figure_is_missing(path, "this cannot be written");
	return mem_dup(path, sizeof path - 1);
}

/* Of a command in which %s stands for a file; none, if it fails. */
static double command_ms(const char *format, const char *path, int runs)
{
	double best = 1e9;
	struct buf command;

	buf_init(&command);
	for (; *format; format++)
		if (format[0] == '%' && format[1] == 's') {
			buf_add_c(&command, path);
			format++;
		} else {
			buf_add_byte(&command, *format);
		}
	while (runs--) {
		double start = now_ms();

		if (system(command.ptr) != 0) {
			figure_is_missing(command.ptr, "the command failed");
			break;
		}
		if (now_ms() - start < best)
			best = now_ms() - start;
	}
	buf_release(&command);
	return best;
}

/* The patterns that grep and less are given for the same; less needs a terminal,
 * which script gives it. */
static const struct {
	const char *pattern;
	enum query_mode mode;
	const char *grep, *less;
} cases[] = {
	{ "疫情防控", QUERY_AUTO, "-e 疫情防控", "疫情防控" },
	{ "没有这个词", QUERY_AUTO, "-e 没有这个词", "没有这个词" },
	{ "的", QUERY_AUTO, "-e 的", "的" },
	{ "疫情 12345", QUERY_AUTO, "-e 疫情 -e 12345", "疫情|12345" },
	{ "联防联控", QUERY_EXACT, "-e 联防联控", "联防联控" },
	{ "lflk", QUERY_AUTO, "-e lflk", "lflk" },
};

static void bench_others(const char *path, size_t i)
{
	struct buf command;

	buf_init(&command);
	buf_addf(&command, "LC_ALL=C grep -F -c %s %%s | cat >/dev/null",
	         cases[i].grep);
	printf("; grep -F -c %7.1f ms", command_ms(command.ptr, path, RUNS));
	buf_clear(&command);
	buf_addf(&command,
	         "TERM=xterm script -qec \"less '+/%s' +q %%s\" /dev/null "
	         "</dev/null >/dev/null 2>&1",
	         cases[i].less);
	if (system("command -v less script >/dev/null") == 0)
		printf("; less %7.1f ms", command_ms(command.ptr, path, 1));
	buf_release(&command);
	putchar('\n');
}

static void bench_queries(const struct issue *issue)
{
	struct search_index *index = search_index_new(issue);
	char *path = write_lines(issue);
	struct hits hits;

	hits_init(&hits);
	search_all(index, &hits, STR("a"), QUERY_AUTO);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		double best = 1e9;

		for (int run = 0; run < RUNS; run++) {
			double start = now_ms();

			search_all(index, &hits, str_from(cases[i].pattern),
			           cases[i].mode);
			if (now_ms() - start < best)
				best = now_ms() - start;
		}
		printf("%-14s %7.1f ms, %7zu hits", cases[i].pattern,
		       figure(cases[i].pattern, best, 1), hits.count);
		bench_others(path, i);
	}
	hits_release(&hits);
	search_index_free(index);
	remove(path);
	free(path);
}

int main(int argc, char *argv[])
{
	size_t bytes =
		argc > 2 ? strtoul(argv[2], NULL, 10) * 1000000 : 64000000;
	struct issue *page, *issue;
	struct buf text;

	buf_init(&text);
	if (argc < 2 || !source_read(&text, argv[1], SIZE_MAX, NULL)) {
		fputs("usage: search PAGE [MB]\n", stderr);
		return 2;
	}
	page = load_bytes(buf_str(&text), "bench", NULL);
	issue = large_issue(page, bytes);
	bench_fold(issue);
	bench_queries(issue);
	issue_free(issue);
	issue_free(page);
	buf_release(&text);
	return figure_status();
}
