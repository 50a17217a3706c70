/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_LEADING_H
#define LAYOUT_LEADING_H

struct sheet;

/* Leads a sheet whose lines run across: a row is left free above each of its rows, for what
 * is set between lines, as pinyin.  Screens that are turned become twice as high. */
void leading_add(struct sheet *sheet);

#endif
