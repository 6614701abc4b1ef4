#include "app/output.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "app/descriptor.hpp"
#include "app/draft.hpp"
#include "app/exit_status.hpp"
#include "app/files.hpp"
#include "candor/text/node.hpp"

namespace candor::app {

namespace {

/// A folder that holds one of them is a client's, or a provider's.
constexpr std::array<std::string_view, 4> files_of_ours{"inventory.yaml", "inventory.json", "prices.yaml",
                                                        "for_clients.yaml"};

/// True where candor would read the file the next time: as the client, its evidence, or the provider's.
bool is_kept_for_input(std::string_view place) {
  const auto first = place.substr(0, place.find('/'));
  return first == "evidence" || first == "history" || std::ranges::find(files_of_ours, first) != files_of_ours.end();
}

/// A client's folder, or a provider's, whether this run has read it or not.
bool is_ours(const std::string& folder) {
  return std::ranges::any_of(files_of_ours,
                             [&](std::string_view file) { return exists(join(folder, std::string{file})); });
}

/// Where a file will lie, as one path from the root, every link followed.
struct Whereabouts {
  std::string path;
  std::vector<std::string> folders;  ///< those it lies in, the nearest first
};

std::variant<Whereabouts, FileFault> whereabouts_of(const std::string& target) {
  const auto place = would_lie_at("/", target);
  if (const auto* fault = std::get_if<FileFault>(&place)) return *fault;
  Whereabouts found;
  found.path = "/" + std::get<Inside>(place).value_or("");
  for (auto slash = found.path.rfind('/'); slash != 0; slash = found.path.rfind('/', slash - 1))
    found.folders.push_back(found.path.substr(0, slash));
  return found;
}

/// Why nothing must be written under a name, whether or not something has it. Where nobody can tell what it is, nothing
/// is.
std::optional<std::string> objection_to_name(const std::string& target, const Session& session) {
  const auto found = whereabouts_of(target);
  if (const auto* fault = std::get_if<FileFault>(&found)) return fault->message;
  const auto& [path, folders] = std::get<Whereabouts>(found);
  if (path.ends_with("/candor.yaml")) return "settings are read from there";
  for (const auto& folder : folders)
    if (is_kept_for_input(std::string_view{path}.substr(folder.size() + 1)) && is_ours(folder))
      return "what lies there is read as part of a client";
  for (const auto& folder : session.folders) {
    const auto place = would_lie_at(folder, target);
    if (const auto* fault = std::get_if<FileFault>(&place)) return fault->message;
    if (const auto& inside = std::get<Inside>(place); inside && is_kept_for_input(*inside))
      return "what lies there is read as part of a client";
  }
  return std::nullopt;
}

/// In a client's folder a file is for nobody else, and where nobody can tell.
mode_t mode_of_new(const std::string& target) {
  const auto found = whereabouts_of(target);
  const auto* known = std::get_if<Whereabouts>(&found);
  return known == nullptr || std::ranges::any_of(known->folders, is_ours) ? for_us_alone : for_all;
}

bool is_source(const Session& session, const std::string& target) {
  for (std::uint32_t file = 0; file < session.sources.size(); ++file)
    if (is_same_file(session.sources.at(file).name, target)) return true;
  return false;
}

bool is_document(const Session& session, const std::string& target) {
  return std::ranges::any_of(session.documents,
                             [&](const std::string& document) { return is_same_file(document, target); });
}

/// Why a target must not be written to, before anything is.
std::optional<std::string> objection(const std::string& target, const Session& session) {
  struct stat status {};
  if (::lstat(target.c_str(), &status) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return objection_to_name(target, session);
    return reason(errno);
  }
  if (S_ISLNK(status.st_mode)) return "it is a symbolic link";
  if (S_ISDIR(status.st_mode)) return "it is a folder";
  if (!S_ISREG(status.st_mode)) return "it is not an ordinary file";
  if (::access(target.c_str(), W_OK) != 0) return reason(errno);
  if (is_source(session, target)) return "it is a file that this run has read";
  if (is_document(session, target)) return "it is a file that this result is made from";
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

int take_over(Draft& draft, const std::string& target, const Session& session) {
  int error = draft.error();
  if (error == 0) error = draft.take_over(target);
  if (error == 0) return exit_status::done;
  if (!draft.is_in_place()) return refuse_target(target, reason(error), session);
  session.complain(fmt::format("`{}` is written, but the disk does not confirm it: {}", target, reason(error)));
  return exit_status::not_written;
}

}  // namespace

bool has_read(const Session& session, const std::string& target) {
  return exists(target) && (is_source(session, target) || is_document(session, target));
}

int write_result(std::string_view bytes, const std::optional<std::string>& target, const Session& session) {
  if (!target || *target == "-") return write_to_standard_output(bytes);
  if (const auto why = objection(*target, session)) return refuse_target(*target, *why, session);
  Draft draft{*target, bytes, mode_of_new(*target)};
  return take_over(draft, *target, session);
}

struct ResultWriter::State {
  State(std::optional<std::string> where, const Session& of) : target(std::move(where)), session(of) {}
  std::optional<std::string> target;
  const Session& session;
  std::optional<Draft> draft;
  std::string waiting;
  int status = exit_status::done;
};

ResultWriter::ResultWriter(const std::optional<std::string>& target, const Session& session)
    : state_(std::make_unique<State>(target == "-" ? std::nullopt : target, session)) {
  if (!state_->target) return;
  if (const auto why = objection(*target, session))
    state_->status = refuse_target(*target, *why, session);
  else
    state_->draft.emplace(*target, mode_of_new(*target));
}

ResultWriter::ResultWriter(ResultWriter&&) noexcept = default;
ResultWriter::~ResultWriter() = default;

bool ResultWriter::write(std::string_view bytes) {
  constexpr std::size_t enough =
      64u << 10u;  // a call of the system for each line of many would take longer than the line
  if (state_->status != exit_status::done) return false;
  state_->waiting.append(bytes);
  return state_->waiting.size() < enough || flush();
}

bool ResultWriter::flush() {
  if (state_->status != exit_status::done) return false;
  const auto bytes = std::exchange(state_->waiting, {});
  if (state_->draft) {
    state_->draft->add(bytes);
    return state_->draft->error() == 0;
  }
  const int error = write_all(STDOUT_FILENO, bytes);
  if (error == 0) return true;
  if (error != EPIPE) complain(fmt::format("standard output cannot be written: {}", reason(error)));
  state_->status = exit_status::not_written;
  return false;
}

int ResultWriter::finish() {
  (void)flush();
  if (state_->status != exit_status::done) return state_->status;
  if (!state_->draft) return write_to_standard_output({});
  // What was read meanwhile is not written over either.
  if (const auto why = objection(*state_->target, state_->session))
    return refuse_target(*state_->target, *why, state_->session);
  state_->draft->settle();
  return take_over(*state_->draft, *state_->target, state_->session);
}

std::optional<std::string> create_folder(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) return reason(error.value());
  return std::nullopt;
}

std::optional<std::string> create_file(const std::string& path, std::string_view bytes) {
  Draft draft{path, bytes, for_us_alone};
  int error = draft.error();
  if (error == 0) error = draft.take_free_name(path);
  if (error != 0) return reason(error);
  return std::nullopt;
}

std::optional<std::string> create_file_inside(const std::string& folder, const std::string& path,
                                              std::string_view bytes) {
  const auto parent = std::filesystem::path{path}.parent_path();
  if (auto why = create_folder(parent.string())) return why;
  const auto place = would_lie_at(folder, path);
  if (const auto* fault = std::get_if<FileFault>(&place)) return fault->message;
  if (!std::get<Inside>(place))
    return fmt::format("`{}` is a link that leads out of the client's folder", parent.filename().string());
  return create_file(path, bytes);
}

std::optional<std::string> objection_to_folder(const std::string& folder) {
  if (!exists(folder)) return std::nullopt;
  if (is_no_folder(folder)) return "it is not a folder";
  if (::access(folder.c_str(), W_OK | X_OK) != 0) return reason(errno);
  return std::nullopt;
}

std::optional<NotReplaced> replace_file(const std::string& path, std::string_view before, std::string_view bytes) {
  Draft draft{path, bytes, for_us_alone};
  if (draft.error() != 0) return NotReplaced{reason(draft.error())};
  const auto now = read_bytes(path, yaml::max_file_bytes);
  if (const auto* fault = std::get_if<FileFault>(&now)) return NotReplaced{fault->message};
  if (std::get<std::string>(now) != before) return NotReplaced{"somebody else changed it at the same time"};
  if (const int error = draft.take_over(path); error != 0) return NotReplaced{reason(error), draft.is_in_place()};
  return std::nullopt;
}

void write_to_standard_error(std::string_view text) { (void)write_all(STDERR_FILENO, text); }

}  // namespace candor::app
