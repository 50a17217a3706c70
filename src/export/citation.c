/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/citation.h"

#include "base/mem.h"
#include "export/reference.h"

#define NAMES_CITED 3 /* GB/T 7714-2015, 8.1.2 */

static void citation_add_names(struct buf *out,
                               const struct byline_names *names, bool is_latin)
{
	for (size_t i = 0; i < names->count && i < NAMES_CITED; i++) {
		buf_add_c(out, i ? ", " : "");
		buf_add(out, buf_str(&names->items[i]));
	}
	if (names->count > NAMES_CITED)
		buf_add_c(out, is_latin ? ", et al." : ", 等");
}

bool citation_add_authors(struct buf *out, struct str byline)
{
	struct byline_names names;
	bool are_certain;

	byline_names_init(&names, byline);
	are_certain = names.are_certain;
	if (are_certain)
		citation_add_names(out, &names, byline_is_latin(byline));
	byline_names_release(&names);
	return are_certain;
}

/* Appends the day and the numbers of the issue, as far as they are known. */
static void citation_add_issue(struct buf *out,
                               const struct reference *reference)
{
	const struct {
		const char *before;
		struct str text;
	} parts[] = { { ", ", reference->date },
		      { ", vol. ", reference->volume },
		      { ", no. ", reference->number } };

	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		if (parts[i].text.len) {
			buf_add_c(out, parts[i].before);
			buf_add(out, parts[i].text);
		}
}

static void citation_add_reference(struct buf *out,
                                   const struct reference *reference)
{
	struct str byline = buf_str(&reference->byline);

	if (reference_author_count(reference)) {
		citation_add_names(out, &reference->names,
		                   byline_is_latin(byline));
		buf_add_c(out, str_ends(buf_str(out), STR(".")) ? " " : ". ");
	}
	buf_add(out, buf_str(&reference->title));
	buf_add_c(out, "[N]. ");
	buf_add(out, reference->paper);
	citation_add_issue(out, reference);
	if (reference->pages.len)
		buf_addf(out, "(%s)", reference->pages.ptr);
	buf_add_byte(out, '.');
}

bool citation_add(struct buf *out, const struct issue *issue, size_t article)
{
	struct reference reference;
	bool is_known;

	reference_init(&reference, issue, article);
	is_known = reference.is_headed && reference.paper.len;
	if (is_known)
		citation_add_reference(out, &reference);
	reference_release(&reference);
	return is_known;
}
