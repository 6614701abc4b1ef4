#include "app/load_client.hpp"

#include <filesystem>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "app/documents.hpp"
#include "app/files.hpp"

namespace candor::app {

namespace {

constexpr std::size_t max_evidence_bytes = 32u << 20u;  // of all files that are read there

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> endings) {
  for (const auto ending : endings)
    if (name.ends_with(ending)) return true;
  return false;
}

/// The inventory of a folder, whichever of the two names it has.
std::optional<yaml::Tree> read_inventory_tree(const std::string& folder, Session& session) {
  if (const auto fault = why_hidden(join(folder, "inventory.yaml"))) {
    complain_about_file(join(folder, "inventory.yaml"), *fault, session);
    return std::nullopt;
  }
  const bool is_yaml = exists(join(folder, "inventory.yaml"));
  const bool is_json = exists(join(folder, "inventory.json"));
  if (is_yaml && is_json) {
    complain_about_file(
        folder, {"two-inventories", "this folder has an inventory.yaml and an inventory.json", "keep one of them"},
        session);
    return std::nullopt;
  }
  if (is_yaml) return read_tree_inside(folder, "inventory.yaml", session);
  if (is_json) return read_tree_inside(folder, "inventory.json", session);
  complain_about_file(folder,
                      {"no-inventory", "this folder has no inventory.yaml",
                       "`candor init FOLDER` makes a client's folder with every question in it"},
                      session);
  return std::nullopt;
}

/// True for a file of ours, whatever else is wrong with it: a line of it begins with `candor:`.
bool claims_to_be_ours(std::string_view bytes) {
  return bytes.starts_with("candor:") ||
         bytes.starts_with(
             "\xEF\xBB\xBF"
             "candor:") ||
         bytes.find("\ncandor:") != std::string_view::npos;
}

/// A file that is not read must not pass for read.
void name_unread(const std::vector<std::string>& names, const std::string& folder, Session& session) {
  if (names.empty()) return;
  const auto file = session.sources.add(join(folder, "evidence"), {});
  session.diagnostics.warning({file, 0, 0}, "unread-evidence", fmt::format("not read: {}", fmt::join(names, ", ")),
                              "a YAML file of ours here ends in `.yaml` and begins with `candor: 1`");
}

/// Everything of ours in the folder, in the order of its names.
void read_evidence(LoadedClient& client, const ReadContext& context, Session& session) {
  std::vector<std::string> unread;
  std::size_t size = 0;
  for (const auto& name : names_in(client.folder, "evidence", session)) {
    if (!ends_with_any(name, {".yaml", ".yml"})) continue;
    const auto path = "evidence/" + name;
    auto bytes = name.ends_with(".yaml") ? read_member(client.folder, path) : Bytes{};
    const auto* text = std::get_if<std::string>(&bytes);
    const bool is_ours = name == "proof.yaml" || text == nullptr || claims_to_be_ours(*text);
    if (!is_ours) {
      unread.push_back(fmt::format("`{}`", name));
      continue;
    }
    size += text ? text->size() : 0;
    if (size > max_evidence_bytes) {
      complain_about_file(
          join(client.folder, "evidence"),
          {"too-large", fmt::format("what is read here is larger than {} MiB", max_evidence_bytes >> 20u),
           "newer imports of a tool stand for older ones: keep these elsewhere"},
          session);
      break;
    }
    if (auto tree = add_tree(join(client.folder, path), std::move(bytes), session)) {
      read_evidence_file(*tree, context, client.inventory, session.diagnostics);
      client.files.push_back({InputFile::Role::Evidence, path, std::move(*tree)});
    }
  }
  name_unread(unread, client.folder, session);
}

}  // namespace

bool has_inventory(const std::string& folder) {
  return exists(join(folder, "inventory.yaml")) || exists(join(folder, "inventory.json"));
}

std::optional<LoadedClient> load_client(const std::string& path, const ReadContext& context, Session& session) {
  LoadedClient client;
  std::optional<yaml::Tree> tree;
  client.is_whole_folder = path != "-" && is_folder(path);
  if (path == "-") {
    client.has_folder = false;
    tree = read_standard_input(session);
  } else if (client.is_whole_folder) {
    client.folder = path;
    tree = read_inventory_tree(path, session);
  } else {
    client.folder = std::filesystem::path{path}.parent_path().string();
    tree = read_tree(path, session);
  }
  if (client.has_folder) session.folders.push_back(client.folder);
  if (!tree) return std::nullopt;
  client.inventory = read_inventory(*tree, context, session.diagnostics);
  client.statements_told = client.inventory.statements.size();
  const auto file = tree->file;
  auto name = std::filesystem::path{session.sources.at(file).name}.filename().string();
  client.files.push_back({InputFile::Role::Inventory, std::move(name), std::move(*tree)});
  if (client.is_whole_folder) read_evidence(client, context, session);
  if (client.has_folder)
    check_documents(client.inventory, client.folder, session);
  else
    name_unchecked_documents(client.inventory, file, session);
  return client;
}

}  // namespace candor::app
