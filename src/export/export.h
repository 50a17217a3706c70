/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_EXPORT_H
#define EXPORT_EXPORT_H

#include "base/str.h"
#include "export/export_options.h"
#include "export/selection.h"

#include <stdbool.h>

struct issue;

/*
 * The formats in which articles leave the program.  Each is a row of format_table.inc
 * and a file of this folder with its writer.
 */

enum export_format {
#define FORMAT(id, writer, name, extensions, traits) EXPORT_##id,
#include "export/format_table.inc"
#undef FORMAT
	EXPORT_FORMAT_COUNT
};

/* What a format can do or is; bits of a set. */
enum export_trait {
	EXPORT_AS_PRINTED = 1 << 0, /* keeps the printed lines */
	EXPORT_UPRIGHT = 1 << 1,    /* has lines that run downwards */
	EXPORT_WIDTH = 1 << 2,      /* wraps its lines at a width */
	EXPORT_LISTS = 1 << 3,  /* lists of articles and of hits have it, too */
	EXPORT_BINARY = 1 << 4, /* is of bytes, not of text */
};

/*
 * Appends the articles of `pick` in a format.  Returns NULL, or the reason why they
 * could not be written, in the user's language (the caller frees it); then `out` is
 * as it was.  Markdown and JSON take no options: NULL will do.
 */
char *export_write(struct buf *out, const struct issue *issue,
                   struct selection pick, enum export_format format,
                   const struct export_options *options);

/* Has a format this trait? */
bool export_has(enum export_format format, enum export_trait trait);

/* Appends the names of the formats that have all of `traits` (0: of all formats), with
 * commas between, and `last`, translated, before the last one: "text, html and epub".
 * Returns how many there are. */
size_t export_add_names(struct buf *out, unsigned traits, const char *last);

/* The format of that name in the table, or EXPORT_FORMAT_COUNT. */
enum export_format export_format_named(const char *name);

/* The name of a format, as export_format_named() takes it. */
const char *export_format_name(enum export_format format);

/* The usual extension of a format, without its dot. */
struct str export_extension(enum export_format format);

/* The dot in `path` at which the extension of the file's name begins, or NULL when
 * the name has none.  An extension is of ASCII letters, perhaps with digits; that of a
 * format may have two parts (.csl.json). */
const char *export_ending(const char *path);

/* The format that the extension of a file's name asks for; EXPORT_TEXT for a name
 * without an extension; EXPORT_FORMAT_COUNT for an extension of no format. */
enum export_format export_format_for(const char *path);

/* Appends the usual extensions of all formats, that of `first` first, with `between`
 * between them: ".txt, .md, …". */
void export_add_endings(struct buf *out, enum export_format first,
                        const char *between);

#endif
