#include <array>
#include <string>

#include "candor/model/comparison.hpp"
#include "export/exporters.hpp"
#include "export/numbers.hpp"
#include "export/object.hpp"

namespace candor {

namespace {

Json json_of(const Points& points) {
  return object({{"proved", points.proved}, {"claimed", points.claimed}, {"at_best", points.at_best}});
}

Json by_cause(const std::array<Points, cause_count>& points) {
  Json made = Json::object();
  for (const Cause cause : all_causes)
    made[std::string{name(cause)}] = json_of(points[static_cast<std::size_t>(cause)]);
  return made;
}

Json statement(const Assessment& assessment, const std::optional<std::size_t>& index, const Sources& files) {
  if (!index) return nullptr;
  const Statement& said = assessment.statement(*index);
  const Fact& fact = assessment.catalog->facts[said.fact];
  return object({{"fact", fact.address},
                 {"part", text_or_null(said.part)},
                 {"value", to_text(said.value, fact)},
                 {"kind", name(said.kind)},
                 {"date", to_iso(said.date)},
                 {"by", text_or_null(said.by)},
                 {"told_by", text_or_null(said.told_by)},
                 {"place", candor::json_of(said.place, files)}});
}

Json side(const std::optional<ControlResult>& result) {
  if (!result) return nullptr;
  auto made = object({{"outcome", name(result->outcome)}, {"gate", result->minimum}, {"weight", result->weight}});
  made.update(candor::json_of(result->interval));
  return made;
}

struct Writer {
  const Comparison& comparison;
  const Sources& files;

  [[nodiscard]] Json news(const News& item) const {
    return object({{"what", name(item.what)},
                   {"cause", name(item.cause)},
                   {"before", statement(comparison.old, item.before, files)},
                   {"after", statement(comparison.now, item.after, files)}});
  }

  [[nodiscard]] Json control(const ControlChange& change) const {
    return object({{"control", change.control},
                   {"title", change.title},
                   {"before", side(change.before)},
                   {"after", side(change.after)},
                   {"points", by_cause(change.points)},
                   {"total", json_of(change.total())},
                   {"news", list(change.news, [this](const News& item) { return news(item); })}});
  }
};

Json result(const Result& of) {
  return object({{"as_of", to_iso(of.as_of)},
                 {"profile", object({{"id", of.profile}, {"version", of.version}})},
                 {"verdict", name(of.verdict)},
                 {"score", candor::json_of(of.score)}});
}

Json steps(const Comparison& comparison) {
  Json made = Json::array();
  for (const Cause cause : all_causes)
    made.push_back(object({{"cause", name(cause)},
                           {"points", json_of(comparison.causes[static_cast<std::size_t>(cause)])},
                           {"score_after", candor::json_of(comparison.steps[static_cast<std::size_t>(cause)])}}));
  return made;
}

}  // namespace

std::string export_comparison(const Report& report, const Sources& files) {
  const auto& comparison = *report.comparison;
  const auto& client = comparison.now.inventory->client;
  const auto now = result_of(comparison.now);
  const auto before = points_of(comparison.before.score);
  const auto after = points_of(now.score);
  const Writer writer{comparison, files};
  return json_text(object({{"format", "candor-comparison/1"},
                           {"contains", contains_of(report)},
                           {"client", object({{"id", text_or_null(client.id)}, {"name", client.name}})},
                           {"before", result(comparison.before)},
                           {"after", result(now)},
                           {"difference", json_of(Points{after.proved - before.proved, after.claimed - before.claimed,
                                                         after.at_best - before.at_best})},
                           {"causes", steps(comparison)},
                           {"controls", list(comparison.controls,
                                             [&](const ControlChange& change) { return writer.control(change); })}}),
                   2);
}

}  // namespace candor
