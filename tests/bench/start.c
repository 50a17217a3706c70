/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure.h"

#include "base/mem.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

/*
 * start COMMAND...: milliseconds from the start of a process until its first screen
 * is whole, in a terminal of 80x24 that answers what it is asked (libvterm).  A
 * screen is whole with the last byte before the program is quiet for QUIET_MS.  The
 * commands (words parted by blanks) take turns, so that what else the machine does
 * falls on all of them; least and median of ROUNDS are printed.
 */

#define ROUNDS      40
#define QUIET_MS    150
#define PATIENCE_MS 5000
#define WORDS_MOST  16
#define TERM_ROWS   24
#define TERM_COLS   80

static double start_now_ms(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void start_answer(const char *bytes, size_t len, void *user)
{
	const int *master = user;

	if (write(*master, bytes, len) < 0)
		perror("bench: an answer of the terminal");
}

static void start_exec(const char *command)
{
	char *words[WORDS_MOST + 1] = { 0 };
	char *text = mem_dup(command, strlen(command));
	int count = 0;

	for (char *word = strtok(text, " "); word && count < WORDS_MOST;
	     word = strtok(NULL, " "))
		words[count++] = word;
	setenv("TERM", "xterm-256color", 1);
	execvp(words[0], words);
	_exit(127);
}

/* Feeds the emulator until the program is quiet; when its last byte came. */
static double start_watch(int master, VTerm *vterm)
{
	double begun = start_now_ms(), last = 0;
	struct pollfd ready = { .fd = master, .events = POLLIN };

	while (start_now_ms() - begun < PATIENCE_MS) {
		char bytes[65536];
		ssize_t got;

		/* The first byte may take longer than the pauses after it. */
		if (poll(&ready, 1, last > 0 ? QUIET_MS : PATIENCE_MS) <= 0)
			break;
		got = read(master, bytes, sizeof bytes);
		if (got <= 0)
			break;
		last = start_now_ms();
		vterm_input_write(vterm, bytes, (size_t)got);
	}
	return last;
}

/* How many rows of the emulated screen are not blank. */
static int start_rows_with_text(VTerm *vterm)
{
	VTermScreen *screen = vterm_obtain_screen(vterm);
	int rows = 0;

	for (int row = 0; row < TERM_ROWS; row++)
		for (int col = 0; col < TERM_COLS; col++) {
			VTermScreenCell cell;

			vterm_screen_get_cell(screen, (VTermPos){ row, col },
			                      &cell);
			if (cell.chars[0] > ' ' &&
			    cell.chars[0] != (uint32_t)-1) {
				rows++;
				break;
			}
		}
	return rows;
}

/* Ends the child: asked first, so that it takes its lock files away. */
static void start_end(pid_t child, int master)
{
	double begun = start_now_ms();

	kill(child, SIGTERM);
	while (waitpid(child, NULL, WNOHANG) == 0) {
		char bytes[4096];
		struct pollfd ready = { .fd = master, .events = POLLIN };

		if (poll(&ready, 1, 1) > 0 &&
		    read(master, bytes, sizeof bytes) < 0)
			poll(NULL, 0, 1);
		if (start_now_ms() - begun > QUIET_MS)
			kill(child, SIGKILL);
	}
	close(master);
}

/* One start of `command`, ended once its screen is whole; below zero when less than
 * half of the rows have text. */
static double start_once(const char *command)
{
	struct winsize size = { .ws_row = TERM_ROWS, .ws_col = TERM_COLS };
	VTerm *vterm = vterm_new(TERM_ROWS, TERM_COLS);
	double begun = start_now_ms(), last;
	int master, rows;
	pid_t child;

	vterm_set_utf8(vterm, 1);
	vterm_screen_enable_altscreen(vterm_obtain_screen(vterm), 1);
	vterm_screen_reset(vterm_obtain_screen(vterm), 1);
	vterm_output_set_callback(vterm, start_answer, &master);
	child = forkpty(&master, NULL, NULL, &size);
	if (!child)
		start_exec(command);
	if (child < 0) {
		perror("bench: forkpty");
		exit(1);
	}
	last = start_watch(master, vterm);
	rows = start_rows_with_text(vterm);
	start_end(child, master);
	vterm_free(vterm);
	return rows >= TERM_ROWS / 2 ? last - begun : -1;
}

static int start_compare(const void *a, const void *b)
{
	const double *left = a, *right = b;

	return (*left > *right) - (*left < *right);
}

int main(int argc, char **argv)
{
	size_t count = (size_t)(argc > 1 ? argc - 1 : 0);
	double *times = mem_alloc((count + 1) * ROUNDS * sizeof *times);

	for (int round = 0; round < ROUNDS; round++)
		for (size_t i = 0; i < count; i++)
			times[i * ROUNDS + (size_t)round] =
				start_once(argv[i + 1]);
	for (size_t i = 0; i < count; i++) {
		double *own = times + i * ROUNDS;

		qsort(own, ROUNDS, sizeof *own, start_compare);
		printf("first screen, least %6.2f ms, median %6.2f ms: %s\n",
		       figure(argv[i + 1], own[0], 2), own[ROUNDS / 2],
		       argv[i + 1]);
	}
	free(times);
	return figure_status();
}
