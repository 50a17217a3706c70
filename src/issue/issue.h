/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ISSUE_ISSUE_H
#define ISSUE_ISSUE_H

#include "base/diag.h"
#include "base/mem.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * An issue of a newspaper: what the loader found and everything else reads.
 *
 *  - It only grows, a page at a time, while it is loaded: what is there stays
 *    where it is, but for where jumps lead.  Layout, search, export and views
 *    take a `const struct issue *`; what they make are ranges of its passages.
 *  - Every byte of the input that is not white space is in exactly one passage
 *    (issue_validate() proves it), and every passage says from which printed lines
 *    it came.  One byte alone may be in none: the hyphen ("-" or U+2010) that
 *    ends a printed line in the middle of a word, when the next span of the
 *    passage begins the line on which the word goes on.
 *  - All text lives in the issue's arena; `struct str` members are borrowed
 *    until issue_free().
 *
 *      file ── line ── span ── passage ── article ── issue
 *                               └─ (furniture) ─ page ─┘
 *
 * Articles and passages stand page by page: those of page 0, those of page 1, …
 */

/* The ending of the file that keeps a person's corrections of an issue
 * (baolan-issue(5)): such a file is no page. */
#define CORRECTIONS_SUFFIX ".baolan"

enum kind {
	KIND_NEWS,
	KIND_LETTER,
	KIND_TEASER,
	KIND_NOTICE,
	KIND_ESSAY,
	KIND_POEM,
	KIND_OTHER,
	KIND_COUNT
};

enum role {
	/* headline lines */
	ROLE_KICKER, /* 引题, above the head */
	ROLE_HEAD,   /* 主题 */
	ROLE_DECK,   /* 副题, 提要 */
	/* running text and its small parts */
	ROLE_BYLINE,
	ROLE_SALUTATION,
	ROLE_BODY,
	ROLE_SUBHEAD, /* 分题, inside the text */
	ROLE_NOTE,    /* 编者按 */
	ROLE_CAPTION,
	ROLE_CLOSING, /* 此致 敬礼 */
	ROLE_SIGNATURE,
	ROLE_DATE,
	/* beside the text */
	ROLE_QUOTE, /* pull quote */
	ROLE_JUMP,  /* [2版], （下转第3版） */
	/* of the page, not of an article */
	ROLE_MASTHEAD,
	ROLE_FOLIO,
	ROLE_EDITION_DATE,
	ROLE_EDITOR,
	ROLE_FURNITURE, /* any other matter at the edge of the page */
	ROLE_COUNT
};

/* Half-open range of indices or of bytes. */
struct range {
	size_t start, end;
};

/* One input file, decoded. */
struct file {
	struct str name; /* as it was given; raw bytes, neutralise to show */
	struct str encoding; /* "UTF-8", "GB18030", … */
	size_t lost_bytes;   /* bytes replaced by U+FFFD */
	struct str sha256; /* of its bytes, hexadecimal; empty: not yet whole */
};

/* What the input states of a word that a line end cuts. */
enum line_join {
	LINE_JOIN_UNKNOWN, /* nothing: whether there is one is estimated */
	LINE_JOIN_WORD,    /* it goes on on the next line that is not blank; a
	                    * hyphen at the line end is of the break */
	LINE_JOIN_COMPOUND /* it goes on there, and the hyphen is of the word */
};

/* One line of the input, or what is of one column of it where columns stand side
 * by side. */
struct line {
	struct str text; /* as in the file, decoded, without its line end */
	size_t number;   /* 1-based, in its file */
	uint32_t file;   /* index into files */
	uint32_t page;   /* index into pages */
	/* It does not go on with the line before it, though no blank line of the
	 * file stands between them: where columns were cut apart. */
	bool starts_block;
	enum line_join join;
};

/* A stretch of a passage that stands verbatim in one line:
 * passage.text[start, end) == lines[line].text[at, at + end - start). */
struct span {
	uint32_t start, end;
	uint32_t line; /* index into lines */
	uint32_t at;   /* byte of that line */
};

enum jump_direction {
	JUMP_TO,
	JUMP_FROM
};

/* What a passage of ROLE_JUMP says. */
struct jump {
	enum jump_direction direction;
	size_t page;      /* the page number it names, 0 = not understood */
	struct str label; /* "A3" where it is named by more than a number */
	size_t article;   /* index of the article it leads to, or NPOS */
};

/*
 * What a reader would call one paragraph, headline, caption, quotation.
 *
 *  - `text` is rejoined: printed lines joined with nothing between two CJK
 *    characters, one space between two Latin words.  It may hold control and
 *    bidi characters of the input: text/neutralise before any screen.
 *  - Spans are in order of the text, do not overlap; bytes of text between
 *    them are the joining spaces (and only U+0020).
 */
struct passage {
	enum role role;
	size_t article; /* index, or NPOS: furniture of a page */
	size_t page;    /* index of the page its lines are on */
	struct str text;
	const struct span *spans;
	size_t span_count;
	const struct jump *jump; /* ROLE_JUMP only, else NULL */
};

/* A decision that was a guess. */
struct note {
	struct str what;    /* a sentence in the reader's language */
	double confidence;  /* 0 to 1 */
	struct range lines; /* indices into lines */
	size_t page;        /* index */
};

/* The order in which the first passages of an article, its headline, were printed,
 * where it is another than that in which they are read: the nth was passage at[n] of
 * the article.  Headlines of more passages have none. */
#define HEADS_MOST 16
struct head_order {
	uint8_t at[HEADS_MOST];
	size_t count; /* 0: as they are read */
};

/*
 * An article.  Its passages stand together in reading order: kicker, head and
 * deck, byline, pull quotes, the text, jumps.
 */
struct article {
	enum kind kind;
	size_t page; /* index of the page it begins on */
	struct range passages;
	struct str headline; /* lines of the main head joined; empty: none */
	struct head_order printed;
	struct str byline, dateline; /* empty: not known */
	const struct note *notes;
	size_t note_count;
	size_t chars; /* characters of its passages but white space */
};

enum part {
	PART_HEAD,
	PART_BODY,
	PART_QUOTE,
	PART_TEASER,
	PART_COUNT
};

/*
 * A part of an article as it stood on the page: columns of equal length, each
 * a range of lines (blank lines inside do not count).
 */
struct block {
	size_t article;
	enum part part;
	const struct range *columns; /* indices into lines; left to right */
	size_t column_count;
	double measure_em;
};

struct page {
	size_t number;    /* as printed or by order, 1-based */
	struct str label; /* "1版", "A06" as printed; empty: not printed */
	struct str title, date; /* its paper and its day, as of an issue, where
	                         * the page itself names them; else empty */
	bool told; /* by an export: what it does not name is not known */
	struct range lines;
	struct range articles;
	struct range passages;      /* its articles', then its furniture */
	struct range furniture;     /* passages */
	const struct block *blocks; /* in order of the stream */
	size_t block_count;
};

struct issue {
	/* Paper; YYYY-MM-DD: of all pages that name one.  Empty: none does, or
	 * they differ, as those of several issues do. */
	struct str title, date;
	bool titles_differ, dates_differ;
	struct file *files;
	size_t file_count, file_cap;
	struct line *lines;
	size_t line_count, line_cap;
	struct page *pages;
	size_t page_count, page_cap;
	size_t pages_read; /* the others have lines only, and may not be whole */
	struct article *articles;
	size_t article_count, article_cap;
	struct passage *passages;
	size_t passage_count, passage_cap;
	struct diags diags;
	struct arena arena;
};

/* An empty issue for the loader to fill. */
struct issue *issue_new(void);
void issue_free(struct issue *issue);

/* A copy of `text` in the issue's arena. */
struct str issue_keep(struct issue *issue, struct str text);

/* Page `page` (index) names its paper and its day, each perhaps empty; what it has
 * named before holds.  Both live as long as the issue. */
void issue_name_page(struct issue *issue, size_t page, struct str title,
                     struct str date);

/* The paper and the day of a page: its own, or that of all others where it names
 * none and the name of its file does not say another day or year.  Empty: not
 * known. */
struct str issue_page_title(const struct issue *issue, size_t page);
struct str issue_page_date(const struct issue *issue, size_t page);

/* The article whose id (1-based, as in lists and JSON) is `id`, or NPOS. */
size_t issue_article_by_id(const struct issue *issue, size_t id);

/*
 * The page whose printed number is `number`, seen from page `from` (index): the
 * nearest behind it for a larger number than its own, before it for a smaller
 * one, or else the other way.  NPOS when no page has it, or only one that is
 * ISSUE_PAGES apart: there may be many issues in one file.
 */
#define ISSUE_PAGES 256
size_t issue_page_by_number(const struct issue *issue, size_t number,
                            size_t from);

/* First and last printed line a passage's bytes [start, end) came from, as
 * indices into lines, half-open; an empty range for a passage without spans. */
struct range passage_lines(const struct passage *passage, struct range bytes);

/* The source line that holds byte `at` of the passage (the one before, for a
 * joining space), or NPOS. */
size_t passage_line_at(const struct passage *passage, size_t at);

/* The passage and byte that stand at byte `at` of line `line`: true and both
 * set when one does; false for a blank place. */
bool issue_passage_at(const struct issue *issue, size_t line, size_t at,
                      size_t *passage, size_t *byte);

/* Where in its article a note's first line stands; false when it is not there. */
bool issue_note_at(const struct issue *issue, size_t article,
                   const struct note *note, size_t *passage, size_t *byte);

bool role_is_headline(enum role role); /* kicker, head, deck */

/* Names of the JSON contract: "news", "head", "body", …; never translated.
 * The roles of furniture are "masthead", "folio", "date", "editor", "other". */
const char *kind_name(enum kind kind);
const char *role_name(enum role role);
const char *part_name(enum part part);

/*
 * NULL when the issue keeps its promises: indices in range, spans verbatim,
 * every byte that is not white space in exactly one passage but for hyphens
 * of line breaks, passages in order; of the pages that are read.  Otherwise a
 * sentence that says what is broken; caller frees.
 */
char *issue_validate(const struct issue *issue);

#endif
