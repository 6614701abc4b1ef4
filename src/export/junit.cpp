#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "candor/model/plan.hpp"
#include "export/exporters.hpp"
#include "export/gap.hpp"
#include "export/place.hpp"
#include "export/summary.hpp"
#include "export/xml.hpp"

// JUnit XML as the schemas of Jenkins' xunit plugin and of Ant (windyroad) both have it, and GitLab reads it. All tests
// pass only where the verdict is `meets`, every control holds, and so does every limit. What is not known is an error,
// as of a test that could not be run: no reader counts that as passed or skipped.
namespace candor {

namespace {

struct Writer {
  const Report& report;
  const Sources& files;
  std::string classname;  ///< the client too: two clients of one job must not be taken for one

  [[nodiscard]] XmlNode document() const;

 private:
  [[nodiscard]] XmlNode test(std::string name) const {
    return {.name = "testcase", .attributes = {{"name", std::move(name)}, {"classname", classname}, {"time", "0"}}};
  }
  [[nodiscard]] XmlNode verdict() const;
  [[nodiscard]] XmlNode control(const Finding& finding) const;
  [[nodiscard]] XmlNode limit(const LimitLine& limit) const;
  [[nodiscard]] XmlNode suite(std::string_view name, std::size_t id, std::vector<XmlNode> tests) const;
};

XmlNode result(std::string_view kind, std::string_view type, std::string message, std::vector<std::string> lines = {}) {
  return {.name = std::string{kind},
          .attributes = {{"message", std::move(message)}, {"type", std::string{type}}},
          .lines = std::move(lines)};
}

XmlNode Writer::verdict() const {
  const auto& assessment = *report.assessment;
  auto made = test("verdict");
  if (assessment.verdict != Verdict::Meets)
    made.children.push_back(result(assessment.verdict == Verdict::Below ? "failure" : "error", name(assessment.verdict),
                                   verdict_sentence(report)));
  return made;
}

XmlNode Writer::control(const Finding& finding) const {
  const auto& assessment = *report.assessment;
  auto made = test(title_with_id(assessment.control_of(finding)));
  if (const auto gap = gap_of(report, finding)) {
    std::vector<std::string> lines;
    for (const auto& [label, text] : gap->rows) lines.push_back(fmt::format("{}: {}", label, text));
    lines.push_back(fmt::format("Place: {}", place_text(place_of(assessment, finding), files)));
    made.children.push_back(
        result(gap->is_unknown() ? "error" : "failure", gap->type, gap->headline, std::move(lines)));
  } else if (finding.outcome == Outcome::NotApplicable) {
    const auto because =
        finding.not_applicable ? assessment.inventory->not_applicable[*finding.not_applicable].because : std::string{};
    made.children.push_back(
        {.name = "skipped", .attributes = {{"message", fmt::format("{}: {}", words(finding.outcome), because)}}});
  }
  return made;
}

XmlNode Writer::limit(const LimitLine& limit) const {
  auto made = test(limit.asked);
  if (!limit.held) made.children.push_back(result("failure", "limit", limit.why));
  return made;
}

XmlNode Writer::suite(std::string_view name, std::size_t id, std::vector<XmlNode> tests) const {
  const auto count = [&tests](std::string_view kind) {
    return fmt::format("{}", std::ranges::count_if(tests, [kind](const XmlNode& test) {
                         return !test.children.empty() && test.children.front().name == kind;
                       }));
  };
  XmlNode made{.name = "testsuite",
               .attributes = {{"name", std::string{name}},
                              {"package", classname},
                              {"id", fmt::format("{}", id)},
                              {"tests", fmt::format("{}", tests.size())},
                              {"failures", count("failure")},
                              {"errors", count("error")},
                              {"skipped", count("skipped")},
                              {"time", "0"},
                              {"timestamp", to_iso(report.assessment->as_of) + "T00:00:00"},
                              {"hostname", "localhost"}}};
  XmlNode properties{.name = "properties"};
  if (id == 0) {
    for (const auto& [key, value] : summary(report))
      properties.children.push_back({.name = "property", .attributes = {{"name", key}, {"value", value}}});
    properties.children.push_back(
        {.name = "property", .attributes = {{"name", "contains"}, {"value", report.contains}}});
  }
  made.children.push_back(std::move(properties));
  std::ranges::move(tests, std::back_inserter(made.children));
  made.children.push_back({.name = "system-out"});
  made.children.push_back({.name = "system-err"});
  return made;
}

XmlNode Writer::document() const {
  std::vector<XmlNode> minimum{verdict()};
  std::vector<XmlNode> other;
  std::vector<XmlNode> limits;
  for (const auto& finding : report.assessment->findings)
    (report.assessment->control_of(finding).minimum ? minimum : other).push_back(control(finding));
  for (const auto& line : report.limits) limits.push_back(limit(line));
  XmlNode root{.name = "testsuites"};
  for (auto& [name, tests] : {std::pair{"minimum", &minimum}, {"other", &other}, {"limits", &limits}})
    if (!tests->empty()) root.children.push_back(suite(name, root.children.size(), std::move(*tests)));
  return root;
}

}  // namespace

std::string export_junit(const Report& report, const Sources& files) {
  const auto& assessment = *report.assessment;
  return write_xml(
      Writer{report, files, fmt::format("{}.{}", client_key(assessment.inventory->client), assessment.profile->id)}
          .document());
}

}  // namespace candor
