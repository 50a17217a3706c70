/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_LOAD_OPTIONS_H
#define LOAD_INPUT_LOAD_OPTIONS_H

#include <stddef.h>

struct corrections;
struct source_wait;

/* How an issue is loaded. */
struct load_options {
	const char *encoding; /* NULL: found out from the bytes; borrowed */
	size_t limit_bytes;   /* of all input; 0: the default, 64 MiB */
	/* What a person said of the issue, or NULL; which of it fits is set. */
	struct corrections *corrections;
	/* What is done while a pipe has nothing yet (load/input/source.h), or NULL. */
	const struct source_wait *wait;
};

#endif
