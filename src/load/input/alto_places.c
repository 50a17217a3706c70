/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/alto_places.h"

#include "load/lines/char_class.h"

#include <stdlib.h>
#include <string.h>

#define INCH_PT 72.

/* Numbers of dots an inch that scanners have. */
#define DPI_LEAST 50.
#define DPI_MOST  4800.

/* Settings of the OCR are read up to so many bytes. */
#define SETTINGS_BYTES ((size_t)64 * 1024)

/* A size of type that is no such share of the height of its line is wrong. */
#define EM_LEAST .5
#define EM_MOST  2.2

/* A page is at most so many times as wide or high as the file says, where its boxes stand
 * further out; boxes outside of that are wrong. */
#define PAGE_GROWTH 2.

/* A mark is a rule where it is so thin, and so much longer. */
#define RULE_PT    6.
#define RULE_SHAPE 8.

struct alto_style {
	struct str id; /* in the arena */
	double size_pt;
	bool bold;
};

void alto_places_init(struct alto_places *places, struct arena *arena)
{
	*places = (struct alto_places){ .arena = arena,
		                        .unit_pt = INCH_PT / ALTO_DPI,
		                        .in_pixels = true };
	buf_init(&places->text);
}

void alto_places_release(struct alto_places *places)
{
	free(places->pages);
	free(places->marks);
	free(places->styles);
	buf_release(&places->text);
	*places = (struct alto_places){ 0 };
}

static double places_number(const struct xml_element *element, const char *name)
{
	return xml_number(xml_attribute(element, name));
}

static struct line_box places_box_of(const struct alto_places *places,
                                     struct str left, struct str top,
                                     struct str width, struct str height)
{
	double unit = places->unit_pt;

	return (struct line_box){
		.left_pt = (float)(xml_number(left) * unit),
		.top_pt = (float)(xml_number(top) * unit),
		.width_pt = (float)(xml_number(width) * unit),
		.height_pt = (float)(xml_number(height) * unit),
	};
}

static struct line_box places_box(const struct alto_places *places,
                                  const struct xml_element *element)
{
	return places_box_of(places, xml_attribute(element, "HPOS"),
	                     xml_attribute(element, "VPOS"),
	                     xml_attribute(element, "WIDTH"),
	                     xml_attribute(element, "HEIGHT"));
}

static bool places_is_box(const struct line_box *box)
{
	return box->width_pt > 0 && box->height_pt > 0;
}

static float places_least(float a, float b)
{
	return a < b ? a : b;
}

static float places_most(float a, float b)
{
	return a > b ? a : b;
}

/* Makes `box` the box around itself and `other`; one that is empty does not count. */
static void places_unite(struct line_box *box, const struct line_box *other)
{
	float right = places_most(box->left_pt + box->width_pt,
	                          other->left_pt + other->width_pt);
	float bottom = places_most(box->top_pt + box->height_pt,
	                           other->top_pt + other->height_pt);

	if (!places_is_box(other))
		return;
	if (!places_is_box(box)) {
		*box = *other;
		return;
	}
	box->left_pt = places_least(box->left_pt, other->left_pt);
	box->top_pt = places_least(box->top_pt, other->top_pt);
	box->width_pt = right - box->left_pt;
	box->height_pt = bottom - box->top_pt;
}

/* What an element of Description says of the unit. */
static void places_read_text(struct alto_places *places)
{
	struct str text = str_trim(buf_str(&places->text));
	size_t at = str_find(text, STR("dpi"), 0);
	char number[16] = "";
	double dpi;

	if (str_equal(text, STR("mm10")) || str_equal(text, STR("inch1200"))) {
		places->in_pixels = false;
		places->unit_pt = str_equal(text, STR("mm10")) ? INCH_PT / 254
		                                               : INCH_PT / 1200;
		return;
	}
	if (at == NPOS || !places->in_pixels)
		return;
	at += strlen("dpi");
	while (at < text.len && strchr(":= \t", text.ptr[at]))
		at++;
	for (size_t i = 0; i + 1 < sizeof number && at + i < text.len; i++)
		number[i] = text.ptr[at + i];
	dpi = strtod(number, NULL);
	if (dpi >= DPI_LEAST && dpi <= DPI_MOST)
		places->unit_pt = INCH_PT / dpi;
}

void alto_places_text(struct alto_places *places, struct str text)
{
	if (places->keeps_text && places->text.len + text.len <= SETTINGS_BYTES)
		buf_add(&places->text, text);
}

void alto_places_end(struct alto_places *places)
{
	if (places->keeps_text)
		places_read_text(places);
	places->keeps_text = false;
}

static void places_add_style(struct alto_places *places,
                             const struct xml_element *element)
{
	struct str id = xml_attribute(element, "ID");
	struct str style = xml_attribute(element, "FONTSTYLE");

	*ARRAY_ADD(places->styles, places->style_count, places->style_cap) =
		(struct alto_style){
			.id = { arena_copy_text(places->arena, id.ptr, id.len),
		                id.len },
			.size_pt = places_number(element, "FONTSIZE"),
			.bold = str_find(style, STR("bold"), 0) != NPOS,
		};
}

static int places_compare_styles(const void *one, const void *other)
{
	return str_compare(((const struct alto_style *)one)->id,
	                   ((const struct alto_style *)other)->id);
}

/* The style among the names of STYLEREFS, or `otherwise`. */
static const struct alto_style *places_style(const struct alto_places *places,
                                             struct str names,
                                             const struct alto_style *otherwise)
{
	for (size_t at = 0; at < names.len;) {
		size_t end = str_find(names, STR(" "), at);
		struct str name;
		size_t i;

		end = end == NPOS ? names.len : end;
		name = str_slice(names, at, end);
		ARRAY_FIND(i, places->style_count,
		           str_compare(places->styles[i].id, name) < 0);
		if (i < places->style_count &&
		    str_equal(places->styles[i].id, name))
			return &places->styles[i];
		at = end + 1;
	}
	return otherwise;
}

static void places_begin_page(struct alto_places *places,
                              const struct xml_element *element)
{
	double width = places_number(element, "WIDTH") * places->unit_pt;
	double height = places_number(element, "HEIGHT") * places->unit_pt;

	if (!places->page_count && places->style_count)
		qsort(places->styles, places->style_count,
		      sizeof *places->styles, places_compare_styles);
	places->stated_width_pt = width > 0 ? width : 0;
	places->stated_height_pt = height > 0 ? height : 0;
	*ARRAY_ADD(places->pages, places->page_count, places->page_cap) =
		(struct alto_page){ (float)places->stated_width_pt,
		                    (float)places->stated_height_pt };
}

/* Where a page has a size, `end` may lie so far out. */
static bool places_is_near(double end, double stated_pt)
{
	return stated_pt <= 0 || end <= stated_pt * PAGE_GROWTH;
}

/* The page reaches as far as its boxes do. */
static void places_grow_page(struct alto_places *places,
                             const struct line_box *box)
{
	float right = box->left_pt + box->width_pt;
	float bottom = box->top_pt + box->height_pt;
	struct alto_page *page = &places->pages[places->page_count - 1];

	if (!places_is_near(right, places->stated_width_pt) ||
	    !places_is_near(bottom, places->stated_height_pt))
		return;
	page->width_pt = places_most(page->width_pt, right);
	page->height_pt = places_most(page->height_pt, bottom);
}

static void places_add_mark(struct alto_places *places,
                            const struct xml_element *element)
{
	struct line_box box = places_box(places, element);
	float thin = places_least(box.width_pt, box.height_pt);
	bool is_rule =
		thin <= RULE_PT &&
		places_most(box.width_pt, box.height_pt) > RULE_SHAPE * thin;

	if (!places->page_count)
		return;
	places_grow_page(places, &box);
	*ARRAY_ADD(places->marks, places->mark_count,
	           places->mark_cap) = (struct alto_mark){
		.mark = { is_rule ? MARK_RULE : MARK_PICTURE, box.left_pt,
		          box.top_pt, box.width_pt, box.height_pt },
		.page = places->page_count,
	};
}

void alto_places_begin(struct alto_places *places,
                       const struct xml_element *element)
{
	struct str name = element->name;

	if (str_equal(name, STR("MeasurementUnit")) ||
	    str_equal(name, STR("processingStepSettings"))) {
		places->keeps_text = true;
		places->text.len = 0;
	} else if (str_equal(name, STR("TextStyle")) && !places->page_count) {
		/* Lines refer to styles that stand before all pages. */
		places_add_style(places, element);
	} else if (str_equal(name, STR("Page"))) {
		places_begin_page(places, element);
	} else if (str_equal(name, STR("TextBlock"))) {
		places->block_style = places_style(
			places, xml_attribute(element, "STYLEREFS"), NULL);
	} else if (str_equal(name, STR("Illustration")) ||
	           str_equal(name, STR("GraphicalElement"))) {
		places_add_mark(places, element);
	}
}

void alto_places_begin_line(struct alto_places *places,
                            const struct xml_element *element)
{
	places->line = places_box(places, element);
	places->line_style =
		places_style(places, xml_attribute(element, "STYLEREFS"),
	                     places->block_style);
	places->strings = (struct line_box){ 0 };
	places->vote = (struct alto_vote){ 0 };
	places->bytes = places->bold_bytes = 0;
	places->has_cjk = false;
}

/* The style of most bytes, found in one pass (Boyer-Moore). */
static void places_vote(struct alto_vote *vote, const struct alto_style *style,
                        size_t bytes)
{
	if (vote->style == style) {
		vote->bytes += bytes;
	} else if (vote->bytes > bytes) {
		vote->bytes -= bytes;
	} else {
		vote->bytes = bytes - vote->bytes;
		vote->style = style;
	}
}

void alto_places_add_string(struct alto_places *places,
                            const struct str attributes[ALTO_ATTRIBUTES])
{
	struct str content = attributes[ALTO_CONTENT];
	const struct alto_style *style = places_style(
		places, attributes[ALTO_STYLEREFS], places->line_style);
	bool bold = (style && style->bold) ||
	            str_find(attributes[ALTO_STYLE], STR("bold"), 0) != NPOS;

	if (!places_is_box(&places->line)) {
		struct line_box box = places_box_of(
			places, attributes[ALTO_HPOS], attributes[ALTO_VPOS],
			attributes[ALTO_WIDTH], attributes[ALTO_HEIGHT]);

		places_unite(&places->strings, &box);
	}
	places_vote(&places->vote, style, content.len);
	places->bytes += content.len;
	places->bold_bytes += bold ? content.len : 0;
	places->has_cjk = places->has_cjk || char_is_cjk(char_last(content));
}

struct line_box alto_places_end_line(struct alto_places *places)
{
	struct line_box box =
		places_is_box(&places->line) ? places->line : places->strings;
	double across, size_pt;

	if (!places_is_box(&box) || !places->page_count)
		return (struct line_box){ 0 };
	places_grow_page(places, &box);
	box.vertical = places->has_cjk && box.height_pt > 2 * box.width_pt;
	box.bold = places->bold_bytes * 2 > places->bytes;
	across = box.vertical ? box.width_pt : box.height_pt;
	size_pt = places->vote.style ? places->vote.style->size_pt : 0;
	box.em_pt = (float)(size_pt >= EM_LEAST * across &&
	                                    size_pt <= EM_MOST * across
	                            ? size_pt
	                            : across);
	return box;
}
