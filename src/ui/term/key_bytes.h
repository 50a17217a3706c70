/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_TERM_KEY_BYTES_H
#define UI_TERM_KEY_BYTES_H

#include <limits.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes of a keyboard become characters in the encoding of the thread's locale
 * (text/codeset.h).  The bytes of a character may come apart; bytes that are of none, as
 * those of a terminal with another encoding, are dropped one by one, and take no others
 * with them. */

struct key_bytes {
	unsigned char
		bytes[MB_LEN_MAX]; /* of a character that is not complete */
	size_t count;
};

enum key_bytes_step {
	KEY_BYTES_GO_ON, /* the character is not complete */
	KEY_BYTES_END,   /* it is */
	KEY_BYTES_WRONG  /* the first byte is of no character, and dropped */
};

/* Adds a byte, 0 to 255.  KEY_BYTES_END: *c is the character.  KEY_BYTES_WRONG: the other
 * bytes were given to `unread`, the last one first, and will be added again. */
enum key_bytes_step key_bytes_add(struct key_bytes *key, int byte,
                                  int (*unread)(int byte), uint32_t *c);

#endif
