/* Copyright (C) 2026 The baolan authors */
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
 * The model of an issue of a newspaper.  load/ fills it; layout, search, export and
 * views read it.
 *
 *  - The issue grows by a page at a time while it is loaded.  What has been added does
 *    not change any more and keeps its index; only the targets of jumps (struct jump),
 *    the notes that say they are doubtful, and which article goes on in which (parts.h)
 *    may change.  Readers take a `const struct issue *`, and their results are ranges
 *    of passages.
 *  - Every byte of the input that is not white space is in exactly one passage, and
 *    every passage names its printed lines; issue_validate() checks that.  The one
 *    exception is the hyphen (text/hyphen.h) that divides a word at the end of a
 *    printed line, where the next span of the passage begins the next line of the
 *    word.
 *  - All text lives in the arena of the issue; `struct str` members are valid until
 *    issue_free().
 *
 *      file ── line ── span ── passage ── article ── issue
 *                               └─ (furniture) ─ page ─┘
 *
 * Articles and passages stand page by page: those of page 0, those of page 1, …
 */

/* The ending of the name of a file of corrections (baolan-issue(5)), which is no page. */
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

/* The order matters: headline lines first, matter of the page last. */
enum role {
	/* headline lines */
	ROLE_KICKER, /* 引题, above the head */
	ROLE_HEAD,   /* 主题 */
	ROLE_DECK,   /* 副题, 提要 */
	/* running text and its small parts */
	ROLE_BYLINE,
	ROLE_SALUTATION,
	ROLE_BODY,
	ROLE_ROW, /* a row of a table: its cells, and the gaps between them */
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

_Static_assert(ROLE_KICKER == 0 && ROLE_HEAD < ROLE_DECK &&
                       ROLE_DECK + 1 == ROLE_BYLINE,
               "roles up to ROLE_DECK are headline lines");
_Static_assert(ROLE_JUMP + 1 == ROLE_MASTHEAD &&
                       ROLE_FURNITURE + 1 == ROLE_COUNT,
               "roles from ROLE_MASTHEAD on are of the page");

/* Half-open range of indices or of bytes. */
struct range {
	size_t start, end;
};

/* One input file, decoded. */
struct file {
	struct str name;     /* as given; any bytes, to be neutralised */
	struct str encoding; /* "UTF-8", "GB18030", … */
	size_t lost_bytes;   /* bytes replaced by U+FFFD */
	struct str sha256; /* of its bytes, hexadecimal; empty: not yet read to
	                    * its end */
};

/* What the input states about a word that a line end divides. */
enum line_join {
	LINE_JOIN_UNKNOWN, /* nothing: the loader estimates */
	LINE_JOIN_WORD,    /* the last word continues on the next line that is
	                    * not blank; a hyphen at the line end is not of it */
	LINE_JOIN_COMPOUND /* the same, and the hyphen is part of the word */
};

/* A line of the input, or the part of it that belongs to one column where columns stand
 * side by side. */
struct line {
	struct str text; /* as in the file, decoded, without its line end */
	size_t number;   /* 1-based, in its file */
	uint32_t page;   /* index into pages */
	/* The line does not continue the line before it, although no blank line
	 * stands between them: columns were cut apart there. */
	bool starts_block;
	enum line_join join : 8;
};

_Static_assert(sizeof(struct line) <= sizeof(struct str) + 16,
               "a file of blank lines is mostly memory for struct line");

/* A page is at most so wide and high: the largest that a PDF can have is 200 inches in
 * units of up to 75000. */
#define PAGE_PT_MOST 1e7f

/* Where a line stands on its printed page, in points (1/72 inch) from the top left corner
 * of the page.  A line whose place is not known has a width, a height and an em of 0; all
 * others have none of them 0. */
struct line_box {
	float left_pt, top_pt, width_pt, height_pt;
	float em_pt;   /* size of its type */
	bool vertical; /* it runs down the page */
	bool bold;
};

/* How sure an OCR is of a word, in percent: low is less than SURENESS_LOW. */
#define SURENESS_UNKNOWN 255
#define SURENESS_LOW     50

/* A word with a low sureness: bytes [start, end) of a line. */
struct unsure_word {
	uint32_t line; /* index into lines */
	uint32_t start, end;
};

enum mark_kind {
	MARK_RULE,
	MARK_BOX, /* a frame, or an area that is filled */
	MARK_PICTURE
};

/* A rule, box or picture of the printed page, in points as above. */
struct page_mark {
	enum mark_kind kind;
	float left_pt, top_pt, width_pt, height_pt;
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

/* The contents of a passage of ROLE_JUMP. */
struct jump {
	enum jump_direction direction;
	size_t page; /* number of the page that it names; 0: not understood */
	struct str label; /* "A3", where it names more than a number */
	size_t article;   /* index of the article that it leads to, or NPOS */
};

/*
 * A passage: a paragraph, a headline, a caption, a quotation and the like.
 *
 *  - `text` is its printed lines joined: without a space between two CJK characters,
 *    with a space between two Latin words.  A row of a table (ROLE_ROW) is one line; its
 *    cells keep their gaps, which joining spaces may widen.  The text may hold control and bidi characters of
 *    the input, which text/neutralise.h makes safe for a screen.
 *  - Spans stand in the order of the text and do not overlap.  Bytes of the text that are
 *    in no span are the joining spaces (U+0020).
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

/* A decision of the loader that is uncertain. */
struct note {
	struct str what;    /* a sentence in the reader's language */
	double confidence;  /* 0 to 1 */
	struct range lines; /* indices into lines */
	size_t page;        /* index */
};

/* The printed order of the first passages of an article, its headline, where it differs
 * from their order in the article: the nth as printed is passage at[n] of the article.
 * Headlines of more than HEADS_MOST passages have no such order. */
#define HEADS_MOST 16
struct head_order {
	uint8_t at[HEADS_MOST];
	size_t count; /* 0: the printed order is that of the article */
};

/* An article.  Its passages stand together in reading order: kicker, head and deck,
 * byline, pull quotes, the text, jumps. */
struct article {
	enum kind kind;
	size_t page; /* index of the page on which it begins */
	/* Its place among the parts of an article over several pages (parts.h):
	 * ids of the part before it, on a page before, of the part behind it, and of
	 * the first part; 0: there is none, it is itself the first. */
	size_t continues, continued, whole;
	size_t ordinal; /* of its whole, in the list of wholes */
	bool runs_on; /* its last paragraph ends within a sentence, which goes on in
	                 * the part behind it */
	/* A library has marked the articles of its page, and its text is in none of
	 * them. */
	bool unassigned;
	struct range passages;
	struct str headline; /* lines of the main head joined; empty: none */
	struct head_order printed;
	struct str byline, dateline; /* empty: not known */
	const struct note *notes;
	size_t note_count;
	size_t chars; /* characters of its passages without white space */
};

enum part {
	PART_HEAD,
	PART_BODY,
	PART_QUOTE,
	PART_TEASER,
	PART_COUNT
};

/* A part of an article as it was printed: columns of equal length, each a range of lines
 * (blank lines inside do not count).  A table is a block of its own, in one column. */
struct block {
	size_t article;
	enum part part;
	bool is_table;               /* its lines are rows (ROLE_ROW) */
	const struct range *columns; /* indices into lines; left to right */
	size_t column_count;
	double measure_em;
};

struct page {
	size_t number;    /* as printed, else by order; 1-based */
	struct str label; /* "1版", "A06" as printed; empty: not printed */
	struct str title, date; /* newspaper and day that the page itself names,
	                         * in the form of struct issue; empty: none */
	/* The numbers of the volume and of the issue, as a library states them;
	 * empty: not known. */
	struct str volume, issue_number;
	bool is_stated; /* an export states both: what it leaves out is not known */
	uint32_t file;   /* index into files */
	bool by_library; /* its articles are as a library has marked them */
	struct range lines;
	/* The size of the printed page, the place of each of its lines, and its
	 * rules, boxes and pictures.  0, NULL and NULL: not known.  Where there are
	 * boxes there is a size, and a line with a place. */
	float width_pt, height_pt;
	const struct line_box *boxes;
	const struct page_mark *marks;
	size_t mark_count;
	/* Of each of its lines the lowest sureness of a word, and the words with a
	 * low one, by line and byte.  NULL: the input says nothing of it. */
	const uint8_t *sureness;
	const struct unsure_word *unsure;
	size_t unsure_count;
	struct range articles;
	struct range passages;      /* its articles', then its furniture */
	struct range furniture;     /* passages */
	const struct block *blocks; /* in the order of the input */
	size_t block_count;
};

struct issue {
	/* The newspaper, and the day as YYYY-MM-DD, on which all pages agree that
	 * name one.  Empty: no page does, or they differ. */
	struct str title, date;
	bool titles_differ, dates_differ;
	struct file *files;
	size_t file_count, file_cap;
	struct line *lines;
	size_t line_count, line_cap;
	struct page *pages;
	size_t page_count, page_cap;
	size_t pages_read; /* pages with articles; those behind them have lines
	                    * only, perhaps not all */
	struct article *articles;
	size_t article_count, article_cap;
	size_t *wholes; /* indices of the articles that are no later part */
	size_t whole_count, whole_cap;
	size_t reordered; /* counted up whenever a whole gets another ordinal */
	struct passage *passages;
	size_t passage_count, passage_cap;
	struct diags diags;
	struct arena arena;
};

/* A new, empty issue; release with issue_free(). */
struct issue *issue_new(void);
void issue_free(struct issue *issue);

/* A copy of `text` in the issue's arena. */
struct str issue_keep(struct issue *issue, struct str text);

/* Records the newspaper and the day that the page with index `page` names; either may be
 * empty, and a value that was recorded before is kept.  Both strings must live as long as
 * the issue. */
void issue_name_page(struct issue *issue, size_t page, struct str title,
                     struct str date);

/* The newspaper and the day of a page: those that it names, else those of the issue.  The
 * day of the issue is not taken where the name of the page's file has another day or
 * year, nor either where an export states what is known.  Empty: not known. */
struct str issue_page_title(const struct issue *issue, size_t page);
struct str issue_page_date(const struct issue *issue, size_t page);
/* The number of the page that a diagnostic names by its order (1-based), as printed. */
size_t issue_page_number(const struct issue *issue, size_t order);
/* Where the pages are of several papers or days: appends those of a page, a tab before each. */
void issue_add_imprint(struct buf *out, const struct issue *issue, size_t page);

/* The index of the article with the id `id` (1-based, as in lists and JSON), or NPOS. */
size_t issue_article_by_id(const struct issue *issue, size_t id);

/*
 * The index of the page with the number `number` that is nearest to the page with index
 * `from`.  A number not below that of page `from` is looked for behind it first, a
 * smaller one before it first.  NPOS: no page within ISSUE_PAGES of `from` has the
 * number; a file may hold many issues.
 */
#define ISSUE_PAGES 256
size_t issue_page_by_number(const struct issue *issue, size_t number,
                            size_t from);

/* The index of the file that holds line `line`: that of its page. */
size_t issue_line_file(const struct issue *issue, size_t line);

/* The place of a line by its index; NULL: not known. */
const struct line_box *issue_line_box(const struct issue *issue, size_t line);

/* Makes `around` the rectangle around itself, unless its width is 0, and the lines with the
 * indices `lines`; its size of type does not change.  Lines without a place do not
 * count. */
void issue_box_lines(const struct issue *issue, struct range lines,
                     struct line_box *around);

/* The article (index) that a page leads with: the first one, unless the place of another is
 * plainly better, by the size of its headline and how near to the corner where reading
 * begins it stands.  NPOS: the page has none. */
size_t issue_page_lead(const struct issue *issue, size_t page);

/* Do most lines of a page with places run down? */
bool issue_page_is_vertical(const struct issue *issue, size_t page);

/* The indices of the printed lines that hold bytes of a passage; an empty range where its
 * bytes come from no line. */
struct range passage_lines(const struct passage *passage, struct range bytes);

/* The index of the printed line that holds byte `at` of the passage; for a joining space,
 * the line before it.  NPOS: none. */
size_t passage_line_at(const struct passage *passage, size_t at);

/* Finds byte `at` of line `line` in the passages: its passage and the byte there.  False,
 * and neither is set: no passage holds that byte. */
bool issue_passage_at(const struct issue *issue, size_t line, size_t at,
                      size_t *passage, size_t *byte);

/* Finds the first line of a note in its article: the passage and the byte there.  False:
 * the article has nothing of that line. */
bool issue_note_at(const struct issue *issue, size_t article,
                   const struct note *note, size_t *passage, size_t *byte);

bool role_is_headline(enum role role); /* kicker, head, deck */

/* Names of the JSON contract: "news", "head", "body", …; never translated.
 * The roles of furniture are "masthead", "folio", "date", "editor", "other". */
const char *kind_name(enum kind kind);
const char *role_name(enum role role);
const char *part_name(enum part part);

#endif
