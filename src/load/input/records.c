/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/records.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "load/input/record.h"
#include "load/input/record_char.h"
#include "text/plain_form.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#define FIRST_RECORD "baolan-pdf\t"
#define VERSION      1
#define RECORD_BYTES 4096 /* of the longest record that is read */

/* Flags and weights of fonts, and render modes (ISO 32000-1, 9.8.2, 9.3.6). */
#define FLAG_BOLD     0x40000
#define WEIGHT_BOLD   6
#define RENDER_HIDDEN 3
#define RENDER_MOST   7

void records_init(struct records *records)
{
	memset(records, 0, sizeof *records);
	buf_init(&records->bytes);
	record_faces_init(&records->faces);
}

void records_release(struct records *records)
{
	buf_release(&records->bytes);
	record_faces_release(&records->faces);
	if (records->has_page)
		page_chars_release(&records->page);
	memset(records, 0, sizeof *records);
}

void records_feed(struct records *records, struct str bytes)
{
	struct buf *all = &records->bytes;

	if (records->at) {
		memmove(all->ptr, all->ptr + records->at,
		        all->len - records->at);
		all->len -= records->at;
		records->at = 0;
	}
	buf_add(all, bytes);
}

void records_end(struct records *records)
{
	records->is_over = true;
}

bool records_sniff(struct str head)
{
	return str_starts(head, STR(FIRST_RECORD));
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
static struct page_char make_char(struct records *records, uint32_t code,
                                  const struct char_place *place)
{
	bool has_space = records->has_space;

	records->has_space = false;
	return (struct page_char){
		.code = code,
		.box = char_place_box(place),
		.baseline_pt = place->y,
		.em_pt = hypotf(place->up_x, place->up_y),
		.face = record_faces_on_page(&records->faces, records->font,
		                             &records->page),
		.rgb = records->rgb,
		.turn = char_place_turn(place),
		.bold = is_outlined(records->render),
		.hidden = records->render == RENDER_HIDDEN,
		.space = has_space,
	};
}

static void add_char(struct records *records, uint32_t code,
                     const struct char_place *place)
{
	page_add_char(&records->page, make_char(records, code, place));
}

/* Adds the soft hyphen before, unless a character stands at `place`, which is its place;
 * NULL: none does. */
static void add_soft_hyphen(struct records *records,
                            const struct char_place *place)
{
	const struct char_place *own = &records->soft_hyphen_place;
	float width = hypotf(own->advance_x, own->advance_y);
	float away =
		place ? hypotf(place->x - own->x, place->y - own->y) : INFINITY;

	if (!records->has_soft_hyphen)
		return;
	if (away >= width / 2)
		page_add_char(&records->page, records->soft_hyphen);
	else
		records->has_space |= records->soft_hyphen.space;
	records->has_soft_hyphen = false;
}

static void keep_soft_hyphen(struct records *records,
                             const struct char_place *place)
{
	if (hypotf(place->advance_x, place->advance_y) > 0) {
		records->soft_hyphen_place = *place;
		records->soft_hyphen = make_char(records, '-', place);
		records->has_soft_hyphen = true;
	}
}

/* Adds the letters of a ligature side by side. */
static void add_ligature(struct records *records, const char *letters,
                         struct char_place place)
{
	float count = (float)strlen(letters);

	place.advance_x /= count;
	place.advance_y /= count;
	for (; *letters; letters++) {
		add_char(records, (uint32_t)*letters, &place);
		place.x += place.advance_x;
		place.y += place.advance_y;
	}
}

static void read_char(struct records *records, const struct record *record,
                      uint32_t code)
{
	enum char_ink ink = char_ink(code);
	const char *letters = char_ligature(code);
	uint32_t plain = plain_form(code);
	struct char_place place;

	if (ink == CHAR_SPACE)
		records->has_space = true;
	if ((ink != CHAR_DRAWN && ink != CHAR_HYPHEN) ||
	    !(records->page.width_pt > 0) ||
	    !char_place_read(&place, record, records->size_pt))
		return;
	add_soft_hyphen(records, &place);
	if (plain != code)
		records->page.is_made_plain = true;
	if (ink == CHAR_HYPHEN)
		keep_soft_hyphen(records, &place);
	else if (letters)
		add_ligature(records, letters, place);
	else
		add_char(records, plain, &place);
}

static void read_document(struct records *records, const struct record *record)
{
	int32_t pages;

	if (record_int(record, 1, 1, RECORDS_PAGES, &pages))
		records->page_total = (size_t)pages;
}

/* A page without a size that can be read is there, but its contents are not. */
static void read_page(struct records *records, const struct record *record)
{
	struct page_chars *page = &records->page;
	int32_t number;
	struct buf label;

	assert(!records->has_page);
	page_chars_init(page);
	if (!record_int(record, 1, (int32_t)records->pages + 1, RECORDS_PAGES,
	                &number))
		number = (int32_t)records->pages + 1;
	records->has_page = true;
	records->pages = page->number = (size_t)number;
	if (!record_pt(record, 2, &page->width_pt) ||
	    !record_pt(record, 3, &page->height_pt) || page->width_pt <= 0 ||
	    page->height_pt <= 0) {
		page->width_pt = page->height_pt = 0;
		page->is_damaged = true;
	}
	buf_init(&label);
	record_text(record, 4, &label);
	if (utf8_is_valid(buf_str(&label)))
		page->label =
			(struct str){ arena_copy_text(&page->arena, label.ptr,
			                              label.len),
			              label.len };
	buf_release(&label);
	records->has_space = false;
}

static void read_font(struct records *records, const struct record *record)
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
	record_faces_add(&records->faces, id, buf_str(&name),
	                 flags & FLAG_BOLD || weight >= WEIGHT_BOLD);
	buf_release(&name);
}

static void read_appearance(struct records *records,
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
	records->font = record_faces_find(&records->faces, font);
	records->size_pt = size;
	records->rgb = rgb;
	records->render = render;
}

static void read_space(struct records *records, const struct record *record)
{
	(void)record;
	records->has_space = true;
}

static void add_shape(struct records *records, const struct record *record,
                      struct page_shape shape)
{
	struct page_chars *page = &records->page;
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

static void read_path(struct records *records, const struct record *record,
                      enum shape_kind kind)
{
	struct page_shape shape = { .kind = kind };
	int32_t straight;

	if (record_pt(record, 5, &shape.width_pt) && shape.width_pt >= 0 &&
	    record->count > 6 && record_hex(record->fields[6], &shape.rgb) &&
	    record_int(record, 7, 0, 1, &straight)) {
		shape.straight = straight;
		add_shape(records, record, shape);
	}
}

static void read_stroke(struct records *records, const struct record *record)
{
	read_path(records, record, SHAPE_STROKE);
}

static void read_fill(struct records *records, const struct record *record)
{
	read_path(records, record, SHAPE_FILL);
}

static void read_picture(struct records *records, const struct record *record)
{
	add_shape(
		records, record,
		(struct page_shape){ .kind = SHAPE_PICTURE, .straight = true });
}

/* Damage and limits are of the page, if one is open, else of the document. */
static void read_error(struct records *records, const struct record *record)
{
	struct str what = record->count > 1 ? record->fields[1] : STR("");
	struct page_chars *page = records->has_page ? &records->page : NULL;

	if (str_equal(what, STR("encrypted")))
		records->is_encrypted = true;
	else if (str_equal(what, STR("locked")))
		records->is_locked = true;
	else if (str_equal(what, STR("damaged")) ||
	         str_equal(what, STR("page")))
		*(page ? &page->is_damaged : &records->is_damaged) = true;
	else if (str_equal(what, STR("limit")))
		*(page ? &page->is_cut : &records->is_cut) = true;
}

static void read_end(struct records *records, const struct record *record)
{
	(void)record;
	records->is_whole = true;
}

static const struct {
	char name;
	bool is_of_page; /* it means something inside a page only */
	void (*read)(struct records *records, const struct record *record);
} readers[] = {
	{ 'A', true, read_appearance }, { '_', true, read_space },
	{ 'N', false, read_font },      { 'L', true, read_stroke },
	{ 'F', true, read_fill },       { 'I', true, read_picture },
	{ 'P', false, read_page },      { 'D', false, read_document },
	{ 'E', false, read_error },     { '.', false, read_end },
};

static void read_record(struct records *records, const struct record *record)
{
	struct str name = record->fields[0];
	uint32_t code;

	if (name.len > 1 && records->has_page && record_hex(name, &code))
		read_char(records, record, code);
	for (size_t i = 0; i < ARRAY_LEN(readers) && name.len == 1; i++)
		if (readers[i].name == name.ptr[0] &&
		    (records->has_page || !readers[i].is_of_page)) {
			readers[i].read(records, record);
			return;
		}
}

static void read_first(struct records *records, const struct record *record)
{
	int32_t version;

	records->has_begun = true;
	records->is_other = !str_equal(record->fields[0], STR("baolan-pdf")) ||
	                    !record_int(record, 1, VERSION, VERSION, &version);
}

/* The next line that is whole, without its end.  The rest of bytes that have no line end
 * was cut off, so it is not read. */
static bool peek_line(struct records *records, struct str *line, size_t *next)
{
	const char *start = records->bytes.ptr + records->at;
	size_t left = records->bytes.len - records->at;
	const char *end = left ? memchr(start, '\n', left) : NULL;

	*line = STR("");
	if (!end && left > RECORD_BYTES) {
		records->is_too_long = true;
		records->at = records->bytes.len;
	}
	if (!end)
		return false;
	*next = records->at + (size_t)(end - start) + 1;
	if (!records->is_too_long && end - start <= RECORD_BYTES)
		*line = (struct str){ start, (size_t)(end - start) };
	return true;
}

static bool give_page(struct records *records, struct page_chars *page)
{
	if (!records->has_page)
		return false;
	add_soft_hyphen(records, NULL);
	*page = records->page;
	records->has_page = false;
	return true;
}

bool records_next_page(struct records *records, struct page_chars *page)
{
	struct str line;
	size_t next;

	while (!records->is_whole && !records->is_other &&
	       peek_line(records, &line, &next)) {
		struct record record;

		record_split(&record, line);
		/* The record is read once the page before it is given. */
		if (str_equal(record.fields[0], STR("P")) &&
		    give_page(records, page))
			return true;
		records->at = next;
		records->is_too_long = false;
		if (!records->has_begun)
			read_first(records, &record);
		else if (records->pages < RECORDS_PAGES || records->has_page)
			read_record(records, &record);
	}
	return (records->is_over || records->is_whole) &&
	       give_page(records, page);
}
