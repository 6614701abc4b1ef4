#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace candor::app {

/// How another program ended.
struct Ended {
  enum class How { Exited, NotStarted, TimedOut, Killed, Interrupted };
  How how = How::Exited;
  int status = 0;  ///< its exit status, the signal that ended it or us, or the `errno` of not starting
};

/// Runs a program to its end, in a process group of its own, with nothing on standard input,
/// the environment given (`NAME=value`), and what it says in the file `log`. After `limit` the
/// whole group is ended, and so it is when a signal would end us: that signal is the caller's to raise again.
/// `arguments` starts with the program's path.
[[nodiscard]] Ended run_program(const std::vector<std::string>& arguments, const std::vector<std::string>& environment,
                                const std::string& log, std::chrono::milliseconds limit);

/// Where a program of that name lies: the name itself when it has a `/` and can be run, else
/// the first folder of `PATH` that has it.
[[nodiscard]] std::optional<std::string> find_program(const std::string& name);

}  // namespace candor::app
