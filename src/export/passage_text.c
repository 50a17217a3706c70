/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/passage_text.h"

#include "base/utf8.h"
#include "issue/issue.h"
#include "text/hyphen.h"
#include "text/neutralise.h"
#include "text/unreadable.h"

/* Private characters stay: whoever keyed an old paper means something by them, and they do
 * a terminal no harm. */
void export_visible(struct buf *out, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t c;
		size_t len = utf8_next(text, at, &c);

		if (c == 0xfffd)
			buf_add_c(out, UNREADABLE_SHOWN);
		else if (c != '\t' && !char_is_private(c) && char_is_hostile(c))
			buf_addf(out, "<U+%04X>", (unsigned)c);
		else
			buf_add(out, str_slice(text, at, at + len));
		at += len;
	}
}

struct str export_printed_line(const struct issue *issue,
                               const struct passage *passage, size_t i,
                               size_t *next)
{
	const struct span *first = &passage->spans[i];
	struct str text = issue->lines[first->line].text;
	size_t end = first->at;
	struct str rest;

	for (; i < passage->span_count && passage->spans[i].line == first->line;
	     i++)
		end = passage->spans[i].at + passage->spans[i].end -
		      passage->spans[i].start;
	*next = i;
	/* The hyphen of a broken word is in the line, but not in the passage. */
	rest = str_trim(str_slice(text, end, text.len));
	if (rest.len && hyphen_at(rest, 0) == rest.len)
		end = (size_t)(rest.ptr - text.ptr) + rest.len;
	return str_slice(text, first->at, end);
}
