/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/source_note.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "export/citation.h"
#include "export/provenance.h"
#include "issue/issue.h"
#include "issue/parts.h"
#include "text/neutralise.h"

#include <stdlib.h>

static void source_note_add_line(struct export_sink sink, struct buf *line)
{
	sink.add(sink.to, buf_str(line));
	buf_clear(line);
}

void export_source_note(const struct issue *issue, size_t article,
                        struct export_sink sink)
{
	struct buf line, cited;

	buf_init(&line);
	buf_init(&cited);
	export_source(&line, issue, article);
	source_note_add_line(sink, &line);
	if (citation_add(&cited, issue, article)) {
		neutralise(&line, buf_str(&cited));
		source_note_add_line(sink, &line);
	}
	buf_release(&cited);
	buf_release(&line);
	export_guesses(issue, article, sink.add, sink.to);
}

/* For each file of the issue, whether articles of `pick` have lines of it.  The caller
 * frees the array. */
static bool *source_note_files_of(const struct issue *issue,
                                  struct selection pick)
{
	bool *used = mem_alloc((issue->file_count + 1) * sizeof *used);

	for (size_t i = 0; i < pick.count; i++) {
		size_t p = parts_first_passage(issue, selection_at(pick, i));

		for (; p != NPOS; p = parts_next_passage(issue, p))
			if (issue->passages[p].span_count)
				used[issue_line_file(
					issue,
					issue->passages[p].spans[0].line)] =
					true;
	}
	return used;
}

void export_digests(const struct issue *issue, struct selection pick,
                    struct export_sink sink)
{
	bool *used = source_note_files_of(issue, pick);
	struct buf line;

	buf_init(&line);
	for (size_t i = 0; i < issue->file_count; i++) {
		if (!used[i] || !issue->files[i].sha256.len)
			continue;
		export_file_name(&line, &issue->files[i]);
		buf_add_c(&line, " · SHA-256 ");
		buf_add(&line, issue->files[i].sha256);
		source_note_add_line(sink, &line);
	}
	buf_release(&line);
	free(used);
}
