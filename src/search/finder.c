/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/finder.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "text/pinyin.h"

#include <stdlib.h>

/* Between two passages; no folded text has it, so no hit crosses it. */
#define BORDER '\n'

size_t finder_follow(struct finder *finder)
{
	size_t before = finder->count;

	for (; finder->count < finder->issue->passage_count; finder->count++) {
		fold_add(&finder->text,
		         finder->issue->passages[finder->count].text,
		         &finder->marks);
		buf_add_byte(&finder->text, BORDER);
	}
	return finder->count - before;
}

struct finder *finder_new(const struct issue *issue)
{
	struct finder *finder = mem_alloc(sizeof *finder);

	finder->issue = issue;
	buf_init(&finder->text);
	return finder;
}

void finder_free(struct finder *finder)
{
	if (!finder)
		return;
	buf_release(&finder->text);
	free(finder->marks.items);
	pinyin_free(finder->pinyin);
	free(finder);
}
