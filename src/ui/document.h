/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef UI_DOCUMENT_H
#define UI_DOCUMENT_H

#include "export/selection.h"
#include "state/article_marks.h"
#include "state/issues.h"
#include "ui/ask/filter.h"
#include "ui/ask/saving.h"
#include "ui/hit_tally.h"
#include "ui/pictures.h"
#include "ui/place_history.h"
#include "ui/reading.h"
#include "ui/view/sheet_view.h"
#include "ui/view/views.h"
#include "ui/view_stack.h"
#include "ui/word_cursor.h"

struct session;

/*
 * Everything that belongs to one open issue: the place and the hits, the sheets that
 * are set, marks, jumps, filters, what its views keep.  Nothing of it depends on
 * another open issue (open_issues.h).
 */

/* What a search or a filter that is being typed has changed: as it was when its question
 * was opened.  Leaving the question brings it back. */
struct before_question {
	struct place place;
	struct view_stack opened;
	bool hits_marked;
	size_t hit;    /* the current one, or NPOS */
	size_t chosen; /* of the list of issues */
	struct buf filter;
};

/* What former runs knew of the issue, and what of this one is kept (resume.h). */
struct document_past {
	struct buf names;         /* of the issue, as state/issues.h has them */
	size_t files;             /* that it consists of */
	struct kept_issues found; /* the issue as it was kept: one at most */
	bool sought_names, sought_digest; /* it was looked for by these */
	bool is_offer; /* it lies below the start view, and was not looked at */
	struct place began;    /* where the reader stood when it was opened */
	struct buf kept_words; /* of the place that was kept last */
	struct kept_issue
		kept; /* what was kept last; its texts are not valid */
};

/* Marks of articles that outlive the run (read_marks.h). */
struct document_marks {
	struct article_marks read, tagged;
	struct selections
		kept_tags; /* articles that are tagged, as far as kept */
	size_t tags_seen; /* articles that were asked for a tag of a former run */
	size_t tags_files; /* files whose tags had come by then */
	size_t end_shown;  /* article whose end the screen shows, or NPOS */
	/* How many articles are read, and of how many with how many changes. */
	size_t read_count, counted, counted_changes;
};

struct document {
	struct session *session; /* borrowed */
	struct document_past past;
	struct document_marks marks;
	struct reading reading;
	struct hit_tally hit_tally; /* of the hits of that */
	struct sheet_view page, article;
	int columns;  /* chosen for the article view; 0: as the settings say */
	bool upright; /* 竖排: lines run downwards */
	struct word_cursor word_cursor;
	struct pictures pictures; /* of the pages that were looked at */
	struct view_slot views[VIEW_COUNT]; /* by enum view_id */
	struct view_stack opened;           /* the views in which it is read */
	struct filter list_filter, hits_filter;
	struct place_history history; /* places from which one went elsewhere */
	struct visit settled; /* where one was when the last event was over */
	size_t jump_count; /* of the last of those places: jumps that were followed */
	struct buf last_search;
	struct before_question before;
	struct selections tagged; /* articles that were marked */
	struct saving saving;     /* what is to be saved */
	size_t reordered; /* of the issue, when marks and filters followed it */
	/* Of its input, more of which still comes (grow.h); 0: all has come. */
	size_t received_bytes;
	size_t odd_told; /* faults of the input that were told (loading.h) */
};

/* Opens a document: loads a first page of the session's issue, unless that takes
 * long, and goes to its beginning.  `ambiguous_cols` is 1 or 2.  Never NULL. */
struct document *document_new(struct session *session,
                              const struct settings *settings,
                              int ambiguous_cols);
void document_free(struct document *document);

/* Articles may have become parts of others that are there already: what is marked, and the
 * rows of the filtered list, are wholes again.  To be called whenever the issue may have
 * grown. */
void document_follow_parts(struct document *document);

/* The session has another issue now, as after a correction: drops what was made from
 * the former one, and goes to the beginning.  Numbers of articles mean others, so
 * marks, jumps and the selection to save are dropped too. */
void document_take_issue(struct document *document);

#endif
