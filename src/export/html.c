/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/format.h"

#include "export/language.h"
#include "export/xhtml.h"

/* One self-contained page. */

char *export_html(struct buf *out, const struct issue *issue,
                  struct selection pick, const struct export_options *options)
{
	struct buf title;

	buf_init(&title);
	xhtml_add_title(&title, issue, pick);
	xhtml_begin(out, export_language(issue, pick), buf_str(&title));
	buf_release(&title);
	buf_add_c(out,
	          "<meta name=\"viewport\" content=\"width=device-width\"/>"
	          "\n<style>\n");
	buf_add_c(out, xhtml_style(options->upright));
	buf_add_c(out, "</style>\n</head>\n<body>\n");
	for (size_t i = 0; i < pick.count; i++) {
		xhtml_add_article(out, issue, selection_at(pick, i), options);
		export_tell(options, i + 1, pick.count, 1);
	}
	xhtml_add_digests(out, issue, pick);
	buf_add_c(out, "</body>\n</html>\n");
	return NULL;
}
