/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/input.h"

#include "base/hash.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/input/forms.h"
#include "load/input/gunzip.h"
#include "load/input/input_queue.h"
#include "load/input/load_options.h"
#include "load/input/package.h"
#include "load/input/source.h"
#include "load/input/xml_text.h"
#include "text/neutralise.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define MIB         ((size_t)1024 * 1024)
#define LIMIT_BYTES (64 * MIB)

/* A line takes about 150 bytes of memory besides its text, a page about 600: so no input
 * takes much more than a gigabyte. */
#define LIMIT_LINES 6000000
#define PAGE_LINES  4 /* as many lines as a form feed counts as */

#define LEFT_TOLD 3 /* the most files left out that are named one by one */

struct input {
	struct input_queue *queue;
	uint64_t *sum;
	const struct load_options *options; /* may be NULL */
	size_t left_bytes, left_lines;      /* of the limits of all input */
};

/* The hash of `sum`, the length and the bytes, eight of these at a time. */
static uint64_t add_sum(uint64_t sum, struct str bytes)
{
	uint64_t word = bytes.len;

	for (size_t at = 0; at < bytes.len; at += sizeof word) {
		size_t left = bytes.len - at;

		sum = hash_add(sum, word);
		sum ^= sum >> 29;
		word = 0;
		memcpy(&word, bytes.ptr + at,
		       left < sizeof word ? left : sizeof word);
	}
	return hash_add(sum, word);
}

static size_t limit_bytes(const struct load_options *options)
{
	return options && options->limit_bytes ? options->limit_bytes
	                                       : LIMIT_BYTES;
}

/* The sentence for errno about file `name`; caller frees. */
static char *open_error(const char *name, size_t most_bytes)
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
		         safe, LIMIT_LINES / 1000000);
	else
		/* TRANSLATORS: name of a file, reason */
		buf_addf(&text, _("cannot read '%s': %s"), safe,
		         i18n_reason(error));
	free(safe);
	return buf_steal(&text);
}

static void input_tell(struct input *input, char *text)
{
	diags_add(&input->queue->sink.issue->diags,
	          (struct diag){ .level = DIAG_WARNING }, "%s", text);
	free(text);
}

static char *left_out(const char *format, const char *name, const char *reason)
{
	char *safe = neutralised(name);
	struct buf text;

	buf_init(&text);
	buf_addf(&text, format, safe, reason);
	free(safe);
	return buf_steal(&text);
}

/* A warning for each of the first few files left out, and one for how many there are. */
static void tell_left_out(struct input *input, const struct source_list *names)
{
	for (size_t i = 0; i < names->left_out_count && i < LEFT_TOLD; i++) {
		const struct source_name *left = &names->left_out[i];

		input_tell(input,
		           left->error
		                   /* TRANSLATORS: name of a file, reason */
		                   ? left_out(_("'%s' is left out: %s"),
		                              left->path,
		                              i18n_reason(left->error))
		                   : left_out(_("'%s' is left out: %s"),
		                              left->path, _("it is no text")));
	}
	if (names->left_out_count > LEFT_TOLD) {
		struct buf text;

		buf_init(&text);
		buf_addf(&text, _("Files that are left out: %zu"),
		         names->left_out_count);
		input_tell(input, buf_steal(&text));
	}
}

/* Adds the bytes, which are taken over, to the queue.  A file of a form that holds no
 * text is an error where it was named, and left out of a folder; false with *error. */
static bool take_file(struct input *input, const struct source_name *name,
                      struct buf *bytes, char **error)
{
	const struct input_form *form = forms_ranked(buf_str(bytes), 0);
	struct str head = form_head(buf_str(bytes));

	if (form->advice && !name->in_folder) {
		*error = form->advice(head, name->path);
		return false;
	}
	if (form->advice) {
		input_tell(input, left_out(_("'%s' is left out: it is %s"),
		                           name->path, form->kind(head)));
		return true;
	}
	*input->sum = add_sum(*input->sum, str_from(name->path));
	*input->sum = add_sum(*input->sum, buf_str(bytes));
	input_queue_add(input->queue, name->path, bytes);
	return true;
}

static size_t count_bytes(struct str bytes, char c)
{
	const char *at = bytes.ptr, *end = bytes.ptr + bytes.len;
	size_t count = 0;

	while (at < end && (at = memchr(at, c, (size_t)(end - at)))) {
		count++;
		at++;
	}
	return count;
}

/* The most lines that these bytes can be, in any encoding. */
static size_t count_lines(struct str bytes)
{
	size_t newlines = count_bytes(bytes, '\n');
	size_t returns = count_bytes(bytes, '\r');

	return (newlines > returns ? newlines : returns) +
	       PAGE_LINES * count_bytes(bytes, '\f');
}

/* Takes the lines of a file from *left_lines; false with errno set when the file has
 * more. */
static bool take_lines(struct str bytes, size_t *left_lines)
{
	size_t lines = count_lines(bytes);

	if (lines > *left_lines) {
		errno = EOVERFLOW;
		return false;
	}
	*left_lines -= lines;
	return true;
}

/* Reads a file whole, within what is left of the limit; false with errno set. */
static bool read_bytes(struct input *input, const char *path, struct buf *bytes)
{
	const struct load_options *options = input->options;
	bool done = source_read(bytes, path, input->left_bytes,
	                        options ? options->wait : NULL) &&
	            gunzip(bytes, input->left_bytes);

	input->left_bytes -=
		bytes->len < input->left_bytes ? bytes->len : input->left_bytes;
	return done;
}

/* A page of a package that cannot be read is an empty page; false, with *error or
 * after ECANCELED, when nothing more can be read.  A line of ALTO is so long in its file
 * that the limit of bytes is one of lines. */
static bool read_package_page(struct input *input, struct package *package,
                              size_t page, char **error)
{
	struct buf path, bytes;
	bool goes_on = true;

	buf_init(&path);
	buf_init(&bytes);
	if (!package_page_path(package, page, &path)) {
		buf_add(&path, package->mets.pages[page].href);
		input_tell(input,
		           left_out(_("'%s' is left out: %s"), path.ptr,
		                    _("it is not in the folder of the METS "
		                      "file")));
	} else if (!read_bytes(input, path.ptr, &bytes)) {
		goes_on = errno != ECANCELED && errno != EFBIG &&
		          errno != EOVERFLOW;
		if (goes_on)
			input_tell(input,
			           left_out(_("'%s' is left out: %s"), path.ptr,
			                    i18n_reason(errno)));
		else if (errno != ECANCELED)
			*error = open_error(path.ptr,
			                    limit_bytes(input->options));
		buf_clear(&bytes);
	}
	*input->sum = add_sum(*input->sum, str_from(path.ptr));
	*input->sum = add_sum(*input->sum, buf_str(&bytes));
	input_queue_add_page(input->queue, path.ptr, &bytes, package, page);
	buf_release(&path);
	buf_release(&bytes);
	return goes_on;
}

/* A METS file: the page files that it names are read. */
static bool read_package(struct input *input, const char *path,
                         struct str bytes, char **error)
{
	struct diags *diags = &input->queue->sink.issue->diags;
	struct xml_damage damage;
	struct xml_text xml;
	bool whole, done = true;
	struct package *package;

	xml_text_init(&xml, bytes);
	package = package_new(path, xml.text, &whole, &damage);
	xml_text_tell(&xml, diags, 0);
	xml_text_release(&xml);
	input_queue_take_package(input->queue, package);
	*input->sum = add_sum(*input->sum, str_from(path));
	*input->sum = add_sum(*input->sum, bytes);
	if (!whole)
		xml_tell_damage(diags, 0, &damage);
	if (!package->mets.page_count) {
		errno = ENODATA;
		*error = open_error(path, 0);
		return false;
	}
	for (size_t i = 0; i < package->mets.page_count && done; i++)
		done = read_package_page(input, package, i, error);
	return done;
}

static bool read_files(struct input *input, const struct source_list *names,
                       char **error)
{
	bool done = true;

	for (size_t i = 0; i < names->count && done; i++) {
		const struct source_name *name = &names->items[i];
		struct buf bytes;

		buf_init(&bytes);
		done = read_bytes(input, name->path, &bytes) &&
		       take_lines(buf_str(&bytes), &input->left_lines);
		if (done && strcmp(name->path, "-") &&
		    package_sniff(form_head(buf_str(&bytes))))
			done = read_package(input, name->path, buf_str(&bytes),
			                    error);
		else if (done)
			done = take_file(input, name, &bytes, error);
		else if (errno != ECANCELED)
			*error = open_error(name->path,
			                    limit_bytes(input->options));
		buf_release(&bytes);
	}
	return done;
}

/* The error for a folder without a page: the advice for its first file where that is of a
 * form without text. */
static char *no_pages(const struct source_list *names, const char *folder,
                      const struct load_options *options)
{
	const struct input_form *form;
	char *error = NULL;
	const char *path = names->left_out_count ? names->left_out[0].path
	                   : names->count        ? names->items[0].path
	                                         : NULL;
	struct buf bytes;

	buf_init(&bytes);
	/* A longer file is an error of source_read(), but has its head read. */
	if (path)
		source_read(&bytes, path, FORM_HEAD_BYTES, NULL);
	form = forms_ranked(buf_str(&bytes), 0);
	if (form->advice)
		error = form->advice(form_head(buf_str(&bytes)), path);
	buf_release(&bytes);
	errno = ENODATA;
	return error ? error : open_error(folder, limit_bytes(options));
}

bool input_read(struct input_queue *queue, const char *const *names,
                size_t count, const struct load_options *options, uint64_t *sum,
                char **error)
{
	struct input input = { queue, sum, options, limit_bytes(options),
		               LIMIT_LINES };
	struct source_list list = { 0 };
	bool done = true;

	*error = NULL;
	for (size_t i = 0; i < count && done; i++) {
		done = source_list_add(&list, names[i]);
		if (!done)
			*error = no_pages(&list, names[i], options);
	}
	if (done)
		tell_left_out(&input, &list);
	done = done && read_files(&input, &list, error);
	/* All files were left out, so the names are of folders. */
	if (done && !input_queue_name(queue, 0)) {
		*error = no_pages(&list, names[0], options);
		done = false;
	}
	source_list_release(&list);
	return done;
}
