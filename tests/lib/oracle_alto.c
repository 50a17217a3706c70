/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "issue/validate.h"
#include "load/build/stated_page.h"
#include "load/input/input_queue.h"
#include "load/input/package.h"

#include <string.h>

/* Parts of the bytes end with such a line: the METS file, then the pages that it
 * names, in the order of the pages. */
#define PART_END STR("\n%%%%\n")

/* Takes the first part off *bytes. */
static struct str next_part(struct str *bytes)
{
	size_t end = str_find(*bytes, PART_END, 0);
	struct str part = str_slice(*bytes, 0, end == NPOS ? bytes->len : end);

	*bytes = end == NPOS
	                 ? (struct str){ "", 0 }
	                 : str_slice(*bytes, end + PART_END.len, bytes->len);
	return part;
}

/* The first page whose articles are not stated ends it: all others would be estimated,
 * which is not what is looked at here. */
static void build_stated_pages(const struct input_queue *queue)
{
	struct issue *issue = queue->sink.issue;
	const struct stated_articles *stated = &queue->sink.stated;
	size_t whole = input_queue_whole_pages(queue);

	while (issue->pages_read < whole &&
	       stated_articles_have(stated, issue, issue->pages_read))
		stated_page_build(issue, issue->pages_read, stated);
}

char *oracle_alto_bytes(struct str bytes)
{
	struct issue *issue = issue_new();
	struct xml_damage damage;
	struct input_queue queue;
	struct package *package;
	char *wrong;
	bool whole;

	input_queue_init(&queue, issue, NULL);
	package = package_new("x/mets.xml", next_part(&bytes), &whole, &damage);
	input_queue_take_package(&queue, package);
	for (size_t i = 0; i < package->mets.page_count; i++) {
		struct buf page, path;

		buf_init(&page);
		buf_init(&path);
		buf_add(&page, next_part(&bytes));
		package_page_path(package, i, &path);
		input_queue_add_page(&queue, path.ptr, &page, package, i);
		buf_release(&page);
		buf_release(&path);
	}
	while (input_queue_step(&queue))
		continue;
	build_stated_pages(&queue);
	wrong = issue_validate(issue);
	if (!wrong)
		wrong = oracle_facsimiles(issue, 24, 80, 1);
	input_queue_release(&queue);
	issue_free(issue);
	return wrong;
}
