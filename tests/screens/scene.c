/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene.h"

#include "base/save.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void scene_open(struct scene *scene)
{
	const char *source = getenv("srcdir");
	char tests[PATH_MAX], data[PATH_MAX], path[PATH_MAX + 16];
	static char *bare[] = { NULL };

	snprintf(path, sizeof path, "%s/tests/data", source ? source : ".");
	if (!realpath(path, tests))
		*tests = '\0';
	snprintf(path, sizeof path, "%s/data", source ? source : ".");
	if (!realpath(path, data))
		*data = '\0';
	if (!realpath(getenv("BAOLAN") ? getenv("BAOLAN") : "baolan",
	              scene->program)) {
		printf("Bail out! no program to test\n");
		exit(99);
	}
	snprintf(scene->folder, sizeof scene->folder, "/tmp/ttest.XXXXXX");
	if (!mkdtemp(scene->folder) || chdir(scene->folder) ||
	    symlink(tests, "data") || symlink(data, "bundle")) {
		printf("Bail out! no folder to test in\n");
		exit(99);
	}
	environ = bare;
	setenv("PATH", "/usr/bin:/bin", 1);
	setenv("HOME", scene->folder, 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("TERM", "xterm-256color", 1);
	setenv("BAOLAN_DATADIR", "bundle", 1);
	/* Of a newterm() that failed, and of LOCPATH: no call gives it back.  Nor
	 * does delscreen() what newterm() of ncurses 6.6 took; all that the stack
	 * has of that is the library. */
	scene_write(".lsan",
	            "leak:new_prescr\nleak:argz_add_sep\nleak:libncursesw", 1,
	            "\n");
	setenv("LSAN_OPTIONS", "suppressions=.lsan:print_suppressions=0", 1);
	setenv("ASAN_OPTIONS", "detect_leaks=1:handle_segv=0:handle_abort=0",
	       1);
}

void scene_close(const struct scene *scene)
{
	char command[128];

	if (chdir("/"))
		return;
	snprintf(command, sizeof command, "rm -rf %s", scene->folder);
	if (system(command))
		printf("# %s is left\n", scene->folder);
}

void scene_forget(void)
{
	if (system("rm -rf .local/state"))
		printf("# the state of the last run is left\n");
}

char *scene_read(const char *path)
{
	FILE *file = fopen(path, "r");
	struct buf text;
	char bytes[4096];
	size_t got;

	buf_init(&text);
	while (file && (got = fread(bytes, 1, sizeof bytes, file)))
		buf_add(&text, (struct str){ bytes, got });
	if (file)
		fclose(file);
	else
		buf_addf(&text, "(%s)\n", strerror(errno));
	return buf_steal(&text);
}

void scene_write(const char *path, const char *text, size_t times,
                 const char *end)
{
	FILE *file = fopen(path, "w");

	if (!file)
		return;
	while (times--)
		fputs(text, file);
	fputs(end, file);
	fclose(file);
}

bool scene_feed(const char *fifo, const char *path)
{
	/* Not to hang where nobody reads. */
	int fd = open(fifo, O_WRONLY | O_NONBLOCK | O_CLOEXEC);
	char *text = scene_read(path);
	bool done = fd >= 0 && save_all(fd, str_from(text));

	if (fd >= 0)
		close(fd);
	free(text);
	return done;
}
