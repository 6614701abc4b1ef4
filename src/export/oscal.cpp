#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "export/exporters.hpp"
#include "export/object.hpp"
#include "export/oscal_parts.hpp"
#include "export/oscal_result.hpp"
#include "export/uri.hpp"
#include "export/uuid.hpp"

// OSCAL assessment results 1.1.3: every control a finding, every statement that stands an observation, every gap a
// risk. `satisfied` is what is in place, and of a must-have what is proved as the standard asks, and nothing else:
// OSCAL has no word for not known, so that is not satisfied with the reason `other`.
namespace candor {

namespace {

using namespace oscal;

constexpr std::string_view oscal_version = "1.1.3";

struct Writer {
  const Report& report;
  const Assessment& assessment = *report.assessment;
  const Inventory& inventory = *assessment.inventory;
  const Profile& profile = *assessment.profile;
  const Observations observations = observations_of(assessment);

  [[nodiscard]] Json document() const;

 private:
  [[nodiscard]] Json party(std::string_view key, std::string_view type, std::string_view name) const {
    return object({{"uuid", uuid_of_client(assessment, "party", key)}, {"type", type}, {"name", line(name)}});
  }
  [[nodiscard]] Json metadata() const;
  [[nodiscard]] Json objective(const Control& control) const;
  [[nodiscard]] Json resources() const;
  [[nodiscard]] std::string profile_uuid() const {
    return uuid_of(fmt::format("profile\n{}\n{}", profile.id, profile.version));
  }
};

Json Writer::metadata() const {
  std::vector<std::pair<std::string_view, std::string_view>> roles{{"prepared-for", "Client"}};
  std::map<std::string_view, Json> held{{"prepared-for", Json::array({uuid_of_client(assessment, "party", "")})}};
  Json parties = Json::array({party("", "organization", inventory.client.name)});
  const auto give = [&](std::string_view role, std::string_view title, const Party& named) {
    if (!held.contains(role)) roles.emplace_back(role, title);
    held[role].push_back(uuid_of_client(assessment, "party", named.key));
  };
  for (const auto& named : inventory.parties) {
    const bool is_person = named.kind == PartyKind::Client;
    auto made = party(named.key, is_person ? "person" : "organization", named.name.empty() ? named.key : named.name);
    made["short-name"] = line(named.key);
    if (const auto& about = named.does.empty() ? named.role : named.does; !about.empty())
      made["remarks"] = markup(about);
    parties.push_back(std::move(made));
    switch (named.kind) {
      case PartyKind::Provider: give("provider", "Provider of IT services", named); break;
      case PartyKind::Client: give("client", "Speaks for the client", named); break;
      case PartyKind::ThirdParty: give("third-party", "Third party", named); break;
    }
    if (named.key == inventory.assessed_party) give("assessor", "Assessor", named);
  }
  return object(
      {{"title", markup(fmt::format("{}: {}", inventory.client.name, profile.title))},
       {"last-modified", moment(assessment.as_of)},
       {"version", to_iso(assessment.as_of)},
       {"oscal-version", oscal_version},
       {"props", Json::array({prop("redacted", inventory.is_redacted ? "yes" : "no")})},
       {"roles", list(roles,
                      [](const auto& role) {
                        return object({{"id", role.first}, {"title", role.second}});
                      })},
       {"parties", std::move(parties)},
       {"responsible-parties", list(roles,
                                    [&](const auto& role) {
                                      return object({{"role-id", role.first}, {"party-uuids", held[role.first]}});
                                    })},
       {"remarks", markup(report.contains)}});
}

Json Writer::objective(const Control& control) const {
  const auto part = object({{"id", objective_id(control)},
                            {"name", "assessment-objective"},
                            {"title", markup(control.title)},
                            {"prose", markup(control.words.what.empty() ? control.title : control.words.what)}});
  return object({{"control-id", token(control.id)}, {"parts", Json::array({part})}});
}

/// The plan that OSCAL wants the results of is the standard itself; then each document that something rests on, once.
Json Writer::resources() const {
  Json made =
      Json::array({object({{"uuid", profile_uuid()},
                           {"title", markup(profile.title)},
                           {"description", markup(profile.about.empty() ? profile.title : profile.about)},
                           {"props", Json::array({prop("profile", profile.id), prop("version", profile.version)})}})});
  std::set<std::string> told;
  for (const auto& [index, uuid] : observations) {
    const auto& said = assessment.statement(index);
    if (said.file.empty() || !told.insert(file_uuid(said, assessment)).second) continue;
    auto link = object({{"href", uri_path(said.file)}});
    if (!said.sha256.empty())
      link["hashes"] = Json::array({object({{"algorithm", "SHA-256"}, {"value", said.sha256}})});
    made.push_back(object({{"uuid", file_uuid(said, assessment)},
                           {"title", markup(said.file)},
                           {"rlinks", Json::array({std::move(link)})}}));
  }
  return made;
}

Json Writer::document() const {
  const auto objectives = list(profile.controls, [this](const Control& control) { return objective(control); });
  const auto results = object({{"uuid", uuid_of_day(assessment, "document", profile.version)},
                               {"metadata", metadata()},
                               {"import-ap", object({{"href", "#" + profile_uuid()}})},
                               {"local-definitions", object({{"objectives-and-methods", objectives}})},
                               {"results", Json::array({result_of(report, observations)})},
                               {"back-matter", object({{"resources", resources()}})}});
  return object({{"assessment-results", results}});
}

}  // namespace

std::string export_oscal(const Report& report, const Sources& /*files*/) {
  return json_text(Writer{report}.document(), 2);
}

}  // namespace candor
