/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exam.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "text/glyph.h"
#include "text/wrap.h"

#include <stdlib.h>
#include <string.h>

#define NEVER_FIRST  "，。、；：？！）》〉】〕」』”’"
#define NEVER_LAST   "（《〈【〔「『“‘"
#define LATIN_QUOTES "“”‘’"
#define LATIN_MARKS  "-/,:;)(]["
#define JOINTS       "·～〜・－"

void exam_init(struct exam *exam, const struct issue *issue)
{
	*exam = (struct exam){ .issue = issue };
	exam->seen = mem_alloc(issue->passage_count * sizeof *exam->seen);
	for (size_t p = 0; p < issue->passage_count; p++)
		exam->seen[p] = mem_alloc(issue->passages[p].text.len);
	buf_init(&exam->wrong);
}

/* NULL, or the sentence with where it was. */
char *exam_end(struct exam *exam, const char *what, size_t number, int cols)
{
	char *wrong = NULL;

	if (exam->wrong.len) {
		buf_addf(&exam->wrong, ", %s %zu at %d cells", what, number,
		         cols);
		wrong = buf_steal(&exam->wrong);
	}
	for (size_t p = 0; p < exam->issue->passage_count; p++)
		free(exam->seen[p]);
	free(exam->seen);
	return wrong;
}

struct str exam_text(const struct exam *exam, const struct slug *slug)
{
	return exam->issue->passages[slug->passage].text;
}

struct str exam_slug_text(const struct exam *exam, const struct slug *slug)
{
	return str_slice(exam_text(exam, slug), slug->start, slug->end);
}

void exam_say(struct exam *exam, size_t slug, const char *what)
{
	const struct slug *own = &exam->sheet->slugs[slug];
	struct str text = exam_slug_text(exam, own);
	struct str before = slug ? exam_slug_text(exam, own - 1) : STR("");

	if (!exam->wrong.len)
		buf_addf(&exam->wrong,
		         "slug %zu (passage %zu, bytes %zu-%zu, row %d, "
		         "col %d, '%.*s' after '%.*s') %s",
		         slug, own->passage, own->start, own->end, own->row,
		         own->col, (int)text.len, text.ptr, (int)before.len,
		         before.ptr, what);
}

bool char_among(struct str text, size_t at, const char *set)
{
	struct str all = str_from(set);
	size_t end = at + 1;

	if (at >= text.len || (unsigned char)text.ptr[at] < 0x80)
		return false;
	while (end < text.len && ((unsigned char)text.ptr[end] & 0xc0) == 0x80)
		end++;
	return str_find(all, str_slice(text, at, end), 0) != NPOS;
}

static size_t char_before(struct str text, size_t at)
{
	do
		at--;
	while (at && ((unsigned char)text.ptr[at] & 0xc0) == 0x80);
	return at;
}

/* The last character before byte `at` that is no space; where there is none, the
 * first. */
static size_t mark_before(struct str text, size_t at)
{
	do
		at = char_before(text, at);
	while (at && text.ptr[at] == ' ');
	return at;
}

/* Would a line that begins at byte `at` break 禁则?  A quotation mark with a
 * space beside it may be one of another language. */
static bool breaks_kinsoku(struct str text, size_t at)
{
	size_t before = mark_before(text, at);
	bool spaced = text.ptr[char_before(text, at)] == ' ';

	return (char_among(text, at, NEVER_FIRST) &&
	        !(spaced && char_among(text, at, LATIN_QUOTES))) ||
	       (char_among(text, before, NEVER_LAST) &&
	        !(spaced && char_among(text, before, LATIN_QUOTES)));
}

/* Marks of Latin text, and those that hold two words together, are not judged,
 * but no line is to begin or end with one for the sake of others, nor with a space
 * behind it (UAX #14, LB14). */
static bool is_joint(struct str text, size_t at)
{
	return strchr(LATIN_MARKS, text.ptr[at]) ||
	       strchr(LATIN_MARKS, text.ptr[mark_before(text, at)]) ||
	       char_among(text, at, JOINTS);
}

/* Could the line before have ended at a better place than byte `at`? */
static bool has_better(const struct exam *exam, const struct wrap *wrap,
                       size_t start, size_t at, bool legal)
{
	for (size_t q = start; q < at;) {
		q = glyph_next(wrap->text, q, exam->sheet->ambiguous_cols).end;
		/* Spaces go with the line before them. */
		if (q < at && wrap->text.ptr[q] != ' ' &&
		    (legal ? wrap_may_begin(wrap, q)
		           : !breaks_kinsoku(wrap->text, q) &&
		                     !is_joint(wrap->text, q)))
			return true;
	}
	return false;
}

/* Does a printed line of a signature begin at byte `at`?  Signatures keep the lines of
 * the paper, wherever it broke them. */
static bool keeps_printed_break(const struct passage *passage, size_t at)
{
	for (size_t i = 1;
	     passage->role == ROLE_SIGNATURE && i < passage->span_count; i++)
		if (passage->spans[i].start == at &&
		    passage->spans[i].line != passage->spans[i - 1].line)
			return true;
	return false;
}

/* Lines of running text but the first of a passage begin where they may; a head
 * may keep those of the paper, and rows of tables break between cells. */
void examine_breaks(struct exam *exam)
{
	const struct sheet *sheet = exam->sheet;
	struct wrap wrap = { 0 };

	for (size_t i = 1; i < sheet->slug_count; i++) {
		const struct slug *slug = &sheet->slugs[i];
		const struct slug *prev = slug - 1;
		const struct passage *passage =
			&exam->issue->passages[slug->passage];

		if (slug->passage != prev->passage ||
		    passage->role == ROLE_ROW ||
		    role_is_headline(passage->role) ||
		    keeps_printed_break(passage, slug->start))
			continue;
		if (wrap.text.ptr != exam_text(exam, slug).ptr) {
			wrap_release(&wrap);
			wrap_init(&wrap, exam_text(exam, slug),
			          sheet->ambiguous_cols, WRAP_BASIC);
		}
		if (!wrap_may_begin(&wrap, slug->start) &&
		    has_better(exam, &wrap, prev->start, slug->start, true))
			exam_say(exam, i, "begins where no line may");
		if (breaks_kinsoku(wrap.text, slug->start) &&
		    has_better(exam, &wrap, prev->start, slug->start, false))
			exam_say(exam, i, "breaks 禁则");
	}
	wrap_release(&wrap);
}
