#include "render/picture.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <fmt/format.h>

#include "render/bar.hpp"
#include "render/escape.hpp"

namespace candor {

namespace {

constexpr std::int64_t a_row_holds = 25;
constexpr std::int64_t drawn_one_by_one = 150;
constexpr int bar_width = 600;

/// How each part is filled: whole, striped, dotted, empty.
constexpr std::array<std::string_view, 4> fills{"class=\"g\"", "fill=\"url(#stripes)\"", "fill=\"url(#dots)\"",
                                                "fill=\"none\""};

std::string open_picture(std::int64_t width, std::int64_t height, std::string_view title) {
  return fmt::format(R"(<svg role="img" viewBox="0 0 {0} {1}" width="{0}" height="{1}"><title>{2}</title>)", width,
                     height, escape_html(title));
}

std::string rectangle(std::int64_t left, std::int64_t width, std::int64_t height, std::string_view fill) {
  return fmt::format(R"(<rect x="{}" y="1" width="{}" height="{}" {}/>)", left, width, height, fill);
}

/// `count` marks of one kind as one path, from the `first` place on.
std::string marks(std::int64_t first, std::int64_t count, std::int64_t in_a_row, std::int64_t step_x,
                  std::int64_t step_y, std::string_view shape, std::string_view look) {
  if (count <= 0) return {};
  std::string path = R"(<path d=")";
  for (std::int64_t at = first; at < first + count; ++at)
    path += fmt::format("M{} {}{}", at % in_a_row * step_x + 2, at / in_a_row * step_y + 2, shape);
  return path + fmt::format(R"(" {}/>)", look);
}

/// Four parts side by side in a frame.
std::string bar(const std::array<int, 4>& widths, std::string_view title) {
  std::string svg = open_picture(bar_width + 2, 34, title);
  std::int64_t left = 1;
  for (std::size_t part = 0; part < widths.size(); ++part) {
    if (widths[part] > 0) svg += rectangle(left, widths[part], 32, fills[part]);
    left += widths[part];
    if (left > 1 && left <= bar_width) svg += fmt::format(R"(<path d="M{} 1v32" class="s"/>)", left);
  }
  return svg + fmt::format(R"(<rect x="1" y="1" width="{}" height="32" class="e"/></svg>)", bar_width);
}

}  // namespace

std::string picture_patterns() {
  return R"svg(<svg aria-hidden="true" width="0" height="0" class="defs"><defs>)svg"
         R"svg(<pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M1.5 0v6" class="s"/></pattern>)svg"
         R"svg(<pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><circle cx="3" cy="3" r="1.3" class="g"/></pattern>)svg"
         R"svg(</defs></svg>)svg";
}

std::string picture(const BandBar& score) {
  std::string title = score.sentence;
  for (const auto& label : score.labels) title += fmt::format(" {}.", label);
  return bar(bar_cells(score, bar_width), title);
}

std::string bar_sample(std::size_t part) {
  return fmt::format(
      R"(<svg aria-hidden="true" viewBox="0 0 30 16">{}<rect x="1" y="1" width="28" height="14" class="e"/></svg>)",
      rectangle(1, 28, 14, fills[part]));
}

std::string picture(const Doors::Row& row) {
  constexpr std::string_view door = "h9v15h-9z";
  const std::int64_t all = row.applicable;
  std::string svg = open_picture(all * 13 + 3, 19, row.sentence);
  svg += marks(0, row.proved, all, 13, 0, door, fills[0]);
  svg += marks(row.proved, row.closed - row.proved, all, 13, 0, door, fills[1]);
  svg += marks(0, all, all, 13, 0, door, R"(class="e")");
  return svg + "</svg>";
}

std::string picture(const Crowd& crowd) {
  const std::int64_t missing = crowd.of - crowd.has - crowd.unknown;
  if (crowd.of > drawn_one_by_one) {
    const BandBar shares{.proved = static_cast<int>(crowd.has * 10'000 / crowd.of),
                         .claimed_only = 0,
                         .not_known = static_cast<int>(crowd.unknown * 10'000 / crowd.of),
                         .missing = static_cast<int>(missing * 10'000 / crowd.of),
                         .labels = {},
                         .sentence = {}};
    return bar(bar_cells(shares, bar_width), crowd.sentence);
  }
  constexpr std::string_view mark = "h10v10h-10z";
  const std::int64_t in_a_row = std::min(crowd.of, a_row_holds);
  const std::int64_t rows = (crowd.of + in_a_row - 1) / in_a_row;
  std::string svg = open_picture(in_a_row * 14 + 2, rows * 14 + 2, crowd.sentence);
  svg += marks(0, crowd.has, in_a_row, 14, 14, mark, fills[0]);
  svg += marks(crowd.has, crowd.unknown, in_a_row, 14, 14, mark, fills[2]);
  svg += marks(0, crowd.of, in_a_row, 14, 14, mark, R"(class="e")");
  return svg + "</svg>";
}

std::string outcome_mark(Outcome outcome) {
  const auto drawn = [&]() -> std::string_view {
    switch (outcome) {
      case Outcome::Met: return R"(<circle cx="8" cy="8" r="8" class="i"/><path d="M4 8.5l3 3 5-6" class="x"/>)";
      case Outcome::Partly:
        return R"(<path d="M8 0a8 8 0 0 0 0 16z" class="i"/><circle cx="8" cy="8" r="7.2" fill="none" stroke="currentColor" stroke-width="1.6"/>)";
      case Outcome::NotMet: return R"(<path d="M0 0h16v16h-16z" class="i"/><path d="M4 4l8 8M12 4l-8 8" class="x"/>)";
      case Outcome::Unknown:
        return R"(<path d="M8 0l8 8-8 8-8-8z" class="i"/><path d="M5.8 6.3a2.2 2.2 0 1 1 2.2 2.4v.8M8 11v1.6" class="x"/>)";
      case Outcome::NotApplicable: return R"(<path d="M1 6.5h14v3h-14z" class="i"/>)";
    }
    std::abort();  // a value that is no enumerator
  };
  return fmt::format(R"(<svg aria-hidden="true" viewBox="0 0 16 16">{}</svg>)", drawn());
}

}  // namespace candor
