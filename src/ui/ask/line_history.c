/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/line_history.h"

#include <string.h>

void line_history_init(struct line_history *history)
{
	history->count = 0;
}

void line_history_release(struct line_history *history)
{
	for (size_t i = 0; i < history->count; i++)
		buf_release(&history->items[i]);
	history->count = 0;
}

void line_history_add(struct line_history *history, struct str text)
{
	size_t at = 0;
	struct buf first;

	if (!text.len)
		return;
	buf_init(&first);
	buf_add(&first, text);
	while (at < history->count &&
	       !str_equal(buf_str(&history->items[at]), text))
		at++;
	if (at == LINE_HISTORY_MOST)
		at--;
	if (at == history->count)
		history->count++;
	else
		buf_release(&history->items[at]);
	memmove(&history->items[1], &history->items[0], at * sizeof first);
	history->items[0] = first;
}
