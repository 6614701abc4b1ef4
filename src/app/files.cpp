#include "files.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "app/descriptor.hpp"
#include "candor/text/json.hpp"
#include "candor/text/utf8.hpp"

namespace candor::app {

namespace fs = std::filesystem;

namespace {

FileFault fault_of(int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR: return {"unreadable", "there is no such file or folder", ""};
    case EACCES:
    case EPERM: return {"unreadable", "this file may not be read (permission denied)", ""};
    case ELOOP: return {"unreadable", "its symbolic links lead in a circle", ""};
    default: return {"unreadable", fmt::format("cannot be read: {}", std::generic_category().message(error)), ""};
  }
}

FileFault too_large(std::size_t limit) {
  const bool is_small = limit < (1u << 20u);
  return {"too-large",
          fmt::format("this file is larger than {} {}", limit >> (is_small ? 10u : 20u), is_small ? "KiB" : "MiB"), ""};
}

/// Reads to the end, but never more than one byte past the limit.
Bytes read_all(int descriptor, std::size_t expected, std::size_t limit) {
  std::string bytes;
  bytes.resize(std::min(expected, limit) + 1);
  std::size_t size = 0;
  for (;;) {
    if (size == bytes.size()) bytes.resize(std::min(bytes.size() * 2 + 4096, limit + 1));
    const auto got = ::read(descriptor, bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && errno == EAGAIN && wait_for(descriptor, POLLIN)) continue;
    if (got < 0) return fault_of(errno);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size > limit) return too_large(limit);
  }
  bytes.resize(size);
  return bytes;
}

Descriptor open_to_read(const std::string& path) {
  // Without O_NONBLOCK a named pipe would hold us until somebody writes to it.
  return Descriptor{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)};
}

/// An ordinary file's bytes. Called at once after opening, whose error it tells.
Bytes read_opened(const Descriptor& file, std::size_t limit) {
  if (file.number() < 0) return fault_of(errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return fault_of(errno);
  if (S_ISDIR(status.st_mode)) return FileFault{"unreadable", "this is a folder, not a file", ""};
  if (!S_ISREG(status.st_mode)) {
    return FileFault{"unreadable", "this is a device or a pipe, not an ordinary file",
                     "`-` reads a client from standard input"};
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > limit) return too_large(limit);
  return read_all(file.number(), size, limit);
}

FileFault leads_out(const std::string& relative) {
  return {"proof-file", fmt::format("`{}` is a link that leads out of the client's folder", relative),
          "copy the file into the client's folder and name it from there"};
}

/// The real place of a path, every link followed. `error` is left as it is when all is well.
fs::path real_path(const fs::path& path, std::error_code& error) {
  std::error_code fault;
  auto real = fs::canonical(path.empty() ? "." : path, fault);
  if (fault) error = fault;
  return real;
}

bool is_absence(const std::error_code& error) {
  return error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
}

std::string parent_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path().string() : "."; }

FileFault unreachable(const std::string& path, const std::error_code& error) {
  return {"unreadable", fmt::format("`{}` cannot be reached: {}", path, fault_of(error.value()).message), ""};
}

/// `inner` relative to `outer`, when it lies below it.
std::optional<std::string> below(const fs::path& outer, const fs::path& inner) {
  const auto relative = inner.lexically_relative(outer);
  if (relative.empty() || relative == "." || *relative.begin() == "..") return std::nullopt;
  return relative.generic_string();
}

}  // namespace

Bytes read_bytes(const std::string& path, std::size_t limit) { return read_opened(open_to_read(path), limit); }

std::variant<Placed, FileFault> read_placed(const std::string& folder, const std::string& path, std::size_t limit) {
  const auto file = open_to_read(path);
  auto bytes = read_opened(file, limit);
  if (auto* fault = std::get_if<FileFault>(&bytes)) return std::move(*fault);
  Placed placed{std::move(std::get<std::string>(bytes)), std::nullopt};
  std::error_code error;
  const auto real = real_path(path, error);
  const auto outer = real_path(folder, error);
  if (error) return fault_of(error.value());
  struct stat opened {};
  struct stat named {};
  if (::fstat(file.number(), &opened) != 0 || ::stat(real.c_str(), &named) != 0) return fault_of(errno);
  if (opened.st_dev == named.st_dev && opened.st_ino == named.st_ino) placed.relative = below(outer, real);
  return placed;
}

bool exists(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 || errno != ENOENT;
}

std::optional<FileFault> why_hidden(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) == 0 || is_absence(std::error_code{errno, std::generic_category()}))
    return std::nullopt;
  return fault_of(errno);
}

bool is_folder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

bool is_no_folder(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? !S_ISDIR(status.st_mode) : errno == ENOENT || errno == ENOTDIR;
}

bool is_same_file(const std::string& a, const std::string& b) {
  struct stat first {};
  struct stat second {};
  for (const auto& [path, status] : {std::pair{&a, &first}, std::pair{&b, &second}})
    if (::stat(path->c_str(), status) != 0) {
      const int error = errno;
      if (error == ENOENT || error == ENOTDIR || error == ENAMETOOLONG || error == ELOOP) return false;
      return true;  // nobody can tell: whoever asks means to keep off it
    }
  return first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

std::string join(const std::string& folder, const std::string& name) {
  if (folder.empty() || folder == ".") return name;
  return (fs::path{folder} / name).string();
}

std::vector<std::string> names_in(const std::string& client, const std::string& name, Session& session) {
  const auto folder = join(client, name);
  if (!exists(folder)) return {};
  if (auto resolved = resolve_inside(client, name); auto* fault = std::get_if<FileFault>(&resolved)) {
    complain_about_file(folder, {"unreadable", std::move(fault->message), std::move(fault->hint)}, session);
    return {};
  }
  return names_of(folder, most_names, session);
}

std::vector<std::string> names_of(const std::string& folder, std::size_t most, Session& session) {
  std::vector<std::string> names;
  const auto refuse = [&](std::string_view code, std::string message, std::string hint = {}) {
    complain_about_file(folder, {std::string{code}, std::move(message), std::move(hint)}, session);
    return std::vector<std::string>{};
  };
  std::error_code error;
  for (fs::directory_iterator entry{folder, error}, end; !error && entry != end; entry.increment(error)) {
    if (names.size() == most)
      return refuse("too-many-files", fmt::format("this folder holds more than {} files", most),
                    "keep those that belong together in folders below it, or old ones elsewhere");
    names.push_back(entry->path().filename().string());
  }
  if (error == std::errc::not_a_directory)
    return refuse("unreadable", "this is a file, and a folder is looked for here");
  if (error) return refuse("unreadable", fmt::format("this folder cannot be looked into: {}", error.message()));
  std::ranges::sort(names);
  return names;
}

std::variant<Resolved, FileFault> resolve_inside(const std::string& folder, const std::string& relative) {
  const fs::path named{relative};
  if (named.is_absolute())
    return FileFault{"proof-file", fmt::format("`{}` is an absolute path", relative),
                     "write it relative to the client's folder, as in `evidence/restore.pdf`"};
  if (std::ranges::any_of(named, [](const fs::path& step) { return step == ".."; }))
    return FileFault{"proof-file", fmt::format("`{}` leads out of the client's folder", relative),
                     "copy the file into the client's folder and name it from there"};
  const auto wanted = (folder.empty() ? fs::path{"."} : fs::path{folder}) / named;
  std::error_code error;
  const auto real = real_path(wanted, error);
  if (error == std::errc::no_such_file_or_directory) {
    struct stat status {};
    if (::stat(wanted.c_str(), &status) == 0) return leads_out(relative);  // to a pipe, which has no place
    return FileFault{"proof-file", fmt::format("there is no file `{}`", relative), ""};
  }
  const auto outer = real_path(folder, error);
  if (error)
    return FileFault{"proof-file", fmt::format("`{}` cannot be reached: {}", relative, fault_of(error.value()).message),
                     ""};
  if (real == outer)
    return FileFault{"proof-file", fmt::format("`{}` is the client's folder itself", relative),
                     "name what lies in it, as in `evidence/restore.pdf`"};
  if (!below(outer, real)) return leads_out(relative);
  return Resolved{wanted.string(), named.lexically_normal().generic_string()};
}

Bytes read_inside(const std::string& folder, const std::string& relative, std::size_t limit) {
  auto resolved = resolve_inside(folder, relative);
  if (auto* fault = std::get_if<FileFault>(&resolved)) return std::move(*fault);
  auto read = read_placed(folder, std::get<Resolved>(resolved).path, limit);
  if (auto* fault = std::get_if<FileFault>(&read)) return std::move(*fault);
  auto& placed = std::get<Placed>(read);
  if (!placed.relative) return leads_out(relative);
  return std::move(placed.bytes);
}

std::variant<Inside, FileFault> would_lie_at(const std::string& folder, const std::string& path) {
  const fs::path target{path};
  std::error_code error;
  const auto outer = real_path(folder, error);
  const auto parent = real_path(parent_of(target), error);
  // A working folder that was removed says so too, of paths that are there.
  if (is_absence(error) && (is_no_folder(parent_of(target)) || is_no_folder(folder.empty() ? "." : folder)))
    return Inside{};
  if (error) return unreachable(path, error);
  return below(outer, parent / target.filename());
}

std::optional<yaml::Tree> add_tree(const std::string& name, Bytes bytes, Session& session) {
  if (const auto* fault = std::get_if<FileFault>(&bytes)) {
    complain_about_file(name, *fault, session);
    return std::nullopt;
  }
  const auto file = session.sources.add(name, std::move(std::get<std::string>(bytes)));
  return yaml::parse(session.sources, file, session.diagnostics);
}

std::optional<yaml::Tree> add_json_tree(const std::string& name, Bytes bytes, Session& session) {
  if (const auto* fault = std::get_if<FileFault>(&bytes)) {
    complain_about_file(name, *fault, session);
    return std::nullopt;
  }
  const auto file = session.sources.add(name, std::move(std::get<std::string>(bytes)));
  return parse_json_text(file, "no file that candor wrote has this byte", "take the file back as it was written",
                         session);
}

std::optional<yaml::Tree> parse_json_text(std::uint32_t file, std::string_view no_text, std::string_view hint,
                                          Session& session) {
  const std::string_view text = session.sources.at(file).bytes;
  const auto invalid = find_invalid_utf8(text);
  const auto zero = text.find('\0');
  if (!invalid && zero == std::string_view::npos) return json::parse(text, {file, 1, 1}, session.diagnostics);
  session.diagnostics.error(json::place_of(text, {file, 1, 1}, std::min(invalid.value_or(zero), zero)),
                            invalid ? "invalid-utf8" : "bad-json", std::string{no_text}, std::string{hint});
  return std::nullopt;
}

std::optional<yaml::Tree> read_tree(const std::string& path, Session& session) {
  return add_tree(path, read_bytes(path, yaml::max_file_bytes), session);
}

Bytes read_member(const std::string& folder, const std::string& name) {
  auto bytes = read_inside(folder, name, yaml::max_file_bytes);
  if (auto* fault = std::get_if<FileFault>(&bytes); fault && fault->code == "proof-file") fault->code = "unreadable";
  return bytes;
}

std::optional<yaml::Tree> read_tree_inside(const std::string& folder, const std::string& name, Session& session) {
  return add_tree(join(folder, name), read_member(folder, name), session);
}

Bytes read_standard_input_bytes(std::size_t limit) { return read_all(STDIN_FILENO, 1u << 16, limit); }

std::optional<yaml::Tree> read_standard_input(Session& session) {
  return add_tree("standard input", read_standard_input_bytes(), session);
}

std::variant<StreamFile, FileFault> StreamFile::open(const std::string& path) {
  if (path == "-") return StreamFile{STDIN_FILENO, false};
  StreamFile file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY), true};
  struct stat status {};
  if (file.descriptor_ < 0 || ::fstat(file.descriptor_, &status) != 0) return fault_of(errno);
  if (S_ISDIR(status.st_mode)) return FileFault{"unreadable", "this is a folder, not a file", ""};
  return file;
}

StreamFile::StreamFile(StreamFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), is_ours_(other.is_ours_) {}

StreamFile::~StreamFile() {
  if (is_ours_ && descriptor_ >= 0) ::close(descriptor_);
}

std::optional<FileFault> StreamFile::read(std::string& buffer, std::size_t most, bool& is_at_end) {
  const auto before = buffer.size();
  buffer.resize(before + most);
  for (;;) {
    const auto got = ::read(descriptor_, buffer.data() + before, most);
    if (got < 0 && errno == EINTR) continue;
    buffer.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0) return fault_of(errno);
    is_at_end = got == 0;
    return std::nullopt;
  }
}

std::optional<std::string> StreamFile::read_at(std::uint64_t offset, std::size_t size) const {
  std::string bytes(size, '\0');
  for (std::size_t at = 0; at < size;) {
    const auto got = ::pread(descriptor_, bytes.data() + at, size - at, static_cast<off_t>(offset + at));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return std::nullopt;
    at += static_cast<std::size_t>(got);
  }
  return bytes;
}

void complain_about_file(const std::string& name, const FileFault& fault, Session& session) {
  const auto file = session.sources.add(name, {});
  session.diagnostics.error({file, 0, 0}, fault.code, fault.message, fault.hint);
}

}  // namespace candor::app
