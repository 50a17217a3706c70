/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_FORM_PDF_H
#define LOAD_INPUT_FORM_PDF_H

#include "load/input/form.h"

/*
 * PDFs (ISO 32000), which the program at sink->pdf_helper reads, with sink->password
 * where there is one (pdf_helper.h).  A page is added as soon as it has come.  Where the
 * process ends on a page, another one reads those behind it.  See form.h.
 */

/* The header of a PDF may stand anywhere in its first 1024 bytes. */
enum form_claim form_pdf_sniff(struct str head);

void *form_pdf_begin(struct line_sink *sink, struct str bytes);
bool form_pdf_read_part(void *reading, double *share);
void form_pdf_end(void *reading);

/* For a program that was built without PDF. */
char *form_pdf_advice(struct str head, const char *name);
const char *form_pdf_kind(struct str head);

#endif
