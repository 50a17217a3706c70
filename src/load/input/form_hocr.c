/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/form_hocr.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "load/input/hocr.h"
#include "load/input/line_sink.h"
#include "load/input/scanned_lines.h"
#include "load/input/xml_text.h"

#include <stdlib.h>

enum form_claim form_hocr_sniff(struct str head)
{
	return xml_has_root(head, "html") &&
	                       (str_find(head, STR("ocr-system"), 0) != NPOS ||
	                        str_find(head, STR("ocr_page"), 0) != NPOS)
	               ? FORM_CERTAIN
	               : FORM_NO;
}

/* The lines of a page of the file: those from line `first` on. */
struct form_hocr_page {
	struct line_sink *sink;
	const struct hocr *hocr;
	size_t first;
};

static void form_hocr_add_line(void *context, size_t line)
{
	const struct form_hocr_page *page = context;
	const struct hocr *hocr = page->hocr;
	size_t l = page->first + line, added, i;

	added = line_sink_add(
		page->sink, issue_keep(page->sink->issue, hocr->lines[l].text));
	line_sink_place(page->sink, added, &hocr->lines[l].box);
	page->sink->number++;
	if (hocr->lines[l].sureness == SURENESS_UNKNOWN)
		return;
	line_sink_set_sureness(page->sink, added, hocr->lines[l].sureness);
	ARRAY_FIND(i, hocr->unsure_count, hocr->unsure[i].line < l);
	for (; i < hocr->unsure_count && hocr->unsure[i].line == l; i++)
		line_sink_add_unsure(
			page->sink,
			(struct unsure_word){ (uint32_t)added,
		                              (uint32_t)hocr->unsure[i].start,
		                              (uint32_t)hocr->unsure[i].end });
}

static void form_hocr_add_text(struct form_hocr_page *page, size_t count)
{
	const struct hocr_line *lines = &page->hocr->lines[page->first];

	for (size_t i = 0; i < count; i++) {
		if (i && lines[i].block != lines[i - 1].block)
			line_sink_add(page->sink, STR(""));
		form_hocr_add_line(page, i);
	}
}

/* Adds `count` lines of a page of the file. */
static void form_hocr_add_page(struct form_hocr_page *page, size_t count)
{
	const struct hocr_line *from = &page->hocr->lines[page->first];
	const struct hocr_page *size = &page->hocr->pages[from->page - 1];
	struct scan_line *lines = mem_alloc((count + 1) * sizeof *lines);
	struct scan_page scan = { .lines = lines,
		                  .count = count,
		                  .width_pt = size->width_pt,
		                  .height_pt = size->height_pt };

	page->sink->places.width_pt = size->width_pt;
	page->sink->places.height_pt = size->height_pt;
	for (size_t i = 0; i < count; i++) {
		lines[i] = (struct scan_line){
			.text = from[i].text,
			.box = from[i].box,
			.begins_block =
				!i || from[i].block != from[i - 1].block,
		};
		page_places_cut_box(scan.width_pt, scan.height_pt,
		                    &lines[i].box);
	}
	if (!scanned_lines_place(page->sink, &scan, form_hocr_add_line, page))
		form_hocr_add_text(page, count);
	free(lines);
}

/* Each page of the file is one, with text or not. */
static void form_hocr_add(struct line_sink *sink, const struct hocr *hocr)
{
	struct form_hocr_page page = { .sink = sink, .hocr = hocr };

	for (size_t p = 1; p <= hocr->page_count; p++) {
		size_t end = page.first;

		if (p > 1)
			line_sink_next_page(sink);
		while (end < hocr->count && hocr->lines[end].page == p)
			end++;
		if (end > page.first)
			form_hocr_add_page(&page, end - page.first);
		page.first = end;
	}
}

bool form_hocr_read_file(struct line_sink *sink, struct str bytes)
{
	struct diags *diags = &sink->issue->diags;
	struct xml_damage damage;
	struct xml_text xml;
	struct hocr hocr;

	xml_text_init(&xml, bytes);
	xml_text_tell(&xml, diags, sink->issue->page_count);
	line_sink_set_encoding(sink, xml.encoding, xml.lost_bytes);
	if (!hocr_read(&hocr, xml.text, &damage))
		xml_tell_damage(diags, sink->issue->page_count, &damage);
	form_hocr_add(sink, &hocr);
	hocr_release(&hocr);
	xml_text_release(&xml);
	return true;
}
