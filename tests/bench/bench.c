/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/mem.h"
#include "base/str.h"
#include "figure.h"
#include "issue/issue.h"
#include "load/input/source.h"
#include "load/load.h"

#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/*
 * bench PAGE: how long loading takes and how much memory, beside `wc -m' on the
 * same bytes.  Each figure is the best of RUNS, all in one run of this program,
 * each in a process of its own; what a process takes that does nothing is
 * subtracted.
 */

#define RUNS 5
#define MB   1e6

#define WC_BYTES 10000000 /* that wc is given: less would be noise */

extern char **environ;

/* One input, made from the text of a page. */
struct input {
	const char *name;
	void (*make)(struct buf *out, struct str page, size_t amount);
	size_t amount;
};

/* A thousandth of the characters become others, so that no two pages are the
 * same. */
static void add_varied(struct buf *out, struct str page, unsigned *seed)
{
	size_t start = out->len;

	buf_add(out, page);
	for (size_t at = start; at + 3 < out->len; at++) {
		unsigned char *c = (unsigned char *)out->ptr + at;

		if (c[0] < 0xe5 || c[0] > 0xe8)
			continue;
		*seed = *seed * 1103515245 + 12345;
		if (*seed >> 16 & 1023)
			continue;
		c[0] = (unsigned char)(0xe5 + (*seed >> 8) % 4);
	}
}

static void make_pages(struct buf *out, struct str page, size_t count)
{
	unsigned seed = 1;

	for (size_t i = 0; i < count; i++) {
		if (i)
			buf_add_byte(out, '\f');
		add_varied(out, page, &seed);
	}
}

static void make_line(struct buf *out, struct str page, size_t bytes)
{
	while (out->len < bytes)
		for (size_t at = 0; at < page.len; at++)
			if (page.ptr[at] != '\n')
				buf_add_byte(out, page.ptr[at]);
}

/* The page character by character, as many lines. */
static void make_letters(struct buf *out, struct str page, size_t bytes)
{
	for (size_t at = 0; out->len < bytes; at = (at + 1) % page.len) {
		if (out->len && ((unsigned char)page.ptr[at] & 0xc0) != 0x80)
			buf_add_byte(out, '\n');
		buf_add_byte(out, page.ptr[at]);
	}
}

static void make_one_page(struct buf *out, struct str page, size_t bytes)
{
	while (out->len < bytes)
		buf_add(out, page);
}

static void make_heads(struct buf *out, struct str page, size_t bytes)
{
	for (size_t at = 0; out->len < bytes; at = (at + 1) % page.len) {
		if (page.ptr[at] != '\n')
			buf_add_byte(out, page.ptr[at]);
		if (at % 30 == 0)
			buf_add_c(out, "\n\n");
	}
}

static void make_blank(struct buf *out, struct str page, size_t bytes)
{
	(void)page;
	while (out->len < bytes)
		buf_add_byte(out, '\n');
}

static const struct input inputs[] = {
	{ "one page", make_pages, 1 },
	{ "100 pages", make_pages, 100 },
	{ "1000 pages", make_pages, 1000 },
	{ "a page of 1 MB", make_one_page, 1000000 },
	{ "1 MB without a newline", make_line, 1000000 },
	{ "10 MB without a newline", make_line, 10000000 },
	{ "1 MB of one-character lines", make_letters, 1000000 },
	{ "1 MB of short lines apart", make_heads, 1000000 },
	{ "1 MB of blank lines", make_blank, 1000000 },
};

struct figures {
	double ms, first_ms; /* all of it, the first page */
	size_t pages;
	double kbytes; /* of memory */
};

static double now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static struct figures load(const char *path)
{
	const char *const names[] = { path };
	struct figures figures = { 0 };
	double start = now_ms();
	char *error = NULL;
	struct loader *loader = load_begin(names, 1, NULL, &error);
	struct issue *issue;

	if (!loader)
		exit(1);
	while (!load_issue(loader)->pages_read && load_step(loader))
		continue;
	figures.first_ms = now_ms() - start;
	issue = load_finish(loader);
	figures.ms = now_ms() - start;
	figures.pages = issue->page_count;
	issue_free(issue);
	return figures;
}

/* Loads in a process of its own; nothing for NULL. */
static struct figures measure(const char *path)
{
	struct figures figures = { 0 };
	struct rusage usage;
	int ends[2], status;
	pid_t child;

	fflush(stdout);
	if (pipe(ends))
		exit(1);
	child = fork();
	if (!child) {
		if (path)
			figures = load(path);
		_exit(write(ends[1], &figures, sizeof figures) < 0);
	}
	close(ends[1]);
	if (child < 0 || read(ends[0], &figures, sizeof figures) < 0 ||
	    wait4(child, &status, 0, &usage) < 0)
		exit(1);
	close(ends[0]);
	figures.kbytes = (double)usage.ru_maxrss;
	return figures;
}

/* Of a file that is given to wc so many times. */
static double wc_ms(const char *path, size_t times)
{
	char wc[] = "wc", chars[] = "-m", *file = mem_dup(path, strlen(path));
	char **arguments = mem_alloc((times + 3) * sizeof *arguments);
	posix_spawn_file_actions_t actions;
	double start;
	pid_t child;
	int status;

	arguments[0] = wc;
	arguments[1] = chars;
	for (size_t i = 0; i < times; i++)
		arguments[i + 2] = file;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null",
	                                 1, 0);
	start = now_ms();
	if (posix_spawnp(&child, "wc", &actions, NULL, arguments, environ) ||
	    waitpid(child, &status, 0) < 0 || status) {
		figure_is_missing("wc -m", "the command failed");
		exit(1);
	}
	posix_spawn_file_actions_destroy(&actions);
	free(arguments);
	free(file);
	return now_ms() - start;
}

static double least(double a, double b)
{
	return a < b ? a : b;
}

static void print_input(const struct input *input, struct str page,
                        const char *path)
{
	struct figures best = measure(NULL);
	double nothing_kbytes = best.kbytes, wc = 1e9, nothing_wc = 1e9, mb;
	size_t times;
	struct buf text;
	FILE *file = fopen(path, "w");

	buf_init(&text);
	input->make(&text, page, input->amount);
	mb = (double)text.len / MB;
	times = 1 + WC_BYTES / text.len;
	if (!file || fwrite(text.ptr, 1, text.len, file) != text.len ||
	    fclose(file))
		exit(1);
	buf_release(&text);
	best.ms = best.first_ms = best.kbytes = 1e9;
	for (int run = 0; run < RUNS; run++) {
		struct figures figures = measure(path);

		best.ms = least(best.ms, figures.ms);
		best.first_ms = least(best.first_ms, figures.first_ms);
		best.kbytes = least(best.kbytes, figures.kbytes);
		best.pages = figures.pages;
		wc = least(wc, wc_ms(path, times));
		nothing_wc = least(nothing_wc, wc_ms("/dev/null", times));
	}
	printf("%-28s %6.2f %9.2f %9.2f %7.2f %6.2f %7.1f %8.2f\n", input->name,
	       figure(input->name, mb, 2), figure(input->name, best.ms, 2),
	       figure(input->name, best.first_ms, 2),
	       figure(input->name, mb / best.ms * 1e3, 2),
	       figure(input->name, best.ms / (double)best.pages, 2),
	       figure(input->name,
	              (best.kbytes - nothing_kbytes) * 1024 / (mb * MB), 1),
	       figure("wc -m", (wc - nothing_wc) / (double)times, 2));
}

int main(int argc, char *argv[])
{
	char path[] = "/tmp/bench-XXXXXX";
	struct buf page;

	buf_init(&page);
	if (argc != 2 || !source_read(&page, argv[1], SIZE_MAX, NULL) ||
	    mkstemp(path) < 0)
		return 1;
	setenv("LC_ALL", "C.UTF-8", 1);
	printf("%-28s %6s %9s %9s %7s %6s %7s %8s\n", "", "MB", "ms",
	       "first ms", "MB/s", "ms/p", "mem/in", "wc -m ms");
	for (size_t i = 0; i < ARRAY_LEN(inputs); i++)
		print_input(&inputs[i], buf_str(&page), path);
	unlink(path);
	buf_release(&page);
	return figure_status();
}
