#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "candor/export/export.hpp"
#include "candor/render/render.hpp"

namespace candor::app {

/// One form of a result: for people or for machines. Exactly one of the two is set.
struct Format {
  const Renderer* renderer = nullptr;
  const Exporter* exporter = nullptr;

  [[nodiscard]] std::string_view name() const { return exporter != nullptr ? exporter->name : renderer->name; }
  [[nodiscard]] std::string_view purpose() const { return exporter != nullptr ? exporter->purpose : renderer->purpose; }
  [[nodiscard]] std::string_view ending() const { return exporter != nullptr ? exporter->ending : renderer->ending; }
  [[nodiscard]] bool is_for_assessments() const { return exporter != nullptr; }
  /// Shows what changed between two assessments too.
  [[nodiscard]] bool compares() const { return exporter == nullptr || exporter->compares; }
  /// Shows many clients at once.
  [[nodiscard]] bool is_for_many() const { return exporter == nullptr || exporter->is_for_many; }
  /// Not for a terminal.
  [[nodiscard]] bool is_binary() const { return exporter != nullptr ? exporter->is_binary : renderer->is_printed; }
};

/// For people, then for machines, in the order of --help and the manual. The first is the usual one.
[[nodiscard]] std::vector<Format> all_formats();

[[nodiscard]] std::optional<Format> find_format(std::string_view name);

/// What a file of that name holds: of several formats the one with the longest ending, then the first.
[[nodiscard]] std::optional<Format> format_by_ending(std::string_view file);

}  // namespace candor::app
