/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "base/json_tree.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "export/citation.h"
#include "export/export.h"
#include "load/input/decode.h"
#include "small_issue.h"
#include "text/neutralise.h"
#include "text/unreadable.h"

#include <stdlib.h>
#include <string.h>

/* What a page says gets into no field of a citation but its own. */

static char *wrong_in(const char *what, struct str text)
{
	struct buf sentence;

	buf_init(&sentence);
	buf_addf(&sentence, "%s:\n%.*s", what, (int)text.len, text.ptr);
	return buf_steal(&sentence);
}

/* Nothing hostile, and no line ends but those of the format. */
static const char *wrong_chars(struct str text)
{
	if (!utf8_is_valid(text))
		return "it is not UTF-8";
	for (size_t at = 0; at < text.len;) {
		uint32_t c;

		at += utf8_next(text, at, &c);
		if (c != '\n' && c != '\t' && c != '\r' &&
		    !char_is_private(c) && char_is_hostile(c))
			return "it has a hostile character";
	}
	return NULL;
}

/* One entry: its braces are in pairs, as BibTeX counts them, and each line is a field. */
static const char *wrong_bibtex(struct str text)
{
	size_t depth = 0, entries = 0;

	for (size_t i = 0; i < text.len; i++) {
		bool begins = !i || text.ptr[i - 1] == '\n';

		entries += begins && text.ptr[i] == '@';
		if (begins && !strchr("@\t}\n", text.ptr[i]))
			return "a line is no field";
		depth += text.ptr[i] == '{';
		if (text.ptr[i] == '}' && !depth--)
			return "a brace too many";
		if (depth == 1 && text.ptr[i] == '}' && i + 1 < text.len &&
		    text.ptr[i + 1] != ',')
			return "a field ends early";
	}
	return depth || entries != 1 ? "it is not one entry" : NULL;
}

/* One record: each line a tag of two letters and its value. */
static const char *wrong_ris(struct str text)
{
	size_t begins = 0, ends = 0;

	while (text.len) {
		size_t end = str_find(text, STR("\r\n"), 0);
		struct str line = str_slice(text, 0, end);

		if (end == NPOS || memchr(line.ptr, '\n', line.len) ||
		    memchr(line.ptr, '\r', line.len))
			return "a line end of its own";
		text = str_slice(text, end + 2, text.len);
		if (!line.len)
			continue;
		if (line.len < 6 || memcmp(line.ptr + 2, "  - ", 4))
			return "a line is no field";
		begins += str_starts(line, STR("TY"));
		ends += str_starts(line, STR("ER"));
	}
	return begins != 1 || ends != 1 ? "it is not one record" : NULL;
}

/* An array of one object, which is printed as it is read. */
static const char *wrong_csl(struct str text)
{
	json_t *tree = json_tree_read(text);
	const json_t *item = tree ? json_array_get(tree, 0) : NULL;
	bool is_one = item && json_array_size(tree) == 1 &&
	              json_is_string(json_object_get(item, "type")) &&
	              json_is_string(json_object_get(item, "title"));

	if (tree)
		json_decref(tree);
	return is_one ? NULL : "it is not one item";
}

static char *check_format(const struct issue *issue, enum export_format format,
                          const char *(*wrong_form)(struct str text))
{
	const size_t article = 0;
	struct buf out;
	const char *what;
	char *wrong;

	buf_init(&out);
	wrong = export_write(&out, issue, selection_one(&article), format,
	                     NULL);
	if (!wrong) {
		what = wrong_chars(buf_str(&out));
		if (!what)
			what = wrong_form(buf_str(&out));
		wrong = what ? wrong_in(what, buf_str(&out)) : NULL;
	}
	buf_release(&out);
	return wrong;
}

/* A citation is one line more than the headline has, or nothing. */
static char *check_citation(const struct issue *issue)
{
	char *wrong = NULL;
	struct buf out;
	bool cited;

	buf_init(&out);
	cited = citation_add(&out, issue, 0);
	if (cited != (out.len > 0))
		wrong = wrong_in("half a citation", buf_str(&out));
	else if (cited && !str_ends(buf_str(&out), STR(".")))
		wrong = wrong_in("a citation without an end", buf_str(&out));
	else if (cited && str_find(buf_str(&out), STR("[N]. "), 0) == NPOS)
		wrong = wrong_in("a citation of no newspaper", buf_str(&out));
	buf_release(&out);
	return wrong;
}

char *oracle_cite_bytes(struct str bytes)
{
	static const enum role roles[] = { ROLE_HEAD, ROLE_BYLINE, ROLE_DECK,
		                           ROLE_BODY };
	struct decoded decoded;
	struct issue *issue;
	char *wrong;

	decode(&decoded, bytes, "utf-8");
	issue = small_issue(buf_str(&decoded.text), roles, ARRAY_LEN(roles));
	/* The loader makes no article without text. */
	wrong = issue->passage_count
	                ? check_format(issue, EXPORT_BIBTEX, wrong_bibtex)
	                : NULL;
	if (!wrong && issue->passage_count)
		wrong = check_format(issue, EXPORT_RIS, wrong_ris);
	if (!wrong && issue->passage_count)
		wrong = check_format(issue, EXPORT_CSL, wrong_csl);
	if (!wrong)
		wrong = check_citation(issue);
	issue_free(issue);
	decoded_release(&decoded);
	return wrong;
}
