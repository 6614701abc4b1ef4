#include "render/picture.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string_view>

#include <fmt/format.h>

#include "render/bar.hpp"
#include "render/escape.hpp"

namespace candor {

namespace {

constexpr std::int64_t a_row_holds = 25;
constexpr std::int64_t drawn_one_by_one = 150;
constexpr int bar_width = 600;

// What the style sheet says too, for those who print a page and do not let it reach into a picture.
constexpr std::string_view solid = "class=\"g\" fill=\"#1d3f5e\"";
constexpr std::string_view edge = "class=\"e\" fill=\"none\" stroke=\"#1d3f5e\" stroke-width=\"1.2\"";
constexpr std::string_view strokes = "class=\"s\" fill=\"none\" stroke=\"#1d3f5e\" stroke-width=\"2\"";
constexpr std::string_view spots =
    "class=\"d\" fill=\"none\" stroke=\"#1d3f5e\" stroke-width=\"2.6\" stroke-linecap=\"round\"";

/// A box inside a picture.
struct Box {
  std::int64_t left;
  std::int64_t top;
  std::int64_t width;
  std::int64_t height;
};

std::string path(const std::string& line, std::string_view look) {
  return line.empty() ? std::string{} : fmt::format(R"(<path d="{}" {}/>)", line, look);
}

std::string outline(const Box& box) {
  return fmt::format("M{} {}h{}v{}h-{}z", box.left, box.top, box.width, box.height, box.width);
}

/// Slanting lines from edge to edge: all points of a line have the same sum of x and y.
std::string stripes(const Box& box, std::int64_t step) {
  std::string line;
  for (std::int64_t sum = step; sum < box.width + box.height; sum += step) {
    const auto from = std::max<std::int64_t>(0, sum - box.height);
    const auto to = std::min(sum, box.width);
    line += fmt::format("M{} {}L{} {}", box.left + from, box.top + sum - from, box.left + to, box.top + sum - to);
  }
  return line;
}

/// Round dots in rows: lines of no length with round ends.
std::string dots(const Box& box, std::int64_t step) {
  std::string line;
  for (auto y = step / 2; y < box.height; y += step)
    for (auto x = step / 2; x < box.width; x += step) line += fmt::format("M{} {}h.01", box.left + x, box.top + y);
  return line;
}

/// One part of the bar, as it is told apart: whole, striped, dotted, empty.
std::string filled(std::size_t part, const Box& box) {
  constexpr std::int64_t step = 8;
  switch (part) {
    case 0: return path(outline(box), solid);
    case 1: return path(stripes(box, step), strokes);
    case 2: return path(dots(box, step), spots);
    default: return {};
  }
}

std::string open_picture(std::int64_t width, std::int64_t height, std::string_view title) {
  return fmt::format(R"(<svg role="img" viewBox="0 0 {0} {1}" width="{0}" height="{1}"><title>{2}</title>)", width,
                     height, escape_html(title));
}

/// Where each of `count` marks lies, row by row.
template <typename Draw>
std::string marks(std::int64_t first, std::int64_t count, std::int64_t in_a_row, const Box& mark, Draw draw) {
  constexpr std::int64_t gap = 4;
  std::string line;
  for (auto at = first; at < first + count; ++at)
    line += draw(Box{mark.left + at % in_a_row * (mark.width + gap), mark.top + at / in_a_row * (mark.height + gap),
                     mark.width, mark.height});
  return line;
}

/// Four parts side by side in a frame.
std::string bar(const std::array<int, 4>& widths, std::string_view title) {
  std::string svg = open_picture(bar_width + 2, 34, title);
  std::int64_t left = 1;
  for (std::size_t part = 0; part < widths.size(); ++part) {
    if (widths[part] > 0) svg += filled(part, {left, 1, widths[part], 32});
    left += widths[part];
    if (left > 1 && left <= bar_width) svg += path(fmt::format("M{} 1v32", left), strokes);
  }
  return svg + path(outline({1, 1, bar_width, 32}), edge) + "</svg>";
}

}  // namespace

std::string picture(const BandBar& score) {
  std::string title = score.sentence;
  for (const auto& label : score.labels) title += fmt::format(" {}.", label);
  return bar(bar_cells(score, bar_width), title);
}

std::string_view small_bar_fillings() {
  return R"svg(<svg class="fillings" aria-hidden="true" width="0" height="0"><defs>)svg"
         R"svg(<pattern id="told" width="2" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">)svg"
         R"svg(<path class="g" fill="#1d3f5e" d="M0 0h1v4h-1z"/></pattern>)svg"
         R"svg(<pattern id="open" width="2" height="4" patternUnits="userSpaceOnUse">)svg"
         R"svg(<path class="g" fill="#1d3f5e" d="M.5 1h.8v1.6h-.8z"/></pattern></defs></svg>)svg"
         "\n";
}

std::string small_bar(const std::array<int, 4>& parts) {
  constexpr std::array<std::string_view, 3> look{"class=\"g\" fill=\"#1d3f5e\"", "fill=\"url(#told)\"",
                                                 "fill=\"url(#open)\""};
  if (parts == std::array<int, 4>{}) return {};
  std::string svg = R"(<svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none">)";
  int left = 0;
  for (std::size_t part = 0; part < look.size(); ++part) {
    if (parts[part] > 0)
      svg += fmt::format(R"(<path {} d="M{} 0h{}v8h-{}z"/>)", look[part], left, parts[part], parts[part]);
    left += parts[part];
  }
  return svg + R"(<path class="e" fill="none" stroke="#1d3f5e" d="M0 0h100v8h-100z"/></svg>)";
}

std::string picture(const ScoreLine& line) {
  constexpr std::int64_t narrowest = 24;
  constexpr std::int64_t widest = 60;
  constexpr std::int64_t gap = 6;
  constexpr std::int64_t height = 100;  // a pixel a point
  const auto shown = std::min<std::int64_t>(std::ssize(line.points), bar_width / narrowest);
  const auto step = std::clamp<std::int64_t>(bar_width / std::max<std::int64_t>(shown, 1), narrowest, widest);
  const auto column = step - gap;
  std::string svg = open_picture(shown * step + 2, height + 2, line.sentence);
  std::int64_t left = 1;
  for (const auto& point : std::span{line.points}.last(static_cast<std::size_t>(shown))) {
    const std::array<int, 3> tops{point.proved, point.claimed, point.at_best};
    int below = 0;
    for (std::size_t part = 0; part < tops.size(); ++part) {
      if (tops[part] > below) svg += filled(part, {left, 1 + height - tops[part], column, tops[part] - below});
      below = tops[part];
    }
    svg += path(outline({left, 1, column, height}), edge);
    left += step;
  }
  return svg + "</svg>";
}

std::string bar_sample(std::size_t part) {
  const Box box{1, 1, 28, 14};
  return fmt::format(R"(<svg aria-hidden="true" viewBox="0 0 30 16" width="30" height="16">{}{}</svg>)",
                     filled(part, box), path(outline(box), edge));
}

std::string picture(const Doors::Row& row) {
  const std::int64_t all = row.applicable;
  const Box door{2, 2, 9, 15};
  const auto striped = [](const Box& box) { return stripes(box, 5); };
  return open_picture(all * 13 + 3, 19, row.sentence) + path(marks(0, row.proved, all, door, outline), solid) +
         path(marks(row.proved, row.closed - row.proved, all, door, striped), strokes) +
         path(marks(0, all, all, door, outline), edge) + "</svg>";
}

std::string picture(const Crowd& crowd) {
  const std::int64_t missing = crowd.of - crowd.has - crowd.unknown;
  if (crowd.of > drawn_one_by_one) {
    const auto share = [&](std::int64_t count) {
      return static_cast<int>(static_cast<double>(count) / static_cast<double>(crowd.of) * 10'000);
    };
    const BandBar shares{.proved = share(crowd.has),
                         .claimed_only = 0,
                         .not_known = share(crowd.unknown),
                         .missing = share(missing),
                         .labels = {},
                         .sentence = {}};
    return bar(bar_cells(shares, bar_width), crowd.sentence);
  }
  const std::int64_t in_a_row = std::min(crowd.of, a_row_holds);
  const std::int64_t rows = (crowd.of + in_a_row - 1) / in_a_row;
  const Box mark{2, 2, 10, 10};
  const auto dotted = [](const Box& box) { return dots(box, 5); };
  return open_picture(in_a_row * 14 + 2, rows * 14 + 2, crowd.sentence) +
         path(marks(0, crowd.has, in_a_row, mark, outline), solid) +
         path(marks(crowd.has, crowd.unknown, in_a_row, mark, dotted), spots) +
         path(marks(0, crowd.of, in_a_row, mark, outline), edge) + "</svg>";
}

std::string outcome_mark(Outcome outcome) {
  const auto drawn = [&]() -> std::string_view {
    switch (outcome) {
      case Outcome::Met:
        return R"(<circle cx="8" cy="8" r="8" class="i"/><path d="M4 8.5l3 3 5-6" class="x" fill="none" stroke="#fff" stroke-width="2.2"/>)";
      case Outcome::Partly:
        return R"(<path d="M8 0a8 8 0 0 0 0 16z" class="i"/><circle cx="8" cy="8" r="7.2" fill="none" stroke="currentColor" stroke-width="1.6"/>)";
      case Outcome::NotMet:
        return R"(<path d="M0 0h16v16h-16z" class="i"/><path d="M4 4l8 8M12 4l-8 8" class="x" fill="none" stroke="#fff" stroke-width="2.2"/>)";
      case Outcome::Unknown:
        return R"(<path d="M8 0l8 8-8 8-8-8z" class="i"/><path d="M5.8 6.3a2.2 2.2 0 1 1 2.2 2.4v.8M8 11v1.6" class="x" fill="none" stroke="#fff" stroke-width="2.2"/>)";
      case Outcome::NotApplicable: return R"(<path d="M1 6.5h14v3h-14z" class="i"/>)";
    }
    std::abort();  // a value that is no enumerator
  };
  return fmt::format(R"(<svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="16">{}</svg>)", drawn());
}

}  // namespace candor
