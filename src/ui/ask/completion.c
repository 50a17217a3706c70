/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/completion.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "text/neutralise.h"
#include "ui/term/event.h"

#include <stdlib.h>
#include <string.h>

#define GAP_COLS 2 /* between two texts */

void completions_init(struct completions *found)
{
	*found = (struct completions){ .chosen = NPOS };
	buf_init(&found->common);
}

void completions_release(struct completions *found)
{
	for (size_t i = 0; i < found->count; i++) {
		free(found->items[i].text);
		free(found->items[i].shown);
	}
	free(found->items);
	buf_release(&found->common);
	completions_init(found);
}

static void completions_shorten(struct buf *common, struct str text)
{
	size_t len = 0;

	while (len < common->len && len < text.len &&
	       common->ptr[len] == text.ptr[len])
		len++;
	if (len == common->len)
		return;
	/* Two characters may share their first bytes. */
	common->len = utf8_floor(buf_str(common), len);
	common->ptr[common->len] = '\0';
}

void completions_add(struct completions *found, struct str text,
                     struct str shown)
{
	struct buf safe;

	if (!found->found++)
		buf_add(&found->common, text);
	completions_shorten(&found->common, text);
	if (found->count == COMPLETIONS_MOST)
		return;
	buf_init(&safe);
	neutralise(&safe, shown);
	*ARRAY_ADD(found->items, found->count, found->cap) =
		(struct completion){ mem_dup(text.ptr, text.len),
		                     buf_steal(&safe) };
}

static int completion_compare(const void *a, const void *b)
{
	const struct completion *left = a, *right = b;

	return strcmp(left->shown, right->shown);
}

void completions_sort(struct completions *found)
{
	if (found->count)
		qsort(found->items, found->count, sizeof *found->items,
		      completion_compare);
}

struct str completions_common(const struct completions *found)
{
	return found->is_partial ? STR("") : buf_str(&found->common);
}

static int completion_cols(const struct completion *item,
                           const struct canvas *canvas)
{
	return text_cols(str_from(item->shown), canvas->ambiguous_cols) +
	       GAP_COLS;
}

/* The first text that is shown when all from there to the chosen one shall be seen in
 * `cols` cells. */
static size_t completions_first(const struct completions *found,
                                const struct canvas *canvas, int cols)
{
	size_t first = found->chosen == NPOS ? 0 : found->chosen;

	if (found->chosen != NPOS)
		cols -= completion_cols(&found->items[first], canvas);
	while (first &&
	       cols >= completion_cols(&found->items[first - 1], canvas)) {
		first--;
		cols -= completion_cols(&found->items[first], canvas);
	}
	return first;
}

/* "3/41", or "41" before one is chosen; a + behind it where there may be others. */
static void completions_add_count(struct buf *out,
                                  const struct completions *found)
{
	if (found->chosen != NPOS)
		buf_addf(out, "%zu/", found->chosen + 1);
	buf_addf(out, "%zu%s", found->found, found->is_partial ? "+" : "");
}

void completions_draw(const struct completions *found, struct canvas *canvas,
                      struct click_zones *zones, struct area area)
{
	struct buf count;
	int count_cols, cols, col = 1, item_cols;

	buf_init(&count);
	completions_add_count(&count, found);
	count_cols = text_cols(buf_str(&count), canvas->ambiguous_cols) + 1;
	cols = area.cols - count_cols - 1;
	canvas_fill(canvas, area, 0, 0, area.cols, STYLE_HINT);
	canvas_text(canvas, area, 0, area.cols - count_cols, buf_str(&count),
	            STYLE_HINT);
	for (size_t i = completions_first(found, canvas, cols - 1);
	     i < found->count && col < cols; i++) {
		int room = cols - col;

		if (completion_cols(&found->items[i], canvas) - GAP_COLS >
		            room &&
		    i != found->chosen && col > 1)
			break;
		item_cols = canvas_fit(canvas, area, 0, col, room,
		                       str_from(found->items[i].shown),
		                       i == found->chosen ? STYLE_FOCUS
		                                          : STYLE_TEXT);
		click_zones_add(zones, area.row, area.col + col, item_cols,
		                PRESS_PICK(i));
		col += item_cols + GAP_COLS;
	}
	buf_release(&count);
}
