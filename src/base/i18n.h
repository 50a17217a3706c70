/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_I18N_H
#define BASE_I18N_H

#include <stddef.h>

/*
 * Messages in the language of the user.  The program is written in English;
 * other languages are catalogues inside it (base/catalogue.h), so neither a
 * locale nor a file has to be installed.
 */
struct catalogue;

/* Whole sentences for the reader; N_ marks one in a table, for a later _(). */
#define _(text)  i18n_text(text)
#define N_(text) (text)

/*
 * The language that the environment asks for, NULL for English.  As gettext has
 * it: LANGUAGE is a list of languages with colons between them, the first that
 * is known holds; without it LC_ALL, LC_MESSAGES or LANG, the first that is set.
 * Where that is C or POSIX the messages are English, whatever LANGUAGE says;
 * C.UTF-8 is no language, and LANGUAGE holds.  Other than gettext: LANGUAGE
 * alone is enough, English in the list is English, and no locale need be
 * installed.  All forms of Chinese (zh_TW, zh_HK.UTF-8, zh) have one catalogue.
 */
const struct catalogue *i18n_asked(void);

/* All messages from now on; called once, before the first message, or never:
 * then they are English. */
void i18n_start(const struct catalogue *catalogue);

/* The message in the language of the user. */
const char *i18n_text(const char *text) __attribute__((format_arg(1)));

/* The message of a number: `one` is what English says of one, `many` of all
 * others.  Both are literals, as for _(). */
const char *i18n_plural(const char *one, const char *many, size_t number)
	__attribute__((format_arg(1), format_arg(2)));

/* What an errno says, in the language of the user, for which the C library would
 * need an installed locale; an unusual one in its words. */
const char *i18n_reason(int error);

#endif
