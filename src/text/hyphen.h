/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_HYPHEN_H
#define TEXT_HYPHEN_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The characters that printers and programs set for a hyphen at the end of a line: - and
 * U+2010, which may be of the word as well; and U+00AD, U+00AC, U+2E17 and U+FF70, which
 * stand for nothing but the break.
 */

/* The bytes of the hyphen that ends before byte `end`; 0: there is none. */
size_t hyphen_before(struct str text, size_t end);

/* The bytes of the hyphen that begins at byte `at`; 0: there is none. */
size_t hyphen_at(struct str text, size_t at);

/* Does `text` end in a hyphen that stands for a break only? */
bool hyphen_is_soft(struct str text);

#endif
