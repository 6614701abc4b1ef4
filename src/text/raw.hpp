#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "candor/text/diagnostics.hpp"

namespace candor::yaml {

/// What was found in a file's bytes before anything else looked at them.
struct RawText {
  bool is_readable = false;  ///< false: complaints are made and parsing would mislead
  bool has_hostile = false;  ///< invisible characters were complained about; values are read without them
  std::size_t begin = 0;     ///< past a byte order mark
};

/// Complains about size, encoding and characters that may act on a reader.
[[nodiscard]] RawText check_raw(const Sources& sources, std::uint32_t file, Diagnostics& diagnostics);

/// Complains about a file in which the parser found nothing.
void complain_empty(std::string_view text, std::uint32_t file, Diagnostics& diagnostics);

/// Counts columns in characters for any byte of a text, at a cost that does not grow with
/// the length of its line.
class Columns {
 public:
  explicit Columns(std::string_view text);

  /// The column, from 1, of a byte whose line begins at `line_begin`.
  [[nodiscard]] std::uint32_t column(std::size_t line_begin, std::size_t at) const;

 private:
  [[nodiscard]] std::size_t continuation_bytes_before(std::size_t at) const;

  std::string_view text_;
  std::vector<std::uint32_t> before_block_;  ///< continuation bytes before each block; empty when there are none
};

}  // namespace candor::yaml
