#pragma once

#include <string>
#include <vector>

#include "candor/model/profile.hpp"

/// A standard's own rules in words: what a control weighs and why, who asks for it, what proves it.
namespace candor::wording {

/// `Cyber Essentials (2023) D.4, read in the source`
[[nodiscard]] std::string clause(const Profile& profile, const Clause& clause);

/// Every clause of a control, one a line, those that weigh first.
[[nodiscard]] std::vector<std::string> clauses(const Profile& profile, const Control& control);

/// `8 public baselines`, or `1, a rule of ours without a public clause`
[[nodiscard]] std::string weight(const Control& control);

/// `seen or stronger, at most 12 months old`
[[nodiscard]] std::string proof_rule(const ProofRule& rule);

/// `provider`, `client` or `shared`
[[nodiscard]] std::string actor(const Control& control);

/// `minimum, never counted out`
[[nodiscard]] std::string gate(const Control& control);

/// The harms in the profile's own words.
[[nodiscard]] std::string harms(const Profile& profile, const Control& control);

}  // namespace candor::wording
