/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../lib/oracle.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * All fuzz targets in one program, as libFuzzer calls it.  It is the target NAME where it
 * runs as fuzz_NAME: its files are links to one file.
 */

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static const struct target {
	const char *name;
	char *(*oracle)(struct str bytes);
} targets[] = {
#define TARGET(name, oracle, max_bytes, dictionary) { #name, oracle },
#include "targets.inc"
#undef TARGET
};

/* libFuzzer has no context that it would hand on. */
static const struct target *target;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	const char *slash = strrchr((*argv)[0], '/');
	const char *name = slash ? slash + 1 : (*argv)[0];

	(void)argc;
	for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
		if (!strncmp(name, "fuzz_", 5) &&
		    !strcmp(name + 5, targets[i].name))
			target = &targets[i];
	if (target)
		return 0;
	fprintf(stderr, "%s: no fuzz target has this name\n", name);
	exit(EXIT_FAILURE);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	oracle_insist(target->oracle((struct str){ (const char *)bytes, len }));
	return 0;
}
