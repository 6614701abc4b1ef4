#include "app/control.hpp"

#include <fmt/format.h>

namespace candor::app {

std::optional<std::size_t> find_control(const ReadContext& context, const std::string& id, Session& session) {
  const auto control = context.profile.find(id);
  if (!control)
    session.refuse(fmt::format("`{}` is not a control of {}", id, context.profile.id), hint_for_control(id, context));
  return control;
}

}  // namespace candor::app
