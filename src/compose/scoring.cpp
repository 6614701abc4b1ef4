#include "scoring.hpp"

#include <utility>

#include <fmt/format.h>

#include "parties.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;

/// Whose points are missing: `14 are ours to win, 3 are yours and 8 are not known yet`.
std::string whose_points(const Assessment& assessment) {
  std::vector<std::string> parts;
  for (const MissingRow& row : assessment.missing) {
    if (row.points == 0) continue;
    const Sides sides = sides_of(*assessment.inventory, {row.party});
    const std::string_view are = choose(row.points, "is", "are");
    if (row.party.empty())
      parts.push_back(fmt::format("{} {} not known yet", row.points, are));
    else if (sides.us && sides.you)
      parts.push_back(fmt::format("{} need us both", row.points));
    else if (sides.us || sides.you)
      parts.push_back(fmt::format("{} {} {}", row.points, are, sides.us ? "ours" : "yours"));
    else
      parts.push_back(fmt::format("{} {} with {}", row.points, are, joined(sides.others)));
  }
  return joined(parts);
}

std::string control_count(const Assessment& assessment) {
  const auto out = assessment.counts[static_cast<std::size_t>(Outcome::NotApplicable)];
  const auto all = std::ssize(assessment.findings);
  if (out == 0) return fmt::format("All {} of the standard apply to you", counted(all, "thing"));
  return fmt::format("Of the {} in the standard, {} {} not apply to you", counted(all, "thing"), out,
                     choose(out, "does", "do"));
}

/// What is proved, what rests on words alone, and what was told and is not so: the paper shield in one sentence.
std::string proof_and_paper(const Assessment& assessment) {
  const Score& score = assessment.score;
  const auto& wrong = assessment.contradicted;
  const std::string proved = fmt::format("We saw proof for {} of 100 points", score.proved);
  const std::string told = fmt::format("were only told {} more", score.claimed - score.proved);
  const std::string not_so = wrong.points > 0 ? fmt::format("{} more", wrong.points) : std::string{"less than 1 more"};
  if (score.claimed > score.proved && wrong.sum > 0)
    return fmt::format("{}, {}, and {} turned out wrong.", proved, told, not_so);
  if (score.claimed > score.proved) return fmt::format("{}, and {}.", proved, told);
  if (wrong.sum > 0) return fmt::format("{}, and {} that we were told turned out wrong.", proved, not_so);
  return proved + ".";
}

}  // namespace

Block compose_score(const Assessment& assessment) {
  const Score& score = assessment.score;
  if (score.weight == 0)
    return Paragraph{"Nothing in the standard applies, so there is no score.", Paragraph::Tone::Small};
  const int told = score.claimed - score.proved;
  const int open = score.at_best - score.claimed;
  const int missing = 100 - score.at_best;
  return BandBar{.proved = score.proved,
                 .claimed_only = told,
                 .not_known = open,
                 .missing = missing,
                 .labels = {fmt::format("{} proved", score.proved), fmt::format("{} only told", told),
                            fmt::format("{} not known", open), fmt::format("{} missing", missing)},
                 .sentence = proof_and_paper(assessment)};
}

Blocks compose_scoring(const Assessment& assessment) {
  const Score& score = assessment.score;
  if (score.weight == 0) return {};
  std::vector<std::string> sentences{
      fmt::format("{}.", control_count(assessment)),
      "Each thing weighs as much as the number of public rule books that ask for it.",
      fmt::format("Together they weigh {}, which we show as 100 points.", score.weight),
      fmt::format("We saw proof for {} of 100 points.", score.proved),
  };
  if (score.claimed > score.proved)
    sentences.push_back(fmt::format("With what we were only told it is {}.", score.claimed));
  if (score.at_best > score.claimed)
    sentences.push_back(fmt::format("If all we do not know turned out well, it would be {}.", score.at_best));
  if (const std::string whose = whose_points(assessment); !whose.empty())
    sentences.push_back(fmt::format("Of the {} not yet won, {}.", counted(100 - score.claimed, "point"), whose));
  return {Heading{2, "How we count the score"}, Paragraph{run_on(sentences)}};
}

Blocks compose_doors(const Assessment& assessment) {
  Doors doors;
  for (const Door& door : assessment.doors) {
    const auto fear = assessment.profile->harms.find(door.harm);
    if (door.applicable == 0 || fear == assessment.profile->harms.end()) continue;
    const std::string proof = door.closed == 0 ? "" : fmt::format(", {} with proof", door.proved);
    doors.rows.push_back({.applicable = door.applicable,
                          .closed = door.closed,
                          .proved = door.proved,
                          .sentence = fmt::format("{}: {} of {} shut{}.", capitalised(fear->second), door.closed,
                                                  counted(door.applicable, "door"), proof)});
  }
  if (doors.rows.empty()) return {};
  return {Heading{2, "What can go wrong, and the doors to it"}, std::move(doors)};
}

}  // namespace candor
