/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/assemble.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/blocks.h"
#include "load/cues.h"
#include "load/drafts.h"
#include "load/join.h"

#include <stdlib.h>
#include <unictype.h>
#include <unistr.h>

/* Printed lines of one head are about equally wide; one that is narrower than
 * this share of its neighbour is a line of its own. */
#define SAME_HEAD_SHARE 0.8

static const enum role role_of[] = {
	[PIECE_TEXT] = ROLE_BODY,
	[PIECE_SALUTATION] = ROLE_SALUTATION,
	[PIECE_SIGNATURE] = ROLE_SIGNATURE,
	[PIECE_DATE] = ROLE_DATE,
	[PIECE_SUBHEAD] = ROLE_SUBHEAD,
	[PIECE_HEAD] = ROLE_HEAD,
	[PIECE_JUMP] = ROLE_JUMP,
};

struct assembler {
	struct issue *issue;
	size_t page;
	const struct stories *stories;
	size_t *home; /* per story: the story whose article it is in */
	struct block *blocks;
	size_t block_count, block_cap;
};

static const struct piece *piece_of(const struct assembler *assembler,
                                    size_t piece)
{
	return &assembler->stories->pieces[piece];
}

/* Adds the printed lines [first, end) as a passage of the article that is
 * being written. */
static struct passage *add_passage(struct assembler *assembler, enum role role,
                                   size_t first, size_t end)
{
	struct issue *issue = assembler->issue;
	struct passage *passage = ARRAY_ADD(
		issue->passages, issue->passage_count, issue->passage_cap);

	*passage = (struct passage){ .role = role,
		                     .article = issue->article_count - 1 };
	join_lines(issue, assembler->stories->lines, first, end, passage);
	return passage;
}

static void add_block(struct assembler *assembler, enum part part, size_t first,
                      size_t end, double measure_em)
{
	struct block *block =
		ARRAY_ADD(assembler->blocks, assembler->block_count,
	                  assembler->block_cap);

	*block = (struct block){ .article = assembler->issue->article_count - 1,
		                 .part = part,
		                 .measure_em = measure_em };
	block_find_columns(block, assembler->issue, assembler->stories->lines,
	                   first, end);
}

/* Does head line `b` go on from `a`, the line before it? */
static bool same_head(const struct assembler *assembler, size_t a, size_t b)
{
	const struct piece *one = piece_of(assembler, a);
	const struct piece *two = piece_of(assembler, b);
	double narrow = one->width_em, wide = two->width_em;

	if (narrow > wide) {
		narrow = two->width_em;
		wide = one->width_em;
	}
	return one->end == two->first && !two->lead &&
	       (narrow >= SAME_HEAD_SHARE * wide ||
	        cue_matches(CUE_JOINED, buf_str(&two->text), NULL));
}

/* A headline of a run of printed head lines. */
struct headline {
	size_t first, end; /* printed lines */
	double width_em;
	enum role role;
};

static size_t split_heads(const struct assembler *assembler,
                          const struct list *heads, struct headline *lines)
{
	size_t count = 0;

	for (size_t i = 0; i < heads->count; i++) {
		const struct piece *piece =
			piece_of(assembler, heads->items[i]);

		if (!i ||
		    !same_head(assembler, heads->items[i - 1], heads->items[i]))
			lines[count++] =
				(struct headline){ .first = piece->first };
		lines[count - 1].end = piece->end;
		lines[count - 1].width_em += piece->width_em;
	}
	return count;
}

/* The longest line is the head; what stands before it is a kicker, what stands
 * behind it a deck.  Behind a text, lines come from the foot up. */
static void give_roles(struct headline *lines, size_t count, bool upwards)
{
	size_t head = 0;

	for (size_t i = 1; i < count; i++)
		if (lines[i].width_em > lines[head].width_em)
			head = i;
	for (size_t i = 0; i < count; i++)
		lines[i].role = i == head               ? ROLE_HEAD
		                : (i < head) != upwards ? ROLE_KICKER
		                                        : ROLE_DECK;
}

static void add_heads(struct assembler *assembler, const struct story *story)
{
	struct headline *lines;
	size_t count;

	if (!story->heads.count)
		return;
	lines = mem_alloc(story->heads.count * sizeof *lines);
	count = split_heads(assembler, &story->heads, lines);
	give_roles(lines, count, story->heads_after && count == 2);
	for (enum role role = ROLE_KICKER; role <= ROLE_DECK; role++)
		for (size_t i = 0; i < count; i++)
			if (lines[i].role == role)
				add_passage(assembler, role, lines[i].first,
				            lines[i].end);
	for (size_t i = 0; i < count; i++)
		add_block(assembler, PART_HEAD, lines[i].first, lines[i].end,
		          0);
	free(lines);
}

static void add_jump(struct assembler *assembler, const struct piece *piece)
{
	struct issue *issue = assembler->issue;
	struct passage *passage =
		add_passage(assembler, ROLE_JUMP, piece->first, piece->end);
	struct jump *jump = arena_alloc(&issue->arena, sizeof *jump);
	struct cue_match match = { 0 };

	jump->direction = JUMP_TO;
	if (cue_matches(CUE_JUMP_FROM, passage->text, &match))
		jump->direction = JUMP_FROM;
	else
		cue_matches(CUE_JUMP_TO, passage->text, &match);
	jump->page = match.number;
	jump->article = NPOS;
	if (match.letter) {
		struct buf label;

		buf_init(&label);
		buf_addf(&label, "%c%zu", match.letter, match.number);
		jump->label = issue_keep(issue, buf_str(&label));
		buf_release(&label);
	}
	passage->jump = jump;
}

/* The text of a story, and its block. */
static void add_text(struct assembler *assembler, const struct story *story,
                     enum role text_role, enum part part)
{
	size_t first = 0, end = 0;

	for (size_t i = 0; i < story->pieces.count; i++) {
		const struct piece *piece =
			piece_of(assembler, story->pieces.items[i]);
		enum role role = piece->kind == PIECE_TEXT
		                         ? text_role
		                         : role_of[piece->kind];

		add_passage(assembler, role, piece->first, piece->end);
		if (i && piece->first == end) {
			end = piece->end;
			continue;
		}
		if (i)
			add_block(assembler, part, first, end,
			          story->measure_em);
		first = piece->first;
		end = piece->end;
	}
	add_block(assembler, part, first, end, story->measure_em);
}

static void add_note(struct assembler *assembler, struct article *article,
                     const struct story *story)
{
	struct issue *issue = assembler->issue;
	const struct piece *first = piece_of(assembler, story->pieces.items[0]);
	const struct piece *last = piece_of(
		assembler, story->pieces.items[story->pieces.count - 1]);
	const struct printed *lines = assembler->stories->lines->items;
	struct note *notes = arena_alloc(
		&issue->arena, (article->note_count + 1) * sizeof *notes);

	for (size_t i = 0; i < article->note_count; i++)
		notes[i] = article->notes[i];
	notes[article->note_count++] = (struct note){
		.what = issue_keep(
			issue, str_from(_("This part stands apart on the page "
		                          "and probably continues here."))),
		.confidence = story->home_share,
		.lines = { lines[first->first].line,
		           lines[last->end - 1].line + 1 },
		.page = assembler->page,
	};
	article->notes = notes;
}

static enum kind kind_of(const struct story *story, struct str headline)
{
	enum headline_cue cue = cue_of_headline(headline);

	if (story->letter || cue == HEADLINE_LETTER)
		return KIND_LETTER;
	if (cue == HEADLINE_NOTICE && !story->dateline)
		return KIND_NOTICE;
	return story->heads.count || story->dateline ? KIND_NEWS : KIND_OTHER;
}

static size_t count_characters(struct str text)
{
	size_t count = 0;

	for (size_t at = 0; at < text.len;) {
		ucs4_t c;

		at += (size_t)u8_mbtouc(&c, (const uint8_t *)text.ptr + at,
		                        text.len - at);
		count += !uc_is_property_white_space(c);
	}
	return count;
}

static void finish_article(struct issue *issue)
{
	struct article *article = &issue->articles[issue->article_count - 1];

	article->passages.end = issue->passage_count;
	for (size_t i = article->passages.start; i < issue->passage_count;
	     i++) {
		const struct passage *passage = &issue->passages[i];

		article->chars += count_characters(passage->text);
		if (passage->role == ROLE_HEAD && !article->headline.len)
			article->headline = passage->text;
	}
}

static void add_story_article(struct assembler *assembler, size_t s)
{
	const struct stories *stories = assembler->stories;
	const struct story *story = &stories->items[s];
	struct issue *issue = assembler->issue;
	struct article *article = &issue->articles[issue->article_count - 1];

	add_heads(assembler, story);
	for (size_t i = 0; i < stories->count; i++)
		if (stories->items[i].quote_of != NPOS &&
		    assembler->home[i] == s)
			add_text(assembler, &stories->items[i], ROLE_QUOTE,
			         PART_QUOTE);
	add_text(assembler, story, ROLE_BODY, PART_BODY);
	for (size_t i = 0; i < stories->count; i++) {
		if (i == s || assembler->home[i] != s ||
		    stories->items[i].quote_of != NPOS)
			continue;
		add_text(assembler, &stories->items[i], ROLE_BODY, PART_BODY);
		add_note(assembler, article, &stories->items[i]);
	}
	finish_article(issue);
	article->kind = kind_of(story, article->headline);
}

static void add_teaser_article(struct assembler *assembler,
                               const struct teaser *teaser)
{
	struct issue *issue = assembler->issue;
	enum role role = ROLE_HEAD;
	size_t first = NPOS, end = 0;

	for (size_t i = 0; i < teaser->heads.count; i++) {
		const struct piece *piece =
			piece_of(assembler, teaser->heads.items[i]);

		if (i && piece->blank)
			role = ROLE_DECK;
		add_passage(assembler, role, piece->first, piece->end);
		first = first < piece->first ? first : piece->first;
		end = piece->end;
	}
	if (teaser->jump != NPOS) {
		const struct piece *piece = piece_of(assembler, teaser->jump);

		add_jump(assembler, piece);
		first = first < piece->first ? first : piece->first;
		end = piece->end;
	}
	add_block(assembler, PART_TEASER, first, end, 0);
	finish_article(issue);
	issue->articles[issue->article_count - 1].kind = KIND_TEASER;
}

void assemble_page(struct issue *issue, size_t page,
                   const struct stories *stories, const struct teasers *teasers)
{
	struct assembler assembler = { .issue = issue,
		                       .page = page,
		                       .stories = stories };
	struct draft *drafts =
		mem_alloc((stories->count + teasers->count) * sizeof *drafts);
	size_t count;

	assembler.home = mem_alloc(stories->count * sizeof *assembler.home);
	drafts_find_homes(stories, assembler.home);
	count = drafts_list(drafts, stories, assembler.home, teasers);
	for (size_t i = 0; i < count; i++) {
		struct article *article =
			ARRAY_ADD(issue->articles, issue->article_count,
		                  issue->article_cap);

		*article = (struct article){
			.page = page,
			.passages = { issue->passage_count,
			              issue->passage_count },
		};
		if (drafts[i].teaser)
			add_teaser_article(&assembler, drafts[i].teaser);
		else
			add_story_article(&assembler, drafts[i].story);
	}
	issue->pages[page].blocks =
		arena_copy(&issue->arena, assembler.blocks,
	                   assembler.block_count * sizeof *assembler.blocks);
	issue->pages[page].block_count = assembler.block_count;
	free(assembler.blocks);
	free(assembler.home);
	free(drafts);
}
