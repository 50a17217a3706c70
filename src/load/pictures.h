/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PICTURES_H
#define LOAD_PICTURES_H

#include "issue/picture.h"

#include <stdbool.h>
#include <stddef.h>

struct loader;

/*
 * What the pictures of a page show, read again from the file of the page, by a process of
 * baolan-pdf(1) that decodes the pictures of that one page.  Only pages of PDFs have
 * such pictures, and only if the loader was told to keep their bytes
 * (load_options.wants_pictures).
 */
struct pictures_job;

/* Would pictures_begin() find something to read? */
bool pictures_may_come(const struct loader *loader, size_t page);

/* Begins; NULL: the page has no such pictures.  The loader is borrowed until
 * pictures_end(). */
struct pictures_job *pictures_begin(const struct loader *loader, size_t page);

/* Waits some milliseconds at most for what comes; false: all has come. */
bool pictures_step(struct pictures_job *job);

/* Ends the job at any time.  Gives the pictures that have come, for the caller to release;
 * NULL: they are not wanted. */
void pictures_end(struct pictures_job *job, struct page_pictures *pictures);

#endif
