/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/build/notes.h"

#include "base/mem.h"

#include <stdlib.h>

void notes_add(struct issue *issue, size_t index, const char *what,
               double confidence, struct range lines)
{
	struct article *article = &issue->articles[index];
	const struct line *line = &issue->lines[lines.start];
	struct note *notes = arena_alloc(
		&issue->arena, (article->note_count + 1) * sizeof *notes);

	for (size_t i = 0; i < article->note_count; i++)
		notes[i] = article->notes[i];
	notes[article->note_count++] = (struct note){
		.what = issue_keep(issue, str_from(what)),
		.confidence = confidence,
		.lines = lines,
		.page = line->page,
	};
	article->notes = notes;
	diags_add(&issue->diags,
	          (struct diag){ .level = DIAG_NOTE,
	                         .page = line->page + 1,
	                         .line = line->number,
	                         .column = 1 },
	          "%s", what);
}

/* For each line of the page its article, or NPOS; caller frees. */
static size_t *articles_of_lines(const struct issue *issue, size_t page)
{
	const struct page *of = &issue->pages[page];
	size_t count = of->lines.end - of->lines.start;
	size_t *articles = mem_alloc(count * sizeof *articles);

	for (size_t i = 0; i < count; i++)
		articles[i] = NPOS;
	for (size_t i = of->passages.start; i < of->passages.end; i++) {
		const struct passage *passage = &issue->passages[i];

		for (size_t j = 0; j < passage->span_count; j++)
			articles[passage->spans[j].line - of->lines.start] =
				passage->article;
	}
	return articles;
}

void notes_find(struct issue *issue, size_t page, const struct units *units)
{
	size_t first = issue->pages[page].lines.start;
	size_t *articles = articles_of_lines(issue, page);

	for (size_t i = 0; i < units->count; i++) {
		const struct unit *unit = &units->items[i];
		size_t line = units->lines->items[unit->doubt_line].line;

		if (!doubt_counts(&unit->doubt) ||
		    articles[line - first] == NPOS)
			continue;
		notes_add(issue, articles[line - first],
		          doubt_sentence(unit->doubt.kind),
		          doubt_confidence(&unit->doubt),
		          (struct range){ line, line + 1 });
	}
	free(articles);
}
