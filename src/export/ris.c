/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/format.h"

#include "export/passage_text.h"
#include "export/reference.h"

/*
 * RIS, a record an article, of the type NEWS.  A field is one line, which two letters, two
 * spaces, a hyphen and a space begin and CR LF ends, so a line end in a value is a space.
 * The format has no escapes; what is hostile is made visible.
 */

#define LINE_END "\r\n"

/* Appends a value on one line. */
static void ris_add_text(struct buf *out, struct str text)
{
	size_t at = out->len;

	export_visible(out, text);
	for (; at < out->len; at++)
		if (out->ptr[at] == '\n' || out->ptr[at] == '\t')
			out->ptr[at] = ' ';
}

static void ris_add_field(struct buf *out, const char *tag, struct str text)
{
	if (!text.len)
		return;
	buf_addf(out, "%s  - ", tag);
	ris_add_text(out, text);
	buf_add_c(out, LINE_END);
}

/* "Family, Given, Suffix".  A comma parts a name, so in one that is not divided it becomes
 * a wide one. */
static void ris_add_author(struct buf *out, struct person_name name)
{
	const struct str parts[] = { name.family, name.given, name.suffix };
	struct buf text;

	buf_init(&text);
	for (size_t i = 0; name.family.len && i < 3; i++) {
		if (i && parts[i].len)
			buf_add_c(&text, ", ");
		buf_add(&text, parts[i]);
	}
	for (size_t i = 0; !name.family.len && i < name.whole.len; i++)
		if (name.whole.ptr[i] == ',')
			buf_add_c(&text, "，");
		else
			buf_add_byte(&text, name.whole.ptr[i]);
	ris_add_field(out, "AU", buf_str(&text));
	buf_release(&text);
}

/* DA is YYYY/MM/DD/, of which parts may be empty; PY the year alone. */
static void ris_add_date(struct buf *out, const struct reference *reference)
{
	int numbers[3];
	size_t count = reference_date(reference, numbers);

	if (!count)
		return;
	buf_addf(out, "PY  - %04d" LINE_END "DA  - %04d/", numbers[0],
	         numbers[0]);
	for (size_t i = 1; i < 3; i++) {
		if (i < count)
			buf_addf(out, "%02d", numbers[i]);
		buf_add_byte(out, '/');
	}
	buf_add_c(out, LINE_END);
}

static void ris_add_note(void *to, struct str line)
{
	ris_add_field(to, "N1", line);
}

static void ris_add_record(struct buf *out, const struct issue *issue,
                           size_t article)
{
	struct reference reference;

	reference_init(&reference, issue, article);
	buf_add_c(out, "TY  - NEWS" LINE_END "ID  - ");
	reference_add_key(out, &reference, issue, article);
	buf_add_c(out, LINE_END);
	for (size_t i = 0; i < reference_author_count(&reference); i++)
		ris_add_author(out, reference_author(&reference, i));
	ris_add_field(out, "TI", buf_str(&reference.title));
	ris_add_field(out, "T2", reference.paper);
	ris_add_date(out, &reference);
	ris_add_field(out, "VL", reference.volume);
	ris_add_field(out, "IS", reference.number);
	ris_add_field(out, "SP", buf_str(&reference.pages));
	if (reference.language)
		ris_add_field(out, "LA", str_from(reference.language));
	reference_each_note(&reference, issue, article, ris_add_note, out);
	buf_add_c(out, "ER  - " LINE_END);
	reference_release(&reference);
}

char *export_ris(struct buf *out, const struct issue *issue,
                 struct selection pick, const struct export_options *options)
{
	for (size_t i = 0; i < pick.count; i++) {
		if (i)
			buf_add_c(out, LINE_END);
		ris_add_record(out, issue, selection_at(pick, i));
		export_tell(options, i + 1, pick.count, 1);
	}
	return NULL;
}
