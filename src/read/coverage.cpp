#include <algorithm>

#include <fmt/format.h>

#include "number.hpp"
#include "word.hpp"

namespace candor {
namespace {

/// Takes words off the front of a text; spaces between them do not matter.
struct Words {
  std::string_view rest;

  void skip_spaces() { rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size())); }

  std::string_view take_digits() {
    skip_spaces();
    const auto digits = rest.substr(0, std::min(rest.find_first_not_of("0123456789"), rest.size()));
    rest.remove_prefix(digits.size());
    return digits;
  }

  bool take(std::string_view word) {
    skip_spaces();
    if (!rest.starts_with(word)) return false;
    rest.remove_prefix(word.size());
    return true;
  }

  bool is_done() {
    skip_spaces();
    return rest.empty();
  }
};

/// The three numbers as written.
struct Count {
  std::string_view has;
  std::string_view of;
  std::string_view unknown = "0";
};

std::optional<Count> parse_count(std::string_view text, std::string_view between) {
  Words words{text};
  Count count;
  count.has = words.take_digits();
  if (count.has.empty() || !words.take(between)) return std::nullopt;
  count.of = words.take_digits();
  if (count.of.empty()) return std::nullopt;
  if (words.take("(")) {
    count.unknown = words.take_digits();
    if (count.unknown.empty() || !words.take("unknown") || !words.take(")")) return std::nullopt;
  }
  if (!words.is_done()) return std::nullopt;
  return count;
}

/// What to write instead of other ways to tell a count.
std::string hint_for_count(std::string_view text) {
  for (const std::string_view between : {"/", "out of"})
    if (const auto count = parse_count(text, between)) return fmt::format("write `{} of {}`", count->has, count->of);
  if (text.ends_with('%')) return "write the count behind it, as in `38 of 42`";
  if (text == "yes") return "write how many of how many, as in `38 of 42`, or `all`";
  if (text == "no") return "write how many of how many, as in `38 of 42`, or `none`";
  return hint_for(text, "write how many of how many, as in `38 of 42` or `30 of 42 (11 unknown)`, or `all` or `none`");
}

/// Why three numbers make no coverage, and what to do about it; no message when they do.
struct Fault {
  std::string message;
  std::string hint;
};

Fault fault_of(const Coverage& coverage) {
  if (coverage.has > coverage.of)
    return {"counts more than there are", "the second number is how many there are in all"};
  if (coverage.of == 0)
    return {"says nothing", "to say that it does not apply, list the control under `not_applicable`"};
  if (coverage.has + coverage.unknown > coverage.of)
    return {"counts more than there are",
            fmt::format("{} and {} unknown are more than {}", coverage.has, coverage.unknown, coverage.of)};
  return {};
}

}  // namespace

std::optional<Coverage> read_coverage(const yaml::Node& node) {
  const auto text = node.text("a count such as `38 of 42`");
  if (text.empty()) return std::nullopt;
  if (text == "all") return Coverage{.said = Coverage::Said::All};
  if (text == "none") return Coverage{.said = Coverage::Said::None};
  if (text == "not all") return Coverage{.said = Coverage::Said::NotAll};

  const auto count = parse_count(text, "of");
  if (!count) {
    node.error("bad-coverage", quoted(text) + " is not a count of how many of how many", hint_for_count(text));
    return std::nullopt;
  }
  const auto has = parse_digits(count->has, most_counted_digits);
  const auto of = parse_digits(count->of, most_counted_digits);
  const auto unknown = parse_digits(count->unknown, most_counted_digits);
  if (!has || !of || !unknown) {
    node.error("bad-coverage", quoted(text) + " is more than can be counted here",
               fmt::format("write at most {} digits", most_counted_digits));
    return std::nullopt;
  }
  const Coverage coverage{.has = *has, .of = *of, .unknown = *unknown};
  if (auto fault = fault_of(coverage); !fault.message.empty()) {
    node.error("bad-coverage", quoted(text) + " " + fault.message, std::move(fault.hint));
    return std::nullopt;
  }
  return coverage;
}

}  // namespace candor
