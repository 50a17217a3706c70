/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_PLACE_ATTACH_H
#define LOAD_PLACE_ATTACH_H

#include "load/place/placing.h"

/*
 * What belongs to an article and is neither its head nor its text:
 *
 *  - a jump line that is a head of its own goes to the teaser above it, or to the
 *    nearest article;
 *  - small type without text, as bylines are, goes to the nearest article with text;
 *  - heads of one box without text are one article: an advert;
 *  - a caption goes to the nearest article of its picture;
 *  - a pull quote goes to the article that has its words, or to the nearest.
 *
 * Near is what few points, rules and edges of boxes part.  The blocks stand in the
 * article's `captions`, `quotes` and `loose`; a page without articles keeps none.
 * O(blocks x (columns + heads)), but where that is more than ATTACH_STEPS the rest goes to the
 * first article.
 */
#define ATTACH_STEPS 20000000
void attach_rest(struct placing *placing);

#endif
