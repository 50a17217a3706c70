/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/alto.h"

#include "base/hash.h"
#include "load/input/alto_hyphen.h"
#include "load/lines/char_class.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Two Strings stand apart when so much of their height is free between them. */
#define GAP_SHARE     .1
#define GAP_SHARE_CJK .5

/* A String of the line that is open. */
struct alto_string {
	struct str content; /* in the arena */
	double left, right, height;
	uint8_t sureness; /* in percent, or SURENESS_UNKNOWN */
	bool has_box;
	bool space_before;
};

#define ALTO_NAME(literal)                                                     \
 {                                                                             \
  (literal), sizeof(literal) - 1                                               \
 }

/* An element that is open and has an id. */
struct alto_open {
	size_t depth, first_line;
	struct str id; /* in the arena */
};

struct alto_reader {
	struct alto *alto;
	struct alto_string *strings; /* owned; of the line that is open */
	size_t count, cap;
	bool in_line, has_space, space_next;
	enum line_join join, join_before;
	bool begins_in_word;
	struct str hyphen; /* what HYP says; in the arena */
	size_t depth, blocks, pages;
	size_t margin_depth; /* 0: in no margin */
	struct alto_open open[XML_DEPTH_MOST];
	size_t open_count;
};

static struct str alto_keep(struct alto *alto, struct str text)
{
	return (struct str){ arena_copy_text(&alto->arena, text.ptr, text.len),
		             text.len };
}

/* WC, a number from 0 to 1, in percent. */
static uint8_t alto_sureness(struct str confidence)
{
	double number = xml_number(confidence);

	return confidence.len && number >= 0 && number <= 1
	               ? (uint8_t)lround(number * 100)
	               : SURENESS_UNKNOWN;
}

static void alto_add_string(struct alto_reader *reader,
                            const struct str *attributes)
{
	struct str content = str_trim(attributes[ALTO_CONTENT]);
	struct str part = attributes[ALTO_SUBS_TYPE];
	struct str whole = str_trim(attributes[ALTO_SUBS_CONTENT]);
	double left = xml_number(attributes[ALTO_HPOS]);
	double width = xml_number(attributes[ALTO_WIDTH]);

	if (!content.len)
		return;
	reader->join = LINE_JOIN_UNKNOWN;
	if (whole.len && str_equal(part, STR("HypPart1")))
		reader->join = alto_join_of(content, whole);
	if (!reader->count)
		reader->begins_in_word =
			whole.len && str_equal(part, STR("HypPart2"));
	if (!reader->count && reader->begins_in_word)
		reader->join_before = alto_join_before(content, whole);
	*ARRAY_ADD(reader->strings, reader->count, reader->cap) =
		(struct alto_string){
			.content = alto_keep(reader->alto, content),
			.left = left,
			.right = left + width,
			.height = xml_number(attributes[ALTO_HEIGHT]),
			.sureness = alto_sureness(attributes[ALTO_WC]),
			.has_box = width > 0,
			.space_before = reader->space_next,
		};
	reader->space_next = false;
	alto_places_add_string(&reader->alto->places, attributes);
}

/* Is there a space before String `i` (> 0) of the line? */
static bool alto_has_space(const struct alto_reader *reader, size_t i)
{
	const struct alto_string *before = &reader->strings[i - 1];
	const struct alto_string *after = &reader->strings[i];
	bool cjk = char_is_cjk(char_last(before->content)) &&
	           char_is_cjk(char_first(after->content));

	if (reader->has_space)
		return after->space_before;
	if (!before->has_box || !after->has_box)
		return !cjk;
	return after->left - before->right >=
	       (cjk ? GAP_SHARE_CJK : GAP_SHARE) * after->height;
}

/* String `i` of the open line begins at byte `start` of it; the hyphen that may follow
 * the last one is not of it. */
static void alto_add_unsure(struct alto_reader *reader, size_t i, size_t start)
{
	struct alto *alto = reader->alto;
	const struct alto_string *string = &reader->strings[i];
	size_t bytes = string->content.len;

	if (i + 1 == reader->count)
		bytes -= alto_hyphen_bytes(string->content);
	if (string->sureness < SURENESS_LOW && bytes)
		*ARRAY_ADD(alto->unsure, alto->unsure_count, alto->unsure_cap) =
			(struct alto_unsure){ alto->count, start,
			                      start + bytes };
}

static uint8_t alto_lowest(const struct alto_reader *reader)
{
	uint8_t lowest = SURENESS_UNKNOWN;

	for (size_t i = 0; i < reader->count; i++)
		if (reader->strings[i].sureness < lowest)
			lowest = reader->strings[i].sureness;
	return lowest;
}

static void alto_end_line(struct alto_reader *reader)
{
	struct alto *alto = reader->alto;
	struct line_box box;
	struct buf text;

	box = alto_places_end_line(&alto->places);
	buf_init(&text);
	for (size_t i = 0; i < reader->count; i++) {
		if (i && alto_has_space(reader, i))
			buf_add_byte(&text, ' ');
		alto_add_unsure(reader, i, text.len);
		buf_add(&text, reader->strings[i].content);
	}
	if (reader->count && (reader->hyphen.len || reader->join)) {
		size_t hyphen = alto_hyphen_bytes(buf_str(&text));

		/* The hyphen of HYP may stand in CONTENT, too. */
		if (hyphen || reader->hyphen.len) {
			text.len -= hyphen;
			buf_add_byte(&text, '-');
		}
	}
	if (text.len)
		*ARRAY_ADD(alto->lines, alto->count, alto->cap) =
			(struct alto_line){
				.text = alto_keep(alto, buf_str(&text)),
				.block = reader->blocks,
				.page = reader->pages,
				.in_margin = reader->margin_depth > 0,
				.join = reader->join,
				.sureness = alto_lowest(reader),
				.begins_in_word = reader->begins_in_word,
				.join_before = reader->join_before,
				.box = box,
			};
	buf_release(&text);
	reader->in_line = false;
}

static void alto_begin_line(struct alto_reader *reader,
                            const struct xml_element *element)
{
	alto_places_begin_line(&reader->alto->places, element);
	reader->count = 0;
	reader->in_line = true;
	reader->has_space = reader->space_next = false;
	reader->join = LINE_JOIN_UNKNOWN;
	reader->begins_in_word = false;
	reader->join_before = LINE_JOIN_UNKNOWN;
	reader->hyphen = (struct str){ 0 };
}

static void alto_add_id(struct alto *alto, struct str id, size_t first,
                        size_t end)
{
	*ARRAY_ADD(alto->ids, alto->id_count, alto->id_cap) =
		(struct alto_id){ id, { first, end } };
}

static void alto_begin_string(struct alto_reader *reader,
                              const struct xml_element *element)
{
	static const struct str names[ALTO_ATTRIBUTES] = {
		[ALTO_ID] = ALTO_NAME("ID"),
		[ALTO_CONTENT] = ALTO_NAME("CONTENT"),
		[ALTO_HPOS] = ALTO_NAME("HPOS"),
		[ALTO_VPOS] = ALTO_NAME("VPOS"),
		[ALTO_WIDTH] = ALTO_NAME("WIDTH"),
		[ALTO_HEIGHT] = ALTO_NAME("HEIGHT"),
		[ALTO_SUBS_TYPE] = ALTO_NAME("SUBS_TYPE"),
		[ALTO_SUBS_CONTENT] = ALTO_NAME("SUBS_CONTENT"),
		[ALTO_STYLE] = ALTO_NAME("STYLE"),
		[ALTO_STYLEREFS] = ALTO_NAME("STYLEREFS"),
		[ALTO_WC] = ALTO_NAME("WC"),
	};
	struct str attributes[ALTO_ATTRIBUTES];
	struct alto *alto = reader->alto;

	xml_attributes(element, names, attributes, ALTO_ATTRIBUTES);
	alto_add_string(reader, attributes);
	if (attributes[ALTO_ID].len)
		alto_add_id(alto, alto_keep(alto, attributes[ALTO_ID]),
		            alto->count, alto->count + 1);
}

static void alto_in_line(struct alto_reader *reader,
                         const struct xml_element *element)
{
	struct str content;

	if (str_equal(element->name, STR("SP"))) {
		reader->has_space = reader->space_next = true;
	} else if (str_equal(element->name, STR("HYP"))) {
		content = xml_attribute(element, "CONTENT");
		reader->hyphen = content.len ? alto_keep(reader->alto, content)
		                             : STR("-");
	} else if (str_equal(element->name, STR("String"))) {
		alto_begin_string(reader, element);
	}
}

static void alto_begin_page(struct alto_reader *reader,
                            const struct xml_element *element)
{
	struct alto *alto = reader->alto;

	if (!reader->pages++)
		alto->page_label = alto_keep(
			alto,
			str_trim(xml_attribute(element, "PRINTED_IMG_NR")));
}

static void alto_begin(void *context, const struct xml_element *element)
{
	struct alto_reader *reader = context;
	struct alto *alto = reader->alto;
	struct str name = element->name, id;

	reader->depth++;
	if (reader->in_line) {
		alto_in_line(reader, element);
		return;
	}
	id = xml_attribute(element, "ID");
	if (id.len)
		reader->open[reader->open_count++] =
			(struct alto_open){ reader->depth, alto->count,
			                    alto_keep(alto, id) };
	alto_places_begin(&alto->places, element);
	if (str_equal(name, STR("TextLine")))
		alto_begin_line(reader, element);
	else if (str_equal(name, STR("TextBlock")))
		reader->blocks++;
	else if (str_equal(name, STR("Page")))
		alto_begin_page(reader, element);
	else if (str_ends(name, STR("Margin")) && !reader->margin_depth)
		reader->margin_depth = reader->depth;
}

static void alto_end(void *context, struct str name)
{
	struct alto_reader *reader = context;
	const struct alto_open *open = &reader->open[reader->open_count];

	if (reader->in_line && str_equal(name, STR("TextLine")))
		alto_end_line(reader);
	alto_places_end(&reader->alto->places);
	if (reader->open_count && open[-1].depth == reader->depth) {
		alto_add_id(reader->alto, open[-1].id, open[-1].first_line,
		            reader->alto->count);
		reader->open_count--;
	}
	if (reader->margin_depth == reader->depth)
		reader->margin_depth = 0;
	reader->depth--;
}

static void alto_text(void *context, struct str text)
{
	struct alto_reader *reader = context;

	alto_places_text(&reader->alto->places, text);
}

/* The slot of an id in the table: the one that has it, else one that is free. */
static size_t alto_slot(const struct alto *alto, struct str id)
{
	size_t slot = hash_text_32(id) & (alto->slot_count - 1);

	while (alto->slots[slot] &&
	       !str_equal(alto->ids[alto->slots[slot] - 1].id, id))
		slot = (slot + 1) & (alto->slot_count - 1);
	return slot;
}

/* The first of equal ids holds. */
static void alto_make_table(struct alto *alto)
{
	alto->slot_count = 16;
	while (alto->slot_count < 2 * alto->id_count)
		alto->slot_count *= 2;
	alto->slots = mem_alloc(alto->slot_count * sizeof *alto->slots);
	for (size_t i = 0; i < alto->id_count; i++) {
		size_t slot = alto_slot(alto, alto->ids[i].id);

		if (!alto->slots[slot])
			alto->slots[slot] = (uint32_t)i + 1;
	}
}

bool alto_read(struct alto *alto, struct str bytes, struct xml_damage *damage)
{
	static const struct xml_handler handler = { alto_begin, alto_end,
		                                    alto_text };
	struct alto_reader *reader = mem_alloc(sizeof *reader);
	bool whole;

	*alto = (struct alto){ 0 };
	arena_init(&alto->arena);
	alto_places_init(&alto->places, &alto->arena);
	reader->alto = alto;
	whole = xml_read(bytes, &handler, reader, damage);
	if (reader->in_line)
		alto_end_line(reader);
	while (reader->open_count) {
		const struct alto_open *open =
			&reader->open[--reader->open_count];

		alto_add_id(alto, open->id, open->first_line, alto->count);
	}
	for (size_t i = 0; i < alto->id_count; i++)
		if (alto->ids[i].lines.end > alto->count)
			alto->ids[i].lines.end = alto->count;
	alto_make_table(alto);
	free(reader->strings);
	free(reader);
	return whole;
}

void alto_release(struct alto *alto)
{
	free(alto->lines);
	free(alto->ids);
	free(alto->slots);
	free(alto->unsure);
	alto_places_release(&alto->places);
	arena_release(&alto->arena);
	*alto = (struct alto){ 0 };
}

struct range alto_find(const struct alto *alto, struct str id)
{
	size_t at = alto->slots[alto_slot(alto, id)];

	return at ? alto->ids[at - 1].lines : (struct range){ 0, 0 };
}
