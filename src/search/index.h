/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_INDEX_H
#define SEARCH_INDEX_H

#include "base/str.h"
#include "text/fold.h"

#include <stddef.h>

struct issue;
struct pinyin;

/*
 * The folded text (text/fold.h) of an issue, made once for any number of searches.
 * The passages follow each other in one text, so that searching all of them is one
 * run over it.  Users outside this folder treat the members as private.
 */
struct search_index {
	const struct issue *issue; /* borrowed */
	struct buf text; /* each folded passage and '\n', which folding
	                            never yields, so no hit crosses passages */
	struct fold_marks
		marks; /* the way from bytes of `text` back to those of
	                            the passages (text/fold.h) */
	size_t count;  /* passages folded so far */
	struct pinyin
		*pinyin; /* owned; NULL until a pattern is read as pinyin */
};

/* Makes the index of `issue`, which must outlive it; nothing is folded yet.
 * Release with search_index_free(). */
struct search_index *search_index_new(const struct issue *issue);
void search_index_free(struct search_index *index);

/* Folds the passages that the issue has got since the last call and returns how
 * many they were.  search_new() does this by itself. */
size_t search_index_follow(struct search_index *index);

#endif
