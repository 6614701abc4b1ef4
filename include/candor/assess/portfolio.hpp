#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "candor/model/portfolio.hpp"

namespace candor {

/// One client's row. `since` is that of the assessment alone: nothing.
[[nodiscard]] ClientRow row_of(const Assessment& assessment);

/// The row of the assessment that `assess` gives for the same arguments, without what a row does not tell.
[[nodiscard]] ClientRow judge_row(const Catalog& catalog, const Profile& profile, const Inventory& inventory,
                                  Date as_of);

/// What the letters of a row come to: they say all that a verdict rests on. The row must have as many as the profile
/// has controls.
[[nodiscard]] Verdict verdict_of(const ClientRow& row, const Profile& profile);

/// What is remembered of a client's earlier row.
struct EarlierRow {
  Verdict verdict = Verdict::CannotTell;
  std::optional<Date> since;
  Date as_of{};
  bool is_scored = false;
  int proved = 0;
  int claimed = 0;
  std::string name;
  bool is_seen = false;  ///< a row of now has the same client
};

/// The rows of an earlier run, by client. The one thing here that grows with the number of clients.
class EarlierRows {
 public:
  void add(const ClientRow& row);
  [[nodiscard]] EarlierRow* find(const std::string& client);
  [[nodiscard]] std::int64_t unseen() const;
  /// The first of them by name.
  [[nodiscard]] std::vector<std::string> unseen_names(std::size_t most) const;
  [[nodiscard]] bool is_empty() const { return rows_.empty(); }
  [[nodiscard]] Date day() const { return day_; }

 private:
  std::unordered_map<std::string, EarlierRow> rows_;
  Date day_{};
};

/// Adds rows up, in any order but for ties. Of each it keeps a digest of the id and no more.
class PortfolioSummary {
 public:
  /// `earlier` must outlive this; null where nothing is compared.
  PortfolioSummary(const Profile& profile, GroupBy by, EarlierRows* earlier);

  /// The row must be of the profile: as many letters as it has controls. Fills in `since` from the earlier rows where
  /// the verdict is the same.
  void add(ClientRow& row);
  void add_not_understood() { ++portfolio_.not_understood; }

  [[nodiscard]] Portfolio take();

 private:
  void compare(ClientRow& row);

  Portfolio portfolio_;
  EarlierRows* earlier_;
  std::vector<std::size_t> minimum_;         ///< the controls that are must-haves
  std::unordered_set<std::size_t> clients_;  ///< digests of their ids, to tell who comes twice
};

}  // namespace candor
