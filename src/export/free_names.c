/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/free_names.h"

#include "base/mem.h"
#include "export/file_name.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

struct taken {
	size_t copies; /* the names with the numbers 2 to this one are taken */
	char name[];
};

static int free_names_compare(const void *a, const void *b)
{
	const struct taken *left = a, *right = b;

	return strcmp(left->name, right->name);
}

/* The entry of a name; a new one, and *is_new is true, if the name was free. */
static struct taken *free_names_entry(struct free_names *names,
                                      const char *name, bool *is_new)
{
	size_t bytes = strlen(name) + 1;
	struct taken *taken = mem_alloc(sizeof *taken + bytes);
	void *found;

	memcpy(taken->name, name, bytes);
	taken->copies = 1;
	found = tsearch(taken, &names->tree, free_names_compare);
	if (!found)
		mem_none();
	*is_new = *(struct taken **)found == taken;
	if (!*is_new)
		free(taken);
	return *(struct taken **)found;
}

void free_names_init(struct free_names *names)
{
	*names = (struct free_names){ 0 };
}

void free_names_release(struct free_names *names)
{
	tdestroy(names->tree, free);
	free_names_init(names);
}

void free_names_take(struct free_names *names, const char *name)
{
	bool is_new;

	free_names_entry(names, name, &is_new);
}

char *free_names_next(struct free_names *names, const char *pattern,
                      const struct issue *issue, size_t article,
                      enum export_format format)
{
	char *name = file_name_make(pattern, issue, article, format, 1);
	bool is_new;
	struct taken *plain = free_names_entry(names, name, &is_new);

	names->tries++;
	while (!is_new) {
		free(name);
		name = file_name_make(pattern, issue, article, format,
		                      ++plain->copies);
		names->tries++;
		free_names_entry(names, name, &is_new);
	}
	return name;
}
