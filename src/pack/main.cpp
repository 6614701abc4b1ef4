// candor_pack SYMBOL INPUT OUTPUT.cpp: writes a file as constant data. A YAML file is parsed as
// strictly as any other, and a function candor::SYMBOL lends it as a tree; a list in lines
// (INPUT.tsv) is lent as text.
// Runs while building only, so that the program neither searches for its standard nor parses it.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "candor/text/node.hpp"

namespace {

using namespace candor;

constexpr int exit_faults = 1;
constexpr int exit_usage = 2;

std::optional<std::string> read_bytes(const char* path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

/// The scalars of a tree, each text once however often it was written.
class Pool {
 public:
  std::uint32_t offset_of(std::string_view scalar) {
    const auto [place, is_new] = offsets_.try_emplace(std::string(scalar), static_cast<std::uint32_t>(text_.size()));
    if (is_new) text_ += scalar;
    return place->second;
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::map<std::string, std::uint32_t, std::less<>> offsets_;
  std::string text_;
};

std::string_view enumerator(yaml::Kind kind) {
  switch (kind) {
    case yaml::Kind::Scalar: return "Scalar";
    case yaml::Kind::Sequence: return "Sequence";
    case yaml::Kind::Mapping: return "Mapping";
  }
  return {};
}

/// A byte inside a string literal. Octal escapes have at most three digits, so that a digit
/// after them is never taken for a part; `?` is escaped against trigraphs.
std::string literal_byte(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  if (byte == '"' || byte == '\\' || byte == '?') return {'\\', byte};
  if (value >= 0x20 && value < 0x7f) return {byte};
  return fmt::format("\\{:03o}", value);
}

std::string literal(std::string_view text) {
  constexpr std::size_t bytes_a_line = 100;
  std::string out;
  for (std::size_t begin = 0; begin < text.size(); begin += bytes_a_line) {
    out += "\n    \"";
    for (const char byte : text.substr(begin, bytes_a_line)) out += literal_byte(byte);
    out += '"';
  }
  return out.empty() ? " \"\"" : out;
}

std::string to_source(const yaml::Tree& tree, std::string_view symbol, std::string_view input) {
  Pool pool;
  std::string entries;
  for (const auto& entry : tree.entries()) {
    const bool is_scalar = entry.kind == yaml::Kind::Scalar;
    const auto begin = is_scalar ? pool.offset_of(tree.text().substr(entry.begin, entry.size)) : 0;
    entries += fmt::format("    {{yaml::Kind::{}, {}, {}, {}, {}, {}, {}}},\n", enumerator(entry.kind), entry.quoted,
                           entry.line, entry.column, begin, is_scalar ? entry.size : 0, entry.end);
  }
  return fmt::format(R"(// Written by candor_pack from {input}.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "candor/text/node.hpp"

#pragma GCC diagnostic ignored "-Woverlength-strings"

namespace candor {{

yaml::Tree {symbol}(std::uint32_t file);

namespace {{

constexpr yaml::Entry entries[] = {{
{entries}}};

constexpr std::size_t text_size = {size};
constexpr char text[] ={literal};

}}  // namespace

yaml::Tree {symbol}(std::uint32_t file) {{
  return {{.file = file,
          .owned_entries = {{}},
          .owned_text = {{}},
          .borrowed_entries = entries,
          .borrowed_text = std::string_view(text, text_size)}};
}}

}}  // namespace candor
)",
                     fmt::arg("input", input), fmt::arg("symbol", symbol), fmt::arg("entries", entries),
                     fmt::arg("size", pool.text().size()), fmt::arg("literal", literal(pool.text())));
}

std::string to_source(std::string_view list, std::string_view symbol, std::string_view input) {
  return fmt::format(R"(// Written by candor_pack from {input}.
#include <string_view>

#pragma GCC diagnostic ignored "-Woverlength-strings"

namespace candor {{

std::string_view {symbol}();

std::string_view {symbol}() {{
  static constexpr char text[] ={literal};
  return {{text, sizeof text - 1}};
}}

}}  // namespace candor
)",
                     fmt::arg("input", input), fmt::arg("symbol", symbol), fmt::arg("literal", literal(list)));
}

/// The source of a YAML file; nothing when it is faulty, which is told.
std::optional<std::string> pack_yaml(std::string bytes, std::string_view symbol, const char* input) {
  Sources sources;
  Diagnostics diagnostics(sources);
  const auto tree = yaml::parse(sources, sources.add(input, std::move(bytes)), diagnostics);
  fmt::print(stderr, "{}", diagnostics.to_text());
  if (!tree || diagnostics.has_errors()) return std::nullopt;
  return to_source(*tree, symbol, input);
}

bool is_symbol(std::string_view text) {
  return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
}

bool write_whole(const std::string& path, std::string_view bytes) {
  const auto temporary = path + ".part";
  std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
  out << bytes;
  out.close();
  std::error_code failure;
  if (out) std::filesystem::rename(temporary, path, failure);
  return out && !failure;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4 || !is_symbol(arguments[1])) {
    fmt::print(stderr, "usage: candor_pack SYMBOL INPUT OUTPUT.cpp\n");
    return exit_usage;
  }
  auto bytes = read_bytes(arguments[2]);
  if (!bytes) {
    fmt::print(stderr, "{}: error: this file cannot be read\n", arguments[2]);
    return exit_faults;
  }
  const bool is_list = std::string_view{arguments[2]}.ends_with(".tsv");
  const auto source = is_list ? to_source(*bytes, arguments[1], arguments[2])
                              : pack_yaml(std::move(*bytes), arguments[1], arguments[2]);
  if (!source) return exit_faults;
  if (!write_whole(arguments[3], *source)) {
    fmt::print(stderr, "{}: error: this file cannot be written\n", arguments[3]);
    return exit_faults;
  }
  return 0;
}
