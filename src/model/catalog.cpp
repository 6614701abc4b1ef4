#include "candor/model/catalog.hpp"

#include <algorithm>
#include <cstdlib>

namespace candor {

std::optional<FactId> Catalog::find(std::string_view address) const {
  const auto found = std::ranges::lower_bound(facts, address, {}, &Fact::address);
  if (found == facts.end() || found->address != address) return std::nullopt;
  return static_cast<FactId>(found - facts.begin());
}

std::optional<FactId> Catalog::find(std::string_view area, std::string_view name) const {
  const auto is_before = [&](const Fact& fact) {
    const auto in_area = std::string_view{fact.address}.substr(0, area.size()).compare(area);
    if (in_area != 0) return in_area < 0;
    const auto rest = std::string_view{fact.address}.substr(area.size());
    return rest.empty() || rest.front() < '.' || (rest.front() == '.' && rest.substr(1) < name);
  };
  const auto found = std::ranges::partition_point(facts, is_before);
  if (found == facts.end() || found->area() != area || found->name() != name) return std::nullopt;
  return static_cast<FactId>(found - facts.begin());
}

std::optional<FactId> Catalog::find(Role role) const {
  const auto found = role == Role::None ? facts.end() : std::ranges::find(facts, role, &Fact::role);
  return found == facts.end() ? std::nullopt : std::optional{static_cast<FactId>(found - facts.begin())};
}

bool Catalog::has_area(std::string_view wanted) const {
  const auto first = std::ranges::lower_bound(facts, wanted, {}, &Fact::address);
  return first != facts.end() && first->area() == wanted;
}

std::vector<FactId> Catalog::area(std::string_view wanted) const {
  std::vector<FactId> ids;
  auto fact = std::ranges::lower_bound(facts, wanted, {}, &Fact::address);
  for (; fact != facts.end() && fact->address.starts_with(wanted); ++fact)
    if (fact->area() == wanted) ids.push_back(static_cast<FactId>(fact - facts.begin()));
  return ids;
}

std::string_view name(Type type) {
  switch (type) {
    case Type::Coverage: return "coverage";
    case Type::YesNo: return "yes_no";
    case Type::Date: return "date";
    case Type::Event: return "event";
    case Type::Duration: return "duration";
    case Type::Number: return "number";
    case Type::Choice: return "choice";
    case Type::Text: return "text";
    case Type::Version: return "version";
    case Type::Records: return "records";
  }
  std::abort();  // a value that is no enumerator
}

}  // namespace candor
