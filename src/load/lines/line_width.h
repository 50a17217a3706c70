/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_LINE_WIDTH_H
#define LOAD_LINES_LINE_WIDTH_H

#include "base/str.h"

#include <stdbool.h>

/*
 * Widths of printed text in em, 1 em being one ideograph.
 */

/* How wide the letters of a page are. */
enum line_metric {
	LINE_METRIC_SOLID, /* beside ideographs: all about half an em */
	LINE_METRIC_FACE, /* as in text faces of alphabets, which differ a little */
	LINE_METRIC_CHARS /* all half an em, as where a program counts them */
};

/* A width, from the narrowest to the widest that a compositor makes of it: squeezed marks
 * take half an em or a whole one. */
struct line_width {
	double lo_em, hi_em;
};

/* The width of a line.  Spaces between ideographs do not count: extractors put them where a
 * line is stretched. */
struct line_width line_width_of(struct str text, enum line_metric metric);

/* The narrowest width of what `text`, not empty, begins with and no line may break: opening
 * marks, a character or word, closing marks.  `loose`: the page does not keep 禁则, so
 * this is the first character alone. */
double line_width_unit_em(struct str text, enum line_metric metric, bool loose);

/* The width of the white space that `raw` has before `trimmed`, which is part of it. */
double line_width_indent_em(struct str raw, struct str trimmed);

#endif
