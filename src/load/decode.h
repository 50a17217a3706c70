/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_DECODE_H
#define LOAD_DECODE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* What became of the bytes of a file. */
struct decoded {
	struct buf text; /* owned, valid UTF-8, without a mark at its head */
	const char *encoding; /* a name, static or the one asked for */
	size_t lost_bytes;    /* each shown as U+FFFD */
};

/*
 * Decodes `bytes` as `encoding`, or as what they look like when it is NULL (see
 * load/detect.h).  Never fails; an encoding the system does not know counts as
 * NULL (ask decode_knows() first).  No byte vanishes but the mark.
 *
 * Lines end at a newline, with or without a carriage return before it.  Where
 * the carriage return alone ends the lines of the file, newlines stand in the
 * text instead.
 */
void decode(struct decoded *decoded, struct str bytes, const char *encoding);
void decoded_release(struct decoded *decoded);

/* True for the usual names, in any spelling, and for those of the system. */
bool decode_knows(const char *encoding);

#endif
