#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

namespace candor::app {

/// How far a long run has come, on standard error and only where that is a terminal. Drawn at most ten times a second.
class Progress {
 public:
  /// `all` is how many steps there will be, where that is known.
  explicit Progress(std::optional<std::size_t> all);

  void step();
  /// Takes the line away before something else is written there.
  void clear_before(bool is_something_written);
  void clear();

 private:
  void draw() const;

  std::optional<std::size_t> all_;
  std::size_t done_ = 0;
  bool is_shown_ = false;
  bool is_drawn_ = false;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace candor::app
