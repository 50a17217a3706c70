/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_JSON_EXPORT_H
#define LOAD_INPUT_JSON_EXPORT_H

#include "base/str.h"

#include <stdbool.h>

/*
 * An export in JSON is read again as the Markdown that would have said the same
 * (reprint.h): its lines are those of that text.  Articles, what their passages
 * are and on which pages they stand come back; furniture, blocks and doubts do
 * not.
 */

/* Do they begin like one? */
bool json_export_may_be(struct str bytes);

/* True, and `bytes` is that text, when they are such an export; else they stay
 * what they are. */
bool json_export_take(struct buf *bytes);

#endif
