/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/grow.h"

#include "issue/issue.h"
#include "issue/parts.h"
#include "session/session.h"
#include "ui/document.h"

#include <stdlib.h>

/* Places of the former issue, by their words. */
struct moved_place {
	struct place *place; /* borrowed */
	struct kept_place kept;
	struct buf words;
};

struct moved_places {
	struct moved_place *items; /* owned */
	size_t count, cap;
};

/* Places that the document keeps, and that another issue would drop. */
struct grown {
	struct moved_places places;
	struct place cursor;
	struct place_history history;
	struct place *tagged; /* owned: the beginnings of the marked articles */
	size_t tagged_count;
	size_t jump_count;
};

static void moved_add(struct moved_places *places, const struct issue *issue,
                      struct place *place)
{
	struct moved_place *moved;

	if (place->passage >= issue->passage_count)
		return;
	moved = ARRAY_ADD(places->items, places->count, places->cap);
	moved->place = place;
	buf_init(&moved->words);
	moved->kept =
		kept_place_of(issue, place->passage, place->at, &moved->words);
}

/* Finds all of them in the other issue, and forgets them. */
static void moved_find(struct moved_places *places, const struct issue *issue)
{
	for (size_t i = 0; i < places->count; i++) {
		struct moved_place *moved = &places->items[i];

		if (!moved->words.len ||
		    !kept_place_find(issue, &moved->kept,
		                     &moved->place->passage, &moved->place->at))
			*moved->place = (struct place){ 0, 0 };
		buf_release(&moved->words);
	}
	free(places->items);
}

static void grown_keep(struct grown *grown, struct document *document)
{
	const struct issue *issue = document->session->issue;
	const struct selections *tagged = &document->tagged;

	grown->cursor = document->reading.place;
	grown->history = document->history;
	grown->jump_count = document->jump_count;
	moved_add(&grown->places, issue, &grown->cursor);
	for (size_t i = 0; i < document->opened.count; i++)
		moved_add(&grown->places, issue,
		          &document->opened.items[i].place);
	for (size_t i = 0; i < grown->history.count; i++)
		moved_add(&grown->places, issue,
		          &grown->history.items[i].place);
	grown->tagged_count = tagged->count;
	grown->tagged = mem_alloc((tagged->count + 1) * sizeof(struct place));
	for (size_t i = 0; i < tagged->count; i++) {
		grown->tagged[i].passage =
			issue->articles[tagged->items[i]].passages.start;
		moved_add(&grown->places, issue, &grown->tagged[i]);
	}
}

static void grown_bring_back(struct grown *grown, struct document *document)
{
	const struct issue *issue = document->session->issue;

	moved_find(&grown->places, issue);
	document->history = grown->history;
	document->jump_count = grown->jump_count;
	document->settled.place = document->reading.place = grown->cursor;
	for (size_t i = 0; i < grown->tagged_count && issue->passage_count;
	     i++) {
		size_t article =
			issue->passages[grown->tagged[i].passage].article;

		if (article != NPOS)
			selections_add(&document->tagged,
			               parts_whole(issue, article));
	}
	free(grown->tagged);
}

struct session *grow_document(struct document *document,
                              struct session *session)
{
	bool searched = reading_is_marked(&document->reading);
	struct session *before = document->session;
	struct grown grown = { 0 };

	grown_keep(&grown, document);
	document->session = session;
	document_take_issue(document);
	grown_bring_back(&grown, document);
	if (searched)
		reading_mark(&document->reading,
		             buf_str(&document->last_search));
	return before;
}
