/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_FILE_NAME_H
#define EXPORT_FILE_NAME_H

#include "export/export.h"

/*
 * Names of files for what is exported, made of what the issue says of itself by a
 * pattern of these fields and of what stands between them:
 *
 *	%date      day of the issue, 2020-02-19
 *	%paper     name of the paper
 *	%page      label of the page as printed, else p and its number
 *	%headline  its first 20 characters
 *	%number    of the article
 *
 * A field that is not known takes what stands before it along.
 */
#define FILE_NAME_PATTERN  "%date-%page-%headline.md"
#define NAME_PATTERN_ISSUE "%date-%paper.md" /* of a whole issue */

/* Where the extension of a pattern begins, at its dot; NULL: it has none. */
const char *name_extension(const char *pattern);

/* Has it a field, no other %, no '/', and no ending that is of no format? */
bool name_is_well(const char *pattern);

/*
 * The name of an article, or of the issue for NPOS, with the extension of
 * `format`; the `copy`th of that name from 2 on has its number before that.  One
 * component, NFC, safe on any system (no '/', control or bidi character, no
 * leading dot or dash, no name of a DOS device), all of it seen, at most 200 bytes
 * on a character boundary.  Caller frees.
 */
char *file_name_make(const char *pattern, const struct issue *issue,
                     size_t article, enum export_format format, size_t copy);

#endif
