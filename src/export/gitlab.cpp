#include <string>
#include <string_view>

#include <fmt/format.h>

#include "candor/model/plan.hpp"
#include "candor/text/sha256.hpp"
#include "export/exporters.hpp"
#include "export/gap.hpp"
#include "export/object.hpp"
#include "export/place.hpp"
#include "export/plain_line.hpp"
#include "export/summary.hpp"

// GitLab's code quality report: a list of issues, each at a line. GitLab drops an issue whose fingerprint another has,
// and takes one whose fingerprint changed for a new one: it is made of client, standard and control, and of no line.
namespace candor {

namespace {

/// As severe as it bears on the verdict. Not knowing is no less severe than missing: silence must not look better.
std::string_view severity(const Gap& gap) {
  if (gap.finding->gate_missed) return "blocker";
  if (gap.finding->gate_unknown) return "critical";
  return gap.finding->outcome == Outcome::Partly ? "minor" : "major";
}

std::string_view severity(Verdict verdict) {
  switch (verdict) {
    case Verdict::Below: return "blocker";
    case Verdict::CannotTell: return "critical";
    case Verdict::Meets: return "info";
  }
  return {};
}

struct Writer {
  const Assessment& assessment;
  const Sources& files;

  /// `about` is what tells issues of one kind apart: a control's id, a limit as it was asked for.
  [[nodiscard]] Json issue(std::string_view kind, std::string_view about, std::string_view description,
                           std::string_view severity, const Place& place) const {
    const auto print = sha256(
        fmt::format("{}\n{}\n{}\n{}", client_key(assessment.inventory->client), assessment.profile->id, kind, about));
    return object(
        {{"description", plain_line(description)},
         {"check_name", kind == "control" ? about : kind},
         {"fingerprint", print},
         {"severity", severity},
         {"location", object({{"path", path_of(place, files)}, {"lines", object({{"begin", line_of(place)}})}})}});
  }
};

}  // namespace

std::string export_gitlab(const Report& report, const Sources& files) {
  const auto& assessment = *report.assessment;
  const Writer writer{assessment, files};
  const auto start = assessment.inventory->place;
  Json issues = Json::array();
  issues.push_back(writer.issue("verdict", {}, summary_line(report), severity(assessment.verdict), start));
  for (const auto& limit : report.limits)
    if (!limit.held)
      issues.push_back(
          writer.issue("limit", limit.asked, fmt::format("{}: {}", limit.asked, limit.why), "blocker", start));
  for (const auto& gap : gaps_of(report))
    issues.push_back(writer.issue("control", gap.control->id, fmt::format("{}: {}", gap.control->title, gap.headline),
                                  severity(gap), place_of(assessment, *gap.finding)));
  return json_text(issues, 2);
}

}  // namespace candor
