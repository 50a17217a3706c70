/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/term/key_bytes.h"

#include <assert.h>
#include <wchar.h>

enum key_bytes_step key_bytes_add(struct key_bytes *key, int byte,
                                  int (*unread)(int byte), uint32_t *c)
{
	mbstate_t state = { 0 };
	wchar_t wide = 0;
	size_t length;

	assert(key->count < sizeof key->bytes);
	key->bytes[key->count++] = (unsigned char)byte;
	length = mbrtowc(&wide, (const char *)key->bytes, key->count, &state);
	/* A character that has begun has fewer bytes than there is room for. */
	if (length == (size_t)-2 && key->count < sizeof key->bytes)
		return KEY_BYTES_GO_ON;
	if (length == (size_t)-1 || length == (size_t)-2 || wide > 0x10ffff) {
		while (key->count > 1)
			unread(key->bytes[--key->count]);
		key->count = 0;
		return KEY_BYTES_WRONG;
	}
	key->count = 0;
	*c = (uint32_t)wide;
	return KEY_BYTES_END;
}
