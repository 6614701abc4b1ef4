#include "export/own_process.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>

namespace candor {

namespace {

[[noreturn]] void do_and_end(const std::function<bool()>& work) {
  bool is_done = false;
  // A library that talks would name our files, and what it says is no complaint of ours.
  if (std::freopen("/dev/null", "w", stderr) == nullptr) ::_exit(1);
  try {
    is_done = work();
  } catch (const std::exception&) {
    is_done = false;
  }
  ::_exit(is_done ? 0 : 1);
}

}  // namespace

bool in_own_process(const std::function<bool()>& work) {
  struct sigaction usual {};
  struct sigaction before {};
  usual.sa_handler = SIG_DFL;  // where it is ignored, nobody is told how a process ended
  ::sigaction(SIGCHLD, &usual, &before);
  const pid_t child = ::fork();
  if (child == 0) do_and_end(work);
  int status = 0;
  pid_t ended = -1;
  while (child > 0 && (ended = ::waitpid(child, &status, 0)) < 0 && errno == EINTR) continue;
  ::sigaction(SIGCHLD, &before, nullptr);
  return ended == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace candor
