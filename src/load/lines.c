/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/lines.h"

#include "base/mem.h"
#include "issue/issue.h"

#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>

#define OPENING   "（《〈【〔［「『“‘(["
#define CLOSING   "，。、；：？！）》〉】〕］」』”’…·—,.;:?!)]%％℃"
#define SQUEEZED  "，。、；：？！（）《》〈〉【】〔〕［］「」『』“”‘’·"
#define AFTER_END "”’」』）)】》〕］ "
#define ENDING    "。！？!?…"

/* What an extractor makes of a narrow character, in em. */
#define NARROW_LO_EM 0.45
#define NARROW_HI_EM 0.6
#define SPACE_LO_EM  0.15
#define SPACE_HI_EM  0.5

bool char_in(unsigned c, const char *set)
{
	const uint8_t *at = (const uint8_t *)set;
	ucs4_t one;
	int len;

	while ((len = u8_strmbtouc(&one, at)) > 0) {
		if (one == c)
			return true;
		at += len;
	}
	return false;
}

bool char_is_cjk(unsigned c)
{
	return c >= 0x2e80 || char_in(c, "“”‘’…—·");
}

bool char_opens(unsigned c)
{
	return char_in(c, OPENING);
}

/* The code point at byte `at`, and the byte after it in *next. */
static unsigned char_at(struct str text, size_t at, size_t *next)
{
	ucs4_t c;
	int len = u8_mbtouc(&c, (const uint8_t *)text.ptr + at, text.len - at);

	*next = at + (size_t)len;
	return c;
}

unsigned first_char(struct str text)
{
	size_t next;

	return char_at(text, 0, &next);
}

/* The byte where the last character begins. */
static size_t last_start(struct str text)
{
	size_t at = text.len - 1;

	while (at && ((unsigned char)text.ptr[at] & 0xc0) == 0x80)
		at--;
	return at;
}

unsigned last_char(struct str text)
{
	size_t next;

	return char_at(text, last_start(text), &next);
}

bool ends_sentence(struct str text)
{
	while (text.len && char_in(last_char(text), AFTER_END))
		text.len = last_start(text);
	return text.len && char_in(last_char(text), ENDING);
}

size_t count_chars(struct str text, const char *set)
{
	size_t count = 0;

	for (size_t at = 0; at < text.len;)
		count += char_in(char_at(text, at, &at), set);
	return count;
}

static double lo_em(unsigned c)
{
	if (c == ' ')
		return SPACE_LO_EM;
	if (c < 0x250)
		return NARROW_LO_EM;
	return c < 0x4e00 || c > 0x9fff ? (char_in(c, SQUEEZED) ? 0.5 : 1) : 1;
}

static double hi_em(unsigned c)
{
	if (c == ' ')
		return SPACE_HI_EM;
	return c < 0x250 ? NARROW_HI_EM : 1;
}

static bool in_word(unsigned c)
{
	return c < 0x250 && uc_is_alnum(c);
}

/* The narrowest width of the first unbreakable unit of a line. */
static double unit_em(struct str text)
{
	size_t at = 0, next = 0;
	double em = 0;
	unsigned c = char_at(text, 0, &next);

	while (next < text.len && char_opens(c)) {
		em += lo_em(c);
		at = next;
		c = char_at(text, at, &next);
	}
	em += lo_em(c);
	while (in_word(c) && next < text.len &&
	       in_word(char_at(text, next, &at))) {
		c = char_at(text, next, &next);
		em += lo_em(c);
	}
	while (next < text.len) {
		c = char_at(text, next, &next);
		if (!char_in(c, CLOSING))
			break;
		em += lo_em(c);
	}
	return em;
}

static void measure_width(struct printed *printed)
{
	struct str text = printed->text;

	for (size_t at = 0; at < text.len;) {
		unsigned c = char_at(text, at, &at);

		printed->lo_em += lo_em(c);
		printed->hi_em += hi_em(c);
	}
}

void printed_lines_init(struct printed_lines *lines, const struct issue *issue,
                        size_t page)
{
	const struct range range = issue->pages[page].lines;
	bool blank = true;

	*lines = (struct printed_lines){ 0 };
	for (size_t i = range.start; i < range.end; i++) {
		struct str raw = issue->lines[i].text;
		struct printed printed = { .line = i, .text = str_trim(raw) };

		if (!printed.text.len) {
			blank = true;
			continue;
		}
		printed.lead = printed.text.ptr != raw.ptr;
		printed.blank = blank;
		printed.next_em = 99;
		measure_width(&printed);
		if (lines->count)
			lines->items[lines->count - 1].next_em =
				unit_em(printed.text);
		*ARRAY_ADD(lines->items, lines->count, lines->cap) = printed;
		blank = false;
	}
}

void printed_lines_release(struct printed_lines *lines)
{
	free(lines->items);
	*lines = (struct printed_lines){ 0 };
}
