/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_FORM_ALTO_H
#define LOAD_INPUT_FORM_ALTO_H

#include "load/input/form.h"

/*
 * An ALTO file (alto.h).  A file alone gives lines: each TextLine is a line of the issue,
 * with a blank line between two blocks, and the loader estimates what the lines are, as
 * it does for text.  As a page of a package (package.h) the file gives the articles that
 * METS states, each with its passages and lines on this page, article by article.  Lines
 * are numbered in the order in which they are added, from 1.
 */
enum form_claim form_alto_sniff(struct str head);
bool form_alto_read_file(struct line_sink *sink, struct str bytes);

#endif
