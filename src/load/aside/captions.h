/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_ASIDE_CAPTIONS_H
#define LOAD_ASIDE_CAPTIONS_H

#include "load/lines/printed_line.h"

/*
 * Sets the captions of a page aside, the lines of each as one unit.  A caption
 * is the words under a picture, apart from the text around them and of at most
 * five lines: it begins with a cue (图为…), stands between two ornaments (◀…▶),
 * or ends with the name of the photographer (…摄).
 *
 * Lines that are set aside already stay as they are.  Time: O(lines).
 */
void captions_find(struct printed_lines *lines);

#endif
