/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_LINES_LETTER_STYLE_H
#define LOAD_LINES_LETTER_STYLE_H

#include "base/str.h"

#include <stdbool.h>

/*
 * How a line is set off by its letters alone, where nothing is known of its type: in
 * capitals, or with space between its letters.
 *
 * Time: O(characters).
 */
enum letter_style {
	LETTER_STYLE_PLAIN,
	LETTER_STYLE_CAPITALS, /* LE PARLEMENT; OCR may have read a few small */
	LETTER_STYLE_SPACED,   /* 通 知, T A B L E */
	LETTER_STYLES
};

enum letter_style letter_style_of(struct str text);

#endif
