/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines/line_width.h"

#include "base/mem.h"
#include "load/lines/char_class.h"

#include <unictype.h>

#define SQUEEZED "，。、；：？！（）《》〈〉【】〔〕［］「」『』“”‘’·"
#define CLOSING  "，。、；：？！）》〉】〕］」』”’…·—,.;:?!)]%％℃"
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

/* The width of a Latin letter in such a face. */
static double line_width_latin_em(unsigned c)
{
	if (c >= ' ' && c - ' ' < ARRAY_LEN(ascii_widths))
		return ascii_widths[c - ' '] / 100.;
	if (char_in(c, "‘’"))
		return 0.28;
	if (char_in(c, "“”"))
		return 0.36;
	return c == 0x2014 /* — */ ? 0.8 : 0.48;
}

static struct line_width line_width_of_char(unsigned c, bool latin)
{
	if (latin)
		return (struct line_width){ LATIN_LO * line_width_latin_em(c),
			                    LATIN_HI * line_width_latin_em(c) };
	if (c == ' ')
		return (struct line_width){ SPACE_LO_EM, SPACE_HI_EM };
	if (c < 0x250 && !char_in(c, SQUEEZED))
		return (struct line_width){ NARROW_LO_EM, NARROW_HI_EM };
	if (c >= 0x4e00 && c <= 0x9fff)
		return (struct line_width){ 1, 1 };
	return (struct line_width){ char_in(c, SQUEEZED) ? 0.5 : 1, 1 };
}

static bool line_width_in_word(unsigned c)
{
	return c < 0x250 && (uc_is_alnum(c) || c == '\'');
}

double line_width_unit_em(struct str text, bool latin, bool loose)
{
	size_t at = 0, next = 0;
	double em = 0;
	unsigned c = char_at(text, 0, &next);

	if (loose)
		return line_width_of_char(c, latin).lo_em;
	while (next < text.len && char_opens(c)) {
		em += line_width_of_char(c, latin).lo_em;
		at = next;
		c = char_at(text, at, &next);
	}
	em += line_width_of_char(c, latin).lo_em;
	while (line_width_in_word(c) && next < text.len &&
	       line_width_in_word(char_at(text, next, &at))) {
		c = char_at(text, next, &next);
		em += line_width_of_char(c, latin).lo_em;
	}
	while (next < text.len) {
		c = char_at(text, next, &next);
		if (!char_in(c, CLOSING))
			break;
		em += line_width_of_char(c, latin).lo_em;
	}
	if (latin)
		em += line_width_of_char(' ', latin).lo_em;
	return em;
}

static size_t line_width_spaces_end(struct str text, size_t at)
{
	while (at < text.len && text.ptr[at] == ' ')
		at++;
	return at;
}

static void line_width_add(struct line_width *sum, struct line_width width,
                           size_t count)
{
	sum->lo_em += width.lo_em * (double)count;
	sum->hi_em += width.hi_em * (double)count;
}

struct line_width line_width_of(struct str text, bool latin)
{
	struct line_width sum = { 0, 0 };
	unsigned before = 0;

	for (size_t at = 0, next; at < text.len; at = next) {
		unsigned c = char_at(text, at, &next);

		if (c != ' ') {
			line_width_add(&sum, line_width_of_char(c, latin), 1);
			before = c;
			continue;
		}
		next = line_width_spaces_end(text, at);
		if (next == text.len || !char_is_cjk(before) ||
		    !char_is_cjk(char_first(str_slice(text, next, text.len))))
			line_width_add(&sum, line_width_of_char(c, latin),
			               next - at);
	}
	return sum;
}

double line_width_indent_em(struct str raw, struct str trimmed)
{
	double em = 0;

	for (const char *at = raw.ptr; at < trimmed.ptr;) {
		bool wide = (unsigned char)*at == 0xe3;

		em += wide ? 1 : 0.5;
		at += wide ? 3 : 1;
	}
	return em;
}
