/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/aside/running_heads.h"

#include "load/lines/cues.h"

#define HEAD_LINES    8 /* of a page may be furniture */
#define FOOT_LINES    6
#define WORD_CHARS    8 /* of a word beside the page number */
#define WORDS_OTHER   2 /* so many such words in a line */
#define WORD_ENDS     " \t　|｜"
#define LATIN_ENDS    "\t|｜·•—–"
#define LINE_BYTES    400
#define PAPER_CHARS   12 /* no name of a paper is longer */
#define LATIN_CHARS   32 /* or, in Latin letters, than this */
#define YEAR_FIRST    1800
#define YEAR_LAST     2200
#define REPUBLIC_YEAR 1911 /* the year before the first of the republic */

/* How many words of each kind a line has. */
struct tally {
	size_t count[CUE_COUNT];
	size_t all, other;
	size_t long_other; /* too long to be the name of a section */
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

/* There words are parted by one space, and what is said by more. */
static struct str next_phrase(struct str line, size_t *at)
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

/* The next word of a line at or after byte *at; empty at its end. */
static struct str next_word(struct str line, size_t *at)
{
	size_t start, next = *at;

	if (is_latin_line(line))
		return next_phrase(line, at);

	while (*at < line.len && char_in(char_at(line, *at, &next), WORD_ENDS))
		*at = next;
	start = *at;
	while (*at < line.len && !char_in(char_at(line, *at, &next), WORD_ENDS))
		*at = next;
	return str_slice(line, start, *at);
}

/* A name is short, and in Latin letters each of its words is a capital. */
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

static enum cue cue_of(struct str word)
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

static struct tally tally_words(struct str line)
{
	struct tally words = { 0 };
	struct str word;
	size_t at = 0;

	while ((word = next_word(line, &at)).len) {
		enum cue cue = cue_of(word);

		/* A mark between two words is none. */
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

/* Is it furniture wherever it stands on the page? */
static bool is_furniture_anywhere(const struct tally *words)
{
	size_t editors = words->count[CUE_EDITOR];

	return (editors >= 2 && editors + words->other == words->all &&
	        words->other <= editors) ||
	       (words->count[CUE_DAY] && words->count[CUE_FURNITURE] &&
	        words->count[CUE_FOLIO] && !words->long_other);
}

/* Is a line at the head or the foot of the page furniture? */
static bool is_furniture(struct str line, bool at_foot, bool outermost)
{
	struct tally words;
	size_t known;

	if (line.len > LINE_BYTES)
		return false;
	words = tally_words(line);
	known = words.all - words.other;
	if (!known || words.long_other || words.other > WORDS_OTHER)
		return false;
	if (is_furniture_anywhere(&words))
		return true;
	/* A bare number is a page's at its very edge only; a date at the foot
	 * may be that of a letter. */
	if (words.all == words.count[CUE_NUMBER])
		return outermost && words.all == 1;
	if (words.all == words.count[CUE_DAY])
		return !at_foot;
	if (words.count[CUE_FOLIO] || words.count[CUE_DAY])
		return true;
	return !words.other || words.count[CUE_EDITOR];
}

/* Is a line in the middle of the page?  It has words apart from each other. */
static bool is_furniture_inside(struct str line)
{
	struct tally words;

	if (cue_matches(CUE_INDEX, line, NULL))
		return true;
	if (line.len > LINE_BYTES || !char_count_in(line, WORD_ENDS))
		return false;
	words = tally_words(line);
	return is_furniture_anywhere(&words);
}

static void set_aside(struct printed_lines *lines, size_t i)
{
	printed_lines_set_aside(lines, i, i + 1, ASIDE_FURNITURE);
}

static void read_day(struct running_heads *edges, struct str word)
{
	struct cue_match match;
	size_t year, month, day;

	if (edges->year || !cue_matches(CUE_DAY, word, &match))
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
	edges->year = year;
	edges->month = month;
	edges->day = day;
}

static void running_heads_read_line(struct running_heads *edges,
                                    struct str line)
{
	struct cue_match match;
	struct str word;
	size_t at = 0;

	while ((word = next_word(line, &at)).len) {
		enum cue cue = cue_of(word);

		if (cue == CUE_PAPER && !edges->paper.len)
			edges->paper = word;
		read_day(edges, word);
		if ((cue != CUE_FOLIO && cue != CUE_NUMBER) || edges->number ||
		    !cue_matches(cue, word, &match))
			continue;
		edges->number = cue_number(&match);
		if (cue == CUE_FOLIO)
			edges->label = word;
	}
}

/* Between two blank lines; furniture may stand under an advert. */
static bool running_heads_stands_alone(const struct printed_lines *lines,
                                       size_t i)
{
	return lines->items[i].blank &&
	       (i + 1 == lines->count || lines->items[i + 1].blank);
}

void running_heads_find(struct running_heads *edges,
                        struct printed_lines *lines)
{
	size_t head = 0, foot = lines->count;

	*edges = (struct running_heads){ 0 };
	while (head < lines->count && head < HEAD_LINES &&
	       is_furniture(lines->items[head].text, false, head == 0))
		set_aside(lines, head++);
	for (size_t i = head; i < lines->count && i < HEAD_LINES; i++)
		if (running_heads_stands_alone(lines, i) &&
		    is_furniture(lines->items[i].text, false, false))
			set_aside(lines, i);
	while (foot > head && lines->count - foot < FOOT_LINES &&
	       is_furniture(lines->items[foot - 1].text, true,
	                    foot == lines->count))
		set_aside(lines, --foot);
	for (size_t i = head; i < foot; i++)
		if (is_furniture_inside(lines->items[i].text))
			set_aside(lines, i);
	for (size_t i = 0; i < lines->count; i++)
		if (lines->items[i].aside == ASIDE_FURNITURE)
			running_heads_read_line(edges, lines->items[i].text);
}

void running_heads_peek(struct running_heads *edges, const struct issue *issue,
                        size_t page)
{
	struct printed_lines lines;

	printed_lines_init_ends(&lines, issue, page, HEAD_LINES, FOOT_LINES);
	running_heads_find(edges, &lines);
	printed_lines_release(&lines);
}

enum role running_head_role(struct str line)
{
	struct tally words = tally_words(line);

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
