/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEXT_PLAIN_FORM_H
#define TEXT_PLAIN_FORM_H

#include <stdint.h>

/*
 * The plain character that `c` stands for, which may be `c` itself: the ideograph of a
 * radical (U+2E80-2FD5) or of a compatibility ideograph, and the mark of horizontal text
 * of a form for vertical text (U+FE10-FE48), full width.  Fonts of PDFs name their
 * glyphs by such characters, which nobody types or searches.  Of a character for private
 * use at U+F000, by which word processors write a bullet of Symbol or Wingdings, it is
 * that bullet.  From
 * EquivalentUnifiedIdeograph.txt and the decompositions of Unicode.
 */
uint32_t plain_form(uint32_t c);

#endif
