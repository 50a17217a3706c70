/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load/input/input.h"

#include "base/hash.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "issue/issue.h"
#include "load/input/form_pdf.h"
#include "load/input/forms.h"
#include "load/input/gunzip.h"
#include "load/input/input_limits.h"
#include "load/input/input_queue.h"
#include "load/input/load_options.h"
#include "load/input/package.h"
#include "load/input/pdf_access.h"
#include "load/input/refusal.h"
#include "load/input/source.h"
#include "load/input/xml_text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define LEFT_TOLD 3 /* the most files left out that are named one by one */

struct input {
	struct input_queue *queue;
	uint64_t *sum;
	const struct load_options *options; /* may be NULL */
	/* Of the limits of all input; PDFs have one of their own. */
	size_t left_bytes, left_lines, left_pdf_bytes;
	const struct str *given; /* of the options; NULL: it was taken */
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

static void input_tell(struct input *input, char *text)
{
	diags_add(&input->queue->sink.issue->diags,
	          (struct diag){ .level = DIAG_WARNING }, "%s", text);
	free(text);
}

static const char *left_reason(const struct source_name *left)
{
	return left->error      ? i18n_reason(left->error)
	       : left->has_text ? _("its text is in a file beside it")
	                        : _("it is no text");
}

/* A warning for each of the first few files left out, and one for how many there are. */
static void tell_left_out(struct input *input, const struct source_list *names)
{
	for (size_t i = 0; i < names->left_out_count && i < LEFT_TOLD; i++)
		/* TRANSLATORS: name of a file, reason */
		input_tell(input,
		           refusal_left_out(_("'%s' is left out: %s"),
		                            names->left_out[i].path,
		                            left_reason(&names->left_out[i])));
	if (names->left_out_count > LEFT_TOLD) {
		struct buf text;

		buf_init(&text);
		buf_addf(&text, _("Files that are left out: %zu"),
		         names->left_out_count);
		input_tell(input, buf_steal(&text));
	}
}

static bool input_has_pdf(const struct input *input)
{
	return input->options && input->options->pdf_helper;
}

/* Is it a PDF that can be read? */
static bool is_pdf(const struct input *input, struct str bytes)
{
	return input_has_pdf(input) &&
	       forms_ranked(bytes, 0)->begin == form_pdf_begin;
}

/* Adds a PDF with its password; false with *error where no password opens it. */
static bool take_pdf(struct input *input, const struct source_name *name,
                     struct buf *bytes, char **error)
{
	char *password;
	enum pdf_access access = pdf_access_find(
		input->options->pdf_helper, name->path, buf_str(bytes),
		input->options->passwords, &password);

	if (access != PDF_OPENS) {
		*error = refusal_of_access(name->path, access);
		return false;
	}
	input_queue_add(input->queue, name->path, bytes);
	input_queue_unlock(input->queue, password);
	return true;
}

/* Adds the bytes, which are taken over, to the queue.  A file of a form that is not read
 * is an error where it was named, and left out of a folder; false with *error. */
static bool take_file(struct input *input, const struct source_name *name,
                      struct buf *bytes, char **error)
{
	const struct input_form *form = forms_ranked(buf_str(bytes), 0);
	struct str head = form_head(buf_str(bytes));
	bool is_read = form_is_read(form, input_has_pdf(input));

	if (!is_read && !name->in_folder) {
		*error = form->advice(head, name->path);
		return false;
	}
	if (!is_read) {
		input_tell(input,
		           refusal_left_out(_("'%s' is left out: it is %s"),
		                            name->path, form->kind(head)));
		return true;
	}
	*input->sum = add_sum(*input->sum, str_from(name->path));
	*input->sum = add_sum(*input->sum, buf_str(bytes));
	if (is_pdf(input, buf_str(bytes)))
		return take_pdf(input, name, bytes, error);
	input_queue_add(input->queue, name->path, bytes);
	return true;
}

/* Takes the lines of a file from *left_lines; false with errno set when the file has
 * more. */
static bool take_lines(struct str bytes, size_t *left_lines)
{
	size_t lines = input_count_lines(bytes);

	if (lines > *left_lines) {
		errno = EOVERFLOW;
		return false;
	}
	*left_lines -= lines;
	return true;
}

static bool take_given(struct input *input, struct buf *bytes)
{
	buf_add(bytes, *input->given);
	input->given = NULL;
	errno = EFBIG;
	return bytes->len <= (is_pdf(input, buf_str(bytes))
	                              ? input->left_pdf_bytes
	                              : input->left_bytes);
}

/* Reads the bytes of a file; a PDF may have more of them than other files. */
static bool read_source(struct input *input, const char *path,
                        struct buf *bytes)
{
	const struct source_wait *wait =
		input->options ? input->options->wait : NULL;
	bool done;

	if (input->given)
		return take_given(input, bytes);
	done = source_read(bytes, path, input->left_bytes, wait);

	if (done || errno != EFBIG || !is_pdf(input, buf_str(bytes)))
		return done;
	/* Standard input goes on where it was left. */
	if (strcmp(path, "-"))
		buf_clear(bytes);
	return source_read(bytes, path, input->left_pdf_bytes, wait);
}

static void take_bytes(size_t *left, size_t bytes)
{
	*left -= bytes < *left ? bytes : *left;
}

/* Reads a file whole, within what is left of the limit; false with errno set. */
static bool read_bytes(struct input *input, const char *path, struct buf *bytes)
{
	bool done = read_source(input, path, bytes) &&
	            gunzip(bytes, input->left_bytes);

	take_bytes(is_pdf(input, buf_str(bytes)) ? &input->left_pdf_bytes
	                                         : &input->left_bytes,
	           bytes->len);
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
		           refusal_left_out(
				   _("'%s' is left out: %s"), path.ptr,
				   _("it is not in the folder of the METS "
		                     "file")));
	} else if (!read_bytes(input, path.ptr, &bytes)) {
		goes_on = errno != ECANCELED && errno != EFBIG &&
		          errno != EOVERFLOW;
		if (goes_on)
			input_tell(input,
			           refusal_left_out(_("'%s' is left out: %s"),
			                            path.ptr,
			                            i18n_reason(errno)));
		else if (errno != ECANCELED)
			*error = refusal_of_errno(
				path.ptr, input_limit_bytes(input->options));
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
		*error = refusal_of_errno(path, 0);
		return false;
	}
	for (size_t i = 0; i < package->mets.page_count && done; i++)
		done = read_package_page(input, package, i, error);
	return done;
}

/* A file of a folder that cannot be read is left out, as errno says; false where it was
 * named, or nothing more can be read. */
static bool pass_over(struct input *input, const struct source_name *name)
{
	if (!name->in_folder || errno == ECANCELED || errno == EFBIG ||
	    errno == EOVERFLOW)
		return false;
	input_tell(input, refusal_left_out(_("'%s' is left out: %s"),
	                                   name->path, i18n_reason(errno)));
	return true;
}

static bool read_files(struct input *input, const struct source_list *names,
                       char **error)
{
	bool done = true;

	for (size_t i = 0; i < names->count && done; i++) {
		const struct source_name *name = &names->items[i];
		struct buf bytes;
		bool is_of_pdf;

		buf_init(&bytes);
		done = read_bytes(input, name->path, &bytes);
		is_of_pdf = is_pdf(input, buf_str(&bytes));
		done = done && (is_of_pdf || take_lines(buf_str(&bytes),
		                                        &input->left_lines));
		if (done && strcmp(name->path, "-") &&
		    package_sniff(form_head(buf_str(&bytes))))
			done = read_package(input, name->path, buf_str(&bytes),
			                    error);
		else if (done)
			done = take_file(input, name, &bytes, error);
		else if (pass_over(input, name))
			done = true;
		else if (errno != ECANCELED)
			*error = refusal_of_errno(
				name->path,
				is_of_pdf ? INPUT_LIMIT_PDF_BYTES
					  : input_limit_bytes(input->options));
		buf_release(&bytes);
	}
	return done;
}

/* Reads the head of a file; why that cannot be done, or NULL. */
static char *read_head(struct buf *bytes, const char *path)
{
	/* A longer file is an error of source_read(), but has its head read. */
	return source_read(bytes, path, FORM_HEAD_BYTES, NULL) || errno == EFBIG
	               ? NULL
	               : refusal_of_errno(path, 0);
}

/* The error for a folder without a page: why its first page cannot be read, or the advice for
 * its first file where that is of a form without text. */
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
	if (names->count)
		error = read_head(&bytes, names->items[0].path);
	buf_clear(&bytes);
	if (path && !error)
		free(read_head(&bytes, path));
	form = forms_ranked(buf_str(&bytes), 0);
	if (!error && !form_is_read(form, options && options->pdf_helper))
		error = form->advice(form_head(buf_str(&bytes)), path);
	buf_release(&bytes);
	errno = ENODATA;
	return error ? error
	             : refusal_of_errno(folder, input_limit_bytes(options));
}

bool input_read(struct input_queue *queue, const char *const *names,
                size_t count, const struct load_options *options, uint64_t *sum,
                char **error)
{
	struct input input = { .queue = queue,
		               .sum = sum,
		               .options = options,
		               .given = options ? options->given : NULL,
		               .left_bytes = input_limit_bytes(options),
		               .left_lines = INPUT_LIMIT_LINES,
		               .left_pdf_bytes = INPUT_LIMIT_PDF_BYTES };
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
