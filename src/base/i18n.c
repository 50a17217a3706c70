/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/i18n.h"

#include "base/catalogue.h"
#include "base/mem.h"

#include <assert.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* The language of the process; written once, by i18n_start(). */
static const struct catalogue *i18n_spoken;

/* Reasons that files and programs give; the words are those of the C library. */
static const struct {
	int error;
	const char *text;
} i18n_reasons[] = {
	{ EPERM, N_("Operation not permitted") },
	{ ENOENT, N_("No such file or directory") },
	{ EIO, N_("Input/output error") },
	{ ENXIO, N_("No such device or address") },
	{ ENOEXEC, N_("Exec format error") },
	{ ENOMEM, N_("Cannot allocate memory") },
	{ EACCES, N_("Permission denied") },
	{ EBUSY, N_("Device or resource busy") },
	{ EEXIST, N_("File exists") },
	{ EXDEV, N_("Invalid cross-device link") },
	{ ENODEV, N_("No such device") },
	{ ENOTDIR, N_("Not a directory") },
	{ EISDIR, N_("Is a directory") },
	{ EINVAL, N_("Invalid argument") },
	{ EMFILE, N_("Too many open files") },
	{ ETXTBSY, N_("Text file busy") },
	{ EFBIG, N_("File too large") },
	{ ENOSPC, N_("No space left on device") },
	{ EROFS, N_("Read-only file system") },
	{ EPIPE, N_("Broken pipe") },
	{ ENAMETOOLONG, N_("File name too long") },
	{ ELOOP, N_("Too many levels of symbolic links") },
	{ EDQUOT, N_("Disk quota exceeded") },
};

static const char *setting(const char *variable)
{
	const char *value = getenv(variable);

	return value && *value ? value : NULL;
}

/* The locale of messages, NULL when none is set. */
static const char *locale_asked(void)
{
	const char *locale = setting("LC_ALL");

	if (!locale)
		locale = setting("LC_MESSAGES");
	return locale ? locale : setting("LANG");
}

static bool is_plain_c(const char *locale, size_t len)
{
	return (len == 1 && *locale == 'C') ||
	       (len == 5 && !strncmp(locale, "POSIX", len));
}

/* Does a locale (zh_TW.UTF-8, zh, en_US@modifier) begin with that name, as a whole? */
static bool is_of(const char *locale, size_t len, const char *name)
{
	size_t at = 0;

	while (at < len && name[at] &&
	       (locale[at] == name[at] ||
	        (locale[at] == '-' && name[at] == '_')))
		at++;
	return !name[at] && (at == len || strchr("_-.@", locale[at]));
}

/* Whether a locale is of a known language, and its catalogue, NULL for English. */
static bool find_language(const char *locale, size_t len,
                          const struct catalogue **catalogue)
{
	static const struct {
		const char *name;
		const struct catalogue *catalogue;
	} languages[] = {
		{ "en", NULL },
#ifdef ENABLE_NLS
		{ "zh_TW", &catalogue_zh_TW },
		{ "zh_HK", &catalogue_zh_TW },
		{ "zh_MO", &catalogue_zh_TW },
		{ "zh_Hant", &catalogue_zh_TW },
		{ "zh", &catalogue_zh_CN },
#endif
	};

	*catalogue = NULL;
	for (size_t i = 0; i < ARRAY_LEN(languages); i++)
		if (is_of(locale, len, languages[i].name)) {
			*catalogue = languages[i].catalogue;
			return true;
		}
	return is_plain_c(locale, len);
}

const struct catalogue *i18n_asked(void)
{
	const char *locale = locale_asked();
	const char *list = setting("LANGUAGE");
	const struct catalogue *catalogue = NULL;

	if (locale && is_plain_c(locale, strlen(locale)))
		return NULL;
	if (!list)
		list = locale ? locale : "";
	while (*list) {
		size_t len = strcspn(list, ":");

		if (find_language(list, len, &catalogue))
			break;
		list += len + (list[len] == ':');
	}
	return catalogue;
}

void i18n_start(const struct catalogue *catalogue)
{
	assert(!i18n_spoken);
	i18n_spoken = catalogue;
}

/* The translation, or NULL when there is none. */
static const char *translation(const char *text)
{
	return i18n_spoken ? catalogue_find(i18n_spoken, text) : NULL;
}

const char *i18n_text(const char *text)
{
	const char *translated = translation(text);

	return translated ? translated : text;
}

const char *i18n_plural(const char *one, const char *many, size_t number)
{
	const char *translated = translation(one);

	if (translated)
		return translated;
	return number == 1 ? one : many;
}

const char *i18n_reason(int error)
{
	for (size_t i = 0; i18n_spoken && i < ARRAY_LEN(i18n_reasons); i++)
		if (i18n_reasons[i].error == error)
			return _(i18n_reasons[i].text);
	return strerror(error);
}
