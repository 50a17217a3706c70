/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_EXPORT_OPTIONS_H
#define EXPORT_EXPORT_OPTIONS_H

#include "text/wrap.h"

#include <stdbool.h>
#include <stddef.h>

/* How articles are written.  A format passes over the members that do not name
 * it. */
struct export_options {
	bool as_printed; /* text, HTML, EPUB: printed lines instead of paragraphs */
	bool upright;   /* HTML, EPUB: lines run downwards */
	int width_cols; /* text: lines are broken at this width; 0: paragraphs are
	                   not broken */
	int ambiguous_cols; /* text: 1 or 2, of characters of ambiguous width */
	enum wrap_level breaks; /* text: where lines may be broken */

	/* Called now and then with the share of the work that is done, 0 to 1, and
	 * with `told`; NULL: nothing is called. */
	void (*tell)(void *told, double share);
	void *told;
};

/* Calls options->tell, if there is one, after `done` of `all` > 0 articles;
 * writing the articles is the part `part` (0 to 1) of the whole work.  `options`
 * may be NULL. */
void export_tell(const struct export_options *options, size_t done, size_t all,
                 double part);

#endif
