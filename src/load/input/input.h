/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_INPUT_H
#define LOAD_INPUT_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct input_queue;
struct load_options;

/*
 * Names of files become what is taken in: all their bytes are read.  Of folders, what
 * is known to hold no text is left out, and a diagnostic says so; where it was named,
 * it is an error.  `sum` gets a number for all names and bytes.  False with *error as
 * load_begin() has it.
 */
bool input_read(struct input_queue *queue, const char *const *names,
                size_t count, const struct load_options *options, uint64_t *sum,
                char **error);

#endif
