/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_NEUTRALISE_H
#define TEXT_NEUTRALISE_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * Nothing hostile gets out: names of files, headlines, messages of the system
 * and any other text from outside go through here before standard error, a
 * prompt or a window title.  (Screens draw glyphs, which obey the same rule.)
 */

/* True for what must never reach a terminal raw: Cc, Cf (bidi controls, tags,
 * …), Zl, Zp, surrogates, private use, unassigned.  What is only not seen (soft
 * hyphen, zero-width space and joiners, byte order mark) is dropped by whoever
 * writes, without a word. */
bool char_is_hostile(uint32_t c);

/* Appends `text` with each hostile character as <U+202E> and each byte that is
 * not UTF-8 as <FF>, without what is not seen.  Newlines and tabs are hostile
 * here too. */
void neutralise(struct buf *out, struct str text);

/* The same as a NUL-terminated string; caller frees. */
char *neutralised(const char *text);

#endif
