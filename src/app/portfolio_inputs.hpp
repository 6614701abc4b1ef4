#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/files.hpp"
#include "app/session.hpp"

namespace candor::app {

/// One client of many, not read yet.
struct PortfolioInput {
  enum class Kind {
    Path,   ///< a client's folder, or a file alone
    Yaml,   ///< a document of a YAML stream
    Line,   ///< a line of a JSON stream: an inventory, a packed client or a row
    Unread  ///< none: a line, a document or a stream that was passed over, see `fault`
  };
  Kind kind = Kind::Path;
  std::string name;          ///< the path; of a stream its name
  std::string bytes;         ///< of a stream
  std::uint32_t line = 1;    ///< where they begin in it
  std::uint64_t offset = 0;  ///< of a line: the same in bytes
  std::optional<FileFault> fault = std::nullopt;
};

/// Where nobody is left to tell of, nothing is written: a slip in a path, or a producer that died, must not empty the
/// results of the last run. Says so where no fault was told.
[[nodiscard]] int stop_without_clients(bool is_told, const Session& session);

/// What `portfolio` and `pack` were told to read, one client after the other, in an order that does not depend on the
/// machine. Folders of clients are looked into at once, clients are read when their turn comes, streams piece by piece.
class PortfolioInputs {
 public:
  /// A path is a client's folder, a folder of such folders, an inventory file, a stream (`.ndjson`, `.jsonl`, or `-`
  /// for standard input). `list` names a file of paths, one a line; `-` for standard input. The session has the
  /// complaints.
  PortfolioInputs(std::vector<std::string> paths, const std::optional<std::string>& list, Session& session);
  /// Streams alone, whatever their names end in.
  PortfolioInputs(std::vector<std::string> streams, Session& session);
  ~PortfolioInputs();
  PortfolioInputs(const PortfolioInputs&) = delete;
  PortfolioInputs& operator=(const PortfolioInputs&) = delete;

  [[nodiscard]] std::optional<PortfolioInput> next();

  /// How many clients there are, where that is known without reading a stream.
  [[nodiscard]] std::optional<std::size_t> known_count() const;

 private:
  class Stream;

  [[nodiscard]] bool is_stream(std::string_view path) const;
  void look_into(const std::string& path);

  Session& session_;
  std::deque<std::string> paths_;
  std::unique_ptr<Stream> stream_;
  bool has_streams_ = false;
  bool are_streams_ = false;
};

}  // namespace candor::app
