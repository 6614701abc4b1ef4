#include "candor/model/plan.hpp"

#include <algorithm>

namespace candor {

namespace {

using namespace std::literals;

/// The characters of OWASP ASVS 1.2.10 and of its page on CSV injection: a full-width sign counts in some languages.
constexpr std::array starts_of_formulas{"="sv,  "+"sv,  "-"sv,  "@"sv,  "\t"sv, "\r"sv,
                                        "\n"sv, "\0"sv, "＝"sv, "＋"sv, "－"sv, "＠"sv};

/// Lower-case letters, digits and what is not ASCII; everything else becomes one dash.
std::string without_blanks(std::string_view text) {
  std::string made;
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
                         static_cast<unsigned char>(c) >= 0x80;
    if (is_kept)
      made += c;
    else if (!made.empty() && made.back() != '-')
      made += '-';
  }
  if (made.ends_with('-')) made.pop_back();
  return made;
}

}  // namespace

std::string client_key(const Client& client) { return without_blanks(client.id.empty() ? client.name : client.id); }

std::string plan_id(const Client& client, std::string_view control, std::string_view part) {
  auto id = client_key(client) + ":";
  id += control;
  if (const auto name = without_blanks(part); !name.empty()) id += ":" + name;
  return id;
}

bool looks_like_formula(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of("' "), text.size()));
  return std::ranges::any_of(starts_of_formulas, [&](std::string_view start) { return text.starts_with(start); });
}

}  // namespace candor
