/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_FORM_TEXT_H
#define LOAD_INPUT_FORM_TEXT_H

#include "load/input/form.h"

/*
 * Plain text: the form of every file that is of no other.  It brings lines only; the
 * lines of a page on which columns stand side by side are cut apart when the page has
 * all of them (side_by_side.h).
 *
 * A page that is longer than any newspaper page is cut into pages of a size that can
 * be read in short steps: behind FORM_TEXT_PAGE_LINES lines or FORM_TEXT_PAGE_BYTES
 * bytes at the next blank line, or, where there is none, a quarter later.  The largest
 * page that is known, of small advertisements in 1893, has 1,814 lines and 46 kB.  A
 * line longer than FORM_TEXT_LINE_BYTES is cut behind a space or a character; its parts
 * have its number.
 */
#define FORM_TEXT_PAGE_LINES 8192
#define FORM_TEXT_PAGE_BYTES ((size_t)512 * 1024)
#define FORM_TEXT_LINE_BYTES ((size_t)64 * 1024)

enum form_claim form_text_sniff(struct str head);
void form_text_read_line(struct line_sink *sink, struct str line, bool whole);
void form_text_end_page(struct line_sink *sink);

#endif
