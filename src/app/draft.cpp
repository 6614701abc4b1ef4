#include "app/draft.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "app/session.hpp"

namespace candor::app {

namespace fs = std::filesystem;

namespace {

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

bool is_draft_name(std::string_view name) {
  constexpr std::string_view start = ".candor-";
  constexpr std::string_view end = ".tmp";
  if (!name.starts_with(start) || !name.ends_with(end)) return false;
  const auto numbers = name.substr(start.size(), name.size() - start.size() - end.size());
  return !numbers.empty() && numbers.find_first_not_of("0123456789-") == std::string_view::npos;
}

/// Locks an open draft against being taken for one that was left behind. False when somebody just took it for that. A
/// file system without locks loses nothing: nobody gets one there, so nobody removes anything.
bool hold(int descriptor) {
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return false;
  struct stat status {};
  return ::fstat(descriptor, &status) != 0 || status.st_nlink > 0;
}

void remove_if_left_behind(const std::string& path) {
  const Descriptor file{::open(path.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)};
  struct stat status {};
  const bool is_ours = file.number() >= 0 && ::fstat(file.number(), &status) == 0 && S_ISREG(status.st_mode) &&
                       status.st_uid == ::geteuid();
  if (is_ours && ::flock(file.number(), LOCK_EX | LOCK_NB) == 0) ::unlink(path.c_str());
}

void remove_left_behind(const std::string& folder) {
  std::error_code error;
  constexpr int most_looked_at = 10'000;  // of a folder such as /tmp, not all
  int looked_at = 0;
  for (fs::directory_iterator entry{folder, error}, end; !error && entry != end && looked_at < most_looked_at;
       entry.increment(error), ++looked_at)
    if (is_draft_name(entry->path().filename().string())) remove_if_left_behind(entry->path().string());
}

}  // namespace

Draft::Draft(const std::string& target, std::string_view bytes, mode_t mode) : folder_(folder_of(target)) {
  remove_left_behind(folder_);
  try {
    write(target, bytes, mode);
  } catch (...) {  // no destructor runs for what was never made
    if (exists_) ::unlink(path_.c_str());
    throw;
  }
}

Draft::~Draft() {
  if (!exists_ || ::unlink(path_.c_str()) == 0 || errno == ENOENT) return;
  try {
    complain(fmt::format("a draft cannot be removed (`{}`): {}", path_.substr(path_.rfind('/') + 1), reason(errno)));
  } catch (const std::exception&) {  // no memory to say it with
    return;
  }
}

int Draft::take_over(const std::string& target) {
  if (::rename(path_.c_str(), target.c_str()) != 0) return errno;
  exists_ = false;
  is_in_place_ = true;
  return flush_folder();
}

int Draft::take_free_name(const std::string& target) {
#ifdef RENAME_NOREPLACE
  if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) == 0)
    exists_ = false;
  else if (errno == EEXIST)
    return errno;
#endif
  // Network file systems know no such renaming; exFAT and some shares know no second name.
  if (exists_ && ::link(path_.c_str(), target.c_str()) != 0) return errno;
  is_in_place_ = true;
  const int error = flush_folder();
  if (error != 0 && ::unlink(target.c_str()) == 0) is_in_place_ = false;
  return error;
}

void Draft::write(const std::string& target, std::string_view bytes, mode_t mode) {
  struct stat before {};
  const bool is_there = ::lstat(target.c_str(), &before) == 0;
  if (!is_there && errno != ENOENT) {
    error_ = errno;
    return;
  }
  const int descriptor = create(is_there ? before.st_mode & 0777 : mode);
  if (descriptor < 0) return;
  if (is_there) ::fchmod(descriptor, before.st_mode & 0777);  // where it fails, fewer may read it
  error_ = write_all(descriptor, bytes);
  while (error_ == 0 && ::fsync(descriptor) != 0)
    if (errno != EINTR) error_ = errno;
  if (error_ != 0) return;
  // Some file systems tell only at closing that the disk was full. The other descriptor keeps the lock.
  const int second = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
  if (second < 0 || (::close(second) != 0 && errno != EINTR)) error_ = errno;
}

int Draft::create(mode_t mode) {
  constexpr int most_attempts = 100;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    path_ = fmt::format("{}/.candor-{}-{}.tmp", folder_, ::getpid(), attempt);
    const int descriptor = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    if (descriptor < 0) {
      error_ = errno;
      if (error_ != EEXIST) return -1;
      continue;
    }
    file_.emplace(descriptor);
    exists_ = true;
    error_ = 0;
    if (hold(descriptor)) return descriptor;
    ::unlink(path_.c_str());
    exists_ = false;
    error_ = EBUSY;
  }
  return -1;
}

/// Only then is the new name on the disk too. Some file systems cannot, and are not asked to.
int Draft::flush_folder() const {
  const Descriptor folder{::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (folder.number() < 0) return 0;
  while (::fsync(folder.number()) != 0)
    if (errno != EINTR) return errno == EINVAL || errno == EROFS ? 0 : errno;
  return 0;
}

}  // namespace candor::app
