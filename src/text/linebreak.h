/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_LINEBREAK_H
#define TEXT_LINEBREAK_H

#include "base/str.h"

/*
 * Line breaks by the general rules: UAX #14 without tailoring.  linebreak_table.inc
 * names the version of Unicode; the tables of the C library and of libunistring are
 * not used, so that lines are the same on every machine.
 */

/* Sets breaks[at], for each byte of `text`, to 1 if a line may begin there, else to 0.
 * No line may begin inside a character or at byte 0.  Invalid bytes count as U+FFFD,
 * divided as utf8_next() divides them. */
void linebreak_find(struct str text, char *breaks);

#endif
