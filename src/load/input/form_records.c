/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/form_records.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/input/line_sink.h"
#include "load/input/placed_pages.h"
#include "load/input/records.h"

#include <stdlib.h>

#define BLOCK_BYTES ((size_t)64 * 1024)

struct records_reading {
	struct records records;
	struct placed_pages pages;
	struct str bytes; /* borrowed */
	size_t at;        /* fed so far */
};

enum form_claim form_records_sniff(struct str head)
{
	return records_sniff(head) ? FORM_CERTAIN : FORM_NO;
}

void *form_records_begin(struct line_sink *sink, struct str bytes)
{
	struct records_reading *reading = mem_alloc(sizeof *reading);

	records_init(&reading->records);
	reading->pages.sink = sink;
	reading->bytes = bytes;
	return reading;
}

static void tell_of_end(struct records_reading *reading)
{
	struct line_sink *sink = reading->pages.sink;

	if (!reading->records.is_whole)
		diags_add(&sink->issue->diags,
		          (struct diag){ .level = DIAG_WARNING,
		                         .page = sink->issue->page_count },
		          "%s",
		          reading->records.is_other
		                  ? _("These records are of another version.")
		                  : _("These records end before their end."));
}

bool form_records_read_part(void *state, double *share)
{
	struct records_reading *reading = state;
	size_t left = reading->bytes.len - reading->at;
	size_t next = reading->at + (left < BLOCK_BYTES ? left : BLOCK_BYTES);
	struct page_chars page;

	*share = (double)reading->at / (double)reading->bytes.len;
	if (placed_pages_step(&reading->pages))
		return true;
	if (records_next_page(&reading->records, &page)) {
		placed_pages_add(&reading->pages, &page);
		return true;
	}
	if (reading->records.is_over || reading->records.is_whole) {
		placed_pages_end(&reading->pages);
		tell_of_end(reading);
		return false;
	}
	records_feed(&reading->records,
	             str_slice(reading->bytes, reading->at, next));
	reading->at = next;
	if (next == reading->bytes.len)
		records_end(&reading->records);
	return true;
}

void form_records_end(void *state)
{
	struct records_reading *reading = state;

	placed_pages_release(&reading->pages);
	records_release(&reading->records);
	free(reading);
}
