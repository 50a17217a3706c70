/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/form_text.h"

#include "base/i18n.h"
#include "base/utf8.h"
#include "issue/issue.h"
#include "load/input/line_sink.h"
#include "load/input/side_by_side.h"

#include <assert.h>

#define SPACE_BYTES 256 /* before its cut, a long line has a space */

_Static_assert(SPACE_BYTES < FORM_TEXT_LINE_BYTES,
               "a part of a line is longer than the place of its cut");

enum form_claim form_text_sniff(struct str head)
{
	(void)head;
	return FORM_POSSIBLE;
}

/* Is there too much on the last page for one more line? */
static bool page_is_full(const struct line_sink *sink)
{
	const struct issue *issue = sink->issue;
	const struct page *page = &issue->pages[issue->page_count - 1];
	size_t lines = page->lines.end - page->lines.start;
	size_t bytes = sink->page_bytes;

	if (lines < FORM_TEXT_PAGE_LINES && bytes < FORM_TEXT_PAGE_BYTES)
		return false;
	return !str_trim(issue->lines[issue->line_count - 1].text).len ||
	       lines >= FORM_TEXT_PAGE_LINES / 4 * 5 ||
	       bytes >= FORM_TEXT_PAGE_BYTES / 4 * 5;
}

/* The end of the part of a line that begins at byte `at`. */
static size_t part_end(struct str line, size_t at)
{
	size_t most = at + FORM_TEXT_LINE_BYTES, least = most - SPACE_BYTES;
	size_t cut;

	if (line.len <= most)
		return line.len;
	for (cut = most; cut > least; cut--)
		if (line.ptr[cut - 1] == ' ')
			return cut;
	cut = utf8_floor(line, most);
	assert(cut > at);
	return cut;
}

void form_text_read_line(struct line_sink *sink, struct str line, bool whole)
{
	size_t at = 0, end;

	/* The rest of a line that was cut at its very end. */
	if (!line.len && sink->in_line)
		return;
	do {
		end = part_end(line, at);
		if (page_is_full(sink)) {
			line_sink_tell(sink, SINK_NOTE_LONG, DIAG_NOTE,
			               _("This page is longer than any of a "
			                 "newspaper: it was cut into "
			                 "several."));
			line_sink_break_page(sink);
		}
		line_sink_add(sink, str_slice(line, at, end));
		at = end;
		if (at < line.len || !whole)
			line_sink_tell(sink, SINK_NOTE_LONG, DIAG_NOTE,
			               _("A line of this page is longer than "
			                 "any of a newspaper: it was cut into "
			                 "several."));
	} while (at < line.len);
}

void form_text_end_page(struct line_sink *sink)
{
	switch (side_by_side_cut(sink->issue)) {
	case SIDE_BY_SIDE_NONE:
		return;
	case SIDE_BY_SIDE_CUT:
		line_sink_tell(sink, SINK_NOTE_SIDE_BY_SIDE, DIAG_NOTE,
		               _("Columns that stand side by side in the file "
		                 "were cut apart."));
		return;
	case SIDE_BY_SIDE_UNCLEAR:
		line_sink_tell(sink, SINK_NOTE_SIDE_BY_SIDE, DIAG_ERROR,
		               _("Columns stand side by side in the file and "
		                 "cannot be told apart; extract it without "
		                 "-layout."));
	}
}
