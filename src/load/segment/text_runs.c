/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/segment/text_runs.h"

#include "base/mem.h"
#include "load/lines/cues.h"

#include <assert.h>
#include <stdlib.h>

#define LEAD_PARAGRAPHS 2

#define DATELINES_HEADED 4. /* more cases of it are counted in */

/* Where the vocabulary changes: paragraphs compared on each side, the n-grams that they
 * must have, and the similarity up to which two paragraphs have nothing in common. */
#define WINDOW            3
#define WINDOW_GRAMS      120
#define WINDOW_SIMILARITY .001

/* Characters of n-grams: a word is about two ideographs, or five letters; a rare
 * n-gram is longer than a word. */
#define HEAD_GRAM_CHARS 2
#define RARE_GRAM_CHARS 3
#define HEAD_GRAM_LATIN 5
#define RARE_GRAM_LATIN 8

/* Does `unit` begin another run than the open one, by what it is? */
static bool begins_text_run(const struct text_run *open,
                            const struct unit *unit)
{
	if (!open || unit->kind == UNIT_SALUTATION)
		return true;
	if (unit->kind == UNIT_VERSE)
		return !open->verse || open->closed;
	if (unit->kind != UNIT_TEXT)
		return false;
	return open->verse || unit->dateline || unit->run_in ||
	       unit->drop_cap || open->closed ||
	       (open->paragraphs && open->measure_em != unit->measure_em);
}

static void text_run_add_unit(struct text_run *text_run,
                              const struct units *units, size_t p)
{
	const struct unit *unit = &units->items[p];

	list_add(&text_run->units, p);
	switch (unit->kind) {
	case UNIT_SALUTATION:
		text_run->letter = true;
		break;
	case UNIT_SIGNATURE:
	case UNIT_DATE:
		text_run->closed = true;
		break;
	case UNIT_ROW:
		buf_add(&text_run->text, buf_str(&unit->text));
		break;
	case UNIT_VERSE:
		text_run->verse = true;
		buf_add(&text_run->text, buf_str(&unit->text));
		break;
	case UNIT_TEXT:
		text_run->dateline = text_run->dateline ||
		                     (!text_run->paragraphs && unit->dateline);
		text_run->run_in = text_run->run_in ||
		                   (!text_run->paragraphs && unit->run_in);
		text_run->drop_cap = text_run->drop_cap ||
		                     (!text_run->paragraphs && unit->drop_cap);
		text_run->resumed = text_run->resumed ||
		                    (!text_run->paragraphs && unit->resumed);
		text_run->note =
			cue_matches(CUE_NOTE, buf_str(&unit->text), NULL);
		text_run->measure_em = unit->measure_em;
		text_run->paragraphs++;
		buf_add(&text_run->text, buf_str(&unit->text));
		break;
	default:
		break;
	}
}

/* The paragraphs of a page with their rare n-grams. */
struct paragraphs {
	size_t *units;        /* owned */
	struct ngrams *grams; /* owned */
	size_t count;
	struct ngram_counts counts;
};

static void paragraphs_init(struct paragraphs *paragraphs,
                            const struct units *units, size_t gram_chars)
{
	*paragraphs = (struct paragraphs){ 0 };
	paragraphs->units = mem_alloc(units->count * sizeof(size_t));
	paragraphs->grams = mem_alloc(units->count * sizeof *paragraphs->grams);
	for (size_t i = 0; i < units->count; i++) {
		if (units->items[i].kind != UNIT_TEXT)
			continue;
		paragraphs->units[paragraphs->count] = i;
		ngrams_init(&paragraphs->grams[paragraphs->count++],
		            buf_str(&units->items[i].text), gram_chars);
	}
	ngram_counts_init(&paragraphs->counts, paragraphs->grams,
	                  paragraphs->count);
}

static void paragraphs_release(struct paragraphs *paragraphs)
{
	for (size_t i = 0; i < paragraphs->count; i++)
		ngrams_release(&paragraphs->grams[i]);
	free(paragraphs->grams);
	free(paragraphs->units);
	ngram_counts_release(&paragraphs->counts);
}

/* Does the vocabulary change before paragraph `at`? */
static bool vocabulary_changes(const struct paragraphs *paragraphs, size_t at)
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
			    WINDOW_SIMILARITY)
				return false;
	return true;
}

/* Per unit whether it is a paragraph before which the vocabulary changes; the caller
 * frees. */
static bool *find_vocabulary_changes(const struct units *units,
                                     size_t gram_chars)
{
	bool *changes = mem_alloc(units->count * sizeof *changes);
	struct paragraphs paragraphs;

	paragraphs_init(&paragraphs, units, gram_chars);
	for (size_t i = 1; i < paragraphs.count; i++)
		changes[paragraphs.units[i]] =
			vocabulary_changes(&paragraphs, i);
	paragraphs_release(&paragraphs);
	return changes;
}

static struct text_run *open_text_run(struct text_runs *text_runs,
                                      bool by_words)
{
	struct text_run *text_run =
		ARRAY_ADD(text_runs->items, text_runs->count, text_runs->cap);

	*text_run = (struct text_run){ .by_words = by_words };
	buf_init(&text_run->text);
	text_runs->gaps[text_runs->count] = (struct gap_items){ 0 };
	return text_run;
}

/* Fills runs and gaps with the units of the page. */
static void text_runs_gather(struct text_runs *text_runs,
                             const struct units *units, const bool *changes)
{
	struct text_run *open = NULL;
	size_t gap_cap = 0;
	bool parted = false; /* a quote or a caption stands before the unit */

	text_runs->gaps = mem_grow(NULL, &gap_cap, units->count + 1,
	                           sizeof *text_runs->gaps);
	text_runs->gaps[0] = (struct gap_items){ 0 };
	for (size_t i = 0; i < units->count; i++) {
		const struct unit *unit = &units->items[i];
		bool text = unit->kind == UNIT_TEXT;

		if (unit_kind_is_aside(unit->kind)) {
			parted = true;
		} else if (open && unit->inside != NPOS) {
			list_add(&open->insets, i);
		} else if (!unit_is_text(unit)) {
			list_add(&text_runs->gaps[text_runs->count].units, i);
			open = NULL;
		} else {
			if (begins_text_run(open, unit) || (text && parted))
				open = open_text_run(text_runs, false);
			else if (text && changes[i])
				open = open_text_run(text_runs, true);
			text_run_add_unit(open, units, i);
			parted = false;
		}
	}
}

/* Sets the n-grams of a run.  Headlines share words with the first paragraphs of
 * reports, and with all of a letter or a poem. */
static void text_run_read_ngrams(struct text_run *text_run,
                                 const struct units *units, size_t gram_chars)
{
	size_t rare_chars =
		units->lines->latin ? RARE_GRAM_LATIN : RARE_GRAM_CHARS;
	size_t paragraphs = 0;
	struct buf lead;

	buf_init(&lead);
	for (size_t i = 0; i < text_run->units.count; i++) {
		const struct unit *unit =
			&units->items[text_run->units.items[i]];

		if (unit->kind != UNIT_TEXT && unit->kind != UNIT_VERSE &&
		    unit->kind != UNIT_SALUTATION)
			continue;
		if (text_run->letter || text_run->verse ||
		    paragraphs < LEAD_PARAGRAPHS)
			buf_add(&lead, buf_str(&unit->text));
		paragraphs += unit->kind == UNIT_TEXT;
	}
	ngrams_init(&text_run->lead, buf_str(&lead), gram_chars);
	ngrams_init(&text_run->all, buf_str(&text_run->text), gram_chars);
	ngrams_init(&text_run->rare, buf_str(&text_run->text), rare_chars);
	buf_release(&lead);
}

static void text_runs_count_ngrams(struct text_runs *text_runs)
{
	struct ngrams *leads = mem_alloc(text_runs->count * sizeof *leads);
	struct ngrams *rares = mem_alloc(text_runs->count * sizeof *rares);

	for (size_t i = 0; i < text_runs->count; i++) {
		leads[i] = text_runs->items[i].lead;
		rares[i] = text_runs->items[i].rare;
	}
	ngram_counts_init(&text_runs->lead_counts, leads, text_runs->count);
	ngram_counts_init(&text_runs->rare_counts, rares, text_runs->count);
	free(leads);
	free(rares);
}

static double find_headed_datelines(const struct text_runs *text_runs)
{
	double headed = DATELINES_HEADED, all = headed;

	for (size_t i = 0; i < text_runs->count; i++) {
		if (!text_runs->items[i].dateline)
			continue;
		all++;
		headed += text_runs->gaps[i].units.count > 0;
	}
	return headed / all;
}

void text_runs_init(struct text_runs *text_runs, const struct units *units)
{
	bool *changes;

	*text_runs = (struct text_runs){ .units = units };
	text_runs->head_gram_chars =
		units->lines->latin ? HEAD_GRAM_LATIN : HEAD_GRAM_CHARS;
	changes = find_vocabulary_changes(
		units, units->lines->latin ? RARE_GRAM_LATIN : RARE_GRAM_CHARS);
	text_runs_gather(text_runs, units, changes);
	free(changes);
	text_runs->headed_datelines = find_headed_datelines(text_runs);
	for (size_t i = 0; i < text_runs->count; i++)
		text_run_read_ngrams(&text_runs->items[i], units,
		                     text_runs->head_gram_chars);
	text_runs_count_ngrams(text_runs);
}

void text_runs_release(struct text_runs *text_runs)
{
	for (size_t i = 0; i < text_runs->count; i++) {
		struct text_run *text_run = &text_runs->items[i];

		free(text_run->units.items);
		free(text_run->insets.items);
		buf_release(&text_run->text);
		ngrams_release(&text_run->lead);
		ngrams_release(&text_run->all);
		ngrams_release(&text_run->rare);
	}
	for (size_t i = 0; text_runs->gaps && i <= text_runs->count; i++)
		free(text_runs->gaps[i].units.items);
	free(text_runs->items);
	free(text_runs->gaps);
	ngram_counts_release(&text_runs->lead_counts);
	ngram_counts_release(&text_runs->rare_counts);
	*text_runs = (struct text_runs){ 0 };
}

const struct unit *text_runs_gap_unit(const struct text_runs *text_runs,
                                      size_t gap, size_t i)
{
	assert(gap <= text_runs->count && i < text_runs->gaps[gap].units.count);
	return &text_runs->units->items[text_runs->gaps[gap].units.items[i]];
}

bool text_runs_gap_has(const struct text_runs *text_runs, size_t gap,
                       size_t start, size_t end, enum unit_kind kind)
{
	for (size_t i = start; i < end; i++)
		if (text_runs_gap_unit(text_runs, gap, i)->kind == kind)
			return true;
	return false;
}
