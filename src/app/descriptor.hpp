#pragma once

#include <string>
#include <string_view>

namespace candor::app {

/// An open file; closes on every way out.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor();
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

/// Waits until a read or a write would not find the descriptor busy: somebody made it non-blocking before it was
/// given to us. `events` as for `poll`. False when there is nothing to wait for.
[[nodiscard]] bool wait_for(int descriptor, short events);

/// 0, or the `errno` of what failed.
[[nodiscard]] int write_all(int descriptor, std::string_view bytes);

/// Why something could not be written, in words.
[[nodiscard]] std::string reason(int error);

}  // namespace candor::app
