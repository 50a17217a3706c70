/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PDF_POPPLER_COMPAT_H
#define PDF_POPPLER_COMPAT_H

#include <GfxState.h>
#include <PDFDoc.h>
#include <Stream.h>
#include <UTF.h>

#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

/*
 * What differs between the versions of poppler that this is built with (22.12 and later).
 * The shape of a function decides, not the number of a version.
 */

/* A text string of a PDF, in PDFDocEncoding, UTF-16 or UTF-8, as code points. */
template <typename String>
std::vector<Unicode> compat_code_points(const String &text)
{
	if constexpr (requires { TextStringToUCS4(text).size(); }) {
		return TextStringToUCS4(text);
	} else {
		Unicode *list = nullptr;
		int count = TextStringToUCS4(text, &list);
		std::vector<Unicode> points(list,
		                            list + (count > 0 ? count : 0));

		gfree(list);
		return points;
	}
}

/* Goes to the first byte of a stream. */
template <typename Any> void compat_rewind(Any *stream)
{
	if constexpr (requires { stream->rewind(); })
		(void)stream->rewind();
	else
		stream->reset();
}

/* A document in memory, which has to outlive it. */
template <typename Document = PDFDoc>
std::unique_ptr<Document>
compat_document(const char *bytes, std::size_t count,
                const std::optional<GooString> &password)
{
	using Owned = std::unique_ptr<BaseStream>;
	auto stream = std::make_unique<MemStream>(
		bytes, 0, static_cast<Goffset>(count), Object(objNull));

	if constexpr (std::is_constructible_v<Document, Owned,
	                                      const std::optional<GooString> &,
	                                      const std::optional<GooString> &>)
		return std::make_unique<Document>(std::move(stream), password,
		                                  password);
	else
		return std::make_unique<Document>(stream.release(), password,
		                                  password);
}

#endif
