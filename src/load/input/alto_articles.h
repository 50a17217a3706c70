/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_ALTO_ARTICLES_H
#define LOAD_INPUT_ALTO_ARTICLES_H

struct alto_lines;

/*
 * Adds the lines of a page file of a package whose articles METS states, article by article.
 * Blocks that METS has in no article are furniture in a margin; the others are placed as a
 * scanned page is (load/place/scan_page.h), in articles of their own that are told to be so.
 */
void alto_articles_add(struct alto_lines *form);

#endif
