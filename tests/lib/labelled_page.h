/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_LABELLED_PAGE_H
#define TESTS_LABELLED_PAGE_H

#include "load/label/column_width.h"
#include "load/label/labels.h"
#include "load/lines/printed_line.h"

struct issue;

/* A page up to its labels, without the rest of the loader. */

/* The printed lines of a page with their text flow and column widths. */
struct flow_page {
	struct issue *issue; /* owned */
	struct printed_lines lines;
	struct flow flow;
	struct column_widths widths;
};

/* Takes over `issue`, of which it is the first page; no line is set aside. */
void flow_page_init(struct flow_page *page, struct issue *issue);
void flow_page_release(struct flow_page *page);

/* The labels of the flow of a page, at least one line; caller frees. */
struct labelled *flow_page_label(const struct flow_page *page);

/* A letter for each label, as in "HFML", and its name in words. */
char label_letter(enum label label);
const char *label_name(enum label label);

/* The label of a letter; LABEL_COUNT for a letter of none. */
enum label label_of_letter(char letter);

#endif
