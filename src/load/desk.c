/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/desk.h"

#include "base/access.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/correct/corrections_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FIRST_LINE "# Corrections of an issue; see baolan-issue(5).\n"

/* What is read from a pipe is read once. */
static bool can_be_read_again(const char *name)
{
	struct stat about;

	return strcmp(name, "-") && !stat(name, &about) &&
	       (S_ISREG(about.st_mode) || S_ISDIR(about.st_mode));
}

/* Says why the file is not read, the first time. */
static void tell_trouble(struct corrections *corrections,
                         enum correction_file state, const char *path)
{
	char *why = correction_file_why(state, path);
	struct buf text;

	buf_init(&text);
	buf_addf(&text, _("Corrections are not read: %s"), why);
	if (!corrections->trouble)
		corrections->trouble = buf_steal(&text);
	buf_release(&text);
	free(why);
}

/* Reads the file at `path`, if it is there and may be used. */
static enum correction_file read_place(struct desk *desk, const char *path)
{
	enum correction_file state = CORRECTION_FILE_NONE;
	struct buf text;

	buf_init(&text);
	if (path)
		state = correction_file_read(&text, path, desk->names[0]);
	if (state == CORRECTION_FILE_READ)
		corrections_parse(&desk->corrections, buf_str(&text));
	else if (state != CORRECTION_FILE_NONE)
		tell_trouble(&desk->corrections, state, path);
	buf_release(&text);
	return state;
}

/* Finds the file and reads it.  What cannot be read is as if nothing had been said: the
 * issue opens. */
static void find_place(struct desk *desk, bool own)
{
	enum correction_file beside;

	for (size_t i = 0; i < desk->name_count; i++)
		if (!can_be_read_again(desk->names[i]))
			return;
	desk->home = correction_file_at_home(desk->names[0]);
	if (own)
		desk->beside = correction_file_beside(desk->names[0]);
	desk->path = desk->home;
	if (read_place(desk, desk->home) == CORRECTION_FILE_READ || !own)
		return;
	beside = read_place(desk, desk->beside);
	if (beside == CORRECTION_FILE_READ || beside == CORRECTION_FILE_NONE ||
	    !desk->home)
		desk->path = desk->beside;
}

bool desk_open(struct desk *desk, const char *const *names, size_t count,
               const struct load_options *how, bool own, char **error)
{
	*desk = (struct desk){ .names = names, .name_count = count };
	if (how)
		desk->how = *how;
	desk->how.corrections = &desk->corrections;
	find_place(desk, own);
	desk->loader = load_begin(names, count, &desk->how, error);
	if (desk->loader) {
		desk->issue = load_issue(desk->loader);
		return true;
	}
	desk_close(desk);
	return false;
}

bool desk_step(struct desk *desk)
{
	return load_step(desk->loader);
}

void desk_read(struct desk *desk, size_t page)
{
	while ((page == NPOS || desk->issue->pages_read <= page) &&
	       desk_step(desk))
		continue;
}

bool desk_is_whole(const struct desk *desk)
{
	return load_is_done(desk->loader);
}

void desk_close(struct desk *desk)
{
	if (desk->loader)
		load_abandon(desk->loader);
	corrections_release(&desk->corrections);
	free(desk->beside);
	free(desk->home);
	free(desk->why);
	*desk = (struct desk){ 0 };
}

static uint64_t mixed(uint64_t sum, uint64_t value)
{
	return (sum ^ value) * 0x100000001b3u;
}

/* What a page was read as, in a number. */
static uint64_t reading_of(const struct issue *issue, size_t page)
{
	uint64_t sum = 0xcbf29ce484222325u;
	struct range own = { 0 };

	if (page < issue->pages_read)
		own = issue->pages[page].passages;
	for (size_t i = own.start; i < own.end; i++) {
		const struct passage *passage = &issue->passages[i];

		sum = mixed(mixed(sum, passage->role), passage->article);
		for (size_t j = 0; j < passage->span_count; j++)
			sum = mixed(mixed(sum, passage->spans[j].line),
			            passage->spans[j].at);
	}
	return sum;
}

/* Who may read what is said of the pages: those who may read the pages. */
static bool access_of_pages(struct access *access, const struct loader *loader)
{
	const char *name = load_name(loader, 0);
	bool known = name && access_from(access, name);

	for (size_t i = 1; known && (name = load_name(loader, i)); i++) {
		struct access other;

		if (!access_from(&other, name))
			continue;
		access_limit(access, &other);
		access_release(&other);
	}
	return known;
}

/* A file of nothing but the first line. */
static bool says_nothing(const struct corrections *corrections)
{
	struct str first = STR(FIRST_LINE);

	first.len--;
	return !corrections->count ||
	       (corrections->count == 1 &&
	        str_equal(correction_text(&corrections->items[0]), first));
}

/* What others did to the file meanwhile is done here, too.  A file that has gone is
 * written anew with all that is known. */
static bool take_outside(struct desk *desk, const char *path)
{
	struct buf text;
	enum correction_file state;

	buf_init(&text);
	state = correction_file_read(&text, path, desk->names[0]);
	if (state == CORRECTION_FILE_READ &&
	    corrections_merge(&desk->corrections, buf_str(&text)))
		desk->merged = true;
	if (state == CORRECTION_FILE_NONE)
		corrections_unsaved(&desk->corrections);
	free(desk->why);
	desk->why = state > CORRECTION_FILE_NONE
	                    ? correction_file_why(state, path)
	                    : NULL;
	buf_release(&text);
	return !desk->why;
}

/* Writes the file; one without a correction goes away, where none of another place would
 * come to light. */
static bool write_place(struct desk *desk, char *path)
{
	struct access access;
	bool known, done;
	int error;
	struct buf text;

	desk->path = path;
	if (path == desk->beside && says_nothing(&desk->corrections)) {
		if (unlink(path) && errno != ENOENT)
			return false;
		corrections_unsaved(&desk->corrections);
		return true;
	}
	known = access_of_pages(&access, desk->loader);
	buf_init(&text);
	corrections_print(&desk->corrections, &text);
	done = correction_file_write(path, buf_str(&text),
	                             known ? &access : NULL);
	error = errno;
	if (done)
		corrections_saved(&desk->corrections);
	if (known)
		access_release(&access);
	buf_release(&text);
	errno = error;
	return done;
}

/* Others that write to the file wait, and what they have written is kept. */
static bool save_at(struct desk *desk, char *path)
{
	int lock = correction_file_lock(path);
	bool done = take_outside(desk, path) && write_place(desk, path);
	int error = errno;

	if (!done && !desk->why)
		desk->why =
			mem_dup(i18n_reason(error), strlen(i18n_reason(error)));
	if (lock >= 0)
		close(lock);
	return done;
}

static bool save(struct desk *desk)
{
	char *place = desk->path;

	if (save_at(desk, place))
		return true;
	if (place == desk->beside && desk->home) {
		corrections_unsaved(&desk->corrections);
		if (save_at(desk, desk->home))
			return true;
	}
	desk->path = place;
	return false;
}

/* Reads the files once more; NULL when they cannot be read. */
static struct loader *begin(struct desk *desk)
{
	char *error = NULL;
	struct loader *loader =
		load_begin(desk->names, desk->name_count, &desk->how, &error);

	free(error);
	return loader;
}

/* The same, where they are what they were; else NULL and why. */
static struct loader *begin_same(struct desk *desk, enum desk_result *why)
{
	struct loader *loader = begin(desk);

	*why = DESK_UNLOADED;
	if (!loader || load_is_same(loader, desk->loader))
		return loader;
	load_abandon(loader);
	*why = DESK_CHANGED;
	return NULL;
}

/* The issue is that of `loader` now, as far as page `page`.  Returns the loader of the
 * one before, for the caller to abandon. */
static struct loader *show(struct desk *desk, struct loader *loader,
                           size_t page)
{
	struct loader *before = desk->loader;

	desk->loader = loader;
	desk->issue = load_issue(loader);
	desk_read(desk, page);
	return before;
}

/* Saves what was said.  What others said at that very moment is shown, too. */
static enum desk_result keep(struct desk *desk, size_t page)
{
	bool merged = desk->merged, done;
	enum desk_result why;
	struct loader *loader;

	desk->merged = false;
	done = save(desk);
	loader = desk->merged ? begin_same(desk, &why) : NULL;
	if (loader)
		load_abandon(show(desk, loader, page));
	desk->merged = desk->merged || merged;
	return done ? DESK_DONE : DESK_UNSAVED;
}

static void take_back(struct desk *desk, struct loader *before)
{
	load_abandon(desk->loader);
	desk->loader = before;
	desk->issue = load_issue(before);
}

enum desk_result desk_repair(struct desk *desk, enum correction_kind kind,
                             size_t line, size_t to)
{
	size_t page = desk->issue->lines[line].page;
	uint64_t reading = reading_of(desk->issue, page);
	struct loader *loader, *before;
	enum desk_result result;

	if (!desk->path)
		return DESK_NOWHERE;
	loader = begin_same(desk, &result);
	if (!loader)
		return result;
	desk->merged = false;
	take_outside(desk, desk->path);
	if (!desk->corrections.count) {
		corrections_parse(&desk->corrections, STR(FIRST_LINE));
		corrections_unsaved(&desk->corrections);
	}
	corrections_add(&desk->corrections, desk->issue, kind, line, to);
	before = show(desk, loader, page);
	/* What others did may be what makes the difference. */
	if (!desk->merged && reading_of(desk->issue, page) == reading) {
		corrections_undo(&desk->corrections);
		take_back(desk, before);
		return DESK_SAME;
	}
	result = keep(desk, page);
	load_abandon(before);
	return result;
}

enum desk_result desk_undo(struct desk *desk, size_t page)
{
	struct loader *loader, *before;
	enum desk_result result;

	if (!desk->path || !corrections_count(&desk->corrections))
		return DESK_NONE;
	loader = begin_same(desk, &result);
	if (!loader)
		return result;
	desk->merged = false;
	take_outside(desk, desk->path);
	result = corrections_undo(&desk->corrections) ? DESK_DONE : DESK_NONE;
	before = show(desk, loader, page);
	if (result == DESK_DONE)
		result = keep(desk, page);
	load_abandon(before);
	return result;
}

enum desk_result desk_reload(struct desk *desk, size_t page)
{
	struct loader *loader;

	if (!desk->path)
		return DESK_NOWHERE;
	loader = begin(desk);
	if (!loader)
		return DESK_UNLOADED;
	desk->merged = false;
	take_outside(desk, desk->path);
	load_abandon(show(desk, loader, page));
	return DESK_DONE;
}
