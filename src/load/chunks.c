/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/chunks.h"

#include "base/mem.h"
#include "load/lines/cues.h"

#include <stdlib.h>

#define LEAD_PARAGRAPHS 2

/* Where words change: so many paragraphs are compared, of so many grams at
 * least; less kinship than this is none. */
#define WINDOW         3
#define WINDOW_GRAMS   120
#define WINDOW_KINSHIP .001

/* A word is about two ideographs, or five letters. */
#define HEAD_GRAM_CHARS 2
#define RARE_GRAM_CHARS 3
#define HEAD_GRAM_LATIN 5
#define RARE_GRAM_LATIN 8

/* Does `piece` begin a chunk of its own? */
static bool begins_chunk(const struct chunk *open, const struct piece *piece)
{
	if (!open || piece->kind == PIECE_SALUTATION)
		return true;
	if (piece->kind == PIECE_VERSE)
		return !open->verse || open->closed;
	if (piece->kind != PIECE_TEXT)
		return false;
	return open->verse || piece->dateline || open->closed ||
	       (open->paragraphs && open->measure_em != piece->measure_em);
}

static void add_piece(struct chunk *chunk, const struct pieces *pieces,
                      size_t p)
{
	const struct piece *piece = &pieces->items[p];

	list_add(&chunk->pieces, p);
	switch (piece->kind) {
	case PIECE_SALUTATION:
		chunk->letter = true;
		break;
	case PIECE_SIGNATURE:
	case PIECE_DATE:
		chunk->closed = true;
		break;
	case PIECE_VERSE:
		chunk->verse = true;
		buf_add(&chunk->text, buf_str(&piece->text));
		break;
	case PIECE_TEXT:
		chunk->dateline = chunk->dateline ||
		                  (!chunk->paragraphs && piece->dateline);
		chunk->resumed = chunk->resumed ||
		                 (!chunk->paragraphs && piece->resumed);
		chunk->note =
			cue_matches(CUE_NOTE, buf_str(&piece->text), NULL);
		chunk->measure_em = piece->measure_em;
		chunk->paragraphs++;
		buf_add(&chunk->text, buf_str(&piece->text));
		break;
	default:
		break;
	}
}

/* The paragraphs of a page with their words, to tell where these change. */
struct paragraphs {
	size_t *pieces;       /* owned */
	struct ngrams *grams; /* owned; long ones */
	size_t count;
	struct ngram_counts counts;
};

static void paragraphs_init(struct paragraphs *paragraphs,
                            const struct pieces *pieces, size_t gram_chars)
{
	*paragraphs = (struct paragraphs){ 0 };
	paragraphs->pieces = mem_alloc(pieces->count * sizeof(size_t));
	paragraphs->grams =
		mem_alloc(pieces->count * sizeof *paragraphs->grams);
	for (size_t i = 0; i < pieces->count; i++) {
		if (pieces->items[i].kind != PIECE_TEXT)
			continue;
		paragraphs->pieces[paragraphs->count] = i;
		ngrams_init(&paragraphs->grams[paragraphs->count++],
		            buf_str(&pieces->items[i].text), gram_chars);
	}
	ngram_counts_init(&paragraphs->counts, paragraphs->grams,
	                  paragraphs->count);
}

static void paragraphs_release(struct paragraphs *paragraphs)
{
	for (size_t i = 0; i < paragraphs->count; i++)
		ngrams_release(&paragraphs->grams[i]);
	free(paragraphs->grams);
	free(paragraphs->pieces);
	ngram_counts_release(&paragraphs->counts);
}

/* Have the paragraphs before and from `at` on nothing to do with each other? */
static bool words_change(const struct paragraphs *paragraphs, size_t at)
{
	size_t first = at < WINDOW ? 0 : at - WINDOW, end = at + WINDOW;
	size_t before = 0, after = 0;

	end = end < paragraphs->count ? end : paragraphs->count;
	for (size_t i = first; i < at; i++)
		before += paragraphs->grams[i].count;
	for (size_t i = at; i < end; i++)
		after += paragraphs->grams[i].count;
	if (before < WINDOW_GRAMS || after < WINDOW_GRAMS)
		return false;
	for (size_t i = first; i < at; i++)
		for (size_t j = at; j < end; j++)
			if (ngrams_similarity(&paragraphs->grams[i],
			                      &paragraphs->grams[j],
			                      &paragraphs->counts) >
			    WINDOW_KINSHIP)
				return false;
	return true;
}

/* Marks the pieces of text before which the words change. */
static bool *find_changes(const struct pieces *pieces, size_t gram_chars)
{
	bool *changes = mem_alloc(pieces->count * sizeof *changes);
	struct paragraphs paragraphs;

	paragraphs_init(&paragraphs, pieces, gram_chars);
	for (size_t i = 1; i < paragraphs.count; i++)
		changes[paragraphs.pieces[i]] = words_change(&paragraphs, i);
	paragraphs_release(&paragraphs);
	return changes;
}

static struct chunk *open_chunk(struct chunks *chunks, bool soft)
{
	struct chunk *chunk =
		ARRAY_ADD(chunks->items, chunks->count, chunks->cap);

	*chunk = (struct chunk){ .soft = soft };
	buf_init(&chunk->text);
	chunks->gaps[chunks->count] = (struct gap_items){ 0 };
	return chunk;
}

static void gather(struct chunks *chunks, const struct pieces *pieces,
                   const bool *changes)
{
	struct chunk *open = NULL;
	size_t gap_cap = 0;
	bool parted = false; /* a quote or a caption stands in between */

	chunks->gaps = mem_grow(NULL, &gap_cap, pieces->count + 1,
	                        sizeof *chunks->gaps);
	chunks->gaps[0] = (struct gap_items){ 0 };
	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->items[i];
		bool text = piece->kind == PIECE_TEXT;

		if (piece->kind >= PIECE_QUOTE) {
			parted = true;
		} else if (open && piece->inside != NPOS) {
			list_add(&open->insets, i);
		} else if (!piece_is_text(piece)) {
			list_add(&chunks->gaps[chunks->count].pieces, i);
			open = NULL;
		} else {
			if (begins_chunk(open, piece) || (text && parted))
				open = open_chunk(chunks, false);
			else if (text && changes[i])
				open = open_chunk(chunks, true);
			add_piece(open, pieces, i);
			parted = false;
		}
	}
}

/* Heads share words with the first paragraphs; with all of a letter. */
static void read_text(struct chunk *chunk, const struct pieces *pieces,
                      size_t gram_chars)
{
	size_t rare_chars =
		pieces->lines->latin ? RARE_GRAM_LATIN : RARE_GRAM_CHARS;
	size_t paragraphs = 0;
	struct buf lead;

	buf_init(&lead);
	for (size_t i = 0; i < chunk->pieces.count; i++) {
		const struct piece *piece =
			&pieces->items[chunk->pieces.items[i]];

		if (piece->kind != PIECE_TEXT && piece->kind != PIECE_VERSE &&
		    piece->kind != PIECE_SALUTATION)
			continue;
		if (chunk->letter || chunk->verse ||
		    paragraphs < LEAD_PARAGRAPHS)
			buf_add(&lead, buf_str(&piece->text));
		paragraphs += piece->kind == PIECE_TEXT;
	}
	ngrams_init(&chunk->lead, buf_str(&lead), gram_chars);
	ngrams_init(&chunk->all, buf_str(&chunk->text), gram_chars);
	ngrams_init(&chunk->rare, buf_str(&chunk->text), rare_chars);
	buf_release(&lead);
}

static void count_grams(struct chunks *chunks)
{
	struct ngrams *leads = mem_alloc(chunks->count * sizeof *leads);
	struct ngrams *rares = mem_alloc(chunks->count * sizeof *rares);

	for (size_t i = 0; i < chunks->count; i++) {
		leads[i] = chunks->items[i].lead;
		rares[i] = chunks->items[i].rare;
	}
	ngram_counts_init(&chunks->bigrams, leads, chunks->count);
	ngram_counts_init(&chunks->rares, rares, chunks->count);
	free(leads);
	free(rares);
}

void chunks_init(struct chunks *chunks, const struct pieces *pieces)
{
	bool *changes;

	*chunks = (struct chunks){ .pieces = pieces };
	chunks->gram_chars =
		pieces->lines->latin ? HEAD_GRAM_LATIN : HEAD_GRAM_CHARS;
	changes = find_changes(pieces, pieces->lines->latin ? RARE_GRAM_LATIN
	                                                    : RARE_GRAM_CHARS);
	gather(chunks, pieces, changes);
	free(changes);
	for (size_t i = 0; i < chunks->count; i++)
		read_text(&chunks->items[i], pieces, chunks->gram_chars);
	count_grams(chunks);
}

void chunks_release(struct chunks *chunks)
{
	for (size_t i = 0; i < chunks->count; i++) {
		struct chunk *chunk = &chunks->items[i];

		free(chunk->pieces.items);
		free(chunk->insets.items);
		buf_release(&chunk->text);
		ngrams_release(&chunk->lead);
		ngrams_release(&chunk->all);
		ngrams_release(&chunk->rare);
	}
	for (size_t i = 0; chunks->gaps && i <= chunks->count; i++)
		free(chunks->gaps[i].pieces.items);
	free(chunks->items);
	free(chunks->gaps);
	ngram_counts_release(&chunks->bigrams);
	ngram_counts_release(&chunks->rares);
	*chunks = (struct chunks){ 0 };
}
