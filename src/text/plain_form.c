/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/plain_form.h"

#include "base/mem.h"

#define SYMBOLS 0xf000

static const struct {
	uint32_t from, to;
} forms[] = {
#include "text/plain_form_table.inc"
};

/* The codes of the fonts Symbol and Wingdings, which word processors write at U+F000, as
 * they are used before items and in figures. */
static const struct {
	uint8_t code;
	uint16_t to;
} symbols[] = {
	{ 0x2d, 0x2212 }, { 0x6c, 0x25cf }, { 0x6e, 0x25a0 }, { 0x6f, 0x25a1 },
	{ 0x71, 0x25a1 }, { 0x75, 0x25c6 }, { 0x76, 0x2756 }, { 0x9f, 0x2022 },
	{ 0xa3, 0x2264 }, { 0xa7, 0x25aa }, { 0xa8, 0x25a1 }, { 0xb0, 0x00b0 },
	{ 0xb1, 0x00b1 }, { 0xb2, 0x2033 }, { 0xb3, 0x2265 }, { 0xb4, 0x00d7 },
	{ 0xb7, 0x2022 }, { 0xb8, 0x00f7 }, { 0xb9, 0x2260 }, { 0xbb, 0x2248 },
	{ 0xd8, 0x27a2 }, { 0xe0, 0x2192 }, { 0xf0, 0x21e8 }, { 0xfb, 0x2717 },
	{ 0xfc, 0x2713 }, { 0xfe, 0x2611 },
};

static uint32_t plain_form_of_symbol(uint32_t c)
{
	size_t at;

	ARRAY_FIND(at, ARRAY_LEN(symbols), symbols[at].code < c - SYMBOLS);
	return at < ARRAY_LEN(symbols) && symbols[at].code == c - SYMBOLS
	               ? symbols[at].to
	               : c;
}

uint32_t plain_form(uint32_t c)
{
	size_t at;

	if (c >= SYMBOLS && c <= SYMBOLS + UINT8_MAX)
		return plain_form_of_symbol(c);
	/* Nearly all text is below the table, or an ideograph of the first block. */
	if (c < 0x2e80 || (c >= 0x3000 && c < 0xf900))
		return c;
	ARRAY_FIND(at, ARRAY_LEN(forms), forms[at].from < c);
	return at < ARRAY_LEN(forms) && forms[at].from == c ? forms[at].to : c;
}
