/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/hocr.h"

#include "load/input/xml_leaf.h"

#include <stdlib.h>
#include <string.h>

#define INCH_PT 72.

/* Numbers of pixels an inch that scanners have. */
#define DPI_LEAST 50.
#define DPI_MOST  4800.

enum hocr_kind {
	HOCR_OTHER,
	HOCR_PAGE,
	HOCR_BLOCK,
	HOCR_LINE,
	HOCR_WORD
};

struct hocr_reader {
	struct hocr *hocr;
	enum hocr_kind open[XML_DEPTH_MOST + 1]; /* what stands in each other */
	size_t depth;
	double unit_pt; /* of a pixel of the page */
	size_t block;
	bool in_line;
	struct hocr_line line; /* that is open, but for its text */
	struct buf text;       /* its text */
	size_t word;           /* byte where its last word begins */
	uint8_t word_sureness;
};

static enum hocr_kind hocr_kind_of(struct str classes)
{
	static const struct {
		const char *name;
		enum hocr_kind kind;
	} kinds[] = {
		{ "ocr_page", HOCR_PAGE },      { "ocr_carea", HOCR_BLOCK },
		{ "ocrx_block", HOCR_BLOCK },   { "ocr_par", HOCR_BLOCK },
		{ "ocr_line", HOCR_LINE },      { "ocrx_line", HOCR_LINE },
		{ "ocr_header", HOCR_LINE },    { "ocr_caption", HOCR_LINE },
		{ "ocr_textfloat", HOCR_LINE }, { "ocrx_word", HOCR_WORD },
	};

	for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
		if (str_equal(str_trim(classes), str_from(kinds[i].name)))
			return kinds[i].kind;
	return HOCR_OTHER;
}

/* Reads up to `count` numbers of a property of `title`; how many there are. */
static size_t hocr_numbers(struct str title, const char *name, double *numbers,
                           size_t count)
{
	struct str wanted = str_from(name);
	size_t read = 0;

	for (size_t at = 0, end; at < title.len; at = end + 1) {
		struct str part;

		end = str_find(title, STR(";"), at);
		end = end == NPOS ? title.len : end;
		part = str_trim(str_slice(title, at, end));
		if (!str_starts(part, wanted) || part.len == wanted.len ||
		    part.ptr[wanted.len] != ' ')
			continue;
		for (size_t from = wanted.len;
		     from < part.len && read < count;) {
			size_t to = str_find(part, STR(" "), from + 1);

			to = to == NPOS ? part.len : to;
			numbers[read++] =
				xml_number(str_trim(str_slice(part, from, to)));
			from = to;
		}
		return read;
	}
	return 0;
}

static struct line_box hocr_box(const struct hocr_reader *reader,
                                struct str title)
{
	double box[4], size;
	struct line_box line = { 0 };

	if (hocr_numbers(title, "bbox", box, 4) < 4 || box[2] <= box[0] ||
	    box[3] <= box[1])
		return line;
	line.left_pt = (float)(box[0] * reader->unit_pt);
	line.top_pt = (float)(box[1] * reader->unit_pt);
	line.width_pt = (float)((box[2] - box[0]) * reader->unit_pt);
	line.height_pt = (float)((box[3] - box[1]) * reader->unit_pt);
	line.em_pt = line.height_pt;
	if (hocr_numbers(title, "x_size", &size, 1) && size > 0)
		line.em_pt = (float)(size * reader->unit_pt);
	return line;
}

static void hocr_begin_page(struct hocr_reader *reader, struct str title)
{
	struct hocr *hocr = reader->hocr;
	double dpi;
	struct line_box box;

	reader->unit_pt = INCH_PT / HOCR_DPI;
	if (hocr_numbers(title, "scan_res", &dpi, 1) && dpi >= DPI_LEAST &&
	    dpi <= DPI_MOST)
		reader->unit_pt = INCH_PT / dpi;
	box = hocr_box(reader, title);
	*ARRAY_ADD(hocr->pages, hocr->page_count, hocr->page_cap) =
		(struct hocr_page){ box.left_pt + box.width_pt,
		                    box.top_pt + box.height_pt };
	reader->block++;
}

static void hocr_begin_line(struct hocr_reader *reader, struct str title)
{
	if (!reader->hocr->page_count)
		hocr_begin_page(reader, STR(""));
	reader->in_line = true;
	reader->line = (struct hocr_line){
		.page = reader->hocr->page_count,
		.block = reader->block,
		.box = hocr_box(reader, title),
		.sureness = SURENESS_UNKNOWN,
	};
	buf_clear(&reader->text);
}

static void hocr_begin_word(struct hocr_reader *reader, struct str title)
{
	double sureness;

	if (reader->text.len &&
	    !xml_is_blank(reader->text.ptr[reader->text.len - 1]))
		buf_add_byte(&reader->text, ' ');
	reader->word = reader->text.len;
	reader->word_sureness = SURENESS_UNKNOWN;
	if (hocr_numbers(title, "x_wconf", &sureness, 1) && sureness >= 0 &&
	    sureness <= 100)
		reader->word_sureness = (uint8_t)sureness;
}

static void hocr_begin(void *context, const struct xml_element *element)
{
	struct hocr_reader *reader = context;
	struct str title = xml_attribute(element, "title");
	enum hocr_kind kind = hocr_kind_of(xml_attribute(element, "class"));

	if (reader->depth <= XML_DEPTH_MOST)
		reader->open[reader->depth] = kind;
	reader->depth++;
	if (kind == HOCR_PAGE)
		hocr_begin_page(reader, title);
	else if (kind == HOCR_BLOCK)
		reader->block++;
	else if (kind == HOCR_LINE && !reader->in_line)
		hocr_begin_line(reader, title);
	else if (kind == HOCR_WORD && reader->in_line)
		hocr_begin_word(reader, title);
}

static void hocr_end_word(struct hocr_reader *reader)
{
	struct hocr *hocr = reader->hocr;
	size_t end = reader->text.len;

	while (end > reader->word && xml_is_blank(reader->text.ptr[end - 1]))
		end--;
	if (reader->word_sureness < reader->line.sureness)
		reader->line.sureness = reader->word_sureness;
	if (reader->word_sureness < SURENESS_LOW && end > reader->word)
		*ARRAY_ADD(hocr->unsure, hocr->unsure_count, hocr->unsure_cap) =
			(struct hocr_unsure){ hocr->count, reader->word, end };
	reader->word_sureness = SURENESS_UNKNOWN;
}

static void hocr_end_line(struct hocr_reader *reader)
{
	struct hocr *hocr = reader->hocr;
	struct str text = buf_str(&reader->text);

	reader->in_line = false;
	while (text.len && xml_is_blank(text.ptr[text.len - 1]))
		text.len--;
	if (!text.len)
		return;
	reader->line.text =
		(struct str){ arena_copy_text(&hocr->arena, text.ptr, text.len),
		              text.len };
	*ARRAY_ADD(hocr->lines, hocr->count, hocr->cap) = reader->line;
}

static void hocr_end(void *context, struct str name)
{
	struct hocr_reader *reader = context;
	enum hocr_kind kind = HOCR_OTHER;

	(void)name;
	reader->depth--;
	if (reader->depth <= XML_DEPTH_MOST)
		kind = reader->open[reader->depth];
	if (kind == HOCR_WORD && reader->in_line)
		hocr_end_word(reader);
	else if (kind == HOCR_LINE && reader->in_line)
		hocr_end_line(reader);
}

/* White space is one space, and none at the beginning of a line or of a word. */
static void hocr_text(void *context, struct str text)
{
	struct hocr_reader *reader = context;
	struct buf *line = &reader->text;

	for (size_t i = 0; reader->in_line && i < text.len; i++) {
		bool is_space = xml_is_blank(text.ptr[i]);

		if (!is_space)
			buf_add_byte(line, text.ptr[i]);
		else if (line->len && !xml_is_blank(line->ptr[line->len - 1]))
			buf_add_byte(line, ' ');
	}
}

bool hocr_read(struct hocr *hocr, struct str bytes, struct xml_damage *damage)
{
	static const struct xml_handler handler = { hocr_begin, hocr_end,
		                                    hocr_text };
	struct hocr_reader reader = { .hocr = hocr,
		                      .unit_pt = INCH_PT / HOCR_DPI,
		                      .word_sureness = SURENESS_UNKNOWN };
	bool is_whole;

	*hocr = (struct hocr){ 0 };
	arena_init(&hocr->arena);
	buf_init(&reader.text);
	is_whole = xml_read(bytes, &handler, &reader, damage);
	if (reader.in_line)
		hocr_end_line(&reader);
	buf_release(&reader.text);
	return is_whole;
}

void hocr_release(struct hocr *hocr)
{
	free(hocr->pages);
	free(hocr->lines);
	free(hocr->unsure);
	arena_release(&hocr->arena);
	*hocr = (struct hocr){ 0 };
}
