/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/not_news.h"

#include "base/mem.h"
#include "load/aside/running_heads.h"

#include <unictype.h>

/* A page is a table if it has at least LINES_LEAST lines, one line in LINES_SHARE or more
 * has a sign, and there is a sign for LETTERS_A_SIGN letters or fewer; or if it has more
 * digits than letters. */
#define SIGNS          "=_{}[]<>/\\|&*+#$@^~`;"
#define LINES_LEAST    8
#define LINES_SHARE    3
#define LETTERS_A_SIGN 33

#define BOOK_PARAGRAPHS 24 /* at least */
#define BOOK_HEADS      8  /* paragraphs for each head, at least */
#define BOOK_EM         26 /* columns of newspapers are narrower, usually */
#define BOOK_SHARE      2  /* one paragraph in so many has that width */
#define BOOK_BYLINES    1  /* at most */

_Static_assert(DOUBT_JOINED + 4 == DOUBT_KINDS &&
                       DOUBT_COLUMN + 1 == DOUBT_KINDS,
               "doubts about articles are those from DOUBT_JOINED on");

/* The characters of a page, counted by kind. */
struct signs {
	size_t letters, digits, signs;
	size_t lines;   /* lines with a sign */
	size_t counted; /* all lines */
};

static void not_news_count_line(struct signs *signs, struct str text)
{
	size_t before = signs->signs;

	for (size_t at = 0; at < text.len;) {
		unsigned c = char_at(text, at, &at);

		if (c >= '0' && c <= '9')
			signs->digits++;
		else if (c < 0x80 && char_in(c, SIGNS))
			signs->signs++;
		else
			signs->letters += c >= 0x4e00 || uc_is_alpha(c);
	}
	signs->lines += signs->signs > before;
	signs->counted++;
}

bool not_news_is_table(const struct printed_lines *lines)
{
	struct signs signs = { 0 };

	for (size_t i = 0; i < lines->count; i++)
		if (lines->items[i].aside == ASIDE_NONE)
			not_news_count_line(&signs, lines->items[i].text);
	if (signs.counted < LINES_LEAST)
		return false;
	return signs.digits > signs.letters ||
	       (signs.lines * LINES_SHARE >= signs.counted &&
	        signs.signs * LETTERS_A_SIGN >= signs.letters);
}

struct labelled *not_news_labels(const struct flow *flow)
{
	struct labelled *labels = mem_alloc(flow->count * sizeof *labels);

	for (size_t i = 0; i < flow->count; i++)
		labels[i].label = flow->items[i]->user_label == USER_LABEL_HEAD
		                          ? LABEL_HEAD
		                          : LABEL_SINGLE;
	return labels;
}

/* Does such a unit stand in newspapers only? */
static bool is_of_newspaper(const struct unit *unit)
{
	if (unit->kind == UNIT_FURNITURE)
		return running_head_role(buf_str(&unit->text)) != ROLE_FOLIO;
	return unit->dateline || unit->kind == UNIT_JUMP ||
	       unit->kind == UNIT_CAPTION || unit->kind == UNIT_SALUTATION ||
	       unit->kind == UNIT_SIGNATURE;
}

/* The column width of most paragraphs, by majority vote (Boyer and Moore), and how many
 * have it; any width if none has a majority. */
static double usual_measure_em(const struct units *units, size_t *having)
{
	double measure_em = 0;
	size_t votes = 0;

	for (size_t i = 0; i < units->count; i++) {
		const struct unit *unit = &units->items[i];

		if (unit->kind != UNIT_TEXT)
			continue;
		if (!votes)
			measure_em = unit->measure_em;
		votes += unit->measure_em == measure_em ? 1 : (size_t)-1;
	}
	*having = 0;
	for (size_t i = 0; i < units->count; i++)
		*having += units->items[i].kind == UNIT_TEXT &&
		           units->items[i].measure_em == measure_em;
	return measure_em;
}

bool not_news_is_book(const struct stories *stories)
{
	const struct units *units = stories->units;
	size_t paragraphs = 0, heads = 0, bylines = 0, having;

	for (size_t i = 0; i < units->count; i++) {
		enum unit_kind kind = units->items[i].kind;

		if (is_of_newspaper(&units->items[i]))
			return false;
		paragraphs += kind == UNIT_TEXT;
		heads += kind == UNIT_HEAD || kind == UNIT_SUBHEAD;
		bylines += kind == UNIT_BYLINE;
	}
	return paragraphs >= BOOK_PARAGRAPHS &&
	       heads * BOOK_HEADS <= paragraphs && bylines <= BOOK_BYLINES &&
	       usual_measure_em(units, &having) >= BOOK_EM &&
	       having * BOOK_SHARE >= paragraphs;
}

static void not_news_add_unit(struct story *story, struct unit *unit, size_t p)
{
	/* The page is one article: where articles begin is not in doubt. */
	if (unit->doubt.kind >= DOUBT_JOINED)
		unit->doubt = (struct doubt){ DOUBT_NONE, 0 };
	if (unit->kind == UNIT_BYLINE) {
		list_add(&story->bylines, p);
	} else if (unit->kind == UNIT_JUMP) {
		list_add(&story->jumps, p);
	} else if (unit->kind == UNIT_HEAD && !story->units.count) {
		list_add(&story->heads, p);
	} else {
		if (unit->kind == UNIT_HEAD)
			unit->kind = UNIT_SUBHEAD;
		list_add(&story->units, p);
		buf_add(&story->text, buf_str(&unit->text));
	}
}

static bool not_news_has_text(const struct units *units)
{
	for (size_t p = 0; p < units->count; p++)
		if (unit_is_text(&units->items[p]))
			return true;
	return false;
}

void not_news_join(struct stories *stories, struct units *units)
{
	struct story *story;

	stories->units = units;
	if (!not_news_has_text(units))
		return;
	stories_release(stories);
	stories->units = units;
	story = stories_add(stories);
	story->not_news = true;
	for (size_t p = 0; p < units->count; p++)
		if (!unit_kind_is_aside(units->items[p].kind))
			not_news_add_unit(story, &units->items[p], p);
}
