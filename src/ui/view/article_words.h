/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_VIEW_ARTICLE_WORDS_H
#define UI_VIEW_ARTICLE_WORDS_H

#include "ui/state.h"

/* The words of the program in the article view: below the headline where the article was
 * printed and how long it is to read, below its end what comes next. */

/* Draws both, as far as they are in the window: `area` and the sheet are those of the
 * article view, which was just drawn. */
void article_words_draw(struct app *app, struct area area, size_t article);

#endif
