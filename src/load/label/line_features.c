/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/label/line_features.h"

#include "issue/person_name.h"

#include <unictype.h>

#define NAME_CHARS 4 /* no bare name is longer */

static bool line_features_have_words(struct str text)
{
	for (size_t at = 0; at < text.len;)
		if (uc_is_alnum(char_at(text, at, &at)))
			return true;
	return false;
}

/* The first letter of a line, behind its opening marks. */
static unsigned line_features_initial(struct str text)
{
	size_t next = 0;
	unsigned c = char_at(text, 0, &next);

	while (next < text.len && (char_opens(c) || char_in(c, "\"'—–«»¿¡")))
		c = char_at(text, next, &next);
	return c;
}

/* The features that marks are. */
static void line_features_read_marks(struct line_features *features,
                                     const struct printed_line *line)
{
	unsigned last = char_last(line->text);

	features->commas = char_count_in(line->text, "，；,;");
	features->pauses = char_count_in(line->text, "、");
	features->paused = last == 0x3001;
	features->closes_first =
		char_in(char_first(line->text), "，。、；：？！）》〉】〕］");
	features->exclaims = char_in(last, "！？!?");
	features->verse = line->verse;
	features->open_end = line->end != END_SENTENCE;
}

/* The features that letters are. */
static void line_features_read_letters(struct line_features *features,
                                       struct str text)
{
	unsigned initial = line_features_initial(text);

	features->small_initial = initial < 0x2e80 && uc_is_lower(initial);
	features->capital_initial = initial < 0x2e80 && uc_is_upper(initial);
	features->letter_style = letter_style_of(text);
	features->wordless = !line_features_have_words(text);
}

/* Can a line of so many printed characters be a name of ideographs and nothing else? */
static bool line_features_is_name(const struct printed_line *line,
                                  size_t letters)
{
	return letters >= 2 && letters <= NAME_CHARS && line->end == END_OPEN &&
	       char_first(line->text) >= 0x2e80 &&
	       char_last(line->text) != 0xff09 &&
	       !char_count_in(line->text, "，。：；“”、《》");
}

/* Does a line name one that writes to a paper: who that is, a space, a name whose family name
 * is known?  Headlines have such words and spaces, too: 三千居民 喝上水. */
static bool line_features_is_writer(struct str text)
{
	struct str before = text;
	size_t name = text.len;

	for (int i = 0; i < NAME_CHARS && !char_is_space(char_last(before));
	     i++) {
		name = char_last_start(before);
		before = str_slice(text, 0, name);
		if (!name)
			return false;
	}
	return char_is_space(char_last(before)) &&
	       cue_matches(CUE_WRITER, str_trim(before), NULL) &&
	       person_name_parts(str_slice(text, name, text.len), true)
	                       .family.len > 0;
}

struct line_features line_features_of(const struct printed_line *line)
{
	struct line_features features;
	struct str text = line->text;
	size_t letters = char_count_printed(text);
	bool greets = printed_line_matches(line, CUE_SALUTED, NULL);
	bool from = printed_line_matches(line, CUE_JUMP_FROM, NULL);
	size_t brackets = char_count_in(text, "（）()");
	bool jump = from || printed_line_matches(line, CUE_JUMP_TO, NULL);

	features = (struct line_features){
		.date = printed_line_matches(line, CUE_DATE, NULL),
		.jump = jump,
		.jump_from = from,
		.dateline = printed_line_matches(line, CUE_DATELINE, NULL),
		.byline = printed_line_matches(line, CUE_BYLINE, NULL) &&
		          line->end != END_COLON &&
		          !char_count_in(text, "，。；！？“”《》0123456789"),
		.signed_by =
			!jump &&
			(printed_line_matches(line, CUE_SIGNED, NULL) ||
		         brackets == letters || line_features_is_writer(text)),
		.bracketed = brackets > 1 && brackets < letters &&
		             printed_line_matches(line, CUE_SIGNED, NULL),
		.closing = printed_line_matches(line, CUE_CLOSING, NULL),
		.saluted = (line->end == END_COLON && greets) ||
		           (line->end != END_OPEN &&
		            printed_line_matches(line, CUE_SALUTE, NULL)),
		.greets = greets,
		.announces = printed_line_matches(line, CUE_ANNOUNCING, NULL),
		.bullet = printed_line_matches(line, CUE_BULLET, NULL),
		.item = printed_line_matches(line, CUE_ITEM, NULL),
		.name = line_features_is_name(line, letters),
	};
	line_features_read_marks(&features, line);
	line_features_read_letters(&features, text);
	return features;
}

void line_features_look_back(struct line_features *features,
                             const struct printed_line *line,
                             const struct line_features *prev)
{
	features->in_sentence = prev && prev->open_end;
	/* A line in the middle of a text is spaced out to fill its column. */
	if (features->letter_style == LETTER_STYLE_SPACED && !line->blank &&
	    prev && prev->letter_style != LETTER_STYLE_SPACED)
		features->letter_style = LETTER_STYLE_PLAIN;
	features->ranked = prev && prev->byline && !line->blank &&
	                   line->end == END_OPEN && !features->byline &&
	                   printed_line_matches(line, CUE_RANK, NULL);
}

void line_features_look_ahead(struct line_features *features,
                              const struct line_features *next)
{
	features->poet = features->byline && next->verse;
	/* Of two names, one is the byline: the one with a cue or brackets. */
	if (next->byline || next->bracketed)
		features->name = false;
}
