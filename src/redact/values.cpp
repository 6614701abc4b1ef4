#include "values.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "candor/text/ascii.hpp"

namespace candor {
namespace {

/// `192.0.2.7`, `dc01.example.org`, `00:50:56:c0:00:08`, `PC-07`: one word with more in it than letters.
bool looks_like_host(std::string_view name) {
  const auto tells = [](char c) { return ascii::is_digit(c) || c == '.' || c == ':'; };
  return name.find(' ') == std::string_view::npos && std::ranges::any_of(name, tells);
}

/// `CVE-2023-3519`: the public number of a flaw, and no telephone's.
bool is_public_number(std::string_view text) {
  constexpr std::string_view head = "CVE-";
  constexpr std::size_t year = 4;
  constexpr std::size_t fewest = 4;
  constexpr std::size_t most = 7;
  if (!text.starts_with(head)) return false;
  const auto digits = text.substr(head.size());
  if (digits.size() < year + 1 + fewest || digits.size() > year + 1 + most || digits[year] != '-') return false;
  return std::ranges::count_if(digits, ascii::is_digit) == static_cast<std::ptrdiff_t>(digits.size() - 1);
}

/// What a version needs. More may be a telephone's number.
constexpr std::size_t most_numbers = 4;
constexpr std::size_t most_digits = 5;
constexpr std::int64_t largest_number = 99999;

/// Only what is compared, as in `2.0-beta9`: behind it anything may stand.
void redact(Version& version) {
  const std::string_view tail = version.pre_release;
  const auto end_of = [&](std::size_t start, bool (*belongs)(char)) {
    while (start < tail.size() && belongs(tail[start])) ++start;
    return start;
  };
  const auto word = end_of(0, ascii::is_letter);
  const auto digits = end_of(word, [](char c) { return !ascii::is_letter(c) && !ascii::is_digit(c); });
  const auto after = std::min(end_of(digits, ascii::is_digit), digits + most_digits);
  const auto tag = fmt::format("{}{}", tail.substr(0, word), tail.substr(digits, after - digits));
  if (version.numbers.size() > most_numbers) version.numbers.resize(most_numbers);
  std::vector<std::string> numbers;
  for (auto& number : version.numbers) {
    number = std::min(number, largest_number);
    numbers.push_back(fmt::format("{}", number));
  }
  version.written = fmt::format("{}{}{}", fmt::join(numbers, "."), tag.empty() ? "" : "-", tag);
  version.pre_release = tag;
}

void redact(FieldValue& value, const Field& field, StandIns& stand_ins) {
  if (auto* version = std::get_if<Version>(&value)) redact(*version);
  auto* text = std::get_if<Text>(&value);
  if (text == nullptr || stand_ins.keeps(text->text)) return;
  if (field.name == "flaw" && is_public_number(text->text)) return;
  if (field.name == "run_by")
    text->text = stand_ins.of_somebody(text->text, "Firm");
  else if (field.name == "where")
    text->text = stand_in_for_thing(text->text, stand_ins);
  else
    text->text = stand_ins.of(text->text, "Item");
}

void keep(const std::vector<Condition>& conditions, StandIns& stand_ins) {
  for (const auto& condition : conditions) {
    for (const auto& wanted : condition.wanted)
      if (const auto* text = std::get_if<Text>(&wanted)) stand_ins.keep(text->text);
    keep(condition.children, stand_ins);
  }
}

}  // namespace

std::string stand_in_for_thing(std::string_view name, StandIns& stand_ins) {
  return stand_ins.of(name, looks_like_host(name) ? "Host" : "Part");
}

void redact_version(std::string& version) {
  std::size_t numbers = 1;
  std::size_t digits = 0;
  bool is_plain = true;
  for (const char c : version) {
    digits = c == '.' ? 0 : digits + 1;
    if (c == '.') ++numbers;
    is_plain = is_plain && (c == '.' || ascii::is_digit(c)) && digits <= most_digits && numbers <= most_numbers;
  }
  if (!is_plain) version.clear();
}

void redact(Value& value, const Fact& fact, StandIns& stand_ins) {
  if (auto* text = std::get_if<Text>(&value); text != nullptr && !stand_ins.keeps(text->text))
    text->text = stand_ins.of_somebody(text->text, "Person");
  if (auto* version = std::get_if<Version>(&value)) redact(*version);
  if (auto* records = std::get_if<Records>(&value))
    for (auto& item : records->items)
      for (std::size_t at = 0; at < item.fields.size() && at < fact.fields.size(); ++at)
        redact(item.fields[at], fact.fields[at], stand_ins);
}

void keep_what_is_asked_for(const Profile& profile, StandIns& stand_ins) {
  for (const auto& control : profile.controls) {
    keep(control.floor, stand_ins);
    keep(control.stretch, stand_ins);
  }
}

}  // namespace candor
