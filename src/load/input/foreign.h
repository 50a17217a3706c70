/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_FOREIGN_H
#define LOAD_INPUT_FOREIGN_H

#include "base/str.h"

/*
 * Files that hold no text of a page as it is, such as PDF, documents, pictures,
 * archives, METS and ALTO: known by their first bytes or their root element.  What is
 * only odd or damaged is not among them.
 */
struct foreign;

#define FOREIGN_BYTES 4096 /* of the head of a file, by which it is known */

/* What a file of these bytes is, or NULL: it may be a page. */
const struct foreign *foreign_find(struct str bytes);

/* "'a.pdf' is a PDF; to get its text: pdftotext -raw a.pdf page.txt", in the reader's
 * language; caller frees. */
char *foreign_advice(const struct foreign *foreign, const char *name);

/* "a PDF", in the reader's language. */
const char *foreign_kind(const struct foreign *foreign);

#endif
