#pragma once

#include "candor/model/portfolio.hpp"
#include "candor/model/report.hpp"

namespace candor {

/// How much room there is to tell clients one by one: a page has some for all of them that the portfolio lists.
enum class ListRoom { Screen, Page };

/// Many clients in words, for who looks after them: whom to call first, what is missing most often, what runs out.
/// `profile` is the one that all rows were made with.
[[nodiscard]] Report compose_portfolio(const Portfolio& portfolio, const Profile& profile, ListRoom room);

}  // namespace candor
