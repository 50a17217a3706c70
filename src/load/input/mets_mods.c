/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/mets_mods.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

void mets_mods_init(struct mets_mods *mods, struct mets *mets)
{
	*mods = (struct mets_mods){ .mets = mets };
	buf_init(&mods->text);
}

void mets_mods_release(struct mets_mods *mods)
{
	free(mods->items);
	free(mods->parts);
	buf_release(&mods->text);
}

static struct str mods_keep(struct mets_mods *mods, struct str text)
{
	return (struct str){ arena_copy_text(&mods->mets->arena, text.ptr,
		                             text.len),
		             text.len };
}

static bool mods_names_part(struct str id)
{
	static const char *const parts[] = { "article", "section", "pict",
		                             "page" };

	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		for (size_t at = 0; at + strlen(parts[i]) <= id.len; at++)
			if (!strncasecmp(id.ptr + at, parts[i],
			                 strlen(parts[i])))
				return true;
	return false;
}

void mets_mods_begin_section(struct mets_mods *mods, struct str id)
{
	*ARRAY_ADD(mods->items, mods->count, mods->cap) =
		(struct mets_description){ .id = mods_keep(mods, id),
		                           .is_of_part = mods_names_part(id) };
	mods->is_open = true;
}

void mets_mods_end_section(struct mets_mods *mods)
{
	mods->is_open = false;
	mods->detail = MODS_NONE;
}

/* What a number in a detail of this type is. */
static enum mods_text mods_detail(struct str type)
{
	if (str_equal(type, STR("volume")))
		return MODS_VOLUME;
	return str_equal(type, STR("issue")) ? MODS_ISSUE : MODS_NONE;
}

void mets_mods_begin(struct mets_mods *mods, struct str name, struct str type)
{
	static const struct {
		const char *name;
		int wanted;
	} names[] = { { "title", MODS_TITLE },
		      { "dateIssued", MODS_DATE },
		      { "date", MODS_DATE },
		      { "partNumber", MODS_PART } };

	if (str_equal(name, STR("detail")))
		mods->detail = mods_detail(type);
	if (str_equal(name, STR("number")) && mods->is_open) {
		mods->wanted = mods->detail;
		buf_clear(&mods->text);
	}

	for (size_t i = 0; i < ARRAY_LEN(names) && mods->is_open; i++)
		if (str_equal(name, str_from(names[i].name))) {
			mods->wanted = names[i].wanted;
			buf_clear(&mods->text);
		}
}

void mets_mods_text(struct mets_mods *mods, struct str text)
{
	if (mods->wanted != MODS_NONE)
		buf_add(&mods->text, text);
}

/* Is `text` of this form, in which 0 is any digit? */
static bool mods_has_form(struct str text, const char *form)
{
	for (size_t i = 0; form[i]; i++)
		if (i >= text.len ||
		    (form[i] == '0' ? text.ptr[i] < '0' || text.ptr[i] > '9'
		                    : text.ptr[i] != form[i]))
			return false;
	return true;
}

/* Some libraries write 02.04.1893 or 1893/04/02 for 1893-04-02. */
static struct str mods_date(struct mets_mods *mods, struct str text)
{
	struct buf turned;
	struct str date;

	buf_init(&turned);
	if (text.len == 10 && mods_has_form(text, "00.00.0000"))
		buf_addf(&turned, "%.4s-%.2s-%.2s", text.ptr + 6, text.ptr + 3,
		         text.ptr);
	else if (text.len == 10 && mods_has_form(text, "0000/00/00"))
		buf_addf(&turned, "%.4s-%.2s-%.2s", text.ptr, text.ptr + 5,
		         text.ptr + 8);
	else
		buf_add(&turned, text);
	date = mods_keep(mods, buf_str(&turned));
	buf_release(&turned);
	return date;
}

/* The title of an issue may be its day: "1898-02-14 (Année 2)". */
static bool mods_is_day(struct str title)
{
	return mods_has_form(title, "0000-00-00") ||
	       mods_has_form(title, "0000/00/00");
}

/* The digits from byte `at` of a text on, behind others; empty: there are none. */
static struct str mods_digits(struct str text, size_t at)
{
	size_t end;

	while (at < text.len && (text.ptr[at] < '0' || text.ptr[at] > '9'))
		at++;
	for (end = at;
	     end < text.len && text.ptr[end] >= '0' && text.ptr[end] <= '9';)
		end++;
	return str_slice(text, at, end);
}

/* Takes "3320", or "Jg. 43, nº 161", which are a volume and a number. */
static void mods_take_part(struct mets_mods *mods,
                           struct mets_description *item, struct str text)
{
	struct str first = mods_digits(text, 0), second, third;

	if (!first.len || item->issue_number.len)
		return;
	second = mods_digits(text, (size_t)(first.ptr - text.ptr) + first.len);
	if (!second.len) {
		item->issue_number = mods_keep(mods, first);
		return;
	}
	third = mods_digits(text, (size_t)(second.ptr - text.ptr) + second.len);
	if (third.len)
		return;
	item->volume = mods_keep(mods, first);
	item->issue_number = mods_keep(mods, second);
}

void mets_mods_end(struct mets_mods *mods)
{
	struct str text = str_trim(buf_str(&mods->text));
	struct mets_description *item = mods->items + mods->count - 1;

	if (mods->wanted == MODS_TITLE && !item->title.len &&
	    !mods_is_day(text))
		item->title = mods_keep(mods, text);
	if (mods->wanted == MODS_DATE && !item->date.len)
		item->date = mods_date(mods, text);
	if (mods->wanted == MODS_VOLUME && text.len)
		item->volume = mods_keep(mods, text);
	if (mods->wanted == MODS_ISSUE && text.len)
		item->issue_number = mods_keep(mods, text);
	if (mods->wanted == MODS_PART)
		mods_take_part(mods, item, text);
	mods->wanted = MODS_NONE;
}

void mets_mods_set_part(struct mets_mods *mods, struct str ids)
{
	for (size_t at = 0, end; at < ids.len; at = end + 1) {
		end = str_find(ids, STR(" "), at);
		end = end == NPOS ? ids.len : end;
		*ARRAY_ADD(mods->parts, mods->part_count, mods->part_cap) =
			mods_keep(mods, str_slice(ids, at, end));
	}
}

static int mods_compare_ids(const void *one, const void *other)
{
	const struct str *a = one, *b = other;

	return str_compare(*a, *b);
}

static bool mods_is_of_part(const struct mets_mods *mods, struct str id)
{
	size_t at;

	ARRAY_FIND(at, mods->part_count, str_compare(mods->parts[at], id) < 0);
	return at < mods->part_count && str_equal(mods->parts[at], id);
}

void mets_mods_resolve(struct mets_mods *mods)
{
	struct mets *mets = mods->mets;

	if (mods->part_count)
		qsort(mods->parts, mods->part_count, sizeof *mods->parts,
		      mods_compare_ids);
	for (size_t i = 0; i < mods->count; i++) {
		const struct mets_description *item = &mods->items[i];

		if (item->is_of_part || mods_is_of_part(mods, item->id))
			continue;
		if (!mets->title.len)
			mets->title = item->title;
		if (!mets->date.len)
			mets->date = item->date;
		if (mets->volume.len || mets->issue_number.len)
			continue;
		mets->volume = item->volume;
		mets->issue_number = item->issue_number;
	}
}
