#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "candor/text/source.hpp"

namespace candor {

enum class Severity { Error, Warning };

/// One complaint. `message` is lower case without a full stop and quotes the user's
/// words in backticks; `hint` says what to do; `code` is stable and listed in candor(1).
struct Diagnostic {
  Severity severity = Severity::Error;
  std::string code;
  Place place;
  std::string message;
  std::string hint;  ///< may be empty
};

/// Collects the complaints of one run, so that every fault is told at once.
class Diagnostics {
 public:
  explicit Diagnostics(const Sources& sources) : sources_(sources) {}

  void error(Place place, std::string_view code, std::string message, std::string hint = {});
  void warning(Place place, std::string_view code, std::string message, std::string hint = {});

  [[nodiscard]] bool has_errors() const { return has_errors_; }

  /// Past this many complaints the rest is only counted, so that a file of nothing but
  /// faults costs neither time nor memory. `is_full` spares a caller looking for hints.
  static constexpr std::size_t max_kept = 1000;
  [[nodiscard]] bool is_full() const { return all_.size() >= max_kept; }

  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }

  /// The text for standard error: sorted by file (in reading order), line and column,
  /// identical ones once, each with its source line and a caret under the character, then the hint.
  /// Control, bidi and invisible characters of the source line are shown harmless.
  [[nodiscard]] std::string to_text(bool color = false) const { return text_from(0, color, nullptr); }

  /// The same for what was not told yet: each complaint is told once, however often one asks. Where stand-ins for the
  /// sources' names are given, only a complaint's place and code are told: its words, its line and its hint quote the
  /// user.
  [[nodiscard]] std::string tell(bool color, const Sources* stand_ins = nullptr);

 private:
  [[nodiscard]] std::string text_from(std::size_t first, bool color, const Sources* stand_ins) const;
  void add(Severity severity, Place place, std::string_view code, std::string message, std::string hint);

  const Sources& sources_;
  bool has_errors_ = false;
  std::size_t left_out_ = 0;
  std::size_t told_ = 0;
  std::vector<Diagnostic> all_;
};

}  // namespace candor
