/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef EXPORT_FORMAT_H
#define EXPORT_FORMAT_H

#include "export/export.h"
#include "issue/issue.h"

/* What the formats share with each other and nobody else sees: each appends
 * the articles of `pick` to `out`. */

void export_text(struct buf *out, const struct issue *issue,
                 struct selection pick, const struct export_options *options);
void export_markdown(struct buf *out, const struct issue *issue,
                     struct selection pick,
                     const struct export_options *options);
void export_html(struct buf *out, const struct issue *issue,
                 struct selection pick, const struct export_options *options);
void export_epub(struct buf *out, const struct issue *issue,
                 struct selection pick, const struct export_options *options);
void export_json(struct buf *out, const struct issue *issue,
                 struct selection pick, const struct export_options *options);

/* So many articles of all are done, of which writing is but a part. */
void export_tell(const struct export_options *options, size_t done, size_t all,
                 double part);

/* The language of the articles as BCP 47 calls it: "zh-Hans", "zh-Hant", "ja",
 * "en", or "und" where it cannot be told. */
const char *export_language(const struct issue *issue, struct selection pick);

/* The paper and the day that all articles of the pick have; empty: not known, or they
 * differ. */
struct str export_paper(const struct issue *issue, struct selection pick);
struct str export_date(const struct issue *issue, struct selection pick);

/* Where lines of text go, one at a time, neutralised. */
struct export_sink {
	void (*add)(void *to, struct str line);
	void *to;
};

/* What stands below a clipping: where the article stands, how it is cited (where
 * that is known), which of its joins were guesses. */
void export_source_note(const struct issue *issue, size_t article,
                        struct export_sink sink);

/* Below all of them: "FILE · SHA-256 …" for each file they are of; a file that
 * is still being read has none yet. */
void export_digests(const struct issue *issue, struct selection pick,
                    struct export_sink sink);

/* The runs of source lines a passage came from, blank lines between them left
 * out: calls `add` with the first and last 1-based number of each. */
void export_line_runs(const struct issue *issue, const struct passage *passage,
                      void (*add)(void *to, size_t first, size_t last),
                      void *to);

/* Printed columns may part a passage within a line range: the passage's text
 * on the printed line of its span `i` and the spans after it on that line, as
 * in the file, with the hyphen that ends it; *next is the first span of another
 * line. */
struct str export_printed_line(const struct issue *issue,
                               const struct passage *passage, size_t i,
                               size_t *next);

#endif
