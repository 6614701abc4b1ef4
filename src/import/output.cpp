#include "import/output.hpp"

#include <algorithm>

#include "import/json.hpp"
#include "import/words.hpp"

namespace candor {

Output::Output(const ImportFile& file, Diagnostics& diagnostics)
    : file_(file.file), rest_(text_of(file, diagnostics).value_or("")) {}

std::optional<OutputLine> Output::next() {
  while (!rest_.empty()) {
    const auto end = std::min(rest_.find('\n'), rest_.size());
    auto line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    ++line_;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!trimmed(line).empty()) return OutputLine{line, {file_, line_, 1}};
  }
  return std::nullopt;
}

bool holds(std::string_view text, std::string_view words) { return text.find(words) != std::string_view::npos; }

bool is_blank(const ImportFile& file) { return trimmed(file.bytes).empty(); }

}  // namespace candor
