#include "candor/model/history.hpp"

#include <algorithm>
#include <cstdlib>

namespace candor {

bool HistoryEntry::held() const { return std::ranges::all_of(limits, &LimitLine::held); }

Result result_of(const Assessment& assessment) {
  const auto& client = assessment.inventory->client;
  const auto& profile = *assessment.profile;
  Result result{client.id,        client.name,        profile.id,       profile.version,
                assessment.as_of, assessment.verdict, assessment.score, {}};
  for (const Finding& finding : assessment.findings) {
    const Control& control = assessment.control_of(finding);
    result.controls.push_back(
        {control.id, control.title, control.minimum, control.weight, finding.outcome, finding.interval});
  }
  return result;
}

bool is_of_client(const Result& result, const Client& client) {
  Client recorded;
  recorded.id = result.client_id;
  recorded.name = result.client;
  return is_same_client(recorded, client);
}

std::string_view name(InputFile::Role role) {
  switch (role) {
    case InputFile::Role::Profile: return "profile";
    case InputFile::Role::Inventory: return "inventory";
    case InputFile::Role::Evidence: return "evidence";
    case InputFile::Role::ForClients: return "for_clients";
    case InputFile::Role::Prices: return "prices";
  }
  std::abort();  // a value that is no enumerator
}

}  // namespace candor
