/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/build/article.h"

#include "base/mem.h"
#include "issue/parts.h"
#include "load/lines/char_class.h"
#include "load/lines/cues.h"
#include "load/lines/line_end.h"

#include <stdlib.h>
#include <string.h>

#define DATELINE_BYTES 120 /* no dateline is longer */

/* The dateline without the dash or comma that parts it from the report. */
static struct str dateline_without_dash(struct str text)
{
	while (text.len && char_in(char_last(text), "—–―-,. "))
		text.len = char_last_start(text);
	return text;
}

/* 本报讯（记者张三）: the words that open a report, with the brackets that stand
 * behind them or that they stand in; empty when it does not begin with one. */
static struct str dateline_of(struct str text)
{
	struct cue_match match;
	struct str closing = STR("）");
	size_t start, end;

	if (!cue_matches(CUE_DATELINE, text, &match))
		return (struct str){ 0 };
	start = str_find(text, STR("（"), 0);
	end = str_find(text, closing, match.end);
	if (start == NPOS || start > match.end || end == NPOS ||
	    end > DATELINE_BYTES)
		return dateline_without_dash(str_slice(text, 0, match.end));
	return str_slice(text, 0, end + closing.len);
}

static void find_dateline(struct issue *issue, struct article *article)
{
	struct range own = article->passages;

	for (size_t i = own.start; i < own.end && !article->dateline.len; i++)
		if (issue->passages[i].role == ROLE_BODY)
			article->dateline =
				dateline_of(issue->passages[i].text);
}

void article_begin(struct issue *issue, size_t page, enum kind kind)
{
	struct article *article = ARRAY_ADD(
		issue->articles, issue->article_count, issue->article_cap);

	*article = (struct article){
		.kind = kind,
		.page = page,
		.passages = { issue->passage_count, issue->passage_count },
	};
	parts_begin(issue);
}

static size_t count_heads(const struct issue *issue,
                          const struct article *article)
{
	size_t i = article->passages.start;

	while (i < article->passages.end &&
	       role_is_headline(issue->passages[i].role))
		i++;
	return i - article->passages.start;
}

/* The order of the headline passages by their printed lines (insertion sort: they are few
 * and mostly in order); a count of 0 where it is the reading order. */
static struct head_order order_by_lines(const struct issue *issue,
                                        const struct article *article)
{
	const struct passage *heads = &issue->passages[article->passages.start];
	size_t count = count_heads(issue, article);
	struct head_order order = { .count = 0 };
	bool sorted = true;

	_Static_assert(HEADS_MOST <= UINT8_MAX && HEADS_MOST < 32,
	               "orders are bytes, and sets of them are 32 bits");
	if (count > HEADS_MOST)
		return order;
	for (size_t i = 0; i < count; i++) {
		size_t to = i;

		for (; to && heads[order.at[to - 1]].spans[0].line >
		                     heads[i].spans[0].line;
		     to--)
			order.at[to] = order.at[to - 1];
		order.at[to] = (uint8_t)i;
		sorted = sorted && to == i;
	}
	order.count = sorted ? 0 : count;
	return order;
}

/* Is `order` a permutation of [0, count)? */
static bool is_order_of(const struct head_order *order, size_t count)
{
	uint32_t seen = 0;

	for (size_t i = 0; i < order->count; i++)
		if (order->at[i] < count)
			seen |= (uint32_t)1 << order->at[i];
	return order->count == count && seen == ((uint32_t)1 << count) - 1;
}

/* Appends the headline lines in printed order, as the text does not say which of them
 * is set the largest.  The headline of a teaser is its first line alone: a list has no
 * room for its decks.  In an export edited by hand, head passages may stand behind
 * others. */
static void article_add_headline(struct buf *out, const struct issue *issue,
                                 const struct article *article)
{
	const struct head_order *printed = &article->printed;
	size_t start = article->passages.start;

	for (size_t i = start; i < article->passages.end; i++) {
		size_t at = i - start < printed->count
		                    ? start + printed->at[i - start]
		                    : i;

		if (!role_is_headline(issue->passages[at].role) ||
		    (out->len && article->kind == KIND_TEASER))
			continue;
		if (out->len)
			buf_add_byte(out, ' ');
		buf_add(out, issue->passages[at].text);
	}
}

static void add_byline(struct buf *out, const struct issue *issue,
                       const struct article *article)
{
	for (size_t i = article->passages.start; i < article->passages.end;
	     i++) {
		if (issue->passages[i].role != ROLE_BYLINE)
			continue;
		if (out->len)
			buf_add_byte(out, ' ');
		buf_add(out, issue->passages[i].text);
	}
}

static struct str kept(struct issue *issue, const struct article *article,
                       void (*add)(struct buf *out, const struct issue *issue,
                                   const struct article *article))
{
	struct buf text;
	struct str result;

	buf_init(&text);
	add(&text, issue, article);
	result = issue_keep(issue, buf_str(&text));
	buf_release(&text);
	return result;
}

struct article *article_end(struct issue *issue,
                            const struct head_order *printed)
{
	struct article *article = &issue->articles[issue->article_count - 1];

	article->passages.end = issue->passage_count;
	if (!printed)
		article->printed = order_by_lines(issue, article);
	else if (is_order_of(printed, count_heads(issue, article)))
		article->printed = *printed;
	for (size_t i = article->passages.start; i < issue->passage_count; i++)
		article->chars += char_count_printed(issue->passages[i].text);
	article->headline = kept(issue, article, article_add_headline);
	article->byline = kept(issue, article, add_byline);
	find_dateline(issue, article);
	return article;
}

static bool ends_in_sentence(const struct issue *issue,
                             const struct article *article)
{
	for (size_t i = article->passages.end; i > article->passages.start; i--)
		if (issue->passages[i - 1].role == ROLE_BODY)
			return line_end_of(issue->passages[i - 1].text, true) !=
			       END_SENTENCE;
	return false;
}

void article_join(struct issue *issue, size_t article, size_t earlier)
{
	parts_join(issue, article, earlier);
	issue->articles[earlier].runs_on =
		ends_in_sentence(issue, &issue->articles[earlier]);
}
