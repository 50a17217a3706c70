/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/named_issues.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "issue/name_day.h"
#include "load/input/form.h"
#include "load/input/package.h"
#include "load/input/source.h"
#include "load/load.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* So much of a file is looked at: the top of a page, and a page. */
#define TOP_BYTES    2048
#define PAGE_BYTES   ((size_t)16 * 1024)
#define FOLDERS_DEEP 6

/* A file or folder that is of one issue. */
struct unit {
	char *path;    /* owned */
	size_t of;     /* index of the name that it comes from */
	bool is_whole; /* an issue of its own */
	bool has_day_in_name;
	struct buf paper, day; /* empty: not known */
	size_t issue;          /* index of its issue */
};

struct units {
	struct unit *items; /* owned */
	size_t count, cap;
	bool in_folders; /* as in struct named_issues */
	bool has_other;  /* one is neither a file nor a folder */
};

static struct unit *units_add(struct units *units, const char *path, size_t of)
{
	struct unit *unit = ARRAY_ADD(units->items, units->count, units->cap);

	*unit = (struct unit){ .path = mem_dup(path, strlen(path)), .of = of };
	buf_init(&unit->paper);
	buf_init(&unit->day);
	return unit;
}

static void units_release(struct units *units)
{
	for (size_t i = 0; i < units->count; i++) {
		free(units->items[i].path);
		buf_release(&units->items[i].paper);
		buf_release(&units->items[i].day);
	}
	free(units->items);
}

static bool is_package(const char *path)
{
	struct buf bytes;
	bool is;

	buf_init(&bytes);
	source_read(&bytes, path, TOP_BYTES, NULL);
	is = package_sniff(form_head(buf_str(&bytes)));
	buf_release(&bytes);
	return is;
}

static int is_visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static void units_add_folder(struct units *units, const char *folder, size_t of,
                             int depth);

/* A folder without a page: the folders in it are issues. */
static void units_add_folders(struct units *units, const char *folder,
                              size_t of, int depth)
{
	struct dirent **entries;
	int count = scandir(folder, &entries, is_visible, versionsort);

	for (int i = 0; i < count; i++) {
		struct stat about;
		struct buf path;

		buf_init(&path);
		buf_addf(&path, "%s/%s", folder, entries[i]->d_name);
		if (!lstat(path.ptr, &about) && S_ISDIR(about.st_mode))
			units_add_folder(units, path.ptr, of, depth + 1);
		buf_release(&path);
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
}

/* The pages of a folder, or its packages, or its folders. */
static void units_add_folder(struct units *units, const char *folder, size_t of,
                             int depth)
{
	struct source_list list = { 0 };
	bool has_pages = source_list_add(&list, folder);

	if (!has_pages && depth < FOLDERS_DEEP) {
		units_add_folders(units, folder, of, depth);
	} else if (has_pages && depth) {
		units->in_folders = true;
		units_add(units, folder, of)->is_whole = true;
	} else if (has_pages) {
		bool packages = is_package(list.items[0].path);

		for (size_t i = 0; i < list.count; i++)
			units_add(units, list.items[i].path, of)->is_whole =
				packages;
	}
	source_list_release(&list);
}

static void units_find(struct units *units, const char *const *names,
                       size_t count)
{
	for (size_t i = 0; i < count && !units->has_other; i++) {
		struct stat about;

		units->has_other =
			stat(names[i], &about) ||
			!(S_ISREG(about.st_mode) || S_ISDIR(about.st_mode));
		if (units->has_other)
			return;
		if (S_ISDIR(about.st_mode))
			units_add_folder(units, names[i], i, 0);
		else
			units_add(units, names[i], i)->is_whole =
				count > 1 && is_package(names[i]);
	}
}

/* May the head of such a file be read as lines? */
static bool is_lines(struct str head)
{
	static const char *const others[] = { "%PDF", "<", "{",
		                              "\xef\xbb\xbf<" };

	for (size_t i = 0; i < ARRAY_LEN(others); i++)
		if (str_starts(head, str_from(others[i])))
			return false;
	return true;
}

/* What the first page of a file names itself in so many bytes; false: no day. */
static bool unit_peek_bytes(struct unit *unit, struct str head)
{
	struct loader *loader = load_begin_bytes(head, unit->path, NULL);
	const struct issue *issue = load_issue(loader);
	struct str day = STR("");

	load_peek(loader);
	buf_clear(&unit->paper);
	if (issue->page_count) {
		day = issue_page_date(issue, 0);
		buf_add(&unit->paper, issue_page_title(issue, 0));
		if (!unit->has_day_in_name)
			buf_add(&unit->day, day);
	}
	load_abandon(loader);
	return day.len > 0;
}

/* Most pages name their day at the top, some at the foot. */
static void unit_peek(struct unit *unit)
{
	static const size_t most_bytes[] = { TOP_BYTES, PAGE_BYTES };
	struct buf bytes;
	bool found = false;

	buf_init(&bytes);
	source_read(&bytes, unit->path, PAGE_BYTES, NULL);
	for (size_t i = 0;
	     i < ARRAY_LEN(most_bytes) && !found && is_lines(buf_str(&bytes));
	     i++)
		found = unit_peek_bytes(unit,
		                        str_slice(buf_str(&bytes), 0,
		                                  bytes.len < most_bytes[i]
		                                          ? bytes.len
		                                          : most_bytes[i]));
	buf_release(&bytes);
}

/* Do the names of two files differ in more than numbers? */
static bool names_differ(struct str one, struct str two)
{
	size_t i = 0, j = 0;

	for (;;) {
		while (i < one.len && one.ptr[i] >= '0' && one.ptr[i] <= '9')
			i++;
		while (j < two.len && two.ptr[j] >= '0' && two.ptr[j] <= '9')
			j++;
		if (i == one.len || j == two.len)
			return i != one.len || j != two.len;
		if (one.ptr[i++] != two.ptr[j++])
			return true;
	}
}

/* Must a file with a day in its name be looked at all the same?  Only where its name and
 * that of the file before say no more than that they may be of different papers. */
static bool is_of_other_kind(const struct units *units, size_t at)
{
	const struct unit *unit = &units->items[at], *before = unit - 1;

	return at > 0 && names_differ(str_base_name(str_from(unit->path)),
	                              str_base_name(str_from(before->path)));
}

static void units_learn(struct units *units)
{
	for (size_t i = 0; i < units->count; i++) {
		struct unit *unit = &units->items[i];
		char day[NAME_DAY_CHARS + 1];

		unit->has_day_in_name =
			name_day_find(str_from(unit->path), day);
		if (unit->has_day_in_name)
			buf_add_c(&unit->day, day);
	}
	for (size_t i = 0; i < units->count && units->count > 1; i++) {
		struct unit *unit = &units->items[i];

		if (unit->is_whole)
			continue;
		if (!unit->has_day_in_name || is_of_other_kind(units, i) ||
		    (i + 1 < units->count && is_of_other_kind(units, i + 1)))
			unit_peek(unit);
	}
}

/* May both be the same, where neither is another? */
static bool agree(const struct buf *one, const struct buf *two)
{
	return !one->len || !two->len || str_equal(buf_str(one), buf_str(two));
}

/* The issue that a file belongs to, or NPOS: it begins one. */
static size_t issue_of(const struct named_issues *issues,
                       const struct units *units, size_t at)
{
	const struct unit *unit = &units->items[at];

	if (unit->is_whole)
		return NPOS;
	if (at && !unit->paper.len && !unit->day.len && !unit[-1].is_whole)
		return unit[-1].issue;
	for (size_t i = issues->count; i-- > 0;) {
		const struct named_issue *issue = &issues->items[i];

		if (agree(&issue->paper, &unit->paper) &&
		    agree(&issue->day, &unit->day))
			return i;
	}
	return NPOS;
}

static void issue_add_name(struct named_issue *issue, const char *name)
{
	issue->names = mem_grow(issue->names, &issue->cap, issue->count + 2,
	                        sizeof(char *));
	issue->names[issue->count++] = mem_dup(name, strlen(name));
	issue->names[issue->count] = NULL;
}

static struct named_issue *issues_begin(struct named_issues *issues)
{
	struct named_issue *issue =
		ARRAY_ADD(issues->items, issues->count, issues->cap);

	*issue = (struct named_issue){ 0 };
	buf_init(&issue->paper);
	buf_init(&issue->day);
	return issue;
}

static void units_part(struct units *units, struct named_issues *issues)
{
	for (size_t i = 0; i < units->count; i++) {
		struct unit *unit = &units->items[i];
		struct named_issue *issue;

		unit->issue = issue_of(issues, units, i);
		if (unit->issue == NPOS) {
			unit->issue = issues->count;
			issues_begin(issues);
		}
		issue = &issues->items[unit->issue];
		if (!issue->paper.len)
			buf_add(&issue->paper, buf_str(&unit->paper));
		if (!issue->day.len)
			buf_add(&issue->day, buf_str(&unit->day));
	}
}

/* Are the units of the name that the unit at `at` comes from, and of no other name, all
 * that its issue has?  Then that name stands for them. */
static bool is_all_of_name(const struct units *units, size_t at)
{
	const struct unit *unit = &units->items[at];

	for (size_t i = 0; i < units->count; i++)
		if ((units->items[i].issue == unit->issue) !=
		    (units->items[i].of == unit->of))
			return false;
	return true;
}

static void units_name(const struct units *units, struct named_issues *issues,
                       const char *const *names)
{
	for (size_t i = 0; i < units->count; i++) {
		const struct unit *unit = &units->items[i];
		struct named_issue *issue = &issues->items[unit->issue];
		bool all = !issue->count && is_all_of_name(units, i);

		if (all && !units->in_folders)
			issue_add_name(issue, names[unit->of]);
		else if (!issue->count ||
		         strcmp(issue->names[0], names[unit->of]))
			issue_add_name(issue, unit->path);
	}
}

static void issue_release(struct named_issue *issue)
{
	for (size_t i = 0; i < issue->count; i++)
		free(issue->names[i]);
	free(issue->names);
	buf_release(&issue->paper);
	buf_release(&issue->day);
}

void named_issues_release(struct named_issues *issues)
{
	for (size_t i = 0; i < issues->count; i++)
		issue_release(&issues->items[i]);
	free(issues->items);
	*issues = (struct named_issues){ 0 };
}

void named_issues_find(struct named_issues *issues, const char *const *names,
                       size_t count)
{
	struct units units = { 0 };

	*issues = (struct named_issues){ 0 };
	units_find(&units, names, count);
	if (!units.has_other) {
		units_learn(&units);
		units_part(&units, issues);
		units_name(&units, issues, names);
	}
	issues->in_folders = units.in_folders;
	if (issues->count < 2 && !units.in_folders) {
		named_issues_release(issues);
		issues_begin(issues);
		for (size_t i = 0; i < count; i++)
			issue_add_name(issues->items, names[i]);
	}
	units_release(&units);
}
