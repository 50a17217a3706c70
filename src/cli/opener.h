/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_OPENER_H
#define CLI_OPENER_H

#include "cli/options.h"
#include "cli/password.h"
#include "cli/progress.h"
#include "cli/waiting.h"
#include "load/input/source.h"
#include "session/session.h"

/* Opens issues as the command line says: the first one, and those that the reader opens
 * in its place. */
struct opener {
	const struct options *options; /* borrowed */
	struct password password;
	struct progress progress;
	struct waiting waiting;
	struct source_wait wait; /* by one of these two */
	struct load_options how;
	char *helper; /* owned: the program that reads PDFs, or NULL */
	struct bundled_issue *bundled; /* owned: the first is opened unasked */
};

/* False, with *error for the caller to free: the file of the password cannot be read. */
bool opener_init(struct opener *opener, const struct options *options,
                 char **error);
void opener_release(struct opener *opener);

/*
 * Opens the files `names`, which are copied; `own` as for session_open().  While they are
 * waited for, progress or a screen says so, and passwords are asked for.  Returns the
 * session, for opener_close(); NULL: nothing is opened, and *error, for the caller to
 * free, says why, or is NULL where someone left.
 */
struct session *opener_open(struct opener *opener, const char *const *names,
                            size_t count, bool own, char **error);
/* The same with one file whose bytes are given, and copied. */
struct session *opener_open_bytes(struct opener *opener, const char *name,
                                  struct str bytes);
void opener_close(struct session *session);

#endif
