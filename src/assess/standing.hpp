#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "candor/model/inventory.hpp"
#include "candor/text/date.hpp"

namespace candor {

/// A statement replaced by one on the same fact and part that is at least as strong and as new.
struct Replacement {
  std::size_t replaced = 0;
  std::size_t by = 0;
};

/// What was said about one part of one fact. The whole is the part without a name.
struct PartStatements {
  std::string_view part;
  bool is_listed = false;             ///< the inventory names it
  std::vector<std::size_t> standing;  ///< indexes of statements; unknown ones only where nothing else was said
  std::vector<Replacement> replaced;  ///< what no longer stands, each with the standing one that replaced it
};

/// What the inventory was told, as far as it says something.
[[nodiscard]] bool is_claim(const Statement& statement);

/// What the inventory was told of a part, replaced or not, in its order.
[[nodiscard]] std::vector<std::size_t> claims_of(const PartStatements& part, const Inventory& inventory);

/// Everything said about one fact that stands on a date.
struct FactStatements {
  std::vector<PartStatements> parts;  ///< in the order first named; the whole is one of them when it was told
  bool listed = false;                ///< the inventory lists the parts: together they are all there is
};

/// Which statements count on a date, fact by fact.
class Standing {
 public:
  Standing(const Catalog& catalog, const Inventory& inventory, Date as_of);

  [[nodiscard]] const FactStatements& of(FactId fact) const { return facts_[fact]; }
  [[nodiscard]] const std::vector<Replacement>& replacements() const { return replacements_; }
  [[nodiscard]] const std::vector<std::size_t>& future() const { return future_; }

 private:
  void settle(PartStatements& part, bool is_event, const Inventory& inventory);
  void drop_replaced(PartStatements& part, const Inventory& inventory);

  std::vector<FactStatements> facts_;
  std::vector<Replacement> replacements_;
  std::vector<std::size_t> future_;
};

}  // namespace candor
