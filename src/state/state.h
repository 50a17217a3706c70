/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STATE_STATE_H
#define STATE_STATE_H

#include "state/store.h"

/*
 * Small things that are kept from one run to the next: values with names, and what was
 * typed before.  All of it is kept once the reader rests, or at its end; what is put is
 * found by what is asked for afterwards at once.  `store` may be NULL everywhere: then
 * nothing is found.
 */

/* Values that have a name; each name is used in one place. */
#define STATE_SAVE_FOLDER "save-folder" /* where a file was saved last */
#define STATE_SAVE_FORMAT "save-format" /* its format, by name */
#define STATE_THEME       "theme"       /* as ui/preference.h keeps it */
#define STATE_MEASURE     "measure"     /* likewise */

/* Appends the value with a name to `out`; false: there is none. */
bool state_get(struct store *store, const char *name, struct buf *out);
void state_put(struct store *store, const char *name, struct str text);

/* What was typed at a question, the newest first. */
#define STATE_HISTORY_SEARCH "search"
#define STATE_HISTORY_FILE   "file" /* names of files to open or to save to */
#define STATE_HISTORY_MOST   100

/* Adds a text to a history, or moves it to its front. */
void state_add_history(struct store *store, const char *history,
                       struct str text);

/* Calls `each` for the newest `most` texts of a history, which are borrowed until it
 * returns. */
void state_list_history(struct store *store, const char *history, size_t most,
                        void (*each)(void *context, struct str text),
                        void *context);

#endif
