/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_EXPORT_H
#define EXPORT_EXPORT_H

#include "base/str.h"
#include "export/export_options.h"
#include "export/selection.h"

#include <stdbool.h>

struct issue;

/*
 * The formats in which articles leave the program.  Each is a row of the table in
 * export.c and a file of this folder with its writer.
 */

enum export_format {
	EXPORT_TEXT,
	EXPORT_MARKDOWN,
	EXPORT_HTML,
	EXPORT_JSON,
	EXPORT_EPUB,
	EXPORT_FORMAT_COUNT
};

/*
 * Appends the articles of `pick` in a format.  Returns NULL, or the reason why they
 * could not be written, in the user's language (the caller frees it); then `out` is
 * as it was.  Markdown and JSON take no options: NULL will do.
 */
char *export_write(struct buf *out, const struct issue *issue,
                   struct selection pick, enum export_format format,
                   const struct export_options *options);

/* Does a format consist of bytes rather than of text? */
bool export_is_binary(enum export_format format);

/* The format called `name` ("text", "markdown", "html", "json", "epub"), or
 * EXPORT_FORMAT_COUNT. */
enum export_format export_format_named(const char *name);

/* The name of a format, as export_format_named() takes it. */
const char *export_format_name(enum export_format format);

/* The usual extension of a format, without its dot. */
const char *export_extension(enum export_format format);

/* The dot in `path` at which the extension of the file's name begins, or NULL when
 * the name has none.  An extension is of ASCII letters, perhaps with digits. */
const char *export_ending(const char *path);

/* The format that the extension of a file's name asks for (.txt .md .markdown .html
 * .htm .json .epub); EXPORT_TEXT for a name without an extension;
 * EXPORT_FORMAT_COUNT for an extension of no format. */
enum export_format export_format_for(const char *path);

/* Appends the usual extensions of all formats, ".txt, .md, …". */
void export_add_endings(struct buf *out);

#endif
