/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/input_queue.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/input/forms.h"
#include "load/input/load_options.h"
#include "load/input/package.h"

#include <stdlib.h>
#include <string.h>

#define BINARY_SHARE 10                /* one byte in so many lost: no text */
#define DIGEST_BYTES ((size_t)1 << 20) /* of a file, in a step */

void input_queue_init(struct input_queue *queue, struct issue *issue,
                      const struct load_options *options)
{
	*queue = (struct input_queue){ 0 };
	if (options) {
		queue->encoding = options->encoding;
		queue->pdf_helper = options->pdf_helper;
		queue->keeps_pictures = options->wants_pictures;
	}
	line_sink_init(&queue->sink, issue);
	queue->sink.pdf_helper = queue->pdf_helper;
}

static void release_file(struct queued_file *file)
{
	if (file->password)
		explicit_bzero(file->password, strlen(file->password));
	free(file->password);
	free(file->name);
	buf_release(&file->bytes);
}

void input_queue_release(struct input_queue *queue)
{
	if (queue->reading)
		queue->form->end(queue->reading);
	for (size_t i = 0; i < queue->count; i++)
		release_file(&queue->files[i]);
	free(queue->files);
	for (size_t i = 0; i < queue->package_count; i++)
		package_free(queue->packages[i]);
	free(queue->packages);
	line_sink_release(&queue->sink);
	*queue = (struct input_queue){ 0 };
}

const char *input_queue_name(const struct input_queue *queue, size_t n)
{
	return n < queue->count ? queue->files[n].name : NULL;
}

void input_queue_add(struct input_queue *queue, const char *name,
                     struct buf *bytes)
{
	struct queued_file *file =
		ARRAY_ADD(queue->files, queue->count, queue->cap);

	*file = (struct queued_file){ .name = mem_dup(name, strlen(name)),
		                      .bytes = *bytes };
	queue->all_bytes += bytes->len;
	buf_init(bytes);
}

void input_queue_unlock(struct input_queue *queue, char *password)
{
	queue->files[queue->count - 1].password = password;
}

const char *input_queue_package_name(const struct input_queue *queue, size_t n)
{
	return n < queue->package_count ? queue->packages[n]->path : NULL;
}

void input_queue_take_package(struct input_queue *queue,
                              struct package *package)
{
	*ARRAY_ADD(queue->packages, queue->package_count, queue->package_cap) =
		package;
}

void input_queue_add_page(struct input_queue *queue, const char *name,
                          struct buf *bytes, struct package *package,
                          size_t page)
{
	input_queue_add(queue, name, bytes);
	queue->files[queue->count - 1].mets = &package->mets;
	queue->files[queue->count - 1].mets_page = page;
}

size_t input_queue_whole_pages(const struct input_queue *queue)
{
	bool is_open = queue->open && !queue->sink.page_is_over;

	return queue->sink.issue->page_count - is_open;
}

static struct file *queue_file(const struct input_queue *queue)
{
	struct issue *issue = queue->sink.issue;

	return &issue->files[issue->file_count - 1];
}

/* Form feeds at the head of a line end the page; returns the byte behind them.  One at
 * the end of the file begins no page. */
static size_t break_pages(struct line_sink *sink, struct str text, size_t at,
                          size_t end)
{
	for (; at < end && text.ptr[at] == '\f' && !sink->in_line; at++)
		if (at + 1 < text.len)
			line_sink_next_page(sink);
	return at;
}

/* Lines end at a newline; the text behind the last one goes on in the next block, if
 * there is one. */
static void queue_read_lines(struct input_queue *queue, struct str text)
{
	struct line_sink *sink = &queue->sink;

	for (size_t at = 0; at < text.len;) {
		const char *newline =
			memchr(text.ptr + at, '\n', text.len - at);
		size_t end = newline ? (size_t)(newline - text.ptr) : text.len;
		bool whole = newline ||
		             queue->decoder.at == queue->decoder.bytes.len;

		at = break_pages(sink, text, at, end);
		queue->form->read_line(sink, str_slice(text, at, end), whole);
		sink->in_line = !whole;
		sink->number += whole;
		at = end + 1;
	}
}

static void tell_tidied(struct input_queue *queue)
{
	if (queue->decoder.tidied)
		line_sink_tell(
			&queue->sink, SINK_NOTE_TIDIED, DIAG_NOTE,
			_("Radicals and forms for vertical text are read "
		          "as the characters that they stand for."));
}

static void tell_binary(struct input_queue *queue, struct str text)
{
	if (decode_is_code(text) ||
	    queue_file(queue)->lost_bytes > queue->decoder.at / BINARY_SHARE)
		line_sink_tell(&queue->sink, SINK_NOTE_BINARY, DIAG_ERROR,
		               _("This looks like a binary file, not like the "
		                 "text of a page."));
}

/* Reads some lines of the open file. */
static void queue_read_block(struct input_queue *queue)
{
	struct decoder *decoder = &queue->decoder;
	size_t lost_bytes = 0, before = decoder->at;
	struct buf text;

	buf_init(&text);
	if (decoder_next(decoder, &text, &lost_bytes)) {
		struct str kept = issue_keep(queue->sink.issue, buf_str(&text));

		queue->done_bytes += decoder->at - before;
		queue_file(queue)->lost_bytes += lost_bytes;
		tell_binary(queue, kept);
		tell_tidied(queue);
		queue->sink.has_losses = lost_bytes > 0;
		queue_read_lines(queue, kept);
	}
	digest_add(&queue->digest,
	           str_slice(decoder->bytes, before, decoder->at));
	buf_release(&text);
}

/* The encoding of a file that is read line by line. */
static void queue_begin_decoding(struct input_queue *queue, struct str bytes)
{
	struct decoder *decoder = &queue->decoder;

	decoder_init(decoder, bytes, queue->encoding);
	queue_file(queue)->encoding =
		issue_keep(queue->sink.issue, str_from(decoder->charset.name));
	/* The mark of the encoding is of the file, but not of its text. */
	digest_add(
		&queue->digest,
		str_slice(bytes, 0, (size_t)(decoder->bytes.ptr - bytes.ptr)));
	if (decoder->runner_up)
		diags_add(
			&queue->sink.issue->diags,
			(struct diag){ .level = DIAG_NOTE,
		                       .page = queue->sink.issue->page_count },
			_("The file was read as %s. It may be in %s as well: "
		          "--encoding=%s reads it so."),
			decoder->charset.name, decoder->runner_up->name,
			decoder->runner_up->name);
	if (!decoder->lacking)
		return;
	/* The noise that is shown of the file does not make it a binary one. */
	queue->sink.told[SINK_NOTE_BINARY] = true;
	charset_tell_missing(&queue->sink.issue->diags,
	                     queue->sink.issue->page_count);
}

/* The file is not read by lines: it is UTF-8, unless its form says else. */
static void queue_begin_whole(struct input_queue *queue)
{
	queue->decoder = (struct decoder){ 0 };
	if (!queue_file(queue)->encoding.len)
		line_sink_set_encoding(&queue->sink, "UTF-8", 0);
}

/* Opens the next file: of the forms that may read it, the surest that does. */
static void queue_open_file(struct input_queue *queue)
{
	struct queued_file *from = &queue->files[queue->next++];
	struct issue *issue = queue->sink.issue;
	struct str bytes = buf_str(&from->bytes);
	size_t rank = 0;

	*ARRAY_ADD(issue->files, issue->file_count, issue->file_cap) =
		(struct file){ .name = issue_keep(issue,
		                                  str_from(from->name)) };
	digest_begin(&queue->digest);
	queue->digested = queue->part_bytes = 0;
	line_sink_begin_file(&queue->sink);
	queue->open = true;
	queue->sink.mets = from->mets;
	queue->sink.mets_page = from->mets_page;
	queue->sink.password = from->password;
	do
		queue->form = from->mets ? forms_of_packages()
		                         : forms_next_read(bytes, &rank,
		                                           queue->pdf_helper);
	while (queue->form->read_file &&
	       !queue->form->read_file(&queue->sink, bytes));
	queue->sink.end_page = queue->form->end_page;
	if (queue->form->read_line)
		queue_begin_decoding(queue, bytes);
	else
		queue_begin_whole(queue);
	if (queue->form->begin)
		queue->reading = queue->form->begin(&queue->sink, bytes);
	if (queue->form->read_file)
		queue->done_bytes += bytes.len;
}

/* Reads a part of the open file. */
static void queue_read_part(struct input_queue *queue)
{
	const struct queued_file *file = &queue->files[queue->next - 1];
	double share = 0;
	bool goes_on = queue->form->read_part(queue->reading, &share);
	size_t done = goes_on ? (size_t)(share * (double)file->bytes.len)
	                      : file->bytes.len;

	if (done > queue->part_bytes) {
		queue->done_bytes += done - queue->part_bytes;
		queue->part_bytes = done;
	}
	if (goes_on)
		return;
	queue->form->end(queue->reading);
	queue->reading = NULL;
}

/* Adds some of the bytes of a file that is not read by lines to its digest; false: all
 * of them are in it. */
static bool queue_digest_part(struct input_queue *queue)
{
	struct str bytes = buf_str(&queue->files[queue->next - 1].bytes);
	size_t left = bytes.len - queue->digested;
	size_t next =
		queue->digested + (left < DIGEST_BYTES ? left : DIGEST_BYTES);

	digest_add(&queue->digest, str_slice(bytes, queue->digested, next));
	queue->digested = next;
	return next < bytes.len;
}

/* Does a step of the open file; false: it has been read. */
static bool queue_read_file(struct input_queue *queue)
{
	bool digests;

	if (queue->form->read_line) {
		queue_read_block(queue);
		return queue->decoder.at < queue->decoder.bytes.len;
	}
	digests = queue_digest_part(queue);
	if (queue->reading)
		queue_read_part(queue);
	return digests || queue->reading;
}

static void queue_close_file(struct input_queue *queue)
{
	struct issue *issue = queue->sink.issue;
	char digits[DIGEST_CHARS + 1];

	digest_end(&queue->digest, digits);
	queue_file(queue)->sha256 = issue_keep(issue, str_from(digits));
	line_sink_end_file(&queue->sink);
	queue->open = false;
	if (!queue->keeps_pictures || !queue->form->has_pictures)
		buf_release(&queue->files[queue->next - 1].bytes);
}

bool input_queue_step(struct input_queue *queue)
{
	if (!queue->open && queue->next == queue->count)
		return false;
	if (!queue->open)
		queue_open_file(queue);
	if (!queue_read_file(queue))
		queue_close_file(queue);
	return true;
}

bool input_queue_pdf_of(const struct input_queue *queue, size_t page,
                        struct pdf_job *job, struct page_sheet *sheet)
{
	const struct queued_file *file =
		&queue->files[queue->sink.issue->pages[page].file];

	if (page >= queue->sink.sheet_count || !queue->keeps_pictures ||
	    !file->bytes.len || !queue->pdf_helper)
		return false;
	*sheet = queue->sink.sheets[page];
	*job = (struct pdf_job){ .program = queue->pdf_helper,
		                 .bytes = buf_str(&file->bytes),
		                 .password = file->password,
		                 .pictures_page = sheet->number };
	return sheet->number > 0;
}
