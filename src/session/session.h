/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SESSION_SESSION_H
#define SESSION_SESSION_H

#include "load/correct/corrections.h"
#include "load/load.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * An issue that is open, what a person said of it, and the file in which that
 * is kept (baolan-issue(5)):
 *
 *  - beside the issue, as NAME.baolan, or FOLDER/.baolan for a folder;
 *  - where that cannot be written, under $XDG_DATA_HOME/baolan, under a name
 *    made of that of the issue; what is there goes before what is beside;
 *  - nowhere for standard input and other pipes.
 *
 * The file belongs to others, too: another reader of the issue, an editor.  It is
 * read again before it is written, and what they did stays done.  What lies beside an
 * issue and is no plain file (correction_file.h) is left alone, and told in the
 * diagnostics.
 *
 * What is loaded of an issue does not change, so a correction makes a new one: the
 * issue of the session is another then, and nothing that was made from the old one
 * may be kept.
 */
struct session {
	const struct issue
		*issue;        /* the loader's; it grows while it is loaded */
	struct loader *loader; /* owned */
	struct corrections corrections;
	const char *const *names; /* borrowed */
	size_t name_count;
	struct load_options load_options;
	char *beside_path,
		*data_path; /* owned: the places of the file; may be NULL */
	char *path;         /* one of them: the one in use, or NULL */
	char *save_error; /* owned: what kept the last correction from being saved, or NULL */
	bool merged; /* others had changed the file: so had the issue */
};

/*
 * Opens `names` (see load_begin(); borrowed until session_close()) with the corrections
 * that are kept; nothing is loaded yet.  `own`: the files are the reader's, so corrections may stand beside
 * them.  False with *error for the caller to free when a file cannot be read.
 */
bool session_open(struct session *session, const char *const *names,
                  size_t count, const struct load_options *how, bool own,
                  char **error);
void session_close(struct session *session);

/* Loads a step more (see load_step()); false when all is there. */
bool session_step(struct session *session);

/* Loads until page `page` is read; all there is for NPOS. */
void session_read(struct session *session, size_t page);

/* Is all there? */
bool session_is_whole(const struct session *session);

enum session_result {
	SESSION_DONE,
	SESSION_SAME,     /* it would change nothing; it is not kept */
	SESSION_NONE,     /* there is nothing to undo */
	SESSION_NOWHERE,  /* there is no place to keep it; nothing was done */
	SESSION_UNSAVED,  /* it holds until the end; `why` says why no longer */
	SESSION_UNLOADED, /* the issue cannot be read again; nothing was done */
	SESSION_CHANGED,  /* its files are others now; nothing was done */
};

/*
 * Says something of the line with index `line` (and of `to`, for
 * CORRECTION_ATTACH).  The new issue is loaded as far as the page of that line; where
 * nothing changes the issue stays the one it was.  What is shown is never swapped for
 * what the files hold now: see session_reload().
 */
enum session_result session_correct(struct session *session,
                                    enum correction_kind kind, size_t line,
                                    size_t to);

/* Takes back what was said last.  The new issue is loaded as far as page
 * `page`. */
enum session_result session_undo(struct session *session, size_t page);

/* Reads the files again, whatever they hold now, as far as page `page`. */
enum session_result session_reload(struct session *session, size_t page);

#endif
