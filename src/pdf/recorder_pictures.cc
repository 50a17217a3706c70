/* Copyright (C) 2026 The baolan authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pictures show, reduced to few pixels. */
#include "pdf/recorder.h"

#include <GfxState.h>
#include <Stream.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace
{

/* A picture is reduced to so many pixels in a row, and rows. */
constexpr int SIDE_MOST = 96;
/* No smaller one, in points, no more of a page, and none of more pixels is reduced. */
constexpr double SIDE_LEAST_PT = 18;
constexpr int REDUCED_MOST = 48;
constexpr long PIXELS_MOST = 400L << 20;
/* So many pixels of the file, along each side, are looked at for one. */
constexpr int SAMPLES = 3;
constexpr unsigned WHITE = 0xffffff;

} // namespace

/* The picture of the file as a grid of few pixels, each the mean of some. */
class Recorder::Reduced
{
      public:
	Reduced(int file_columns, int file_rows)
	    : columns(std::min(file_columns, SIDE_MOST)),
	      rows(std::min(file_rows, SIDE_MOST)), file_width(file_columns),
	      file_height(file_rows), sums(static_cast<std::size_t>(columns) *
	                                   static_cast<std::size_t>(rows))
	{
	}

	/* Reads the pixels of the file, of which `rgb' gives the colours. */
	template <typename Colour>
	void read(ImageStream *image, int components, Colour rgb)
	{
		int sampled = -1;

		for (int y = 0; y < file_height; y++) {
			const unsigned char *line = image->getLine();
			const int step = part(y, file_height, rows * SAMPLES);

			if (!line)
				break;
			if (step != sampled)
				read_line(line, part(y, file_height, rows),
				          components, rgb);
			sampled = step;
		}
	}

	/* The colour at a place of the picture, from 0 to 1 along each side. */
	unsigned at(double x, double y) const
	{
		if (!(x >= 0 && x < 1 && y >= 0 && y < 1))
			return WHITE;

		const Sum &sum = sums[index(static_cast<int>(x * columns),
		                            static_cast<int>(y * rows))];

		return sum.count ? sum.red / sum.count << 16 |
		                           sum.green / sum.count << 8 |
		                           sum.blue / sum.count
		                 : WHITE;
	}

	const int columns, rows;

      private:
	struct Sum {
		std::uint32_t red = 0, green = 0, blue = 0, count = 0;
	};

	/* In which of `parts' of `all' the place `at' is. */
	static int part(int at, int all, int parts)
	{
		return static_cast<int>(static_cast<long>(at) * parts / all);
	}

	std::size_t index(int column, int row) const
	{
		return static_cast<std::size_t>(row) *
		               static_cast<std::size_t>(columns) +
		       static_cast<std::size_t>(column);
	}

	template <typename Colour>
	void read_line(const unsigned char *line, int row, int components,
	               Colour rgb)
	{
		const int steps = columns * SAMPLES;

		for (int step = 0; step < steps; step++) {
			const int x = part(step, steps, file_width);
			const unsigned colour =
				rgb(line + static_cast<long>(x) * components);
			Sum &sum = sums[index(step / SAMPLES, row)];

			sum.red += colour >> 16;
			sum.green += colour >> 8 & 0xff;
			sum.blue += colour & 0xff;
			sum.count++;
		}
	}

	const int file_width, file_height;
	std::vector<Sum> sums;
};

/* Whether the picture in the box is to be reduced. */
bool Recorder::wants_pixels(const Box &box, int width, int height)
{
	return with_pixels && width > 0 && height > 0 &&
	       static_cast<long>(width) * height <= PIXELS_MOST &&
	       box.x1 - box.x0 >= SIDE_LEAST_PT &&
	       box.y1 - box.y0 >= SIDE_LEAST_PT && ++reduced <= REDUCED_MOST;
}

/* Records the picture as it is seen in the box: turned, mirrored and clipped. */
void Recorder::print_pixels(GfxState *state, const Box &box,
                            const Reduced &picture)
{
	const auto &m = state->getCTM();
	const double area = m[0] * m[3] - m[1] * m[2];
	const double width = box.x1 - box.x0, height = box.y1 - box.y0;
	const double side = std::max(picture.columns, picture.rows);
	const double scale = side / std::max(width, height);
	const int columns = std::max(1, static_cast<int>(width * scale));
	const int rows = std::max(1, static_cast<int>(height * scale));

	if (!(std::fabs(area) > 0))
		return;
	writer.begin("B").number(columns).number(rows).end();
	for (int row = 0; row < rows; row++) {
		const double y = box.y0 + (row + .5) / rows * height - m[5];

		writer.begin("R").pixels();
		for (int column = 0; column < columns; column++) {
			const double x =
				box.x0 + (column + .5) / columns * width - m[4];

			/* The first row of a picture is at the top of the unit
			 * square. */
			writer.pixel(
				picture.at((m[3] * x - m[2] * y) / area,
			                   1 - (m[0] * y - m[1] * x) / area));
		}
		writer.end();
	}
}

void Recorder::picture_pixels(GfxState *state, const Box &box, Stream *stream,
                              int width, int height, GfxImageColorMap *colours)
{
	const int components = colours->getNumPixelComps();
	ImageStream image(stream, width, components, colours->getBits());
	Reduced picture(width, height);

	if (!compat_rewind(&image))
		return;
	picture.read(&image, components, [=](const unsigned char *pixel) {
		GfxRGB colour;

		colours->getRGB(pixel, &colour);
		return rgb_of(colour);
	});
	image.close();
	print_pixels(state, box, picture);
}

/* Ink in the colour that is set, where the mask lets it through. */
void Recorder::mask_pixels(GfxState *state, const Box &box, Stream *stream,
                           int width, int height, bool inverted)
{
	ImageStream image(stream, width, 1, 1);
	Reduced picture(width, height);
	GfxRGB colour;

	state->getFillRGB(&colour);
	if (!compat_rewind(&image))
		return;
	picture.read(
		&image, 1,
		[ink = rgb_of(colour), inverted](const unsigned char *bit) {
			return (*bit != 0) == inverted ? ink : WHITE;
		});
	image.close();
	print_pixels(state, box, picture);
}
