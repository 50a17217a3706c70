/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_MADE_STATE_H
#define TESTS_MADE_STATE_H

#include "base/str.h"

/* Files of state, good and bad ones. */

/* Makes the file that the bytes say: they are the file itself; or bytes that are changed in a
 * good one, which may be cut off; or texts that are kept in it; or SQL that somebody else has
 * done to it.  NULL, or a sentence that says what was wrong, for the caller to free. */
char *made_state(const char *path, struct str bytes);

/* Appends what a file holds. */
void made_state_read(struct buf *out, const char *path);

#endif
