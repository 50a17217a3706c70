/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/mem.h"
#include "base/str.h"
#include "figure.h"
#include "load/input/records.h"
#include "load/input/source.h"
#include "load/place/place_page.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/*
 * pdf BAOLAN-PDF BAOLAN FILE...: what reading PDF takes beside pdftotext on the same
 * files: the helper alone, the helper and placing, and the whole reader, which runs the
 * helper itself.  CPU of all processes, the start of each in it; a file's figure is the
 * best of RUNS, and all are of one run of this program.
 */

#define RUNS 5

extern char **environ;

static double timeval_ms(struct timeval time)
{
	return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

/* CPU of a program and of those that it waited for; 0, and a sentence, if it fails. */
static double program_ms(char *const arguments[], const char *input,
                         const char *output)
{
	posix_spawn_file_actions_t actions;
	struct rusage usage = { 0 };
	int status = 0;
	pid_t child;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input,
	                                 O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output,
	                                 O_WRONLY | O_TRUNC, 0);
	if (posix_spawnp(&child, arguments[0], &actions, NULL, arguments,
	                 environ) ||
	    wait4(child, &status, 0, &usage) < 0 || status) {
		figure_is_missing(arguments[0], "the command failed");
		usage = (struct rusage){ 0 };
	}
	posix_spawn_file_actions_destroy(&actions);
	return timeval_ms(usage.ru_utime) + timeval_ms(usage.ru_stime);
}

/* CPU of reading records and placing their pages. */
static double place_records(const char *path)
{
	struct place_memory memory = { 0 };
	struct placement placement;
	struct page_chars page;
	struct records records;
	struct timespec start, end;
	struct buf bytes;

	buf_init(&bytes);
	records_init(&records);
	if (!source_read(&bytes, path, SIZE_MAX, NULL))
		return 0;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
	records_feed(&records, buf_str(&bytes));
	records_end(&records);
	while (records_next_page(&records, &page)) {
		place_page(&placement, &page, &memory, NULL);
		placement_release(&placement);
		page_chars_release(&page);
	}
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
	records_release(&records);
	buf_release(&bytes);
	return (double)(end.tv_sec - start.tv_sec) * 1e3 +
	       (double)(end.tv_nsec - start.tv_nsec) / 1e6;
}

/* In a process of its own, as the program has it: its memory is new. */
static double placing_ms(const char *path)
{
	double ms = 0;
	int ends[2], status;
	pid_t child;

	fflush(stdout);
	if (pipe(ends))
		exit(1);
	child = fork();
	if (!child) {
		ms = place_records(path);
		_exit(write(ends[1], &ms, sizeof ms) < 0);
	}
	close(ends[1]);
	if (child < 0 || read(ends[0], &ms, sizeof ms) != sizeof ms ||
	    waitpid(child, &status, 0) < 0)
		exit(1);
	close(ends[0]);
	return ms;
}

static double least(double a, double b)
{
	return a < b ? a : b;
}

/* CPU in milliseconds. */
struct times {
	double pdftotext, helper, placing, reader;
};

static struct times measure(char *helper, char *reader, char *file,
                            const char *records)
{
	char pdftotext[] = "pdftotext", list[] = "-l", output[] = "-";
	struct times best = { 1e9, 1e9, 1e9, 1e9 };

	for (int run = 0; run < RUNS; run++) {
		best.pdftotext = least(
			best.pdftotext,
			program_ms((char *[]){ pdftotext, file, output, NULL },
		                   "/dev/null", "/dev/null"));
		best.helper = least(
			best.helper,
			program_ms((char *[]){ helper, NULL }, file, records));
		best.placing = least(best.placing, placing_ms(records));
		best.reader =
			least(best.reader,
		              program_ms((char *[]){ reader, list, file, NULL },
		                         "/dev/null", "/dev/null"));
	}
	return best;
}

static void print_figure(const char *what, double ms, int files,
                         double pdftotext)
{
	printf("%-28s %6.2f ms a file, %5.2f of pdftotext\n", what,
	       figure(what, ms / files, 2), figure(what, ms / pdftotext, 2));
}

int main(int argc, char *argv[])
{
	char records[] = "/tmp/bench-XXXXXX";
	struct times all = { 0 };

	if (argc < 4 || mkstemp(records) < 0) {
		fputs("usage: pdf BAOLAN-PDF BAOLAN FILE...\n", stderr);
		return 2;
	}
	if (system("command -v pdftotext >/dev/null") != 0) {
		puts("PDF: SKIP: pdftotext was not found (poppler-utils)");
		unlink(records);
		return 0;
	}
	setenv("LC_ALL", "C.UTF-8", 1);
	for (int i = 3; i < argc; i++) {
		struct times times =
			measure(argv[1], argv[2], argv[i], records);

		all.pdftotext += times.pdftotext;
		all.helper += times.helper;
		all.placing += times.placing;
		all.reader += times.reader;
	}
	unlink(records);
	printf("PDF: %d files\n", argc - 3);
	print_figure("pdftotext", all.pdftotext, argc - 3, all.pdftotext);
	print_figure("baolan-pdf", all.helper, argc - 3, all.pdftotext);
	print_figure("placing", all.placing, argc - 3, all.pdftotext);
	print_figure("baolan-pdf and placing", all.helper + all.placing,
	             argc - 3, all.pdftotext);
	print_figure("baolan -l", all.reader, argc - 3, all.pdftotext);
	return figure_status();
}
