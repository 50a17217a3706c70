/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_DETECT_H
#define LOAD_INPUT_DETECT_H

#include "load/input/charset.h"

/*
 * The encoding that `bytes` look most like: by a mark at their head; as UTF-8 when
 * the bytes of its whole characters are twice as many as those that are none (of
 * 256 KiB from the first that is not ASCII on; the last character may be cut); as
 * windows-1252 when the bytes beyond ASCII are few and stand alone between Latin
 * letters; else each candidate decodes a sample, and the one whose text is made of
 * the more common characters wins.  Control characters say nothing against UTF-8,
 * but many NULs do.  Sure from 32 bytes of Chinese up.
 *
 * One that the system does not bring is never the answer; *lacking is set when it
 * might have been.
 */
const struct charset *detect_charset(struct str bytes, bool *lacking);

/* The same when they are known to be UTF-16. */
const struct charset *detect_utf16(struct str bytes);

#endif
