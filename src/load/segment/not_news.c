/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/not_news.h"

#include "base/mem.h"
#include "load/aside/running_heads.h"

#include <unictype.h>

/* Of a table, a program or a log: so many lines have a sign that running text
 * has not, and there is one for so many letters; or it is of digits. */
#define SIGNS          "=_{}[]<>/\\|&*+#$@^~`;"
#define LINES_LEAST    8
#define LINES_SHARE    3
#define LETTERS_A_SIGN 33

#define BOOK_PARAGRAPHS 24
#define BOOK_HEADS      8  /* paragraphs for each head, at least */
#define BOOK_EM         26 /* no column of a newspaper is wider, usually */
#define BOOK_SHARE      2  /* one paragraph in so many has it; short ones any */
#define BOOK_BYLINES    1

/* What the characters of a page are. */
struct signs {
	size_t letters, digits, signs;
	size_t lines; /* that have a sign */
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
}

bool not_news_is_table(const struct printed_lines *lines)
{
	struct signs signs = { 0 };

	for (size_t i = 0; i < lines->count; i++)
		not_news_count_line(&signs, lines->items[i].text);
	if (lines->count < LINES_LEAST)
		return false;
	return signs.digits > signs.letters ||
	       (signs.lines * LINES_SHARE >= lines->count &&
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

/* A unit that stands in newspapers alone. */
static bool is_of_paper(const struct unit *unit)
{
	if (unit->kind == UNIT_FURNITURE)
		return running_head_role(buf_str(&unit->text)) != ROLE_FOLIO;
	return unit->dateline || unit->kind == UNIT_JUMP ||
	       unit->kind == UNIT_CAPTION || unit->kind == UNIT_SALUTATION ||
	       unit->kind == UNIT_SIGNATURE;
}

/* The measure of most paragraphs, and how many have it: by majority vote. */
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

		if (is_of_paper(&units->items[i]))
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
	/* Which articles there are is no question any more. */
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
		if (units->items[p].kind < UNIT_QUOTE)
			not_news_add_unit(story, &units->items[p], p);
}
