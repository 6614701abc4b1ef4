#pragma once

#include <cstddef>

#include "candor/model/portfolio.hpp"
#include "candor/model/report.hpp"

namespace candor {

/// Many clients in words, for who looks after them: whom to call first, what is missing most often, what runs out.
/// At most `most_rows` clients are told one by one. `profile` is the one that all rows were made with.
[[nodiscard]] Report compose_portfolio(const Portfolio& portfolio, const Profile& profile, std::size_t most_rows);

}  // namespace candor
