#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/load_profile.hpp"
#include "app/portfolio_inputs.hpp"
#include "app/settings.hpp"
#include "candor/model/portfolio.hpp"
#include "candor/read/read.hpp"

namespace candor::app {

/// What came of one client of many.
struct Judged {
  std::optional<ClientRow> row;           ///< nothing: it was not understood
  std::string assessment;                 ///< in the format `ndjson`, where that was asked for
  std::string complaints;                 ///< for standard error
  std::string from;                       ///< where it was read: a folder, or a stream and its line
  bool is_unread = false;                 ///< no client: a line that says that one could not be read
  std::vector<std::string> targets_read;  ///< of the files that results are to go to
};

/// Judges clients one by one, the same for each; may be called from several threads at once.
class ClientJudge {
 public:
  /// All must outlive it. `in_color`: complaints are. `only_rows`: anything that is no row is a fault.
  ClientJudge(const Settings& settings, const Standard& standard, bool in_color, bool only_rows, bool with_assessments)
      : settings_(settings),
        standard_(standard),
        in_color_(in_color),
        only_rows_(only_rows),
        with_assessments_(with_assessments) {}

  [[nodiscard]] Judged judge(const PortfolioInput& input) const;

 private:
  [[nodiscard]] ReadContext context() const { return {standard_.catalog, standard_.profile, settings_.latest}; }
  [[nodiscard]] std::optional<ClientRow> judge_folder(const PortfolioInput& input, Session& session,
                                                      Judged& judged) const;
  [[nodiscard]] std::optional<ClientRow> judge_document(const PortfolioInput& input, Session& session,
                                                        Judged& judged) const;
  [[nodiscard]] std::optional<ClientRow> take_row(const yaml::Tree& tree, Session& session) const;
  [[nodiscard]] std::optional<ClientRow> assess_client(const Inventory& inventory, const Session& session,
                                                       Judged& judged) const;
  /// Notes which of the results' files this client was read from.
  void look_for_targets(const Session& session, Judged& judged) const;
  void find_since(const std::string& folder, const Client& client, ClientRow& row, Session& session) const;

  const Settings& settings_;
  const Standard& standard_;
  bool in_color_;
  bool only_rows_;
  bool with_assessments_;
};

}  // namespace candor::app
