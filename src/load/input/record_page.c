/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/record_page.h"

#include "base/mem.h"
#include "text/plain_form.h"

#include <math.h>
#include <string.h>

/* Flags and weights of fonts, and render modes (ISO 32000-1, 9.8.2, 9.3.6). */
#define FLAG_BOLD     0x40000
#define WEIGHT_BOLD   6
#define RENDER_HIDDEN 3
#define RENDER_MOST   7

#define PIXEL_WHITE  0xffffff
#define PIXEL_DIGITS 6

void record_page_begin(struct record_page *open)
{
	page_chars_init(&open->page);
	open->has_space = false;
	open->picture = NPOS;
	open->pixels = NULL;
	open->pixel_count = 0;
}

/* Stroked, with or without a filling; hidden text and text that only clips are not. */
static bool is_outlined(int32_t render)
{
	return (render & 3) == 1 || (render & 3) == 2;
}

static void page_add_char(struct page_chars *page, struct page_char added)
{
	if (page->count >= RECORDS_CHARS) {
		page->is_cut = true;
		return;
	}
	added.order = page->count;
	*ARRAY_ADD(page->chars, page->count, page->cap) = added;
}

/* A character as it looks here; white space before it has been told then. */
static struct page_char make_char(struct record_page *open, uint32_t code,
                                  const struct char_place *place)
{
	bool has_space = open->has_space;

	open->has_space = false;
	return (struct page_char){
		.code = code,
		.box = char_place_box(place),
		.baseline_pt = place->y,
		.em_pt = hypotf(place->up_x, place->up_y),
		.face = record_faces_on_page(&open->faces, open->font,
		                             &open->page),
		.rgb = open->rgb,
		.turn = char_place_turn(place),
		.bold = is_outlined(open->render),
		.hidden = open->render == RENDER_HIDDEN,
		.space = has_space,
	};
}

static void add_char(struct record_page *open, uint32_t code,
                     const struct char_place *place)
{
	page_add_char(&open->page, make_char(open, code, place));
}

/* Adds the soft hyphen before, unless a character stands at `place`, which is its place;
 * NULL: none does. */
static void add_soft_hyphen(struct record_page *open,
                            const struct char_place *place)
{
	const struct char_place *own = &open->soft_hyphen_place;
	float width = hypotf(own->advance_x, own->advance_y);
	float away =
		place ? hypotf(place->x - own->x, place->y - own->y) : INFINITY;

	if (!open->has_soft_hyphen)
		return;
	if (away >= width / 2)
		page_add_char(&open->page, open->soft_hyphen);
	else
		open->has_space |= open->soft_hyphen.space;
	open->has_soft_hyphen = false;
}

static void keep_soft_hyphen(struct record_page *open,
                             const struct char_place *place)
{
	if (hypotf(place->advance_x, place->advance_y) > 0) {
		open->soft_hyphen_place = *place;
		open->soft_hyphen = make_char(open, '-', place);
		open->has_soft_hyphen = true;
	}
}

/* Adds the letters of a ligature side by side. */
static void add_ligature(struct record_page *open, const char *letters,
                         struct char_place place)
{
	float count = (float)strlen(letters);

	place.advance_x /= count;
	place.advance_y /= count;
	for (; *letters; letters++) {
		add_char(open, (uint32_t)*letters, &place);
		place.x += place.advance_x;
		place.y += place.advance_y;
	}
}

static void page_read_char(struct record_page *open,
                           const struct record *record, uint32_t code)
{
	enum char_ink ink = char_ink(code);
	const char *letters = char_ligature(code);
	uint32_t plain = plain_form(code);
	struct char_place place;

	if (ink == CHAR_SPACE)
		open->has_space = true;
	if ((ink != CHAR_DRAWN && ink != CHAR_HYPHEN) ||
	    !(open->page.width_pt > 0) ||
	    !char_place_read(&place, record, open->size_pt))
		return;
	add_soft_hyphen(open, &place);
	if (plain != code)
		open->page.is_made_plain = true;
	if (ink == CHAR_HYPHEN)
		keep_soft_hyphen(open, &place);
	else if (letters)
		add_ligature(open, letters, place);
	else
		add_char(open, plain, &place);
}

static void add_shape(struct record_page *open, const struct record *record,
                      struct page_shape shape)
{
	struct page_chars *page = &open->page;
	float x0, y0, x1, y1;

	if (!(page->width_pt > 0) || !record_pt(record, 1, &x0) ||
	    !record_pt(record, 2, &y0) || !record_pt(record, 3, &x1) ||
	    !record_pt(record, 4, &y1))
		return;
	if (page->shape_count >= RECORDS_SHAPES) {
		page->is_cut = true;
		return;
	}
	shape.box = (struct page_box){ fminf(x0, x1), fminf(y0, y1),
		                       fmaxf(x0, x1), fmaxf(y0, y1) };
	*ARRAY_ADD(page->shapes, page->shape_count, page->shape_cap) = shape;
}

static void read_path(struct record_page *open, const struct record *record,
                      enum shape_kind kind)
{
	struct page_shape shape = { .kind = kind };
	int32_t straight;

	if (record_pt(record, 5, &shape.width_pt) && shape.width_pt >= 0 &&
	    record->count > 6 && record_hex(record->fields[6], &shape.rgb) &&
	    record_int(record, 7, 0, 1, &straight)) {
		shape.straight = straight;
		add_shape(open, record, shape);
	}
}

static void read_stroke(struct record_page *open, const struct record *record)
{
	read_path(open, record, SHAPE_STROKE);
}

static void read_fill(struct record_page *open, const struct record *record)
{
	read_path(open, record, SHAPE_FILL);
}

static void read_picture(struct record_page *open, const struct record *record)
{
	size_t count = open->page.shape_count;

	add_shape(
		open, record,
		(struct page_shape){ .kind = SHAPE_PICTURE, .straight = true });
	open->pixels = NULL;
	open->picture = open->page.shape_count > count ? count : NPOS;
}

/* The picture before has pixels, which come row by row. */
static void read_pixels(struct record_page *open, const struct record *record)
{
	struct page_chars *page = &open->page;
	struct pixels *pixels;
	int32_t cols, rows;

	if (!open->wants_pixels || open->picture == NPOS ||
	    open->pixel_count == RECORDS_PICTURES ||
	    !record_int(record, 1, 1, PIXELS_MOST, &cols) ||
	    !record_int(record, 2, 1, PIXELS_MOST, &rows))
		return;
	pixels = arena_alloc(&page->arena, sizeof *pixels);
	*pixels = (struct pixels){ cols, rows, NULL };
	pixels->rgb = arena_alloc(&page->arena, (size_t)cols * (size_t)rows *
	                                                sizeof *pixels->rgb);
	for (int i = 0; i < cols * rows; i++)
		pixels->rgb[i] = PIXEL_WHITE;
	page->shapes[open->picture].pixels = pixels;
	open->picture = NPOS;
	open->pixels = pixels;
	open->pixel_row = 0;
	open->pixel_count++;
}

/* What is no colour is white. */
static void read_pixel_row(struct record_page *open,
                           const struct record *record)
{
	struct pixels *pixels = open->pixels;
	struct str digits = record->count > 1 ? record->fields[1] : STR("");
	uint32_t *row;

	if (!pixels || open->pixel_row == pixels->rows)
		return;
	row = &pixels->rgb[open->pixel_row++ * pixels->cols];
	for (size_t i = 0; i < (size_t)pixels->cols; i++) {
		size_t end = (i + 1) * PIXEL_DIGITS;

		if (end > digits.len ||
		    !record_hex(str_slice(digits, end - PIXEL_DIGITS, end),
		                &row[i]))
			row[i] = PIXEL_WHITE;
	}
}

static void read_space(struct record_page *open, const struct record *record)
{
	(void)record;
	open->has_space = true;
}

void record_page_read_font(struct record_page *open,
                           const struct record *record)
{
	int32_t id, flags, weight;
	struct buf name;

	if (!record_int(record, 1, 1, INT32_MAX, &id))
		return;
	if (!record_int(record, 2, 0, INT32_MAX, &flags))
		flags = 0;
	if (!record_int(record, 3, 0, 9, &weight))
		weight = 0;
	buf_init(&name);
	record_text(record, 5, &name);
	record_faces_add(&open->faces, id, buf_str(&name),
	                 flags & FLAG_BOLD || weight >= WEIGHT_BOLD);
	buf_release(&name);
}

static void read_appearance(struct record_page *open,
                            const struct record *record)
{
	int32_t font, render;
	uint32_t rgb;
	float size;

	if (!record_int(record, 1, 1, INT32_MAX, &font) ||
	    !record_pt(record, 2, &size) || record->count < 5 ||
	    !record_hex(record->fields[3], &rgb) ||
	    !record_int(record, 4, 0, RENDER_MOST, &render))
		return;
	open->font = record_faces_find(&open->faces, font);
	open->size_pt = size;
	open->rgb = rgb;
	open->render = render;
}

void record_page_read(struct record_page *open, const struct record *record)
{
	static const struct {
		char name;
		void (*read)(struct record_page *open,
		             const struct record *record);
	} readers[] = {
		{ 'A', read_appearance }, { '_', read_space },
		{ 'L', read_stroke },     { 'F', read_fill },
		{ 'I', read_picture },    { 'B', read_pixels },
		{ 'R', read_pixel_row },
	};
	struct str name = record->fields[0];
	uint32_t code;

	if (name.len > 1 && record_hex(name, &code))
		page_read_char(open, record, code);
	for (size_t i = 0; i < ARRAY_LEN(readers) && name.len == 1; i++)
		if (readers[i].name == name.ptr[0])
			readers[i].read(open, record);
}

void record_page_end(struct record_page *open)
{
	add_soft_hyphen(open, NULL);
}
