#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "candor/text/node.hpp"
#include "candor/text/quoted.hpp"

namespace candor {

/// True for the scalar `unknown`: an answer to any question about a client.
[[nodiscard]] bool says_unknown(const yaml::Node& node);

/// What to write instead of `n/a`, `?`, `TBC` and other ways of not answering; otherwise `fallback`.
[[nodiscard]] std::string hint_for(std::string_view text, std::string fallback);

/// A complaint whose hint is looked for only while complaints are still kept: a file of
/// nothing but faults must not cost a search each.
template <typename Hint>
void complain(const yaml::Node& node, std::string_view code, std::string message, Hint find_hint) {
  node.error(code, std::move(message), node.diagnostics().is_full() ? std::string{} : find_hint());
}

/// The optional text under a key; empty when it is not there or not a text (which is complained about).
[[nodiscard]] std::string read_text(const yaml::Node& mapping, std::string_view key, std::string_view what = "a text");

}  // namespace candor
