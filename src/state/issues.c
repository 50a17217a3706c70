/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state/issues.h"

#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>

#define ISSUES_MOST 2000 /* that are kept */

void kept_issues_init(struct kept_issues *issues)
{
	*issues = (struct kept_issues){ 0 };
	arena_init(&issues->texts);
}

void kept_issues_release(struct kept_issues *issues)
{
	free(issues->items);
	arena_release(&issues->texts);
	kept_issues_init(issues);
}

static struct str keep_text(struct kept_issues *issues, struct str text)
{
	return (struct str){
		arena_copy_text(&issues->texts, text.ptr, text.len), text.len
	};
}

/* A number that may be anything, in the range of its type. */
static size_t clamp_size(int64_t number)
{
	return number < 0 ? 0 : (size_t)number;
}

static int clamp_int(int64_t number, int most)
{
	return number < 0 ? 0 : number > most ? most : (int)number;
}

static void take_issue(void *context, const struct store_value *columns)
{
	struct kept_issues *found = context;
	struct kept_issue *issue =
		ARRAY_ADD(found->items, found->count, found->cap);

	*issue = (struct kept_issue){
		.digest = keep_text(found, columns[0].text),
		.files = clamp_size(columns[1].number),
		.names = keep_text(found, columns[2].text),
		.paper = keep_text(found, columns[3].text),
		.day = keep_text(found, columns[4].text),
		.place = { clamp_size(columns[5].number),
		           clamp_size(columns[6].number),
		           keep_text(found, columns[7].text) },
		.percent = clamp_int(columns[8].number, 100),
		.view = keep_text(found, columns[9].text),
		.columns = clamp_int(columns[10].number, SHRT_MAX),
		.upright = columns[11].number != 0,
	};
}

bool issues_find(struct store *store, struct str digest, size_t files,
                 struct str names, struct kept_issues *found)
{
	const struct store_value values[] = { STORE_TEXT(digest),
		                              STORE_NUMBER(files),
		                              STORE_TEXT(names) };

	kept_issues_release(found);
	store_query(store, STORE_ISSUE_FIND, values, ARRAY_LEN(values),
	            take_issue, found);
	return found->count > 0;
}

void issues_put(struct store *store, const struct kept_issue *issue)
{
	const struct store_value values[] = {
		STORE_TEXT(issue->digest),
		STORE_NUMBER(issue->files),
		STORE_TEXT(issue->names),
		STORE_TEXT(issue->paper),
		STORE_TEXT(issue->day),
		STORE_NUMBER(issue->place.page),
		STORE_NUMBER(issue->place.line),
		STORE_TEXT(issue->place.words),
		STORE_NUMBER(issue->percent),
		STORE_TEXT(issue->view),
		STORE_NUMBER(issue->columns),
		STORE_NUMBER(issue->upright),
	};
	const struct store_value most[] = { STORE_NUMBER(ISSUES_MOST) };

	store_change(store, STORE_ISSUE_PUT, values, ARRAY_LEN(values));
	store_change(store, STORE_ISSUE_DROP_OTHERS, values, 3);
	store_change(store, STORE_ISSUE_TRIM, most, ARRAY_LEN(most));
}

void issues_list(struct store *store, size_t most, struct kept_issues *found)
{
	const struct store_value values[] = { STORE_NUMBER(most) };

	kept_issues_release(found);
	store_query(store, STORE_ISSUE_LIST, values, ARRAY_LEN(values),
	            take_issue, found);
}

void issues_forget(struct store *store, struct str names)
{
	const struct store_value values[] = { STORE_TEXT(names) };

	store_change(store, STORE_ISSUE_FORGET, values, ARRAY_LEN(values));
}

bool issues_add_name(struct buf *names, const char *name)
{
	char *path = realpath(name, NULL);
	struct stat about;
	bool is_kept = path && !stat(path, &about) &&
	               (S_ISREG(about.st_mode) || S_ISDIR(about.st_mode));

	if (is_kept && names->len)
		buf_add_byte(names, '/');
	if (is_kept)
		buf_add_c(names, path);
	free(path);
	return is_kept;
}

struct str issues_next_name(struct str names, size_t *at)
{
	size_t end = str_find(names, STR("//"), *at);
	struct str name = str_slice(names, *at, end == NPOS ? names.len : end);

	*at = end == NPOS ? names.len : end + 1;
	return name;
}
