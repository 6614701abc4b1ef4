#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "blocks.hpp"
#include "candor/compose/compose.hpp"
#include "condition.hpp"
#include "standard.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;
using Pairs = std::vector<std::pair<std::string, std::string>>;

Pairs control_rows(const Profile& profile, const Catalog& catalog, const Control& control) {
  Pairs rows{{"Technical", control.technical}};
  for (auto& line : conditions(control.floor, catalog)) rows.emplace_back("Floor", std::move(line));
  for (auto& line : conditions(control.stretch, catalog)) rows.emplace_back("Beyond", std::move(line));
  rows.emplace_back("Weight", weight(control));
  rows.emplace_back("Proof",
                    fmt::format("{}; good answers count for {}", proof_rule(control.proof), to_text(control.fresh)));
  rows.emplace_back("Acts", fmt::format("{}, effort {}", actor(control), name(control.effort)));
  if (control.origin != profile.id) rows.emplace_back("From", control.origin);
  std::erase_if(rows, [](const auto& row) { return row.second.empty(); });
  return rows;
}

void add_controls(const Profile& profile, const Catalog& catalog, bool is_minimum, Blocks& blocks) {
  for (const auto& control : profile.controls) {
    if (control.minimum != is_minimum) continue;
    blocks.emplace_back(Heading{3, fmt::format("{}: {}", control.id, control.title)});
    blocks.emplace_back(Rows{control_rows(profile, catalog, control)});
  }
}

Blocks baselines(const Profile& profile) {
  Pairs rows;
  for (const auto& baseline : profile.baselines)
    rows.emplace_back(baseline.key, fmt::format("{} ({}), {}", baseline.name, baseline.year,
                                                baseline.seen ? "read in the source" : "known from secondary pages"));
  return {Heading{2, "Baselines"}, Rows{std::move(rows)}};
}

}  // namespace

Report describe_profile(const Profile& profile, const Catalog& catalog) {
  const auto gates = std::ranges::count_if(profile.controls, &Control::minimum);
  Report report;
  report.title = profile.title;
  Pairs rows{{"Id", profile.id},
             {"Version", profile.version},
             {"Controls", fmt::format("{}, {} of them a minimum", profile.controls.size(), gates)},
             {"Weight", fmt::to_string(profile.total_weight())},
             {"Grace", fmt::format("an agreed action on a missed minimum ends within {}", to_text(profile.grace))}};
  if (!profile.extends.empty()) rows.insert(rows.begin() + 2, {"Extends", profile.extends});
  report.blocks = {Heading{1, report.title}};
  if (!profile.about.empty()) report.blocks.emplace_back(Paragraph{profile.about});
  report.blocks.emplace_back(Rows{std::move(rows)});
  report.blocks.emplace_back(Heading{2, fmt::format("Minimum ({})", gates)});
  add_controls(profile, catalog, true, report.blocks);
  const auto others = static_cast<std::ptrdiff_t>(profile.controls.size()) - gates;
  if (others > 0) report.blocks.emplace_back(Heading{2, fmt::format("Beyond the minimum ({})", others)});
  add_controls(profile, catalog, false, report.blocks);
  append(report.blocks, baselines(profile));
  return report;
}

}  // namespace candor
