/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "processes.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PROGRAM_DEPTH 3 /* of programs that programs begin */
#define SHELL_DEPTH                                                            \
 (PROGRAM_DEPTH + 2) /* a job has processes of the shell, too */

/* What /proc says of a process. */
struct process {
	char state; /* S sleeps, T is stopped, Z has ended, all others are busy */
	pid_t group;
};

/* Processes that are counted together. */
struct count {
	pid_t group; /* those of this group, and what they have begun; 0: all */
	bool stops_count; /* a stopped one is busy */
	int alive, busy;
};

/* Reads a small file of /proc as a string; false when there is none. */
static bool read_proc(char *text, size_t size, const char *format, pid_t pid)
{
	char path[64];
	ssize_t got = -1;
	int fd;

	snprintf(path, sizeof path, format, (int)pid, (int)pid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd >= 0) {
		got = read(fd, text, size - 1);
		close(fd);
	}
	text[got > 0 ? got : 0] = '\0';
	return got > 0;
}

static bool read_process(struct process *process, pid_t pid)
{
	char text[512], *name_end;
	int group;

	if (!read_proc(text, sizeof text, "/proc/%d/stat", pid))
		return false;
	name_end = strrchr(text, ')');
	if (!name_end ||
	    sscanf(name_end, ") %c %*d %d", &process->state, &group) != 2)
		return false;
	process->group = group;
	return true;
}

static void add_process(struct count *count, char state)
{
	if (state == 'Z' || state == 'X')
		return;
	count->alive++;
	count->busy += state == 'T' ? count->stops_count : state != 'S';
}

/* Counts a process and all that it has begun.  `counts`: its parent was counted. */
static void count_tree(struct count *count, pid_t pid, bool counts, int depth)
{
	struct process process;
	char text[1024], *at, *end;

	if (!read_process(&process, pid))
		return;
	counts = counts || !count->group || process.group == count->group;
	if (counts)
		add_process(count, process.state);
	if (depth <= 0 ||
	    !read_proc(text, sizeof text, "/proc/%d/task/%d/children", pid))
		return;
	for (at = text; (pid = (pid_t)strtol(at, &end, 10)) > 0; at = end)
		count_tree(count, pid, counts, depth - 1);
}

bool processes_rest(pid_t program, bool is_stopped)
{
	struct count count = { 0 };
	struct process process;

	if (!read_process(&process, program))
		return true;
	if (process.state == 'T')
		return is_stopped;
	/* Until its parent has waited for it the end is not known. */
	if (process.state == 'Z')
		return false;
	count_tree(&count, program, true, PROGRAM_DEPTH);
	return !count.busy;
}

bool processes_shell_rests(pid_t shell, pid_t front, bool reads_keys)
{
	struct count count = { .group = front, .stops_count = true };
	struct process process;

	if (!read_process(&process, shell))
		return true;
	/* A job waits until the shell has given it its group. */
	if (process.state != 'S')
		return false;
	if (process.group == front)
		return reads_keys;
	count_tree(&count, shell, false, SHELL_DEPTH);
	return count.alive && !count.busy;
}
