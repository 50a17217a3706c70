/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_SEQUENCE_H
#define UI_TERM_SEQUENCE_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* The shape of escape sequences from a keyboard (ECMA-48: CSI and SS3), for those
 * whose meaning nobody knows: none of their characters is a key by itself. */

/* Can one begin with ESC and this character? */
bool sequence_begins(uint32_t c);

/* Is there a character behind these?  They stand behind the ESC, and the first of
 * them begins a sequence. */
bool sequence_goes_on(struct str sequence);

#endif
