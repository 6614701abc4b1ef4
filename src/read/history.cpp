#include "candor/read/history.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "choice.hpp"
#include "under.hpp"
#include "word.hpp"

namespace candor {
namespace {

constexpr std::string_view record_format = "candor-record/";
constexpr std::string_view assessment_format = "candor-assessment/";
constexpr std::string_view known_version = "1";
constexpr std::string_view hint_again = "`candor score CLIENT --record` makes a new one";

constexpr std::array outcomes{Named<Outcome>{"met", Outcome::Met}, Named<Outcome>{"partly", Outcome::Partly},
                              Named<Outcome>{"not_met", Outcome::NotMet}, Named<Outcome>{"unknown", Outcome::Unknown},
                              Named<Outcome>{"not_applicable", Outcome::NotApplicable}};
using Role = InputFile::Role;
constexpr std::array roles{Named<Role>{"profile", Role::Profile}, Named<Role>{"inventory", Role::Inventory},
                           Named<Role>{"evidence", Role::Evidence}, Named<Role>{"for_clients", Role::ForClients},
                           Named<Role>{"prices", Role::Prices}};

Interval read_interval(const yaml::Node& node) {
  Interval interval;
  interval.low = static_cast<Millionths>(number_under(node, "low", 0, whole));
  interval.high = static_cast<Millionths>(number_under(node, "high", interval.low, whole));
  interval.proved = static_cast<Millionths>(number_under(node, "proved", 0, interval.low));
  return interval;
}

ControlResult read_result(const yaml::Node& node) {
  constexpr std::int64_t heaviest = 1000;
  ControlResult result;
  result.control = text_under(node, "control");
  result.title = text_under(node, "title");
  result.minimum = flag_under(node, "gate");
  result.weight = static_cast<int>(number_under(node, "weight", 1, heaviest));
  result.outcome = named_under<Outcome>(node, "outcome", outcomes, "an outcome");
  result.interval = read_interval(node);
  return result;
}

Score read_score(const yaml::Node& node) {
  Score score;
  if (!node.is_mapping()) return score;  // null: nothing applies
  constexpr std::int64_t heaviest = 1'000'000;
  score.weight = number_under(node, "weight", 1, heaviest);
  score.at_best = static_cast<int>(number_under(node, "at_best", 0, 100));
  score.claimed = static_cast<int>(number_under(node, "claimed", 0, score.at_best));
  score.proved = static_cast<int>(number_under(node, "proved", 0, score.claimed));
  if (const auto sums = node.required("sums")) {
    const auto all = score.weight * whole;
    score.at_best_sum = number_under(*sums, "at_best", 0, all);
    score.claimed_sum = number_under(*sums, "claimed", 0, score.at_best_sum);
    score.proved_sum = number_under(*sums, "proved", 0, score.claimed_sum);
    const bool follows = score.proved == shown_points(score.proved_sum, score.weight) &&
                         score.claimed == shown_points(score.claimed_sum, score.weight) &&
                         score.at_best == shown_points(score.at_best_sum, score.weight);
    if (!follows)
      sums->error("bad-value", "the points do not follow from these sums", "take the file back as it was written");
  }
  return score;
}

Result read_assessment(const yaml::Node& node) {
  Result result;
  if (const auto client = node.required("client")) {
    result.client_id = text_if_said(*client, "id");
    result.client = text_under(*client, "name");
  }
  if (const auto profile = node.required("profile")) {
    result.profile = text_under(*profile, "id");
    result.version = text_under(*profile, "version");
  }
  result.as_of = day_under(node, "as_of");
  result.verdict = verdict_under(node);
  if (const auto score = node.required("score")) result.score = read_score(*score);
  if (const auto findings = node.required("findings"))
    for (const auto& item : findings->items()) result.controls.push_back(read_result(item));
  return result;
}

std::vector<LimitLine> read_limits(const yaml::Node& node) {
  std::vector<LimitLine> limits;
  for (const auto& item : node.items())
    limits.push_back({text_under(item, "asked"), flag_under(item, "held"), text_under(item, "why")});
  return limits;
}

/// The whole file is ours and no newer than we are.
bool is_known(const yaml::Node& format, std::string_view kind) {
  if (format.raw().substr(kind.size()) == known_version) return true;
  format.error("newer-format", fmt::format("{} was written by a newer candor", quoted(format.raw())),
               "install a newer candor to read it");
  return false;
}

}  // namespace

Inputs read_inputs(const yaml::Node& node) {
  Inputs inputs;
  if (const auto files = node.required("files"))
    for (const auto& item : files->items()) {
      const auto role = named_under<InputFile::Role>(item, "role", roles, "a part of a client");
      auto name = text_under(item, "file");
      if (const auto says = item.required("says")) inputs.files.push_back({role, std::move(name), says->copy()});
    }
  if (const auto documents = node.required("documents"))
    for (const auto& item : documents->items())
      inputs.documents.push_back({text_under(item, "file"), text_under(item, "sha256")});
  return inputs;
}

std::optional<HistoryEntry> read_record(const yaml::Tree& tree, Diagnostics& diagnostics) {
  const yaml::Node root{tree, diagnostics};
  const auto format = root.is_mapping() ? root.find("format") : std::nullopt;
  const auto written = format ? format->raw() : std::string_view{};
  HistoryEntry entry;
  if (written.starts_with(assessment_format)) {
    if (!is_known(*format, assessment_format)) return std::nullopt;
    entry.result = read_assessment(root);
    return entry;
  }
  if (!written.starts_with(record_format)) {
    root.error("no-record", "this is no assessment that candor recorded", std::string{hint_again});
    return std::nullopt;
  }
  if (!is_known(*format, record_format)) return std::nullopt;
  if (const auto assessment = root.required("assessment")) entry.result = read_assessment(*assessment);
  if (const auto limits = root.required("limits")) entry.limits = read_limits(*limits);
  if (const auto inputs = root.required("inputs")) entry.inputs = read_inputs(*inputs);
  entry.inputs.program = text_under(root, "program");
  return entry;
}

}  // namespace candor
