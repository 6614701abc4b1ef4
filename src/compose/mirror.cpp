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

/// Must-haves that count as in place, and how many there are.
struct Gates {
  int all = 0;
  int met = 0;
  int proved = 0;
};

Gates gates_of(const Assessment& assessment) {
  Gates gates;
  for (const Finding& finding : assessment.findings) {
    if (!assessment.control_of(finding).minimum || finding.outcome == Outcome::NotApplicable) continue;
    ++gates.all;
    gates.met += finding.outcome == Outcome::Met ? 1 : 0;
    gates.proved += finding.outcome == Outcome::Met && finding.interval.proved == whole ? 1 : 0;
  }
  return gates;
}

/// The two results line by line: the client's first.
Rows side_by_side(const Assessment& client, const Assessment& own) {
  const Gates yours = gates_of(client);
  const Gates ours = gates_of(own);
  const auto points = [](int you, int we) { return fmt::format("you {}, we {}", you, we); };
  const auto of_gates = [&](int you, int we) {
    return fmt::format("you {} of {}, we {} of {}", you, yours.all, we, ours.all);
  };
  return {{{"Points with proof, of 100", points(client.score.proved, own.score.proved)},
           {"Points with what was told too", points(client.score.claimed, own.score.claimed)},
           {"Must-haves in place", of_gates(yours.met, ours.met)},
           {"Must-haves with proof", of_gates(yours.proved, ours.proved)}}};
}

/// What we claim of ourselves and have not proved, or do not know: by name.
std::vector<std::string> not_shown(const Assessment& own) {
  std::vector<std::string> items;
  for (const Finding& finding : own.findings) {
    if (finding.outcome == Outcome::NotApplicable || finding.interval.proved >= finding.interval.high) continue;
    const std::string title = capitalised(phrase(own.control_of(finding).title));
    const bool is_claimed = finding.interval.low > finding.interval.proved;
    items.push_back(
        fmt::format("{}: {}.", title, is_claimed ? "we say so, and have not shown it" : "we do not know it all"));
  }
  return items;
}

}  // namespace

Blocks compose_mirror(const Mirror& mirror, const Assessment& client) {
  const Heading heading{2, "How we do ourselves"};
  if (!mirror.assessment)
    return {heading,
            Paragraph{"We have not shown you how we do against this standard ourselves. You can ask us for it."}};
  const Assessment& own = *mirror.assessment;
  const std::string when =
      fmt::format("We hold {} to the same standard. Our last check was on {}.",
                  mirror.provider.empty() ? "ourselves" : mirror.provider, to_words(own.inventory->assessed));
  Blocks blocks{heading, Paragraph{run_on({when, verdict(own, Whose::Ours), own_gaps(own)})}};
  if (own.score.weight > 0 && client.score.weight > 0) blocks.emplace_back(side_by_side(client, own));
  if (auto items = not_shown(own); !items.empty()) {
    blocks.emplace_back(Heading{3, "What we have not shown you of ourselves"});
    blocks.emplace_back(Bullets{std::move(items)});
  }
  return blocks;
}

}  // namespace candor
