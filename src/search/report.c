/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/search.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "text/neutralise.h"

#include <string.h>

#define CONTEXT_CHARS 60

static bool starts_char(struct str text, size_t at)
{
	return at >= text.len || ((unsigned char)text.ptr[at] & 0xc0) != 0x80;
}

/* Does a sentence end before byte `at`? */
static bool ends_before(struct str text, size_t at)
{
	static const char *const ends[] = { "。", "！", "？" };

	for (size_t i = 0; i < ARRAY_LEN(ends); i++)
		if (at >= strlen(ends[i]) &&
		    str_ends(str_slice(text, 0, at), str_from(ends[i])))
			return true;
	return false;
}

struct hit hit_context(const struct issue *issue, const struct hit *hit,
                       size_t limit)
{
	struct str text = issue->passages[hit->passage].text;
	struct hit context = *hit;

	for (size_t left = limit;
	     context.start && left && !ends_before(text, context.start); left--)
		do
			context.start--;
		while (!starts_char(text, context.start));
	for (size_t left = limit;
	     context.end < text.len && left && !ends_before(text, context.end);
	     left--)
		do
			context.end++;
		while (!starts_char(text, context.end));
	return context;
}

static void add_lines(struct buf *out, const struct issue *issue,
                      const struct hit *hit)
{
	struct range lines =
		passage_lines(&issue->passages[hit->passage],
	                      (struct range){ hit->start, hit->end });

	if (lines.end)
		buf_addf(out, "%zu-%zu", issue->lines[lines.start].number,
		         issue->lines[lines.end - 1].number);
}

bool hits_print(const struct hits *hits, const struct issue *issue, FILE *out)
{
	struct buf line;
	bool done = true;

	buf_init(&line);
	for (size_t i = 0; i < hits->count && done; i++) {
		const struct hit *hit = &hits->items[i];
		const struct passage *passage = &issue->passages[hit->passage];
		struct hit context = hit_context(issue, hit, CONTEXT_CHARS);

		buf_clear(&line);
		/* Furniture is of no article. */
		if (passage->article == NPOS)
			buf_add_c(&line, "-");
		else
			buf_addf(&line, "%zu", passage->article + 1);
		buf_addf(&line, "\t%zu\t", issue->pages[passage->page].number);
		add_lines(&line, issue, hit);
		buf_add_byte(&line, '\t');
		neutralise(&line, str_slice(passage->text, context.start,
		                            context.end));
		buf_add_byte(&line, '\n');
		done = fwrite(line.ptr, 1, line.len, out) == line.len;
	}
	buf_release(&line);
	return done;
}
