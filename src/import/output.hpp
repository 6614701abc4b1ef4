#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "candor/import/import.hpp"

namespace candor {

/// One line of what a program printed: a JSON message, or plain text.
struct OutputLine {
  std::string_view text;  ///< as printed, without its line break
  Place place;

  /// True for what begins like a message, and so must be one.
  [[nodiscard]] bool is_message() const { return text.starts_with("{\""); }
};

/// What a program printed while it ran, line by line, blank lines left out: programs that print a JSON message a line
/// print plain text between them too. Complains as `text_of` does, and holds no line then.
class Output {
 public:
  Output(const ImportFile& file, Diagnostics& diagnostics);

  /// The next line; nothing at the end.
  [[nodiscard]] std::optional<OutputLine> next();

 private:
  std::uint32_t file_;
  std::string_view rest_;
  std::uint32_t line_ = 0;
};

/// True when the words stand somewhere in a text.
[[nodiscard]] bool holds(std::string_view text, std::string_view words);

/// True when nothing but blanks is in the file: a program that had nothing to say.
[[nodiscard]] bool is_blank(const ImportFile& file);

}  // namespace candor
