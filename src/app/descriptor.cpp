#include "app/descriptor.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace candor::app {

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

bool wait_for(int descriptor, short events) {
  pollfd waiting{descriptor, events, 0};
  for (;;) {
    const int ready = ::poll(&waiting, 1, -1);
    if (ready > 0) return true;
    if (ready == 0 || errno != EINTR) return false;
  }
}

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EAGAIN && wait_for(descriptor, POLLOUT)) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

std::string reason(int error) {
  switch (error) {
    case EACCES:
    case EPERM: return "permission denied";
    case ENOENT:
    case ENOTDIR: return "the folder does not exist";
    case ENOSPC: return "no space left";
    case EROFS: return "the disk is read-only";
    case EEXIST: return "it exists already";
    default: return std::generic_category().message(error);
  }
}

}  // namespace candor::app
