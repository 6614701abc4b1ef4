#include "export/place.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace candor {

namespace {

/// The worst of the statements that stand for a part. Where what was told was better, it is the other one.
std::size_t worst_of(const PartResult& part, const Check& check, const Finding& finding) {
  for (const auto& found : finding.contradictions)
    if (found.fact == check.fact && found.part == part.part) return found.stands;
  return part.statements.front();
}

std::optional<Place> place_of(const Check& check, const Finding& finding, const Assessment& assessment) {
  for (const auto* records : {&check.short_records, &check.unclear_records})
    if (!records->empty()) return check.records[records->front()].place;
  const PartResult* worst = nullptr;
  const auto rank = [](const PartResult& part) { return std::pair{part.interval.high, part.interval.low}; };
  for (const auto& part : check.parts)
    if (!part.statements.empty() && (!worst || rank(part) < rank(*worst))) worst = &part;
  if (!worst) return std::nullopt;
  return assessment.statement(worst_of(*worst, check, finding)).place;
}

}  // namespace

Place place_of(const Assessment& assessment, const Finding& finding) {
  for (const auto& check : finding.checks) {
    if (check.interval.low == whole) continue;
    if (const auto place = place_of(check, finding, assessment)) return *place;
  }
  return assessment.inventory->place;
}

std::string path_of(const Place& place, const Sources& files) {
  if (place.file >= files.size()) return "inventory.yaml";
  std::string_view name = files.at(place.file).name;
  if (name == "standard input") return "inventory.yaml";
  while (name.starts_with("./")) name.remove_prefix(2);
  return std::string{name};
}

std::uint32_t line_of(const Place& place) { return std::max(place.line, 1U); }

std::string place_text(const Place& place, const Sources& files) {
  return fmt::format("{}:{}", path_of(place, files), line_of(place));
}

}  // namespace candor
