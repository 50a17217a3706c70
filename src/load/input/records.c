/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/records.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "load/input/record.h"

#include <assert.h>
#include <string.h>

#define FIRST_RECORD "baolan-pdf\t"
#define VERSION      1
#define RECORD_BYTES 4096 /* of the longest record that is read */

void records_init(struct records *records)
{
	memset(records, 0, sizeof *records);
	buf_init(&records->bytes);
	record_faces_init(&records->open.faces);
}

void records_release(struct records *records)
{
	buf_release(&records->bytes);
	record_faces_release(&records->open.faces);
	if (records->has_page)
		page_chars_release(&records->open.page);
	memset(records, 0, sizeof *records);
}

void records_want_pixels(struct records *records)
{
	records->open.wants_pixels = true;
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

static void read_document(struct records *records, const struct record *record)
{
	int32_t pages;

	if (record_int(record, 1, 1, RECORDS_PAGES, &pages))
		records->page_total = (size_t)pages;
}

/* A page without a size that can be read is there, but its contents are not. */
static void read_page(struct records *records, const struct record *record)
{
	struct page_chars *page = &records->open.page;
	int32_t number;
	struct buf label;

	assert(!records->has_page);
	record_page_begin(&records->open);
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
}

/* Damage and limits are of the page, if one is open, else of the document. */
static void read_error(struct records *records, const struct record *record)
{
	struct str what = record->count > 1 ? record->fields[1] : STR("");
	struct page_chars *page =
		records->has_page ? &records->open.page : NULL;

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

static void read_record(struct records *records, const struct record *record)
{
	static const struct {
		char name;
		void (*read)(struct records *records,
		             const struct record *record);
	} readers[] = {
		{ 'P', read_page },
		{ 'D', read_document },
		{ 'E', read_error },
		{ '.', read_end },
	};
	struct str name = record->fields[0];

	for (size_t i = 0; i < ARRAY_LEN(readers); i++)
		if (name.len == 1 && readers[i].name == name.ptr[0]) {
			readers[i].read(records, record);
			return;
		}
	if (str_equal(name, STR("N")))
		record_page_read_font(&records->open, record);
	else if (records->has_page)
		record_page_read(&records->open, record);
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
	record_page_end(&records->open);
	*page = records->open.page;
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
