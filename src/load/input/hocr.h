/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_HOCR_H
#define LOAD_INPUT_HOCR_H

#include "base/mem.h"
#include "issue/issue.h"
#include "load/input/xml.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The text of an hOCR file (version 1.2): HTML whose elements say by their class what they are
 * (ocr_page, ocr_carea, ocr_par, ocr_line, ocrx_word) and by properties in their title where
 * they stand (bbox, in pixels) and how sure a word is (x_wconf, in percent).  A page says how
 * many pixels an inch has (scan_res), else HOCR_DPI.
 */

#define HOCR_DPI 300.

struct hocr_line {
	struct str text;     /* not empty; in the arena */
	size_t page, block;  /* ordinals, from 1 */
	struct line_box box; /* width 0: its place is not known */
	uint8_t sureness;    /* of its least sure word, or SURENESS_UNKNOWN */
};

/* A word with a low sureness: bytes [start, end) of line `line`. */
struct hocr_unsure {
	size_t line, start, end;
};

struct hocr_page {
	float width_pt, height_pt; /* 0: not known */
};

struct hocr {
	struct hocr_page *pages; /* owned */
	size_t page_count, page_cap;
	struct hocr_line *lines; /* owned; in the order of the file */
	size_t count, cap;
	struct hocr_unsure *unsure; /* owned; by line and byte */
	size_t unsure_count, unsure_cap;
	struct arena arena;
};

/* Reads a file, which is UTF-8; false as xml_read(). */
bool hocr_read(struct hocr *hocr, struct str bytes, struct xml_damage *damage);
void hocr_release(struct hocr *hocr);

#endif
