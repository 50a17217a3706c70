/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LABEL_OCR_LABELS_H
#define LOAD_LABEL_OCR_LABELS_H

#include "load/lines/printed_line.h"

#include <stdbool.h>

/*
 * Pages of text that an OCR has read of old papers in alphabets.  Its headlines are not
 * larger, end with full stops or have no letters left, and its lines are as long as dirt
 * makes them, so what tells on other pages where articles begin tells little.  Such a page
 * is known by characters that no compositor sets inside words.
 *
 * A line is the first or a further one of a headline, the first of an article without one,
 * furniture, or text, by signs of it and of two lines before and behind it, which are
 * weighed together (multinomial logit), and the likeliest sequence of labels is that of the
 * page (label_path.h).
 */

/* Is the page of that kind?  Asked behind printed_lines_measure(). */
bool ocr_text_is(const struct printed_lines *lines);

/* Sets `ocr` and `ocr_margin` of the lines that are not aside, and sets those aside that
 * are furniture.  Time: in proportion to the lines. */
void ocr_labels_find(struct printed_lines *lines);

#endif
