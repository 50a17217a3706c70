/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A PDF on standard input becomes records on standard output: what stands on its pages,
 * and where.  The form of the records is in baolan-pdf(1).  The process enters its box
 * before it reads the first byte of the file.
 */
#include "config.h"
#include "pdf/box.h"
#include "pdf/poppler_compat.h"
#include "pdf/recorder.h"
#include "pdf/writer.h"

#include <Catalog.h>
#include <Error.h>
#include <ErrorCodes.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <Page.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>
#include <poppler-config.h>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace
{

/* Exit statuses. */
enum {
	READ = 0,
	NOT_READ = 1,
	MISUSED = 2,
	STOPPED = 3
};

/* CPU time of a page; the recorder ends it before, if it is asked in time. */
constexpr unsigned PAGE_SECONDS = 6;
constexpr int PAGES_MOST = 20000;
constexpr std::size_t FILE_MOST_BYTES = std::size_t(512) << 20;
constexpr std::size_t PASSWORD_MOST_BYTES = 1024;

struct Options {
	bool shows_box = false, shows_help = false, shows_version = false;
	int password_fd = -1;
	int first_page = 1;
	int pictures_page =
		0; /* the only page, with what its pictures show; 0: all
	                        * pages without */
};

struct Bytes {
	const char *start = nullptr;
	std::size_t count = 0;
	bool too_many = false;
};

bool is_number(std::string_view text, int *number)
{
	auto [end, error] = std::from_chars(text.data(),
	                                    text.data() + text.size(), *number);

	return error == std::errc() && end == text.data() + text.size();
}

/* The value of an option that has one: `--name=value'. */
bool has_value(std::string_view argument, std::string_view name, int *value)
{
	return argument.substr(0, name.size()) == name &&
	       is_number(argument.substr(name.size()), value);
}

bool read_options(int argc, char *argv[], Options *options)
{
	for (int i = 1; i < argc; i++) {
		const std::string_view argument = argv[i];

		if (argument == "--box")
			options->shows_box = true;
		else if (argument == "--help")
			options->shows_help = true;
		else if (argument == "--version")
			options->shows_version = true;
		else if (!has_value(argument,
		                    "--password-fd=", &options->password_fd) &&
		         !has_value(argument,
		                    "--first-page=", &options->first_page) &&
		         !has_value(argument,
		                    "--pictures=", &options->pictures_page))
			return false;
	}
	return options->password_fd >= -1 && options->first_page >= 1 &&
	       options->pictures_page >= 0;
}

/* The first line of a descriptor, which is closed. */
std::optional<std::string> read_password(int fd)
{
	std::string password;
	char byte;

	if (fd < 0)
		return {};
	while (password.size() < PASSWORD_MOST_BYTES &&
	       read(fd, &byte, 1) == 1 && byte != '\n')
		password += byte;
	if (fd > STDERR_FILENO)
		close(fd);
	return password;
}

/* All of a pipe. */
Bytes read_pipe()
{
	std::size_t room = 1 << 20;
	char *bytes = static_cast<char *>(std::malloc(room));
	Bytes input;
	ssize_t got = 1;

	while (bytes && got > 0 && !input.too_many) {
		if (input.count == room)
			bytes = static_cast<char *>(
				std::realloc(bytes, room *= 2));
		if (!bytes)
			break;
		got = read(STDIN_FILENO, bytes + input.count,
		           room - input.count);
		input.count += got > 0 ? static_cast<std::size_t>(got) : 0;
		input.too_many = input.count > FILE_MOST_BYTES;
	}
	input.too_many |= !bytes;
	input.start = bytes;
	return input;
}

/* All of standard input, from its begin if it is a file; it is never freed. */
Bytes read_input()
{
	struct stat status;
	Bytes input;
	void *mapped;

	if (fstat(STDIN_FILENO, &status) || !S_ISREG(status.st_mode))
		return read_pipe();
	input.count = static_cast<std::size_t>(status.st_size);
	input.too_many = input.count > FILE_MOST_BYTES;
	if (!input.count || input.too_many)
		return input;
	mapped = mmap(nullptr, input.count, PROT_READ, MAP_PRIVATE,
	              STDIN_FILENO, 0);
	if (mapped == MAP_FAILED)
		input.count = 0;
	else
		input.start = static_cast<const char *>(mapped);
	return input;
}

/* A password in the encoding of old files, ISO 8859-1, if it has that form. */
std::optional<std::string> as_latin1(const std::string &utf8)
{
	std::string latin1;

	for (std::size_t i = 0; i < utf8.size(); i++) {
		const unsigned char c = static_cast<unsigned char>(utf8[i]);
		const bool is_last = i + 1 == utf8.size();

		if (c < 0x80)
			latin1 += utf8[i];
		else if ((c == 0xc2 || c == 0xc3) && !is_last)
			latin1 += static_cast<char>((c & 3) << 6 |
			                            (utf8[++i] & 0x3f));
		else
			return {};
	}
	return latin1;
}

/* A document that was given a password may need another form of it, or none. */
std::unique_ptr<PDFDoc>
open_document(const Bytes &input, const std::optional<std::string> &password)
{
	const std::optional<std::string> forms[] = {
		password, password ? as_latin1(*password) : password, {}
	};
	std::unique_ptr<PDFDoc> document;

	for (const auto &form : forms) {
		std::optional<GooString> given;

		if (form)
			given.emplace(*form);
		document = compat_document(input.start, input.count, given);
		if (document->isOk() ||
		    document->getErrorCode() != errEncrypted || !form)
			break;
	}
	return document;
}

void add_utf8(std::string *utf8, Unicode code)
{
	const int more = (code >= 0x80) + (code >= 0x800) + (code >= 0x10000);
	const unsigned lead = more ? 0xf00u >> more & 0xff : 0;

	*utf8 += static_cast<char>(lead | code >> 6 * more);
	for (int i = more - 1; i >= 0; i--)
		*utf8 += static_cast<char>(0x80 | (code >> 6 * i & 0x3f));
}

/* The label of a page, if it says more than its number. */
std::string label_of(PDFDoc &document, int number)
{
	CompatLabel label;
	std::string utf8;

	if (!document.getCatalog()->indexToLabel(number - 1, &label))
		return {};
	for (Unicode code : compat_code_points(label))
		if (code <= 0x10ffff)
			add_utf8(&utf8, code);
	return utf8 == std::to_string(number) ? "" : utf8;
}

void read_page(PDFDoc &document, int number, Recorder &recorder,
               Writer &records)
{
	Page *page = document.getPage(number);
	const bool well = page && page->isOk();
	const bool across = well && page->getRotate() % 180 != 0;
	const double width = well ? page->getCropWidth() : 0;
	const double height = well ? page->getCropHeight() : 0;

	records.begin("P")
		.number(number)
		.length(across ? height : width)
		.length(across ? width : height)
		.escaped(label_of(document, number))
		.end();
	/* It tells the reader that the page before is whole. */
	records.flush();
	if (well) {
		auto is_full = [](void *data) {
			return static_cast<Recorder *>(data)->is_full();
		};

		box_allow_cpu(PAGE_SECONDS);
		recorder.begin_page();
		document.displayPage(&recorder, number, 72, 72, 0, false, true,
		                     false, is_full, &recorder);
		recorder.end_page();
	} else {
		records.begin("E").word("page").end();
	}
	records.flush();
}

/* Why a document is not read. */
std::string_view reason_of(const PDFDoc &document)
{
	return document.getErrorCode() == errEncrypted ? "encrypted"
	                                               : "damaged";
}

void read_pages(PDFDoc &document, const Options &options, Writer &records)
{
	const int all = document.getNumPages();
	const int pages = std::min(all, PAGES_MOST);
	const int only = options.pictures_page;
	Recorder recorder(records, only > 0);

	if (document.isEncrypted() && !document.okToCopy())
		records.begin("E").word("locked").end();
	if (all > PAGES_MOST)
		records.begin("E").word("limit").word("pages").end();
	records.begin("D").number(pages).end();
	records.flush();
	for (int i = only ? only : options.first_page;
	     i <= (only ? std::min(only, pages) : pages); i++)
		read_page(document, i, recorder, records);
	records.begin(".").end();
}

int read_document(const Options &options,
                  const std::optional<std::string> &password)
{
	std::unique_ptr<PDFDoc> document;
	const Bytes input = read_input();
	bool readable = false;
	Writer records;

	records.begin("baolan-pdf").number(1).end();
	globalParams = std::make_unique<GlobalParams>();
	setErrorCallback([](ErrorCategory, Goffset, const char *) {});
	if (input.too_many) {
		records.begin("E").word("limit").word("bytes").end();
	} else {
		document = open_document(input, password);
		readable = document->isOk() && document->getNumPages() > 0;
	}
	if (readable)
		read_pages(*document, options, records);
	else if (document)
		records.begin("E").word(reason_of(*document)).end();
	records.flush();
	/* The process is over: nothing is worth being freed. */
	static_cast<void>(document.release());
	return readable ? READ : NOT_READ;
}

/* Ends the process, as the end of main() takes more than the box allows. */
[[noreturn]] void show_box(const bool holds[BOX_PARTS])
{
	Writer records;

	records.begin("poppler").word(POPPLER_VERSION).end();
	for (int part = 0; part < BOX_PARTS; part++)
		records.begin(box_part_names[part])
			.word(holds[part] ? "yes" : "no")
			.end();
	records.flush();
	_exit(READ);
}

int show_version()
{
	std::printf("baolan-pdf (%s)\npoppler %s\n", PACKAGE_STRING,
	            POPPLER_VERSION);
	return READ;
}

constexpr char USAGE[] =
	"Usage: baolan-pdf [OPTION]... <FILE.pdf  prints what stands on its pages\n"
	"  --password-fd=N  the password is the first line of descriptor N\n"
	"  --first-page=N   begins with that page\n"
	"  --pictures=N     prints page N alone, with what its pictures show\n"
	"  --box            prints which parts of its box hold here\n"
	"  --version        prints the version\n"
	"The records are described in baolan-pdf(1).\n";

} // namespace

int main(int argc, char *argv[])
{
	std::optional<std::string> password;
	bool holds[BOX_PARTS];
	Options options;

	if (!read_options(argc, argv, &options)) {
		std::fputs(USAGE, stderr);
		return MISUSED;
	}
	if (options.shows_help)
		return std::fputs(USAGE, stdout) < 0 ? NOT_READ : READ;
	if (options.shows_version)
		return show_version();
	/* Without the process that asked for the records nobody reads them. */
	prctl(PR_SET_PDEATHSIG, static_cast<unsigned long>(SIGKILL), 0L, 0L,
	      0L);
	password = read_password(options.password_fd);
	writer_end_at(SIGXCPU, "time", STOPPED);
	writer_end_at(SIGABRT, "memory", STOPPED);
	box_enter(POPPLER_DATADIR, holds);
	if (options.shows_box)
		show_box(holds);
	_exit(read_document(options, password));
}
