/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_PACKAGE_SEARCH_H
#define LOAD_INPUT_PACKAGE_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

struct dirent;

/*
 * Where libraries put the file that names the pages of a package: *mets.xml or didl.xml in
 * the package's folder, which may lie deep in a delivery (BagIt: data/PAPER/DAY/), or, at the BnF, any
 * METS file in the folder toc, beside manifest.xml and ocr/.
 */

/* For scandir(): is it such a file, by its name? */
int package_search_is_file(const struct dirent *entry);

/* Has the folder the marks of a package whose file stands below it: bagit.txt,
 * manifest.xml? */
bool package_search_is_delivery(const char *folder);

/* Calls add() with the path, for it to free, of each such file below a folder, in natural
 * order; at most PACKAGES_MOST, SEARCH_DEPTH folders deep.  A folder that has one is
 * not searched further; links to folders are not followed.  Returns how many there
 * are. */
#define PACKAGES_MOST 1024
#define SEARCH_DEPTH  6
size_t package_search(const char *folder,
                      void (*add)(void *context, char *path), void *context);

#endif
