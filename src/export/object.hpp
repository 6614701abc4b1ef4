#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "candor/text/date.hpp"
#include "candor/text/source.hpp"

namespace candor {

using Json = nlohmann::ordered_json;
using Keys = std::initializer_list<std::pair<std::string_view, Json>>;

/// An object with its keys in the order written.
inline Json object(Keys keys) {
  Json made = Json::object();
  for (const auto& [key, value] : keys) made[std::string{key}] = value;
  return made;
}

/// What was not said is null, so that every key is always there.
inline Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }
inline Json date_or_null(const std::optional<Date>& date) { return date ? Json(to_iso(*date)) : Json(nullptr); }

template <typename List, typename Function>
Json list(const List& items, Function make) {
  Json made = Json::array();
  for (const auto& item : items) made.push_back(make(item));
  return made;
}

inline Json json_of(const Place& place, const Sources& files) {
  if (place.file >= files.size()) return nullptr;
  return object({{"file", files.at(place.file).name}, {"line", place.line}, {"column", place.column}});
}

/// The bytes of a file: one line where `indent` is negative. Nothing in it acts on a terminal or a log.
[[nodiscard]] std::string json_text(const Json& json, int indent);

}  // namespace candor
