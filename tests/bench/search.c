/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/search.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/load.h"
#include "load/source.h"
#include "text/fold.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/*
 * search PAGE [MB]: folding, and what a keystroke of a search takes in an issue of
 * so many megabytes, beside `grep -F -c' over the same bytes.  Best of RUNS.
 */

#define RUNS 3

static double now_ms(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

/* An issue of one paragraph a passage, as large as it is asked for: only what a
 * search looks at. */
static struct issue *large_issue(const struct issue *page, size_t bytes)
{
	struct issue *issue = issue_new();
	size_t total = 0;

	while (total < bytes)
		for (size_t p = 0; p < page->passage_count; p++) {
			*ARRAY_ADD(issue->passages, issue->passage_count,
			           issue->passage_cap) = (struct passage){
				.text = page->passages[p].text,
				.article = NPOS,
			};
			total += page->passages[p].text.len;
		}
	return issue;
}

static void bench_fold(const struct issue *issue)
{
	double best = 1e9;
	size_t bytes = 0;

	for (int run = 0; run < RUNS; run++) {
		double start = now_ms();
		struct buf out;

		buf_init(&out);
		bytes = 0;
		for (size_t p = 0; p < issue->passage_count; p++) {
			fold_add(&out, issue->passages[p].text, NULL);
			bytes += issue->passages[p].text.len;
		}
		if (now_ms() - start < best)
			best = now_ms() - start;
		buf_release(&out);
	}
	printf("folding %zu MB: %.0f ms, %.0f MB/s\n", bytes / 1000000, best,
	       (double)bytes / best / 1e3);
}

static double grep_ms(const struct issue *issue, const char *pattern)
{
	char path[] = "/tmp/bench-XXXXXX";
	double best = 1e9;
	struct buf command;
	FILE *file = fdopen(mkstemp(path), "w");

	for (size_t p = 0; file && p < issue->passage_count; p++) {
		fwrite(issue->passages[p].text.ptr, 1,
		       issue->passages[p].text.len, file);
		putc('\n', file);
	}
	if (file)
		fclose(file);
	buf_init(&command);
	buf_addf(&command, "LC_ALL=C grep -F -c '%s' %s | cat >/dev/null", pattern,
	         path);
	for (int run = 0; run < RUNS; run++) {
		double start = now_ms();

		if (system(command.ptr) < 0)
			break;
		if (now_ms() - start < best)
			best = now_ms() - start;
	}
	buf_release(&command);
	remove(path);
	return best;
}

static void bench_queries(const struct issue *issue)
{
	static const struct {
		const char *pattern;
		enum query_mode mode;
	} cases[] = {
		{ "疫情防控", QUERY_AUTO },  { "没有这个词", QUERY_AUTO },
		{ "的", QUERY_AUTO },        { "疫情 12345", QUERY_AUTO },
		{ "联防联控", QUERY_EXACT }, { "lflk", QUERY_PINYIN },
	};
	struct finder *finder = finder_new(issue);
	struct hits hits;

	hits_init(&hits);
	finder_search(finder, &hits, STR("a"), QUERY_AUTO);
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		double best = 1e9;

		for (int run = 0; run < RUNS; run++) {
			double start = now_ms();

			finder_search(finder, &hits, str_from(cases[i].pattern),
			              cases[i].mode);
			if (now_ms() - start < best)
				best = now_ms() - start;
		}
		printf("%-14s %7.1f ms, %7zu hits; grep -F %7.1f ms\n",
		       cases[i].pattern, best, hits.count,
		       grep_ms(issue, cases[i].pattern));
	}
	hits_release(&hits);
	finder_free(finder);
}

int main(int argc, char *argv[])
{
	size_t bytes =
		argc > 2 ? strtoul(argv[2], NULL, 10) * 1000000 : 64000000;
	struct issue *page, *issue;
	struct buf text;

	buf_init(&text);
	if (argc < 2 || !source_read(&text, argv[1], SIZE_MAX)) {
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
	return 0;
}
