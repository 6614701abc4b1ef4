#include "app/child_process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>
#include <thread>

#include <fmt/format.h>

namespace candor::app {

namespace {

constexpr std::chrono::milliseconds pause{20};

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (const auto& text : texts) all.push_back(const_cast<char*>(text.c_str()));
  all.push_back(nullptr);
  return all;
}

/// What a started program gets in place of our own streams, in a group of its own.
class Surroundings {
 public:
  Surroundings(const std::string& log, const sigset_t& mask) {
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO, STDERR_FILENO);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    sigset_t ignored_by_us{};
    sigemptyset(&ignored_by_us);
    for (const int signal : {SIGPIPE, SIGXFSZ}) sigaddset(&ignored_by_us, signal);
    posix_spawnattr_setsigdefault(&attributes, &ignored_by_us);
    posix_spawnattr_setsigmask(&attributes, &mask);
    posix_spawnattr_setpgroup(&attributes, 0);
  }
  Surroundings(const Surroundings&) = delete;
  Surroundings& operator=(const Surroundings&) = delete;
  ~Surroundings() {
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
  }

  posix_spawn_file_actions_t files{};
  posix_spawnattr_t attributes{};
};

/// Holds back the signals that would end us while a program of ours runs, and sees to it that its end is told.
class Attention {
 public:
  Attention() {
    sigemptyset(&held_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&held_, signal);
    sigprocmask(SIG_BLOCK, &held_, &before_);
    struct sigaction usual {};
    usual.sa_handler = SIG_DFL;
    sigaction(SIGCHLD, &usual, &at_child_);
  }
  Attention(const Attention&) = delete;
  Attention& operator=(const Attention&) = delete;
  ~Attention() {
    sigaction(SIGCHLD, &at_child_, nullptr);
    sigprocmask(SIG_SETMASK, &before_, nullptr);
  }

  /// The mask that was there before, for the program that is started.
  [[nodiscard]] const sigset_t& before() const { return before_; }

  /// The signal that came, taken off the queue; 0 for none.
  [[nodiscard]] int taken() const {
    sigset_t waiting{};
    sigpending(&waiting);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
      if (sigismember(&waiting, signal) != 1 || sigismember(&before_, signal) == 1) continue;
      sigset_t one{};
      sigemptyset(&one);
      sigaddset(&one, signal);
      int which = 0;
      sigwait(&one, &which);
      return which;
    }
    return 0;
  }

 private:
  sigset_t held_{};
  sigset_t before_{};
  struct sigaction at_child_ {};
};

bool can_be_run(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) && ::access(path.c_str(), X_OK) == 0;
}

Ended ending(int status) {
  if (WIFEXITED(status)) return {Ended::How::Exited, WEXITSTATUS(status)};
  return {Ended::How::Killed, WTERMSIG(status)};
}

}  // namespace

Ended run_program(const std::vector<std::string>& arguments, const std::vector<std::string>& environment,
                  const std::string& log, std::chrono::milliseconds limit) {
  const Attention attention;
  const Surroundings surroundings{log, attention.before()};
  const auto argv = pointers(arguments);
  const auto envp = pointers(environment);
  pid_t child = 0;
  const int error = ::posix_spawn(&child, arguments.front().c_str(), &surroundings.files, &surroundings.attributes,
                                  argv.data(), envp.data());
  if (error != 0) return {Ended::How::NotStarted, error};

  const auto end = std::chrono::steady_clock::now() + limit;
  int status = 0;
  for (;;) {
    const pid_t done = ::waitpid(child, &status, WNOHANG);
    if (done == child) break;
    if (done < 0 && errno != EINTR) return {Ended::How::NotStarted, errno};
    const int signal = attention.taken();
    if (signal != 0 || std::chrono::steady_clock::now() >= end) {
      ::kill(-child, SIGKILL);
      ::waitpid(child, &status, 0);
      return signal != 0 ? Ended{Ended::How::Interrupted, signal} : Ended{Ended::How::TimedOut, 0};
    }
    std::this_thread::sleep_for(pause);
  }
  ::kill(-child, SIGKILL);  // helpers of it that outlive it
  return ending(status);
}

std::optional<std::string> find_program(const std::string& name) {
  if (name.find('/') != std::string::npos) return can_be_run(name) ? std::optional{name} : std::nullopt;
  const char* path = std::getenv("PATH");
  for (std::string_view rest = path == nullptr ? "" : path; !rest.empty();) {
    const auto end = std::min(rest.find(':'), rest.size());
    const std::string folder{rest.substr(0, end)};
    rest.remove_prefix(std::min(end + 1, rest.size()));
    auto program = fmt::format("{}/{}", folder, name);
    if (!folder.empty() && can_be_run(program)) return program;
  }
  return std::nullopt;
}

}  // namespace candor::app
