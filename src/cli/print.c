/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/print.h"

#include "base/i18n.h"
#include "cli/exit_status.h"
#include "text/codeset.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void print_notes(struct str lines)
{
	struct codeset codeset;

	codeset_init(&codeset);
	codeset_write(&codeset, stderr, lines, NULL);
	codeset_release(&codeset);
}

static void print_line(const char *before, const char *format, va_list args)
{
	struct buf line;

	buf_init(&line);
	buf_add_c(&line, before);
	buf_add_format(&line, format, args);
	buf_add_byte(&line, '\n');
	print_notes(buf_str(&line));
	buf_release(&line);
}

void print_note(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	print_line("", format, args);
	va_end(args);
}

void print_error(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	print_line(PRINT_NAME, format, args);
	va_end(args);
}

static int print_failed(void)
{
	print_error("%s: %s", _("cannot write"), i18n_reason(errno));
	return EXIT_FAILED;
}

static int print_as(const struct codeset *codeset, struct str text,
                    size_t *missing)
{
	return codeset_write(codeset, stdout, text, missing) ? EXIT_DONE
	                                                     : print_failed();
}

int print_about(struct str text)
{
	struct codeset codeset;
	int status;

	codeset_init(&codeset);
	status = print_as(&codeset, text, NULL);
	codeset_release(&codeset);
	return status;
}

/* A terminal may have another encoding, with fewer characters, than its user's
 * locale or the text. */
static int print_on_terminal(struct str text)
{
	struct codeset codeset;
	size_t missing;
	char *warning;
	int status;

	codeset_init(&codeset);
	warning = codeset_warning(&codeset);
	if (warning)
		print_error("%s", warning);
	free(warning);
	status = print_as(&codeset, text, &missing);
	if (missing)
		print_error(i18n_plural("%zu character is not in the encoding "
		                        "of this terminal; a file or a pipe "
		                        "gets it",
		                        "%zu characters are not in the "
		                        "encoding of this terminal; a file or "
		                        "a pipe gets them",
		                        missing),
		            missing);
	codeset_release(&codeset);
	return status;
}

int print_result(struct str text)
{
	static const struct codeset utf8 = { .fit = CODESET_UTF8 };

	return isatty(STDOUT_FILENO) ? print_on_terminal(text)
	                             : print_as(&utf8, text, NULL);
}
