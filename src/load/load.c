/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/load.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/build/jumps.h"
#include "load/build/stated_page.h"
#include "load/build/warnings.h"
#include "load/correct/apply.h"
#include "load/correct/corrections.h"
#include "load/input/input.h"
#include "load/input/input_limits.h"
#include "load/input/input_queue.h"
#include "load/lines/cue_index.h"
#include "load/page.h"
#include "text/neutralise.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* The work of a step, in labelled lines: some ten milliseconds. */
#define STEP_LINES 6000

/* So many characters that are placed take as long as a labelled line. */
#define LINE_CHARS 8

/* The work of reading a block of the input, in labelled lines. */
#define BLOCK_LINES 256

struct loader {
	struct issue *issue;             /* owned */
	struct input_queue queue;        /* the files */
	struct corrections *corrections; /* borrowed, or NULL */
	struct cue_index *cues;          /* owned; NULL before the first page */
	uint64_t sum;                    /* a hash of all names and bytes */
	struct page_loader
		*open;       /* owned; the page that is being built, or NULL */
	bool input_done;     /* all lines of all files are in the issue */
	size_t pages_whole;  /* pages [0, n) have all their lines, and their
	                              running heads are read */
	size_t pages_linked; /* the jumps of pages [0, n) are linked */
	size_t work;         /* see load_work() */
	bool done;
};

static bool load_may_bind(const void *of, size_t page)
{
	return apply_may_bound(of, page);
}

static struct loader *loader_new(const struct load_options *options)
{
	struct loader *loader = mem_alloc(sizeof *loader);

	loader->issue = issue_new();
	input_queue_init(&loader->queue, loader->issue, options);
	if (options && options->corrections) {
		loader->corrections = options->corrections;
		loader->queue.sink.may_bind = load_may_bind;
		loader->queue.sink.bind_of = options->corrections;
		corrections_report_file_error(options->corrections,
		                              loader->issue);
	}
	return loader;
}

struct loader *load_begin(const char *const *names, size_t count,
                          const struct load_options *options, char **error)
{
	struct loader *loader = loader_new(options);

	if (input_read(&loader->queue, names, count, options, &loader->sum,
	               error))
		return loader;
	load_abandon(loader);
	return NULL;
}

struct loader *load_begin_bytes(struct str bytes, const char *name,
                                const struct load_options *options)
{
	struct loader *loader = loader_new(options);
	struct buf copy;

	buf_init(&copy);
	buf_add(&copy, bytes);
	input_queue_add(&loader->queue, name, &copy);
	return loader;
}

bool load_may_grow(struct str bytes)
{
	return input_may_grow(bytes);
}

bool load_may_hold(struct str bytes, size_t lines)
{
	return input_may_hold(bytes, lines);
}

static bool has_corrections(const struct loader *loader)
{
	return loader->corrections && loader->corrections->count;
}

/* The placement of a page whose articles are found by place, or NULL. */
static const struct placement *load_placement(const struct loader *loader,
                                              size_t page)
{
	return page_placements_find(&loader->queue.sink.placements, page);
}

static void load_read_block(struct loader *loader)
{
	size_t placed = loader->queue.sink.work;

	loader->input_done = !input_queue_step(&loader->queue);
	loader->work += BLOCK_LINES + loader->queue.sink.work - placed;
	for (size_t whole = input_queue_whole_pages(&loader->queue);
	     loader->pages_whole < whole; loader->pages_whole++)
		if (!stated_articles_have(&loader->queue.sink.stated,
		                          loader->issue, loader->pages_whole))
			page_peek(loader->issue, loader->pages_whole,
			          load_placement(loader, loader->pages_whole));
	if (loader->input_done && has_corrections(loader))
		corrections_find(loader->corrections, loader->issue);
}

static void load_end(struct loader *loader)
{
	struct issue *issue = loader->issue;

	loader->done = true;
	diags_sort(&issue->diags);
	if (!issue->passage_count)
		diags_add(&issue->diags, (struct diag){ .level = DIAG_WARNING },
		          "%s",
		          issue->file_count > 1
		                  ? _("There is no text in this issue.")
		                  : _("There is no text in this file."));
}

/* Has the next page all it depends on?  Which lines a correction is about is known
 * when all lines are read; pull quotes look at the pages behind, unless their places
 * tell which they are. */
static bool load_may_build_page(const struct loader *loader)
{
	size_t page = loader->issue->pages_read;
	size_t ahead = loader->input_done || load_placement(loader, page)
	                       ? 0
	                       : PAGE_LOOKAHEAD;

	return (loader->input_done || !has_corrections(loader)) &&
	       page + ahead < loader->pages_whole;
}

/* A page that was placed is placed again, where corrections say otherwise. */
static void load_bind_page(struct loader *loader, size_t page)
{
	struct place_bounds bounds = { 0 };

	if (!has_corrections(loader))
		return;
	apply_bounds(&bounds, loader->corrections, page,
	             loader->issue->pages[page].lines);
	loader->work += page_placements_bind(&loader->queue.sink.placements,
	                                     page, &bounds) /
	                LINE_CHARS;
	place_bounds_release(&bounds);
}

/* Does a step for the next page.  A usual page is done in one step, a long one in many,
 * and one whose file states its articles at once. */
static void load_build_page(struct loader *loader)
{
	struct issue *issue = loader->issue;
	size_t page = issue->pages_read, end = loader->work + STEP_LINES;

	assert(page < loader->pages_whole);
	if (stated_articles_have(&loader->queue.sink.stated, issue, page)) {
		stated_page_build(issue, page, &loader->queue.sink.stated);
		loader->work += issue->pages[page].lines.end -
		                issue->pages[page].lines.start;
		return;
	}
	if (!loader->open) {
		if (!loader->cues)
			loader->cues = cue_index_new();
		load_bind_page(loader, page);
		loader->open = page_loader_begin(
			issue, page, loader->corrections,
			load_placement(loader, page), loader->cues);
	}
	while (page_loader_step(loader->open, &loader->work))
		if (loader->work >= end)
			return;
	page_loader_free(loader->open);
	loader->open = NULL;
	page_placements_drop(&loader->queue.sink.placements, page);
}

static void load_link_page(struct loader *loader)
{
	jumps_link(loader->issue, loader->pages_linked);
	warn_of_jumps(loader->issue, loader->pages_linked++);
}

bool load_has_input(const struct loader *loader)
{
	return loader->queue.all_bytes > 0;
}

/* Is `name` another name of that file? */
static bool load_is_file(const char *name, const struct stat *file)
{
	struct stat own;

	return !stat(name, &own) && own.st_dev == file->st_dev &&
	       own.st_ino == file->st_ino;
}

bool load_reads(const struct loader *loader, const char *path)
{
	const struct input_queue *queue = &loader->queue;
	struct stat file;
	const char *name;

	if (stat(path, &file))
		return false;
	for (size_t i = 0; (name = input_queue_name(queue, i)); i++)
		if (load_is_file(name, &file))
			return true;
	for (size_t i = 0; (name = input_queue_package_name(queue, i)); i++)
		if (load_is_file(name, &file))
			return true;
	return false;
}

const char *load_name(const struct loader *loader, size_t n)
{
	return input_queue_name(&loader->queue, n);
}

bool load_is_same(const struct loader *one, const struct loader *two)
{
	return one->sum == two->sum;
}

void load_peek(struct loader *loader)
{
	while (!loader->input_done && !loader->pages_whole)
		load_read_block(loader);
}

bool load_step(struct loader *loader)
{
	struct issue *issue = loader->issue;

	if (loader->done)
		return false;
	if (loader->open || load_may_build_page(loader))
		load_build_page(loader);
	else if (!loader->input_done)
		load_read_block(loader);
	else if (loader->pages_linked < issue->page_count)
		load_link_page(loader);
	else
		load_end(loader);
	return !loader->done;
}

bool load_is_done(const struct loader *loader)
{
	return loader->done;
}

double load_share(const struct loader *loader)
{
	const struct input_queue *queue = &loader->queue;
	const struct issue *issue = loader->issue;
	double pages = (double)issue->pages_read;

	if (loader->done)
		return 1;
	if (!queue->all_bytes || !issue->page_count)
		return 0;
	if (loader->open)
		pages += page_loader_share(loader->open);
	return (double)queue->done_bytes / (double)queue->all_bytes * pages /
	       (double)issue->page_count;
}

size_t load_work(const struct loader *loader)
{
	return loader->work;
}

const struct issue *load_issue(const struct loader *loader)
{
	return loader->issue;
}

bool load_pictures_of(const struct loader *loader, size_t page,
                      struct pdf_job *reading, bool *right)
{
	struct page_sheet sheet;

	if (!input_queue_pdf_of(&loader->queue, page, reading, &sheet))
		return false;
	*right = sheet.right;
	return true;
}

struct issue *load_finish(struct loader *loader)
{
	struct issue *issue = loader->issue;

	while (load_step(loader))
		continue;
	loader->issue = NULL;
	load_abandon(loader);
	return issue;
}

void load_abandon(struct loader *loader)
{
	page_loader_free(loader->open);
	cue_index_free(loader->cues);
	input_queue_release(&loader->queue);
	issue_free(loader->issue);
	free(loader);
}

struct issue *load_files(const char *const *names, size_t count,
                         const struct load_options *options, char **error)
{
	struct loader *loader = load_begin(names, count, options, error);

	return loader ? load_finish(loader) : NULL;
}

struct issue *load_bytes(struct str bytes, const char *name,
                         const struct load_options *options)
{
	return load_finish(load_begin_bytes(bytes, name, options));
}
