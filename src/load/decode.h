/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_DECODE_H
#define LOAD_DECODE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* What became of the bytes of a file. */
struct decoded {
	struct buf text;      /* owned, valid UTF-8 */
	const char *encoding; /* a name, static or the one asked for */
	size_t lost_bytes;    /* each shown as U+FFFD */
};

/*
 * Decodes `bytes` as `encoding`, or as what they look like when it is NULL: by a
 * byte order mark, as UTF-8 if they are that, as GB18030 if they are that and
 * far from UTF-8, else as UTF-8 with losses.  Never fails; an encoding the
 * system does not know counts as NULL (ask decode_knows() first).
 */
void decode(struct decoded *decoded, struct str bytes, const char *encoding);
void decoded_release(struct decoded *decoded);

bool decode_knows(const char *encoding);

#endif
