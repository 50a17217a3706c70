/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words/dictionary_file.h"

#include "base/file.h"
#include "base/home_path.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/xdg.h"
#include "load/input/gunzip.h"
#include "text/neutralise.h"
#include "words/cedict.h"

#include <errno.h>
#include <stdlib.h>

/* The file in the archives, and the names of the downloads themselves. */
static const char *const names[] = {
	"cedict_ts.u8",
	"cedict_ts.u8.gz",
	"cedict_1_0_ts_utf-8_mdbg.txt",
	"cedict_1_0_ts_utf-8_mdbg.txt.gz",
};

/* Folders below those of data files. */
static const char *const folders[] = { "/baolan/", "/cedict/", "/cc-cedict/",
	                               "/dict/", "/" };

/* Reads the file; false: there is none. */
static bool dictionary_file_take(struct dictionary_file *file)
{
	struct buf bytes;
	char *safe;
	int error;

	buf_init(&bytes);
	error = file_read(&bytes, file->path.ptr, CEDICT_MOST_BYTES);
	if (!error && !gunzip(&bytes, CEDICT_MOST_BYTES))
		error = errno;
	if (!error) {
		file->cedict = cedict_new(&bytes);
	} else if (error != ENOENT && error != ENOTDIR) {
		safe = neutralised(file->path.ptr);
		buf_addf(&file->problem,
		         _("The dictionary is not read: %s: %s"), safe,
		         error == EFBIG ? _("it has more than 128 MiB")
		                        : i18n_reason(error));
		free(safe);
	}
	buf_release(&bytes);
	return error != ENOENT && error != ENOTDIR;
}

/* Tries the names in a folder of data files; true: there is such a file. */
static bool dictionary_file_try(struct dictionary_file *file, struct str data)
{
	for (size_t i = 0; i < ARRAY_LEN(folders); i++)
		for (size_t j = 0; j < ARRAY_LEN(names); j++) {
			buf_clear(&file->path);
			buf_add(&file->path, data);
			buf_add_c(&file->path, folders[i]);
			buf_add_c(&file->path, names[j]);
			if (dictionary_file_take(file))
				return true;
		}
	return false;
}

static void dictionary_file_seek(struct dictionary_file *file)
{
	struct buf data;
	bool found = false;

	buf_init(&data);
	for (size_t i = 0; !found && xdg_add_data_folder(&data, i); i++) {
		found = dictionary_file_try(file, buf_str(&data));
		buf_clear(&data);
	}
	buf_release(&data);
	if (!found)
		buf_clear(&file->path);
}

/* Tells of lines that are no entries, and of a file without entries. */
static void dictionary_file_judge(struct dictionary_file *file)
{
	char *safe = neutralised(file->path.ptr);
	size_t first, wrong = cedict_wrong_lines(file->cedict, &first);

	if (!cedict_entries(file->cedict)) {
		buf_addf(&file->problem,
		         _("There is no entry of CC-CEDICT in %s"), safe);
		cedict_free(file->cedict);
		file->cedict = NULL;
	} else if (wrong) {
		buf_addf(&file->problem,
		         i18n_plural("%zu line of %s is no entry of CC-CEDICT "
		                     "(line %zu)",
		                     "%zu lines of %s are no entries of "
		                     "CC-CEDICT (the first is line %zu)",
		                     wrong),
		         wrong, safe, first);
	}
	free(safe);
}

void dictionary_file_read(struct dictionary_file *file, const char *chosen)
{
	*file = (struct dictionary_file){ 0 };
	buf_init(&file->path);
	buf_init(&file->problem);
	if (!chosen) {
		dictionary_file_seek(file);
	} else {
		char *path = home_path_expand(str_from(chosen));
		char *safe = neutralised(path);

		buf_add_c(&file->path, path);
		if (!dictionary_file_take(file))
			buf_addf(&file->problem, _("There is no dictionary %s"),
			         safe);
		free(safe);
		free(path);
	}
	if (file->cedict)
		dictionary_file_judge(file);
}

void dictionary_file_release(struct dictionary_file *file)
{
	buf_release(&file->path);
	buf_release(&file->problem);
	cedict_free(file->cedict);
	*file = (struct dictionary_file){ 0 };
}
