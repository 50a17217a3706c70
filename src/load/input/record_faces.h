/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef LOAD_INPUT_RECORD_FACES_H
#define LOAD_INPUT_RECORD_FACES_H

#include "base/str.h"
#include "load/place/page_chars.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The fonts of a document, and which typefaces they are.  A typeface may be many fonts:
 * each page has its own, and each font a part of the glyphs. */

struct record_face {
	struct buf name; /* owned; without the prefix of a subset */
	bool bold;
	size_t page;        /* the page that has used it last, or 0 */
	uint32_t page_face; /* its index there */
};

struct record_font {
	int32_t id;
	uint32_t face;
};

struct record_faces {
	struct record_face *faces; /* owned; faces[0] is that of no name */
	size_t face_count, face_cap;
	uint32_t *by_name; /* owned; their indices by name, then by weight */
	size_t by_name_cap;
	struct record_font *fonts; /* owned; by id */
	size_t font_count, font_cap;
};

void record_faces_init(struct record_faces *faces);
void record_faces_release(struct record_faces *faces);

/* Adds a font; ids grow, and an id that does not is passed over.  `is_bold`: it says so
 * itself; else its name may. */
void record_faces_add(struct record_faces *faces, int32_t id, struct str name,
                      bool is_bold);

/* The index in faces->faces of the face of font `id`; 0: the font is not known. */
size_t record_faces_find(const struct record_faces *faces, int32_t id);

/* The index of face `face` among those of the page, which gets it if need be. */
uint32_t record_faces_on_page(struct record_faces *faces, size_t face,
                              struct page_chars *page);

#endif
