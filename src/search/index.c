/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/index.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "text/pinyin.h"

#include <stdlib.h>

/* Stands between two passages; folding never yields it, so no hit crosses it. */
#define BORDER '\n'

size_t search_index_follow(struct search_index *index)
{
	size_t before = index->count;

	for (; index->count < index->issue->passage_count; index->count++) {
		fold_add(&index->text,
		         index->issue->passages[index->count].text,
		         &index->marks);
		buf_add_byte(&index->text, BORDER);
	}
	return index->count - before;
}

struct search_index *search_index_new(const struct issue *issue)
{
	struct search_index *index = mem_alloc(sizeof *index);

	index->issue = issue;
	buf_init(&index->text);
	return index;
}

void search_index_free(struct search_index *index)
{
	if (!index)
		return;
	buf_release(&index->text);
	free(index->marks.items);
	pinyin_free(index->pinyin);
	free(index);
}
