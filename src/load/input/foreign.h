/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_FOREIGN_H
#define LOAD_INPUT_FOREIGN_H

#include "load/input/form.h"

/*
 * Files that hold no text of a page, such as PDF, documents, pictures, archives, METS
 * and ALTO: recognised by their first bytes or their root element.  A file that is only
 * odd or damaged is not one of them.  See form.h for the functions.
 */
enum form_claim foreign_sniff(struct str head);

/* "'a.pdf' is a PDF; to get its text: pdftotext -raw a.pdf page.txt", in the reader's
 * language; caller frees.  `head` must be claimed by foreign_sniff(). */
char *foreign_advice(struct str head, const char *name);

/* "a PDF", in the reader's language; of a head that is claimed.  Static. */
const char *foreign_kind(struct str head);

#endif
