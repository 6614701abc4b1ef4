#include "app/fingerprint.hpp"

#include <string>
#include <string_view>
#include <variant>

#include <fmt/format.h>

#include "app/files.hpp"
#include "candor/text/sha256.hpp"

namespace candor::app {

namespace {

constexpr int most_levels = 8;  // of folders in one another; deeper ones are looked at again each time

/// Adds a line a file; false where one of them cannot be told.
bool add_folder(const std::string& folder, const std::string& below, int level, std::string& all) {
  if (level > most_levels) return false;
  Session looking;
  const auto names = names_of(join(folder, below), most_names, looking);
  if (looking.diagnostics.has_errors()) return false;
  for (const auto& name : names) {
    if (name.starts_with('.') || (level == 0 && name == "history")) continue;
    const auto inner = join(below, name);
    const auto path = join(folder, inner);
    if (is_folder(path)) {
      if (!add_folder(folder, inner, level + 1, all)) return false;
      continue;
    }
    const auto bytes = read_bytes(path, max_document_bytes);
    const auto* text = std::get_if<std::string>(&bytes);
    if (text == nullptr) return false;
    all += fmt::format("{} {}\n", sha256(*text), inner);
  }
  return true;
}

std::optional<std::string> digest_of(const std::string& folder) {
  std::string all;
  if (!is_folder(folder) || !add_folder(folder, {}, 0, all)) return std::nullopt;
  return sha256(all);
}

}  // namespace

std::optional<std::string> Fingerprint::of(const std::string& client, const std::string& provider) {
  const auto own = digest_of(client);
  if (!own) return std::nullopt;
  if (provider.empty()) return sha256(fmt::format("{}\n{}\n", runs_by_, *own));
  const auto& others = of_provider(provider);
  if (!others) return std::nullopt;
  return sha256(fmt::format("{}\n{}\n{}\n{}\n", runs_by_, *own, provider, *others));
}

const std::optional<std::string>& Fingerprint::of_provider(const std::string& folder) {
  const auto known = providers_.find(folder);
  return known != providers_.end() ? known->second : providers_.emplace(folder, digest_of(folder)).first->second;
}

}  // namespace candor::app
