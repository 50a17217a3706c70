/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_CLEAN_H
#define LOAD_PLACE_CLEAN_H

#include "load/place/page_chars.h"

/*
 * The characters that a reader sees, each once:
 *
 *    - of faces whose size is not that of their type (Type 3 fonts of PDF have none), the
 *      em is that of their ideographs;
 *    - what stands outside the page goes;
 *    - a character that is printed twice is kept once, in the colour of the upper one,
 *      and is bold where both are a little apart: so bold type is made, and shadows.
 *
 * Linear in the characters of the page.
 */
void page_clean(struct page_chars *page);

#endif
