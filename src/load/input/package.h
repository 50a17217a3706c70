/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_PACKAGE_H
#define LOAD_INPUT_PACKAGE_H

#include "load/input/mets.h"

/*
 * A package as libraries deliver it: a file in METS or DIDL (didl.h), and the page files
 * that it names, in its folder or in folders of that.
 */
struct package {
	char *path; /* owned; of the METS file */
	struct mets mets;
};

/* Is a file that begins with `head` one that names the pages of a package? */
bool package_sniff(struct str head);

/* Reads the METS file `path`, whose bytes are given; false in *whole: it is damaged,
 * see xml_read().  Caller frees with package_free(). */
struct package *package_new(const char *path, struct str bytes, bool *whole,
                            struct xml_damage *damage);
void package_free(struct package *package);

/*
 * Appends the path of page file `page`, one that can be opened; where there is none,
 * that which METS names.  False, and nothing is appended, when that is no path in the
 * package's folder, which is that of the file or, where that is in a folder toc, the one
 * above: an address, an absolute path, one with "..", or one that a link
 * leads out of the folder.
 */
bool package_page_path(const struct package *package, size_t page,
                       struct buf *path);

#endif
