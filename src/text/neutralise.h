/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_NEUTRALISE_H
#define TEXT_NEUTRALISE_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * Text from outside made safe for a terminal: names of files, headlines, messages of
 * the system and the like pass through here before they go to standard error, a prompt
 * or a window title.  (Screens draw glyphs, which obey the same rule.)
 */

/* Whether a character must not reach a terminal unchanged: Cc, Cf (bidi controls, tags,
 * …), Zl, Zp, surrogates, private use, unassigned.  Invisible characters (soft hyphen,
 * zero-width space and joiners, byte order mark) are not hostile; text for a terminal
 * leaves them out. */
bool char_is_hostile(uint32_t c);

/* Appends `text` without its invisible characters, each hostile character as <U+202E>,
 * each unreadable one as 〓 (text/unreadable.h), and each byte that is not UTF-8 as <FF>.  Newlines and tabs are hostile too. */
void neutralise(struct buf *out, struct str text);

/* The same as a NUL-terminated string, which the caller frees. */
char *neutralised(const char *text);

#endif
