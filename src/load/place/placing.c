/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/placing.h"

#include <stdlib.h>
#include <string.h>

void placing_init(struct placing *placing, struct page_chars *chars)
{
	memset(placing, 0, sizeof *placing);
	placing->chars = chars;
}

static void placing_free_lines(struct placing *placing)
{
	for (size_t i = 0; i < placing->line_count; i++) {
		free(placing->lines[i].chars);
		buf_release(&placing->lines[i].text);
	}
	free(placing->lines);
	for (size_t i = 0; i < placing->block_count; i++)
		free(placing->blocks[i].lines);
	free(placing->blocks);
}

static void placing_free_groups(struct placing *placing)
{
	for (size_t i = 0; i < placing->column_count; i++) {
		free(placing->columns[i].blocks);
		buf_release(&placing->columns[i].text);
	}
	free(placing->columns);
	for (size_t i = 0; i < placing->head_count; i++) {
		free(placing->heads[i].blocks);
		buf_release(&placing->heads[i].text);
	}
	free(placing->heads);
	for (size_t i = 0; i < placing->article_count; i++) {
		struct placed_article *article = &placing->articles[i];

		free(article->columns);
		free(article->captions);
		free(article->quotes);
		free(article->loose);
	}
	free(placing->articles);
}

void placing_release(struct placing *placing)
{
	placing_free_lines(placing);
	placing_free_groups(placing);
	free(placing->rules_along_s);
	free(placing->rules_along_t);
	free(placing->boxes);
	free(placing->pictures);
	memset(placing, 0, sizeof *placing);
}
