#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "render/bar.hpp"
#include "render/escape.hpp"
#include "render/markdown.hpp"
#include "render/renderers.hpp"

namespace candor {

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

constexpr int bar_width = 50;

struct Writer {
  std::string& out;
  std::size_t& list_end;  ///< where the last list ends: the next one would run into it under the same marker
  bool& other_marker;

  void operator()(const Heading& heading) const;
  void operator()(const Paragraph& paragraph) const;
  void operator()(const Bullets& bullets) const;
  void operator()(const Rows& rows) const { list(rows.rows); }
  void operator()(const BandBar& bar) const;
  void operator()(const Doors& doors) const;
  void operator()(const FindingCard& card) const;
  void operator()(const ScoreLine& line) const;
  void operator()(const ClientList& list) const;
  void operator()(const Signatures& signatures) const;
  void operator()(const PageEnd&) const { out += "---\n"; }

 private:
  [[nodiscard]] std::string_view next_marker() const {
    other_marker = list_end + 1 == out.size() && !other_marker;
    return other_marker ? "*" : "-";
  }
  void list(const Pairs& rows) const;
};

void Writer::list(const Pairs& rows) const {
  const auto marker = next_marker();
  for (const auto& [label, text] : rows) {
    if (label.empty())
      out += fmt::format("{} {}\n", marker, escape_markdown(text));
    else
      out += fmt::format("{} **{}:** {}\n", marker, escape_markdown(label), escape_markdown(text));
  }
  list_end = out.size();
}

void Writer::operator()(const Heading& heading) const {
  const auto level = static_cast<std::size_t>(std::clamp(heading.level, 1, 6));
  out += fmt::format("{} {}\n", std::string(level, '#'), escape_markdown(heading.text));
}

void Writer::operator()(const Paragraph& paragraph) const {
  const auto text = escape_markdown(paragraph.text);
  switch (paragraph.tone) {
    case Paragraph::Tone::Plain: out += text + "\n"; return;
    case Paragraph::Tone::Lead: out += fmt::format("**{}**\n", text); return;
    case Paragraph::Tone::Small: out += fmt::format("*{}*\n", text); return;
  }
}

void Writer::operator()(const Bullets& bullets) const {
  const auto marker = next_marker();
  std::size_t number = 0;
  for (const auto& item : bullets.items) {
    if (bullets.numbered)
      out += fmt::format("{}{} {}\n", ++number, marker == "-" ? '.' : ')', escape_markdown(item));
    else
      out += fmt::format("{} {}\n", marker, escape_markdown(item));
  }
  list_end = out.size();
}

void Writer::operator()(const BandBar& bar) const {
  const auto cells = bar_cells(bar, bar_width);
  out += "`";
  for (std::size_t part = 0; part < cells.size(); ++part)
    for (int cell = 0; cell < cells[part]; ++cell) out += bar_marks[part];
  out += "`\n\n";
  const auto marker = next_marker();
  for (std::size_t part = 0; part < std::min(bar.labels.size(), bar_marks.size()); ++part)
    out += fmt::format("{} `{}` {}\n", marker, bar_marks[part], escape_markdown(bar.labels[part]));
  out += fmt::format("\n{}\n", escape_markdown(bar.sentence));
}

void Writer::operator()(const Doors& doors) const {
  const auto marker = next_marker();
  for (const auto& row : doors.rows) out += fmt::format("{} {}\n", marker, escape_markdown(row.sentence));
  list_end = out.size();
}

void Writer::operator()(const FindingCard& card) const {
  out += fmt::format("### {}\n\n", escape_markdown(card.headline));
  out += fmt::format("`{}` **{}**\n", shape(card.outcome), escape_markdown(card.status));
  for (const auto& paragraph : card.paragraphs) out += fmt::format("\n{}\n", escape_markdown(paragraph));
  if (!card.rows.empty()) {
    out += "\n";
    list(card.rows);
  }
  std::string_view before = "\n";
  for (const auto& note : card.notes) {
    out += fmt::format("{}> {}\n", before, escape_markdown(note));
    before = ">\n";
  }
}

void Writer::operator()(const ScoreLine& line) const {
  out += escape_markdown(line.sentence) + "\n\n";
  const auto marker = next_marker();
  for (const auto& point : line.points) out += fmt::format("{} {}\n", marker, escape_markdown(point.sentence));
  list_end = out.size();
}

void Writer::operator()(const ClientList& list) const {
  const auto line = [&](const std::array<std::string_view, 5>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (!list.columns[i].empty()) out += fmt::format("| {} ", escape_markdown(cells[i]));
    out += "|\n";
  };
  line({list.columns[0], list.columns[1], list.columns[2], list.columns[3], list.columns[4]});
  for (const auto& column : list.columns)
    if (!column.empty()) out += "| --- ";
  out += "|\n";
  for (const auto& row : list.rows) line({row.name, row.verdict, row.points, row.since, row.next});
}

void Writer::operator()(const Signatures& signatures) const {
  std::string_view before;
  for (const auto& line : signatures.lines) {
    out += fmt::format("{}{}: {:_>30}\n", before, escape_markdown(line), "");
    before = "\n";
  }
}

}  // namespace

std::size_t add_markdown(std::span<const Block> blocks, std::size_t limit, std::string& out) {
  std::size_t list_end = std::string::npos - 1;
  bool other_marker = false;
  std::size_t left_out = 0;
  const Writer writer{out, list_end, other_marker};
  for (const auto& block : blocks) {
    const auto before = out.size();
    if (!out.empty()) out += "\n";
    std::visit(writer, block);
    if (out.size() <= limit) continue;
    out.resize(before);
    ++left_out;
  }
  return left_out;
}

std::string render_markdown(const Report& report, const Canvas&) {
  std::string out;
  static_cast<void>(add_markdown(report.blocks, std::string::npos, out));  // without a limit all of them fit
  return out;
}

}  // namespace candor
