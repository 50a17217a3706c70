/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/load.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/assemble.h"
#include "load/captions.h"
#include "load/cues.h"
#include "load/decode.h"
#include "load/echo.h"
#include "load/edges.h"
#include "load/kin.h"
#include "load/label.h"
#include "load/lines.h"
#include "load/links.h"
#include "load/measure.h"
#include "load/mend.h"
#include "load/pieces.h"
#include "load/source.h"
#include "load/stories.h"
#include "text/neutralise.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define LIMIT_BYTES  ((size_t)64 * 1024 * 1024)
#define OTHERS_MAX   8  /* pages that this one is related to */
#define BINARY_SHARE 10 /* one byte in so many lost: no text */

static void begin_page(struct issue *issue)
{
	struct page *page =
		ARRAY_ADD(issue->pages, issue->page_count, issue->page_cap);

	*page = (struct page){ .number = issue->page_count,
		               .lines = { issue->line_count,
		                          issue->line_count } };
}

static void add_line(struct issue *issue, struct str text, size_t number)
{
	struct line *line =
		ARRAY_ADD(issue->lines, issue->line_count, issue->line_cap);

	if (text.len && text.ptr[text.len - 1] == '\r')
		text.len--;
	*line = (struct line){ .text = text,
		               .file = issue->file_count - 1,
		               .number = number,
		               .page = issue->page_count - 1 };
	issue->pages[issue->page_count - 1].lines.end = issue->line_count;
}

/* Lines end at a newline; a form feed at the head of a line ends the page. */
static void add_lines(struct issue *issue, struct str text)
{
	size_t number = 1;

	begin_page(issue);
	for (size_t at = 0; at < text.len; number++) {
		size_t end = str_find(text, STR("\n"), at);
		struct str line;

		if (end == NPOS)
			end = text.len;
		while (at < end && text.ptr[at] == '\f') {
			/* One at the end of the file begins no page. */
			if (at + 1 < text.len &&
			    issue->pages[issue->page_count - 1].lines.end >
			            issue->pages[issue->page_count - 1]
			                    .lines.start)
				begin_page(issue);
			at++;
		}
		line = str_slice(text, at, end);
		add_line(issue, line, number);
		at = end + 1;
	}
}

/* Says once per line what could not be read. */
static void tell_losses(struct issue *issue, size_t first_line)
{
	for (size_t i = first_line; i < issue->line_count; i++) {
		const struct line *line = &issue->lines[i];
		size_t at = str_find(line->text, STR("\ufffd"), 0);
		size_t column = 1;

		if (at == NPOS)
			continue;
		for (size_t b = 0; b < at; b++)
			column += ((unsigned char)line->text.ptr[b] & 0xc0) !=
			          0x80;
		diags_add(&issue->diags,
		          (struct diag){ .level = DIAG_WARNING,
		                         .page = line->page + 1,
		                         .line = line->number,
		                         .column = column },
		          "%s", _("Bytes that are no text were replaced."));
	}
}

static void add_file(struct issue *issue, const char *name, struct str bytes,
                     const char *encoding)
{
	struct file *file =
		ARRAY_ADD(issue->files, issue->file_count, issue->file_cap);
	size_t first_line = issue->line_count;
	struct decoded decoded;

	decode(&decoded, bytes, encoding);
	*file = (struct file){
		.name = issue_keep(issue, str_from(name)),
		.encoding = issue_keep(issue, str_from(decoded.encoding)),
		.lost_bytes = decoded.lost_bytes,
	};
	if (memchr(decoded.text.ptr, 0, decoded.text.len) ||
	    decoded.lost_bytes > bytes.len / BINARY_SHARE)
		diags_add(&issue->diags, (struct diag){ .level = DIAG_ERROR },
		          "%s",
		          _("This looks like a binary file, not like the text "
		            "of a page."));
	add_lines(issue, issue_keep(issue, buf_str(&decoded.text)));
	if (decoded.lost_bytes)
		tell_losses(issue, first_line);
	decoded_release(&decoded);
}

/* What the furniture of each page says: its number, the paper, the date. */
static void read_edges(struct issue *issue)
{
	for (size_t p = 0; p < issue->page_count; p++) {
		struct page *page = &issue->pages[p];
		struct printed_lines lines;
		struct edges edges;

		printed_lines_init(&lines, issue, p);
		edges_find(&edges, &lines);
		printed_lines_release(&lines);
		if (edges.number)
			page->number = edges.number;
		if (edges.label.len)
			page->label = edges.label;
		if (!issue->title.len)
			issue->title = edges.paper;
		if (!issue->date.len && edges.year) {
			struct buf date;

			buf_init(&date);
			buf_addf(&date, "%04zu-%02zu-%02zu", edges.year,
			         edges.month, edges.day);
			issue->date = issue_keep(issue, buf_str(&date));
			buf_release(&date);
		}
	}
}

/* The pages to which this one leads or from which it comes. */
static size_t related_pages(const struct issue *issue, size_t page,
                            const struct printed_lines *lines, size_t *others)
{
	size_t count = 0;

	for (size_t i = 0; i < lines->count && count < OTHERS_MAX; i++) {
		struct cue_match match;
		size_t other;

		if (!cue_matches(CUE_JUMP_TO, lines->items[i].text, &match) &&
		    !cue_matches(CUE_JUMP_FROM, lines->items[i].text, &match))
			continue;
		other = issue_page_by_number(issue, cue_number(&match), page);
		if (other != NPOS && other != page)
			others[count++] = other;
	}
	return count;
}

/* Finds what stands aside, then reads the flow of the page. */
static void structure_page(struct issue *issue, size_t page,
                           const struct repairs *repairs)
{
	struct printed_lines lines;
	struct flow flow;
	struct measures measures;
	struct labelled *labels = NULL;
	struct pieces pieces;
	struct stories stories;
	struct edges edges;
	size_t others[OTHERS_MAX];

	printed_lines_init(&lines, issue, page);
	edges_find(&edges, &lines);
	captions_find(&lines);
	echo_find(&lines, issue, others,
	          related_pages(issue, page, &lines, others));
	mend_lines(&lines, repairs);
	printed_lines_measure(&lines);
	flow_init(&flow, &lines);
	if (flow.count) {
		measures_find(&measures, &flow);
		labels = label_lines(&flow, &measures);
	}
	pieces_init(&pieces, &lines, &flow, labels);
	stories_init(&stories, &pieces);
	kin_give_asides(&stories);
	kin_find_homes(&stories);
	mend_stories(&stories, repairs);
	assemble_page(issue, page, &lines, &stories);
	stories_release(&stories);
	pieces_release(&pieces);
	free(labels);
	flow_release(&flow);
	printed_lines_release(&lines);
}

static void structure(struct issue *issue, const struct load_options *options)
{
	struct repairs none = { 0 };
	struct repairs *repairs =
		options && options->repairs ? options->repairs : &none;

	repairs_find(repairs, issue);
	read_edges(issue);
	for (size_t page = 0; page < issue->page_count; page++)
		structure_page(issue, page, repairs);
	links_find(issue);
	if (!issue->passage_count)
		diags_add(&issue->diags, (struct diag){ .level = DIAG_WARNING },
		          "%s", _("There is no text in this file."));
}

struct issue *load_bytes(struct str bytes, const char *name,
                         const struct load_options *options)
{
	struct issue *issue = issue_new();

	add_file(issue, name, bytes, options ? options->encoding : NULL);
	structure(issue, options);
	return issue;
}

static char *open_error(const char *name)
{
	char *safe = neutralised(name);
	struct buf text;

	buf_init(&text);
	/* TRANSLATORS: name of a file, reason */
	buf_addf(&text, _("cannot read '%s': %s"), safe, strerror(errno));
	free(safe);
	return buf_steal(&text);
}

static bool read_files(struct issue *issue, const struct names *names,
                       const struct load_options *options, char **error)
{
	size_t left_bytes = options && options->limit_bytes
	                            ? options->limit_bytes
	                            : LIMIT_BYTES;
	struct buf bytes;
	bool done = true;

	buf_init(&bytes);
	for (size_t i = 0; i < names->count && done; i++) {
		buf_clear(&bytes);
		done = source_read(&bytes, names->items[i], left_bytes);
		left_bytes -= bytes.len < left_bytes ? bytes.len : left_bytes;
		if (done)
			add_file(issue, names->items[i], buf_str(&bytes),
			         options ? options->encoding : NULL);
		else
			*error = open_error(names->items[i]);
	}
	buf_release(&bytes);
	return done;
}

struct issue *load_files(const char *const *names, size_t count,
                         const struct load_options *options, char **error)
{
	struct issue *issue = issue_new();
	struct names list = { 0 };
	bool done = true;

	*error = NULL;
	for (size_t i = 0; i < count && done; i++) {
		done = names_add(&list, names[i]);
		if (!done)
			*error = open_error(names[i]);
	}
	done = done && read_files(issue, &list, options, error);
	names_release(&list);
	if (!done) {
		issue_free(issue);
		return NULL;
	}
	structure(issue, options);
	return issue;
}
