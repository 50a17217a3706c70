/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/record_faces.h"

#include "base/mem.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define FACES_MOST 4096 /* of a document; others have no name */
#define FONTS_MOST ((size_t)1 << 20)
#define NAME_BYTES 200
#define SUBSET     6 /* letters before the "+" of a subset's prefix */

/* Words in the names of bold typefaces. */
static const char *const bold_words[] = {
	"bold",   "black", "heavy",  "demi",     "semib",
	"extrab", "-w6",   "-w7",    "-w8",      "-w9",
	"dahei",  "cuhei", "cusong", "biaosong", "xiaobiao",
};

void record_faces_init(struct record_faces *faces)
{
	memset(faces, 0, sizeof *faces);
	record_faces_add(faces, 0, STR(""), false);
}

void record_faces_release(struct record_faces *faces)
{
	for (size_t i = 0; i < faces->face_count; i++)
		buf_release(&faces->faces[i].name);
	free(faces->faces);
	free(faces->by_name);
	free(faces->fonts);
	memset(faces, 0, sizeof *faces);
}

static struct str without_prefix(struct str name)
{
	size_t letters = 0;

	while (letters < name.len && name.ptr[letters] >= 'A' &&
	       name.ptr[letters] <= 'Z')
		letters++;
	if (letters == SUBSET && letters < name.len && name.ptr[letters] == '+')
		return str_slice(name, letters + 1, name.len);
	return name;
}

static bool is_name_bold(struct str name)
{
	struct buf small;
	bool bold = false;

	buf_init(&small);
	for (size_t i = 0; i < name.len; i++)
		buf_add_byte(&small, name.ptr[i] >= 'A' && name.ptr[i] <= 'Z'
		                             ? (char)(name.ptr[i] + 0x20)
		                             : name.ptr[i]);
	for (size_t i = 0; i < ARRAY_LEN(bold_words) && !bold; i++)
		bold = str_find(buf_str(&small), str_from(bold_words[i]), 0) !=
		       NPOS;
	buf_release(&small);
	return bold;
}

static int face_compare(const struct record_face *face, struct str name,
                        bool bold)
{
	int order = str_compare(buf_str(&face->name), name);

	return order ? order : face->bold - bold;
}

/* The index of the face of that name and weight, which is added where it is new. */
static uint32_t face_of(struct record_faces *faces, struct str name, bool bold)
{
	size_t count = faces->face_count, at;
	struct record_face *face;

	ARRAY_FIND(at, count,
	           face_compare(&faces->faces[faces->by_name[at]], name, bold) <
	                   0);
	if (at < count &&
	    !face_compare(&faces->faces[faces->by_name[at]], name, bold))
		return faces->by_name[at];
	if (count >= FACES_MOST)
		return 0;
	face = ARRAY_ADD(faces->faces, faces->face_count, faces->face_cap);
	*face = (struct record_face){ .bold = bold };
	buf_init(&face->name);
	buf_add(&face->name, name);
	faces->by_name = mem_grow(faces->by_name, &faces->by_name_cap,
	                          count + 1, sizeof *faces->by_name);
	memmove(faces->by_name + at + 1, faces->by_name + at,
	        (count - at) * sizeof *faces->by_name);
	faces->by_name[at] = (uint32_t)count;
	return (uint32_t)count;
}

void record_faces_add(struct record_faces *faces, int32_t id, struct str name,
                      bool is_bold)
{
	size_t count = faces->font_count;

	if (count >= FONTS_MOST || (count && id <= faces->fonts[count - 1].id))
		return;
	name = without_prefix(name);
	if (name.len > NAME_BYTES)
		name.len = NAME_BYTES;
	is_bold = is_bold || is_name_bold(name);
	*ARRAY_ADD(faces->fonts, faces->font_count, faces->font_cap) =
		(struct record_font){ id, face_of(faces, name, is_bold) };
}

size_t record_faces_find(const struct record_faces *faces, int32_t id)
{
	size_t at;

	ARRAY_FIND(at, faces->font_count, faces->fonts[at].id < id);
	return at < faces->font_count && faces->fonts[at].id == id
	               ? faces->fonts[at].face
	               : 0;
}

uint32_t record_faces_on_page(struct record_faces *faces, size_t index,
                              struct page_chars *page)
{
	struct record_face *face = &faces->faces[index];

	assert(index < faces->face_count);
	if (face->page != page->number) {
		face->page = page->number;
		face->page_face = (uint32_t)page->face_count;
		*ARRAY_ADD(page->faces, page->face_count, page->face_cap) =
			(struct page_face){ { arena_copy_text(&page->arena,
			                                      face->name.ptr,
			                                      face->name.len),
			                      face->name.len },
			                    face->bold };
	}
	return face->page_face;
}
