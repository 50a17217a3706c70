/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_HOME_PATH_H
#define BASE_HOME_PATH_H

#include "base/str.h"

/* Paths in which ~ is the person's home folder ($HOME), as in a shell. */

/* The path of what was typed: a ~ that stands alone or before a slash is the home folder.
 * The caller frees it. */
char *home_path_expand(struct str typed);

/* Appends the absolute path of what exists at `path`, else `path`, with ~ for the home
 * folder; not neutralised. */
void home_path_add(struct buf *out, const char *path);

#endif
