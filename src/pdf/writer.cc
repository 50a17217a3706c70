/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/writer.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <csignal>
#include <cstring>
#include <unistd.h>

/* A signal handler has to find the records, so they are not in the object. */
namespace
{

constexpr std::size_t BUFFER_BYTES = 1 << 16;
/* No record is longer: ten numbers, and a text that is escaped. */
constexpr std::size_t RECORD_MOST_BYTES =
	256 + 4 * Writer::ESCAPED_MOST_BYTES + 6 * Writer::PIXELS_MOST;

char buffer[BUFFER_BYTES];
std::size_t used_bytes;
/* Of whole records. */
volatile std::size_t ended_bytes;

struct ending {
	int signal_number;
	const char *reason;
	int status;
};
ending endings[4];
std::size_t ending_count;

bool write_all(const char *bytes, std::size_t count)
{
	while (count) {
		ssize_t written = write(STDOUT_FILENO, bytes, count);

		if (written < 0)
			return false;
		bytes += written;
		count -= static_cast<std::size_t>(written);
	}
	return true;
}

extern "C" void end_at_signal(int signal_number)
{
	for (std::size_t i = 0; i < ending_count; i++) {
		const ending &end = endings[i];

		if (end.signal_number != signal_number)
			continue;
		if (write_all(buffer, ended_bytes) &&
		    write_all("E\tlimit\t", 8) &&
		    write_all(end.reason, std::strlen(end.reason)))
			write_all("\n", 1);
		_exit(end.status);
	}
}

} // namespace

int in_cents(double pt)
{
	constexpr double MOST = 1e7;

	if (std::isnan(pt))
		return 0;
	return static_cast<int>(std::lrint(std::clamp(pt * 100, -MOST, MOST)));
}

void Writer::put(std::string_view text)
{
	assert(used_bytes + text.size() <= BUFFER_BYTES);
	std::memcpy(buffer + used_bytes, text.data(), text.size());
	used_bytes += text.size();
}

void Writer::put_hex(unsigned value, int digits_least)
{
	char digits[16];
	auto end = std::to_chars(digits, digits + sizeof(digits), value, 16);
	int count = static_cast<int>(end.ptr - digits);

	for (; count < digits_least; digits_least--)
		put("0");
	put({ digits, static_cast<std::size_t>(end.ptr - digits) });
}

Writer &Writer::begin(std::string_view name)
{
	if (used_bytes + RECORD_MOST_BYTES > BUFFER_BYTES)
		flush();
	put(name);
	return *this;
}

Writer &Writer::begin_character(unsigned code)
{
	begin("");
	put_hex(code, 2);
	return *this;
}

Writer &Writer::number(long value)
{
	char digits[32];
	auto end = std::to_chars(digits, digits + sizeof(digits), value);

	put("\t");
	put({ digits, static_cast<std::size_t>(end.ptr - digits) });
	return *this;
}

Writer &Writer::colour(unsigned rgb)
{
	put("\t");
	put_hex(rgb & 0xffffff, 6);
	return *this;
}

Writer &Writer::pixels()
{
	put("\t");
	return *this;
}

Writer &Writer::pixel(unsigned rgb)
{
	put_hex(rgb, 6);
	return *this;
}

Writer &Writer::word(std::string_view plain)
{
	put("\t");
	put(plain);
	return *this;
}

Writer &Writer::escaped(std::string_view bytes)
{
	put("\t");
	for (char byte : bytes.substr(0, ESCAPED_MOST_BYTES)) {
		unsigned char c = static_cast<unsigned char>(byte);
		const char octal[] = { '\\', static_cast<char>('0' + (c >> 6)),
			               static_cast<char>('0' + (c >> 3 & 7)),
			               static_cast<char>('0' + (c & 7)) };

		if (c == '\\' || c < 0x20 || c >= 0x7f)
			put({ octal, sizeof(octal) });
		else
			put({ &byte, 1 });
	}
	return *this;
}

void Writer::end()
{
	put("\n");
	ended_bytes = used_bytes;
}

void Writer::flush()
{
	sigset_t all, before;
	bool written;

	/* A handler that came in between would write the records again. */
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &before);
	written = write_all(buffer, ended_bytes);
	std::memmove(buffer, buffer + ended_bytes, used_bytes - ended_bytes);
	used_bytes -= ended_bytes;
	ended_bytes = 0;
	sigprocmask(SIG_SETMASK, &before, nullptr);
	if (!written)
		_exit(1);
}

void writer_end_at(int signal_number, const char *reason, int status)
{
	struct sigaction action = {};

	assert(ending_count < std::size(endings));
	endings[ending_count++] = { signal_number, reason, status };
	action.sa_handler = end_at_signal;
	sigfillset(&action.sa_mask);
	sigaction(signal_number, &action, nullptr);
}
