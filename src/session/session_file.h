/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SESSION_SESSION_FILE_H
#define SESSION_SESSION_FILE_H

#include "load/correct/corrections.h"

#include <stdbool.h>
#include <stddef.h>

struct loader;

/*
 * The file that keeps the corrections of an issue: which one it is, and reading, merging
 * and writing it.  session.h says where it may be.
 */
struct session_file {
	struct corrections corrections;
	const char *const *names; /* of the issue; borrowed */
	size_t name_count;
	/* Owned: the possible paths of the file; NULL: there is none. */
	char *beside_path, *data_path;
	char *path; /* the one of them that is in use, or NULL; borrowed */
	char *save_error; /* owned: why the last correction is not saved, or NULL */
	bool merged; /* by the last call of session.h, changes of others came in */
};

/* What a new file begins with. */
#define SESSION_FILE_FIRST_LINE                                                \
 "# Corrections of an issue; see baolan-issue(5).\n"

/* Finds the file of the issue `names` (borrowed until session_file_release()) and reads
 * the corrections.  `own` as for session_open().  Corrections that cannot be read are
 * none, and file->corrections says why. */
void session_file_init(struct session_file *file, const char *const *names,
                       size_t count, bool own);
void session_file_release(struct session_file *file);

/* Merges changes of others to the file at `path` into the corrections, and sets
 * file->merged when there were some; corrections of a file that is gone count as
 * unsaved.  False with file->save_error when the file may not be used. */
bool session_file_merge(struct session_file *file, const char *path);

/* Merges and writes the file, under a lock: file->path, or the one in the data folder
 * when the one beside the issue cannot be written.  It may be read by whom all files of
 * the issue, those of `loader`, may be read.  False with file->save_error. */
bool session_file_save(struct session_file *file, const struct loader *loader);

#endif
