/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/aside/running_heads.h"

#include "load/lines/cues.h"

#define HEAD_LINES    8   /* so many lines of a page may be running heads */
#define FOOT_LINES    6   /* and so many running feet */
#define LINE_BYTES    400 /* no line of furniture is longer */
#define WORD_CHARS    8   /* no name of a section is longer */
#define OTHER_WORDS   2   /* so many words of a line may be no cue */
#define PAPER_CHARS   12  /* no name of a paper is longer */
#define LATIN_CHARS   32  /* nor this, in Latin letters */
#define WORD_ENDS     " \t　|｜"
#define LATIN_ENDS    "\t|｜·•—–"
#define YEAR_FIRST    1800
#define YEAR_LAST     2200
#define REPUBLIC_YEAR 1911 /* the year before the first of the republic */

/* The words of a line, counted by cue. */
struct word_counts {
	size_t count[CUE_COUNT];
	size_t all;
	size_t other;      /* of no cue */
	size_t long_other; /* of no cue, and too long for the name of a section */
};

/* Is a line in English: letters, and digits for a date or a page? */
static bool is_latin_line(struct str line)
{
	size_t letters = 0, digits = 0;

	for (size_t at = 0; at < line.len;) {
		unsigned c = char_at(line, at, &at);

		if (c >= 0x2e80)
			return false;
		letters += (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
		digits += c >= '0' && c <= '9';
	}
	return letters >= 2 * digits;
}

/* The next phrase of a line in Latin letters: its words are parted by one space,
 * phrases by more. */
static struct str running_heads_next_phrase(struct str line, size_t *at)
{
	size_t start, next = *at;

	while (*at < line.len &&
	       (line.ptr[*at] == ' ' ||
	        char_in(char_at(line, *at, &next), LATIN_ENDS)))
		*at = line.ptr[*at] == ' ' ? *at + 1 : next;
	start = *at;
	while (*at < line.len &&
	       !str_starts(str_slice(line, *at, line.len), STR("  ")) &&
	       !char_in(char_at(line, *at, &next), LATIN_ENDS))
		*at = line.ptr[*at] == ' ' ? *at + 1 : next;
	return str_trim(str_slice(line, start, *at));
}

/* The next word of a line at or after byte *at, which goes behind it; empty at the
 * end of the line. */
static struct str running_heads_next_word(struct str line, size_t *at)
{
	size_t start, next = *at;

	if (is_latin_line(line))
		return running_heads_next_phrase(line, at);

	while (*at < line.len && char_in(char_at(line, *at, &next), WORD_ENDS))
		*at = next;
	start = *at;
	while (*at < line.len && !char_in(char_at(line, *at, &next), WORD_ENDS))
		*at = next;
	return str_slice(line, start, *at);
}

/* May a word be the name of a paper?  It is short, and if it is in Latin letters,
 * each word begins with a capital. */
static bool may_name_paper(struct str word)
{
	bool begins = true;

	if (!is_latin_line(word))
		return char_count_printed(word) <= PAPER_CHARS;
	for (size_t i = 0; i < word.len; i++) {
		if (begins && word.ptr[i] >= 'a' && word.ptr[i] <= 'z')
			return false;
		begins = word.ptr[i] == ' ';
	}
	return char_count_printed(word) <= LATIN_CHARS;
}

/* The cue of furniture that a word has; CUE_COUNT: none. */
static enum cue running_heads_cue(struct str word)
{
	static const enum cue cues[] = {
		CUE_FOLIO,     CUE_DAY,    CUE_PAPER,
		CUE_FURNITURE, CUE_EDITOR, CUE_NUMBER
	};

	for (size_t i = 0; i < ARRAY_LEN(cues); i++)
		if (cue_matches(cues[i], word, NULL) &&
		    (cues[i] != CUE_PAPER || may_name_paper(word)))
			return cues[i];
	return CUE_COUNT;
}

static struct word_counts running_heads_count_words(struct str line)
{
	struct word_counts words = { 0 };
	struct str word;
	size_t at = 0;

	while ((word = running_heads_next_word(line, &at)).len) {
		enum cue cue = running_heads_cue(word);

		/* A mark between two words is no word. */
		if (char_count_printed(word) == 1 &&
		    char_in(char_first(word), "·•/—"))
			continue;
		words.all++;
		if (cue < CUE_COUNT) {
			words.count[cue]++;
			continue;
		}
		words.other++;
		words.long_other += char_count_printed(word) > WORD_CHARS;
	}
	return words;
}

/* Is a line with these words furniture wherever it stands on the page? */
static bool is_furniture_anywhere(const struct word_counts *words)
{
	size_t editors = words->count[CUE_EDITOR];

	return (editors >= 2 && editors + words->other == words->all &&
	        words->other <= editors) ||
	       (words->count[CUE_DAY] && words->count[CUE_FURNITURE] &&
	        words->count[CUE_FOLIO] && !words->long_other);
}

/* Is a line at the head of the page, or at its foot, furniture?  `outermost` says
 * that it is the first line of the page or the last. */
static bool is_furniture(struct str line, bool at_foot, bool outermost)
{
	struct word_counts words;
	size_t known;

	if (line.len > LINE_BYTES)
		return false;
	words = running_heads_count_words(line);
	known = words.all - words.other;
	if (!known || words.long_other || words.other > OTHER_WORDS)
		return false;
	if (is_furniture_anywhere(&words))
		return true;
	/* A bare number is that of the page only in its outermost line; a date at
	 * the foot may be that of a letter. */
	if (words.all == words.count[CUE_NUMBER])
		return outermost && words.all == 1;
	if (words.all == words.count[CUE_DAY])
		return !at_foot;
	if (words.count[CUE_FOLIO] || words.count[CUE_DAY])
		return true;
	return !words.other || words.count[CUE_EDITOR];
}

/* Is a line in the middle of the page furniture?  It has several words. */
static bool is_furniture_inside(struct str line)
{
	struct word_counts words;

	if (cue_matches(CUE_INDEX, line, NULL))
		return true;
	if (line.len > LINE_BYTES || !char_count_in(line, WORD_ENDS))
		return false;
	words = running_heads_count_words(line);
	return is_furniture_anywhere(&words);
}

static void running_heads_set_aside(struct printed_lines *lines, size_t i)
{
	printed_lines_set_aside(lines, i, i + 1, ASIDE_FURNITURE);
}

/* Reads a date of the issue, unless one was read before. */
static void running_heads_read_day(struct running_heads *heads, struct str word)
{
	struct cue_match match;
	size_t year, month, day;

	if (heads->year || !cue_matches(CUE_DAY, word, &match))
		return;
	if (match.month && match.count == 2) {
		/* In English the day stands before the year. */
		day = match.numbers[0];
		month = match.month;
		year = match.numbers[1];
	} else if (match.count == 3) {
		year = match.numbers[0];
		month = match.numbers[1];
		day = match.numbers[2];
	} else {
		return;
	}
	if (cue_matches(CUE_REPUBLIC, word, NULL))
		year += REPUBLIC_YEAR;
	if (year < YEAR_FIRST || year > YEAR_LAST || month < 1 || month > 12 ||
	    day < 1 || day > 31)
		return;
	heads->year = year;
	heads->month = month;
	heads->day = day;
}

static void running_heads_read_line(struct running_heads *heads,
                                    struct str line)
{
	struct cue_match match;
	struct str word;
	size_t at = 0;

	while ((word = running_heads_next_word(line, &at)).len) {
		enum cue cue = running_heads_cue(word);

		if (cue == CUE_PAPER && !heads->paper.len)
			heads->paper = word;
		running_heads_read_day(heads, word);
		if ((cue != CUE_FOLIO && cue != CUE_NUMBER) || heads->number ||
		    !cue_matches(cue, word, &match))
			continue;
		heads->number = cue_number(&match);
		if (cue == CUE_FOLIO)
			heads->label = word;
	}
}

/* Is line `i` between two blank lines?  Furniture may stand under an advert. */
static bool running_heads_stands_alone(const struct printed_lines *lines,
                                       size_t i)
{
	return lines->items[i].blank &&
	       (i + 1 == lines->count || lines->items[i + 1].blank);
}

void running_heads_find(struct running_heads *heads,
                        struct printed_lines *lines)
{
	size_t head = 0, foot = lines->count;

	*heads = (struct running_heads){ 0 };
	while (head < lines->count && head < HEAD_LINES &&
	       is_furniture(lines->items[head].text, false, head == 0))
		running_heads_set_aside(lines, head++);
	for (size_t i = head; i < lines->count && i < HEAD_LINES; i++)
		if (running_heads_stands_alone(lines, i) &&
		    is_furniture(lines->items[i].text, false, false))
			running_heads_set_aside(lines, i);
	while (foot > head && lines->count - foot < FOOT_LINES &&
	       is_furniture(lines->items[foot - 1].text, true,
	                    foot == lines->count))
		running_heads_set_aside(lines, --foot);
	for (size_t i = head; i < foot; i++)
		if (is_furniture_inside(lines->items[i].text))
			running_heads_set_aside(lines, i);
	for (size_t i = 0; i < lines->count; i++)
		if (lines->items[i].aside == ASIDE_FURNITURE)
			running_heads_read_line(heads, lines->items[i].text);
}

void running_heads_peek(struct running_heads *heads, const struct issue *issue,
                        size_t page)
{
	struct printed_lines lines;

	printed_lines_init_ends(&lines, issue, page, HEAD_LINES, FOOT_LINES);
	running_heads_find(heads, &lines);
	printed_lines_release(&lines);
}

enum role running_head_role(struct str line)
{
	struct word_counts words = running_heads_count_words(line);

	if (words.count[CUE_EDITOR])
		return ROLE_EDITOR;
	if (words.count[CUE_PAPER])
		return ROLE_MASTHEAD;
	if (words.count[CUE_FOLIO] || words.count[CUE_NUMBER])
		return ROLE_FOLIO;
	return words.count[CUE_DAY] || words.count[CUE_FURNITURE]
	               ? ROLE_EDITION_DATE
	               : ROLE_FURNITURE;
}
