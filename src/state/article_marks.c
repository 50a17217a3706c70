/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state/article_marks.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "issue/issue.h"

#include <stdlib.h>
#include <string.h>

#define KEY_LETTERS 48

void article_marks_init(struct article_marks *marks,
                        enum article_mark_kind kind)
{
	*marks = (struct article_marks){ .kind = kind };
}

void article_marks_release(struct article_marks *marks)
{
	free(marks->items);
	*marks = (struct article_marks){ .kind = marks->kind };
}

void article_marks_restart(struct article_marks *marks)
{
	marks->files_known = 0;
	for (size_t i = 0; i < marks->count; i++)
		marks->items[i].kept = false;
}

/* Adds the letters of a text to a hash, as far as `letters` go. */
static uint64_t add_letters(uint64_t hash, struct str text, size_t *letters)
{
	for (size_t at = 0; at < text.len && *letters;) {
		size_t space = str_space_at(text, at);
		uint32_t c;

		if (space) {
			at += space;
			continue;
		}
		at += utf8_next(text, at, &c);
		hash = hash_add(hash, c);
		--*letters;
	}
	return hash;
}

/* By the running text; an article without any by all that it has. */
static struct article_mark mark_of(const struct issue *issue, size_t article)
{
	const struct range passages = issue->articles[article].passages;
	struct article_mark mark = { 0 };
	size_t letters = KEY_LETTERS;

	mark.file = issue->pages[issue->articles[article].page].file;
	mark.key = HASH_START;
	for (size_t i = passages.start; i < passages.end; i++)
		if (issue->passages[i].role == ROLE_BODY)
			mark.key = add_letters(
				mark.key, issue->passages[i].text, &letters);
	if (letters < KEY_LETTERS)
		return mark;
	for (size_t i = passages.start; i < passages.end; i++)
		mark.key = add_letters(mark.key, issue->passages[i].text,
		                       &letters);
	return mark;
}

/* The first mark that does not stand before another one. */
static size_t marks_find(const struct article_marks *marks,
                         const struct article_mark *mark)
{
	size_t at;

	ARRAY_FIND(at, marks->count,
	           marks->items[at].file < mark->file ||
	                   (marks->items[at].file == mark->file &&
	                    marks->items[at].key < mark->key));
	return at;
}

static bool marks_have(const struct article_marks *marks, size_t at,
                       const struct article_mark *mark)
{
	return at < marks->count && marks->items[at].file == mark->file &&
	       marks->items[at].key == mark->key;
}

static void marks_insert(struct article_marks *marks, struct article_mark mark)
{
	size_t at = marks_find(marks, &mark);

	if (marks_have(marks, at, &mark)) {
		marks->items[at].kept |= mark.kept;
		return;
	}
	ARRAY_ADD(marks->items, marks->count, marks->cap);
	memmove(&marks->items[at + 1], &marks->items[at],
	        (marks->count - 1 - at) * sizeof mark);
	marks->items[at] = mark;
	marks->changes++;
}

/* The digest of the file of a mark; empty: not known yet. */
static struct str digest_of(const struct issue *issue, size_t file)
{
	return file < issue->file_count ? issue->files[file].sha256 : STR("");
}

static void marks_keep(const struct article_marks *marks, struct store *store,
                       const struct issue *issue,
                       const struct article_mark *mark, bool set)
{
	const struct store_value values[] = {
		STORE_TEXT(digest_of(issue, mark->file)),
		STORE_NUMBER(marks->kind),
		STORE_NUMBER(mark->key),
	};

	store_change(store, set ? STORE_MARK_ADD : STORE_MARK_DROP, values,
	             ARRAY_LEN(values));
}

/* Where the marks of a file go. */
struct file_marks {
	struct article_marks *marks;
	size_t file;
};

static void take_mark(void *context, const struct store_value *columns)
{
	const struct file_marks *of = context;

	marks_insert(of->marks,
	             (struct article_mark){ .file = of->file,
	                                    .key = (uint64_t)columns[0].number,
	                                    .kept = true });
}

void article_marks_follow(struct article_marks *marks, struct store *store,
                          const struct issue *issue)
{
	while (digest_of(issue, marks->files_known).len) {
		struct file_marks of = { marks, marks->files_known++ };
		const struct store_value values[] = {
			STORE_TEXT(digest_of(issue, of.file)),
			STORE_NUMBER(marks->kind),
		};

		store_query(store, STORE_MARK_LIST, values, ARRAY_LEN(values),
		            take_mark, &of);
	}
	for (size_t i = 0; i < marks->count; i++) {
		struct article_mark *mark = &marks->items[i];

		if (mark->kept || !digest_of(issue, mark->file).len)
			continue;
		marks_keep(marks, store, issue, mark, true);
		mark->kept = true;
	}
}

bool article_marks_has(const struct article_marks *marks,
                       const struct issue *issue, size_t article)
{
	const struct article_mark mark = mark_of(issue, article);

	return marks_have(marks, marks_find(marks, &mark), &mark);
}

void article_marks_set(struct article_marks *marks, struct store *store,
                       const struct issue *issue, size_t article, bool set)
{
	struct article_mark mark = mark_of(issue, article);
	size_t at = marks_find(marks, &mark);
	bool is_known = digest_of(issue, mark.file).len > 0;

	if (marks_have(marks, at, &mark) == set)
		return;
	if (is_known)
		marks_keep(marks, store, issue, &mark, set);
	mark.kept = is_known;
	if (set) {
		marks_insert(marks, mark);
		return;
	}
	marks->count--;
	memmove(&marks->items[at], &marks->items[at + 1],
	        (marks->count - at) * sizeof mark);
	marks->changes++;
}
