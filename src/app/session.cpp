#include "session.hpp"

#include <fmt/format.h>

#include "candor/text/utf8.hpp"
#include "exit_status.hpp"
#include "output.hpp"
#include "redaction.hpp"

namespace candor::app {

void complain(std::string_view message, std::string_view hint) {
  write_to_standard_error(fmt::format("candor: error: {}\n", show_hostile(message)));
  if (!hint.empty()) write_to_standard_error(fmt::format("  hint: {}\n", show_hostile(hint)));
}

void Session::refuse(std::string_view message, std::string_view hint) {
  complain(message, hint);
  is_refused_ = true;
}

void Session::complain(std::string_view message, std::string_view hint) const {
  if (redacts)
    app::complain(without_quotes(message));
  else
    app::complain(message, hint);
}

Sources Session::stand_ins_for_sources() const { return stand_ins_for(sources, folders); }

std::optional<int> Session::stop_if_faulty() {
  const auto stand_ins = redacts ? stand_ins_for_sources() : Sources{};
  if (const auto text = diagnostics.tell(color, redacts ? &stand_ins : nullptr); !text.empty()) {
    write_to_standard_error(text);
    if (redacts) write_to_standard_error("candor: the words are left out; run it again without --redact to see them\n");
  }
  if (is_refused_) return exit_status::command_line;
  if (diagnostics.has_errors()) return exit_status::not_understood;
  return std::nullopt;
}

}  // namespace candor::app
