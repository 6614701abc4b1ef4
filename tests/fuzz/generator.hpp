#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "candor/model/profile.hpp"

/// Valid inventories from arbitrary bytes: each byte is a choice, and where the bytes end the first choice is taken. So
/// a fuzzer that changes bytes changes clients, and reaches deeper into the judging than it does by changing letters.
namespace candor::fuzz {

class Dice {
 public:
  explicit Dice(std::string_view bytes) : bytes_(bytes) {}
  /// A number from 0 to n - 1.
  std::size_t below(std::size_t n);
  bool one_in(std::size_t n) { return below(n) == n - 1; }
  [[nodiscard]] bool is_spent() const { return bytes_.empty(); }

 private:
  std::string_view bytes_;
};

/// An inventory over the whole catalog, with proof, plans, declines and declarations about the profile's controls.
[[nodiscard]] std::string generate_inventory(Dice& dice, const Catalog& catalog, const Profile& profile, Date today);

}  // namespace candor::fuzz
