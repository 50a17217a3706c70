/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_FREE_NAMES_H
#define EXPORT_FREE_NAMES_H

#include "export/export.h"

/*
 * The names that are taken in a folder, so that a free name for each exported file is
 * known before it is written.  For files of one name the search for the next free
 * number goes on where the last one ended, so naming n files takes O(n log n).
 */
struct free_names {
	void *tree;   /* owned; of tsearch() */
	size_t tries; /* names made so far, for tests of growth */
};

void free_names_init(struct free_names *names);
void free_names_release(struct free_names *names);

/* Marks a name as taken; copies it. */
void free_names_take(struct free_names *names, const char *name);

/* The first name of article `article` (file_name_make()) that is free.  It is marked as
 * taken; the caller frees it. */
char *free_names_next(struct free_names *names, const char *pattern,
                      const struct issue *issue, size_t article,
                      enum export_format format);

#endif
