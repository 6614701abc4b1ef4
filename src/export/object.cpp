#include "export/object.hpp"
#include <algorithm>

#include <fmt/format.h>

#include "candor/text/log_line.hpp"
#include "candor/text/utf8.hpp"

namespace candor {

namespace {

/// Escapes what may act on a terminal or a log. It can only stand inside strings, which read as before.
std::string escape_hostile(const std::string& json) {
  std::string escaped;
  escaped.reserve(json.size());
  const auto may_act = [](char c) { return c == '[' || c == '\x7F' || static_cast<unsigned char>(c) >= 0x80; };
  for (std::size_t at = 0; at < json.size();) {
    const auto begin = json.begin() + static_cast<std::ptrdiff_t>(at);
    const auto plain = static_cast<std::size_t>(std::find_if(begin, json.end(), may_act) - begin);
    escaped.append(json, at, plain);
    at += plain;
    if (at == json.size()) break;
    const auto [character, size, is_valid] = decode(json, at);
    const auto unit = static_cast<unsigned>(character);
    if (!opens_command(json, at) && (character < 0x7F || !is_hostile(character)))
      escaped.append(json, at, size);
    else if (unit < 0x10000)
      escaped += fmt::format("\\u{:04x}", unit);
    else
      escaped += fmt::format("\\u{:04x}\\u{:04x}", 0xD7C0u + (unit >> 10u), 0xDC00u + (unit & 0x3FFu));
    at += size;
  }
  return escaped;
}

}  // namespace

std::string json_text(const Json& json, int indent) {
  return escape_hostile(json.dump(indent, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace candor
