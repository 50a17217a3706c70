/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/place/head_words.h"

#include "base/mem.h"
#include "load/lines/ngrams.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#define GRAM_CHARS     2
#define DIRECTORY_BITS 12
#define HASH_BITS      32

/* A bigram of any head. */
struct word_gram {
	size_t column_count, columns_end;
	size_t last_column; /* that has the bigram so far, or NPOS */
};

/* A bigram that a column has. */
struct word_place {
	size_t gram;
	uint32_t column;
};

/* The bigrams of all heads, each once, ascending.  A directory by their first bits leaves
 * but a few for the binary search. */
struct word_table {
	struct ngram_counts sorted;
	size_t directory[(1 << DIRECTORY_BITS) + 1];
	struct word_gram *grams;   /* owned; of each in `sorted` */
	struct word_place *places; /* owned; by column */
	size_t place_count, place_cap;
};

/* The index of a bigram in `grams`, or NPOS. */
static size_t word_find(const struct word_table *table, uint32_t gram)
{
	size_t from = table->directory[gram >> (HASH_BITS - DIRECTORY_BITS)];
	size_t to =
		table->directory[(gram >> (HASH_BITS - DIRECTORY_BITS)) + 1];
	const uint32_t *items = table->sorted.items + from;
	size_t at;

	ARRAY_FIND(at, to - from, items[at] < gram);
	return at < to - from && items[at] == gram ? from + at : NPOS;
}

static void word_table_init(struct word_table *table,
                            const struct ngrams *heads, size_t head_count)
{
	size_t at = 0;

	*table = (struct word_table){ .places = NULL };
	ngram_counts_init(&table->sorted, heads, head_count);
	table->grams = mem_alloc(table->sorted.count * sizeof *table->grams);
	for (size_t i = 0; i < table->sorted.count; i++)
		table->grams[i].last_column = NPOS;
	for (size_t i = 0; i < ARRAY_LEN(table->directory); i++) {
		while (at < table->sorted.count &&
		       table->sorted.items[at] >> (HASH_BITS - DIRECTORY_BITS) <
		               i)
			at++;
		table->directory[i] = at;
	}
}

static void word_table_release(struct word_table *table)
{
	ngram_counts_release(&table->sorted);
	free(table->grams);
	free(table->places);
}

/* Notes which bigrams of the heads a column has. */
static void word_table_add_column(struct word_table *table, size_t column,
                                  struct str text)
{
	size_t count;
	uint32_t *grams = ngrams_in_order(text, GRAM_CHARS, &count);

	for (size_t i = 0; i < count; i++) {
		size_t at = word_find(table, grams[i]);
		struct word_gram *gram;

		if (at == NPOS)
			continue;
		gram = &table->grams[at];
		if (gram->last_column == column)
			continue;
		gram->last_column = column;
		gram->column_count++;
		*ARRAY_ADD(table->places, table->place_count,
		           table->place_cap) =
			(struct word_place){ at, (uint32_t)column };
	}
	free(grams);
}

/* The columns of each bigram, one bigram after the other: a counting sort. */
static uint32_t *word_table_columns(struct word_table *table)
{
	uint32_t *columns = mem_alloc(table->place_count * sizeof *columns);
	size_t at = 0;

	for (size_t i = 0; i < table->sorted.count; i++) {
		table->grams[i].columns_end = at;
		at += table->grams[i].column_count;
	}
	for (size_t i = 0; i < table->place_count; i++) {
		const struct word_place *place = &table->places[i];

		columns[table->grams[place->gram].columns_end++] =
			place->column;
	}
	return columns;
}

static void head_words_add(struct head_words *words, size_t head,
                           const struct ngrams *grams,
                           const struct word_table *table)
{
	size_t at = words->starts[head];

	for (size_t g = 0; g < grams->count; g++) {
		size_t found = word_find(table, grams->items[g]);
		const struct word_gram *gram = &table->grams[found];
		double weight;

		assert(found != NPOS);
		weight = 1 / sqrt(1 + (double)gram->column_count);

		words->sums[head] += weight * weight;
		if (!gram->column_count)
			continue;
		words->grams[at++] = (struct head_gram){
			.weight = weight * weight,
			.first = gram->columns_end - gram->column_count,
			.end = gram->columns_end,
		};
	}
	words->counts[head] = grams->count;
	words->starts[head + 1] = at;
}

void head_words_init(struct head_words *words, const struct placing *placing)
{
	size_t count = placing->head_count, total = 0;
	struct ngrams *heads = mem_alloc(count * sizeof *heads);
	struct word_table table;

	assert(placing->column_count < UINT32_MAX);
	for (size_t i = 0; i < count; i++) {
		ngrams_init(&heads[i], buf_str(&placing->heads[i].text),
		            GRAM_CHARS);
		total += heads[i].count;
	}
	word_table_init(&table, heads, count);
	for (size_t i = 0; count && i < placing->column_count; i++)
		word_table_add_column(&table, i,
		                      buf_str(&placing->columns[i].text));
	*words = (struct head_words){
		.grams = mem_alloc(total * sizeof *words->grams),
		.starts = mem_alloc((count + 1) * sizeof *words->starts),
		.counts = mem_alloc(count * sizeof *words->counts),
		.sums = mem_alloc(count * sizeof *words->sums),
		.columns = word_table_columns(&table),
	};
	for (size_t i = 0; i < count; i++) {
		head_words_add(words, i, &heads[i], &table);
		ngrams_release(&heads[i]);
	}
	word_table_release(&table);
	free(heads);
}

void head_words_release(struct head_words *words)
{
	free(words->grams);
	free(words->starts);
	free(words->counts);
	free(words->sums);
	free(words->columns);
	*words = (struct head_words){ 0 };
}

size_t head_words_count(const struct head_words *words, size_t head)
{
	return words->counts[head];
}

static bool gram_is_in(const struct head_words *words,
                       const struct head_gram *gram, size_t column)
{
	const uint32_t *columns = words->columns + gram->first;
	size_t at, count = gram->end - gram->first;

	ARRAY_FIND(at, count, columns[at] < column);
	return at < count && columns[at] == column;
}

double head_words_share(const struct head_words *words, size_t head,
                        const size_t *columns, size_t count)
{
	double common = 0;

	for (size_t g = words->starts[head]; g < words->starts[head + 1]; g++) {
		bool has = false;

		for (size_t i = 0; i < count && !has; i++)
			has = gram_is_in(words, &words->grams[g], columns[i]);
		common += has ? words->grams[g].weight : 0;
	}
	return words->sums[head] > 0 ? common / words->sums[head] : 0;
}
