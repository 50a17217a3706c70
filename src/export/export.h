/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_EXPORT_H
#define EXPORT_EXPORT_H

#include "base/str.h"
#include "export/selection.h"
#include "text/wrap.h"

#include <stdbool.h>
#include <stddef.h>

struct file;
struct issue;
struct note;

/*
 * What leaves the program: an article or the issue in a format.  One format a
 * file, all behind one signature; the table in export.c names them.
 */

enum export_format {
	EXPORT_TEXT,
	EXPORT_MARKDOWN,
	EXPORT_HTML,
	EXPORT_JSON,
	EXPORT_EPUB,
	EXPORT_FORMAT_COUNT
};

struct export_options {
	bool as_printed; /* text, HTML, EPUB: printed lines instead of paragraphs */
	bool upright;   /* html, epub: lines run downwards */
	int width_cols; /* text: wrapped at so many cells; 0: not wrapped */
	int ambiguous_cols;
	enum wrap_level breaks;
	/* Is told how much is done, from 0 to 1; or NULL. */
	void (*tell)(void *told, double share);
	void *told;
};

/* Appends the articles of `pick`.  Markdown and JSON have no options: NULL will do. */
void export_write(struct buf *out, const struct issue *issue,
                  struct selection pick, enum export_format format,
                  const struct export_options *options);

/* Appends `text`; of what must not reach a terminal, <U+202E> stands in its
 * place.  Unlike neutralise(), nothing is dropped and tabs are kept. */
void export_visible(struct buf *out, struct str text);

/* Appends one article a line, as `baolan --list` prints it; and as an object of
 * JSON, whose "articles" have id, page, label, kind, characters, headline, byline,
 * dateline, paper, date and file. */
void export_list(struct buf *out, const struct issue *issue);
void export_list_json(struct buf *out, const struct issue *issue);

/* Is it bytes rather than text? */
bool export_is_binary(enum export_format format);

/* The format called `name` ("text", "markdown", "html", "json", "epub"), or
 * EXPORT_FORMAT_COUNT. */
enum export_format export_format_named(const char *name);

/* Where the ending of a file's name begins, at its dot: ASCII letters, perhaps with
 * digits; NULL: it has none. */
const char *export_ending(const char *path);

/* The format a file name asks for by its ending (.txt .md .markdown .html .htm
 * .json .epub); text where it has none; EXPORT_FORMAT_COUNT where it has one of no
 * format. */
enum export_format export_format_for(const char *path);

/* Appends the usual endings, with commas between them. */
void export_add_endings(struct buf *out);

/* Its name. */
const char *export_format_name(enum export_format format);

/* The usual extension of a format, without its dot. */
const char *export_extension(enum export_format format);

/* Appends "page 1 · lines 121–190, 302–331 of FILE": where an article stands, in
 * the reader's language, with paper and date where they are known; neutralised.
 * Blank lines between lines of the article count as its own, lines of others do
 * not; each of its files is named. */
void export_source(struct buf *out, const struct issue *issue, size_t article);

/* Appends "Line 139, 61 % sure: …": a decision that was a guess; neutralised. */
void export_guess(struct buf *out, const struct issue *issue,
                  const struct note *note);

/* Appends the name of a file of the input, neutralised, or what standard input
 * is called. */
void export_file_name(struct buf *out, const struct file *file);

#endif
