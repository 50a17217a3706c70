/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/plain_form.h"

#include "base/mem.h"

static const struct {
	uint32_t from, to;
} forms[] = {
#include "text/plain_form_table.inc"
};

uint32_t plain_form(uint32_t c)
{
	size_t at;

	/* Nearly all text is below the table, or an ideograph of the first block. */
	if (c < 0x2e80 || (c >= 0x3000 && c < 0xf900))
		return c;
	ARRAY_FIND(at, ARRAY_LEN(forms), forms[at].from < c);
	return at < ARRAY_LEN(forms) && forms[at].from == c ? forms[at].to : c;
}
