/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_JSON_H
#define EXPORT_JSON_H

#include "base/json_tree.h"

/* What all JSON that leaves the program shares. */

/* Appends `root`, which is taken over, and a newline.  What must not reach a
 * terminal is written as \u202e. */
void export_json_write(struct buf *out, json_t *root);

/* The name of a file: as it is where it is UTF-8, else neutralised. */
json_t *export_json_name(struct str name);

#endif
