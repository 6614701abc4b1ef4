#include "import/domain.hpp"

#include <algorithm>
#include <map>

#include "import/words.hpp"

namespace candor {

std::string most_common_domain(const std::vector<std::string>& addresses) {
  std::map<std::string, int> domains;
  for (const auto& address : addresses)
    if (const auto at = address.find('@'); at != std::string::npos && at + 1 < address.size())
      ++domains[lower_case(address.substr(at + 1))];
  const auto most = std::ranges::max_element(domains, {}, [](const auto& one) { return one.second; });
  return most == domains.end() ? std::string{} : most->first;
}

bool is_given_by_microsoft(std::string_view domain) { return lower_case(domain).ends_with(".onmicrosoft.com"); }

}  // namespace candor
