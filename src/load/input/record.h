/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_RECORD_H
#define LOAD_INPUT_RECORD_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One record of baolan-pdf(1): fields that TABs part, the first of which names the
 * record.  Any bytes may stand in it. */

#define RECORD_FIELDS 12 /* as many are read; those behind are passed over */

struct record {
	struct str fields[RECORD_FIELDS];
	size_t count; /* >= 1 */
};

/* `line` is borrowed as long as the record. */
void record_split(struct record *record, struct str line);

/* Field `n` as a decimal integer from `least` to `most`; false where it is none, or
 * missing. */
bool record_int(const struct record *record, size_t n, int32_t least,
                int32_t most, int32_t *value);

/* A length in points, of a field in 1/100 pt; false beyond RECORD_PT_MOST. */
#define RECORD_PT_MOST 100000
bool record_pt(const struct record *record, size_t n, float *pt);

/* A text of at most six lower-case hexadecimal digits. */
bool record_hex(struct str field, uint32_t *value);

/* Appends field `n` with its bytes \ooo decoded; nothing where it is missing. */
void record_text(const struct record *record, size_t n, struct buf *out);

#endif
