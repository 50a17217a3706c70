/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/config_file.h"

#include "base/file.h"
#include "base/i18n.h"
#include "base/xdg.h"
#include "text/neutralise.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define MOST_BYTES 65536

bool config_file_add_path(struct buf *path)
{
	if (!xdg_add(path, XDG_CONFIG))
		return false;
	buf_add_c(path, "/config");
	return true;
}

/* NULL, or why the file is not taken, translated. */
static const char *config_file_why(const struct buf *text, int error)
{
	if (error == ENOTSUP)
		return _("it is no regular file");
	if (error == EFBIG)
		return _("it has more than 64 KiB");
	if (error)
		return i18n_reason(error);
	if (text->len && memchr(text->ptr, '\0', text->len))
		return _("it is no text: there is a NUL in it");
	return NULL;
}

char *config_file_read(struct buf *text, const char *path)
{
	const int error = file_read(text, path, MOST_BYTES);
	const char *why = config_file_why(text, error);
	struct buf sentence;
	char *safe;

	errno = error == ENOENT ? ENOENT : 0;
	if (!why)
		return NULL;
	safe = neutralised(path);
	buf_init(&sentence);
	buf_addf(&sentence, _("settings are not read: %s: %s"), safe, why);
	free(safe);
	buf_clear(text);
	errno = error == ENOENT ? ENOENT : 0;
	return buf_steal(&sentence);
}
