#pragma once

#include <string>

#include "candor/model/catalog.hpp"
#include "candor/model/profile.hpp"
#include "candor/text/date.hpp"

namespace candor::app {

/// What is known of a client before anybody has looked.
struct NewClient {
  std::string name;
  std::string sector;  ///< may be empty, as country and currency
  std::string country;
  std::string currency;
  std::string us;  ///< the provider's name
  std::string by;  ///< who does the audit
  Date date{};
};

/// An inventory that asks every question of the catalog in comments, place by place in the
/// order of an audit, what gates rest on first. Filling it in is the audit. It is valid as it
/// stands, and every line that starts with `#` and no space becomes valid without its `#`.
[[nodiscard]] std::string questionnaire(const NewClient& client, const Catalog& catalog, const Profile& profile);

}  // namespace candor::app
