/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "load/input/decode.h"
#include "load/load.h"
#include "naive.h"
#include "search/index.h"
#include "search/seams.h"
#include "search/search.h"
#include "small_issue.h"
#include "text/pinyin.h"

#include <unistr.h>

static char *sentence(const char *format, size_t number)
{
	struct buf out;

	buf_init(&out);
	buf_addf(&out, "%s %zu", format, number);
	return buf_steal(&out);
}

static char *compare(const struct hits *got, const struct hits *want)
{
	for (size_t i = 0; i < got->count && i < want->count; i++) {
		struct hit a = got->items[i], b = want->items[i];

		if (a.passage != b.passage || a.start != b.start ||
		    a.end != b.end)
			return sentence("a naive scan differs at hit", i);
	}
	if (got->count > want->count)
		return sentence("found besides what there is: hit",
		                want->count);
	return got->count < want->count ? sentence("not found: hit", got->count)
	                                : NULL;
}

/* Whole characters that fold to one of the words. */
static bool is_sound(struct str part, const struct query *query)
{
	struct buf have = naive_fold(part);
	bool sound = false;

	for (size_t w = 0; w < query->count && !sound; w++) {
		struct buf want = naive_fold(query->words[w]);

		sound = str_find(buf_str(&have), str_trim(buf_str(&want)), 0) !=
		        NPOS;
		buf_release(&want);
	}
	buf_release(&have);
	return sound && !u8_check((const uint8_t *)part.ptr, part.len);
}

static char *check_hits(const struct issue *issue, const struct hits *hits,
                        const struct query *query)
{
	for (size_t i = 0; i < hits->count; i++) {
		const struct hit *hit = &hits->items[i];
		struct buf text;
		bool sound;

		buf_init(&text);
		seam_add_hit(&text, issue, hit);
		sound = is_sound(buf_str(&text), query);
		buf_release(&text);
		if (!sound)
			return sentence("not what was searched for: hit", i);
	}
	return NULL;
}

/* Does a hit go on on another page?  The naive scan knows passages only. */
static bool crosses_seam(const struct hits *hits)
{
	for (size_t i = 0; i < hits->count; i++)
		if (hits->items[i].rest_end)
			return true;
	return false;
}

static char *check_mode(const struct issue *issue, struct search_index *index,
                        struct str pattern, enum query_mode mode)
{
	struct query query = query_of(pattern, mode);
	struct buf spelled = naive_fold(pattern);
	struct hits got, want;
	bool letters;
	char *wrong;

	hits_init(&got);
	hits_init(&want);
	naive_search(&want, issue, &query);
	letters = query.count && query.mode != QUERY_EXACT && !want.count &&
	          pinyin_can_be(buf_str(&spelled));
	search_all(index, &got, pattern, mode);
	wrong = letters ? oracle_pinyin(issue, &got, buf_str(&spelled))
	        : crosses_seam(&got) ? NULL
	                             : compare(&got, &want);
	if (!wrong && query.mode == QUERY_AUTO && !letters)
		wrong = check_hits(issue, &got, &query);
	hits_release(&got);
	hits_release(&want);
	buf_release(&spelled);
	return wrong;
}

char *oracle_search(const struct issue *issue, struct str pattern)
{
	static const enum query_mode modes[] = { QUERY_AUTO, QUERY_EXACT,
		                                 QUERY_PINYIN };
	struct search_index *index = search_index_new(issue);
	char *wrong = NULL;

	for (size_t i = 0; i < ARRAY_LEN(modes) && !wrong; i++)
		wrong = check_mode(issue, index, pattern, modes[i]);
	search_index_free(index);
	return wrong;
}

static bool is_inside(struct str text, size_t at)
{
	return at < text.len && ((unsigned char)text.ptr[at] & 0xc0) == 0x80;
}

char *oracle_search_middle(const struct issue *issue)
{
	struct str text = issue->passages[issue->passage_count / 2].text;
	size_t start = text.len / 2, end;

	while (is_inside(text, start))
		start--;
	end = start;
	for (int chars = 2; chars && end < text.len; chars--)
		do
			end++;
		while (is_inside(text, end));
	return oracle_search(issue, str_slice(text, start, end));
}

char *oracle_search_bytes(struct str bytes)
{
	size_t end = str_find(bytes, STR("\n"), 0);
	struct str pattern = str_slice(bytes, 0, end == NPOS ? bytes.len : end);
	size_t page = end == NPOS ? bytes.len : end + 1;
	struct issue *issue =
		load_bytes(str_slice(bytes, page, bytes.len), "bytes", NULL);
	char *wrong = oracle_search(issue, pattern);

	issue_free(issue);
	return wrong;
}

char *oracle_find_bytes(struct str bytes)
{
	static const enum role body = ROLE_BODY;
	struct decoded decoded;
	struct str text, pattern;
	struct issue *issue;
	char *wrong;

	decode(&decoded, bytes, "utf-8");
	text = buf_str(&decoded.text);
	pattern = small_issue_take_line(&text);
	issue = small_issue(text, &body, 1);
	wrong = oracle_search(issue, pattern);
	issue_free(issue);
	decoded_release(&decoded);
	return wrong;
}
