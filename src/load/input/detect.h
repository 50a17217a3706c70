/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_DETECT_H
#define LOAD_INPUT_DETECT_H

#include "load/input/charset.h"

/*
 * The encoding that `bytes` are most probably in.  The first of these rules that
 * applies decides:
 *
 *  - a byte order mark at the head;
 *  - UTF-8, when well-formed multi-byte characters have at least twice as many bytes as
 *    malformed sequences, over 256 KiB from the first byte beyond ASCII on (the last
 *    character may be cut).  Control characters do not speak against UTF-8, but
 *    many NULs do;
 *  - windows-1252, when bytes beyond ASCII are few and stand alone between Latin
 *    letters;
 *  - otherwise each candidate decodes a sample, and the one whose characters are the
 *    most common in newspapers wins.  This is reliable from 32 bytes of Chinese up.
 *
 * An encoding whose converter is not installed is never the answer; *lacking is set when
 * the bytes may be in such an encoding.  The result is static.
 */
const struct charset *detect_charset(struct str bytes, bool *lacking);

/* The byte order of bytes that are known to be UTF-16. */
const struct charset *detect_utf16(struct str bytes);

#endif
