/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ask/request.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>
#include <wordexp.h>

void request_init(struct request *request)
{
	*request = (struct request){ 0 };
	buf_init(&request->text);
}

void request_release(struct request *request)
{
	request_clear(request);
	buf_release(&request->text);
	free(request->words);
}

void request_clear(struct request *request)
{
	request->kind = REQUEST_NONE;
	buf_clear(&request->text);
	for (size_t i = 0; i < request->word_count; i++)
		free(request->words[i]);
	request->word_count = 0;
}

void request_add_word(struct request *request, const char *word)
{
	request->words = mem_grow(request->words, &request->word_cap,
	                          request->word_count + 2, sizeof(char *));
	request->words[request->word_count++] = mem_dup(word, strlen(word));
	request->words[request->word_count] = NULL;
}

static const char *why_not(int error)
{
	switch (error) {
	case WRDE_BADCHAR:
	case WRDE_CMDSUB:
		return _("That needs a shell: sh -c '…'");
	case WRDE_BADVAL:
		return _("There is no variable of that name");
	case WRDE_SYNTAX:
		return _("A quotation mark or a bracket is not closed");
	default:
		return _("There is no command in that");
	}
}

const char *request_take_words(struct request *request, const char *line)
{
	wordexp_t words = { 0 };
	int error = wordexp(line, &words, WRDE_NOCMD | WRDE_UNDEF);
	size_t count = words.we_wordc;

	if (error && error != WRDE_NOSPACE)
		return why_not(error);
	for (size_t i = 0; i < count && !error; i++)
		request_add_word(request, words.we_wordv[i]);
	wordfree(&words);
	return count && !error ? NULL : why_not(0);
}
