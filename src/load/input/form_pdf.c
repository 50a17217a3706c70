/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/form_pdf.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "issue/issue.h"
#include "load/input/foreign.h"
#include "load/input/line_sink.h"
#include "load/input/pdf_helper.h"
#include "load/input/placed_pages.h"
#include "load/input/records.h"
#include "text/neutralise.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define HEADER_BYTES                                                           \
 1024                  /* in which the header begins (ISO 32000-1, annex H) */
#define WAIT_MS     10 /* for bytes, in one part of the reading */
#define STARTS_MOST 8  /* so often is a process started for a file */

struct pdf_reading {
	struct process_output helper;
	struct records records; /* of that process */
	struct placed_pages pages;
	struct str bytes;  /* borrowed */
	size_t page_total; /* as the file says, or 0 */
	size_t read_to;    /* number of the last page that was added, or 0 */
	size_t read_count; /* pages of the file that were read */
	size_t starts;     /* of processes so far */
	size_t started_at; /* read_to when the last one was started */
	int start_error;   /* errno: the last one was not started */
	/* The page of the issue (1-based) on or behind which a process ended, or 0. */
	size_t doubtful;
};

/* A header behind other bytes counts where the file is no text. */
enum form_claim form_pdf_sniff(struct str head)
{
	size_t at = str_find(head, STR("%PDF-"), 0);

	if (at == NPOS || at >= HEADER_BYTES)
		return FORM_NO;
	if (!str_trim(str_slice(head, 0, at)).len)
		return FORM_CERTAIN;
	return utf8_is_valid(str_slice(head, 0, utf8_floor(head, head.len)))
	               ? FORM_NO
	               : FORM_CERTAIN;
}

/* Starts a process that reads the pages behind the last. */
static void pdf_start(struct pdf_reading *reading)
{
	const struct line_sink *sink = reading->pages.sink;

	reading->starts++;
	reading->started_at = reading->read_to;
	records_init(&reading->records);
	reading->start_error = pdf_helper_start(
		&reading->helper,
		&(struct pdf_job){ .program = sink->pdf_helper,
	                           .bytes = reading->bytes,
	                           .password = sink->password,
	                           .first_page = reading->read_to + 1 });
	if (reading->start_error)
		records_end(&reading->records);
}

static void pdf_stop(struct pdf_reading *reading)
{
	process_output_stop(&reading->helper);
	records_release(&reading->records);
}

void *form_pdf_begin(struct line_sink *sink, struct str bytes)
{
	struct pdf_reading *reading = mem_alloc(sizeof *reading);

	reading->pages.sink = sink;
	reading->bytes = bytes;
	pdf_start(reading);
	return reading;
}

void form_pdf_end(void *state)
{
	struct pdf_reading *reading = state;

	pdf_stop(reading);
	placed_pages_release(&reading->pages);
	free(reading);
}

/* The page on which a process ended is damaged, unless the end was behind it. */
static void note_doubtful(struct pdf_reading *reading)
{
	if (reading->doubtful)
		placed_pages_note(&reading->pages, PAGE_DAMAGED,
		                  reading->doubtful);
	reading->doubtful = 0;
}

static void pdf_add_page(struct pdf_reading *reading, struct page_chars *page)
{
	/* A page is read once, whatever a process gives. */
	if (page->number <= reading->read_to) {
		page_chars_release(page);
		return;
	}
	note_doubtful(reading);
	reading->read_to = page->number;
	reading->read_count += page->width_pt > 0;
	placed_pages_add(&reading->pages, page);
}

/* Reads what has come of the process. */
static void pdf_take_bytes(struct pdf_reading *reading)
{
	struct records *records = &reading->records;
	struct buf bytes;

	buf_init(&bytes);
	if (!process_output_read(&reading->helper, &bytes, WAIT_MS) ||
	    records->is_other)
		records_end(records);
	records_feed(records, buf_str(&bytes));
	buf_release(&bytes);
}

/* A process ended on a page, by no limit: that page is lost, or a part of it, but those
 * behind it may not be.  False: no more is read. */
static bool pdf_go_on(struct pdf_reading *reading)
{
	const struct records *records = &reading->records;
	const struct process_output *helper = &reading->helper;
	struct issue *issue = reading->pages.sink->issue;
	bool fell = !records->is_whole && !records->is_cut &&
	            !helper->is_late && !helper->is_too_long;

	if (!fell || reading->read_to >= reading->page_total ||
	    reading->starts >= STARTS_MOST)
		return false;
	if (reading->read_to > reading->started_at) {
		reading->doubtful = issue->page_count;
	} else {
		reading->doubtful = 0;
		reading->read_to++;
		placed_pages_add_lost(&reading->pages);
	}
	if (reading->read_to >= reading->page_total)
		return false;
	pdf_stop(reading);
	pdf_start(reading);
	return true;
}

/* The sentence for how the reading of file `name` ended, or NULL. */
static char *pdf_outcome(const struct pdf_reading *reading, const char *name)
{
	const struct records *records = &reading->records;
	size_t read = reading->read_count, all = reading->page_total;
	struct buf text;

	buf_init(&text);
	if (reading->start_error)
		buf_addf(&text, _("'%s' cannot be read: baolan-pdf: %s"), name,
		         i18n_reason(reading->start_error));
	else if (records->is_encrypted)
		buf_addf(&text,
		         _("'%s' is encrypted, and no password that was "
		           "given opens it."),
		         name);
	else if (reading->helper.is_late)
		buf_addf(
			&text,
			_("Reading '%s' took too long. Pages that were read: %zu "
		          "of %zu."),
			name, read, all);
	else if (reading->helper.is_too_long || records->is_cut)
		buf_addf(
			&text,
			_("'%s' is larger than what is read. Pages that were read: %zu of %zu."),
			name, read, all);
	else if (!read)
		buf_addf(&text, _("'%s' is damaged: no page can be read."),
		         name);
	else if (!records->is_whole || records->is_damaged)
		buf_addf(
			&text,
			_("'%s' is damaged. Pages that were read: %zu of %zu."),
			name, read, all);
	else
		return NULL;
	return buf_steal(&text);
}

static void pdf_tell_end(struct pdf_reading *reading)
{
	struct issue *issue = reading->pages.sink->issue;
	struct str file = issue->files[issue->file_count - 1].name;
	char *name = mem_dup(file.ptr, file.len);
	char *outcome = pdf_outcome(reading, name);

	if (outcome)
		diags_add(&issue->diags,
		          (struct diag){ .level = reading->pages.count
		                                          ? DIAG_WARNING
		                                          : DIAG_ERROR },
		          "%s", outcome);
	if (reading->records.is_locked)
		diags_add(&issue->diags, (struct diag){ .level = DIAG_NOTE },
		          _("'%s' asks that its text be not copied; it is read "
		            "all the same."),
		          name);
	free(outcome);
	free(name);
}

bool form_pdf_read_part(void *state, double *share)
{
	struct pdf_reading *reading = state;
	struct records *records = &reading->records;
	struct page_chars page;
	bool goes_on = true, has_page;

	if (placed_pages_step(&reading->pages))
		return true;
	has_page = records_next_page(records, &page);
	if (records->page_total)
		reading->page_total = records->page_total;
	if (has_page)
		pdf_add_page(reading, &page);
	else if (!records->is_over && !records->is_whole)
		pdf_take_bytes(reading);
	else
		goes_on = pdf_go_on(reading);
	if (!goes_on) {
		note_doubtful(reading);
		placed_pages_end(&reading->pages);
		pdf_tell_end(reading);
	}
	if (reading->page_total)
		*share = fmin(1, (double)reading->read_to /
		                         (double)reading->page_total);
	return goes_on;
}

#define TO_TEXT "pdftotext -raw %s page.txt"

char *form_pdf_advice(struct str head, const char *name)
{
	char *safe =
		neutralised(strcmp(name, "-") ? name : _("standard input"));
	struct buf command, text;

	(void)head;
	buf_init(&command);
	foreign_add_command(&command, TO_TEXT, name, "paper.pdf");
	buf_init(&text);
	/* TRANSLATORS: name of a file, a command */
	buf_addf(&text,
	         _("'%s' is a PDF, and this baolan was built without PDF; to "
	           "get its text: %s"),
	         safe, command.ptr);
	buf_release(&command);
	free(safe);
	return buf_steal(&text);
}

const char *form_pdf_kind(struct str head)
{
	(void)head;
	return _("a PDF");
}
