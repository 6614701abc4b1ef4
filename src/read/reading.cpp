#include "reading.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "candor/text/ascii.hpp"
#include "choice.hpp"
#include "day.hpp"
#include "word.hpp"

namespace candor {
namespace {

constexpr std::size_t sha256_digits = 64;
constexpr std::size_t most_candidates = 100;  // among more, the nearest name is a guess, and slow to find
constexpr std::size_t most_named = 8;         // more names are no hint any more

bool is_hex_digit(char c) { return ascii::is_digit(c) || (ascii::lower(c) >= 'a' && ascii::lower(c) <= 'f'); }

/// True for a path that cannot lead out of the folder it is seen from.
bool stays_inside(std::string_view path) {
  if (path.front() == '/' || path.find('\\') != std::string_view::npos || path.find(':') != std::string_view::npos)
    return false;
  while (!path.empty()) {
    const auto end = std::min(path.find('/'), path.size());
    if (path.substr(0, end) == "..") return false;
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return true;
}

/// Somebody who is named instead of the key, or a key that is misspelt.
std::string hint_for_party(std::string_view text, const std::vector<Party>& parties) {
  if (parties.empty()) return "list who is who under `parties` first";
  if (const auto named = std::ranges::find(parties, text, &Party::name); named != parties.end())
    return "write " + quoted(named->key);
  if (parties.size() > most_candidates) return {};
  std::vector<std::string_view> keys;
  for (const auto& party : parties) keys.push_back(party.key);
  return hint_among(text, keys);
}

/// What a statement with that value takes up: itself and its records, and all that it says.
Amount amount_of(const Statement& statement, const Value& value) {
  Amount amount{.count = 1};
  for (const auto* text : {&statement.part, &statement.by, &statement.told_by, &statement.run_by, &statement.file,
                           &statement.sha256, &statement.where, &statement.note})
    amount.bytes += text->size();
  if (const auto* text = std::get_if<Text>(&value)) amount.bytes += text->text.size();
  if (const auto* records = std::get_if<Records>(&value)) {
    amount.count += records->items.size();
    for (const auto& record : records->items)
      for (const auto& field : record.fields)
        if (const auto* text = std::get_if<Text>(&field)) amount.bytes += text->text.size();
  }
  return amount;
}

/// The parts that are there, where one can still look them over.
std::string hint_for_part(std::string_view part, const std::vector<FactId>& facts, const Reading& reading) {
  std::set<std::string_view> told;
  for (const auto fact : facts) {
    const auto& parts = reading.parts_of(fact);
    if (parts.size() > most_candidates) return {};
    told.insert(parts.begin(), parts.end());
  }
  const std::vector<std::string_view> names{told.begin(), told.end()};
  if (names.size() <= most_named) return hint_among(part, names);
  return names.size() <= most_candidates ? did_you_mean(part, names) : std::string{};
}

}  // namespace

Reading::Reading(const ReadContext& reading_context, Inventory& read_so_far)
    : context(reading_context), inventory(read_so_far) {
  for (std::size_t i = 0; i < inventory.parties.size(); ++i) by_key_.emplace(inventory.parties[i].key, i);
  for (const auto& statement : inventory.statements) said_ += amount_of(statement, statement.value);
}

const Party* Reading::find_party(std::string_view key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? nullptr : &inventory.parties[found->second];
}

const std::set<std::string, std::less<>>& Reading::parts_of(FactId fact) const {
  if (parts_.empty()) {
    parts_.resize(context.catalog.facts.size());
    for (const auto& statement : inventory.statements)
      if (statement.origin == Origin::Inventory && !statement.part.empty())
        parts_[statement.fact].insert(statement.part);
  }
  return parts_[fact];
}

void Reading::add(const Statement& base, FactId fact, Value value, const yaml::Node& node) const {
  said_ += amount_of(base, value);
  if (said_.count > most_statements || said_.bytes > most_statement_bytes) {
    if (!is_full_)
      node.error(
          "too-many",
          said_.count > most_statements
              ? fmt::format("more than {} values and records are told of this client", most_statements)
              : fmt::format("what is told of this client comes to more than {} MiB", most_statement_bytes >> 20u),
          "what stands over a list counts for each of its parts; take old files out of evidence/");
    is_full_ = true;
    return;
  }
  auto& statement = inventory.statements.emplace_back(base);
  statement.fact = fact;
  statement.value = std::move(value);
  statement.place = node.place();
}

std::vector<yaml::Node> Reading::entries(const yaml::Node& list, std::string_view what, std::size_t there) const {
  auto items = list.items(what);
  const auto room = most_entries - std::min(there, most_entries);
  if (items.size() <= room) return items;
  items[room].error("too-many", fmt::format("this client has more than {} entries of this kind", most_entries),
                    "is this the right file?");
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(room), items.end());
  return items;
}

void Reading::name_party(Text& text) const {
  if (const auto* party = find_party(text.text)) text.text = party->name;
}

void Reading::name_parties(Value& value) const {
  if (auto* text = std::get_if<Text>(&value)) name_party(*text);
  if (auto* records = std::get_if<Records>(&value))
    for (auto& record : records->items)
      for (auto& field : record.fields)
        if (auto* text = std::get_if<Text>(&field)) name_party(*text);
}

std::string read_party(const yaml::Node& node, const Reading& reading) {
  const auto text = node.text("the key of a party");
  if (text.empty() || reading.find_party(text)) return std::string{text};

  complain(node, "unknown-party", quoted(text) + " is not a key under `parties`",
           [&] { return hint_for_party(text, reading.inventory.parties); });
  return {};
}

std::string read_part(const yaml::Node& mapping, const std::vector<FactId>& facts, const Reading& reading) {
  const auto node = mapping.find("part");
  if (!node) return {};
  const auto part = node->text("the name of a part");
  bool is_told_in_parts = false;
  for (const auto fact : facts) {
    const auto& parts = reading.parts_of(fact);
    if (part.empty() || parts.contains(part)) return std::string{part};
    is_told_in_parts = is_told_in_parts || !parts.empty();
  }
  if (!is_told_in_parts) return std::string{part};  // told as a whole, or not at all

  complain(*node, "unknown-part", quoted(part) + " is none of the parts that this is told for under `facts`",
           [&] { return hint_for_part(part, facts, reading); });
  return {};
}

std::string read_party(const yaml::Node& mapping, std::string_view key, const Reading& reading) {
  const auto node = mapping.find(key);
  return node ? read_party(*node, reading) : std::string{};
}

std::optional<Date> find_day(const yaml::Node& mapping, std::string_view key) {
  const auto node = mapping.find(key);
  return node ? read_day(*node) : std::nullopt;
}

std::optional<Date> find_past_day(const yaml::Node& mapping, std::string_view key, const ReadContext& context) {
  const auto node = mapping.find(key);
  return node ? read_past_day(*node, context.latest) : std::nullopt;
}

Date require_past_day(const yaml::Node& mapping, std::string_view key, const ReadContext& context) {
  const auto node = mapping.required(key);
  return node ? read_past_day(*node, context.latest).value_or(Date{}) : Date{};
}

std::string require_text(const yaml::Node& mapping, std::string_view key, std::string_view what) {
  const auto node = mapping.required(key);
  return node ? std::string{node->text(what)} : std::string{};
}

std::string read_file_name(const yaml::Node& mapping) {
  const auto node = mapping.find("file");
  if (!node) return {};
  const auto path = node->text("a file in the client's folder");
  if (path.empty() || stays_inside(path)) return std::string{path};
  node->error("proof-file", quoted(path) + " is not inside the client's folder",
              "copy the file into `evidence/` and name it as in `evidence/restore.pdf`");
  return {};
}

std::string read_sha256(const yaml::Node& mapping) {
  const auto node = mapping.find("sha256");
  if (!node) return {};
  const auto digits = node->text("64 hex digits");
  if (digits.empty()) return {};
  if (digits.size() != sha256_digits || !std::ranges::all_of(digits, is_hex_digit)) {
    node->error("proof-file", quoted(digits) + " is not a SHA-256", "it has 64 hex digits; `candor prove` writes it");
    return {};
  }
  return ascii::lowered(digits);
}

void refuse_news_from_later(const Reading& reading, std::size_t first, Diagnostics& diagnostics) {
  for (auto i = first; i < reading.inventory.statements.size(); ++i) {
    const auto& statement = reading.inventory.statements[i];
    auto day = statement.date;
    if (const auto* event = std::get_if<Event>(&statement.value)) day = event->date.value_or(day);
    if (const auto* date = std::get_if<Date>(&statement.value)) day = *date;
    if (!statement.date.ok() || day <= statement.date) continue;
    diagnostics.error(
        statement.place, "bad-date",
        fmt::format("{} is later than the day this was told, {}", quoted(to_iso(day)), to_iso(statement.date)),
        "give it a `date:` of its own: the day somebody told or saw it");
  }
}

}  // namespace candor
