#include "import/look.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "candor/text/utf8.hpp"
#include "import/words.hpp"

namespace candor {

namespace {

/// The choices by which a record's default stands.
FieldValue assumed(const Field& field) {
  if (field.assumed) return Choice{*field.assumed};
  return Unknown{};
}

}  // namespace

std::optional<Date> day_of_look(const DayFound& found, Place place, const ImportContext& context,
                                Diagnostics& diagnostics) {
  const auto complain = [&](std::string_view code, std::string message, std::string hint) {
    diagnostics.error(place, code, std::move(message), std::move(hint));
    return std::nullopt;
  };
  const auto in_file = found.stated ? found.stated : found.newest;
  if (in_file && *in_file > context.latest)
    return complain("future-date", fmt::format("this file is of {}, which is still to come", to_iso(*in_file)),
                    "look at the clock of the machine that it comes from");
  if (!context.looked) {
    if (!found.stated && found.is_stricter_later) return std::max(found.newest.value_or(context.as_of), context.as_of);
    if (in_file) return in_file;
    return complain("no-date", "this file does not say on which day it was made",
                    "say it with --date, as in --date 2026-11-12");
  }
  if (found.stated && *context.looked != *found.stated)
    return complain(
        "bad-date",
        fmt::format("--date {} is not the day of this file, {}", to_iso(*context.looked), to_iso(*found.stated)),
        "leave --date out: the file says it itself");
  if (found.newest && *context.looked < *found.newest)
    return complain("bad-date",
                    fmt::format("--date {} is before {}, a day that stands in this file", to_iso(*context.looked),
                                to_iso(*found.newest)),
                    "--date is the day on which the file was made");
  if (*context.looked > context.latest)
    return complain("future-date", fmt::format("--date {} is still to come", to_iso(*context.looked)),
                    "--date is the day on which the file was made");
  return context.looked;
}

Look::Look(const ImportContext& context, Date day) : context_(context), day_(day) { brought_.date = day; }

Statement* Look::find(FactId fact, std::string_view part) {
  const auto found = std::ranges::find_if(brought_.statements, [&](const Statement& statement) {
    return statement.fact == fact && statement.part == part;
  });
  return found == brought_.statements.end() ? nullptr : &*found;
}

Statement& Look::say(std::string_view fact, std::string_view part, Value value, std::string_view where) {
  const auto id = context_.catalog.find(fact);
  if (!id) return left_out_;
  auto& statement = brought_.statements.emplace_back();
  statement.fact = *id;
  statement.part = kept(part);
  statement.value = std::move(value);
  statement.kind = Kind::Export;
  statement.origin = Origin::Evidence;
  statement.date = day_;
  statement.where = kept(where, 300);
  return statement;
}

void Look::say_unknown(std::string_view fact, std::string_view part, std::string_view because) {
  say(fact, part, Unknown{}).note = kept(because, 300);
}

void Look::say_one(std::string_view fact, std::string_view machine, std::optional<bool> has, std::string_view where,
                   std::string_view because) {
  const Coverage count{.has = has.value_or(false) ? 1 : 0, .of = 1, .unknown = has ? 0 : 1};
  say(fact, machine, count, where).note = kept(because, 300);
}

void Look::add_record(std::string_view fact, std::string_view part, Record record) {
  const auto id = context_.catalog.find(fact);
  if (!id) return;
  auto* statement = find(*id, kept(part));
  if (statement == nullptr) statement = &say(fact, part, Records{});
  if (is_unknown(statement->value)) statement->value = Records{};  // the note still says why there may be more
  auto* records = std::get_if<Records>(&statement->value);
  if (records == nullptr) return;
  if (std::ranges::find(records->items, record) == records->items.end()) records->items.push_back(std::move(record));
}

void Look::say_none(std::string_view fact, std::string_view part) {
  const auto id = context_.catalog.find(fact);
  if (id && find(*id, kept(part)) == nullptr) say(fact, part, Records{});
}

Record Look::blank_record(std::string_view fact) const {
  Record record;
  if (const auto id = context_.catalog.find(fact))
    for (const auto& field : context_.catalog.facts[*id].fields) record.fields.push_back(assumed(field));
  return record;
}

void Look::set(Record& record, std::string_view fact, std::string_view field, FieldValue value) const {
  const auto id = context_.catalog.find(fact);
  if (!id) return;
  const auto& fields = context_.catalog.facts[*id].fields;
  const auto found = std::ranges::find(fields, field, &Field::name);
  if (found == fields.end()) return;
  if (auto* text = std::get_if<Text>(&value)) {
    text->text = kept(text->text);
    const bool says_nothing = text->text.empty() || text->text == "unknown";
    if (says_nothing && found->required) text->text = "not named";
    if (says_nothing && !found->required) value = Unknown{};
  }
  record.fields[static_cast<std::size_t>(found - fields.begin())] = std::move(value);
}

void Look::not_seen(std::string_view sentence) {
  auto line = kept(sentence, 400);
  if (std::ranges::find(brought_.not_seen, line) == brought_.not_seen.end())
    brought_.not_seen.push_back(std::move(line));
}

void Look::set_day(Date day) {
  day_ = day;
  brought_.date = std::max(brought_.date, day);
}

void Look::set_version(std::string_view version) { brought_.version = kept(version, 60); }
void Look::set_scope(std::string_view scope) { brought_.scope = kept(scope, 300); }

std::string kept(std::string_view text, std::size_t most) {
  std::string line;
  bool was_blank = true;
  for (const char c : trimmed(text)) {
    const bool is_blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!(is_blank && was_blank)) line += is_blank ? ' ' : c;
    was_blank = is_blank;
    if (line.size() > 4 * most) break;
  }
  line = show_hostile(line);
  if (line.size() <= most) return line;
  auto size = most;
  while (size > 0 && (static_cast<unsigned char>(line[size]) & 0xC0u) == 0x80u) --size;
  return line.substr(0, size) + "…";
}

std::string counted(std::int64_t number, std::string_view noun, std::string_view many) {
  if (number != 1 && !many.empty()) return fmt::format("{} {}", number, many);
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string first_few(const std::vector<std::string>& names, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < most; ++i) text += fmt::format("{}{}", i == 0 ? "" : ", ", names[i]);
  return names.size() > most ? fmt::format("{} and {} more", text, names.size() - most) : text;
}

}  // namespace candor
