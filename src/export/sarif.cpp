#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "candor/model/plan.hpp"
#include "candor/text/sha256.hpp"
#include "export/exporters.hpp"
#include "export/gap.hpp"
#include "export/numbers.hpp"
#include "export/object.hpp"
#include "export/place.hpp"
#include "export/plain_line.hpp"
#include "export/prose.hpp"
#include "export/refusal.hpp"
#include "export/sarif_location.hpp"
#include "export/sarif_rule.hpp"

// SARIF 2.1.0: every control a rule, every gap a result. GitHub reads no `kind` and no `suppressions`: any result is an
// open alert there. So what is in place or does not apply is no result (its alert could never close), and the run's
// properties name the outcome of every control. Not known is of kind `fail`: beside `open` SARIF allows no level but
// `none`, and not answering must not look better than answering no.
namespace candor {

namespace {

constexpr std::string_view schema = "https://json.schemastore.org/sarif-2.1.0.json";

struct Writer {
  const Report& report;
  const Assessment& assessment;
  const Sources& files;

  [[nodiscard]] Json document() const;

 private:
  [[nodiscard]] Json message(const Gap& gap) const;
  [[nodiscard]] Json related(const Finding& finding) const;
  [[nodiscard]] Json suppression(const Gap& gap, const DeclineState& state) const;
  [[nodiscard]] Json suppressions(const Gap& gap) const;
  [[nodiscard]] Json result(const Gap& gap) const;
  [[nodiscard]] Json properties() const;
  [[nodiscard]] std::string value(std::size_t statement) const {
    const auto& said = assessment.statement(statement);
    return to_text(said.value, assessment.catalog->facts[said.fact]);
  }
};

/// The headline first: where there is little room, GitHub shows the first sentence alone.
Json Writer::message(const Gap& gap) const {
  std::string text =
      message_text(as_sentence(gap.plan ? gap.headline : fmt::format("{}: {}", gap.control->title, gap.headline)));
  const auto add = [&text](std::string_view label, std::string_view about) {
    text += fmt::format(" {}: {}", label, message_text(as_sentence(about)));
  };
  if (gap.plan)
    add("Outcome", fmt::format("{}{}", words(gap.finding->outcome), gap.control->minimum ? ", must-have" : ""));
  for (const auto& [label, about] : gap.rows) add(label, about);
  int id = 0;
  for (const auto& found : gap.finding->contradictions) {
    text += fmt::format(" Told: [{}]({}).", message_text(value(found.told)), ++id);
    text += fmt::format(" Found: [{}]({}).", message_text(value(found.stands)), ++id);
  }
  return object({{"text", text}});
}

/// What was told and what stands against it, in the order in which the message links to them.
Json Writer::related(const Finding& finding) const {
  Json locations = Json::array();
  const auto add = [&](std::size_t statement) {
    const auto& said = assessment.statement(statement);
    const auto text = fmt::format("{}, {}: {}", name(said.kind), to_iso(said.date), value(statement));
    locations.push_back(object({{"id", locations.size() + 1},
                                {"physicalLocation", physical_location(said.place, files)},
                                {"message", object({{"text", message_text(as_sentence(text))}})}}));
  };
  for (const auto& found : finding.contradictions) {
    add(found.told);
    add(found.stands);
  }
  return locations;
}

Json Writer::suppression(const Gap& gap, const DeclineState& state) const {
  const auto& decline = assessment.inventory->declined[state.decline];
  return object({{"kind", "external"},
                 {"status", is_accepted(decline, state, *gap.finding) ? "accepted" : "underReview"},
                 {"justification", plain_line(refusal(*assessment.inventory, state))},
                 {"location", object({{"physicalLocation", physical_location(decline.place, files)}})}});
}

/// A "no" that ran out is none any more. One that nobody signed, or that is about a part only, is there to be seen; as
/// long as one of them is under review SARIF takes the result for not suppressed (3.27.23).
Json Writer::suppressions(const Gap& gap) const {
  Json made = Json::array();
  for (const auto& state : gap.finding->declines)
    if (stands(state)) made.push_back(suppression(gap, state));
  return made;
}

Json Writer::result(const Gap& gap) const {
  const auto print =
      fmt::format("{}\n{}\n{}", client_key(assessment.inventory->client), assessment.profile->id, gap.control->id);
  auto made = object(
      {{"ruleId", gap.control->id},
       {"ruleIndex", gap.finding->control},
       {"kind", "fail"},
       {"level", gap.control->minimum ? "error" : "warning"},
       {"message", message(gap)},
       {"locations",
        Json::array({object({{"physicalLocation", physical_location(place_of(assessment, *gap.finding), files)}})})},
       {"partialFingerprints", object({{"primaryLocationLineHash", sha256(print)}})}});
  if (auto locations = related(*gap.finding); !locations.empty()) made["relatedLocations"] = std::move(locations);
  if (auto declines = suppressions(gap); !declines.empty()) made["suppressions"] = std::move(declines);
  made["properties"] = object({{"outcome", gap.type}, {"points", gap.finding->points}});
  return made;
}

/// What the results alone do not tell: all outcomes, the verdict, the score, the limits and what the ledger holds.
Json Writer::properties() const {
  const auto& score = assessment.score;
  Json outcomes = Json::object();
  for (const auto& finding : assessment.findings) outcomes[assessment.control_of(finding).id] = name(finding.outcome);
  const auto limit = [](const LimitLine& line) {
    return object({{"asked", line.asked}, {"held", line.held}, {"why", plain_line(line.why)}});
  };
  return object(
      {{"contains", contains_of(report)},
       {"client", plain_line(assessment.inventory->client.name)},
       {"profile", assessment.profile->id},
       {"version", assessment.profile->version},
       {"as_of", to_iso(assessment.as_of)},
       {"verdict", name(assessment.verdict)},
       {"service", name(assessment.service)},
       {"score", score.weight == 0
                     ? Json(nullptr)
                     : object({{"proved", score.proved}, {"claimed", score.claimed}, {"at_best", score.at_best}})},
       {"counts", outcome_counts_of(assessment)},
       {"outcomes", std::move(outcomes)},
       {"ledger", ledger_counts_of(assessment)},
       {"limits", list(report.limits, limit)}});
}

Json Writer::document() const {
  const auto& profile = *assessment.profile;
  Json results = Json::array();
  for (const auto& finding : assessment.findings)
    if (const auto gap = gap_of(report, finding)) results.push_back(result(*gap));
  const auto rule = [&](const Control& control) { return rule_of(control, profile); };
  const auto driver =
      object({{"name", "candor"}, {"semanticVersion", CANDOR_VERSION}, {"rules", list(profile.controls, rule)}});
  const auto folder = object({{"description", object({{"text", "The folder in which candor was started."}})}});
  const auto id = fmt::format("candor/{}/", plain_line(client_key(assessment.inventory->client)));
  const auto run = object({{"tool", object({{"driver", driver}})},
                           {"automationDetails", object({{"id", id}})},
                           {"invocations", Json::array({object({{"executionSuccessful", true}})})},
                           {"originalUriBaseIds", object({{source_root, folder}})},
                           {"columnKind", "unicodeCodePoints"},
                           {"results", std::move(results)},
                           {"properties", properties()}});
  return object({{"$schema", schema}, {"version", "2.1.0"}, {"runs", Json::array({run})}});
}

}  // namespace

std::string export_sarif(const Report& report, const Sources& files) {
  return json_text(Writer{report, *report.assessment, files}.document(), 2);
}

}  // namespace candor
