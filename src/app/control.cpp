#include "app/control.hpp"

#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "candor/text/suggest.hpp"

namespace candor::app {

std::optional<std::size_t> find_control(const Profile& profile, const std::string& id, Session& session) {
  const auto control = profile.find(id);
  if (control) return control;
  std::vector<std::string_view> ids;
  for (const auto& known : profile.controls) ids.push_back(known.id);
  auto hint = did_you_mean(id, ids);
  if (hint.empty()) hint = "`candor profile show` lists the controls";
  session.refuse(fmt::format("`{}` is not a control of {}", id, profile.id), hint);
  return std::nullopt;
}

}  // namespace candor::app
