/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/issue.h"

#include "base/mem.h"

#include <assert.h>
#include <stdlib.h>

struct issue *issue_new(void)
{
	struct issue *issue = mem_alloc(sizeof *issue);

	arena_init(&issue->arena);
	diags_init(&issue->diags);
	return issue;
}

void issue_free(struct issue *issue)
{
	if (!issue)
		return;
	free(issue->files);
	free(issue->lines);
	free(issue->pages);
	free(issue->articles);
	free(issue->wholes);
	free(issue->passages);
	diags_release(&issue->diags);
	arena_release(&issue->arena);
	free(issue);
}

struct str issue_keep(struct issue *issue, struct str text)
{
	return (struct str){ arena_copy_text(&issue->arena, text.ptr, text.len),
		             text.len };
}

size_t issue_line_file(const struct issue *issue, size_t line)
{
	return issue->pages[issue->lines[line].page].file;
}

size_t issue_article_by_id(const struct issue *issue, size_t id)
{
	return id >= 1 && id <= issue->article_count ? id - 1 : NPOS;
}

/* The index of the nearest page with that number from `from` on, forward or back. */
static size_t page_towards(const struct issue *issue, size_t number,
                           size_t from, bool forward)
{
	for (size_t i = 0; i < ISSUE_PAGES; i++) {
		size_t page = forward ? from + i : from - i;

		if (page >= issue->page_count)
			break;
		if (issue->pages[page].number == number)
			return page;
	}
	return NPOS;
}

size_t issue_page_by_number(const struct issue *issue, size_t number,
                            size_t from)
{
	bool forward =
		from < issue->page_count && number >= issue->pages[from].number;
	size_t page = page_towards(issue, number, from, forward);

	return page != NPOS ? page
	                    : page_towards(issue, number, from, !forward);
}

struct range passage_lines(const struct passage *passage, struct range bytes)
{
	struct range lines = { NPOS, 0 };
	size_t first;

	/* Spans are in the order of the text: those before the range need not
	 * be looked at. */
	ARRAY_FIND(first, passage->span_count,
	           passage->spans[first].end <= bytes.start);
	for (size_t i = first; i < passage->span_count; i++) {
		const struct span *span = &passage->spans[i];

		if (span->start >= bytes.end)
			break;
		if (span->line < lines.start)
			lines.start = span->line;
		if (span->line + 1 > lines.end)
			lines.end = span->line + 1;
	}
	return lines.end ? lines : (struct range){ 0, 0 };
}

/* The last span that begins at or before byte `at`, or NULL. */
static const struct span *span_before(const struct passage *passage, size_t at)
{
	size_t next;

	ARRAY_FIND(next, passage->span_count, passage->spans[next].start <= at);
	return next ? &passage->spans[next - 1] : NULL;
}

size_t passage_line_at(const struct passage *passage, size_t at)
{
	const struct span *span = span_before(passage, at);

	return span ? span->line : NPOS;
}

bool issue_passage_at(const struct issue *issue, size_t line, size_t at,
                      size_t *passage, size_t *byte)
{
	const struct range among =
		issue->pages[issue->lines[line].page].passages;

	for (size_t i = among.start; i < among.end; i++) {
		const struct passage *p = &issue->passages[i];

		for (size_t j = 0; j < p->span_count; j++) {
			const struct span *span = &p->spans[j];

			if (span->line != line || at < span->at ||
			    at - span->at >= span->end - span->start)
				continue;
			*passage = i;
			*byte = span->start + at - span->at;
			return true;
		}
	}
	return false;
}

bool issue_note_at(const struct issue *issue, size_t article,
                   const struct note *note, size_t *passage, size_t *byte)
{
	const struct range own = issue->articles[article].passages;

	for (size_t i = own.start; i < own.end; i++)
		for (size_t j = 0; j < issue->passages[i].span_count; j++) {
			const struct span *span = &issue->passages[i].spans[j];

			if (span->line != note->lines.start)
				continue;
			*passage = i;
			*byte = span->start;
			return true;
		}
	return false;
}

bool role_is_headline(enum role role)
{
	return role <= ROLE_DECK;
}

const char *kind_name(enum kind kind)
{
	static const char *const names[KIND_COUNT] = {
		[KIND_NEWS] = "news",     [KIND_LETTER] = "letter",
		[KIND_TEASER] = "teaser", [KIND_NOTICE] = "notice",
		[KIND_ESSAY] = "essay",   [KIND_POEM] = "poem",
		[KIND_OTHER] = "other",
	};

	assert(kind < KIND_COUNT);
	return names[kind];
}

const char *role_name(enum role role)
{
	static const char *const names[ROLE_COUNT] = {
		[ROLE_KICKER] = "kicker",
		[ROLE_HEAD] = "head",
		[ROLE_DECK] = "deck",
		[ROLE_BYLINE] = "byline",
		[ROLE_SALUTATION] = "salutation",
		[ROLE_BODY] = "body",
		[ROLE_ROW] = "row",
		[ROLE_SUBHEAD] = "subhead",
		[ROLE_NOTE] = "note",
		[ROLE_CAPTION] = "caption",
		[ROLE_CLOSING] = "closing",
		[ROLE_SIGNATURE] = "signature",
		[ROLE_DATE] = "date",
		[ROLE_QUOTE] = "quote",
		[ROLE_JUMP] = "jump",
		[ROLE_MASTHEAD] = "masthead",
		[ROLE_FOLIO] = "folio",
		[ROLE_EDITION_DATE] = "date",
		[ROLE_EDITOR] = "editor",
		[ROLE_FURNITURE] = "other",
	};

	assert(role < ROLE_COUNT);
	return names[role];
}

const char *part_name(enum part part)
{
	static const char *const names[PART_COUNT] = {
		[PART_HEAD] = "head",
		[PART_BODY] = "body",
		[PART_QUOTE] = "quote",
		[PART_TEASER] = "teaser",
	};

	assert(part < PART_COUNT);
	return names[part];
}
