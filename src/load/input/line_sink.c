/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/line_sink.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "issue/issue.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

void line_sink_init(struct line_sink *sink, struct issue *issue)
{
	*sink = (struct line_sink){ .issue = issue };
}

void line_sink_release(struct line_sink *sink)
{
	free(sink->sheets);
	stated_articles_release(&sink->stated);
	page_placements_release(&sink->placements);
	page_places_release(&sink->places);
	word_sureness_release(&sink->sureness);
	*sink = (struct line_sink){ 0 };
}

static struct page *sink_page(const struct line_sink *sink)
{
	assert(sink->issue->page_count);
	return &sink->issue->pages[sink->issue->page_count - 1];
}

static void sink_begin_page(struct line_sink *sink)
{
	struct issue *issue = sink->issue;
	struct page *page =
		ARRAY_ADD(issue->pages, issue->page_count, issue->page_cap);

	*page = (struct page){ .number = issue->page_count,
		               .file = issue->file_count - 1,
		               .lines = { issue->line_count,
		                          issue->line_count } };
	sink->page_bytes = 0;
	sink->page_is_over = false;
}

void line_sink_end_page(struct line_sink *sink)
{
	if (sink->page_is_over)
		return;
	sink->page_is_over = true;
	if (sink->end_page)
		sink->end_page(sink);
	page_places_give(&sink->places, sink->issue, sink_page(sink));
	word_sureness_give(&sink->sureness, sink->issue, sink_page(sink));
}

void line_sink_name_sheet(struct line_sink *sink, struct page_sheet sheet)
{
	size_t page = sink->issue->page_count - 1;

	while (sink->sheet_count < page)
		*ARRAY_ADD(sink->sheets, sink->sheet_count, sink->sheet_cap) =
			(struct page_sheet){ 0 };
	assert(sink->sheet_count == page);
	*ARRAY_ADD(sink->sheets, sink->sheet_count, sink->sheet_cap) = sheet;
}

void line_sink_begin_file(struct line_sink *sink)
{
	assert(sink->issue->file_count);
	sink->end_page = NULL;
	sink->number = 1;
	sink->in_line = sink->has_losses = false;
	memset(sink->told, 0, sizeof sink->told);
	sink_begin_page(sink);
}

void line_sink_end_file(struct line_sink *sink)
{
	line_sink_end_page(sink);
}

void line_sink_set_encoding(struct line_sink *sink, const char *encoding,
                            size_t lost_bytes)
{
	struct issue *issue = sink->issue;
	struct file *file = &issue->files[issue->file_count - 1];

	file->encoding = issue_keep(issue, str_from(encoding));
	file->lost_bytes = lost_bytes;
	sink->has_losses = lost_bytes > 0;
}

/* A warning where the first byte of the line was lost. */
static void tell_loss(struct issue *issue, const struct line *line)
{
	size_t at = str_find(line->text, STR("\ufffd"), 0);

	if (at == NPOS)
		return;
	diags_add(&issue->diags,
	          (struct diag){ .level = DIAG_WARNING,
	                         .page = line->page + 1,
	                         .line = line->number,
	                         .column = diag_column(line->text, at) },
	          "%s", _("Bytes that are no text were replaced."));
}

size_t line_sink_add(struct line_sink *sink, struct str text)
{
	struct issue *issue = sink->issue;
	struct line *line =
		ARRAY_ADD(issue->lines, issue->line_count, issue->line_cap);

	if (text.len && text.ptr[text.len - 1] == '\r')
		text.len--;
	sink->page_bytes += text.len + 1;
	*line = (struct line){ .text = text,
		               .number = sink->number,
		               .page = issue->page_count - 1 };
	sink_page(sink)->lines.end = issue->line_count;
	if (sink->has_losses)
		tell_loss(issue, line);
	return issue->line_count - 1;
}

void line_sink_place(struct line_sink *sink, size_t line,
                     const struct line_box *box)
{
	const struct page *page = sink_page(sink);

	assert(line >= page->lines.start && line < page->lines.end);
	page_places_add_box(&sink->places, line - page->lines.start, box);
}

void line_sink_set_sureness(struct line_sink *sink, size_t line,
                            uint8_t percent)
{
	const struct page *page = sink_page(sink);

	assert(line >= page->lines.start && line < page->lines.end);
	word_sureness_add_line(&sink->sureness, line - page->lines.start,
	                       percent);
}

void line_sink_add_unsure(struct line_sink *sink, struct unsure_word word)
{
	assert(word.end <= sink->issue->lines[word.line].text.len);
	word_sureness_add_word(&sink->sureness, word);
}

void line_sink_break_page(struct line_sink *sink)
{
	const struct page *page = sink_page(sink);

	if (page->lines.start == page->lines.end)
		return;
	line_sink_next_page(sink);
}

void line_sink_next_page(struct line_sink *sink)
{
	line_sink_end_page(sink);
	sink_begin_page(sink);
}

/* YYYY-MM-DD */
static bool is_date(struct str text)
{
	static const char form[] = "0000-00-00";

	for (size_t i = 0; i < text.len && text.len == strlen(form); i++)
		if (form[i] == '0' ? text.ptr[i] < '0' || text.ptr[i] > '9'
		                   : text.ptr[i] != form[i])
			return false;
	return text.len == strlen(form);
}

void line_sink_turn_page(struct line_sink *sink, const struct stated_page *to)
{
	struct issue *issue = sink->issue;
	struct str date = is_date(to->date) ? to->date : STR("");
	struct page *page = sink_page(sink);

	assert(to->number);
	if (to->number != page->number || !str_equal(to->title, page->title) ||
	    !str_equal(date, page->date))
		line_sink_break_page(sink);
	page = sink_page(sink);
	page->number = to->number;
	page->label = to->label;
	page->volume = to->volume;
	page->issue_number = to->issue_number;
	page->is_stated = true;
	issue_name_page(issue, issue->page_count - 1, to->title, date);
}

void line_sink_tell(struct line_sink *sink, enum sink_note note,
                    enum diag_level level, const char *text)
{
	if (!sink->told[note])
		diags_add(&sink->issue->diags,
		          (struct diag){ .level = level,
		                         .page = sink->issue->page_count },
		          "%s", text);
	sink->told[note] = true;
}
