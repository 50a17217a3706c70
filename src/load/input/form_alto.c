/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/form_alto.h"

#include "issue/issue.h"
#include "load/input/alto.h"
#include "load/input/line_sink.h"

#include <strings.h>

enum form_claim form_alto_sniff(struct str head)
{
	struct str root = xml_root(head);

	return root.len == 4 && !strncasecmp(root.ptr, "alto", 4) ? FORM_CERTAIN
	                                                          : FORM_NO;
}

/* A file whose lines are added. */
struct alto_form {
	struct line_sink *sink;
	struct alto alto;
	/* The line added last, of the issue and of the file; NPOS: none yet. */
	size_t issue_line, alto_line;
};

static void form_alto_add_line(struct alto_form *form, size_t l)
{
	struct line_sink *sink = form->sink;
	struct issue *issue = sink->issue;
	const struct alto_line *line = &form->alto.lines[l];

	if (form->issue_line != NPOS && line->begins_in_word)
		issue->lines[form->issue_line].join =
			form->alto.lines[form->alto_line].join;
	form->issue_line = line_sink_add(sink, issue_keep(issue, line->text));
	form->alto_line = l;
	sink->number++;
}

static void form_alto_add_lines(struct alto_form *form)
{
	const struct alto_line *lines = form->alto.lines;

	for (size_t l = 0; l < form->alto.count; l++) {
		if (l && lines[l].page != lines[l - 1].page)
			line_sink_break_page(form->sink);
		else if (l && lines[l].block != lines[l - 1].block)
			line_sink_add(form->sink, STR(""));
		form_alto_add_line(form, l);
	}
}

bool form_alto_read_file(struct line_sink *sink, struct str bytes)
{
	struct alto_form form = { .sink = sink,
		                  .issue_line = NPOS,
		                  .alto_line = NPOS };
	struct xml_damage damage;

	if (!alto_read(&form.alto, bytes, &damage))
		xml_tell_damage(&sink->issue->diags, sink->issue->page_count,
		                &damage);
	form_alto_add_lines(&form);
	alto_release(&form.alto);
	return true;
}
