/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/format.h"

#include "base/mem.h"
#include "export/passage_text.h"
#include "export/reference.h"

/*
 * BibTeX, an entry an article, as BibTeX, biber (the fields date and entrysubtype) and the
 * importers of reference managers read it.  Values are UTF-8 in braces.  What TeX would take
 * for a command stands behind a backslash, in the forms that importers know.  BibTeX counts
 * braces even behind a backslash, so those of a text that are not in pairs are commands.
 */

/* What stands for a character that means something to TeX; NULL: itself. */
static const char *bibtex_escape(char c, bool in_pairs)
{
	static const struct {
		char c;
		const char *escape, *unpaired;
	} escapes[] = {
		{ '{', "\\{", "{\\textbraceleft}" },
		{ '}', "\\}", "{\\textbraceright}" },
		{ '\\', "{\\textbackslash}", NULL },
		{ '~', "\\~{}", NULL },
		{ '^', "\\^{}", NULL },
		{ '#', "\\#", NULL },
		{ '$', "\\$", NULL },
		{ '%', "\\%", NULL },
		{ '&', "\\&", NULL },
		{ '_', "\\_", NULL },
		{ '\n', " ", NULL },
		{ '\t', " ", NULL },
	};

	for (size_t i = 0; i < ARRAY_LEN(escapes); i++)
		if (escapes[i].c == c)
			return escapes[i].unpaired && !in_pairs
			               ? escapes[i].unpaired
			               : escapes[i].escape;
	return NULL;
}

/* Does each brace of a text have its other one? */
static bool has_braces_in_pairs(struct str text)
{
	size_t open = 0;

	for (size_t i = 0; i < text.len; i++) {
		open += text.ptr[i] == '{';
		if (text.ptr[i] == '}' && !open--)
			return false;
	}
	return !open;
}

/* Appends a text, what is hostile in it made visible. */
static void bibtex_add_text(struct buf *out, struct str text)
{
	bool in_pairs = has_braces_in_pairs(text);
	struct buf visible;

	buf_init(&visible);
	export_visible(&visible, text);
	for (size_t i = 0; i < visible.len; i++) {
		const char *escape = bibtex_escape(visible.ptr[i], in_pairs);

		if (escape)
			buf_add_c(out, escape);
		else
			buf_add_byte(out, visible.ptr[i]);
	}
	buf_release(&visible);
}

/* Appends "\tname = {text},", with a second pair of braces where the text is to stay as
 * it is. */
static void bibtex_add_field(struct buf *out, const char *name, struct str text,
                             bool as_is)
{
	if (!text.len)
		return;
	buf_addf(out, "\t%s = {%s", name, as_is ? "{" : "");
	bibtex_add_text(out, text);
	buf_addf(out, "%s},\n", as_is ? "}" : "");
}

/* "Family, Suffix, Given"; a name that is not divided stands in braces, in which " and "
 * and commas part nothing. */
static void bibtex_add_author(struct buf *out, struct person_name name)
{
	if (!name.family.len) {
		buf_add_byte(out, '{');
		bibtex_add_text(out, name.whole);
		buf_add_byte(out, '}');
		return;
	}
	bibtex_add_text(out, name.family);
	if (name.suffix.len) {
		buf_add_c(out, ", ");
		bibtex_add_text(out, name.suffix);
	}
	buf_add_c(out, ", ");
	bibtex_add_text(out, name.given);
}

static void bibtex_add_authors(struct buf *out,
                               const struct reference *reference)
{
	size_t count = reference_author_count(reference);

	if (!count)
		return;
	buf_add_c(out, "\tauthor = {");
	for (size_t i = 0; i < count; i++) {
		buf_add_c(out, i ? " and " : "");
		bibtex_add_author(out, reference_author(reference, i));
	}
	buf_add_c(out, "},\n");
}

/* The date for biber; year and month for BibTeX, which knows no day. */
static void bibtex_add_date(struct buf *out, const struct reference *reference)
{
	static const char *const months[] = { "jan", "feb", "mar", "apr",
		                              "may", "jun", "jul", "aug",
		                              "sep", "oct", "nov", "dec" };
	int numbers[3];
	size_t count = reference_date(reference, numbers);

	bibtex_add_field(out, "date", reference->date, false);
	if (count)
		buf_addf(out, "\tyear = {%d},\n", numbers[0]);
	if (count > 1 && numbers[1] >= 1 && numbers[1] <= 12)
		buf_addf(out, "\tmonth = %s,\n", months[numbers[1] - 1]);
}

/* The lines of a note, with spaces between. */
static void bibtex_add_note_line(void *to, struct str line)
{
	struct buf *note = to;

	buf_add_c(note, note->len ? " " : "");
	buf_add(note, line);
	if (!str_ends(line, STR(".")) && !str_ends(line, STR("。")))
		buf_add_byte(note, '.');
}

static void bibtex_add_entry(struct buf *out, const struct issue *issue,
                             size_t article)
{
	struct reference reference;
	struct buf note;

	reference_init(&reference, issue, article);
	buf_init(&note);
	reference_each_note(&reference, issue, article, bibtex_add_note_line,
	                    &note);
	buf_add_c(out, "@article{");
	reference_add_key(out, &reference, issue, article);
	buf_add_c(out, ",\n\tentrysubtype = {newspaper},\n");
	bibtex_add_authors(out, &reference);
	bibtex_add_field(out, "title", buf_str(&reference.title), true);
	bibtex_add_field(out, "journal", reference.paper, true);
	bibtex_add_date(out, &reference);
	bibtex_add_field(out, "volume", reference.volume, false);
	bibtex_add_field(out, "number", reference.number, false);
	bibtex_add_field(out, "pages", buf_str(&reference.pages), false);
	if (reference.language)
		bibtex_add_field(out, "language", str_from(reference.language),
		                 false);
	bibtex_add_field(out, "note", buf_str(&note), false);
	buf_add_c(out, "}\n");
	buf_release(&note);
	reference_release(&reference);
}

char *export_bibtex(struct buf *out, const struct issue *issue,
                    struct selection pick, const struct export_options *options)
{
	for (size_t i = 0; i < pick.count; i++) {
		if (i)
			buf_add_byte(out, '\n');
		bibtex_add_entry(out, issue, selection_at(pick, i));
		export_tell(options, i + 1, pick.count, 1);
	}
	return NULL;
}
