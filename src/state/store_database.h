/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STATE_STORE_DATABASE_H
#define STATE_STORE_DATABASE_H

#include "state/store_sql.h"

/* The database itself: the only file that includes sqlite3.h.  Results are those of
 * SQLite, of which 0 is success. */

struct sqlite3;
struct sqlite3_stmt;

struct store_database {
	struct sqlite3 *handle; /* owned, or NULL */
	char *path;             /* owned */
	bool read_only;         /* nothing is written to it */
	struct sqlite3_stmt *statements[STORE_STATEMENTS]; /* owned, or NULL:
	                                                    * not used yet */
};

/* The version of the tables that this program makes. */
unsigned store_database_version(void);

/* Opens the file `path`, brings its tables to that version, and chooses how transactions
 * are written.  Where it cannot be written it is opened for reading.  After a failure
 * the database is to be closed too. */
int store_database_open(struct store_database *database, const char *path);
void store_database_close(struct store_database *database);

/* A transaction that writes; it is undone where `result` is a failure.  Its end returns
 * `result`, or its own failure. */
int store_database_begin(struct store_database *database,
                         enum store_haste haste);
int store_database_end(struct store_database *database, int result);

/* Runs a statement, and calls `row`, if any, for each of its rows. */
int store_database_run(struct store_database *database, enum store_sql sql,
                       const struct store_value *values, size_t count,
                       void (*row)(void *context,
                                   const struct store_value *columns),
                       void *context);

enum store_trouble {
	STORE_TROUBLE_SYSTEM, /* store_database_errno() says why */
	STORE_TROUBLE_BUSY,   /* another process writes */
	STORE_TROUBLE_DAMAGED,
	STORE_TROUBLE_LATER,  /* of a later version of the program */
	STORE_TROUBLE_FOREIGN /* of another program */
};

/* What a failure means. */
enum store_trouble store_database_trouble(int result);

/* The errno of the last failure, `result`. */
int store_database_errno(const struct store_database *database, int result);

#endif
