/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/form_alto.h"

#include "issue/issue.h"
#include "load/input/alto_articles.h"
#include "load/input/alto_lines.h"
#include "load/input/alto_scan.h"
#include "load/input/line_sink.h"
#include "load/input/mets.h"
#include "load/input/scanned_lines.h"
#include "load/input/xml_text.h"

enum form_claim form_alto_sniff(struct str head)
{
	return xml_has_root(head, "alto") ? FORM_CERTAIN : FORM_NO;
}

/* Adds the lines of a page in the order of the file, with blank lines between its blocks. */
static void form_alto_add_text(struct alto_lines *form, struct range lines)
{
	const struct alto_line *all = form->alto.lines;

	for (size_t l = lines.start; l < lines.end; l++) {
		if (l > lines.start && all[l].block != all[l - 1].block)
			line_sink_add(form->sink, STR(""));
		alto_lines_add(form, l);
	}
}

/* The lines of a page that is placed, and where they go. */
struct form_alto_page {
	struct alto_lines *form;
	const struct alto_scan *scan;
};

static void form_alto_add_placed(void *context, size_t line)
{
	struct form_alto_page *page = context;

	alto_lines_add(page->form, page->scan->from[line]);
}

static void form_alto_add_page(struct alto_lines *form, struct range lines)
{
	struct alto_scan scan;
	struct form_alto_page page = { form, &scan };

	alto_lines_add_page(form, form->alto.lines[lines.start].page);
	alto_scan_init(&scan, &form->alto, lines, NULL);
	if (!scanned_lines_place(form->sink, &scan.page, form_alto_add_placed,
	                         &page))
		form_alto_add_text(form, lines);
	alto_scan_release(&scan);
}

/* The lines of a file that states no articles. */
static void form_alto_add_lines(struct alto_lines *form)
{
	const struct alto *alto = &form->alto;

	if (!alto->count)
		alto_lines_add_page(form, 1);
	for (size_t l = 0, end; l < alto->count; l = end) {
		for (end = l + 1; end < alto->count &&
		                  alto->lines[end].page == alto->lines[l].page;)
			end++;
		if (l)
			line_sink_break_page(form->sink);
		form_alto_add_page(form, (struct range){ l, end });
	}
}

/* The number that a label is; 0: it is none. */
static size_t form_alto_number(struct str label)
{
	size_t number = 0;

	for (size_t i = 0; i < label.len; i++) {
		if (label.ptr[i] < '0' || label.ptr[i] > '9' || i == 4)
			return 0;
		number = number * 10 + (size_t)(label.ptr[i] - '0');
	}
	return number;
}

/* The number of the page as METS has it, or as it is printed by ALTO, or by its order. */
static void form_alto_turn_page(const struct alto_lines *form)
{
	struct line_sink *sink = form->sink;
	const struct mets *mets = sink->mets;
	struct str label = mets->pages[sink->mets_page].label;
	size_t number;

	if (!label.len)
		label = form->alto.page_label;
	number = form_alto_number(label);
	line_sink_turn_page(
		sink, &(struct stated_page){
			      .number = number ? number : sink->mets_page + 1,
			      .label = number ? STR("")
	                                      : issue_keep(sink->issue, label),
			      .title = issue_keep(sink->issue, mets->title),
			      .date = issue_keep(sink->issue, mets->date),
			      .volume = issue_keep(sink->issue, mets->volume),
			      .issue_number = issue_keep(sink->issue,
	                                                 mets->issue_number),
		      });
}

/* The number that is printed on the page of a file without METS. */
static void form_alto_name_page(const struct alto_lines *form)
{
	struct issue *issue = form->sink->issue;
	struct page *page = &issue->pages[issue->page_count - 1];
	size_t number = form_alto_number(form->alto.page_label);

	if (number)
		page->number = number;
	else
		page->label = issue_keep(issue, form->alto.page_label);
}

/* Reads the page of a file; what is odd about it is told. */
static void form_alto_read(struct alto_lines *form, struct str bytes)
{
	struct line_sink *sink = form->sink;
	struct diags *diags = &sink->issue->diags;
	struct xml_text xml;
	struct xml_damage damage;

	xml_text_init(&xml, bytes);
	xml_text_tell(&xml, diags, sink->issue->page_count);
	line_sink_set_encoding(sink, xml.encoding, xml.lost_bytes);
	if (!alto_read(&form->alto, xml.text, &damage))
		xml_tell_damage(diags, sink->issue->page_count, &damage);
	xml_text_release(&xml);
}

bool form_alto_read_file(struct line_sink *sink, struct str bytes)
{
	struct alto_lines form = { .sink = sink,
		                   .issue_line = NPOS,
		                   .alto_line = NPOS };

	/* A page file of a package that is missing is an empty page. */
	if (bytes.len)
		form_alto_read(&form, bytes);
	if (sink->mets)
		form_alto_turn_page(&form);
	else
		form_alto_name_page(&form);
	if (sink->mets && sink->mets->area_count && bytes.len)
		alto_articles_add(&form);
	else
		form_alto_add_lines(&form);
	alto_release(&form.alto);
	return true;
}
