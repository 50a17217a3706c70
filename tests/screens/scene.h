/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_SCENE_H
#define TESTS_SCENE_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

/*
 * Where a test takes place: an empty folder, which is the home folder too, in
 * which data is tests/data and bundle is data; nothing of the environment one
 * has; the program of variable BAOLAN, or ./baolan.
 */
struct scene {
	char folder[64];
	char program[PATH_MAX];
};

/* Ends the test with status 99 when there is no such program or folder. */
void scene_open(struct scene *scene);
void scene_close(const struct scene *scene);

/* Removes what the program has kept of its last run. */
void scene_forget(void);

/* A whole file, or "(No such file or directory)"; caller frees. */
char *scene_read(const char *path);

/* A file of `text`, so many times, and `end`. */
void scene_write(const char *path, const char *text, size_t times,
                 const char *end);

/* Writes a file, which is small, to a FIFO that something reads from; false when
 * nothing does. */
bool scene_feed(const char *fifo, const char *path);

#endif
