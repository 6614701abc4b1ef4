#pragma once

#include <cstddef>
#include <string_view>

#include "candor/text/source.hpp"
#include "candor/text/utf8.hpp"

namespace candor::json {

/// Walks forward through the bytes and knows the place of each; a file of one long line costs no more than others.
class Walker {
 public:
  Walker(std::string_view text, Place start)
      : text_(text), place_(start), is_plain_(is_ascii(text) && text.find('\n') == std::string_view::npos) {}

  /// No byte before one that was asked for already.
  Place place_of(std::size_t byte) {
    if (is_plain_ && byte < text_.size()) {
      place_.column += static_cast<std::uint32_t>(byte - at_);
      at_ = byte;
      return place_;
    }
    for (; at_ < byte && at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') {
        ++place_.line;
        place_.column = 0;
      }
      if (at_ + 1 >= text_.size() || (static_cast<unsigned char>(text_[at_ + 1]) & 0xC0u) != 0x80u) ++place_.column;
    }
    return place_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  Place place_;
  bool is_plain_;  ///< one line of characters of one byte: places need no walking
};

}  // namespace candor::json
