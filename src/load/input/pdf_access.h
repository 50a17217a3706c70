/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_PDF_ACCESS_H
#define LOAD_INPUT_PDF_ACCESS_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* Where the passwords of encrypted files come from. */
struct passwords {
	/* A password to try on file `name`; `refused`: so many were wrong.  NULL: no
	 * other is known.  Borrowed until the next call. */
	const char *(*ask)(void *context, const char *name, size_t refused);
	void *context;
};

enum pdf_access {
	PDF_OPENS,
	PDF_NO_HELPER,      /* the program cannot be started: errno */
	PDF_NEEDS_PASSWORD, /* and none was given */
	PDF_REFUSES         /* all that were tried are wrong */
};

/*
 * Finds out with which password the program at `helper` opens a PDF, and sets *password
 * to it, which the caller frees, or to NULL where none is needed.  `passwords` may be
 * NULL.  Only files that are encrypted are tried; those that are damaged count as
 * opening, as no password would help.
 */
enum pdf_access pdf_access_find(const char *helper, const char *name,
                                struct str bytes,
                                const struct passwords *passwords,
                                char **password);

#endif
