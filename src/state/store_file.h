/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STATE_STORE_FILE_H
#define STATE_STORE_FILE_H

#include <stdbool.h>

/* The file of the database, before SQLite sees it. */

/* What every file of the program has in its header, and no other database. */
#define STORE_APPLICATION_ID 0x42414f4c /* "BAOL" */

enum store_file_kind {
	STORE_FILE_NEW,     /* it was not there or empty, and is there now */
	STORE_FILE_OURS,    /* a database of the program, of a known version */
	STORE_FILE_LATER,   /* of a later version than `version` */
	STORE_FILE_DAMAGED, /* no database */
	STORE_FILE_FOREIGN, /* the database of another program */
	STORE_FILE_ODD,     /* no regular file, or of another person */
	STORE_FILE_ERROR    /* errno says why it cannot be used */
};

/*
 * Looks at the file `path` and makes it, and the folders above it, where it is missing: the
 * file for the owner alone (0600), the folders as well (0700).  A symbolic link in its
 * place is not followed.  Files of another kind than STORE_FILE_NEW are not changed.
 */
enum store_file_kind store_file_look(const char *path, unsigned version);

/* The errno that says why the file `path`, or a file beside it, cannot be written. */
int store_file_why_not_written(const char *path);

/* Is `path` on a disk of this machine?  Where the system does not tell, no. */
bool store_file_is_local(const char *path);

#endif
