/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_ASK_PATH_COMPLETION_H
#define UI_ASK_PATH_COMPLETION_H

#include "ui/ask/completion.h"

/*
 * Completion of paths.  ~ is the home folder; names that begin with a dot are offered
 * when a dot is typed; folders end in a slash.  Names are put in as they are and offered
 * neutralised.  Of a folder PATH_COMPLETION_ENTRIES are looked at, so that no folder
 * takes long; where it has more nothing is put in, and it is told that there are others.
 */

#define PATH_COMPLETION_ENTRIES 100000

enum path_purpose {
	PATH_TO_OPEN, /* files of corrections are no pages, and left out */
	PATH_TO_SAVE, /* behind the dot of a name, endings of formats are offered too */
	PATH_PURPOSES
};

/* Finds what may stand for the last part of the path line[start, cursor). */
void path_completion_find(struct completions *found, struct str line,
                          size_t start, size_t cursor,
                          enum path_purpose purpose);

/* The completer of lines that are a path. */
struct completer path_completer(enum path_purpose purpose);

#endif
