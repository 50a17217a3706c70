/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/assemble.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/blocks.h"
#include "load/cues.h"
#include "load/drafts.h"
#include "load/edges.h"
#include "load/headlines.h"
#include "load/join.h"
#include "load/kinds.h"
#include "load/notes.h"
#include "load/words.h"

#include <stdlib.h>

static const enum role role_of[PIECE_COUNT] = {
	[PIECE_TEXT] = ROLE_BODY,
	[PIECE_SALUTATION] = ROLE_SALUTATION,
	[PIECE_SIGNATURE] = ROLE_SIGNATURE,
	[PIECE_CLOSING] = ROLE_CLOSING,
	[PIECE_DATE] = ROLE_DATE,
	[PIECE_VERSE] = ROLE_BODY,
	[PIECE_SUBHEAD] = ROLE_SUBHEAD,
	[PIECE_HEAD] = ROLE_HEAD,
	[PIECE_BYLINE] = ROLE_BYLINE,
	[PIECE_JUMP] = ROLE_JUMP,
	[PIECE_QUOTE] = ROLE_QUOTE,
	[PIECE_CAPTION] = ROLE_CAPTION,
	[PIECE_FURNITURE] = ROLE_FURNITURE,
};

struct assembler {
	struct issue *issue;
	size_t page;
	const struct stories *stories;
	const struct printed_lines *lines;
	const struct words *words;
	size_t *home; /* per story: the story whose article it is in */
	struct block *blocks;
	size_t block_count, block_cap;
};

static const struct piece *piece_of(const struct assembler *assembler,
                                    size_t piece)
{
	return &assembler->stories->pieces->items[piece];
}

static size_t first_line(const struct piece *piece)
{
	return piece->lines.items[0];
}

static size_t last_line(const struct piece *piece)
{
	return piece->lines.items[piece->lines.count - 1];
}

/* Adds printed lines as a passage of the article that is being written. */
static struct passage *add_passage(struct assembler *assembler, enum role role,
                                   const size_t *lines, size_t count)
{
	struct issue *issue = assembler->issue;
	struct passage *passage = ARRAY_ADD(
		issue->passages, issue->passage_count, issue->passage_cap);

	*passage = (struct passage){ .role = role,
		                     .article = issue->article_count - 1 };
	join_lines(issue, assembler->lines, lines, count, assembler->words,
	           passage);
	return passage;
}

static struct passage *add_piece(struct assembler *assembler, enum role role,
                                 const struct piece *piece)
{
	return add_passage(assembler, role, piece->lines.items,
	                   piece->lines.count);
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
	block_find_columns(block, assembler->issue, assembler->lines, first,
	                   end);
}

/* A run of lines that follow each other on the page, in the making. */
struct run {
	size_t first, end;
	double measure_em;
};

static void end_run(struct assembler *assembler, enum part part,
                    struct run *run)
{
	if (run->first < run->end)
		add_block(assembler, part, run->first, run->end,
		          run->measure_em);
	run->first = run->end = 0;
}

static void add_to_run(struct assembler *assembler, enum part part,
                       struct run *run, const struct piece *piece)
{
	for (size_t i = 0; i < piece->lines.count; i++) {
		size_t line = piece->lines.items[i];

		if (run->first == run->end || line != run->end) {
			end_run(assembler, part, run);
			run->first = line;
		}
		run->end = line + 1;
		if (piece->measure_em > 0)
			run->measure_em = piece->measure_em;
	}
}

/* The headline as one string, as it was printed: which of its lines is the
 * largest, the text does not say. */
static void add_headline(struct assembler *assembler,
                         const struct headlines *lines)
{
	struct issue *issue = assembler->issue;
	struct buf text;

	buf_init(&text);
	for (size_t i = 0; i < lines->count; i++) {
		struct passage joined;

		if (i)
			buf_add_byte(&text, ' ');
		join_lines(issue, assembler->lines, lines->items[i].lines.items,
		           lines->items[i].lines.count, assembler->words,
		           &joined);
		buf_add(&text, joined.text);
	}
	issue->articles[issue->article_count - 1].headline =
		issue_keep(issue, buf_str(&text));
	buf_release(&text);
}

static void add_heads(struct assembler *assembler, const struct story *story)
{
	struct headlines lines;

	headlines_init(&lines, assembler->stories->pieces, &story->heads,
	               story->heads_after);
	for (enum role role = ROLE_KICKER; role <= ROLE_DECK; role++)
		for (size_t i = 0; i < lines.count; i++)
			if (lines.items[i].role == role)
				add_passage(assembler, role,
				            lines.items[i].lines.items,
				            lines.items[i].lines.count);
	add_headline(assembler, &lines);
	for (size_t i = 0; i < lines.count; i++) {
		const struct list *of = &lines.items[i].lines;

		add_block(assembler, PART_HEAD, of->items[0],
		          of->items[of->count - 1] + 1, 0);
	}
	headlines_release(&lines);
}

static void read_jump(struct issue *issue, struct passage *passage)
{
	struct jump *jump = arena_alloc(&issue->arena, sizeof *jump);
	struct cue_match match = { 0 };

	jump->direction = JUMP_TO;
	if (cue_matches(CUE_JUMP_FROM, passage->text, &match))
		jump->direction = JUMP_FROM;
	else
		cue_matches(CUE_JUMP_TO, passage->text, &match);
	jump->page = cue_number(&match);
	jump->article = NPOS;
	if (match.letter) {
		struct buf label;

		buf_init(&label);
		buf_addf(&label, "%c%zu", match.letter, jump->page);
		jump->label = issue_keep(issue, buf_str(&label));
		buf_release(&label);
	}
	passage->jump = jump;
}

static void add_jump(struct assembler *assembler, const struct piece *piece)
{
	read_jump(assembler->issue, add_piece(assembler, ROLE_JUMP, piece));
}

static void add_list(struct assembler *assembler, const struct list *pieces,
                     enum part part)
{
	struct run run = { 0 };

	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece =
			piece_of(assembler, pieces->items[i]);

		if (piece->kind == PIECE_JUMP)
			add_jump(assembler, piece);
		else
			add_piece(assembler, role_of[piece->kind], piece);
		add_to_run(assembler, part, &run, piece);
		end_run(assembler, part, &run);
	}
}

static enum role text_role(const struct piece *piece)
{
	if (piece->kind == PIECE_TEXT &&
	    cue_matches(CUE_NOTE, buf_str(&piece->text), NULL))
		return ROLE_NOTE;
	return role_of[piece->kind];
}

/* The text of a story, and its blocks. */
static void add_text(struct assembler *assembler, const struct story *story)
{
	struct run run = { 0 };

	for (size_t i = 0; i < story->pieces.count; i++) {
		const struct piece *piece =
			piece_of(assembler, story->pieces.items[i]);

		add_piece(assembler, text_role(piece), piece);
		add_to_run(assembler, PART_BODY, &run, piece);
	}
	end_run(assembler, PART_BODY, &run);
}

static void note_part(const struct assembler *assembler,
                      const struct story *story)
{
	const struct piece *first = piece_of(assembler, story->pieces.items[0]);
	const struct piece *last = piece_of(
		assembler, story->pieces.items[story->pieces.count - 1]);
	const struct printed *lines = assembler->lines->items;

	notes_add(assembler->issue, assembler->issue->article_count - 1,
	          _("This part stands apart on the page and probably "
	            "continues here."),
	          story->home_share,
	          (struct range){ lines[first_line(first)].line,
	                          lines[last_line(last)].line + 1 });
}

static void finish_article(struct issue *issue)
{
	struct article *article = &issue->articles[issue->article_count - 1];

	article->passages.end = issue->passage_count;
	for (size_t i = article->passages.start; i < issue->passage_count;
	     i++) {
		const struct passage *passage = &issue->passages[i];

		article->chars += count_letters(passage->text);
		if (passage->role == ROLE_HEAD && !article->headline.len)
			article->headline = passage->text;
	}
}

static struct str joined_text(struct assembler *assembler,
                              const struct list *pieces)
{
	struct buf text;
	struct str kept;

	buf_init(&text);
	for (size_t i = 0; i < pieces->count; i++) {
		if (i)
			buf_add_byte(&text, ' ');
		buf_add(&text,
		        buf_str(&piece_of(assembler, pieces->items[i])->text));
	}
	kept = issue_keep(assembler->issue, buf_str(&text));
	buf_release(&text);
	return kept;
}

/* The text of stories that are at home in story `s`: of those that stand before
 * its own, or of the others. */
static void add_parts(struct assembler *assembler, size_t s, bool leads)
{
	const struct stories *stories = assembler->stories;

	for (size_t i = 0; i < stories->count; i++) {
		const struct story *part = &stories->items[i];

		if (i == s || assembler->home[i] != s || part->leads != leads)
			continue;
		add_text(assembler, part);
		add_list(assembler, &part->bylines, PART_BODY);
		if (!part->told)
			note_part(assembler, part);
	}
}

static void add_story_article(struct assembler *assembler, size_t s)
{
	const struct stories *stories = assembler->stories;
	const struct story *story = &stories->items[s];
	struct issue *issue = assembler->issue;
	struct article *article = &issue->articles[issue->article_count - 1];

	add_heads(assembler, story);
	add_list(assembler, &story->bylines, PART_HEAD);
	for (size_t i = 0; i < stories->count; i++)
		if (assembler->home[i] == s)
			add_list(assembler, &stories->items[i].quotes,
			         PART_QUOTE);
	add_parts(assembler, s, true);
	add_text(assembler, story);
	add_parts(assembler, s, false);
	for (size_t i = 0; i < stories->count; i++) {
		if (assembler->home[i] != s)
			continue;
		add_list(assembler, &stories->items[i].captions, PART_BODY);
		add_list(assembler, &stories->items[i].jumps, PART_BODY);
	}
	finish_article(issue);
	article->byline = joined_text(assembler, &story->bylines);
	article->kind = kind_of_story(story, stories->pieces,
	                              joined_text(assembler, &story->heads),
	                              article->byline);
}

static void add_teaser_article(struct assembler *assembler,
                               const struct teaser *teaser)
{
	struct issue *issue = assembler->issue;
	enum role role = ROLE_HEAD;
	struct run run = { 0 };

	for (size_t i = 0; i < teaser->heads.count; i++) {
		const struct piece *piece =
			piece_of(assembler, teaser->heads.items[i]);

		if (i && (piece->blank || piece->kind != PIECE_HEAD))
			role = ROLE_DECK;
		add_piece(assembler,
		          piece->kind == PIECE_HEAD ? role
		                                    : role_of[piece->kind],
		          piece);
		add_to_run(assembler, PART_TEASER, &run, piece);
	}
	if (teaser->jump != NPOS) {
		add_jump(assembler, piece_of(assembler, teaser->jump));
		add_to_run(assembler, PART_TEASER, &run,
		           piece_of(assembler, teaser->jump));
	}
	end_run(assembler, PART_TEASER, &run);
	finish_article(issue);
	issue->articles[issue->article_count - 1].kind = KIND_TEASER;
}

/* Furniture, and what nobody owns, stands behind the articles of the page. */
static void add_rest(struct assembler *assembler)
{
	const struct pieces *pieces = assembler->stories->pieces;
	struct issue *issue = assembler->issue;
	bool owned = assembler->stories->count > 0;

	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->items[i];
		struct passage passage = { .article = NPOS,
			                   .role = ROLE_FURNITURE };

		if (piece->kind < PIECE_QUOTE ||
		    (owned && piece->kind != PIECE_FURNITURE))
			continue;
		if (piece->kind == PIECE_FURNITURE)
			passage.role = edge_role(buf_str(&piece->text));
		join_lines(issue, assembler->lines, piece->lines.items,
		           piece->lines.count, NULL, &passage);
		*ARRAY_ADD(issue->passages, issue->passage_count,
		           issue->passage_cap) = passage;
	}
}

static void add_article(struct assembler *assembler, const struct draft *draft)
{
	struct issue *issue = assembler->issue;
	struct article *article = ARRAY_ADD(
		issue->articles, issue->article_count, issue->article_cap);

	*article = (struct article){
		.page = assembler->page,
		.passages = { issue->passage_count, issue->passage_count },
	};
	if (draft->teaser)
		add_teaser_article(assembler, draft->teaser);
	else
		add_story_article(assembler, draft->story);
}

static void add_articles(struct assembler *assembler)
{
	const struct stories *stories = assembler->stories;
	struct draft *drafts = mem_alloc(
		(stories->count + stories->teasers.count) * sizeof *drafts);
	size_t count;

	assembler->home = mem_alloc(stories->count * sizeof *assembler->home);
	drafts_find_homes(stories, assembler->home);
	count = drafts_list(drafts, stories, assembler->home);
	for (size_t i = 0; i < count; i++)
		add_article(assembler, &drafts[i]);
	free(assembler->home);
	free(drafts);
}

void assemble_page(struct issue *issue, size_t page,
                   const struct printed_lines *lines,
                   const struct stories *stories)
{
	struct assembler assembler = {
		.issue = issue, .page = page, .lines = lines, .stories = stories
	};
	struct page *of = &issue->pages[page];
	struct words words;

	words_init(&words, lines);
	assembler.words = &words;
	of->articles.start = issue->article_count;
	of->passages.start = issue->passage_count;
	add_articles(&assembler);
	of->articles.end = issue->article_count;
	of->furniture.start = issue->passage_count;
	add_rest(&assembler);
	of->furniture.end = of->passages.end = issue->passage_count;
	of->blocks =
		arena_copy(&issue->arena, assembler.blocks,
	                   assembler.block_count * sizeof *assembler.blocks);
	of->block_count = assembler.block_count;
	notes_find(issue, page, stories->pieces);
	issue->pages_read = page + 1;
	words_release(&words);
	free(assembler.blocks);
}
