#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace candor {

/// The mail domain that most of these addresses have, in lower case: what an organisation is called by its people.
/// Empty when none has one.
[[nodiscard]] std::string most_common_domain(const std::vector<std::string>& addresses);

/// `acme.onmicrosoft.com`: Microsoft gives it to everyone, and nobody's customers write to it.
[[nodiscard]] bool is_given_by_microsoft(std::string_view domain);

}  // namespace candor
