#include <optional>
#include <string>

#include <fmt/format.h>

#include "app/format.hpp"
#include "app/output.hpp"
#include "app/session.hpp"
#include "app/verbs.hpp"

namespace candor::app {

int formats(const Arguments& /*arguments*/) {
  std::string lines;
  for (const auto& format : all_formats())
    lines += fmt::format("{:<16}{:<16}{}\n", format.name(), format.ending(), format.purpose());
  return write_result(lines, std::nullopt, Session{});
}

}  // namespace candor::app
