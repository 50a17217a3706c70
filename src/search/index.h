/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SEARCH_INDEX_H
#define SEARCH_INDEX_H

#include "base/str.h"
#include "search/search.h"
#include "text/fold.h"

#include <stddef.h>

struct pinyin;

/* What a search goes through (search.h); for the files of this folder. */

/* All passages folded, one after the other, in one text: a search is one run over
 * it. */
struct search_index {
	const struct issue *issue;
	struct buf text;         /* a border no folded text has behind each */
	struct fold_marks marks; /* of text */
	size_t count;            /* of passages */
	struct pinyin *pinyin;   /* or NULL, until it is asked for */
};

/* Of a search for several words, whose hits [starts[w], starts[w + 1]) are those of
 * word w: leaves those in articles that have every word, in the order of the
 * passages; of hits at one place the longest. */
void hits_keep_all_words(struct hits *hits, const struct issue *issue,
                         const size_t *starts, size_t words);

#endif
