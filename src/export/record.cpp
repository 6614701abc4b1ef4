#include <string>

#include "candor/export/export.hpp"
#include "candor/model/history.hpp"
#include "export/inputs.hpp"
#include "export/numbers.hpp"
#include "export/object.hpp"

// An assessment with all that it was made from: `--record` keeps it, and `compare` reads two of them.
namespace candor {

namespace {

Json finding(const ControlResult& result) {
  auto made = object({{"control", result.control},
                      {"title", result.title},
                      {"gate", result.minimum},
                      {"weight", result.weight},
                      {"outcome", name(result.outcome)}});
  made.update(json_of(result.interval));
  return made;
}

/// The same keys as in the format `json`, fewer of them: the rest follows from the inputs.
Json assessment_of(const Assessment& assessment) {
  const auto result = result_of(assessment);
  return object({{"client", object({{"id", text_or_null(result.client_id)}, {"name", result.client}})},
                 {"profile", object({{"id", result.profile}, {"version", result.version}})},
                 {"as_of", to_iso(result.as_of)},
                 {"verdict", name(result.verdict)},
                 {"service", name(assessment.service)},
                 {"gates", object({{"missed", assessment.gates_missed}, {"unknown", assessment.gates_unknown}})},
                 {"score", json_of(result.score)},
                 {"findings", list(result.controls, finding)},
                 {"ledger", ledger_counts_of(assessment)}});
}

Json limit(const LimitLine& line) { return object({{"asked", line.asked}, {"held", line.held}, {"why", line.why}}); }

}  // namespace

std::string record_of(const Report& report, const Sources&) {
  const auto document = object({{"format", "candor-record/1"},
                                {"contains", contains_of(report)},
                                {"program", report.inputs->program},
                                {"assessment", assessment_of(*report.assessment)},
                                {"limits", list(report.limits, limit)},
                                {"inputs", json_of(*report.inputs)}});
  return json_text(document, 1);
}

}  // namespace candor
