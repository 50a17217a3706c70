/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STATE_STORE_H
#define STATE_STORE_H

#include "state/store_sql.h"

/*
 * What the program keeps of its runs, in an SQLite database that several readers may have
 * open at once: $XDG_STATE_HOME/baolan/state.db.  The tables and all statements are in
 * store_sql.inc; the other files of this folder give them meaning.
 *
 *  - Changes are queued in memory, and written together by store_flush(), in one
 *    transaction.  After it has returned true, the end of the process by any signal loses
 *    nothing; a loss of power loses nothing if it was STORE_SURELY.
 *  - A database on a local disk has a write-ahead log: a transaction is one write,
 *    without a wait for the disk, and readers never wait for writers.  On a file system
 *    of a network such a log does not work (its index is shared memory); there it has a
 *    rollback journal.
 *  - What is not to be touched is not opened for writing: a file of a later version, a
 *    file that is none of baolan, a symbolic link, a FIFO.
 *  - Nothing here fails for its caller: where the file cannot be used, there is no store
 *    (NULL, which all functions take for one that keeps nothing) or a sentence that says
 *    why (store_take_problem()).
 */
struct store;

/*
 * Opens the database, and makes it if there is none.  NULL: nothing will be kept; *problem is
 * then a sentence that says why, for the caller to free, or NULL where there is no home
 * folder.  A database that can be read alone is opened, and *problem says that.
 */
struct store *store_open(char **problem);

/* The same for a file `path`. */
struct store *store_open_file(const char *path, char **problem);

/* Drops what is queued, and frees the store. */
void store_close(struct store *store);

/* Queues a statement that changes something; texts are copied. */
void store_change(struct store *store, enum store_sql sql,
                  const struct store_value *values, size_t count);

/* Writes what is queued; true when nothing is left in the queue.  What could not be
 * written stays there. */
bool store_flush(struct store *store, enum store_haste haste);

/* Is anything queued? */
bool store_has_changes(const struct store *store);

/* Calls `row` for each row that a statement gives, after what is queued was written.
 * Texts in `columns` are borrowed until `row` returns. */
void store_query(struct store *store, enum store_sql sql,
                 const struct store_value *values, size_t count,
                 void (*row)(void *context, const struct store_value *columns),
                 void *context);

/* A sentence that says why something was not kept, the first time after it went wrong; NULL:
 * all is well.  The caller frees it. */
char *store_take_problem(struct store *store);

#endif
