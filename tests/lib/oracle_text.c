/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "load/input/decode.h"
#include "text/fold.h"
#include "text/glyph.h"
#include "text/grapheme.h"
#include "text/wrap.h"

#include <stdlib.h>
#include <string.h>

#define COLS_MOST 48

/* How a text is set. */
struct setting {
	int cols, ambiguous_cols;
	enum wrap_level level;
};

static char *wrong_at(const char *what, size_t at)
{
	struct buf sentence;

	buf_init(&sentence);
	buf_addf(&sentence, "%s at byte %zu", what, at);
	return buf_steal(&sentence);
}

/* What a glyph shows takes its cells, and has no character that is hostile. */
static char *check_shown(struct str text, const struct glyph *glyph,
                         int ambiguous_cols)
{
	char *wrong = NULL;
	struct buf shown;

	buf_init(&shown);
	glyph_show(&shown, text, glyph);
	if (!utf8_is_valid(buf_str(&shown)))
		wrong = wrong_at("a glyph shows what is not UTF-8",
		                 glyph->start);
	else if (text_cols(buf_str(&shown), ambiguous_cols) != glyph->cols)
		wrong = wrong_at("a glyph shows more or fewer cells than its",
		                 glyph->start);
	buf_release(&shown);
	return wrong;
}

/* Glyphs follow each other, and the text is as wide as all of them. */
static char *check_glyphs(struct str text, int ambiguous_cols)
{
	int cols = 0;

	for (size_t at = 0; at < text.len;) {
		struct glyph glyph = glyph_next(text, at, ambiguous_cols);
		char *wrong;

		if (glyph.start != at || glyph.end <= at ||
		    glyph.end > text.len || glyph.cols < 0)
			return wrong_at("a glyph is out of its place", at);
		wrong = check_shown(text, &glyph, ambiguous_cols);
		if (wrong)
			return wrong;
		cols += glyph.cols;
		at = glyph.end;
	}
	return cols == text_cols(text, ambiguous_cols)
	               ? NULL
	               : wrong_at("the glyphs are not as wide as the text", 0);
}

static char *check_clusters(struct str text)
{
	for (size_t at = 0; at < text.len;) {
		size_t end = grapheme_end(text, at);

		if (end <= at || end > text.len ||
		    (end < text.len && utf8_continues(text.ptr[end])))
			return wrong_at("a cluster ends nowhere", at);
		at = end;
	}
	return NULL;
}

/* The part that fits ends between two glyphs, and one glyph more would not fit. */
static char *check_fit(struct str text, const struct setting *setting)
{
	size_t fit = text_fit(text, setting->cols, setting->ambiguous_cols);
	size_t at = 0;
	int cols = 0;

	while (at < text.len) {
		struct glyph glyph =
			glyph_next(text, at, setting->ambiguous_cols);

		if (cols + glyph.cols > setting->cols)
			break;
		cols += glyph.cols;
		at = glyph.end;
	}
	return at == fit ? NULL : wrong_at("another part fits", fit);
}

/* Lines hold each byte once but spaces at their ends, and none is wider than asked unless
 * it is one glyph. */
static char *check_lines(struct str text, const struct setting *setting)
{
	char *wrong = NULL;
	struct wrap wrap;

	wrap_init(&wrap, text, setting->ambiguous_cols, setting->level);
	for (size_t at = 0; at < text.len && !wrong;) {
		struct wrap_line line = wrap_line(&wrap, at, setting->cols, 0);
		struct glyph first =
			glyph_next(text, at, setting->ambiguous_cols);

		if (line.start != at || line.end < at || line.next <= at ||
		    line.next < line.end || line.next > text.len)
			wrong = wrong_at("a line is out of its place", at);
		else if (line.cols > setting->cols && line.end > first.end &&
		         first.cols > 0)
			wrong = wrong_at("a line is too wide", at);
		for (size_t b = line.end; b < line.next && !wrong; b++)
			if (text.ptr[b] != ' ')
				wrong = wrong_at("a line drops", b);
		at = line.next;
	}
	wrap_release(&wrap);
	return wrong;
}

/* Folding is UTF-8 without newlines, and its marks end where both texts end, or before. */
static char *check_folded(struct str text)
{
	struct fold_marks marks = { 0 };
	char *wrong = NULL;
	struct buf out;

	buf_init(&out);
	fold_add(&out, text, &marks);
	if (!utf8_is_valid(buf_str(&out)))
		wrong = wrong_at("a folded text is not UTF-8", 0);
	else if (out.len && memchr(out.ptr, '\n', out.len))
		wrong = wrong_at("a folded text has a newline", 0);
	else if (marks.end > text.len || marks.folded_end > out.len)
		wrong = wrong_at("a mark of folding is behind the text",
		                 marks.end);
	free(marks.items);
	buf_release(&out);
	return wrong;
}

char *oracle_text_bytes(struct str bytes)
{
	unsigned how = bytes.len ? (unsigned char)bytes.ptr[bytes.len - 1] : 0;
	const struct setting setting = { 1 + (int)(how % COLS_MOST),
		                         1 + (int)(how / 64 % 2),
		                         (enum wrap_level)(how % WRAP_LEVELS) };
	struct decoded decoded;
	struct str text;
	char *wrong = oracle_neutral(bytes);

	decode(&decoded, bytes, "utf-8");
	text = buf_str(&decoded.text);
	if (!wrong)
		wrong = check_glyphs(bytes, setting.ambiguous_cols);
	if (!wrong)
		wrong = check_glyphs(text, setting.ambiguous_cols);
	if (!wrong)
		wrong = check_clusters(text);
	if (!wrong)
		wrong = check_fit(text, &setting);
	if (!wrong)
		wrong = check_lines(text, &setting);
	if (!wrong)
		wrong = check_folded(text);
	decoded_release(&decoded);
	return wrong;
}
