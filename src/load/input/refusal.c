/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/refusal.h"

#include "base/i18n.h"
#include "text/neutralise.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define MIB ((size_t)1024 * 1024)

char *refusal_of_errno(const char *name, size_t most_bytes)
{
	int error = errno;
	char *safe = neutralised(name);
	struct buf text;

	buf_init(&text);
	if (error == ENODATA)
		buf_addf(&text, _("there are no page files in '%s'"), safe);
	else if (error == ENODEV)
		buf_addf(&text, _("'%s' is a device, not a file"), safe);
	else if (error == EFBIG)
		buf_addf(&text,
		         _("cannot read '%s': all input together may have at "
		           "most %zu MiB"),
		         safe, most_bytes / MIB);
	else if (error == EOVERFLOW)
		buf_addf(&text,
		         _("cannot read '%s': all input together may have at "
		           "most %d million lines"),
		         safe, INPUT_LIMIT_LINES / 1000000);
	else
		/* TRANSLATORS: name of a file, reason */
		buf_addf(&text, _("cannot read '%s': %s"), safe,
		         i18n_reason(error));
	free(safe);
	return buf_steal(&text);
}

char *refusal_left_out(const char *format, const char *name, const char *reason)
{
	char *safe = neutralised(name);
	struct buf text;

	buf_init(&text);
	buf_addf(&text, format, safe, reason);
	free(safe);
	return buf_steal(&text);
}

char *refusal_of_access(const char *name, enum pdf_access access)
{
	char *safe =
		neutralised(strcmp(name, "-") ? name : _("standard input"));
	struct buf text;

	buf_init(&text);
	if (access == PDF_NO_HELPER)
		/* TRANSLATORS: name of a file, reason */
		buf_addf(&text, _("cannot read '%s': baolan-pdf: %s"), safe,
		         i18n_reason(errno));
	else
		buf_addf(
			&text,
			access == PDF_REFUSES
				? _("'%s' is encrypted, and the password is wrong")
				: _("'%s' is encrypted; --password-file=FILE names "
		                    "the file that has its password"),
			safe);
	free(safe);
	return buf_steal(&text);
}
