/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "issue/issue.h"

#include <math.h>

const struct line_box *issue_line_box(const struct issue *issue, size_t line)
{
	const struct page *page = &issue->pages[issue->lines[line].page];
	const struct line_box *box =
		page->boxes ? &page->boxes[line - page->lines.start] : NULL;

	return box && box->width_pt > 0 ? box : NULL;
}

void issue_box_lines(const struct issue *issue, struct range lines,
                     struct line_box *around)
{
	for (size_t l = lines.start; l < lines.end; l++) {
		const struct line_box *box = issue_line_box(issue, l);
		float right, bottom;

		if (!box)
			continue;
		if (around->width_pt <= 0)
			*around = (struct line_box){
				box->left_pt,   box->top_pt,   box->width_pt,
				box->height_pt, around->em_pt, false,
				false
			};
		right = fmaxf(around->left_pt + around->width_pt,
		              box->left_pt + box->width_pt);
		bottom = fmaxf(around->top_pt + around->height_pt,
		               box->top_pt + box->height_pt);
		around->left_pt = fminf(around->left_pt, box->left_pt);
		around->top_pt = fminf(around->top_pt, box->top_pt);
		around->width_pt = right - around->left_pt;
		around->height_pt = bottom - around->top_pt;
	}
}

bool issue_page_is_vertical(const struct issue *issue, size_t page)
{
	const struct page *of = &issue->pages[page];
	size_t lines = of->lines.end - of->lines.start, down = 0, known = 0;

	for (size_t l = 0; of->boxes && l < lines; l++) {
		known += of->boxes[l].width_pt > 0;
		down += of->boxes[l].vertical;
	}
	return down * 2 > known;
}
