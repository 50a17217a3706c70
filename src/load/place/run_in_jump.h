/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_RUN_IN_JUMP_H
#define LOAD_PLACE_RUN_IN_JUMP_H

#include "base/str.h"

#include <stddef.h>

/* Where the words in brackets begin that end a text and lead to another page, or come
 * from one: 故事很长（下转第3版）.  NPOS: it ends otherwise. */
size_t run_in_jump_at(struct str text);

#endif
