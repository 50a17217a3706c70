/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_FORM_HOCR_H
#define LOAD_INPUT_FORM_HOCR_H

#include "load/input/form.h"

/*
 * Pages in hOCR (hocr.h), as tesseract and the Internet Archive give them.  Each is placed as
 * a scan (scanned_lines.h); where it cannot be, its lines are read as text is, with a blank
 * line between two blocks.
 */
enum form_claim form_hocr_sniff(struct str head);
bool form_hocr_read_file(struct line_sink *sink, struct str bytes);

#endif
