/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/reference.h"

#include "base/hash.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "export/language.h"
#include "export/passage_text.h"
#include "export/provenance.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "text/neutralise.h"
#include "text/wrap.h"

#include <stdlib.h>
#include <string.h>

#define SUPPLIED_COLS  40 /* of a title of first words */
#define AMBIGUOUS_COLS 2

/* Appends the bylines of an article as they were printed, with spaces between
 * lines. */
static void reference_add_bylines(struct buf *out, const struct issue *issue,
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
static struct str reference_page(struct str label)
{
	static const char before[] = "第", behind[] = "版";

	if (str_starts(label, STR(before)))
		label = str_slice(label, sizeof before - 1, label.len);
	if (str_ends(label, STR(behind)))
		label = str_slice(label, 0, label.len - (sizeof behind - 1));
	return str_trim(label);
}

/* Nothing where one of the pages has no label. */
static void reference_add_pages(struct buf *out, const struct issue *issue,
                                size_t article)
{
	for (; article != NPOS; article = parts_next(issue, article)) {
		size_t page = issue->articles[article].page;
		struct str label = reference_page(issue->pages[page].label);

		if (!label.len) {
			buf_clear(out);
			return;
		}
		buf_add_c(out, out->len ? ", " : "");
		buf_add(out, label);
	}
}

/* Appends the head itself, without kicker and deck, as a title is cited. */
static void reference_add_title(struct buf *out, const struct issue *issue,
                                const struct article *article)
{
	for (size_t p = article->passages.start; p < article->passages.end;
	     p++) {
		if (issue->passages[p].role != ROLE_HEAD)
			continue;
		if (out->len)
			buf_add_byte(out, ' ');
		buf_add(out, issue->passages[p].text);
	}
	if (!out->len)
		buf_add(out, article->headline);
}

/* Appends the first words of an article in brackets, if it has any. */
static void reference_supply_title(struct buf *out, const struct issue *issue,
                                   size_t article)
{
	size_t first = parts_first_passage(issue, article);
	struct str text;
	struct wrap wrap;
	struct wrap_line line;

	while (first != NPOS && issue->passages[first].role == ROLE_BYLINE)
		first = parts_next_passage(issue, first);
	if (first == NPOS)
		return;
	text = str_trim(issue->passages[first].text);
	wrap_init(&wrap, text, AMBIGUOUS_COLS, WRAP_STRICT);
	line = wrap_line(&wrap, 0, SUPPLIED_COLS, 0);
	wrap_release(&wrap);
	buf_add_byte(out, '[');
	buf_add(out, str_slice(text, line.start, line.end));
	buf_add_c(out, line.next < text.len ? "…]" : "]");
}

void reference_init(struct reference *reference, const struct issue *issue,
                    size_t article)
{
	const struct article *own = &issue->articles[article];
	const struct page *page = &issue->pages[own->page];

	*reference = (struct reference){
		.is_headed = own->headline.len > 0,
		.paper = issue_page_title(issue, own->page),
		.date = issue_page_date(issue, own->page),
		.volume = page->volume,
		.number = page->issue_number,
		.language = export_language(issue, selection_one(&article)),
	};
	buf_init(&reference->title);
	buf_init(&reference->byline);
	buf_init(&reference->pages);
	if (!strcmp(reference->language, "und"))
		reference->language = NULL;
	if (reference->is_headed)
		reference_add_title(&reference->title, issue, own);
	else
		reference_supply_title(&reference->title, issue, article);
	reference_add_bylines(&reference->byline, issue, own);
	byline_names_init(&reference->names, buf_str(&reference->byline));
	reference_add_pages(&reference->pages, issue, article);
}

void reference_release(struct reference *reference)
{
	buf_release(&reference->title);
	buf_release(&reference->byline);
	buf_release(&reference->pages);
	byline_names_release(&reference->names);
}

size_t reference_author_count(const struct reference *reference)
{
	return reference->names.are_certain ? reference->names.count : 0;
}

struct person_name reference_author(const struct reference *reference, size_t i)
{
	bool is_chinese =
		reference->language && !strncmp(reference->language, "zh", 2);

	return person_name_parts(buf_str(&reference->names.items[i]),
	                         is_chinese);
}

size_t reference_date(const struct reference *reference, int numbers[3])
{
	struct str date = reference->date;
	size_t count = 0;

	for (size_t at = 0; at < date.len && count < 3; count++) {
		int number = 0;
		size_t from = at;

		for (; at < date.len && date.ptr[at] >= '0' &&
		       date.ptr[at] <= '9' && at - from < 4;
		     at++)
			number = number * 10 + (date.ptr[at] - '0');
		if (at == from || (at < date.len && date.ptr[at] != '-'))
			break;
		numbers[count] = number;
		at++;
	}
	return count;
}

/* Appends a day, which an export that was read may say in any words, as letters, digits and
 * hyphens. */
static void add_key_day(struct buf *out, struct str day)
{
	for (size_t i = 0; i < day.len; i++) {
		char c = day.ptr[i];
		bool is_plain = (c >= '0' && c <= '9') ||
		                (c >= 'a' && c <= 'z') ||
		                (c >= 'A' && c <= 'Z');

		buf_add_byte(out, is_plain ? c : '-');
	}
}

/* Where no day tells issues apart, a hash of their files does. */
void reference_add_key(struct buf *out, const struct reference *reference,
                       const struct issue *issue, size_t article)
{
	size_t page = issue->articles[article].page;
	const struct file *file = &issue->files[issue->pages[page].file];

	buf_add_c(out, "news-");
	if (reference->date.len)
		add_key_day(out, reference->date);
	else
		buf_addf(out, "%08x", (unsigned)hash_text_32(file->name));
	buf_addf(out, "-p%zu-a%zu", issue->pages[page].number, article + 1);
}

void reference_each_note(const struct reference *reference,
                         const struct issue *issue, size_t article,
                         void (*add)(void *to, struct str line), void *to)
{
	struct buf line;

	buf_init(&line);
	export_source(&line, issue, article);
	add(to, buf_str(&line));
	if (reference->byline.len && !reference_author_count(reference)) {
		char *safe = neutralised(reference->byline.ptr);

		buf_clear(&line);
		/* TRANSLATORS: the line as printed that names the writers of an
		 * article */
		buf_addf(&line, _("Byline: %s"), safe);
		add(to, buf_str(&line));
		free(safe);
	}
	buf_release(&line);
	export_guesses(issue, article, add, to);
}
