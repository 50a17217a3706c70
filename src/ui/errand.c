/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/errand.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>
#include <wordexp.h>

void errand_init(struct errand *errand)
{
	*errand = (struct errand){ 0 };
	buf_init(&errand->text);
}

void errand_release(struct errand *errand)
{
	errand_clear(errand);
	buf_release(&errand->text);
	free(errand->words);
}

void errand_clear(struct errand *errand)
{
	errand->kind = ERRAND_NONE;
	buf_clear(&errand->text);
	for (size_t i = 0; i < errand->word_count; i++)
		free(errand->words[i]);
	errand->word_count = 0;
}

void errand_add_word(struct errand *errand, const char *word)
{
	errand->words = mem_grow(errand->words, &errand->word_cap,
	                         errand->word_count + 2, sizeof(char *));
	errand->words[errand->word_count++] = mem_dup(word, strlen(word));
	errand->words[errand->word_count] = NULL;
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

const char *errand_take_words(struct errand *errand, const char *line)
{
	wordexp_t words = { 0 };
	int error = wordexp(line, &words, WRDE_NOCMD | WRDE_UNDEF);
	size_t count = words.we_wordc;

	if (error && error != WRDE_NOSPACE)
		return why_not(error);
	for (size_t i = 0; i < count && !error; i++)
		errand_add_word(errand, words.we_wordv[i]);
	wordfree(&words);
	return count && !error ? NULL : why_not(0);
}
