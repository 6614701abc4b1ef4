#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "app/session.hpp"

namespace candor::app {

/// Tells whether anything changed of what a client is read from: names and bytes of all files in its folder but
/// history/, and in its provider's. What one runs by (the program's version, the standard) belongs to it.
class Fingerprint {
 public:
  explicit Fingerprint(std::string_view runs_by) : runs_by_(runs_by) {}

  /// Nothing where somebody should look again: of a file alone, whose documents may lie anywhere, and where something
  /// cannot be read. `provider`: that of the client; may be empty.
  [[nodiscard]] std::optional<std::string> of(const std::string& client, const std::string& provider);

 private:
  [[nodiscard]] const std::optional<std::string>& of_provider(const std::string& folder);

  std::string runs_by_;
  std::map<std::string, std::optional<std::string>> providers_;  ///< most clients have the same one
};

}  // namespace candor::app
