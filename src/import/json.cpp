#include "import/json.hpp"

#include <charconv>
#include <cstdint>
#include <string>
#include <utility>

#include "candor/text/json.hpp"
#include "candor/text/utf8.hpp"

namespace candor {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view blanks = " \t\r\n";

std::optional<yaml::Node> find_of_kind(const yaml::Node& object, std::string_view key, yaml::Kind kind) {
  if (!object.is_mapping()) return std::nullopt;
  auto found = object.find(key);
  return found && found->kind() == kind ? found : std::nullopt;
}

}  // namespace

std::optional<std::string_view> text_of(const ImportFile& file, Diagnostics& diagnostics) {
  auto text = file.bytes;
  const Place all{file.file, 0, 0};
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    diagnostics.error(all, "invalid-utf8", "this file is UTF-16, not UTF-8",
                      "PowerShell writes UTF-8 with `Out-File -Encoding utf8`");
    return std::nullopt;
  }
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  if (text.find_first_not_of(blanks) == std::string_view::npos) {
    diagnostics.error(all, "empty-file", "there is nothing in this file");
    return std::nullopt;
  }
  const auto refuse_at = [&](std::size_t byte, std::string_view code, std::string message) {
    diagnostics.error(json::place_of(text, {file.file, 1, 1}, byte), code, std::move(message),
                      "export the file again; do not edit it by hand");
    return std::nullopt;
  };
  if (const auto invalid = find_invalid_utf8(text))
    return refuse_at(*invalid, "invalid-utf8", "this file is not UTF-8");
  if (const auto zero = text.find('\0'); zero != std::string_view::npos)  // the parser would take it for the end
    return refuse_at(zero, "bad-json", "a NUL byte stands here, and no such file has one");
  return text;
}

std::optional<yaml::Tree> read_json(const ImportFile& file, Diagnostics& diagnostics) {
  const auto text = text_of(file, diagnostics);
  if (!text) return std::nullopt;
  const Place start{file.file, 1, 1};
  if (!looks_like_json(*text)) {
    diagnostics.error(json::place_of(*text, start, text->find_first_not_of(blanks)), "bad-json", "this is no JSON file",
                      "export it as JSON; if it is a table, `candor import --help` says which tools write CSV");
    return std::nullopt;
  }
  return json::parse(*text, start, diagnostics);
}

std::optional<yaml::Tree> read_json(std::string_view text, Place start, Diagnostics& diagnostics) {
  return json::parse(text, start, diagnostics);
}

bool looks_like_json(std::string_view bytes) {
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  const auto first = bytes.find_first_not_of(blanks);
  return first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '[');
}

std::optional<yaml::Node> find_object(const yaml::Node& object, std::string_view key) {
  return find_of_kind(object, key, yaml::Kind::Mapping);
}

std::optional<yaml::Node> find_list(const yaml::Node& object, std::string_view key) {
  return find_of_kind(object, key, yaml::Kind::Sequence);
}

std::string_view find_text(const yaml::Node& object, std::string_view key) {
  const auto found = find_of_kind(object, key, yaml::Kind::Scalar);
  return found && found->is_quoted() ? found->raw() : std::string_view{};
}

std::optional<bool> find_bool(const yaml::Node& object, std::string_view key) {
  const auto found = find_of_kind(object, key, yaml::Kind::Scalar);
  if (!found || found->is_quoted()) return std::nullopt;
  if (found->raw() == "true") return true;
  if (found->raw() == "false") return false;
  return std::nullopt;
}

std::optional<std::int64_t> find_number(const yaml::Node& object, std::string_view key) {
  const auto found = find_of_kind(object, key, yaml::Kind::Scalar);
  if (!found || found->is_quoted()) return std::nullopt;
  const auto text = found->raw();
  const auto whole_part = text.substr(0, text.find_first_of(".eE"));
  if (text.find_first_of("eE") != std::string_view::npos) return std::nullopt;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(whole_part.data(), whole_part.data() + whole_part.size(), number);
  if (error != std::errc{} || end != whole_part.data() + whole_part.size()) return std::nullopt;
  return number;
}

}  // namespace candor
