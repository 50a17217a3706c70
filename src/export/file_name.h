/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_FILE_NAME_H
#define EXPORT_FILE_NAME_H

#include "export/export.h"

/*
 * Names for exported files.  A pattern consists of these fields and of other text;
 * the issue and the article give the values of the fields:
 *
 *	%date      day of the issue, 2020-02-19
 *	%paper     name of the paper
 *	%page      label of the page as printed, else p and its number
 *	%headline  the head in 40 cells (short_headline.h)
 *	%number    of the article
 *
 * A field whose value is unknown is left out with the text between it and the field
 * before.
 */
#define FILE_NAME_PATTERN       "%date-%page-%headline.md"
#define FILE_NAME_PATTERN_PAGE  "%date-%paper-%page.md" /* for a page */
#define FILE_NAME_PATTERN_ISSUE "%date-%paper.md"       /* for a whole issue */

/* The dot at which the extension of a pattern begins, or NULL when it has none. */
const char *file_name_pattern_extension(const char *pattern);

/* Has a pattern at least one field, no other %, no '/', no control character, at most 160
 * bytes, and no extension of an unknown format? */
bool file_name_pattern_is_valid(const char *pattern);

/*
 * The name of a file for article `article` (index), or for the issue if it is NPOS,
 * with the extension of `format`.  The `copy`th file of that name, from 2 on, has
 * -2, -3 … before the extension.
 *
 * The result is one component in NFC, at most 200 bytes long, that is safe on any
 * system: no '/', no control, bidi or invisible character, no leading dot or dash,
 * no name of a DOS device.  The caller frees it.
 */
char *file_name_make(const char *pattern, const struct issue *issue,
                     size_t article, enum export_format format, size_t copy);

#endif
