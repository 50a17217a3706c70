/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

/*
 * json [KEY|INDEX]...: prints what stands there in the JSON on standard input:
 * a string, a number, true, false, null, or how many members an array [3] or an
 * object {3} has.  Exit status 1 where it is no JSON or there is no such place.
 */

static const json_t *step(const json_t *value, const char *key)
{
	if (json_is_array(value))
		return json_array_get(value, strtoul(key, NULL, 10));
	return json_object_get(value, key);
}

static void print(const json_t *value)
{
	switch (json_typeof(value)) {
	case JSON_OBJECT:
		printf("{%zu}\n", json_object_size(value));
		break;
	case JSON_ARRAY:
		printf("[%zu]\n", json_array_size(value));
		break;
	case JSON_STRING:
		fwrite(json_string_value(value), 1, json_string_length(value),
		       stdout);
		putchar('\n');
		break;
	case JSON_INTEGER:
		printf("%lld\n", (long long)json_integer_value(value));
		break;
	case JSON_REAL:
		printf("%g\n", json_real_value(value));
		break;
	case JSON_TRUE:
	case JSON_FALSE:
		puts(json_is_true(value) ? "true" : "false");
		break;
	case JSON_NULL:
		puts("null");
		break;
	}
}

int main(int argc, char *argv[])
{
	json_error_t error;
	json_t *root = json_loadf(
		stdin, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
	const json_t *value = root;

	if (!root)
		fprintf(stderr, "json: %d:%d: %s\n", error.line, error.column,
		        error.text);
	for (int i = 1; i < argc && value; i++)
		value = step(value, argv[i]);
	if (value)
		print(value);
	json_decref(root);
	return value ? 0 : 1;
}
