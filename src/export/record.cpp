#include <cstdint>
#include <string>

#include "candor/export/export.hpp"
#include "candor/model/history.hpp"
#include "export/numbers.hpp"
#include "export/object.hpp"

// An assessment with all that it was made from: `--record` keeps it, and `compare` reads two of them.
namespace candor {

namespace {

/// A file of ours as JSON: keys in their order, every value as it was written.
class Converter {
 public:
  explicit Converter(const yaml::Tree& tree) : tree_(tree) {}

  [[nodiscard]] Json value() { return take(); }

 private:
  [[nodiscard]] std::string text(const yaml::Entry& entry) const {
    return std::string{tree_.text().substr(entry.begin, entry.size)};
  }

  Json take() {
    const auto& entry = tree_.entries()[at_++];
    switch (entry.kind) {
      case yaml::Kind::Scalar: return text(entry);
      case yaml::Kind::Sequence: return take_items(entry.end);
      case yaml::Kind::Mapping: return take_members(entry.end);
    }
    return nullptr;
  }

  Json take_items(std::uint32_t end) {
    Json items = Json::array();
    while (at_ < end) items.push_back(take());
    return items;
  }

  Json take_members(std::uint32_t end) {
    Json members = Json::object();
    while (at_ < end) {
      auto key = text(tree_.entries()[at_++]);
      members[std::move(key)] = take();
    }
    return members;
  }

  const yaml::Tree& tree_;
  std::uint32_t at_ = 0;
};

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

Json inputs_of(const Inputs& inputs) {
  const auto file = [](const InputFile& read) {
    return object({{"role", name(read.role)}, {"file", read.name}, {"says", Converter{read.tree}.value()}});
  };
  const auto document = [](const DocumentSeen& seen) { return object({{"file", seen.file}, {"sha256", seen.sha256}}); };
  return object({{"files", list(inputs.files, file)}, {"documents", list(inputs.documents, document)}});
}

}  // namespace

std::string record_of(const Report& report, const Sources&) {
  const auto document = object({{"format", "candor-record/1"},
                                {"contains", contains_of(report)},
                                {"program", report.inputs->program},
                                {"assessment", assessment_of(*report.assessment)},
                                {"limits", list(report.limits, limit)},
                                {"inputs", inputs_of(*report.inputs)}});
  return json_text(document, 1);
}

}  // namespace candor
