#include "blocks.hpp"

#include <iterator>
#include <utility>

namespace candor {
namespace {

struct Collector {
  std::string all;

  void add(const std::string& text) {
    all += text;
    all += '\n';
  }
  void add(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) add(text);
  }
  void add(const std::vector<std::pair<std::string, std::string>>& rows) {
    for (const auto& [label, text] : rows) {
      add(label);
      add(text);
    }
  }

  void operator()(const Heading& heading) { add(heading.text); }
  void operator()(const Paragraph& paragraph) { add(paragraph.text); }
  void operator()(const Bullets& bullets) { add(bullets.items); }
  void operator()(const Rows& rows) { add(rows.rows); }
  void operator()(const BandBar& bar) {
    add(bar.labels);
    add(bar.sentence);
  }
  void operator()(const Doors& doors) {
    for (const Doors::Row& row : doors.rows) add(row.sentence);
  }
  void operator()(const FindingCard& card) {
    add(card.status);
    add(card.headline);
    add(card.paragraphs);
    add(card.rows);
    add(card.notes);
  }
  void operator()(const ScoreLine& line) {
    add(line.labels);
    add(line.sentence);
    for (const ScoreLine::Point& point : line.points) add(point.sentence);
  }
  void operator()(const ClientList& list) {
    for (const std::string& column : list.columns) add(column);
    for (const ClientList::Row& row : list.rows)
      for (const std::string* text : {&row.name, &row.verdict, &row.points, &row.since, &row.next}) add(*text);
  }
  void operator()(const Signatures& signatures) { add(signatures.lines); }
  void operator()(const PageEnd&) {}
};

}  // namespace

std::string text_of(const Block& block) {
  Collector text;
  std::visit(text, block);
  return text.all;
}

std::string text_of(std::span<const Block> blocks) {
  std::string all;
  for (const Block& block : blocks) all += text_of(block);
  return all;
}

void append(Blocks& blocks, Blocks more) {
  blocks.insert(blocks.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace candor
