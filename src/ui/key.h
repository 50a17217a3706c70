/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_KEY_H
#define UI_KEY_H

#include "base/str.h"

#include <stdint.h>

/* Names of keys, as people write them: Up, PgDn, Space, F5, ^X, j.  A key is a number of
 * ui/term/event.h. */

/* The key of a name, or 0: no key is called so.  Names of more than one character count
 * in capitals and small letters; arrows are keys; a character that key_plain() knows is its plain one;
 * ^M is Enter, ^I Tab, ^[ Esc, ^H Backspace, as a terminal cannot tell these apart. */
uint32_t key_named(struct str name);

/* Appends the name of a key, which key_named() reads. */
void key_add_name(struct buf *out, uint32_t key);

/* The key that a full-width or Chinese form stands for (／ is /, 【 is [, 、 is /); other
 * keys as they are. */
uint32_t key_plain(uint32_t key);

#endif
