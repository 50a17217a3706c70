/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_JSON_TREE_H
#define BASE_JSON_TREE_H

#include "base/str.h"

#include <jansson.h>
#include <stdint.h>

/*
 * JSON trees of jansson under the memory policy of base/mem.h: where jansson would
 * leave a value out for lack of memory, the program ends.  No function but
 * json_tree_read() returns NULL.
 */

/* A new, empty object or array.  The caller owns every value that is made here. */
json_t *json_tree_object(void);
json_t *json_tree_array(void);

/* A string of UTF-8 `text`; the second gives null for an empty text. */
json_t *json_tree_text(struct str text);
json_t *json_tree_text_or_null(struct str text);

json_t *json_tree_number(size_t number);

/* The array [first, last]. */
json_t *json_tree_pair(size_t first, size_t last);

/* Sets a key of an object, or adds a value at the end of an array, which owns it from
 * then on. */
void json_tree_set(json_t *object, const char *key, json_t *value);

/* Sets a string unless the text is empty. */
void json_tree_set_known(json_t *object, const char *key, struct str text);
void json_tree_add(json_t *array, json_t *value);

/* The text of `root`, indented; the caller frees it. */
char *json_tree_print(const json_t *root);

/* The tree of a JSON text, for the caller; NULL: `bytes` are no JSON. */
json_t *json_tree_read(struct str bytes);

#endif
