/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_DROP_CAPS_H
#define LOAD_LINES_DROP_CAPS_H

#include "load/lines/printed_line.h"

/*
 * Drop caps: the large first letter or ideograph of a text.  Extractors give it a line of
 * its own, before the first line of its text or, as its foot stands lower, up to three
 * lines behind it; or they leave a space behind it.  It is set aside (ASIDE_CAP), and
 * the line that it belongs to names it.
 *
 * Whether A or I is a word of its own is told by the words of the page: whether the rest
 * of the word stands elsewhere, or begins like others.
 *
 * Time: O(lines), and O(page) for each of the first CAPS_ASKED letters that are words.
 */
void drop_caps_find(struct printed_lines *lines);

#endif
