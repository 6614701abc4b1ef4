#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "candor/lint/prose.hpp"
#include "candor/text/node.hpp"
#include "lint/complaints.hpp"

namespace candor::lint {

/// One value of a YAML file as a text: placeholders such as `{count}` are filled with a sample,
/// and each byte knows where it was written, over folded lines and quotes.
class Passage {
 public:
  Passage(const Sources& sources, const yaml::Node& node, Places& places);

  [[nodiscard]] const Prose& prose() const { return prose_; }

  /// Where a byte of the prose was written; the value's beginning where that cannot be told.
  [[nodiscard]] Place place(std::size_t at) const;

 private:
  Prose prose_;                         ///< its offsets lead into `written_`
  std::vector<std::uint32_t> written_;  ///< offsets into the file; empty: not known
  Place begin_;
  Places* places_;
};

/// A sentence with a sample for each placeholder: a number where numbers stand, else a name.
struct Filled {
  std::string text;
  std::vector<std::uint32_t> written;  ///< for each byte the offset in the sentence
};
[[nodiscard]] Filled fill_placeholders(std::string_view sentence);

}  // namespace candor::lint
