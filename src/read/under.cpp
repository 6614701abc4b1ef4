#include "under.hpp"

#include <array>
#include <charconv>
#include <system_error>

#include <fmt/format.h>

namespace candor {
namespace {

constexpr std::array verdicts{Named<Verdict>{"below", Verdict::Below},
                              Named<Verdict>{"cannot_tell", Verdict::CannotTell},
                              Named<Verdict>{"meets", Verdict::Meets}};

Date read_day(const yaml::Node& node) {
  const auto text = node.text("a day");
  if (const auto date = parse_date(text)) return *date;
  if (!text.empty()) node.error("bad-date", fmt::format("{} is not a date", quoted(text)));
  return {};
}

}  // namespace

std::string text_under(const yaml::Node& object, std::string_view key) {
  const auto node = object.required(key);
  return node ? std::string{node->text()} : std::string{};
}

std::string text_if_said(const yaml::Node& object, std::string_view key) {
  const auto node = object.required(key);
  return node && node->is_quoted() ? std::string{node->raw()} : std::string{};
}

bool flag_under(const yaml::Node& object, std::string_view key) {
  const auto node = object.required(key);
  return node && read_yes_no(*node).value_or(false);
}

std::int64_t number_under(const yaml::Node& object, std::string_view key, std::int64_t least, std::int64_t most) {
  const auto node = object.required(key);
  return node ? read_whole_number(*node, least, most) : least;
}

std::int64_t read_whole_number(const yaml::Node& node, std::int64_t least, std::int64_t most) {
  const auto text = node.text("a number");
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{} && end == text.data() + text.size() && number >= least && number <= most) return number;
  node.error("bad-value", fmt::format("{} is no number from {} to {}", quoted(text), least, most));
  return least;
}

Date day_under(const yaml::Node& object, std::string_view key) {
  const auto node = object.required(key);
  return node ? read_day(*node) : Date{};
}

std::optional<Date> day_if_said(const yaml::Node& object, std::string_view key) {
  const auto node = object.required(key);
  return node && node->is_quoted() ? std::optional{read_day(*node)} : std::nullopt;
}

Verdict verdict_under(const yaml::Node& object) {
  return named_under<Verdict>(object, "verdict", verdicts, "a verdict");
}

}  // namespace candor
