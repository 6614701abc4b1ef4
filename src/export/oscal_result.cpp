#include "export/oscal_result.hpp"

#include <cstdlib>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "export/gap.hpp"
#include "export/oscal_parts.hpp"
#include "export/oscal_risk.hpp"

namespace candor::oscal {

namespace {

std::string_view method(Kind kind) {
  switch (kind) {
    case Kind::Told: return "INTERVIEW";
    case Kind::Seen:
    case Kind::Document:
    case Kind::Export: return "EXAMINE";
    case Kind::Test: return "TEST";
  }
  std::abort();  // a value that is no enumerator
}

std::string_view reason(Outcome outcome) {
  switch (outcome) {
    case Outcome::Met: return "pass";
    case Outcome::Partly:
    case Outcome::NotMet: return "fail";
    case Outcome::Unknown:
    case Outcome::NotApplicable: return "other";
  }
  std::abort();  // a value that is no enumerator
}

std::set<std::size_t> standing(const Finding& finding) {
  std::set<std::size_t> found;
  for (const auto& check : finding.checks)
    for (const auto& part : check.parts) found.insert(part.statements.begin(), part.statements.end());
  return found;
}

struct Writer {
  const Report& report;
  const Observations& observations;
  const Assessment& assessment = *report.assessment;
  const Inventory& inventory = *assessment.inventory;
  const Profile& profile = *assessment.profile;

  [[nodiscard]] Json result() const;

 private:
  [[nodiscard]] Json observation(std::size_t index) const;
  [[nodiscard]] Json related(const Finding& finding) const;
  [[nodiscard]] Json status(const Finding& finding, const Gap* gap) const;
  [[nodiscard]] Json finding(const Finding& finding) const;
  [[nodiscard]] Json props() const;
};

Json Writer::observation(std::size_t index) const {
  const auto& said = assessment.statement(index);
  const auto& fact = assessment.catalog->facts[said.fact];
  const auto answer = to_text(said.value, fact);
  Json props = Json::array({prop("kind", candor::name(said.kind))});
  const auto add = [&props](std::string_view name, std::string_view value) {
    if (!value.empty()) props.push_back(prop(name, value));
  };
  add("part", said.part);
  add("by", inventory.name_of(said.by));
  add("told_by", inventory.name_of(said.told_by));
  auto made = object({{"uuid", observations.at(index)},
                      {"title", fact.address},
                      {"description", markup(said.part.empty() ? answer : fmt::format("{}: {}", said.part, answer))},
                      {"props", std::move(props)},
                      {"methods", Json::array({method(said.kind)})},
                      {"types", Json::array({"control-objective"})},
                      {"collected", moment(said.date)}});
  if (!said.file.empty() || !said.sha256.empty() || !said.where.empty()) {
    auto evidence = object({{"description", markup(!said.where.empty()  ? said.where
                                                   : !said.file.empty() ? said.file
                                                                        : said.by)}});
    if (!said.file.empty()) evidence["href"] = "#" + file_uuid(said, assessment);
    if (!said.sha256.empty()) evidence["props"] = Json::array({prop("sha256", said.sha256)});
    made["relevant-evidence"] = Json::array({std::move(evidence)});
  }
  if (!said.note.empty()) made["remarks"] = markup(said.note);
  return made;
}

Json Writer::related(const Finding& finding) const {
  return list(standing(finding), [this](std::size_t index) {
    return object({{"observation-uuid", observations.at(index)}});
  });
}

/// A must-have that lacks its proof is not satisfied: the verdict rests on it, and the verdict cannot be told.
Json Writer::status(const Finding& finding, const Gap* gap) const {
  std::string remarks{words(finding.outcome)};
  if (gap && gap->finding->outcome == Outcome::Met) {
    remarks = gap->headline;
    for (const auto& [label, text] : gap->rows) remarks += fmt::format(". {}: {}", label, text);
  }
  if (finding.not_applicable) {
    const auto& entry = inventory.not_applicable[*finding.not_applicable];
    remarks += fmt::format(": {} ({}, {})", entry.because, inventory.name_of(entry.by), to_iso(entry.date));
  }
  const bool is_satisfied = finding.outcome == Outcome::Met && !gap;
  return object({{"state", is_satisfied ? "satisfied" : "not-satisfied"},
                 {"reason", finding.outcome == Outcome::Met && gap ? "other" : reason(finding.outcome)},
                 {"remarks", markup(remarks)}});
}

Json Writer::finding(const Finding& finding) const {
  const auto& control = assessment.control_of(finding);
  const auto gap = gap_of(report, finding);
  Json props = Json::array({prop("outcome", candor::name(finding.outcome)),
                            prop("gate", control.minimum ? "yes" : "no"), prop("weight", control.weight)});
  if (finding.outcome != Outcome::NotApplicable) {
    props.push_back(prop("points", finding.points));
    props.push_back(prop("proved", share(finding.interval.proved)));
    props.push_back(prop("claimed", share(finding.interval.low)));
    props.push_back(prop("at_best", share(finding.interval.high)));
  }
  auto target = object({{"type", "objective-id"},
                        {"target-id", objective_id(control)},
                        {"status", status(finding, gap ? &*gap : nullptr)}});
  if (finding.outcome == Outcome::NotApplicable)
    target["implementation-status"] = object({{"state", "not-applicable"}});
  const auto& said = control.words.met.empty() || finding.outcome != Outcome::Met ? control.title : control.words.met;
  auto made = object({{"uuid", uuid_of_day(assessment, "finding", control.id)},
                      {"title", markup(control.title)},
                      {"description", markup(gap ? title_of(*gap) : said)},
                      {"props", std::move(props)},
                      {"target", std::move(target)}});
  if (auto rests_on = related(finding); !rests_on.empty()) made["related-observations"] = std::move(rests_on);
  if (gap)
    made["related-risks"] = Json::array({object({{"risk-uuid", uuid_of_standard(assessment, "risk", control.id)}})});
  return made;
}

/// The verdict, the score, what is counted, and the limits that were asked for.
Json Writer::props() const {
  Json props =
      Json::array({prop("verdict", name(assessment.verdict)), prop("service", name(assessment.service)),
                   prop("gates.missed", assessment.gates_missed), prop("gates.unknown", assessment.gates_unknown)});
  if (const auto& score = assessment.score; score.weight > 0)
    for (const auto& [what, points] :
         {std::pair{"proved", score.proved}, {"claimed", score.claimed}, {"at_best", score.at_best}})
      props.push_back(prop(fmt::format("score.{}", what), points));
  for (int i = 0; i < outcome_count; ++i)
    props.push_back(
        prop(fmt::format("counts.{}", name(static_cast<Outcome>(i))), assessment.counts[static_cast<std::size_t>(i)]));
  for (const auto& [what, count] : ledger_counts(assessment))
    props.push_back(prop(fmt::format("ledger.{}", what), count));
  for (const auto& limit : report.limits) {
    auto made = prop("limit", limit.asked);
    made["class"] = limit.held ? "held" : "not-held";
    made["remarks"] = markup(limit.why);
    props.push_back(std::move(made));
  }
  return props;
}

Json Writer::result() const {
  const auto include = [](const Control& control) { return object({{"control-id", token(control.id)}}); };
  const auto selection = object({{"include-controls", list(profile.controls, include)}});
  auto made = object({{"uuid", uuid_of_day(assessment, "result", profile.version)},
                      {"title", markup(profile.title)},
                      {"description", markup(profile.about.empty() ? profile.title : profile.about)},
                      {"start", moment(assessment.as_of)},
                      {"props", props()},
                      {"reviewed-controls", object({{"control-selections", Json::array({selection})}})}});
  if (!observations.empty())
    made["observations"] = list(observations, [this](const auto& one) { return observation(one.first); });
  Json risks = Json::array();
  for (const auto& each : assessment.findings)
    if (const auto gap = gap_of(report, each)) risks.push_back(risk_of(*gap, assessment, related(each)));
  if (!risks.empty()) made["risks"] = std::move(risks);
  made["findings"] = list(assessment.findings, [this](const Finding& each) { return finding(each); });
  return made;
}

}  // namespace

/// One that is made twice is counted.
Observations observations_of(const Assessment& assessment) {
  Observations observations;
  std::map<std::string, int> times;
  std::set<std::size_t> all;
  for (const auto& finding : assessment.findings) all.merge(standing(finding));
  for (const auto index : all) {
    const auto& said = assessment.statement(index);
    const auto& fact = assessment.catalog->facts[said.fact];
    const auto name = fmt::format("{}\n{}\n{}\n{}\n{}\n{}", fact.address, said.part, candor::name(said.kind),
                                  to_iso(said.date), said.by, to_text(said.value, fact));
    observations[index] = uuid_of_client(assessment, "observation", fmt::format("{}\n{}", name, times[name]++));
  }
  return observations;
}

std::string file_uuid(const Statement& said, const Assessment& assessment) {
  return uuid_of_client(assessment, "file", fmt::format("{}\n{}", said.file, said.sha256));
}

Json result_of(const Report& report, const Observations& observations) { return Writer{report, observations}.result(); }

}  // namespace candor::oscal
