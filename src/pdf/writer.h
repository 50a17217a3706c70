/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PDF_WRITER_H
#define PDF_WRITER_H

#include <cstddef>
#include <string_view>

/*
 * Records, to standard output: one a line, fields separated by tabs.
 *
 * Standard output gets whole records only, also when the process is ended by a signal
 * that writer_end_at() knows.  There is one writer a process.
 */

/* A length of `pt` points in 1/100 point, between -10^7 and 10^7; 0 for no number. */
int in_cents(double pt);

class Writer
{
      public:
	/* Begins a record of that name. */
	Writer &begin(std::string_view name);
	/* Begins the record of a character: its code point is the name. */
	Writer &begin_character(unsigned code);

	/* A field. */
	Writer &number(long value);
	Writer &length(double pt)
	{
		return number(in_cents(pt));
	}
	/* Six hexadecimal digits. */
	Writer &colour(unsigned rgb);
	/* A field of pixels, to which each adds six hexadecimal digits; PIXELS_MOST at
	 * most. */
	Writer &pixels();
	Writer &pixel(unsigned rgb);
	/* Text of any bytes, cut at ESCAPED_MOST_BYTES: as it is, or `\ooo' for each
	 * byte that is no printable ASCII, and for the backslash. */
	Writer &escaped(std::string_view bytes);
	Writer &word(std::string_view plain);

	/* Ends the record. */
	void end();

	/* Writes all records that have ended.  If nobody reads them the process ends. */
	void flush();

	static constexpr std::size_t ESCAPED_MOST_BYTES = 200;
	static constexpr std::size_t PIXELS_MOST = 160;

      private:
	void put(std::string_view text);
	void put_hex(unsigned value, int digits_least);
};

/* When the signal comes, the records that have ended are written, then `E limit REASON'
 * for `reason`, a literal; then the process ends with `status`. */
void writer_end_at(int signal_number, const char *reason, int status);

#endif
