#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace candor::lint {

/// A text as it is read aloud: without the marks of Markdown, addresses of pages, comments and
/// blocks of code, in ASCII (an accent is dropped, `é` is read as `e`). Every byte knows where
/// it was written, so that a complaint can point there.
///
/// A form feed stands between blocks: paragraphs, headings, items of a list, rows of a table.
/// No sentence runs on from one block into the next.
struct Prose {
  std::string text;
  std::vector<std::uint32_t> written;  ///< as long as `text`: offsets into the original

  [[nodiscard]] std::uint32_t offset(std::size_t at) const { return at < written.size() ? written[at] : 0; }
};

/// Any bytes will do; those that are no UTF-8 are symbols. Takes time in proportion to the text.
[[nodiscard]] Prose read_prose(std::string_view bytes);

}  // namespace candor::lint
