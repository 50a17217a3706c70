/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/frames.h"

#include <string.h>

struct frame role_frame(enum role role)
{
	static const struct {
		const char *before, *after;
	} frames[ROLE_COUNT] = {
		[ROLE_KICKER] = { "*", "*" },
		[ROLE_HEAD] = { "# ", "" },
		[ROLE_DECK] = { "**", "**" },
		[ROLE_BYLINE] = { "*", "* <!-- byline -->" },
		[ROLE_SALUTATION] = { "", " <!-- salutation -->" },
		[ROLE_BODY] = { "", "" },
		[ROLE_SUBHEAD] = { "## ", "" },
		[ROLE_NOTE] = { "*", "* <!-- note -->" },
		[ROLE_CAPTION] = { "*", "* <!-- caption -->" },
		[ROLE_CLOSING] = { "", " <!-- closing -->" },
		[ROLE_SIGNATURE] = { "", " <!-- signature -->" },
		[ROLE_DATE] = { "", " <!-- date -->" },
		[ROLE_QUOTE] = { "> ", "" },
		[ROLE_JUMP] = { "", " <!-- jump -->" },
		[ROLE_MASTHEAD] = { "", " <!-- masthead -->" },
		[ROLE_FOLIO] = { "", " <!-- folio -->" },
		[ROLE_EDITION_DATE] = { "", " <!-- edition -->" },
		[ROLE_EDITOR] = { "", " <!-- editor -->" },
		[ROLE_FURNITURE] = { "", " <!-- furniture -->" },
	};

	return (struct frame){ str_from(frames[role].before),
		               str_from(frames[role].after) };
}

void frames_add_escaped(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];
		bool first = i == 0 && strchr(ESCAPED_FIRST, c);

		if (c && (first || strchr(ESCAPED, c)))
			buf_add_byte(out, '\\');
		/* 1. at the start would be a list. */
		if (c == '.' && i && i < 4 && text.ptr[i - 1] >= '0' &&
		    text.ptr[i - 1] <= '9')
			buf_add_byte(out, '\\');
		buf_add_byte(out, c == '\n' || (c == '\f' && !i) ? ' ' : c);
	}
}

void frames_add_passage(struct buf *out, enum role role, struct str text)
{
	struct frame frame = role_frame(role);

	buf_add(out, frame.before);
	frames_add_escaped(out, text);
	buf_add(out, frame.after);
	buf_add_c(out, "\n\n");
}

void frames_add_article(struct buf *out, struct str kind, size_t page,
                        const struct head_order *printed)
{
	buf_add_c(out, ARTICLE_MARK);
	buf_add(out, kind);
	buf_addf(out, ARTICLE_PAGE "%zu", page);
	if (printed->count)
		buf_add_c(out, ARTICLE_HEADS);
	for (size_t i = 0; i < printed->count; i++)
		buf_addf(out, " %d", printed->at[i] + 1);
	buf_add_c(out, COMMENT_END "\n\n");
}
