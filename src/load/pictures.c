/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/pictures.h"

#include "base/mem.h"
#include "load/input/pdf_helper.h"
#include "load/input/records.h"
#include "load/load.h"
#include "load/place/page_spread.h"
#include "load/place/page_turn.h"

#include <stdlib.h>
#include <string.h>

#define WAIT_MS 10 /* for bytes, in a step */

struct pictures_job {
	struct process_output helper;
	struct records records;
	bool right; /* the page is the right one of two on a sheet */
	struct page_pictures pictures;
};

bool pictures_may_come(const struct loader *loader, size_t page)
{
	struct pdf_job reading;
	bool right;

	return load_pictures_of(loader, page, &reading, &right);
}

struct pictures_job *pictures_begin(const struct loader *loader, size_t page)
{
	struct pictures_job *job;
	struct pdf_job reading;
	bool right;

	if (!load_pictures_of(loader, page, &reading, &right))
		return NULL;
	job = mem_alloc(sizeof *job);
	*job = (struct pictures_job){ .right = right };
	records_init(&job->records);
	records_want_pixels(&job->records);
	if (pdf_helper_start(&job->helper, &reading))
		records_end(&job->records);
	return job;
}

static void pictures_add(struct page_pictures *pictures,
                         const struct page_shape *shape)
{
	const struct pixels *pixels = shape->pixels;
	size_t bytes;
	struct picture *picture;

	if (!pixels)
		return;
	bytes = (size_t)pixels->cols * (size_t)pixels->rows *
	        sizeof *pixels->rgb;
	picture = ARRAY_ADD(pictures->items, pictures->count, pictures->cap);
	*picture = (struct picture){ shape->box.x0,
		                     shape->box.y0,
		                     shape->box.x1 - shape->box.x0,
		                     shape->box.y1 - shape->box.y0,
		                     { pixels->cols, pixels->rows, NULL } };
	picture->pixels.rgb = mem_alloc(bytes);
	memcpy(picture->pixels.rgb, pixels->rgb, bytes);
}

/* The page is turned and cut as it was when it was placed (placed_pages.h). */
static void pictures_take_page(struct pictures_job *job,
                               struct page_chars *page)
{
	struct page_chars right;
	const struct page_chars *own = page;
	bool is_spread;

	page_turn(page);
	is_spread = page_spread_cut(page, &right);
	if (is_spread && job->right)
		own = &right;
	for (size_t i = 0; i < own->shape_count; i++)
		pictures_add(&job->pictures, &own->shapes[i]);
	if (is_spread)
		page_chars_release(&right);
	page_chars_release(page);
}

bool pictures_step(struct pictures_job *job)
{
	struct records *records = &job->records;
	struct page_chars page;
	struct buf bytes;

	if (records_next_page(records, &page)) {
		pictures_take_page(job, &page);
		return false;
	}
	if (records->is_over || records->is_whole || records->is_other)
		return false;
	buf_init(&bytes);
	if (!process_output_read(&job->helper, &bytes, WAIT_MS))
		records_end(records);
	records_feed(records, buf_str(&bytes));
	buf_release(&bytes);
	return true;
}

void pictures_end(struct pictures_job *job, struct page_pictures *pictures)
{
	process_output_stop(&job->helper);
	records_release(&job->records);
	if (pictures)
		*pictures = job->pictures;
	else
		page_pictures_release(&job->pictures);
	free(job);
}
