#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "candor/model/assessment.hpp"

/// Who does something, in the provider's voice: the provider is "we", the client "you",
/// all others have a name. A party is a key of the inventory, or `provider`, `client`, `shared`.
namespace candor::wording {

/// The sides that a set of parties stands on.
struct Sides {
  bool us = false;
  bool you = false;
  std::vector<std::string> people;  ///< names of the client's people
  std::vector<std::string> others;  ///< names of everybody else

  [[nodiscard]] bool is_nobody() const { return !us && !you && others.empty(); }
};

[[nodiscard]] Sides sides_of(const Inventory& inventory, const std::vector<std::string>& parties);

/// The name as the file has it; "someone" where the file says nothing or `unknown`.
[[nodiscard]] std::string name(const Inventory& inventory, std::string_view party);

/// The provider's name; empty when no party is one.
[[nodiscard]] std::string provider_name(const Inventory& inventory);

/// `we`, `you (N. Shah)`, `you and we`, `X-ray supplier`; `nobody yet` for none.
[[nodiscard]] std::string subject(const Sides& sides);

/// `We will do this.`, `You need to do this (N. Shah).` `what` is `do this` or `find out`.
[[nodiscard]] std::string duty(const Sides& sides, std::string_view what);

/// Who decides, by name: those whom `incident` lists in their order, else the one whom the fact with that role
/// names. Empty when nobody is known.
[[nodiscard]] std::vector<std::string> in_charge(const Assessment& assessment);

}  // namespace candor::wording
