#include "candor/model/catalog.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace candor {

std::optional<FactId> Catalog::find(std::string_view address) const {
  const auto found = std::ranges::lower_bound(facts, address, {}, &Fact::address);
  if (found == facts.end() || found->address != address) return std::nullopt;
  return static_cast<FactId>(found - facts.begin());
}

std::optional<FactId> Catalog::find(std::string_view area, std::string_view name) const {
  // Looked up for every value of every client of many: no text is made for it.
  std::array<char, 128> address{};
  if (area.size() + 1 + name.size() > address.size()) return find(std::string{area}.append(".").append(name));
  auto* end = std::ranges::copy(area, address.begin()).out;
  *end++ = '.';
  end = std::ranges::copy(name, end).out;
  return find(std::string_view{address.begin(), end});
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
