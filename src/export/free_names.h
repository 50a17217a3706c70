/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_FREE_NAMES_H
#define EXPORT_FREE_NAMES_H

#include "export/export.h"

/*
 * Which names of files are free in a folder, so that each is found before
 * anything is written.  A name is looked at once: of equal ones the next is sought
 * behind the last that was taken.
 */
struct free_names {
	void *tree;   /* of tsearch(): the names that are taken */
	size_t tries; /* names made so far */
};

void free_names_init(struct free_names *names);
void free_names_release(struct free_names *names);

/* This name is taken. */
void free_names_take(struct free_names *names, const char *name);

/* The first free one of the names of an article (file_name_make()), which is taken now;
 * caller frees. */
char *free_names_next(struct free_names *names, const char *pattern,
                      const struct issue *issue, size_t article,
                      enum export_format format);

#endif
