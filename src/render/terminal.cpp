#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "candor/text/utf8.hpp"
#include "render/bar.hpp"
#include "render/renderers.hpp"
#include "render/wrap.hpp"

namespace candor {

namespace {

constexpr int narrowest = 20;
constexpr int widest = 100;  // longer lines are hard to read
constexpr std::size_t widest_label = 22;

std::string_view color_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::Met: return "\x1b[32m";
    case Outcome::Partly: return "\x1b[33m";
    case Outcome::NotMet: return "\x1b[1;31m";
    case Outcome::Unknown: return "\x1b[35m";
    case Outcome::NotApplicable: return "\x1b[2m";
  }
  return {};
}

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view dim = "\x1b[2m";
constexpr std::string_view normal = "\x1b[0m";
constexpr std::array<std::string_view, 4> bar_colors{"\x1b[32m", "\x1b[33m", "\x1b[35m", "\x1b[31m"};

using Pairs = std::vector<std::pair<std::string, std::string>>;

struct Writer {
  std::string& out;
  std::size_t width;
  bool color;

  void operator()(const Heading& heading) const;
  void operator()(const Paragraph& paragraph) const;
  void operator()(const Bullets& bullets) const;
  void operator()(const Rows& rows) const;
  void operator()(const BandBar& bar) const;
  void operator()(const Doors& doors) const;
  void operator()(const FindingCard& card) const;
  void operator()(const ScoreLine& line) const;
  void operator()(const ClientList& list) const;
  void operator()(const Signatures& signatures) const;
  void operator()(const PageEnd& end) const;

 private:
  /// Lines under a first mark, which stands in front of the first one only.
  void hang(std::string_view mark, std::string_view text, std::string_view style = {}) const {
    hang(mark, display_width(mark), text, style);
  }
  void hang(std::string_view mark, std::size_t indent, std::string_view text, std::string_view style) const;
  void table(const Pairs& rows, std::size_t indent) const;
  [[nodiscard]] std::string styled(std::string_view text, std::string_view style) const {
    return color && !style.empty() ? fmt::format("{}{}{}", style, text, normal) : std::string{text};
  }
};

void Writer::hang(std::string_view mark, std::size_t indent, std::string_view text, std::string_view style) const {
  std::string_view before = mark;
  const std::string blank(indent, ' ');
  for (const auto& line : wrap(text, width > indent ? width - indent : 1)) {
    out += fmt::format("{}{}\n", before, styled(line, style));
    before = blank;
  }
}

/// Labels in a column of their own; above their texts where that would leave too little room.
void Writer::table(const Pairs& rows, std::size_t indent) const {
  std::size_t column = 0;
  for (const auto& [label, text] : rows) {
    const auto label_width = display_width(show_hostile(one_line(label)));
    if (label_width <= widest_label) column = std::max(column, label_width);
  }
  column += 3;  // ": " and one more for the eye
  const bool is_beside = column * 3 <= width;
  const std::string margin(indent, ' ');
  for (const auto& [label, text] : rows) {
    if (label.empty()) {
      hang(margin, text);
      continue;
    }
    const auto name = show_hostile(one_line(label)) + ":";
    const auto name_width = display_width(name);
    if (is_beside && name_width < column) {
      const std::string gap(column - name_width, ' ');
      hang(fmt::format("{}{}{}", margin, styled(name, dim), gap), indent + column, text, {});
    } else {
      hang(margin, name, dim);
      hang(margin + "  ", text);
    }
  }
}

void Writer::operator()(const Heading& heading) const {
  std::size_t longest = 0;
  for (const auto& line : wrap(heading.text, width)) {
    longest = std::max(longest, display_width(line));
    out += styled(line, bold) + "\n";
  }
  if (heading.level <= 2) out += std::string(longest, heading.level == 1 ? '=' : '-') + "\n";
}

void Writer::operator()(const Paragraph& paragraph) const {
  switch (paragraph.tone) {
    case Paragraph::Tone::Plain: return hang({}, paragraph.text);
    case Paragraph::Tone::Lead: return hang({}, paragraph.text, bold);
    case Paragraph::Tone::Small: return hang({}, paragraph.text, dim);
  }
}

void Writer::operator()(const Bullets& bullets) const {
  const auto digits = std::to_string(bullets.items.size()).size();
  std::size_t number = 0;
  for (const auto& item : bullets.items) {
    ++number;
    hang(bullets.numbered ? fmt::format("  {:>{}}. ", number, digits) : std::string{"  - "}, item);
  }
}

void Writer::operator()(const Rows& rows) const { table(rows.rows, 2); }

void Writer::operator()(const BandBar& bar) const {
  const auto cells = bar_cells(bar, static_cast<int>(std::min<std::size_t>(50, width - 4)));
  out += "  ";
  for (std::size_t part = 0; part < cells.size(); ++part) {
    std::string run;
    for (int cell = 0; cell < cells[part]; ++cell) run += bar_marks[part];
    if (!run.empty()) out += styled(run, bar_colors[part]);
  }
  out += "\n\n";
  for (std::size_t part = 0; part < std::min(bar.labels.size(), bar_marks.size()); ++part)
    hang(fmt::format("  {} ", bar_marks[part]), bar.labels[part]);
  out += "\n";
  hang({}, bar.sentence);
}

void Writer::operator()(const Doors& doors) const {
  for (const auto& row : doors.rows) hang("  - ", row.sentence);
}

void Writer::operator()(const FindingCard& card) const {
  hang(fmt::format("{} ", shape(card.outcome)), card.status, color_of(card.outcome));
  hang("    ", card.headline, bold);
  for (const auto& paragraph : card.paragraphs) {
    out += "\n";
    hang("    ", paragraph);
  }
  if (!card.rows.empty()) out += "\n";
  table(card.rows, 4);
  if (!card.notes.empty()) out += "\n";
  for (const auto& note : card.notes) hang("    * ", note);
}

void Writer::operator()(const ScoreLine& line) const {
  hang({}, line.sentence);
  out += "\n";
  for (const auto& point : line.points) hang("  - ", point.sentence);
}

/// A bar of ten cells, the name and where it stands; the rest below.
void Writer::operator()(const ClientList& list) const {
  for (const auto& row : list.rows) {
    const BandBar bar{row.bar[0], row.bar[1], row.bar[2], row.bar[3], {}, {}};
    const auto cells = bar_cells(bar, row.bar == std::array<int, 4>{} ? 0 : 10);
    std::string drawn;
    std::size_t used = 0;
    for (std::size_t part = 0; part < cells.size(); ++part) {
      std::string run;
      for (int cell = 0; cell < cells[part]; ++cell) run += bar_marks[part];
      used += static_cast<std::size_t>(cells[part]);
      if (!run.empty()) drawn += styled(run, bar_colors[part]);
    }
    const auto mark = fmt::format("  {}{}  ", drawn, std::string(10 - used, ' '));
    hang(mark, 14, fmt::format("{}: {}{}", row.name, row.verdict, row.since.empty() ? "" : ", " + row.since), bold);
    hang(std::string(14, ' '), row.next.empty() ? row.points : fmt::format("{}; {}", row.points, row.next));
  }
}

void Writer::operator()(const Signatures& signatures) const {
  std::string_view before;
  for (const auto& line : signatures.lines) {
    out += before;
    before = "\n";
    const auto used = display_width(show_hostile(one_line(line))) + 2;
    if (used + 10 <= width) {
      out += fmt::format("{}: {}\n", show_hostile(one_line(line)),
                         std::string(std::min<std::size_t>(40, width - used), '_'));
    } else {
      hang({}, line + ":");
      out += std::string(std::min<std::size_t>(40, width), '_') + "\n";
    }
  }
}

void Writer::operator()(const PageEnd&) const {
  for (std::size_t column = 0; column < width; ++column) out += "─";
  out += "\n";
}

}  // namespace

std::string render_terminal(const Report& report, const Canvas& canvas) {
  std::string out;
  const Writer writer{out, static_cast<std::size_t>(std::clamp(canvas.width, narrowest, widest)), canvas.color};
  for (const auto& block : report.blocks) {
    if (!out.empty()) out += "\n";
    std::visit(writer, block);
  }
  return out;
}

}  // namespace candor
