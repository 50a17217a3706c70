/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_PASSWORD_H
#define CLI_PASSWORD_H

#include "load/input/pdf_access.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The password of encrypted files: the first line of a file, or typed at the terminal,
 * which does not show it.  It is kept for the next file, and for the next loading.
 */
struct password {
	bool may_ask; /* at the terminal; no screen of the program is open */
	bool is_from_file;
	char *known;             /* owned; or NULL */
	struct passwords source; /* that asks this one, as its context */
};

/* `file` may be NULL.  False, with *error for the caller to free: it cannot be read. */
bool password_init(struct password *password, const char *file, char **error);
void password_release(struct password *password);

#endif
