/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_JSON_H
#define EXPORT_JSON_H

#include "base/json_tree.h"

/* The form of all JSON that leaves the program. */

/* Appends `root`, which is taken over, as indented text and a newline.  A character
 * that must not reach a terminal (text/neutralise.h) is escaped as \u202e. */
void export_json_write(struct buf *out, json_t *root);

/* A JSON string with the name of a file: the name if it is UTF-8, else the neutralised
 * name, as JSON cannot hold other bytes. */
json_t *export_json_name(struct str name);

#endif
