#include "app/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace candor::app {

namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view{value};
}

Terminal terminal_at(int descriptor) {
  Terminal terminal;
  if (::isatty(descriptor) == 0) return terminal;
  terminal.is_there = true;
  // no-color.org: any value but an empty one.
  terminal.shows_color = environment("NO_COLOR").empty() && environment("TERM") != "dumb";
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) terminal.width = size.ws_col;
  return terminal;
}

}  // namespace

Terminal standard_output_terminal() { return terminal_at(STDOUT_FILENO); }
Terminal standard_error_terminal() { return terminal_at(STDERR_FILENO); }

}  // namespace candor::app
