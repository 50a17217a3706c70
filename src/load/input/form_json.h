/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_FORM_JSON_H
#define LOAD_INPUT_FORM_JSON_H

#include "load/input/form.h"

/*
 * An export in JSON: the file states its articles.  Its articles come back with their
 * kinds and pages (number, label, paper, date), their passages with their roles and
 * column widths, and the furniture of the pages that articles stand on.  Each passage is one line of the
 * issue, numbered in order from 1: the export has the text of a passage as one string,
 * and the line breaks of the page are not in it.  Where the columns of blocks ended,
 * doubts and diagnostics are not read.
 */
enum form_claim form_json_sniff(struct str head);
bool form_json_read_file(struct line_sink *sink, struct str bytes);

#endif
