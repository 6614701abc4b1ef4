#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "candor/text/diagnostics.hpp"
#include "candor/text/source.hpp"

namespace candor::app {

/// One run of the program: every file read, and every complaint about them or about the
/// command line. Complaints go to standard error when the reading is over.
class Session {
 public:
  Session() = default;
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  Sources sources;
  Diagnostics diagnostics{sources};

  /// The command line (or an environment variable) is wrong. Told at once.
  void refuse(std::string_view message, std::string_view hint = {});

  /// Tells what there is to complain about, warnings too, each once. The exit status when the run
  /// cannot go on; nothing when it can.
  [[nodiscard]] std::optional<int> stop_if_faulty();

  [[nodiscard]] bool is_refused() const { return is_refused_; }

  /// Documents that were hashed and not kept: no result is ever written over one of them either.
  std::vector<std::string> documents;

  /// The folders that clients, and the provider, were read from: what candor reads there is never written.
  std::vector<std::string> folders;

  /// Set by --redact: no complaint then quotes the user or a file.
  bool redacts = false;

  /// As below, told as this run may tell it.
  void complain(std::string_view message, std::string_view hint = {}) const;

  /// The sources as a redacted result names them.
  [[nodiscard]] Sources stand_ins_for_sources() const;

  /// Complaints are coloured when standard error is a terminal that shows colour.
  bool color = false;

 private:
  bool is_refused_ = false;
};

/// One line on standard error, `candor: error: …`, with the hint below it. Shows hostile
/// characters harmless.
void complain(std::string_view message, std::string_view hint = {});

}  // namespace candor::app
