/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/plain.h"

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

static void count_line(struct signs *signs, struct str text)
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

bool plain_is_table(const struct printed_lines *lines)
{
	struct signs signs = { 0 };

	for (size_t i = 0; i < lines->count; i++)
		count_line(&signs, lines->items[i].text);
	if (lines->count < LINES_LEAST)
		return false;
	return signs.digits > signs.letters ||
	       (signs.lines * LINES_SHARE >= lines->count &&
	        signs.signs * LETTERS_A_SIGN >= signs.letters);
}

struct labelled *plain_labels(const struct flow *flow)
{
	struct labelled *labels = mem_alloc(flow->count * sizeof *labels);

	for (size_t i = 0; i < flow->count; i++)
		labels[i].label = flow->items[i]->told == USER_LABEL_HEAD
		                          ? LABEL_HEAD
		                          : LABEL_SINGLE;
	return labels;
}

/* A piece that stands in newspapers alone. */
static bool is_of_paper(const struct piece *piece)
{
	if (piece->kind == PIECE_FURNITURE)
		return running_head_role(buf_str(&piece->text)) != ROLE_FOLIO;
	return piece->dateline || piece->kind == PIECE_JUMP ||
	       piece->kind == PIECE_CAPTION ||
	       piece->kind == PIECE_SALUTATION ||
	       piece->kind == PIECE_SIGNATURE;
}

/* The measure of most paragraphs, and how many have it: by majority vote. */
static double usual_measure_em(const struct pieces *pieces, size_t *having)
{
	double measure_em = 0;
	size_t votes = 0;

	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->items[i];

		if (piece->kind != PIECE_TEXT)
			continue;
		if (!votes)
			measure_em = piece->measure_em;
		votes += piece->measure_em == measure_em ? 1 : (size_t)-1;
	}
	*having = 0;
	for (size_t i = 0; i < pieces->count; i++)
		*having += pieces->items[i].kind == PIECE_TEXT &&
		           pieces->items[i].measure_em == measure_em;
	return measure_em;
}

bool plain_is_book(const struct stories *stories)
{
	const struct pieces *pieces = stories->pieces;
	size_t paragraphs = 0, heads = 0, bylines = 0, having;

	for (size_t i = 0; i < pieces->count; i++) {
		enum piece_kind kind = pieces->items[i].kind;

		if (is_of_paper(&pieces->items[i]))
			return false;
		paragraphs += kind == PIECE_TEXT;
		heads += kind == PIECE_HEAD || kind == PIECE_SUBHEAD;
		bylines += kind == PIECE_BYLINE;
	}
	return paragraphs >= BOOK_PARAGRAPHS &&
	       heads * BOOK_HEADS <= paragraphs && bylines <= BOOK_BYLINES &&
	       usual_measure_em(pieces, &having) >= BOOK_EM &&
	       having * BOOK_SHARE >= paragraphs;
}

static void add_piece(struct story *story, struct piece *piece, size_t p)
{
	/* Which articles there are is no question any more. */
	if (piece->doubt.kind >= DOUBT_JOINED)
		piece->doubt = (struct doubt){ DOUBT_NONE, 0 };
	if (piece->kind == PIECE_BYLINE) {
		list_add(&story->bylines, p);
	} else if (piece->kind == PIECE_JUMP) {
		list_add(&story->jumps, p);
	} else if (piece->kind == PIECE_HEAD && !story->pieces.count) {
		list_add(&story->heads, p);
	} else {
		if (piece->kind == PIECE_HEAD)
			piece->kind = PIECE_SUBHEAD;
		list_add(&story->pieces, p);
		buf_add(&story->text, buf_str(&piece->text));
	}
}

static bool has_text(const struct pieces *pieces)
{
	for (size_t p = 0; p < pieces->count; p++)
		if (piece_is_text(&pieces->items[p]))
			return true;
	return false;
}

void plain_join(struct stories *stories, struct pieces *pieces)
{
	struct story *story;

	stories->pieces = pieces;
	if (!has_text(pieces))
		return;
	stories_release(stories);
	stories->pieces = pieces;
	story = stories_add(stories);
	story->plain = true;
	for (size_t p = 0; p < pieces->count; p++)
		if (pieces->items[p].kind < PIECE_QUOTE)
			add_piece(story, &pieces->items[p], p);
}
