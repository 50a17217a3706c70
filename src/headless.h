/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HEADLESS_H
#define HEADLESS_H

#include "options.h"

struct desk;

/* What the program does without a screen: results on standard output, sentences on
 * standard error, and an exit status. */

enum {
	EXIT_DONE,
	EXIT_NOT_DONE,
	EXIT_USAGE
};

/* Says a sentence on standard error; what comes from outside is neutralised by
 * the caller. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Writes to standard output; says so where that cannot be done. */
int headless_print(struct str text);

/* One action each, on an issue that is read to its end. */
int headless_list(const struct options *options, struct desk *desk);
int headless_search(const struct options *options, struct desk *desk);
int headless_export(const struct options *options, struct desk *desk);

#endif
