/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/neutralise.h"

#include "text/width.h"

#include <unistr.h>

bool char_is_hostile(uint32_t c)
{
	return width_class(c) == CLASS_HOSTILE;
}

void neutralise(struct buf *out, struct str text)
{
	const uint8_t *bytes = (const uint8_t *)text.ptr;

	for (size_t at = 0; at < text.len;) {
		ucs4_t c;
		int len = u8_mbtoucr(&c, bytes + at, text.len - at);

		if (len < 0) {
			buf_addf(out, "<%02X>", bytes[at]);
			len = 1;
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
