/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "runner.h"

#include "base/save.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

#define ARGS_MOST 24
#define PATIENCE_S                                                             \
 60 /* after that the program hangs, and is ended by SIGALRM */

static void die(const char *what)
{
	printf("Bail out! %s: %s\n", what, strerror(errno));
	exit(99);
}

bool runner_open(struct runner *runner, const char *data)
{
	snprintf(runner->folder, sizeof runner->folder,
	         "/tmp/baolan-faults.XXXXXX");
	if (!realpath("baolan", runner->program) ||
	    !realpath("tests/faults/shim.so", runner->shim) ||
	    !realpath(data, runner->data))
		return false;
	if (!mkdtemp(runner->folder) || chdir(runner->folder))
		die("mkdtemp");
	return true;
}

static int remove_one(const char *path, const struct stat *about, int kind,
                      struct FTW *place)
{
	(void)about;
	(void)kind;
	(void)place;
	return remove(path);
}

void runner_remove(const char *path)
{
	if (nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS) && errno != ENOENT)
		die(path);
}

void runner_close(const struct runner *runner)
{
	if (chdir("/"))
		die("chdir");
	runner_remove(runner->folder);
}

void runner_read(struct buf *out, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	char bytes[65536];
	ssize_t got;

	if (fd < 0)
		return;
	while ((got = read(fd, bytes, sizeof bytes)) > 0)
		buf_add(out, (struct str){ bytes, (size_t)got });
	close(fd);
}

void runner_write(const char *path, struct str bytes)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	if (fd < 0 || !save_all(fd, bytes) || close(fd))
		die(path);
}

void outcome_init(struct outcome *outcome)
{
	*outcome = (struct outcome){ 0 };
	buf_init(&outcome->out);
	buf_init(&outcome->err);
	buf_init(&outcome->calls);
}

void outcome_release(struct outcome *outcome)
{
	buf_release(&outcome->out);
	buf_release(&outcome->err);
	buf_release(&outcome->calls);
}

static void put_on(const char *path, int fd)
{
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (file < 0 || dup2(file, fd) < 0)
		_exit(99);
	close(file);
}

/* The child becomes the program. */
static _Noreturn void be_program(const struct runner *runner, const char *args,
                                 const char *fault, bool has_terminal)
{
	char *argv[ARGS_MOST + 1] = { NULL }, *words = strdup(args), *rest;
	static char *bare[] = { NULL };
	int count = 1;

	argv[0] = strdup(runner->program);
	for (char *word = strtok_r(words, " ", &rest);
	     word && count < ARGS_MOST; word = strtok_r(NULL, " ", &rest))
		argv[count++] = word;
	if (!has_terminal) {
		put_on(".out", STDOUT_FILENO);
		put_on(".err", STDERR_FILENO);
	}
	environ = bare;
	setenv("PATH", "/usr/bin:/bin", 1);
	setenv("HOME", runner->folder, 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("TERM", "xterm-256color", 1);
	setenv("SOURCE_DATE_EPOCH", "0", 1);
	setenv("BAOLAN_DATADIR", runner->data, 1);
	setenv("LD_PRELOAD", runner->shim, 1);
	setenv("BAOLAN_FAULT", fault, 1);
	setenv("BAOLAN_FAULT_COUNT", ".count", 1);
	alarm(PATIENCE_S);
	execv(argv[0], argv);
	_exit(99);
}

/* Answers each question where the cursor is, so that nobody waits for it; `asked` bytes of
 * what was written are looked through. */
static void answer(int master, const struct buf *out, size_t *asked)
{
	const struct str question = STR("\033[6n"), place = STR("\033[2;2R");
	size_t at;

	while ((at = str_find(buf_str(out), question, *asked)) != NPOS) {
		*asked = at + question.len;
		if (!save_all(master, place))
			return;
	}
}

/* Takes what is written on a terminal until nobody has it open. */
static void read_terminal(int master, struct buf *out)
{
	char bytes[16384];
	size_t asked = 0;
	ssize_t got;

	while ((got = read(master, bytes, sizeof bytes)) > 0) {
		buf_add(out, (struct str){ bytes, (size_t)got });
		answer(master, out, &asked);
	}
}

/* Lets the terminal hand on each key as it is typed.  It would else take ^U and ^C for its own,
 * and only if the program has not yet begun to read keys. */
static void pass_keys(int terminal)
{
	struct termios modes;

	tcgetattr(terminal, &modes);
	modes.c_lflag &= ~(tcflag_t)(ICANON | ISIG);
	modes.c_iflag &= ~(tcflag_t)ICRNL;
	tcsetattr(terminal, TCSANOW, &modes);
}

static void run_on_terminal(const struct runner *runner, const char *args,
                            const char *keys, const char *fault,
                            struct outcome *outcome)
{
	const struct winsize size = { 24, 80, 0, 0 };
	struct termios before, after;
	int master, slave;
	pid_t child;

	if (openpty(&master, &slave, NULL, NULL, &size) < 0)
		die("openpty");
	pass_keys(slave);
	tcgetattr(slave, &before);
	if (write(master, keys, strlen(keys)) < 0)
		die("typing");
	child = fork();
	if (!child) {
		close(master);
		login_tty(slave);
		be_program(runner, args, fault, true);
	}
	close(slave);
	read_terminal(master, &outcome->out);
	waitpid(child, &outcome->status, 0);
	tcgetattr(master, &after); /* those of its other end */
	outcome->is_changed = before.c_lflag != after.c_lflag ||
	                      before.c_iflag != after.c_iflag ||
	                      before.c_oflag != after.c_oflag;
	close(master);
}

static void run_without(const struct runner *runner, const char *args,
                        const char *fault, struct outcome *outcome)
{
	pid_t child = fork();

	if (!child)
		be_program(runner, args, fault, false);
	waitpid(child, &outcome->status, 0);
	runner_read(&outcome->out, ".out");
	runner_read(&outcome->err, ".err");
}

void runner_run(const struct runner *runner, const char *args, const char *keys,
                const char *fault, struct outcome *outcome)
{
	unlink(".count");
	if (keys)
		run_on_terminal(runner, args, keys, fault, outcome);
	else
		run_without(runner, args, fault, outcome);
	runner_read(&outcome->calls, ".count");
}
