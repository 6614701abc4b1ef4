#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "candor/model/assessment.hpp"
#include "candor/model/report.hpp"
#include "candor/text/node.hpp"

namespace candor {

/// One file that an assessment was made from, as it was read.
struct InputFile {
  enum class Role { Profile, Inventory, Evidence, ForClients, Prices };
  Role role = Role::Inventory;
  std::string name;  ///< as its folder calls it: `evidence/proof.yaml`; a profile's without its folder
  yaml::Tree tree;
};

/// A document that proof or a signed decline names, as it was on the day of the assessment.
struct DocumentSeen {
  std::string file;
  std::string sha256;
};

/// All that an assessment was made from: read again, it gives the same inputs. Profiles stand in the order in which
/// they build on each other, evidence in that in which it was read.
struct Inputs {
  std::string program;  ///< which candor: `candor 0.1.0`
  std::vector<InputFile> files;
  std::vector<DocumentSeen> documents;
};

/// What one control came to, without the reasons.
struct ControlResult {
  std::string control;
  std::string title;
  bool minimum = false;
  int weight = 1;
  Outcome outcome = Outcome::Unknown;
  Interval interval;
};

/// What an assessment came to, without the reasons.
struct Result {
  std::string client_id;
  std::string client;
  std::string profile;
  std::string version;
  Date as_of{};
  Verdict verdict = Verdict::CannotTell;
  Score score;
  std::vector<ControlResult> controls;  ///< in the profile's order
};

/// An assessment that was recorded, read back.
struct HistoryEntry {
  Result result;
  std::vector<LimitLine> limits;  ///< those that were asked for then
  Inputs inputs;                  ///< no files where only the result was written

  [[nodiscard]] bool held() const;  ///< every limit that was asked for
};

[[nodiscard]] Result result_of(const Assessment& assessment);

/// Whether the result is that client's; see `is_same_client`.
[[nodiscard]] bool is_of_client(const Result& result, const Client& client);

/// `profile`, `inventory`, `evidence`, `for_clients`, `prices`.
[[nodiscard]] std::string_view name(InputFile::Role role);

}  // namespace candor
