/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_JSON_TREE_H
#define BASE_JSON_TREE_H

#include "base/str.h"

#include <jansson.h>
#include <stdint.h>

/*
 * JSON as jansson holds it, with memory that is always there (base/mem.h): what
 * jansson would leave out for lack of memory ends the program instead.  No
 * function returns NULL but json_tree_read().
 */

/* A new, empty object or array; the caller owns it, as each value made here. */
json_t *json_tree_object(void);
json_t *json_tree_array(void);

/* A string; `text` is UTF-8.  That of an empty `text` is null in _or_null. */
json_t *json_tree_text(struct str text);
json_t *json_tree_text_or_null(struct str text);

json_t *json_tree_number(size_t number);

/* [first, last] */
json_t *json_tree_pair(size_t first, size_t last);

/* Sets a key of an object, or adds to the end of an array; `value` is taken over. */
void json_tree_set(json_t *object, const char *key, json_t *value);
void json_tree_add(json_t *array, json_t *value);

/* The text of `root`, indented; caller frees. */
char *json_tree_print(const json_t *root);

/* What `bytes` say, or NULL when they are no JSON. */
json_t *json_tree_read(struct str bytes);

#endif
