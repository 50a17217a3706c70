/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_EXPORT_H
#define EXPORT_EXPORT_H

#include "base/str.h"
#include "text/wrap.h"

#include <stdbool.h>
#include <stddef.h>

struct file;
struct issue;

/*
 * What leaves the program: an article or the issue in a format.  One format a
 * file, all behind one signature; the table in export.c names them.
 */

enum export_format {
	EXPORT_TEXT,
	EXPORT_MARKDOWN,
	EXPORT_HTML,
	EXPORT_JSON,
	EXPORT_FORMAT_COUNT
};

struct export_options {
	bool as_printed; /* text: printed lines instead of paragraphs */
	int width_cols;  /* text: wrapped at so many cells; 0: not wrapped */
	int ambiguous_cols;
	enum wrap_level breaks;
};

/* Appends article `article` (index), or the whole issue for NPOS. */
void export_write(struct buf *out, const struct issue *issue, size_t article,
                  enum export_format format,
                  const struct export_options *options);

/* Appends one article a line, as `baolan --list` prints it. */
void export_list(struct buf *out, const struct issue *issue);

/* The format called `name` ("text", "markdown", "html", "json"), or
 * EXPORT_FORMAT_COUNT. */
enum export_format export_format_named(const char *name);

/* The format a file name asks for by its extension (.md .markdown .html .htm
 * .json, anything else is text). */
enum export_format export_format_for(const char *path);

/* The usual extension of a format, without its dot. */
const char *export_extension(enum export_format format);

/* Appends "page 1 · lines 121–190, 302–331 of FILE": where an article stands, in
 * the reader's language, with paper and date where they are known; neutralised.
 * Blank lines between lines of the article count as its own, lines of others do
 * not; each of its files is named. */
void export_source(struct buf *out, const struct issue *issue, size_t article);

/* Appends the name of a file of the input, neutralised, or what standard input
 * is called. */
void export_file_name(struct buf *out, const struct file *file);

/* A name for a file: the headline and the extension of `format`, NFC, safe (no
 * '/', control or bidi character, no leading dot or dash, at most 200 bytes on
 * a character boundary, 20 characters of headline); caller frees. */
char *export_name(const struct issue *issue, size_t article,
                  enum export_format format);

#endif
