/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/diagnostics.h"

#include "base/i18n.h"
#include "cli/print.h"
#include "issue/issue.h"
#include "text/neutralise.h"

#include <stdlib.h>

/* Appends "FILE: " where the issue has several files and this is one of them. */
static void diagnostics_add_file(struct buf *out, const struct issue *issue,
                                 size_t file)
{
	if (issue->file_count > 1 && file < issue->file_count) {
		neutralise(out, issue->files[file].name);
		buf_add_c(out, ": ");
	}
}

static void diagnostics_add_losses(struct buf *out, const struct issue *issue)
{
	for (size_t i = 0; i < issue->file_count; i++) {
		size_t lost_bytes = issue->files[i].lost_bytes;
		struct buf before;

		if (!lost_bytes)
			continue;
		buf_init(&before);
		diagnostics_add_file(&before, issue, i);
		buf_add_c(out, PRINT_NAME);
		/* TRANSLATORS: name of a file and ": ", or nothing */
		buf_addf(out,
		         i18n_plural("%s%zu byte was no text and is "
		                     "shown as 〓",
		                     "%s%zu bytes were no text and are "
		                     "shown as 〓",
		                     lost_bytes),
		         before.ptr, lost_bytes);
		buf_add_byte(out, '\n');
		buf_release(&before);
	}
}

/* The file of the page of a diagnostic, or NPOS.  The page number is whatever the
 * diagnostic says, so it may be of no page. */
static size_t diagnostics_file(const struct issue *issue,
                               const struct diag *diag)
{
	return diag->page && diag->page <= issue->page_count
	               ? issue->pages[diag->page - 1].file
	               : NPOS;
}

void diagnostics_add(struct buf *out, const struct issue *issue, bool verbose)
{
	diagnostics_add_losses(out, issue);
	for (size_t i = 0; i < issue->diags.count; i++) {
		const struct diag *diag = &issue->diags.items[i];
		bool of_file = !diag->line;

		if (!of_file && !verbose)
			continue;
		if (of_file) {
			buf_add_c(out, PRINT_NAME);
			diagnostics_add_file(out, issue,
			                     diagnostics_file(issue, diag));
		} else {
			diagnostics_add_file(out, issue,
			                     diagnostics_file(issue, diag));
			buf_addf(out, "%zu:%zu:%zu: %s: ",
			         issue_page_number(issue, diag->page),
			         diag->line, diag->column,
			         diag_level_name(diag->level));
		}
		neutralise(out, str_from(diag->text));
		buf_add_byte(out, '\n');
	}
}
