/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/document.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "session/session.h"
#include "ui/ask/filter_items.h"

#include <stdlib.h>

#define FIRST_STEPS 4
/* What is loaded before there is a screen, as load_work() counts: some tenths of a
 * second. */
#define FIRST_LINES 60000

/* Loads until there is a page to read, unless that takes long; a short issue is loaded
 * to its end. */
static void document_load_first(struct session *session)
{
	while (!session->issue->passage_count &&
	       load_work(session->loader) < FIRST_LINES &&
	       session_step(session))
		continue;
	for (int i = 0; i < FIRST_STEPS && session_step(session); i++)
		continue;
}

struct document *document_new(struct session *session,
                              const struct settings *settings,
                              int ambiguous_cols)
{
	struct document *document = mem_alloc(sizeof *document);

	document->session = session;
	document_load_first(session);
	document->reordered = session->issue->reordered;
	reading_init(&document->reading, session->issue, settings,
	             ambiguous_cols);
	filter_init(&document->list_filter, &filter_articles,
	            &document->reading, NULL);
	filter_init(&document->hits_filter, &filter_hits, &document->reading,
	            &document->reading.generation);
	view_stack_init(&document->opened);
	document->settled.place = document->reading.place;
	pictures_init(&document->pictures);
	article_marks_init(&document->marks.read, ARTICLE_READ);
	article_marks_init(&document->marks.tagged, ARTICLE_TAGGED);
	document->marks.end_shown = NPOS;
	buf_init(&document->past.names);
	buf_init(&document->past.kept_words);
	kept_issues_init(&document->past.found);
	buf_init(&document->last_search);
	buf_init(&document->before.filter);
	saving_init(&document->saving);
	return document;
}

static void document_release_views(struct document *document)
{
	for (size_t i = 0; i < ARRAY_LEN(document->views); i++) {
		struct view_slot *slot = &document->views[i];

		if (slot->state && slot->release)
			slot->release(slot->state);
		free(slot->state);
	}
}

void document_free(struct document *document)
{
	document_release_views(document);
	reading_release(&document->reading);
	hit_tally_release(&document->hit_tally);
	filter_release(&document->list_filter);
	filter_release(&document->hits_filter);
	sheet_view_release(&document->page);
	sheet_view_release(&document->article);
	word_cursor_release(&document->word_cursor);
	pictures_release(&document->pictures);
	article_marks_release(&document->marks.read);
	article_marks_release(&document->marks.tagged);
	selections_release(&document->marks.kept_tags);
	buf_release(&document->past.names);
	buf_release(&document->past.kept_words);
	kept_issues_release(&document->past.found);
	buf_release(&document->last_search);
	buf_release(&document->before.filter);
	selections_release(&document->tagged);
	saving_release(&document->saving);
	free(document);
}

void document_follow_parts(struct document *document)
{
	const struct issue *issue = document->session->issue;

	if (document->reordered == issue->reordered)
		return;
	document->reordered = issue->reordered;
	selections_follow(&document->tagged, issue);
	selections_follow(&document->saving.picks, issue);
	selections_follow(&document->marks.kept_tags, issue);
	document->marks.counted = 0;
	filter_restart(&document->list_filter);
	filter_step(&document->list_filter);
}

void document_take_issue(struct document *document)
{
	sheet_view_release(&document->page);
	sheet_view_release(&document->article);
	word_cursor_release(&document->word_cursor);
	pictures_release(&document->pictures);
	reading_take_issue(&document->reading, document->session->issue);
	article_marks_restart(&document->marks.read);
	article_marks_restart(&document->marks.tagged);
	selections_release(&document->marks.kept_tags);
	document->marks.tags_seen = document->marks.counted = 0;
	document->marks.end_shown = NPOS;
	selections_release(&document->tagged);
	selections_release(&document->saving.picks);
	document->reordered = document->session->issue->reordered;
	filter_restart(&document->list_filter);
	filter_restart(&document->hits_filter);
	document->jump_count = 0;
	place_history_clear(&document->history);
}
