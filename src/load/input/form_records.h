/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_FORM_RECORDS_H
#define LOAD_INPUT_FORM_RECORDS_H

#include "load/input/form.h"

/* Files that hold the records of a PDF, as baolan-pdf(1) writes them; see form.h. */
enum form_claim form_records_sniff(struct str head);
void *form_records_begin(struct line_sink *sink, struct str bytes);
bool form_records_read_part(void *reading, double *share);
void form_records_end(void *reading);

#endif
