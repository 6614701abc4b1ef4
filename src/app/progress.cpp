#include "app/progress.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "app/output.hpp"
#include "app/terminal.hpp"

namespace candor::app {

namespace {

constexpr std::chrono::milliseconds pause{100};
constexpr std::size_t bar_width = 30;
constexpr std::string_view clear_line = "\r\x1b[K";

}  // namespace

Progress::Progress(std::optional<std::size_t> all)
    : all_(all), is_shown_(standard_error_terminal().is_there), last_(std::chrono::steady_clock::now()) {}

void Progress::step() {
  ++done_;
  if (!is_shown_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < pause) return;
  last_ = now;
  is_drawn_ = true;
  draw();
}

void Progress::draw() const {
  if (!all_ || *all_ == 0) {
    write_to_standard_error(fmt::format("{}{} clients", clear_line, done_));
    return;
  }
  const auto filled = std::min(bar_width, bar_width * done_ / *all_);
  write_to_standard_error(fmt::format("{}[{}{}] {} of {} clients", clear_line, std::string(filled, '#'),
                                      std::string(bar_width - filled, ' '), done_, *all_));
}

void Progress::clear_before(bool is_something_written) {
  if (is_something_written) clear();
}

void Progress::clear() {
  if (is_drawn_) write_to_standard_error(clear_line);
  is_drawn_ = false;
}

}  // namespace candor::app
