/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_XHTML_H
#define EXPORT_XHTML_H

#include "base/str.h"
#include "export/export_options.h"
#include "export/selection.h"

struct issue;

/* Articles in the elements of HTML, written so that they are XML too: for a page
 * of its own (html.c) and for a book (epub.c). */

/* Appends text, its marks escaped. */
void xhtml_add_text(struct buf *out, struct str text);

/* Appends how a document begins, to the title in its head, which is left open. */
void xhtml_begin(struct buf *out, const char *language, struct str title);

/* Appends an article with what it says of itself, its id "aN"; as its lines were
 * printed, if the options say so. */
void xhtml_add_article(struct buf *out, const struct issue *issue,
                       size_t article, const struct export_options *options);

/* Appends a footer that names the files, with their digests. */
void xhtml_add_digests(struct buf *out, const struct issue *issue,
                       struct selection pick);

/* The rules of how it looks, across or downwards. */
const char *xhtml_style(bool upright);

/* Appends the title of all of them: the headline of a single one, the paper and its
 * date, or the name of the first file without its folders. */
void xhtml_add_title(struct buf *out, const struct issue *issue,
                     struct selection pick);

#endif
