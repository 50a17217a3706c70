/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_FORM_ALTO_H
#define LOAD_INPUT_FORM_ALTO_H

#include "load/input/form.h"

/*
 * An ALTO file (alto.h).  Alone it brings lines: each TextLine is a line of the issue,
 * and a blank line parts two blocks; what the lines are is estimated, as that of text
 * is.  As a page of a package (package.h) it brings the articles that METS states, each
 * with the passages and lines that stand on this page, article by article; an article
 * that goes on on a later page is another one there.  Lines are numbered in the order in which they are added, from 1.
 */
enum form_claim form_alto_sniff(struct str head);
bool form_alto_read_file(struct line_sink *sink, struct str bytes);

#endif
