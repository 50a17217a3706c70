/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/forms.h"

#include "base/mem.h"
#include "load/input/foreign.h"
#include "load/input/form_alto.h"
#include "load/input/form_hocr.h"
#include "load/input/form_json.h"
#include "load/input/form_markdown.h"
#include "load/input/form_page_xml.h"
#include "load/input/form_pdf.h"
#include "load/input/form_records.h"
#include "load/input/form_text.h"

#include <assert.h>
#include <stdlib.h>

static const struct input_form forms[] = {
	{ "PDF", form_pdf_sniff, .begin = form_pdf_begin,
	  .read_part = form_pdf_read_part, .end = form_pdf_end,
	  .has_pictures = true, .advice = form_pdf_advice,
	  .kind = form_pdf_kind },
	{ "foreign", foreign_sniff, .advice = foreign_advice,
	  .kind = foreign_kind },
	{ "records of a PDF", form_records_sniff, .begin = form_records_begin,
	  .read_part = form_records_read_part, .end = form_records_end },
	{ "ALTO", form_alto_sniff, .read_file = form_alto_read_file },
	{ "PAGE", form_page_xml_sniff, .read_file = form_page_xml_read_file },
	{ "hOCR", form_hocr_sniff, .read_file = form_hocr_read_file },
	{ "Markdown export", form_markdown_sniff,
	  .read_line = form_markdown_read_line },
	{ "JSON export", form_json_sniff, .read_file = form_json_read_file },
	{ "plain text", form_text_sniff, .read_line = form_text_read_line,
	  .end_page = form_text_end_page },
};

struct str form_head(struct str bytes)
{
	return str_slice(bytes, 0,
	                 bytes.len < FORM_HEAD_BYTES ? bytes.len
	                                             : FORM_HEAD_BYTES);
}

bool form_starts(struct str head, struct str start)
{
	static const char *const marks[] = { "\xef\xbb\xbf", "\xff\xfe",
		                             "\xfe\xff" };
	size_t at = 0, matched = 0;

	for (size_t i = 0; i < ARRAY_LEN(marks); i++)
		if (str_starts(head, str_from(marks[i])))
			at = str_from(marks[i]).len;
	for (; at < head.len && matched < start.len; at++) {
		if (!head.ptr[at])
			continue;
		if (head.ptr[at] != start.ptr[matched])
			return false;
		matched++;
	}
	return matched == start.len;
}

const struct input_form *forms_at(size_t n)
{
	return n < ARRAY_LEN(forms) ? &forms[n] : NULL;
}

const struct input_form *forms_ranked(struct str bytes, size_t rank)
{
	struct str head = form_head(bytes);

	for (int claim = FORM_CERTAIN; claim > FORM_NO; claim--)
		for (size_t i = 0; i < ARRAY_LEN(forms); i++)
			if (forms[i].sniff(head) == (enum form_claim)claim &&
			    !rank--)
				return &forms[i];
	return NULL;
}

bool form_is_read(const struct input_form *form, bool has_pdf)
{
	return !form->advice || (form->begin && has_pdf);
}

const struct input_form *forms_next_read(struct str bytes, size_t *rank,
                                         bool has_pdf)
{
	const struct input_form *form;

	do
		form = forms_ranked(bytes, (*rank)++);
	while (form && !form_is_read(form, has_pdf));
	assert(form);
	return form;
}

const struct input_form *forms_of_packages(void)
{
	size_t i = 0;

	while (forms[i].read_file != form_alto_read_file)
		i++;
	return &forms[i];
}
