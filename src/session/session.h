/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SESSION_SESSION_H
#define SESSION_SESSION_H

#include "load/load.h"
#include "session/session_file.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * A session: an open issue, the corrections of it, and the file that keeps them
 * (baolan-issue(5)).  That file is
 *
 *  - beside the issue: NAME.baolan, or FOLDER/.baolan for a folder;
 *  - where that cannot be written, below $XDG_DATA_HOME/baolan, under a name made from
 *    that of the issue; a file that exists there is used instead of the one beside;
 *  - nowhere for standard input and other pipes.
 *
 * Others may change the file, too: another reader of the issue, or an editor.  So it is
 * read and merged before it is written.  A path at which a file is that may not be used
 * (corrections_file.h) is left alone, and the diagnostics of the issue say so.
 *
 * What is loaded of an issue never changes, so a correction makes a new issue.  The
 * session owns the loader, and that owns the issue.
 *
 * Which pointers and indices become invalid:
 *  - session_step() and session_read() let the issue grow: indices and the pointer
 *    `issue` and text stay valid, pointers into its arrays do not (see issue.h);
 *  - session_correct(), session_undo() and session_reload() replace the issue when they
 *    return SESSION_DONE or SESSION_UNSAVED (session_undo() also with SESSION_NONE
 *    when it had corrections at first): then `issue` is another one, the old one is
 *    freed, and nothing that was made from it may be used.  Lines keep their indices,
 *    unless session_reload() found other files; articles and passages do not.  With all
 *    other results the issue stays the one it was;
 *  - session_close() frees everything.
 */
struct session {
	const struct issue *issue; /* owned by the loader */
	struct loader *loader;     /* owned */
	struct load_options load_options;
	struct session_file file; /* the corrections, and where they are kept */
};

/*
 * Opens `names` (see load_begin(); borrowed until session_close()) with the corrections that
 * are kept, and loads nothing yet.  `own`: the files belong to the reader, so that
 * corrections may be kept beside them.  Returns false with *error, for the caller to
 * free, if a file cannot be read; then there is nothing to close.
 */
bool session_open(struct session *session, const char *const *names,
                  size_t count, const struct load_options *how, bool own,
                  char **error);
/* The same with one file whose bytes are given, and copied. */
void session_open_bytes(struct session *session, const char *const *name,
                        struct str bytes, const struct load_options *how);
void session_close(struct session *session);

/* Loads a bounded part of the issue (see load_step()); false when it is complete. */
bool session_step(struct session *session);

/* Loads until page `page` (index) is complete; the whole issue for NPOS. */
void session_read(struct session *session, size_t page);

/* Is the issue loaded completely? */
bool session_is_whole(const struct session *session);

enum session_result {
	SESSION_DONE,
	SESSION_SAME,     /* it would change nothing; nothing was done */
	SESSION_NONE,     /* there is no correction to undo */
	SESSION_NOWHERE,  /* there is no path to keep it at; nothing was done */
	SESSION_UNSAVED,  /* done, but not saved: see file.save_error */
	SESSION_UNLOADED, /* the files cannot be read again; nothing was done */
	SESSION_CHANGED,  /* the files have changed; nothing was done */
};

/*
 * Corrects the line with index `line` (and `to`, for CORRECTION_ATTACH), saves that, and
 * loads the new issue as far as the page of the line.  Files that have changed since they
 * were loaded are never shown by this: see session_reload().
 */
enum session_result session_correct(struct session *session,
                                    enum correction_kind kind, size_t line,
                                    size_t to);

/* Undoes the last correction (see corrections_undo()), saves that, and loads the new issue
 * as far as page `page` (index). */
enum session_result session_undo(struct session *session, size_t page);

/* Reads the files again, whatever they hold now, as far as page `page` (index). */
enum session_result session_reload(struct session *session, size_t page);

/* Saves once more what SESSION_UNSAVED said.  False: file.save_error says why it is still
 * not saved. */
bool session_keep(struct session *session);

#endif
