/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/desk.h"

#include "base/mem.h"
#include "base/save.h"
#include "issue/issue.h"
#include "load/source.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_BYTES ((size_t)1024 * 1024) /* of a file of repairs, at most */
#define NAME_BYTES 200 /* of an issue's name, in a name made of it */
#define FIRST_LINE "# Corrections of an issue; see baolan-issue(5).\n"

static bool is_folder(const char *name)
{
	struct stat about;

	return !stat(name, &about) && S_ISDIR(about.st_mode);
}

/* What is read from a pipe is read once. */
static bool can_be_read_again(const char *name)
{
	struct stat about;

	return strcmp(name, "-") && !stat(name, &about) &&
	       (S_ISREG(about.st_mode) || S_ISDIR(about.st_mode));
}

static char *place_beside(const char *name)
{
	struct buf path;

	buf_init(&path);
	buf_addf(&path, "%s%s%s", name, is_folder(name) ? "/" : "",
	         REPAIRS_SUFFIX);
	return buf_steal(&path);
}

/* The folder of what belongs to a person, in `path`; false: there is none. */
static bool add_home(struct buf *path)
{
	const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");

	if (data && data[0] == '/')
		buf_addf(path, "%s/baolan", data);
	else if (home && home[0] == '/')
		buf_addf(path, "%s/.local/share/baolan", home);
	return path->len > 0;
}

/* Issues of one name in different folders are different ones. */
static char *place_at_home(const char *name)
{
	char *real = realpath(name, NULL);
	const char *base = real ? strrchr(real, '/') : NULL;
	size_t bytes = base ? strlen(++base) : 0;
	struct buf path;

	buf_init(&path);
	if (base && add_home(&path)) {
		while (bytes > NAME_BYTES ||
		       (bytes && ((unsigned char)base[bytes] & 0xc0) == 0x80))
			bytes--;
		buf_addf(&path, "/%.*s-%08x%s", (int)bytes, base,
		         (unsigned)repair_hash(str_from(real)), REPAIRS_SUFFIX);
	}
	free(real);
	if (path.len)
		return buf_steal(&path);
	buf_release(&path);
	return NULL;
}

static bool is_there(const char *path)
{
	return path && !access(path, F_OK);
}

static void find_places(struct desk *desk, bool own)
{
	for (size_t i = 0; i < desk->name_count; i++)
		if (!can_be_read_again(desk->names[i]))
			return;
	desk->home = place_at_home(desk->names[0]);
	if (own)
		desk->beside = place_beside(desk->names[0]);
	desk->path = is_there(desk->home) || !desk->beside ? desk->home
	                                                   : desk->beside;
}

/* What cannot be read is as if nothing had been said: the issue opens. */
static void read_repairs(struct desk *desk)
{
	struct buf text;

	buf_init(&text);
	if (desk->path && can_be_read_again(desk->path) &&
	    source_read(&text, desk->path, FILE_BYTES, NULL))
		repairs_parse(&desk->repairs, buf_str(&text));
	buf_release(&text);
}

bool desk_open(struct desk *desk, const char *const *names, size_t count,
               const struct load_options *how, bool own, char **error)
{
	*desk = (struct desk){ .names = names, .name_count = count };
	if (how)
		desk->how = *how;
	desk->how.repairs = &desk->repairs;
	find_places(desk, own);
	read_repairs(desk);
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
	repairs_release(&desk->repairs);
	free(desk->beside);
	free(desk->home);
	*desk = (struct desk){ 0 };
}

static void make_folders(const char *path)
{
	char *part = mem_dup(path, strlen(path));

	for (char *slash = strchr(part + 1, '/'); slash;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(part, 0777);
		*slash = '/';
	}
	free(part);
}

static bool write_to(struct desk *desk, char *path, struct str text)
{
	if (save_file(path, text, SAVE_REPLACE) != SAVE_DONE)
		return false;
	desk->path = path;
	return true;
}

/* A file without a repair goes away, where none of another place would come to
 * light. */
static bool remove_file(const struct desk *desk)
{
	return desk->path == desk->beside && desk->repairs.count <= 1 &&
	       !repairs_count(&desk->repairs) && !unlink(desk->path);
}

static bool save(struct desk *desk)
{
	bool done = false;
	int saved;
	struct buf text;

	if (remove_file(desk))
		return true;
	buf_init(&text);
	repairs_print(&desk->repairs, &text);
	if (desk->beside && desk->path == desk->beside)
		done = write_to(desk, desk->beside, buf_str(&text));
	if (!done && desk->home) {
		make_folders(desk->home);
		done = write_to(desk, desk->home, buf_str(&text));
	}
	saved = errno;
	buf_release(&text);
	errno = saved;
	return done;
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

static void take_loader(struct desk *desk, struct loader *loader)
{
	desk->loader = loader;
	desk->issue = load_issue(loader);
}

/* The issue as it is with what was said, as far as page `page`.  Returns the
 * loader of the issue as it was, for the caller to abandon; NULL when the issue
 * cannot be read. */
static struct loader *read_again(struct desk *desk, size_t page)
{
	char *error = NULL;
	struct loader *before = desk->loader;
	struct loader *loader =
		load_begin(desk->names, desk->name_count, &desk->how, &error);

	free(error);
	if (!loader)
		return NULL;
	take_loader(desk, loader);
	desk_read(desk, page);
	return before;
}

enum desk_result desk_repair(struct desk *desk, enum repair_kind kind,
                             size_t line, size_t to)
{
	size_t page = desk->issue->lines[line].page;
	uint64_t reading = reading_of(desk->issue, page);
	struct loader *before;

	if (!desk->path)
		return DESK_NOWHERE;
	if (!desk->repairs.count)
		repairs_parse(&desk->repairs, STR(FIRST_LINE));
	repairs_add(&desk->repairs, desk->issue, kind, line, to);
	before = read_again(desk, page);
	if (!before) {
		repairs_undo(&desk->repairs);
		return DESK_UNLOADED;
	}
	if (reading_of(desk->issue, page) == reading) {
		repairs_undo(&desk->repairs);
		load_abandon(desk->loader);
		take_loader(desk, before);
		return DESK_SAME;
	}
	load_abandon(before);
	return save(desk) ? DESK_DONE : DESK_UNSAVED;
}

enum desk_result desk_undo(struct desk *desk, size_t page)
{
	struct loader *before;
	struct buf said;

	buf_init(&said);
	repairs_print(&desk->repairs, &said);
	if (!repairs_undo(&desk->repairs)) {
		buf_release(&said);
		return DESK_NONE;
	}
	before = read_again(desk, page);
	if (before) {
		load_abandon(before);
	} else {
		repairs_release(&desk->repairs);
		repairs_parse(&desk->repairs, buf_str(&said));
	}
	buf_release(&said);
	if (!before)
		return DESK_UNLOADED;
	return save(desk) ? DESK_DONE : DESK_UNSAVED;
}
