#include "import/csv_map.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include "candor/text/ascii.hpp"
#include "candor/text/node.hpp"
#include "candor/text/suggest.hpp"
#include "import/field_value.hpp"
#include "import/look.hpp"
#include "import/words.hpp"
#include "text/format.hpp"

namespace candor {

namespace {

using Keys = std::span<const std::string_view>;

constexpr std::array<std::string_view, 8> file_keys{"candor", "program", "row",   "name",
                                                    "date",   "dates",   "where", "facts"};
constexpr std::array<std::string_view, 1> cell_keys{"column"};
constexpr std::array<std::string_view, 2> newest_keys{"column", "never"};
constexpr std::array<std::string_view, 6> test_keys{"column", "is", "is_not", "older_than", "newer_than", "or_is"};
constexpr std::array<std::string_view, 5> coverage_keys{"has", "without", "unknown", "where", "part"};
constexpr std::array<std::string_view, 5> number_keys{"rows", "without", "unknown", "where", "part"};
constexpr std::array<std::string_view, 4> day_keys{"newest", "rows", "where", "part"};
constexpr std::array<std::string_view, 6> record_keys{"each", "rows", "without", "unknown", "where", "part"};

/// The keys that the map of a fact can have, the required one first; none where no rows show such a fact.
Keys keys_of(Type type) {
  switch (type) {
    case Type::Coverage: return coverage_keys;
    case Type::Number: return number_keys;
    case Type::Date:
    case Type::Event: return day_keys;
    case Type::Records: return record_keys;
    case Type::YesNo:
    case Type::Duration:
    case Type::Choice:
    case Type::Text:
    case Type::Version: return {};
  }
  std::abort();  // a value that is no enumerator
}

struct AskRow {
  std::string_view key;
  CellTest::Asks asks;
  bool is_age;
};
constexpr std::array asks_table{
    AskRow{"is", CellTest::Asks::Is, false},
    AskRow{"is_not", CellTest::Asks::IsNot, false},
    AskRow{"older_than", CellTest::Asks::OlderThan, true},
    AskRow{"newer_than", CellTest::Asks::NewerThan, true},
};

struct UnitRow {
  std::string_view name;
  std::int64_t days;
};
constexpr std::array units{
    UnitRow{"day", 1},    UnitRow{"days", 1},    UnitRow{"week", 7},   UnitRow{"weeks", 7},
    UnitRow{"month", 30}, UnitRow{"months", 30}, UnitRow{"year", 360}, UnitRow{"years", 360},
};

/// `45 days`; complains (`bad-duration`).
std::int64_t read_days(const yaml::Node& node) {
  constexpr std::size_t most_digits = 4;
  const auto text = node.text("a number of days such as `45 days`");
  const auto digits = std::min(text.find(' '), text.size());
  std::int64_t amount = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + digits, amount);
  const auto unit = std::ranges::find(units, text.substr(std::min(digits + 1, text.size())), &UnitRow::name);
  const bool is_number =
      digits > 0 && digits <= most_digits && std::ranges::all_of(text.substr(0, digits), ascii::is_digit);
  if (is_number && error == std::errc{} && end == text.data() + digits && unit != units.end())
    return amount * unit->days;
  if (!text.empty())
    node.error("bad-duration", fmt::format("{} is not a number of days", in_backticks(text)),
               "write a number and `days`, `weeks`, `months` or `years`, as in `45 days`");
  return 0;
}

class MapReader {
 public:
  explicit MapReader(const ImportContext& context) : context_(context) {}

  CsvMap read(const yaml::Node& root) {
    if (!check_format(root, file_keys)) return {};
    if (const auto node = root.required("program")) map_.program = kept(node->text("the name of a program"));
    if (const auto node = root.find("row")) map_.row = kept(node->text("what one row is, as in `computer`"), 40);
    if (const auto node = root.find("name")) map_.name = read_column(*node);
    if (const auto node = root.find("date")) map_.date = read_column(*node);
    if (const auto node = root.find("dates")) read_order(*node);
    map_.where = read_tests(root, "where");
    if (const auto node = root.required("facts")) {
      const auto members = node->members("facts, and what shows them");
      if (node->is_mapping() && members.empty()) node->error("empty-value", "expected facts, found nothing");
      for (const auto& [key, value] : members) read_fact(key, value);
    }
    return std::move(map_);
  }

 private:
  /// The number of a heading; the same one for each mention.
  std::optional<ColumnId> find_column(const yaml::Node& mapping) {
    const auto node = mapping.required("column");
    const auto heading = node ? trimmed(node->text("the heading of a column")) : std::string_view{};
    if (heading.empty()) return std::nullopt;
    const auto same = [&](const Located<std::string>& column) {
      return lower_case(column.value) == lower_case(heading);
    };
    const auto found = std::ranges::find_if(map_.columns, same);
    if (found != map_.columns.end()) return static_cast<ColumnId>(found - map_.columns.begin());
    map_.columns.push_back({std::string{heading}, node->place()});
    return map_.columns.size() - 1;
  }

  /// `{column: Device}`
  std::optional<ColumnId> read_column(const yaml::Node& node) {
    if (!node.is_mapping()) {
      (void)node.members("a column, as in `{column: Device}`");
      return std::nullopt;
    }
    node.allow_only(cell_keys);
    return find_column(node);
  }

  CellOrText read_cell_or_text(const yaml::Node& node) {
    if (node.is_mapping()) return {.column = read_column(node), .text = {}, .place = node.place()};
    return {.column = {},
            .text = std::string{node.text("a text, or a column as in `{column: Device}`")},
            .place = node.place()};
  }

  void read_order(const yaml::Node& node) {
    constexpr std::array<std::string_view, 2> orders{"day-first", "month-first"};
    const auto text = node.text("`day-first` or `month-first`");
    if (text == orders[0]) map_.dates = DayOrder::DayFirst;
    if (text == orders[1]) map_.dates = DayOrder::MonthFirst;
    if (!map_.dates && !text.empty())
      node.error("bad-choice", fmt::format("{} is no order of days and months", in_backticks(text)),
                 hint_of(text, orders));
  }

  /// One or several, but not none: no condition at all would hold for every row.
  static std::vector<yaml::Node> some(const yaml::Node& node, std::string_view what) {
    auto items = node.one_or_more();
    if (items.empty()) node.error("empty-value", fmt::format("expected {}, found nothing", what));
    return items;
  }

  /// The empty one is written `""`.
  static std::vector<std::string> read_words(const yaml::Node& node) {
    std::vector<std::string> words;
    for (const auto& item : some(node, "a word")) {
      if (item.is_scalar() && item.raw().empty() && !item.is_quoted())
        item.error("empty-value", "expected a word, found nothing", "an empty cell is written `\"\"`");
      else if (item.is_scalar())
        words.push_back(lower_case(trimmed(item.raw())));
      else
        (void)item.text("a word");  // complains
    }
    return words;
  }

  std::optional<CellTest> read_test(const yaml::Node& node) {
    if (!node.allow_only(test_keys)) return std::nullopt;
    const auto column = find_column(node);
    CellTest test;
    int asked = 0;
    bool is_age = false;
    for (const auto& row : asks_table) {
      const auto value = node.find(row.key);
      if (!value || ++asked > 1) continue;
      test.asks = row.asks;
      is_age = row.is_age;
      if (row.is_age)
        test.days = read_days(*value);
      else
        test.words = read_words(*value);
    }
    if (asked == 0)
      node.error("bad-map", "this asks nothing of its column", "say `is`, `is_not`, `older_than` or `newer_than`");
    if (asked > 1) node.error("bad-map", "this asks two things at once", "write a list of two: both must hold");
    if (const auto words = node.find("or_is")) {
      if (asked == 1 && !is_age)
        words->error("bad-map", "`or_is` stands beside `older_than` or `newer_than`", "write both words in one list");
      test.words = read_words(*words);
    }
    if (!column) return std::nullopt;
    test.column = *column;
    return test;
  }

  CellTests read_tests(const yaml::Node& mapping, std::string_view key) {
    CellTests tests;
    if (const auto node = mapping.find(key))
      for (const auto& item : some(*node, "a condition"))
        if (auto test = read_test(item)) tests.push_back(std::move(*test));
    return tests;
  }

  void read_fact(const yaml::Node& key, const yaml::Node& value) {
    const auto id = context_.catalog.find(key.raw());
    if (!id) {
      std::vector<std::string_view> names;
      for (const auto& fact : context_.catalog.facts) names.emplace_back(fact.address);
      const bool is_area = context_.catalog.has_area(key.raw());
      return key.error(
          "unknown-fact",
          fmt::format("{} is {}", in_backticks(key.raw()), is_area ? "an area, and a map shows facts" : "not a fact"),
          is_area ? std::string{} : did_you_mean(key.raw(), names));
    }
    const auto& fact = context_.catalog.facts[*id];
    const auto keys = keys_of(fact.type);
    if (keys.empty())
      return key.error("bad-map", fmt::format("`{}` is nothing that rows can show", fact.address),
                       "write it into the inventory, or prove it with the document");
    for (const auto& item : some(value, "what shows this fact")) {
      if (!item.allow_only(keys)) continue;
      FactMap map{.fact = *id, .place = item.place()};
      if (const auto part = item.find("part")) map.part = read_cell_or_text(*part);
      map.where = read_tests(item, "where");
      map.shows = read_tests(item, fact.type == Type::Coverage ? "has" : "rows");
      map.without = read_tests(item, "without");
      map.unknown = read_tests(item, "unknown");
      const auto main = item.required(keys.front());
      if (main && keys.front() == "newest") read_newest(*main, map);
      if (main && keys.front() == "each") read_each(*main, fact, map);
      map_.facts.push_back(std::move(map));
    }
  }

  void read_newest(const yaml::Node& node, FactMap& map) {
    if (!node.allow_only(newest_keys)) return;
    map.newest = find_column(node);
    if (const auto never = node.find("never")) map.never = read_words(*never);
  }

  void read_each(const yaml::Node& node, const Fact& fact, FactMap& map) {
    std::vector<std::string_view> names;
    for (const auto& field : fact.fields) names.emplace_back(field.name);
    if (!node.allow_only(names)) return;
    for (const auto& field : fact.fields) {
      const auto value = field.required ? node.required(field.name) : node.find(field.name);
      map.each.push_back(value ? std::optional{read_cell_or_text(*value)} : std::nullopt);
      const auto& text = map.each.back();
      if (text && !text->column && !text->text.empty() && !field_value(field, text->text, map_.dates))
        value->error("bad-value", fmt::format("{} is no value of `{}`", in_backticks(text->text), field.name),
                     "write it as in an inventory, or name a column, as in `{column: Version}`");
    }
  }

  const ImportContext& context_;
  CsvMap map_;
};

}  // namespace

std::optional<CsvMap> read_csv_map(const ImportFile& file, const ImportContext& context, Diagnostics& diagnostics) {
  const auto tree = yaml::parse(context.sources, file.file, diagnostics);
  if (!tree) return std::nullopt;
  auto map = MapReader{context}.read(yaml::Node{*tree, diagnostics});
  if (diagnostics.has_errors()) return std::nullopt;
  return map;
}

}  // namespace candor
