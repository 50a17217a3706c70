/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/neutralise.h"

#include "base/utf8.h"
#include "text/unreadable.h"
#include "text/width.h"

bool char_is_hostile(uint32_t c)
{
	return width_class(c) == CLASS_HOSTILE;
}

void neutralise(struct buf *out, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t c;
		int len = utf8_try(text, at, &c);

		if (len < 0) {
			buf_addf(out, "<%02X>", (unsigned char)text.ptr[at]);
			len = 1;
		} else if (char_is_unreadable(c)) {
			buf_add_c(out, UNREADABLE_SHOWN);
		} else if (char_is_hostile(c)) {
			buf_addf(out, "<U+%04X>", (unsigned)c);
		} else if (width_class(c) != CLASS_SILENT) {
			buf_add(out, str_slice(text, at, at + (size_t)len));
		}
		at += (size_t)len;
	}
}

char *neutralised(const char *text)
{
	struct buf out;

	buf_init(&out);
	neutralise(&out, str_from(text));
	return buf_steal(&out);
}
