/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/source.h"

#include "base/mem.h"
#include "issue/issue.h"
#include "load/input/package_search.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_BYTES ((size_t)64 * 1024)

/* Endings of files that stand in folders of pages and are none: pictures, exports for
 * other programs, and documents, which may be pages themselves. */
static const struct {
	const char *ending;
	bool is_document;
} not_pages[] = {
	{ "7z", true },    { "bmp", false },  { "db", false },
	{ "djvu", true },  { "doc", true },   { "docx", true },
	{ "epub", false }, { "gif", false },  { "htm", false },
	{ "html", false }, { "jp2", false },  { "jpeg", false },
	{ "jpg", false },  { "odt", true },   { "png", false },
	{ "rar", true },   { "tar", true },   { "tif", false },
	{ "tiff", false }, { "webp", false }, { "xz", true },
	{ "zip", true },
};

static int is_shown(const struct dirent *entry)
{
	return entry->d_name[0] != '.' &&
	       !str_ends(str_from(entry->d_name), STR(CORRECTIONS_SUFFIX));
}

/* The row of the ending of `name`, or ARRAY_LEN(not_pages). */
static size_t find_ending(const char *name)
{
	const char *dot = strrchr(name, '.');
	size_t i = 0;

	while (i < ARRAY_LEN(not_pages) &&
	       (!dot || strcasecmp(dot + 1, not_pages[i].ending)))
		i++;
	return i;
}

/* Is there a text file of the same name: page.txt beside page.pdf, page beside page.gz? */
static bool has_text_beside(struct str path)
{
	static const char *const endings[] = { "",      ".txt", ".md",
		                               ".json", ".xml", ".alto.xml" };
	size_t stem = path.len;
	struct stat about;
	struct buf other;
	bool found = false;

	while (stem && path.ptr[stem - 1] != '.')
		stem--;
	buf_init(&other);
	for (size_t i = 0; i < ARRAY_LEN(endings) && stem && !found; i++) {
		buf_clear(&other);
		buf_add(&other, str_slice(path, 0, stem - 1));
		buf_add_c(&other, endings[i]);
		found = !stat(other.ptr, &about) && S_ISREG(about.st_mode);
	}
	buf_release(&other);
	return found;
}

static void source_add(struct source_list *names, char *path, bool in_folder)
{
	*ARRAY_ADD(names->items, names->count, names->cap) =
		(struct source_name){ .path = path, .in_folder = in_folder };
}

static void leave_out(struct source_list *names, struct str path, int error,
                      bool has_text)
{
	*ARRAY_ADD(names->left_out, names->left_out_count,
	           names->left_out_cap) =
		(struct source_name){ .path = mem_dup(path.ptr, path.len),
		                      .in_folder = true,
		                      .error = error,
		                      .has_text = has_text };
}

static bool has_ending(struct str name, const char *ending)
{
	size_t bytes = strlen(ending);

	return name.len >= bytes &&
	       !strncasecmp(name.ptr + name.len - bytes, ending, bytes);
}

/* A regular file of a folder. */
static void add_file(struct source_list *names, struct buf *path, size_t kind)
{
	struct str name = buf_str(path);
	bool is_page = kind == ARRAY_LEN(not_pages);
	bool is_pdf = has_ending(name, ".pdf");

	if (is_page && (is_pdf || has_ending(name, ".gz")) &&
	    has_text_beside(name)) {
		if (is_pdf)
			leave_out(names, name, 0, true);
	} else if (is_page) {
		source_add(names, buf_steal(path), true);
	} else if (not_pages[kind].is_document && !has_text_beside(name)) {
		leave_out(names, name, 0, false);
	}
}

static void add_in_folder(struct source_list *names, const char *folder,
                          const char *name)
{
	struct stat about;
	struct buf path;

	buf_init(&path);
	buf_addf(&path, "%s/%s", folder, name);
	if (stat(path.ptr, &about))
		leave_out(names, buf_str(&path), errno, false);
	else if (S_ISREG(about.st_mode))
		add_file(names, &path, find_ending(name));
	buf_release(&path);
}

/* What of a folder is read: its METS or DIDL files, which name the pages, or all files. */
static int source_scan(const char *folder, struct dirent ***entries)
{
	int count =
		scandir(folder, entries, package_search_is_file, versionsort);

	if (count)
		return count;
	free(*entries);
	return scandir(folder, entries, is_shown, versionsort);
}

static void source_add_package(void *names, char *path)
{
	source_add(names, path, true);
}

bool source_list_add(struct source_list *names, const char *name)
{
	struct dirent **entries;
	size_t before = names->count;
	int count;

	if (package_search_is_delivery(name) &&
	    package_search(name, source_add_package, names))
		return true;
	count = strcmp(name, "-") ? source_scan(name, &entries) : -1;
	if (count < 0) {
		/* Not a folder: opening it will say what is wrong with it. */
		source_add(names, mem_dup(name, strlen(name)), false);
		return true;
	}
	for (int i = 0; i < count; i++) {
		add_in_folder(names, name, entries[i]->d_name);
		free(entries[i]);
	}
	free(entries);
	if (names->count == before)
		package_search(name, source_add_package, names);
	errno = ENODATA;
	return names->count > before;
}

static void release_list(struct source_name *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(list[i].path);
	free(list);
}

void source_list_release(struct source_list *names)
{
	release_list(names->items, names->count);
	release_list(names->left_out, names->left_out_count);
	*names = (struct source_list){ 0 };
}

/* A file that is being read. */
struct source {
	int fd;
	const char *name;
	const struct source_wait *wait; /* NULL: as long as it takes */
};

/* Waits until the file has bytes or is at its end; false to give up.  A FIFO that nobody
 * has opened for writing yet is not at its end. */
static bool await(const struct source *source)
{
	const struct source_wait *wait = source->wait;
	struct pollfd news = { .fd = source->fd, .events = POLLIN };
	int ready;

	do
		ready = poll(&news, 1, wait ? 0 : -1);
	while (ready < 0 && errno == EINTR);
	if (ready || wait->wait(wait->context, source->fd, source->name))
		return true;
	errno = ECANCELED;
	return false;
}

static bool source_read_all(struct buf *bytes, const struct source *source,
                            size_t limit_bytes)
{
	while (await(source)) {
		char *room = buf_room(bytes, READ_BYTES);
		ssize_t got = read(source->fd, room, READ_BYTES);

		if (got < 0 && (errno == EINTR || errno == EAGAIN))
			continue;
		if (got <= 0)
			return got == 0;
		bytes->len += (size_t)got;
		bytes->ptr[bytes->len] = '\0';
		if (bytes->len > limit_bytes) {
			errno = EFBIG;
			return false;
		}
	}
	return false;
}

bool source_read_open(struct buf *bytes, int fd, size_t limit_bytes)
{
	const struct source source = { .fd = fd };

	return source_read_all(bytes, &source, limit_bytes);
}

/* Makes room for the whole file where its size is known, so that bytes are not moved. */
static void source_make_room(struct buf *bytes, int fd, size_t limit_bytes)
{
	struct stat about;

	if (!fstat(fd, &about) && S_ISREG(about.st_mode) && about.st_size > 0 &&
	    (size_t)about.st_size <= limit_bytes)
		buf_room(bytes, (size_t)about.st_size + READ_BYTES);
}

static bool is_readable(mode_t mode)
{
	return S_ISREG(mode) || S_ISFIFO(mode) || S_ISSOCK(mode);
}

/* May this descriptor be read?  The descriptor is examined and not the name, which may
 * mean another file by now. */
static bool may_read(int fd)
{
	struct stat about;

	if (fstat(fd, &about))
		return false;
	errno = S_ISDIR(about.st_mode) ? EISDIR : ENODEV;
	return is_readable(about.st_mode);
}

int source_open(const char *name)
{
	if (!strcmp(name, "-"))
		return STDIN_FILENO;
	/* Opening a FIFO would wait where nothing else can be done. */
	return open(name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

bool source_read(struct buf *bytes, const char *name, size_t limit_bytes,
                 const struct source_wait *wait)
{
	struct source source = { STDIN_FILENO, name, wait };
	int saved;
	bool done;

	if (!strcmp(name, "-"))
		return source_read_all(bytes, &source, limit_bytes);
	source.fd = source_open(name);
	if (source.fd < 0)
		return false;
	done = may_read(source.fd);
	if (done) {
		source_make_room(bytes, source.fd, limit_bytes);
		done = source_read_all(bytes, &source, limit_bytes);
	}
	saved = errno;
	close(source.fd);
	errno = saved;
	return done;
}

bool source_is_given(int fd)
{
	struct stat about;

	return !fstat(fd, &about) && is_readable(about.st_mode);
}
