/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/process.h"

#include "base/mem.h"
#include "base/save.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static int open_unlinked(void)
{
	char path[] = "/tmp/baolan-XXXXXX";
	int fd = mkostemp(path, O_CLOEXEC);

	if (fd >= 0)
		unlink(path);
	return fd;
}

/* A file without a name: in memory where the system has such files. */
static int open_nameless(void)
{
	int fd = -1;

#ifdef HAVE_MEMFD_CREATE
	fd = memfd_create("input", MFD_CLOEXEC);
#endif
	return fd >= 0 ? fd : open_unlinked();
}

int process_input(struct str text)
{
	int fd = open_nameless();
	int error;

	if (fd < 0)
		return -1;
	if (save_all(fd, text) && lseek(fd, 0, SEEK_SET) == 0)
		return fd;
	error = errno;
	close(fd);
	errno = error;
	return -1;
}

/* What this process ignores, a program does not. */
static void set_attributes(posix_spawnattr_t *attributes, bool own_group)
{
	static const int ignored[] = { SIGINT, SIGQUIT, SIGPIPE, SIGXFSZ };
	sigset_t signals;

	sigemptyset(&signals);
	for (size_t i = 0; i < ARRAY_LEN(ignored); i++)
		sigaddset(&signals, ignored[i]);
	posix_spawnattr_setsigdefault(attributes, &signals);
	posix_spawnattr_setflags(
		attributes, (short)(POSIX_SPAWN_SETSIGDEF |
	                            (own_group ? POSIX_SPAWN_SETPGROUP : 0)));
}

/* Copies that stand above all descriptors of the program, so that none is overwritten
 * before it is copied to its place; -1 where there are no more descriptors. */
static bool lift(int *lifted, const struct process *process)
{
	bool done = true;

	for (size_t i = 0; i < process->fd_count; i++) {
		lifted[i] = fcntl(process->fds[i], F_DUPFD_CLOEXEC,
		                  (int)process->fd_count);
		done = done && lifted[i] >= 0;
	}
	return done;
}

static void close_lifted(const int *lifted, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (lifted[i] >= 0)
			close(lifted[i]);
}

/* What was open when this process was started is none of the program's business. */
static int close_others(posix_spawn_file_actions_t *actions, size_t first)
{
#ifdef HAVE_POSIX_SPAWN_FILE_ACTIONS_ADDCLOSEFROM_NP
	return posix_spawn_file_actions_addclosefrom_np(actions, (int)first);
#else
	(void)actions;
	(void)first;
	return 0;
#endif
}

int process_start(pid_t *pid, const struct process *process)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	int *lifted = mem_alloc(process->fd_count * sizeof *lifted);
	int error = lift(lifted, process) ? 0 : errno;

	assert(process->argv[0]);
	posix_spawn_file_actions_init(&actions);
	posix_spawnattr_init(&attributes);
	set_attributes(&attributes, process->own_group);
	for (size_t i = 0; i < process->fd_count && !error; i++)
		error = posix_spawn_file_actions_adddup2(&actions, lifted[i],
		                                         (int)i);
	if (!error && process->closes_others)
		error = close_others(&actions, process->fd_count);
	if (!error)
		error = posix_spawnp(pid, process->argv[0], &actions,
		                     &attributes, process->argv,
		                     process->env ? process->env : environ);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	close_lifted(lifted, process->fd_count);
	free(lifted);
	return error;
}
