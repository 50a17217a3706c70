/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_XHTML_H
#define EXPORT_XHTML_H

#include "base/str.h"
#include "export/export_options.h"
#include "export/selection.h"

struct issue;

/* Articles as elements of HTML that are well-formed XML as well: for a page of its own
 * (html.c) and for a book (epub.c). */

/* Appends text with < > & " escaped and hostile characters made visible. */
void xhtml_add_text(struct buf *out, struct str text);

/* Appends the beginning of a document up to the title; <head> stays open. */
void xhtml_begin(struct buf *out, const char *language, struct str title);

/* Appends article `article` (index) as <article id="aN"> with its source note; with
 * its printed lines if options->as_printed. */
void xhtml_add_article(struct buf *out, const struct issue *issue,
                       size_t article, const struct export_options *options);

/* Appends a <footer> with the names and digests of the files of `pick`. */
void xhtml_add_digests(struct buf *out, const struct issue *issue,
                       struct selection pick);

/* The style sheet, for lines that run across or downwards.  Static text. */
const char *xhtml_style(bool upright);

/* Appends a title for the articles of `pick`: the headline of a single article, else
 * the paper and the date they share, else the name of the first file without its
 * folders; nothing if there is none of these. */
void xhtml_add_title(struct buf *out, const struct issue *issue,
                     struct selection pick);

#endif
