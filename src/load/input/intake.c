/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/intake.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/input/json_export.h"
#include "load/input/side_by_side.h"

#include <stdlib.h>
#include <string.h>

#define BINARY_SHARE 10  /* one byte in so many lost: no text */
#define SPACE_BYTES  256 /* before its cut, a long line has a space */

void intake_init(struct intake *intake, struct issue *issue,
                 const char *encoding)
{
	*intake = (struct intake){ .issue = issue, .encoding = encoding };
}

void intake_release(struct intake *intake)
{
	for (size_t i = 0; i < intake->count; i++) {
		free(intake->files[i].name);
		buf_release(&intake->files[i].bytes);
	}
	free(intake->files);
	reprint_release(&intake->reprint);
	*intake = (struct intake){ 0 };
}

const char *intake_name(const struct intake *intake, size_t n)
{
	return n < intake->count ? intake->files[n].name : NULL;
}

void intake_add(struct intake *intake, const char *name, struct buf *bytes)
{
	struct intake_file *file =
		ARRAY_ADD(intake->files, intake->count, intake->cap);

	*file = (struct intake_file){ .name = mem_dup(name, strlen(name)),
		                      .bytes = *bytes };
	intake->all_bytes += bytes->len;
	buf_init(bytes);
}

/* The last page has all its lines. */
static void intake_end_page(struct intake *intake)
{
	struct issue *issue = intake->issue;
	enum side_by_side_result result =
		intake->marked ? SIDE_BY_SIDE_NONE : side_by_side_cut(issue);
	bool cut = result == SIDE_BY_SIDE_CUT;

	if (result == SIDE_BY_SIDE_NONE || intake->told_columns)
		return;
	intake->told_columns = true;
	diags_add(
		&issue->diags,
		(struct diag){ .level = cut ? DIAG_NOTE : DIAG_ERROR,
	                       .page = issue->page_count },
		"%s",
		cut ? _("Columns that stand side by side in the file were cut "
	                "apart.")
		    : _("Columns stand side by side in the file and cannot be "
	                "told apart; extract it without -layout."));
}

static void begin_page(struct intake *intake)
{
	struct issue *issue = intake->issue;
	struct page *page =
		ARRAY_ADD(issue->pages, issue->page_count, issue->page_cap);

	*page = (struct page){ .number = issue->page_count,
		               .lines = { issue->line_count,
		                          issue->line_count } };
	intake->page_bytes = 0;
}

/* Says once per line what could not be read. */
static void tell_loss(struct issue *issue, const struct line *line)
{
	size_t at = str_find(line->text, STR("\ufffd"), 0);

	if (at == NPOS)
		return;
	diags_add(&issue->diags,
	          (struct diag){ .level = DIAG_WARNING,
	                         .page = line->page + 1,
	                         .line = line->number,
	                         .column = diag_column(line->text, at) },
	          "%s", _("Bytes that are no text were replaced."));
}

static void intake_add_line(struct intake *intake, struct str text)
{
	struct issue *issue = intake->issue;
	struct line *line =
		ARRAY_ADD(issue->lines, issue->line_count, issue->line_cap);

	if (text.len && text.ptr[text.len - 1] == '\r')
		text.len--;
	intake->page_bytes += text.len + 1;
	*line = (struct line){ .text = text,
		               .file = issue->file_count - 1,
		               .number = intake->number,
		               .page = issue->page_count - 1 };
	issue->pages[issue->page_count - 1].lines.end = issue->line_count;
	if (intake->loses)
		tell_loss(issue, line);
}

static bool page_is_empty(const struct issue *issue)
{
	const struct page *page = &issue->pages[issue->page_count - 1];

	return page->lines.start == page->lines.end;
}

static void break_page(struct intake *intake)
{
	if (page_is_empty(intake->issue))
		return;
	intake_end_page(intake);
	begin_page(intake);
}

/* The next article is on another page, if it says so: of another number, or of
 * another issue. */
static void turn_to_page(struct intake *intake, const struct mark *mark)
{
	struct issue *issue = intake->issue;
	struct page *page = &issue->pages[issue->page_count - 1];

	if (mark->page != page->number ||
	    !str_equal(mark->title, page->title) ||
	    !str_equal(mark->date, page->date))
		break_page(intake);
	page = &issue->pages[issue->page_count - 1];
	page->number = mark->page;
	page->label = mark->label;
	page->told = true;
	issue_name_page(issue, issue->page_count - 1, mark->title, mark->date);
}

/* A line of an export: what it says of itself goes into the marks, what is left
 * is its text. */
static void add_marked_line(struct intake *intake, struct str raw)
{
	struct issue *issue = intake->issue;
	struct mark mark;
	struct buf text;
	bool marked;

	buf_init(&text);
	marked = reprint_read(raw, &text, &mark);
	if (marked && mark.begins && mark.page)
		turn_to_page(intake, &mark);
	mark.line = issue->line_count;
	intake_add_line(intake, issue_keep(issue, buf_str(&text)));
	if (marked)
		reprint_add(&intake->reprint, mark);
	buf_release(&text);
}

/* Once a file: a page or a line is cut. */
static void tell_long(struct intake *intake, const char *what)
{
	if (!intake->told_long)
		diags_add(&intake->issue->diags,
		          (struct diag){ .level = DIAG_NOTE,
		                         .page = intake->issue->page_count },
		          "%s", what);
	intake->told_long = true;
}

/* Is there too much on the last page for one more line? */
static bool page_is_full(const struct intake *intake)
{
	const struct issue *issue = intake->issue;
	const struct page *page = &issue->pages[issue->page_count - 1];
	size_t lines = page->lines.end - page->lines.start;
	size_t bytes = intake->page_bytes;

	if (lines < INTAKE_PAGE_LINES && bytes < INTAKE_PAGE_BYTES)
		return false;
	return !str_trim(issue->lines[issue->line_count - 1].text).len ||
	       lines >= INTAKE_PAGE_LINES / 4 * 5 ||
	       bytes >= INTAKE_PAGE_BYTES / 4 * 5;
}

/* Where a line of text from `at` on is cut. */
static size_t cut_of(struct str text, size_t at)
{
	size_t most = at + INTAKE_LINE_BYTES, least = most - SPACE_BYTES, cut;

	if (text.len <= most)
		return text.len;
	for (cut = most; cut > least; cut--)
		if (text.ptr[cut - 1] == ' ')
			return cut;
	for (cut = most; ((unsigned char)text.ptr[cut] & 0xc0) == 0x80;)
		cut--;
	return cut;
}

/* A line as it is, in pages and parts of a size that can be read; `whole`: it does
 * not go on in the next block. */
static void add_plain_line(struct intake *intake, struct str text, bool whole)
{
	size_t at = 0, cut;

	if (!text.len && intake->goes_on)
		return;
	do {
		cut = cut_of(text, at);
		if (page_is_full(intake)) {
			tell_long(intake,
			          _("This page is longer than any of a "
			            "newspaper: it was cut into several."));
			break_page(intake);
		}
		intake_add_line(intake, str_slice(text, at, cut));
		at = cut;
		if (at < text.len || !whole)
			tell_long(intake,
			          _("A line of this page is longer than any "
			            "of a newspaper: it was cut into "
			            "several."));
	} while (at < text.len);
}

/* Form feeds at the head of a line end the page; returns what is behind them.  One
 * at the end of the file begins no page. */
static size_t break_pages(struct intake *intake, struct str text, size_t at,
                          size_t end)
{
	for (; at < end && text.ptr[at] == '\f' && !intake->goes_on; at++)
		if (at + 1 < text.len)
			break_page(intake);
	return at;
}

/* Lines end at a newline; what is behind the last one goes on in the next block,
 * if there is one. */
static void intake_add_lines(struct intake *intake, struct str text)
{
	for (size_t at = 0; at < text.len;) {
		const char *newline =
			memchr(text.ptr + at, '\n', text.len - at);
		size_t end = newline ? (size_t)(newline - text.ptr) : text.len;
		bool whole = newline ||
		             intake->decoder.at == intake->decoder.bytes.len;

		at = break_pages(intake, text, at, end);
		if (intake->marked)
			add_marked_line(intake, str_slice(text, at, end));
		else
			add_plain_line(intake, str_slice(text, at, end), whole);
		intake->goes_on = !whole;
		intake->number += whole;
		at = end + 1;
	}
}

static void tell_binary(struct intake *intake, const struct file *file,
                        struct str text)
{
	if (intake->told ||
	    (!decode_is_code(text) &&
	     file->lost_bytes <= intake->decoder.at / BINARY_SHARE))
		return;
	intake->told = true;
	diags_add(&intake->issue->diags,
	          (struct diag){ .level = DIAG_ERROR,
	                         .page = intake->issue->page_count },
	          "%s",
	          _("This looks like a binary file, not like the text "
	            "of a page."));
}

static void add_digest(struct intake *intake, struct str bytes)
{
	if (!intake->retold)
		digest_add(&intake->digest, bytes);
}

/* An export in JSON: the digest is that of the file, not of what it becomes. */
static void retell(struct intake *intake, struct intake_file *file)
{
	size_t before = file->bytes.len;

	digest_add(&intake->digest, buf_str(&file->bytes));
	intake->retold = true;
	json_export_take(&file->bytes);
	intake->all_bytes += file->bytes.len - before;
}

static void open_file(struct intake *intake)
{
	struct intake_file *from = &intake->files[intake->next++];
	struct issue *issue = intake->issue;
	struct file *file =
		ARRAY_ADD(issue->files, issue->file_count, issue->file_cap);

	digest_begin(&intake->digest);
	intake->retold = false;
	if (json_export_may_be(buf_str(&from->bytes)))
		retell(intake, from);
	decoder_init(&intake->decoder, buf_str(&from->bytes),
	             intake->retold ? "UTF-8" : intake->encoding);
	*file = (struct file){
		.name = issue_keep(issue, str_from(from->name)),
		.encoding = issue_keep(issue,
		                       str_from(intake->decoder.charset.name)),
	};
	/* The mark of its encoding is not of its text, but of its bytes. */
	add_digest(intake, str_slice(buf_str(&from->bytes), 0,
	                             (size_t)(intake->decoder.bytes.ptr -
	                                      from->bytes.ptr)));
	intake->open = true;
	intake->told_columns = intake->told_long = false;
	intake->goes_on = false;
	intake->number = 1;
	begin_page(intake);
	/* What is shown of it is noise, and no binary file. */
	intake->told = intake->decoder.lacking;
	if (intake->told)
		charset_tell_missing(&issue->diags, issue->page_count);
}

/* Its text is in the issue now. */
static void intake_close_file(struct intake *intake)
{
	struct issue *issue = intake->issue;
	char digits[DIGEST_CHARS + 1];

	digest_end(&intake->digest, digits);
	issue->files[issue->file_count - 1].sha256 =
		issue_keep(issue, str_from(digits));
	intake_end_page(intake);
	intake->open = false;
	buf_release(&intake->files[intake->next - 1].bytes);
}

bool intake_step(struct intake *intake)
{
	struct issue *issue = intake->issue;
	size_t lost_bytes = 0, before;
	struct file *file;
	struct buf text;
	bool more;

	if (!intake->open && intake->next == intake->count)
		return false;
	if (!intake->open)
		open_file(intake);
	file = &issue->files[issue->file_count - 1];
	before = intake->decoder.at;
	buf_init(&text);
	more = decoder_next(&intake->decoder, &text, &lost_bytes);
	add_digest(intake, str_slice(intake->decoder.bytes, before,
	                             intake->decoder.at));
	if (more) {
		struct str kept = issue_keep(issue, buf_str(&text));

		intake->done_bytes += intake->decoder.at - before;
		file->lost_bytes += lost_bytes;
		tell_binary(intake, file, kept);
		intake->loses = lost_bytes > 0;
		if (!before)
			intake->marked = reprint_is(kept);
		intake_add_lines(intake, kept);
	}
	buf_release(&text);
	if (intake->decoder.at == intake->decoder.bytes.len)
		intake_close_file(intake);
	return true;
}

size_t intake_whole_pages(const struct intake *intake)
{
	return intake->issue->page_count - intake->open;
}
