#include "app/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <array>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "app/exit_status.hpp"
#include "app/files.hpp"
#include "candor/text/node.hpp"

namespace candor::app {

namespace {

/// 0, or the `errno` of what failed.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
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

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

constexpr mode_t for_all = 0666;       // and what the umask takes away
constexpr mode_t for_us_alone = 0600;  // what is known about a client

/// A complete file beside its target, not yet under its name. Removed again unless it was
/// given that name.
class Draft {
 public:
  Draft(const std::string& target, std::string_view bytes, mode_t mode) : folder_(folder_of(target)) {
    write(target, bytes, mode);
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    if (exists_) ::unlink(path_.c_str());
  }

  [[nodiscard]] int error() const { return error_; }

  /// Gives it the target's name, in place of what had it.
  [[nodiscard]] int take_over(const std::string& target) {
    if (::rename(path_.c_str(), target.c_str()) != 0) return errno;
    exists_ = false;
    return flush_folder();
  }

  /// Gives it the target's name only when nothing has it.
  [[nodiscard]] int take_free_name(const std::string& target) const {
    if (::link(path_.c_str(), target.c_str()) != 0) return errno;
    return flush_folder();
  }

 private:
  void write(const std::string& target, std::string_view bytes, mode_t mode) {
    const int descriptor = create(mode);
    if (descriptor < 0) return;
    struct stat before {};
    if (::lstat(target.c_str(), &before) == 0) ::fchmod(descriptor, before.st_mode & 0777);
    error_ = write_all(descriptor, bytes);
    if (error_ == 0 && ::fsync(descriptor) != 0) error_ = errno;
    if (::close(descriptor) != 0 && error_ == 0) error_ = errno;
  }

  int create(mode_t mode) {
    for (int attempt = 0; attempt < 100; ++attempt) {
      path_ = fmt::format("{}/.candor-{}-{}.tmp", folder_, ::getpid(), attempt);
      const int descriptor = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
      if (descriptor >= 0) {
        exists_ = true;
        return descriptor;
      }
      error_ = errno;
      if (error_ != EEXIST) return -1;
    }
    return -1;
  }

  /// Only then is the new name on the disk too. Some file systems cannot, and are not asked to.
  [[nodiscard]] int flush_folder() const {
    const int descriptor = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return 0;
    const int error = ::fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS ? 0 : errno;
    ::close(descriptor);
    return error;
  }

  std::string folder_;
  std::string path_;
  bool exists_ = false;
  int error_ = 0;
};

/// True where candor would read the file the next time: as the client, its evidence, or the provider's.
bool is_kept_for_input(const std::string& folder, const std::string& target) {
  constexpr std::array<std::string_view, 6> names{"inventory.yaml",   "inventory.json", "prices.yaml",
                                                  "for_clients.yaml", "evidence",       "history"};
  const auto place = would_lie_at(folder, target);
  return place && std::ranges::find(names, place->substr(0, place->find('/'))) != names.end();
}

/// Why nothing must be written under a name, whether or not something has it.
std::optional<std::string> objection_to_name(const std::string& target, const Session& session) {
  if (would_lie_at(".", target) == "candor.yaml") return "settings are read from there";
  const auto holds_it = [&](const std::string& folder) { return is_kept_for_input(folder, target); };
  if (std::ranges::any_of(session.folders, holds_it)) return "what lies there is read as part of the client";
  return std::nullopt;
}

/// Why a target must not be written to, before anything is.
std::optional<std::string> objection(const std::string& target, const Session& session) {
  struct stat status {};
  if (::lstat(target.c_str(), &status) != 0) return objection_to_name(target, session);
  if (S_ISLNK(status.st_mode)) return "it is a symbolic link";
  if (S_ISDIR(status.st_mode)) return "it is a folder";
  if (!S_ISREG(status.st_mode)) return "it is not an ordinary file";
  if (::access(target.c_str(), W_OK) != 0) return reason(errno);
  for (std::uint32_t file = 0; file < session.sources.size(); ++file)
    if (is_same_file(session.sources.at(file).name, target)) return "it is a file that this run has read";
  if (std::ranges::any_of(session.documents,
                          [&](const std::string& document) { return is_same_file(document, target); }))
    return "it is a document that this client's proof rests on";
  return objection_to_name(target, session);
}

int write_to_standard_output(std::string_view bytes) {
  int error = write_all(STDOUT_FILENO, bytes);
  // Some file systems tell only now that the disk was full.
  if (error == 0 && ::close(STDOUT_FILENO) != 0) error = errno;
  if (error == 0) return exit_status::done;
  if (error != EPIPE) complain(fmt::format("standard output cannot be written: {}", reason(error)));
  return exit_status::not_written;
}

int refuse_target(const std::string& target, std::string_view why, const Session& session) {
  session.complain(fmt::format("`{}` cannot be written: {}", target, why));
  return exit_status::not_written;
}

}  // namespace

int write_result(std::string_view bytes, const std::optional<std::string>& target, const Session& session) {
  if (!target || *target == "-") return write_to_standard_output(bytes);
  if (const auto why = objection(*target, session)) return refuse_target(*target, *why, session);
  Draft draft{*target, bytes, for_all};
  int error = draft.error();
  if (error == 0) error = draft.take_over(*target);
  if (error != 0) return refuse_target(*target, reason(error), session);
  return exit_status::done;
}

std::optional<std::string> create_file(const std::string& path, std::string_view bytes) {
  const Draft draft{path, bytes, for_us_alone};
  int error = draft.error();
  if (error == 0) error = draft.take_free_name(path);
  if (error != 0) return reason(error);
  return std::nullopt;
}

std::optional<std::string> create_file_inside(const std::string& folder, const std::string& path,
                                              std::string_view bytes) {
  std::error_code error;
  const auto parent = std::filesystem::path{path}.parent_path();
  std::filesystem::create_directories(parent, error);
  if (error) return error.message();
  if (!relative_to(folder, parent.string()))
    return fmt::format("`{}` is a link that leads out of the client's folder", parent.filename().string());
  return create_file(path, bytes);
}

std::optional<std::string> objection_to_folder(const std::string& folder) {
  if (!exists(folder)) return std::nullopt;
  if (!is_folder(folder)) return "it is not a folder";
  if (::access(folder.c_str(), W_OK | X_OK) != 0) return reason(errno);
  return std::nullopt;
}

std::optional<std::string> replace_file(const std::string& path, std::string_view before, std::string_view bytes) {
  Draft draft{path, bytes, for_us_alone};
  if (draft.error() != 0) return reason(draft.error());
  const auto now = read_bytes(path, yaml::max_file_bytes);
  const auto* unchanged = std::get_if<std::string>(&now);
  if (unchanged == nullptr || *unchanged != before) return "somebody else changed it at the same time";
  if (const int error = draft.take_over(path); error != 0) return reason(error);
  return std::nullopt;
}

void write_to_standard_error(std::string_view text) { (void)write_all(STDERR_FILENO, text); }

}  // namespace candor::app
