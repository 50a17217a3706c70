/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_INPUT_H
#define LOAD_INPUT_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct input_queue;
struct load_options;

/*
 * Reads the files `names` (count >= 1), folders among them, and adds their bytes to the
 * queue.  A file of a folder that is of a form without text of a page is left out, and
 * a diagnostic says so; a named one is an error.  All files together may have as many
 * bytes as `options` says, and six million lines.  `*sum` is changed to a hash of its
 * old value and of all names and bytes.  False with *error as in load_begin().
 */
bool input_read(struct input_queue *queue, const char *const *names,
                size_t count, const struct load_options *options, uint64_t *sum,
                char **error);

#endif
