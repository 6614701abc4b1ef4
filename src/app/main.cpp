#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <new>

#include "app/cli.hpp"
#include "app/exit_status.hpp"
#include "app/output.hpp"

namespace {

/// A descriptor that was closed would be given to the first file we open, and that file would
/// then take what is meant for the terminal. Reading from these fails, and so does writing.
void keep_standard_streams() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(descriptor, F_GETFD) == -1) (void)::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

constexpr const char* out_of_memory = "candor: error: out of memory; this run was not finished\n";

/// Memory may be too short even for an exception; then there is none.
bool is_for_want_of_memory() {
  const auto thrown = std::current_exception();
  if (!thrown) return true;
  try {
    std::rethrow_exception(thrown);
  } catch (const std::bad_alloc&) {
    return true;
  } catch (...) {
    return false;
  }
}

[[noreturn]] void end_without_exception() {
  candor::app::write_to_standard_error(is_for_want_of_memory() ? out_of_memory
                                                               : "candor: error: a fault in candor itself\n");
  std::_Exit(candor::app::exit_status::not_understood);
}

void prepare_for_the_worst() { std::set_terminate(end_without_exception); }

#ifdef __ELF__
/// Libraries make things before main() begins, and memory may be too short for them already. This runs before them.
[[gnu::section(".preinit_array"), gnu::used]] void (*const before_libraries)() = prepare_for_the_worst;
#endif

}  // namespace

int main(int argc, char** argv) {
  namespace app = candor::app;
  prepare_for_the_worst();
  keep_standard_streams();
  (void)std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is an error of writing, not our death
  (void)std::signal(SIGXFSZ, SIG_IGN);  // and so is a limit on a file's size
  try {
    return app::run(argc, argv);
  } catch (const std::bad_alloc&) {
    app::write_to_standard_error(out_of_memory);
  } catch (const std::exception& unexpected) {
    app::write_to_standard_error("candor: error: a fault in candor itself: ");
    app::write_to_standard_error(unexpected.what());
    app::write_to_standard_error("\n");
  } catch (...) {
    app::write_to_standard_error("candor: error: a fault in candor itself\n");
  }
  return app::exit_status::not_understood;
}
