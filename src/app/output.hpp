#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/session.hpp"

/// The one place where results are written. A file is written whole or not at all: beside its
/// target under another name, flushed to the disk, then renamed.
namespace candor::app {

/// Writes a result to standard output (no target, or `-`) or into a file, and complains when
/// that fails. Refuses a target that is a link, a device, a file that this run has read, or one that a
/// later run would read: a client's inventory, anything in its evidence/ and history/, whichever client it is.
/// A reader that has gone away (`| head`) is no reason to complain, but still not written.
/// A new file in a client's folder can be read by nobody else. Returns the exit status: done or not_written.
[[nodiscard]] int write_result(std::string_view bytes, const std::optional<std::string>& target,
                               const Session& session);

/// Whether a run has read the file that a result is to go to.
[[nodiscard]] bool has_read(const Session& session, const std::string& target);

/// The same for a result that comes in pieces. A file appears when all of it is there; of standard output the pieces
/// are written as they come.
class ResultWriter {
 public:
  /// Complains where nothing can be written; then `write` fails.
  ResultWriter(const std::optional<std::string>& target, const Session& session);
  ResultWriter(ResultWriter&&) noexcept;
  ResultWriter& operator=(ResultWriter&&) = delete;
  ~ResultWriter();

  /// False when it failed, now or before; why was said. Lines are gathered: what is written may fail later on.
  [[nodiscard]] bool write(std::string_view bytes);

  /// Done or not_written.
  [[nodiscard]] int finish();

 private:
  bool flush();

  struct State;
  std::unique_ptr<State> state_;
};

/// Creates a file that must not exist yet; nobody else may read it. Returns why that failed; nothing
/// when all is well.
[[nodiscard]] std::optional<std::string> create_file(const std::string& path, std::string_view bytes);

/// The same for a file in a folder of the client's folder, which is made when it is not there and must
/// not be a link that leads out.
[[nodiscard]] std::optional<std::string> create_file_inside(const std::string& folder, const std::string& path,
                                                            std::string_view bytes);

/// Why nothing can be created in a folder that is there; nothing when all is well, or it is not there yet.
[[nodiscard]] std::optional<std::string> objection_to_folder(const std::string& folder);

/// Makes a folder, and those that hold it, where they are not there. Returns why that failed.
[[nodiscard]] std::optional<std::string> create_folder(const std::string& path);

/// Why a file was not replaced, or why nobody can be sure that the disk keeps the new one.
struct NotReplaced {
  std::string why;
  bool is_in_place = false;  ///< the new bytes are there all the same
};

/// Replaces a file whose bytes must still be `before`.
[[nodiscard]] std::optional<NotReplaced> replace_file(const std::string& path, std::string_view before,
                                                      std::string_view bytes);

/// Standard error has nobody to tell when it cannot be written.
void write_to_standard_error(std::string_view text);

}  // namespace candor::app
