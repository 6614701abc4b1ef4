#pragma once

#include <functional>

namespace candor {

/// Does some work in a process of its own and says whether it came back true. For a library that does not survive
/// every lack of memory: what goes wrong there ends that process alone. Only what it writes into files comes back.
[[nodiscard]] bool in_own_process(const std::function<bool()>& work);

}  // namespace candor
