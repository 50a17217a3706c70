/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/frames.h"

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
