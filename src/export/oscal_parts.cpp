#include "export/oscal_parts.hpp"

#include <fmt/format.h>

#include "candor/model/plan.hpp"
#include "export/plain_line.hpp"
#include "export/prose.hpp"
#include "export/uuid.hpp"

namespace candor::oscal {

namespace {

constexpr std::string_view ours = "urn:candor:oscal";

}  // namespace

Json prop(std::string_view name, std::string_view value) {
  return object({{"name", name}, {"ns", ours}, {"value", line(value)}});
}
Json prop(std::string_view name, std::int64_t value) { return prop(name, fmt::format("{}", value)); }

std::string markup(std::string_view text) { return markdown_text(line(text)); }

std::string line(std::string_view text) {
  auto made = plain_line(text);
  const auto first = made.find_first_not_of(' ');
  if (first == std::string::npos) return "none";
  return made.substr(first, made.find_last_not_of(' ') - first + 1);
}

std::string moment(Date date) { return to_iso(date) + "T00:00:00Z"; }

std::string token(std::string_view id) {
  const bool is_started = !id.empty() && id.front() >= 'a' && id.front() <= 'z';
  return is_started ? std::string{id} : "_" + std::string{id};
}

std::string objective_id(const Control& control) { return token(control.id) + "_obj"; }

std::string share(Millionths millionths) { return fmt::format("{}.{:06}", millionths / whole, millionths % whole); }

std::string uuid_of_client(const Assessment& assessment, std::string_view what, std::string_view name) {
  return uuid_of(fmt::format("{}\n{}\n{}", what, client_key(assessment.inventory->client), name));
}

std::string uuid_of_standard(const Assessment& assessment, std::string_view what, std::string_view name) {
  return uuid_of_client(assessment, what, fmt::format("{}\n{}", assessment.profile->id, name));
}

std::string uuid_of_day(const Assessment& assessment, std::string_view what, std::string_view name) {
  return uuid_of_standard(assessment, what, fmt::format("{}\n{}", to_iso(assessment.as_of), name));
}

}  // namespace candor::oscal
