/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/short_headline.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "text/glyph.h"
#include "text/wrap.h"

#define AMBIGUOUS_COLS 2 /* a name has no terminal: the wider measure */

/* Marks that lead on to something look odd at the end of a name. */
static struct str without_last_comma(struct str text)
{
	static const char *const marks[] = { "，", "、", "；", "：", "—",
		                             ",",  ";",  ":",  "-" };
	size_t i = 0;

	while (i < ARRAY_LEN(marks))
		if (str_ends(text, str_from(marks[i]))) {
			text.len -= str_from(marks[i]).len;
			text = str_trim(text);
			i = 0;
		} else {
			i++;
		}
	return text;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The end before byte `end` that parts no number from the ideograph that counts with it,
 * whatever that is; `end` where the whole would be a number. */
static size_t before_number(struct str text, size_t end)
{
	size_t at = end;

	if (end == text.len || (unsigned char)text.ptr[end] < 0x80)
		return end;
	while (at && is_digit(text.ptr[at - 1]))
		at--;
	return at ? at : end;
}

/* The beginning of a text, up to a place where a line may end. */
static struct str text_cut(struct str text, int cols)
{
	struct wrap wrap;
	struct wrap_line line;

	if (text_cols(text, AMBIGUOUS_COLS) <= cols)
		return without_last_comma(text);
	wrap_init(&wrap, text, AMBIGUOUS_COLS, WRAP_STRICT);
	line = wrap_line(&wrap, 0, cols, 0);
	wrap_release(&wrap);
	return without_last_comma(
		str_slice(text, 0, before_number(text, line.end)));
}

/* Does a printed line end with a span, and goes on in ideographs, which no space
 * joins? */
static bool ends_line_of_han(const struct passage *passage, size_t span)
{
	const struct span *own = &passage->spans[span];

	return span + 1 < passage->span_count && own[1].line != own->line &&
	       passage->text.ptr[own->end] != ' ';
}

/* Appends the text of a head with a space at each of its line ends, where it would say two
 * things in one word.  Returns the bytes up to the last line end that stand in at most
 * `cols` cells; 0: no line fits. */
static size_t add_lines(struct buf *out, const struct passage *passage,
                        int cols)
{
	size_t at = 0, fit = 0;

	for (size_t i = 0; i < passage->span_count; i++) {
		size_t end = passage->spans[i].end;

		buf_add(out, str_slice(passage->text, at, end));
		at = end;
		if (!ends_line_of_han(passage, i))
			continue;
		if (text_cols(buf_str(out), AMBIGUOUS_COLS) <= cols)
			fit = out->len;
		buf_add_byte(out, ' ');
	}
	buf_add(out, str_slice(passage->text, at, passage->text.len));
	return text_cols(buf_str(out), AMBIGUOUS_COLS) <= cols ? out->len : fit;
}

/* Appends a head behind those that were appended from byte `before` on, if it fits; of the
 * first one what fits. */
static bool add_head(struct buf *out, size_t before,
                     const struct passage *passage, int cols)
{
	struct buf lines;
	struct str text;
	size_t fit;
	bool fits = true;

	buf_init(&lines);
	fit = add_lines(&lines, passage, cols);
	text = buf_str(&lines);
	if (out->len == before) {
		buf_add(out, text_cut(str_slice(text, 0, fit ? fit : text.len),
		                      cols));
	} else {
		cols -= text_cols(str_slice(buf_str(out), before, out->len),
		                  AMBIGUOUS_COLS);
		fits = 1 + text_cols(text, AMBIGUOUS_COLS) <= cols;
		if (fits) {
			buf_add_byte(out, ' ');
			buf_add(out, text);
		}
	}
	buf_release(&lines);
	return fits;
}

void short_headline_add(struct buf *out, const struct issue *issue,
                        size_t article, int cols)
{
	const struct article *own = &issue->articles[article];
	const size_t before = out->len;

	for (size_t p = own->passages.start; p < own->passages.end; p++)
		if (issue->passages[p].role == ROLE_HEAD &&
		    !add_head(out, before, &issue->passages[p], cols))
			break;
	if (out->len == before)
		buf_add(out, text_cut(own->headline, cols));
}
