#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "candor/model/inventory.hpp"
#include "candor/model/profile.hpp"
#include "candor/read/read.hpp"
#include "candor/text/diagnostics.hpp"
#include "candor/text/source.hpp"

/// The stages of one run without files and without a command line, for fuzz targets.
namespace candor::fuzz {

/// The day on which everything is judged.
[[nodiscard]] Date today();

/// The compiled-in catalog and standard, read once.
struct Standard {
  Sources sources;
  Catalog catalog;
  Profile profile;
};
[[nodiscard]] const Standard& standard();

[[nodiscard]] ReadContext context();

/// One input: its bytes as the only file, and what is complained about.
struct Input {
  Sources sources;
  Diagnostics diagnostics{sources};
  std::uint32_t file;

  Input(std::string name, std::string_view bytes) : file(sources.add(std::move(name), std::string{bytes})) {}

  /// The document; nothing where there is none to speak of, which must be told without harm.
  [[nodiscard]] std::optional<yaml::Tree> tree(std::string_view what);

  /// Ends the flow where there is a fault, which must be told without harm to a reader. `what` names the input.
  [[nodiscard]] bool is_refused(std::string_view what) const;
};

/// Judges, holds the laws, composes, and writes the report and something beside it; each must be harmless. `chosen`
/// picks the audience and the formats: all of them at every input would be ten times slower, and a fuzzer tries them
/// all in time.
void judge_and_write(const Profile& profile, const Inventory& inventory, const Sources& sources, unsigned chosen);

/// A number from the bytes, the same for the same bytes.
[[nodiscard]] unsigned chosen_by(std::string_view bytes);

inline std::string_view view(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// A client of whom a little of everything is told, for what is read beside an inventory: its file, and read.
extern const std::string_view a_client;
[[nodiscard]] Inventory some_client(Sources& sources);

}  // namespace candor::fuzz
