/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_HEADLESS_H
#define CLI_HEADLESS_H

#include "cli/options.h"

struct session;

/* What the program does without a screen: results on standard output, sentences on
 * standard error, and an exit status. */

/* Exit statuses, as grep has them. */
enum {
	EXIT_DONE,
	EXIT_NOT_FOUND, /* of a search; nothing was wrong */
	EXIT_FAILED     /* not read, not written, or wrong usage */
};

/* Says a sentence on standard error; what comes from outside is neutralised by
 * the caller. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The same without the name of the program before it. */
void headless_say(const char *format, ...)
	__attribute__((format(printf, 1, 2)));

/* Writes a result to standard output; says so where that cannot be done.  It is
 * UTF-8, but for a terminal of another encoding (text/codeset.h). */
int headless_print(struct str text);

/* The same with what the program says of itself: it is for a person, so it is in
 * the encoding of the terminal wherever it goes, as complain() is. */
int headless_tell(struct str text);

/* What takes over a second says so on a terminal. */
struct progress;

/* Reads the issue to its end. */
void headless_read(struct session *session, struct progress *progress);

/* The function of struct source_wait, with a struct progress. */
bool headless_wait(void *progress, int fd, const char *name);

/* One action each, on an issue that is read to its end. */
int headless_list(const struct options *options, struct session *session);
int headless_search(const struct options *options, struct session *session);
int headless_export(const struct options *options, struct session *session);

#endif
