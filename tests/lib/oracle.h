/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_ORACLE_H
#define TESTS_ORACLE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct hits;
struct issue;

/*
 * What must hold of any input.  It is said once, here: property tests ask it
 * about papers and made texts, a fuzzer about bytes of its own.
 *
 * Each function gives NULL when all is well, else a sentence that says what is
 * broken, which the caller frees.
 */

/* The issue keeps its promises, and its lines hold all of `bytes` that is not
 * white space, once; where columns were cut apart, what stands left in a line of the
 * file is read before what stands right. */
char *oracle_issue(const struct issue *issue, struct str bytes);

/* Every article set for a window of `cols` cells: each byte on exactly one
 * line, no line wider than asked, 禁则 kept, nothing over another. */
char *oracle_articles(const struct issue *issue, int cols, int ambiguous_cols);

/* Every page as it was printed, in a window of `cols` cells: the same, but
 * lines end where they ended on paper. */
char *oracle_pages(const struct issue *issue, int cols, int ambiguous_cols);

/* The same with lines that run downwards, in a window of that size. */
char *oracle_upright(const struct issue *issue, int rows, int cols);
char *oracle_upright_pages(const struct issue *issue, int rows, int cols);

/* Every page that has true places, as it was printed, in a window of that size: each byte
 * on one line, nothing over another. */
char *oracle_facsimiles(const struct issue *issue, int rows, int cols,
                        int ambiguous_cols);

/* Each passage is in the exported text once, and in the JSON. */
char *oracle_exports(const struct issue *issue);

/* The hits of `pattern`, as typed, exact, and as pinyin, fold to it and are those of
 * a scan character by character. */
char *oracle_search(const struct issue *issue, struct str pattern);

/* The same of two characters in the middle of an issue that has passages. */
char *oracle_search_middle(const struct issue *issue);

/* The same of bytes whose first line is the pattern; the rest is a page. */
char *oracle_search_bytes(struct str bytes);

/* The same of a page that the loader has not read: what was found is that alone. */
char *oracle_find_bytes(struct str bytes);

/* The characters of bytes, what is found in them, the number and the near name that they are,
 * and what is made of them for a terminal are those of the plainest way to tell. */
char *oracle_strings_bytes(struct str bytes);

/* As keys in a line of input, bytes move, put in or take out at the cursor alone, which is
 * between two characters and on the screen. */
char *oracle_editor_bytes(struct str bytes);

/* As what a terminal sends, bytes are keys, the mouse and answers within their bounds, the
 * same ones in pieces, and nothing is held for ever. */
char *oracle_keys_bytes(struct str bytes);

/* As a byline, a name and the name of a file, bytes have no name, part of a name or day that
 * is not there. */
char *oracle_people_bytes(struct str bytes);

/* Bytes whose lines are what a page says: its citations are one entry, record or item whose
 * fields hold nothing but their own. */
char *oracle_cite_bytes(struct str bytes);

/* The same lines written as HTML are well-formed XML of one article with all of their text,
 * in order; as a list, one row. */
char *oracle_written_bytes(struct str bytes);

/* A page of hOCR, PAGE or ALTO gives an issue that keeps its promises, set as an article, a
 * page and a facsimile. */
char *oracle_scans_bytes(struct str bytes);

/* As a file of corrections of an issue, bytes cost it no text; all lines of the file
 * stay, and what was not understood is told in bounds. */
char *oracle_repair_bytes(struct str bytes);

/* What is wrong with what becomes of any bytes as a configuration file: each diagnostic is
 * of a line, each key of one command, the reader can be left, and what --dump-config
 * prints is read again as the same settings and keys, without a diagnostic. */
char *oracle_config_bytes(struct str bytes);

struct options;

/* The same of settings and keys, wherever they come from. */
char *oracle_config(const struct options *options);

struct cedict;

/* Words and sentences (src/words) cover a text of valid UTF-8 without a gap, and the way back
 * over words leads to the same ones; with a dictionary or, for NULL, without. */
char *oracle_words(struct str text, const struct cedict *cedict);

/* Bytes, each line of which is an argument of the command line: it is well, or an error says
 * why not; and the settings hold what is said of those of a configuration file. */
char *oracle_options_bytes(struct str bytes);

/* Any bytes are a dictionary whose entries are found, and a text of its words. */
char *oracle_cedict_bytes(struct str bytes);

/* Bytes that are a METS file and, each behind a line "%%%%", the pages that it names
 * give an issue that keeps its promises, and pages that lose nothing. */
char *oracle_alto_bytes(struct str bytes);

/* Records of a PDF, but for the first, which are these bytes, give the same pages in
 * whatever pieces they come; what is in these is in bounds; and the issue keeps its
 * promises. */
char *oracle_records_bytes(struct str bytes);

/* The hits of letters are where the text reads as them, and all of those places. */
char *oracle_pinyin(const struct issue *issue, const struct hits *hits,
                    struct str pattern);

/* No code point of a neutralised text is hostile. */
char *oracle_neutral(struct str bytes);

/* Bytes, the last of which says how wide lines are: as text, its glyphs, clusters and lines
 * hold each byte once, take the cells that they say, and are no wider than asked; and it
 * folds to UTF-8. */
char *oracle_text_bytes(struct str bytes);

/* Bytes, the last of which names an encoding: decoded, they are UTF-8 that tells what was
 * lost; and what the encoding has of their text comes back from it. */
char *oracle_decode_bytes(struct str bytes);

/* Bytes whose lines are a pattern of names, the label of a page, a paper, a day, a file and a
 * headline, and the last of which says a format: the names of files made of them are safe on
 * any system, and differ. */
char *oracle_names_bytes(struct str bytes);

/* A page, the last bytes of which are a window: articles and pages set for it, with lines
 * that run across and down. */
char *oracle_layout_bytes(struct str bytes);

/* What an issue of these bytes is exported as, Markdown and JSON, is read again as the same
 * articles.  `spelled`: the page may have characters that Markdown spells out (<U+202E>), so
 * it is the second export that says the same as the first. */
char *oracle_reexport(struct str bytes, bool spelled);

/* The same of any bytes, spelled. */
char *oracle_reexport_bytes(struct str bytes);

/* Bytes that say what a file of state holds (made_state.h): it is used, or a sentence says why
 * not; what is another's stays as it is; what it lists is in bounds, and somebody who reads
 * with it is somewhere; and what a store says is kept is there.  Twice, one run after the
 * other. */
char *oracle_state_bytes(struct str bytes);

struct app;

/* Somebody who reads is somewhere, hits are hits, nothing waits for what will not come, and
 * the page view lies at the bottom. */
char *oracle_reader(const struct app *app);

/* The presses of Esc that lead to the page view at the bottom: each closes a view, lifts a
 * filter, takes back a jump, or drops a number that was typed. */
size_t oracle_steps_back(const struct app *app);

/* A reader without a terminal gets bytes as keys, clicks, pastes, new sizes and time for its
 * work: all of that holds at each of them, the screen has whole characters alone, and in the
 * end the page view is as many steps back as views are opened. */
char *oracle_session_bytes(struct str bytes);

/* All of these, at a few widths. */
char *oracle_bytes(struct str bytes);

/* For a fuzzer: says what is broken, which it frees, on standard error and aborts;
 * nothing when it is NULL. */
void oracle_insist(char *wrong);

#endif
