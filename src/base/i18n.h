/* Copyright (C) 2026 The baolan authors */
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

/* The translation of a whole sentence; N_() marks a sentence in a table, which is
 * translated later by _(). */
#define _(text)  i18n_text(text)
#define N_(text) (text)

/*
 * The catalogue of the language that the environment asks for, NULL for English.
 * The rules are gettext's: LANGUAGE is a list of languages with colons between
 * them, and the first known one is taken; without LANGUAGE the first of LC_ALL,
 * LC_MESSAGES and LANG that is set is taken.  Where that locale is C or POSIX,
 * messages are English whatever LANGUAGE says; C.UTF-8 names no language and
 * leaves the choice to LANGUAGE.  Three rules differ from gettext's: LANGUAGE
 * needs no locale beside it, English in the list means English, and no locale has
 * to be installed.  Taiwan, Hong Kong, Macao and zh_Hant have the traditional
 * catalogue, all other forms of Chinese (zh_SG.UTF-8, zh) the simplified one.
 */
const struct catalogue *i18n_asked(void);

/* Sets the catalogue of all messages.  Called at most once, before the first
 * message; without the call messages are English. */
void i18n_start(const struct catalogue *catalogue);

/* The message in the language of the user. */
const char *i18n_text(const char *text) __attribute__((format_arg(1)));

/* The message for a number: in English `one` where `number` is 1, else `many`.
 * Both are literals, as for _(). */
const char *i18n_plural(const char *one, const char *many, size_t number)
	__attribute__((format_arg(1), format_arg(2)));

/* The meaning of an errno in the language of the user, without an installed locale;
 * for an errno outside the table, in the words of the C library. */
const char *i18n_reason(int error);

#endif
