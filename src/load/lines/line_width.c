/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/line_width.h"

#include "base/mem.h"
#include "load/lines/char_class.h"
#include "text/glyph.h"

#include <unictype.h>

/* From here on several characters may be drawn as one, as a flag or a family. */
#define EMOJI       0x1f000
#define REPLACEMENT 0xfffd /* stands for what could not be read */
/* So many characters without a space are no word. */
#define LONG_RUN       10 /* beside ideographs */
#define LONG_RUN_LATIN 24
#define SQUEEZED       "，。、；：？！（）《》〈〉【】〔〕［］「」『』“”‘’·"
#define CLOSING        "，。、；：？！）》〉】〕］」』”’…·—,.;:?!)]%％℃"
/* The widths of narrow characters beside ideographs, as fonts have them. */
#define NARROW_LO_EM 0.45
#define NARROW_HI_EM 0.6
#define SPACE_LO_EM  0.15
#define SPACE_HI_EM  0.5
/* How far real faces differ from the usual widths of letters. */
#define LATIN_LO 0.92
#define LATIN_HI 1.08

/* Widths in 1/100 em in a text face of usual proportions, about: of the characters of
 * ASCII from the space on. */
static const unsigned char ascii_widths[] = {
	/* clang-format off */
	25, 28, 36, 48, 48, 80, 48, 28, 36, 36, 48, 48, 28, 36, 28, 48,
	48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 28, 28, 48, 48, 48, 48,
	80, 68, 68, 68, 68, 68, 68, 68, 68, 36, 68, 68, 68, 80, 68, 68,
	68, 68, 68, 68, 68, 68, 68, 80, 68, 68, 68, 36, 48, 36, 48, 48,
	48, 48, 48, 48, 48, 48, 36, 48, 48, 28, 28, 48, 28, 80, 48, 48,
	48, 48, 36, 48, 36, 48, 48, 80, 48, 48, 48, 48, 28, 48, 48, 48,
	/* clang-format on */
};

/* Is `c` a letter of an alphabet, and no syllable of Hangul? */
static bool line_width_is_narrow(unsigned c)
{
	return char_is_alphabetic(c) && !char_is_hangul(c);
}

/* Is nothing of `c` seen beside the character before it? */
static bool line_width_is_none(unsigned c)
{
	return c >= 0x300 && (uc_is_property_default_ignorable_code_point(c) ||
	                      uc_combining_class(c));
}

/* The width of a letter of an alphabet in such a face. */
static double line_width_latin_em(unsigned c)
{
	if (c >= ' ' && c - ' ' < ARRAY_LEN(ascii_widths))
		return ascii_widths[c - ' '] / 100.;
	if (c >= 0x1100 && char_is_hangul(c))
		return 1;
	if (line_width_is_none(c))
		return 0;
	if (char_in(c, "‘’"))
		return 0.28;
	if (char_in(c, "“”"))
		return 0.36;
	return c == 0x2014 /* — */ ? 0.8 : 0.48;
}

/* The width of a character where a program counts characters. */
static struct line_width line_width_of_cells(unsigned c)
{
	double em = line_width_is_none(c) ? 0 : char_is_hangul(c) ? 1 : .5;

	return (struct line_width){ em, em };
}

static struct line_width line_width_of_char(unsigned c, enum line_metric metric)
{
	if (c == REPLACEMENT)
		return (struct line_width){ 0, 1 };
	if (metric == LINE_METRIC_CHARS)
		return line_width_of_cells(c);
	if (metric == LINE_METRIC_FACE)
		return (struct line_width){ LATIN_LO * line_width_latin_em(c),
			                    LATIN_HI * line_width_latin_em(c) };
	if (c == ' ')
		return (struct line_width){ SPACE_LO_EM, SPACE_HI_EM };
	if (c >= 0x4e00 && c <= 0x9fff)
		return (struct line_width){ 1, 1 };
	if ((c < 0x250 && !char_in(c, SQUEEZED)) || line_width_is_narrow(c))
		return (struct line_width){ NARROW_LO_EM, NARROW_HI_EM };
	if (line_width_is_none(c))
		return (struct line_width){ 0, 0 };
	return (struct line_width){ char_in(c, SQUEEZED) ? 0.5 : 1, 1 };
}

static bool line_width_in_word(unsigned c)
{
	return line_width_is_narrow(c) || c == '\'' || (c >= '0' && c <= '9');
}

double line_width_unit_em(struct str text, enum line_metric metric, bool loose)
{
	size_t at = 0, next = 0;
	double em = 0;
	unsigned c = char_at(text, 0, &next);

	if (loose)
		return line_width_of_char(c, metric).lo_em;
	while (next < text.len && char_opens(c)) {
		em += line_width_of_char(c, metric).lo_em;
		at = next;
		c = char_at(text, at, &next);
	}
	em += line_width_of_char(c, metric).lo_em;
	while (line_width_in_word(c) && next < text.len &&
	       line_width_in_word(char_at(text, next, &at))) {
		c = char_at(text, next, &next);
		em += line_width_of_char(c, metric).lo_em;
	}
	while (next < text.len) {
		c = char_at(text, next, &next);
		if (!char_in(c, CLOSING))
			break;
		em += line_width_of_char(c, metric).lo_em;
	}
	if (metric != LINE_METRIC_SOLID)
		em += line_width_of_char(' ', metric).lo_em;
	return em;
}

/* Where the white space at byte `at` ends, and its characters in *count.  A space of
 * full width is a character as others are. */
static size_t line_width_spaces_end(struct str text, size_t at, size_t *count)
{
	size_t next;

	for (*count = 0; at < text.len; at = next, ++*count) {
		unsigned c = char_at(text, at, &next);

		if (c == 0x3000 || !char_is_space(c))
			break;
	}
	return at;
}

static void line_width_add(struct line_width *sum, struct line_width width,
                           size_t count)
{
	sum->lo_em += width.lo_em * (double)count;
	sum->hi_em += width.hi_em * (double)count;
}

/* Characters of ASCII without a space between them. */
struct ascii_run {
	size_t chars;
	double lo_em;
};

/* Counts character `c` of a line, of width `lo_em`.  Where it ends a run that is too long
 * for a word, *lo_em is less: an address, markup, or the name of a character that an
 * extractor could not read is printed otherwise, or broken. */
static void line_width_count_run(struct ascii_run *run, unsigned c,
                                 double lo_em, bool latin, double *sum_lo_em)
{
	if (c > ' ' && c < 0x7f) {
		run->chars++;
		run->lo_em += lo_em;
		return;
	}
	if (run->chars >= (latin ? LONG_RUN_LATIN : LONG_RUN))
		*sum_lo_em -= run->lo_em;
	*run = (struct ascii_run){ 0, 0 };
}

struct line_width line_width_of(struct str text, enum line_metric metric)
{
	struct line_width sum = { 0, 0 };
	struct ascii_run run = { 0, 0 };
	unsigned before = 0;
	bool latin = metric != LINE_METRIC_SOLID;

	for (size_t at = 0, next; at < text.len; at = next) {
		unsigned c = char_at(text, at, &next);
		size_t spaces;

		if (c >= EMOJI)
			next = glyph_next(text, at, 1).end;
		if (c == 0x3000 || !char_is_space(c)) {
			struct line_width width = line_width_of_char(c, metric);

			line_width_add(&sum, width, 1);
			line_width_count_run(&run, c, width.lo_em, latin,
			                     &sum.lo_em);
			before = c;
			continue;
		}
		line_width_count_run(&run, ' ', 0, latin, &sum.lo_em);
		next = line_width_spaces_end(text, at, &spaces);
		if (next == text.len || !char_is_cjk(before) ||
		    !char_is_cjk(char_first(str_slice(text, next, text.len))))
			line_width_add(&sum, line_width_of_char(' ', metric),
			               spaces);
	}
	line_width_count_run(&run, ' ', 0, latin, &sum.lo_em);
	return sum;
}

/* The width of a character of white space; ' ', a tab and the no-break space are half an
 * em, as in a face that is as wide as ideographs. */
static double line_width_space_em(unsigned c)
{
	/* From U+2000 on. */
	static const double general_em[] = { .5,  1,  .5,  1,  .33, .25,
		                             .17, .5, .25, .2, .1,  0 };

	if (c == 0x3000 || c == 0x1680)
		return 1;
	if (c >= 0x2000 && c < 0x2000 + ARRAY_LEN(general_em))
		return general_em[c - 0x2000];
	if (c == 0x202f || c == 0x205f)
		return .2;
	return line_width_is_none(c) ? 0 : .5;
}

double line_width_indent_em(struct str raw, struct str trimmed)
{
	size_t end = (size_t)(trimmed.ptr - raw.ptr);
	double em = 0;

	for (size_t at = 0; at < end;)
		em += line_width_space_em(char_at(raw, at, &at));
	return em;
}
