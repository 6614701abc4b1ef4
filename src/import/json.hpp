#pragma once

#include <optional>
#include <string_view>

#include "candor/import/import.hpp"
#include "candor/text/node.hpp"

/// A tool's JSON as a tree whose values know their place, and its values as what they mean. Tools' files are not ours:
/// keys that nobody asks for are left alone, and what is missing is for the importer to judge.
namespace candor {

/// What a file holds, without its byte order mark: UTF-8, and not blank. Complains (`invalid-utf8`, `empty-file`).
[[nodiscard]] std::optional<std::string_view> text_of(const ImportFile& file, Diagnostics& diagnostics);

/// Strict: one object or list in UTF-8 (a byte order mark may stand before it), no repeated keys, no trailing text, no
/// deeper and no larger than text/json.hpp says. Complains (`bad-json`, `invalid-utf8`, `repeated-key`, `too-deep`,
/// `too-large`, `empty-file`); nothing when there is no value to speak of.
[[nodiscard]] std::optional<yaml::Tree> read_json(const ImportFile& file, Diagnostics& diagnostics);

/// One value that is all of a text, which begins at that place of its file.
[[nodiscard]] std::optional<yaml::Tree> read_json(std::string_view text, Place start, Diagnostics& diagnostics);

/// True when the first thing in the file begins a JSON object or list.
[[nodiscard]] bool looks_like_json(std::string_view bytes);

/// What stands under a key; nothing when it is not there, `null`, or of another kind.
[[nodiscard]] std::optional<yaml::Node> find_object(const yaml::Node& object, std::string_view key);
[[nodiscard]] std::optional<yaml::Node> find_list(const yaml::Node& object, std::string_view key);
[[nodiscard]] std::string_view find_text(const yaml::Node& object, std::string_view key);
[[nodiscard]] std::optional<bool> find_bool(const yaml::Node& object, std::string_view key);
/// A number without its fraction.
[[nodiscard]] std::optional<std::int64_t> find_number(const yaml::Node& object, std::string_view key);

}  // namespace candor
