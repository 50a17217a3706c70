/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_XML_TEXT_H
#define LOAD_INPUT_XML_TEXT_H

#include "load/input/decode.h"

#include <stdbool.h>
#include <stddef.h>

struct diags;

#define XML_ENCODING_BYTES 32 /* of a name, with the NUL */

/*
 * An XML file as UTF-8.  What decides about its encoding (XML 1.0, appendix F), and where
 * the file contradicts itself:
 *
 *  - a byte order mark, or UTF-16 without one;
 *  - bytes beyond ASCII that are UTF-8 throughout are UTF-8, whatever is declared;
 *  - the declaration, in any encoding that decode.h knows;
 *  - else the detected encoding (detect.h).
 */
struct xml_text {
	struct str text;      /* without a mark; borrowed where it was UTF-8 */
	const char *encoding; /* valid as long as this struct */
	size_t lost_bytes;    /* each of which is U+FFFD in the text */
	bool contradicts;     /* it is not in the encoding that it declares */
	char declared[XML_ENCODING_BYTES]; /* empty: nothing that is known */
	struct decoded decoded;            /* owned */
};

void xml_text_init(struct xml_text *xml, struct str bytes);
void xml_text_release(struct xml_text *xml);

/* Is it UTF-16, with a mark or without? */
bool xml_text_is_utf16(struct str bytes);

/* Says on page `page` (1-based, 0: none) that the declaration is wrong, if it is. */
void xml_text_tell(const struct xml_text *xml, struct diags *diags,
                   size_t page);

#endif
