/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout/page_pack.h"

#include "base/mem.h"
#include "base/num.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>

#define MANY_BOXES      120 /* of so many few are tried in a band */
#define MANY_BAND_BOXES 3
#define TOO_WIDE        (INT_MAX / 4)

/* What a slot with a run of boxes may be: from narrow and high to wide and low. */
struct pack_run {
	struct pack_shape *shapes; /* owned */
	size_t count;
};

struct packer {
	const struct pack_box *boxes;
	size_t count;
	const struct pack_page *page;
	struct pack_run *runs; /* owned; PACK_SLOT_BOXES for each first box */
};

/* A band that ends with some box, on the cheapest way there. */
struct pack_step {
	size_t first; /* box of the band */
	int rows;     /* of the band */
	long cost;    /* of all bands so far */
};

/* The rows of a box in a slot of `cols` cells. */
static int pack_rows(const struct pack_box *box, int cols)
{
	int rows = box->shapes[0].rows;

	for (size_t i = 1; i < box->shape_count; i++)
		if (box->shapes[i].cols <= cols)
			rows = smaller(rows, box->shapes[i].rows);
	return rows;
}

static int pack_run_rows(const struct packer *packer, struct range boxes,
                         int cols)
{
	int rows = -packer->page->gap_rows;

	for (size_t i = boxes.start; i < boxes.end; i++)
		rows += pack_rows(&packer->boxes[i], cols) +
		        packer->page->gap_rows;
	return rows;
}

/* For qsort(): from narrow to wide. */
static int pack_compare(const void *a, const void *b)
{
	const struct pack_shape *left = a, *right = b;

	return left->cols - right->cols;
}

/* Finds the shapes of a slot with these boxes: a width at which one of them changes, and
 * none in which a box has no room. */
static void pack_measure_run(const struct packer *packer, struct range boxes,
                             struct pack_run *run)
{
	size_t most = 0, kept = 0;
	int least_cols = 0;

	for (size_t i = boxes.start; i < boxes.end; i++) {
		most += packer->boxes[i].shape_count;
		least_cols =
			larger(least_cols, packer->boxes[i].shapes[0].cols);
	}
	run->shapes = mem_alloc(most * sizeof *run->shapes);
	for (size_t i = boxes.start; i < boxes.end; i++)
		for (size_t s = 0; s < packer->boxes[i].shape_count; s++)
			if (packer->boxes[i].shapes[s].cols >= least_cols)
				run->shapes[run->count++].cols =
					packer->boxes[i].shapes[s].cols;
	qsort(run->shapes, run->count, sizeof *run->shapes, pack_compare);
	for (size_t i = 0; i < run->count; i++) {
		int cols = run->shapes[i].cols;
		int rows = pack_run_rows(packer, boxes, cols);

		if (!kept || rows < run->shapes[kept - 1].rows)
			run->shapes[kept++] = (struct pack_shape){ cols, rows };
	}
	run->count = kept;
}

static void packer_init(struct packer *packer, const struct pack_box *boxes,
                        size_t count, const struct pack_page *page)
{
	*packer = (struct packer){
		.boxes = boxes,
		.count = count,
		.page = page,
		.runs = mem_alloc(count * PACK_SLOT_BOXES *
		                  sizeof *packer->runs),
	};
	for (size_t i = 0; i < count; i++)
		for (size_t n = 0; n < PACK_SLOT_BOXES && i + n < count; n++)
			pack_measure_run(
				packer, (struct range){ i, i + n + 1 },
				&packer->runs[i * PACK_SLOT_BOXES + n]);
}

static void packer_release(struct packer *packer)
{
	for (size_t i = 0; i < packer->count * PACK_SLOT_BOXES; i++)
		free(packer->runs[i].shapes);
	free(packer->runs);
}

/* The narrowest slot of at most `rows` rows for the boxes; TOO_WIDE: there is none. */
static int pack_slot_cols(const struct packer *packer, struct range boxes,
                          int rows)
{
	const struct pack_run *run =
		&packer->runs[boxes.start * PACK_SLOT_BOXES + boxes.end -
	                      boxes.start - 1];

	for (size_t i = 0; i < run->count; i++)
		if (run->shapes[i].rows <= rows)
			return run->shapes[i].cols;
	return TOO_WIDE;
}

/* The least cells that the slots of a band of at most `rows` rows take, with the gaps;
 * `firsts` gets the first box of the slot that ends with each box. */
static int pack_band_cols(const struct packer *packer, struct range boxes,
                          int rows, size_t firsts[PACK_BAND_BOXES])
{
	int cols[PACK_BAND_BOXES + 1] = { -packer->page->gap_cols };

	for (size_t end = boxes.start + 1; end <= boxes.end; end++) {
		int *best = &cols[end - boxes.start];

		*best = TOO_WIDE;
		for (size_t n = 1;
		     n <= PACK_SLOT_BOXES && end - n + 1 > boxes.start; n++) {
			int own = cols[end - n - boxes.start] +
			          packer->page->gap_cols +
			          pack_slot_cols(packer,
			                         (struct range){ end - n, end },
			                         rows);

			if (own < *best) {
				*best = own;
				firsts[end - boxes.start - 1] = end - n;
			}
		}
	}
	return cols[boxes.end - boxes.start];
}

/* The least height of a band with these boxes.  A single box that is wider than the page is
 * a band nevertheless; 0: several boxes have no room. */
static int pack_band_rows(const struct packer *packer, struct range boxes)
{
	size_t firsts[PACK_BAND_BOXES];
	int low = 1, high = 0;

	for (size_t i = boxes.start; i < boxes.end; i++)
		high += packer->boxes[i].shapes[0].rows +
		        packer->page->gap_rows;
	if (pack_band_cols(packer, boxes, high, firsts) > packer->page->cols)
		return boxes.end - boxes.start > 1
		               ? 0
		               : packer->boxes[boxes.start].shapes[0].rows;
	while (low < high) {
		int mid = low + (high - low) / 2;

		if (pack_band_cols(packer, boxes, mid, firsts) >
		    packer->page->cols)
			low = mid + 1;
		else
			high = mid;
	}
	return high;
}

/* What a band costs: its rows, and half as much again for those beyond the window. */
static long pack_band_cost(const struct pack_page *page, int rows)
{
	long cost = 2L * (rows + page->gap_rows);

	if (page->window_rows && rows > page->window_rows)
		cost += rows - page->window_rows;
	return cost;
}

/* Finds the cheapest way to part the boxes into bands. */
static struct pack_step *pack_find_bands(const struct packer *packer)
{
	const size_t most =
		packer->count > MANY_BOXES ? MANY_BAND_BOXES : PACK_BAND_BOXES;
	struct pack_step *steps = mem_alloc(packer->count * sizeof *steps);

	for (size_t end = 1; end <= packer->count; end++) {
		struct pack_step *best = &steps[end - 1];

		best->cost = LONG_MAX;
		for (size_t n = 1; n <= most && n <= end; n++) {
			struct range boxes = { end - n, end };
			int rows = pack_band_rows(packer, boxes);
			long cost = (boxes.start ? steps[boxes.start - 1].cost
			                         : 0) +
			            pack_band_cost(packer->page, rows);

			if (rows && cost < best->cost)
				*best = (struct pack_step){ boxes.start, rows,
					                    cost };
		}
	}
	return steps;
}

/* Adds the slots of a band, from the last one back to the first. */
static void pack_add_slots(struct packing *packing, const struct packer *packer,
                           struct range boxes, int rows)
{
	size_t firsts[PACK_BAND_BOXES], slots[PACK_BAND_BOXES], count = 0;

	pack_band_cols(packer, boxes, rows, firsts);
	for (size_t end = boxes.end; end > boxes.start;
	     end = firsts[end - boxes.start - 1])
		slots[count++] = end;
	while (count) {
		struct range own = { firsts[slots[count - 1] - boxes.start - 1],
			             slots[count - 1] };

		*ARRAY_ADD(packing->slots, packing->slot_count,
		           packing->slot_cap) =
			(struct pack_slot){ own,
			                    pack_slot_cols(packer, own, rows) };
		count--;
	}
}

/* Adds the bands up to box `end`, the first one first. */
static void pack_add_bands(struct packing *packing, const struct packer *packer,
                           const struct pack_step *steps)
{
	size_t *ends = mem_alloc(packer->count * sizeof *ends), count = 0;

	for (size_t end = packer->count; end; end = steps[end - 1].first)
		ends[count++] = end;
	while (count) {
		size_t end = ends[--count];
		struct pack_band *band = ARRAY_ADD(
			packing->bands, packing->band_count, packing->band_cap);

		band->slots.start = packing->slot_count;
		pack_add_slots(packing, packer,
		               (struct range){ steps[end - 1].first, end },
		               steps[end - 1].rows);
		band->slots.end = packing->slot_count;
	}
	free(ends);
}

void packing_init(struct packing *packing, const struct pack_box *boxes,
                  size_t count, const struct pack_page *page)
{
	struct packer packer;
	struct pack_step *steps;

	*packing = (struct packing){ 0 };
	packer_init(&packer, boxes, count, page);
	steps = pack_find_bands(&packer);
	pack_add_bands(packing, &packer, steps);
	free(steps);
	packer_release(&packer);
	assert(!count == !packing->band_count);
}

void packing_release(struct packing *packing)
{
	free(packing->slots);
	free(packing->bands);
	*packing = (struct packing){ 0 };
}
