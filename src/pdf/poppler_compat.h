/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PDF_POPPLER_COMPAT_H
#define PDF_POPPLER_COMPAT_H

#include <Catalog.h>
#include <GfxState.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <Stream.h>
#include <UTF.h>

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

/*
 * What differs between the versions of poppler that this is built with, 22.12 to 26.07.
 * The shape of a function decides, not the number of a version.
 */

/* Argument I of a member function, from 0. */
template <typename Function> struct CompatFunction;
template <typename Class, typename Result, typename... Arguments>
struct CompatFunction<Result (Class::*)(Arguments...)> {
	template <std::size_t I>
	using argument = std::tuple_element_t<I, std::tuple<Arguments...>>;
};

/* Strings are pointers to GooString, or strings; matrices and boxes pointers, or arrays. */
using CompatText =
	CompatFunction<decltype(&OutputDev::beginActualText)>::argument<1>;
using CompatMatrix =
	CompatFunction<decltype(&OutputDev::tilingPatternFill)>::argument<4>;
using CompatBox = CompatFunction<
	decltype(&OutputDev::beginTransparencyGroup)>::argument<1>;
using CompatLabel = std::remove_pointer_t<
	CompatFunction<decltype(&Catalog::indexToLabel)>::argument<1>>;

template <typename Text> std::string compat_string(const Text &text)
{
	if constexpr (std::is_pointer_v<Text>)
		return text->toStr();
	else if constexpr (requires { text.toStr(); })
		return text.toStr();
	else
		return text;
}

/* A text string of a PDF, in PDFDocEncoding, UTF-16 or UTF-8, as code points. */
template <typename Text>
std::vector<Unicode> compat_code_points(const Text &text)
{
	const auto string = compat_string(text);

	if constexpr (requires { TextStringToUCS4(string).size(); }) {
		return TextStringToUCS4(string);
	} else {
		Unicode *list = nullptr;
		int count = TextStringToUCS4(string, &list);
		std::vector<Unicode> points(list,
		                            list + (count > 0 ? count : 0));

		std::free(list);
		return points;
	}
}

/* Goes to the first byte of a stream; false if it cannot be read. */
template <typename Any> bool compat_rewind(Any *stream)
{
	if constexpr (requires { static_cast<bool>(stream->rewind()); }) {
		return stream->rewind();
	} else {
		stream->reset();
		return true;
	}
}

template <typename Any = Object> Any compat_null()
{
	if constexpr (requires { Any::null(); })
		return Any::null();
	else
		return Any(objNull);
}

/* A document in memory, which has to outlive it. */
template <typename Document = PDFDoc>
std::unique_ptr<Document>
compat_document(const char *bytes, std::size_t count,
                const std::optional<GooString> &password)
{
	using Owned = std::unique_ptr<BaseStream>;
	auto stream = std::make_unique<MemStream>(
		bytes, 0, static_cast<Goffset>(count), compat_null());

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
