#pragma once

#include "blocks.hpp"
#include "candor/model/profile.hpp"

namespace candor {

/// A control without a client: its floor, what goes beyond it, who asks for it and what proves it.
[[nodiscard]] Blocks describe_control(const Profile& profile, const Catalog& catalog, const Control& control);

/// A fact: how it is asked, what is a good answer, where one looks, and which controls rest on it.
[[nodiscard]] Blocks describe_fact(const Profile& profile, const Catalog& catalog, FactId fact);

}  // namespace candor
