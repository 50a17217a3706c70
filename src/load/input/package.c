/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/package.h"

#include "base/mem.h"
#include "load/input/didl.h"
#include "load/input/forms.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

bool package_sniff(struct str head)
{
	return mets_sniff(head) || didl_sniff(head);
}

struct package *package_new(const char *path, struct str bytes, bool *whole,
                            struct xml_damage *damage)
{
	struct package *package = mem_alloc(sizeof *package);

	package->path = mem_dup(path, strlen(path));
	*whole = didl_sniff(form_head(bytes))
	                 ? didl_read(&package->mets, bytes, damage)
	                 : mets_read(&package->mets, bytes, damage);
	return package;
}

void package_free(struct package *package)
{
	free(package->path);
	mets_release(&package->mets);
	free(package);
}

/* %20 is a space. */
static void package_add_decoded(struct buf *out, struct str href)
{
	for (size_t i = 0; i < href.len; i++) {
		int high = -1, low = -1;

		if (href.ptr[i] == '%' && i + 2 < href.len) {
			high = str_hex_digit(href.ptr[i + 1]);
			low = str_hex_digit(href.ptr[i + 2]);
		}
		if (high >= 0 && low >= 0)
			i += 2;
		buf_add_byte(out, high >= 0 && low >= 0
		                          ? (char)(high * 16 + low)
		                          : href.ptr[i]);
	}
}

/* Libraries write "file://./ALTO/1.xml" for a path in the package. */
static struct str package_without_scheme(struct str href)
{
	static const char *const schemes[] = { "file://", "file:" };

	for (size_t i = 0; i < ARRAY_LEN(schemes); i++) {
		size_t bytes = strlen(schemes[i]);

		if (href.len >= bytes &&
		    !strncasecmp(href.ptr, schemes[i], bytes))
			return str_slice(href, bytes, href.len);
	}
	return href;
}

/* Is it a path that its words keep in the folder? */
static bool package_stays(struct str path)
{
	size_t start = 0;

	if (!path.len || path.ptr[0] == '/')
		return false;
	for (size_t i = 0; i <= path.len; i++) {
		char c = i < path.len ? path.ptr[i] : '/';

		if ((unsigned char)c < ' ' || c == '\\' || (c == ':' && !start))
			return false;
		if (c != '/')
			continue;
		if (str_equal(str_slice(path, start, i), STR("..")))
			return false;
		start = i + 1;
	}
	return true;
}

/* Does `path`, an existing file, lie in `folder` when all links are followed? */
static bool package_holds(const char *folder, const char *path)
{
	char *real_folder = realpath(folder, NULL);
	char *real_path = realpath(path, NULL);
	bool holds = false;

	if (real_folder && real_path) {
		size_t bytes = strlen(real_folder);

		holds = !strncmp(real_path, real_folder, bytes) &&
		        (real_path[bytes] == '/' ||
		         (bytes && real_folder[bytes - 1] == '/'));
	}
	free(real_folder);
	free(real_path);
	return holds;
}

/* page.xml, or page.xml.gz where that is there alone. */
static void package_find_file(struct buf *path)
{
	size_t bytes = path->len;

	if (!access(path->ptr, F_OK))
		return;
	buf_add_c(path, ".gz");
	if (!access(path->ptr, F_OK))
		return;
	path->len = bytes;
	path->ptr[bytes] = '\0';
}

/* Sets `folder` to the one in which the paths of a package begin, that of its file, and
 * `relative` to the path of a page in it.  A file in a folder toc names pages beside this
 * folder. */
static void package_split_path(const struct package *package, size_t page,
                               struct buf *folder, struct buf *relative)
{
	struct str path = str_from(package->path);
	struct str own = str_slice(path, 0, path.len - str_base_name(path).len);
	struct buf href;
	size_t at = 0;

	buf_init(&href);
	package_add_decoded(
		&href, package_without_scheme(package->mets.pages[page].href));
	while (str_starts(str_slice(buf_str(&href), at, href.len), STR("./")))
		at += 2;
	if ((str_ends(own, STR("/toc/")) || str_equal(own, STR("toc/"))) &&
	    str_starts(str_slice(buf_str(&href), at, href.len), STR("../"))) {
		own.len -= strlen("toc/");
		at += strlen("../");
	}
	buf_add(folder, own);
	buf_add(relative, str_slice(buf_str(&href), at, href.len));
	buf_release(&href);
}

bool package_page_path(const struct package *package, size_t page,
                       struct buf *path)
{
	struct buf folder, relative, full;
	bool stays;

	buf_init(&folder);
	buf_init(&relative);
	buf_init(&full);
	package_split_path(package, page, &folder, &relative);
	stays = package_stays(buf_str(&relative));
	if (stays) {
		buf_add(&full, buf_str(&folder));
		buf_add(&full, buf_str(&relative));
		package_find_file(&full);
		stays = access(full.ptr, F_OK) ||
		        package_holds(folder.len ? folder.ptr : ".", full.ptr);
	}
	if (stays)
		buf_add(path, buf_str(&full));
	buf_release(&folder);
	buf_release(&relative);
	buf_release(&full);
	return stays;
}
