/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/export.h"

#include "base/i18n.h"
#include "export/format.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

static const struct {
	const char *name;
	const char *
		extensions; /* with spaces between; the first is the usual one */
	unsigned traits;
	char *(*write)(struct buf *out, const struct issue *issue,
	               struct selection pick,
	               const struct export_options *options);
} formats[EXPORT_FORMAT_COUNT] = {
#define FORMAT(id, writer, name, extensions, traits)                           \
 { name, extensions, traits, export_##writer },
#include "export/format_table.inc"
#undef FORMAT
};

char *export_write(struct buf *out, const struct issue *issue,
                   struct selection pick, enum export_format format,
                   const struct export_options *options)
{
	assert(format < EXPORT_FORMAT_COUNT);
	return formats[format].write(out, issue, pick, options);
}

bool export_has(enum export_format format, enum export_trait trait)
{
	return formats[format].traits & trait;
}

size_t export_add_names(struct buf *out, unsigned traits, const char *last)
{
	size_t count = 0, all = 0;

	for (int i = 0; i < EXPORT_FORMAT_COUNT; i++)
		all += (formats[i].traits & traits) == traits;
	for (int i = 0; i < EXPORT_FORMAT_COUNT; i++) {
		if ((formats[i].traits & traits) != traits)
			continue;
		if (count)
			/* TRANSLATORS: between the names of a list */
			buf_add_c(out, count == all - 1 ? last : _(", "));
		buf_add_c(out, formats[i].name);
		count++;
	}
	return count;
}

enum export_format export_format_named(const char *name)
{
	for (int i = 0; i < EXPORT_FORMAT_COUNT; i++)
		if (!strcmp(name, formats[i].name))
			return (enum export_format)i;
	return EXPORT_FORMAT_COUNT;
}

const char *export_format_name(enum export_format format)
{
	return formats[format].name;
}

struct str export_extension(enum export_format format)
{
	const char *extensions = formats[format].extensions;

	return (struct str){ extensions, strcspn(extensions, " ") };
}

/* Is `extension`, in letters of either case, one of those of a format? */
static bool export_has_extension(enum export_format format,
                                 const char *extension)
{
	const char *own = formats[format].extensions;
	size_t len = strlen(extension);

	while (*own) {
		size_t own_len = strcspn(own, " ");

		if (own_len == len && !strncasecmp(own, extension, len))
			return true;
		own += own_len + (own[own_len] == ' ');
	}
	return false;
}

/* A leading dot hides a file; what follows a dot in 2020.02.19 and 第1版.要闻 is part
 * of the name. */
static const char *export_last_ending(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	const char *dot = strrchr(name, '.');
	bool has_letter = false;

	if (!dot || dot == name)
		return NULL;
	for (const char *at = dot + 1; *at; at++) {
		bool is_letter = (*at >= 'a' && *at <= 'z') ||
		                 (*at >= 'A' && *at <= 'Z');

		if (!is_letter && (*at < '0' || *at > '9'))
			return NULL;
		has_letter = has_letter || is_letter;
	}
	return has_letter ? dot : NULL;
}

/* The dot before the last one, where an extension of two parts begins: .csl.json. */
static const char *export_long_ending(const char *path, const char *ending)
{
	const char *dot = ending;

	while (dot > path && dot[-1] != '.' && dot[-1] != '/')
		dot--;
	dot--;
	if (dot <= path || *dot != '.' || dot[-1] == '/')
		return NULL;
	for (int i = 0; i < EXPORT_FORMAT_COUNT; i++)
		if (export_has_extension((enum export_format)i, dot + 1))
			return dot;
	return NULL;
}

const char *export_ending(const char *path)
{
	const char *ending = export_last_ending(path);
	const char *longer = ending ? export_long_ending(path, ending) : NULL;

	return longer ? longer : ending;
}

enum export_format export_format_for(const char *path)
{
	const char *ending = export_ending(path);

	if (!ending)
		return EXPORT_TEXT;
	for (int i = 0; i < EXPORT_FORMAT_COUNT; i++)
		if (export_has_extension((enum export_format)i, ending + 1))
			return (enum export_format)i;
	return EXPORT_FORMAT_COUNT;
}

void export_add_endings(struct buf *out, enum export_format first,
                        const char *between)
{
	buf_add_byte(out, '.');
	buf_add(out, export_extension(first));
	for (int i = 0; i < EXPORT_FORMAT_COUNT; i++) {
		if (i == (int)first)
			continue;
		buf_addf(out, "%s.", between);
		buf_add(out, export_extension((enum export_format)i));
	}
}
