#include "session.hpp"

#include <fmt/format.h>

#include "candor/text/utf8.hpp"
#include "exit_status.hpp"
#include "output.hpp"

namespace candor::app {

void complain(std::string_view message, std::string_view hint) {
  write_to_standard_error(fmt::format("candor: error: {}\n", show_hostile(message)));
  if (!hint.empty()) write_to_standard_error(fmt::format("  hint: {}\n", show_hostile(hint)));
}

void Session::refuse(std::string_view message, std::string_view hint) {
  complain(message, hint);
  is_refused_ = true;
}

std::optional<int> Session::stop_if_faulty() {
  if (const auto text = diagnostics.tell(color); !text.empty()) write_to_standard_error(text);
  if (is_refused_) return exit_status::command_line;
  if (diagnostics.has_errors()) return exit_status::not_understood;
  return std::nullopt;
}

}  // namespace candor::app
