/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef STATE_ARTICLE_MARKS_H
#define STATE_ARTICLE_MARKS_H

#include "state/store.h"

struct issue;

/*
 * Marks of articles: which were read, which were marked to be saved.  A mark belongs to the
 * file in which the article begins, by its digest, and to the words with which its text
 * begins; so it holds when the article is opened in another folder or issue, and when
 * another correction gives it another number or headline.
 *
 * The digest of a file is known when the file is read to its end: marks of former runs
 * come then, and marks that were set before are kept then.
 */
enum article_mark_kind {
	ARTICLE_READ = 1,
	ARTICLE_TAGGED = 2
};

struct article_mark {
	size_t file;  /* index */
	uint64_t key; /* a hash of those words */
	bool kept;    /* the store has it */
};

struct article_marks {
	enum article_mark_kind kind;
	struct article_mark *items; /* owned; sorted by file and key */
	size_t count, cap;
	size_t files_known; /* files whose marks have come */
	size_t changes;     /* counted up with every change */
};

void article_marks_init(struct article_marks *marks,
                        enum article_mark_kind kind);
void article_marks_release(struct article_marks *marks);

/* Takes the marks of files whose digests have become known, and keeps those that waited
 * for that.  To be called whenever the issue may have grown. */
void article_marks_follow(struct article_marks *marks, struct store *store,
                          const struct issue *issue);

/* The files were read again, and may have changed: the marks that there are hold for what
 * the files have now, and those of the store come again. */
void article_marks_restart(struct article_marks *marks);

/* Has an article (index) the mark?  The first part of a whole (issue/parts.h) has it. */
bool article_marks_has(const struct article_marks *marks,
                       const struct issue *issue, size_t article);

/* Sets the mark of an article, or takes it away. */
void article_marks_set(struct article_marks *marks, struct store *store,
                       const struct issue *issue, size_t article, bool set);

#endif
