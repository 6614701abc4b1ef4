#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "candor/model/catalog.hpp"
#include "candor/model/inventory.hpp"

namespace candor {

/// What was told before, beside the proof and evidence that there is now.
[[nodiscard]] Inventory with_newer_evidence(const Inventory& before, const Inventory& after);

/// What there is now, but for what is only told because it became known: there, what was told before.
[[nodiscard]] Inventory without_new_knowledge(const Inventory& before, const Inventory& after);

/// The same news from the same source, wherever it is written.
[[nodiscard]] bool says_the_same(const Statement& a, const Statement& b);

/// Looks up what an inventory says, which must outlive it and not change.
class Sayings {
 public:
  explicit Sayings(const Inventory& inventory);
  /// The first of its statements that says the same.
  [[nodiscard]] std::optional<std::size_t> index_of(const Statement& statement) const;
  [[nodiscard]] bool has(const Statement& statement) const { return index_of(statement).has_value(); }
  /// What the inventory itself tells of one part of a fact, in its order.
  [[nodiscard]] std::vector<std::size_t> told_of(FactId fact, std::string_view part) const;
  /// The parts of a fact of which it tells something, in the order first named; the whole is the part without a name.
  [[nodiscard]] std::vector<std::string_view> parts_told_of(FactId fact) const;

 private:
  const Inventory* inventory_;
  std::map<FactId, std::map<std::string_view, std::vector<std::size_t>>> statements_;
  std::unordered_map<std::size_t, std::vector<std::size_t>>
      by_digest_;  ///< looked up only: its order reaches no output
};

}  // namespace candor
