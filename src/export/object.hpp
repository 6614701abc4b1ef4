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

/// One key and its value. The value is mutable so that `object` can take it: what stands in an initializer list is
/// constant, and copying a whole document on its way up would take twice the memory.
struct Key {
  std::string_view name;
  mutable Json value;
};
using Keys = std::initializer_list<Key>;

/// An object with its keys in the order written, each of them once.
inline Json object(Keys keys) {
  Json made = Json::object();
  auto& members = made.get_ref<Json::object_t&>();
  members.reserve(keys.size());
  for (const auto& [name, value] : keys) members.push_back({std::string{name}, std::move(value)});
  return made;
}

/// What was not said is null, so that every key is always there.
inline Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }
inline Json date_or_null(const std::optional<Date>& date) { return date ? Json(to_iso(*date)) : Json(nullptr); }

template <typename List, typename Function>
Json list(const List& items, Function make) {
  Json made = Json::array();
  made.get_ref<Json::array_t&>().reserve(std::size(items));
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
