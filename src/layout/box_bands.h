/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LAYOUT_BOX_BANDS_H
#define LAYOUT_BOX_BANDS_H

struct article_box;
struct box_page;

/* Parts the lines of the text of `box` into its bands, as article_box.h says. */
void box_find_bands(struct article_box *box, const struct box_page *page);

#endif
