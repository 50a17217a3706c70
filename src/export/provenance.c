/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/provenance.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "text/neutralise.h"

#include <stdlib.h>

/* The lines from the first to the last of an article. */
struct extent {
	struct range lines;
	bool *own; /* owned; own[i]: line lines.start + i is the article's */
};

static struct range provenance_all_lines(const struct issue *issue,
                                         struct range passages)
{
	struct range all = { NPOS, 0 };

	for (size_t i = passages.start; i < passages.end; i++) {
		const struct passage *passage = &issue->passages[i];
		struct range lines = passage_lines(
			passage, (struct range){ 0, passage->text.len });

		if (lines.start < all.start)
			all.start = lines.start;
		if (lines.end > all.end)
			all.end = lines.end;
	}
	return all.end ? all : (struct range){ 0, 0 };
}

static void provenance_extent_init(struct extent *extent,
                                   const struct issue *issue,
                                   struct range passages)
{
	struct range lines = provenance_all_lines(issue, passages);

	*extent = (struct extent){ .lines = lines,
		                   .own = mem_alloc((lines.end - lines.start) *
		                                    sizeof *extent->own) };
	for (size_t i = passages.start; i < passages.end; i++)
		for (size_t s = 0; s < issue->passages[i].span_count; s++)
			extent->own[issue->passages[i].spans[s].line -
			            lines.start] = true;
}

/* The run of lines of the article that begins at its line `start`.  Blank lines
 * between two lines of the article are part of the run. */
static struct range provenance_run_from(const struct extent *extent,
                                        const struct issue *issue, size_t start)
{
	struct range run = { start, start + 1 };

	for (size_t i = run.end; i < extent->lines.end; i++) {
		if (issue_line_file(issue, i) != issue_line_file(issue, start))
			break;
		if (extent->own[i - extent->lines.start])
			run.end = i + 1;
		else if (str_trim(issue->lines[i].text).len)
			break;
	}
	return run;
}

static size_t provenance_next_own(const struct extent *extent, size_t line)
{
	while (line < extent->lines.end &&
	       !extent->own[line - extent->lines.start])
		line++;
	return line;
}

static void provenance_add_run(struct buf *out, const struct issue *issue,
                               struct range run)
{
	size_t first = issue->lines[run.start].number;
	size_t last = issue->lines[run.end - 1].number;

	if (first == last)
		buf_addf(out, "%zu", first);
	else
		buf_addf(out, "%zu–%zu", first, last);
}

void export_file_name(struct buf *out, const struct file *file)
{
	if (str_equal(file->name, STR("-")))
		buf_add_c(out, _("standard input"));
	else
		neutralise(out, file->name);
}

/* "lines 121–190, 302–331 of FILE"; returns the first own line of the next
 * file, or the end of the extent. */
static size_t provenance_add_file(struct buf *out, const struct extent *extent,
                                  const struct issue *issue, size_t line)
{
	const size_t file = issue_line_file(issue, line), start = line;
	struct range run = { start, start };
	struct buf runs, name;

	buf_init(&runs);
	for (; line < extent->lines.end && issue_line_file(issue, line) == file;
	     line = provenance_next_own(extent, run.end)) {
		run = provenance_run_from(extent, issue, line);
		/* TRANSLATORS: between numbers of lines */
		buf_add_c(&runs, line > start ? _(", ") : "");
		provenance_add_run(&runs, issue, run);
	}
	buf_init(&name);
	export_file_name(&name, &issue->files[file]);
	/* TRANSLATORS: number of the line, or numbers of lines; name of the
	 * file */
	buf_addf(out,
	         run.end - start == 1 ? _("line %s of %s")
	                              : _("lines %s of %s"),
	         runs.ptr, name.ptr);
	buf_release(&name);
	buf_release(&runs);
	return line;
}

static struct str
provenance_common(const struct issue *issue, struct selection pick,
                  struct str (*of)(const struct issue *issue, size_t page))
{
	struct str all = STR("");

	for (size_t i = 0; i < pick.count; i++) {
		const struct article *own =
			&issue->articles[selection_at(pick, i)];
		struct str its = of(issue, own->page);

		if (i && !str_equal(its, all))
			return STR("");
		all = its;
	}
	return all;
}

struct str export_paper(const struct issue *issue, struct selection pick)
{
	return provenance_common(issue, pick, issue_page_title);
}

struct str export_date(const struct issue *issue, struct selection pick)
{
	return provenance_common(issue, pick, issue_page_date);
}

/* Appends the page and the lines of an article, without those of its later parts. */
static void provenance_add_part(struct buf *out, const struct issue *issue,
                                size_t article)
{
	const struct article *own = &issue->articles[article];
	struct extent extent;

	provenance_extent_init(&extent, issue, own->passages);
	/* TRANSLATORS: number of a page */
	buf_addf(out, _("page %zu"), issue->pages[own->page].number);
	for (size_t line = extent.lines.start; line < extent.lines.end;) {
		buf_add_c(out, " · ");
		line = provenance_add_file(out, &extent, issue, line);
	}
	free(extent.own);
}

void export_source(struct buf *out, const struct issue *issue, size_t article)
{
	const size_t page = issue->articles[article].page;
	const struct str names[] = { issue_page_title(issue, page),
		                     issue_page_date(issue, page) };

	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (names[i].len) {
			neutralise(out, names[i]);
			buf_add_byte(out, ' ');
		}
	provenance_add_part(out, issue, article);
	while ((article = parts_next(issue, article)) != NPOS) {
		buf_add_c(out, "; ");
		provenance_add_part(out, issue, article);
	}
}

void export_guess(struct buf *out, const struct issue *issue,
                  const struct note *note)
{
	size_t first = issue->lines[note->lines.start].number;
	size_t last = issue->lines[note->lines.end - 1].number;
	double percent = note->confidence * 100;

	if (last > first)
		buf_addf(out, _("Lines %zu–%zu, %.0f %% sure: "), first, last,
		         percent);
	else
		buf_addf(out, _("Line %zu, %.0f %% sure: "), first, percent);
	neutralise(out, note->what);
}

void export_line_runs(const struct issue *issue, const struct passage *passage,
                      void (*add)(void *to, size_t first, size_t last),
                      void *to)
{
	size_t first = 0, last = 0;

	for (size_t i = 0; i < passage->span_count; i++) {
		size_t line = issue->lines[passage->spans[i].line].number;

		if (first && (line == last || line == last + 1)) {
			last = line;
			continue;
		}
		if (first)
			add(to, first, last);
		first = last = line;
	}
	if (first)
		add(to, first, last);
}

void export_guesses(const struct issue *issue, size_t article,
                    void (*add)(void *to, struct str line), void *to)
{
	struct buf line;

	buf_init(&line);
	for (; article != NPOS; article = parts_next(issue, article)) {
		const struct article *own = &issue->articles[article];

		for (size_t i = 0; i < own->note_count; i++) {
			buf_clear(&line);
			export_guess(&line, issue, &own->notes[i]);
			add(to, buf_str(&line));
		}
	}
	buf_release(&line);
}
