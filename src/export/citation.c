/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/citation.h"

#include "base/mem.h"
#include "export/passage_text.h"
#include "issue/byline.h"
#include "issue/issue.h"
#include "issue/parts.h"

#define NAMES_CITED 3 /* GB/T 7714-2015, 8.1.2 */

bool citation_add_authors(struct buf *out, struct str byline)
{
	struct byline_names names;
	bool are_certain;

	byline_names_init(&names, byline);
	are_certain = names.are_certain;
	for (size_t i = 0; are_certain && i < names.count; i++)
		if (i < NAMES_CITED) {
			buf_add_c(out, i ? ", " : "");
			buf_add(out, buf_str(&names.items[i]));
		}
	if (are_certain && names.count > NAMES_CITED)
		buf_add_c(out, byline_is_latin(byline) ? ", et al." : ", 等");
	byline_names_release(&names);
	return are_certain;
}

/* Appends the bylines of an article as they were printed, with spaces between
 * lines. */
static void citation_add_bylines(struct buf *out, const struct issue *issue,
                                 const struct article *article)
{
	for (size_t p = article->passages.start; p < article->passages.end;
	     p++) {
		const struct passage *passage = &issue->passages[p];

		for (size_t i = 0;
		     passage->role == ROLE_BYLINE && i < passage->span_count;) {
			if (out->len)
				buf_add_byte(out, ' ');
			buf_add(out, str_trim(export_printed_line(
					     issue, passage, i, &i)));
		}
	}
}

/* The page in a printed label: 第2版 and 2版 are 2, A06 is A06. */
static struct str citation_page(struct str label)
{
	static const char before[] = "第", behind[] = "版";

	if (str_starts(label, STR(before)))
		label = str_slice(label, sizeof before - 1, label.len);
	if (str_ends(label, STR(behind)))
		label = str_slice(label, 0, label.len - (sizeof behind - 1));
	return str_trim(label);
}

/* Appends the head itself, without kicker and deck, as a title is cited. */
static void citation_add_title(struct buf *out, const struct issue *issue,
                               const struct article *article)
{
	size_t before = out->len;

	for (size_t p = article->passages.start; p < article->passages.end;
	     p++) {
		if (issue->passages[p].role != ROLE_HEAD)
			continue;
		if (out->len > before)
			buf_add_byte(out, ' ');
		buf_add(out, issue->passages[p].text);
	}
	if (out->len == before)
		buf_add(out, article->headline);
}

/* Appends "(2)", or "(2, 4)" for an article over two pages; nothing where one of them has no
 * label. */
static void citation_add_pages(struct buf *out, const struct issue *issue,
                               size_t article)
{
	const size_t first = article, before = out->len;

	for (; article != NPOS; article = parts_next(issue, article)) {
		size_t page = issue->articles[article].page;
		struct str label = citation_page(issue->pages[page].label);

		if (!label.len) {
			out->len = before;
			out->ptr[out->len] = '\0';
			return;
		}
		buf_add_c(out, article == first ? "(" : ", ");
		buf_add(out, label);
	}
	buf_add_byte(out, ')');
}

/* Appends the day and the numbers of the issue, as far as they are known. */
static void citation_add_issue(struct buf *out, const struct page *page,
                               struct str date)
{
	const struct {
		const char *before;
		struct str text;
	} parts[] = { { ", ", date },
		      { ", vol. ", page->volume },
		      { ", no. ", page->issue_number } };

	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		if (parts[i].text.len) {
			buf_add_c(out, parts[i].before);
			buf_add(out, parts[i].text);
		}
}

bool citation_add(struct buf *out, const struct issue *issue, size_t article)
{
	const struct article *own = &issue->articles[article];
	struct str paper = issue_page_title(issue, own->page);
	struct str date = issue_page_date(issue, own->page);
	struct buf bylines;

	if (!own->headline.len || !paper.len)
		return false;
	buf_init(&bylines);
	citation_add_bylines(&bylines, issue, own);
	if (bylines.len && citation_add_authors(out, buf_str(&bylines)))
		buf_add_c(out, str_ends(buf_str(out), STR(".")) ? " " : ". ");
	buf_release(&bylines);
	citation_add_title(out, issue, own);
	buf_add_c(out, "[N]. ");
	buf_add(out, paper);
	citation_add_issue(out, &issue->pages[own->page], date);
	citation_add_pages(out, issue, article);
	buf_add_byte(out, '.');
	return true;
}
