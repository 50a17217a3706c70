/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_DETECT_H
#define LOAD_DETECT_H

#include "load/charset.h"

/*
 * The encoding that `bytes` look most like: by a mark at their head; as UTF-8
 * if 256 KiB of them, from the first that is not ASCII on, are that (the last
 * character may be cut); else each candidate decodes
 * a sample, and the one whose text is made of the more common characters wins.
 * Sure from 32 bytes of Chinese up.
 */
const struct charset *detect_charset(struct str bytes);

/* The same when they are known to be UTF-16. */
const struct charset *detect_utf16(struct str bytes);

#endif
