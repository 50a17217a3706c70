/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/json_tree.h"

#include "base/mem.h"

#include <stdlib.h>

/* Its allocator is one for the whole program.  It is named wherever a tree
 * begins, so that no caller can come before. */
static void use_checked_memory(void)
{
	json_set_alloc_funcs(mem_alloc, free);
}

/* A NULL is told by jansson for lack of memory and for arguments that break its
 * contract; nothing may be left out for either. */
static json_t *json_tree_checked(json_t *value)
{
	if (!value)
		mem_none();
	return value;
}

json_t *json_tree_object(void)
{
	use_checked_memory();
	return json_tree_checked(json_object());
}

json_t *json_tree_array(void)
{
	use_checked_memory();
	return json_tree_checked(json_array());
}

json_t *json_tree_text(struct str text)
{
	use_checked_memory();
	return json_tree_checked(
		json_stringn(text.ptr ? text.ptr : "", text.len));
}

json_t *json_tree_text_or_null(struct str text)
{
	return text.len ? json_tree_text(text) : json_null();
}

void json_tree_set_known(json_t *object, const char *key, struct str text)
{
	if (text.len)
		json_tree_set(object, key, json_tree_text(text));
}

json_t *json_tree_number(size_t number)
{
	use_checked_memory();
	return json_tree_checked(json_integer((json_int_t)number));
}

json_t *json_tree_pair(size_t first, size_t last)
{
	json_t *pair = json_tree_array();

	json_tree_add(pair, json_tree_number(first));
	json_tree_add(pair, json_tree_number(last));
	return pair;
}

void json_tree_set(json_t *object, const char *key, json_t *value)
{
	if (json_object_set_new(object, key, value))
		mem_none();
}

void json_tree_add(json_t *array, json_t *value)
{
	if (json_array_append_new(array, value))
		mem_none();
}

char *json_tree_print(const json_t *root)
{
	char *text = json_dumps(root, JSON_INDENT(1));

	if (!text)
		mem_none();
	return text;
}

json_t *json_tree_read(struct str bytes)
{
	use_checked_memory();
	return json_loadb(bytes.ptr ? bytes.ptr : "", bytes.len, JSON_ALLOW_NUL,
	                  NULL);
}
