/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_SEQUENCE_H
#define UI_TERM_SEQUENCE_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* The shape of escape sequences from a keyboard (ECMA-48: CSI and SS3).  A sequence of
 * unknown meaning is read to its end by its shape, so that none of its characters is
 * taken for a key. */

/* Can ESC and this character begin a sequence? */
bool sequence_begins(uint32_t c);

/* Is the sequence not yet complete?  `sequence` holds what came behind the ESC; its first
 * character begins a sequence. */
bool sequence_goes_on(struct str sequence);

#endif
