/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_LOAD_OPTIONS_H
#define LOAD_INPUT_LOAD_OPTIONS_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct corrections;
struct passwords;
struct source_wait;

/* How an issue is loaded.  All pointers are borrowed. */
struct load_options {
	const char *encoding; /* of all files; NULL: detected in each file */
	size_t limit_bytes;   /* of all input together; 0: 64 MiB */
	/* A person's corrections of the issue, or NULL; loading marks those whose
	 * lines are found. */
	struct corrections *corrections;
	/* What to do while a pipe has nothing to read (load/input/source.h); NULL: block. */
	const struct source_wait *wait;
	/* All bytes of the first file, a pipe that was read already; NULL: it is
	 * read. */
	const struct str *given;
	/* The path of the program that reads PDFs, baolan-pdf(1); NULL: this one was
	 * built without PDF. */
	const char *pdf_helper;
	/* The bytes of PDFs are kept for load/pictures.h. */
	bool wants_pictures;
	/* Where the passwords of encrypted files come from (load/input/pdf_access.h);
	 * NULL: there are none. */
	const struct passwords *passwords;
};

#endif
