#include "mirror.hpp"

#include <fmt/format.h>

#include "verdict.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;

/// Our own gaps on the minimum by name; the rest as a number.
std::string own_gaps(const Assessment& own) {
  std::vector<std::string> gates;
  std::int64_t others = 0;
  for (const Finding& finding : own.findings) {
    const bool is_gap = finding.outcome == Outcome::NotMet || finding.outcome == Outcome::Partly;
    if (finding.gate_missed)
      gates.push_back(phrase(own.control_of(finding).title));
    else if (is_gap)
      ++others;
  }
  if (gates.empty() && others == 0) return "We know of no gap of our own.";
  if (gates.empty()) return fmt::format("We have {} of our own to close.", counted(others, "gap"));
  const std::string rest = others == 0 ? "" : fmt::format(" We also have {}.", counted(others, "smaller gap"));
  return fmt::format("Our own gaps on the minimum: {}.{}", joined(gates), rest);
}

std::string own_score(const Assessment& own) {
  if (own.score.weight == 0) return {};
  return fmt::format("Of 100 points we have proof for {}, and claim {}.", own.score.proved, own.score.claimed);
}

}  // namespace

Blocks compose_mirror(const Mirror& mirror) {
  const Heading heading{2, "How we do ourselves"};
  if (!mirror.assessment)
    return {heading,
            Paragraph{"We have not shown you how we do against this standard ourselves. You can ask us for it."}};
  const Assessment& own = *mirror.assessment;
  const std::string when =
      fmt::format("We hold {} to the same standard. Our last check was on {}.",
                  mirror.provider.empty() ? "ourselves" : mirror.provider, to_words(own.inventory->assessed));
  return {heading, Paragraph{run_on({when, verdict(own, Whose::Ours), own_score(own), own_gaps(own)})}};
}

}  // namespace candor
