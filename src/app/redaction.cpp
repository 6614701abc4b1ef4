#include "app/redaction.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "candor/import/import.hpp"
#include "candor/read/builtin.hpp"

namespace candor::app {

namespace {

constexpr std::array<std::string_view, 9> names_of_ours{"inventory.yaml", "inventory.json",        "proof.yaml",
                                                        "prices.yaml",    "for_clients.yaml",      "candor.yaml",
                                                        "catalog.yaml",   "minimum-standard.yaml", "standard input"};

/// `client/` of what lies in the first folder that was read, `folder-2/` in the next; empty outside of them.
std::string stand_in_for_folder(const std::filesystem::path& file, const std::vector<std::string>& folders) {
  std::vector<std::string> seen;
  for (const auto& folder : folders) {
    if (std::ranges::find(seen, folder) != seen.end()) continue;
    seen.push_back(folder);
    const auto inside = file.lexically_normal().lexically_relative(std::filesystem::path{folder}.lexically_normal());
    if (inside.empty() || *inside.begin() == "..") continue;
    auto name = seen.size() == 1 ? std::string{"client/"} : fmt::format("folder-{}/", seen.size());
    const auto parent = inside.parent_path();
    return parent == "evidence" || parent == "history" ? name + parent.string() + "/" : name;
  }
  return {};
}

std::string stand_in_for_file(const std::filesystem::path& file, std::uint32_t number) {
  const auto name = file.filename().string();
  if (std::ranges::find(names_of_ours, name) != names_of_ours.end()) return name;
  const auto ending = file.extension();
  const bool is_known = ending == ".yaml" || ending == ".json";
  return fmt::format("file-{}{}", number, is_known ? ending.string() : std::string{});
}

bool is_built_in(const Standard& standard, const Session& session) {
  const auto is_ours = [&](const InputFile& file) { return session.sources.at(file.tree.file).bytes.empty(); };
  return !standard.files.empty() && std::ranges::all_of(standard.files, is_ours);
}

}  // namespace

StandIns no_stand_ins() {
  std::set<std::string, std::less<>> known;
  for (const auto id : builtin_profiles()) known.emplace(id);
  for (const auto& importer : importers())
    if (!importer.program.empty()) known.emplace(importer.program);
  return StandIns{std::move(known)};
}

Named named(Inventory& inventory, const Standard& standard, const Session& session, std::string_view whose) {
  return {&inventory, &standard.catalog, &standard.profile, whose, is_built_in(standard, session)};
}

void redact(Standard& standard, StandIns& stand_ins, const Session& session) {
  if (!is_built_in(standard, session)) candor::redact(standard.profile, stand_ins);
}

StandIns redact(Inventory& client, std::optional<LoadedClient>& provider, Standard& standard, const Session& session) {
  auto stand_ins = no_stand_ins();
  std::vector<Named> all{named(client, standard, session)};
  if (provider) all.push_back(named(provider->inventory, standard, session, "Provider"));
  candor::redact(all, stand_ins);
  redact(standard, stand_ins, session);
  return stand_ins;
}

void redact(EarlierResult& earlier, StandIns& stand_ins) {
  if (earlier.asked != "last") earlier.asked = stand_ins.of(earlier.asked, "File");
  if (earlier.result) candor::redact(*earlier.result, stand_ins);
}

Sources stand_ins_for(const Sources& sources, const std::vector<std::string>& folders) {
  Sources shown;
  for (std::uint32_t file = 0; file < sources.size(); ++file) {
    const std::filesystem::path path{sources.at(file).name};
    (void)shown.add(stand_in_for_folder(path, folders) + stand_in_for_file(path, file + 1), {});
  }
  return shown;
}

std::string without_quotes(std::string_view message) {
  const auto first = message.find('`');
  const auto last = message.rfind('`');
  if (first == last) return std::string{message};
  return fmt::format("{}`…`{}", message.substr(0, first), message.substr(last + 1));
}

}  // namespace candor::app
