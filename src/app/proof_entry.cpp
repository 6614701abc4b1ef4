#include "app/proof_entry.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "app/files.hpp"
#include "app/yaml_text.hpp"

namespace candor::app {

namespace {

constexpr const char* new_file_head = "candor: 1\nproof:\n";

/// What a proof file says when it is read into the client's inventory.
Inventory read_into(const Inventory& inventory, std::string name, std::string text, const ReadContext& context,
                    Session& session) {
  Inventory result = inventory;
  result.statements.clear();
  const auto file = session.sources.add(std::move(name), std::move(text));
  if (const auto tree = yaml::parse(session.sources, file, session.diagnostics))
    read_evidence_file(*tree, context, result, session.diagnostics);
  return result;
}

/// Where the dash of a new item must stand so that it continues the list under `proof`, which
/// must be the last thing in the file; nothing when the list is not one that can be continued.
std::optional<std::size_t> indent_of_list(const yaml::Tree& tree, std::string_view text, Session& session) {
  const auto root = yaml::Node{tree, session.diagnostics}.members();
  const std::vector<yaml::Member> members{root.begin(), root.end()};
  if (members.empty() || members.back().key.raw() != "proof") return std::nullopt;
  const auto& list = members.back().value;
  if (list.is_scalar()) return list.raw().empty() ? std::optional<std::size_t>{2} : std::nullopt;
  if (!list.is_sequence()) return std::nullopt;
  const auto items = list.items();
  if (items.empty()) return std::nullopt;
  const auto line = session.sources.line(tree.file, items.back().place().line);
  const auto dash = line.find_first_not_of(' ');
  if (dash == std::string_view::npos || line[dash] != '-' || text.empty()) return std::nullopt;
  return dash;
}

bool proves_the_same(const Statement& a, const Statement& b) {
  return a.fact == b.fact && a.part == b.part && a.value == b.value && a.kind == b.kind && a.date == b.date &&
         a.by == b.by && a.file == b.file && a.sha256 == b.sha256;
}

bool is_unchanged(const Statement& a, const Statement& b) {
  return proves_the_same(a, b) && a.place.line == b.place.line && a.place.column == b.place.column;
}

std::variant<Appended, NotReplaced> added_unless(std::optional<NotReplaced> fault) {
  if (fault) return std::move(*fault);
  return Appended::Added;
}

}  // namespace

std::string to_yaml(const ProofEntry& entry, std::size_t indent) {
  const std::string space(indent, ' ');
  std::string text = fmt::format("{}- for: {}\n", space, entry.fact);
  const auto add = [&](std::string_view key, std::string_view value) {
    if (!value.empty()) text += fmt::format("{}  {}: {}\n", space, key, value);
  };
  add("part", entry.part.empty() ? std::string{} : yaml_text(entry.part));
  add("shows", entry.shows);
  add("kind", entry.kind);
  add("date", entry.date);
  add("by", yaml_text(entry.by));
  add("file", yaml_text(entry.file));
  add("sha256", entry.sha256);
  add("where", entry.where.empty() ? std::string{} : yaml_text(entry.where));
  return text;
}

bool check_entry(const ProofEntry& entry, const LoadedClient& client, const ReadContext& context, Session& session) {
  const auto read = read_into(client.inventory, "the new entry", new_file_head + to_yaml(entry, 2), context, session);
  return !session.diagnostics.has_errors() && read.statements.size() == 1;
}

std::variant<Appended, NotReplaced> append_entry(const ProofEntry& entry, const LoadedClient& client,
                                                 const ReadContext& context) {
  const auto path = join(client.folder, "evidence/proof.yaml");
  if (!exists(path)) {
    const auto why = create_file_inside(client.folder, path, new_file_head + to_yaml(entry, 2));
    return added_unless(why ? std::optional{NotReplaced{*why}} : std::nullopt);
  }
  const auto bytes = read_bytes(path, yaml::max_file_bytes);
  if (const auto* fault = std::get_if<FileFault>(&bytes)) return NotReplaced{fault->message};
  const auto& before = std::get<std::string>(bytes);

  Session session;  // of its own: this file was read without a fault a moment ago
  const auto file = session.sources.add(path, before);
  const auto tree = yaml::parse(session.sources, file, session.diagnostics);
  const auto indent = tree ? indent_of_list(*tree, before, session) : std::nullopt;
  if (!indent) return NotReplaced{"its entries are not written in a list that can be continued at the end of the file"};
  const bool ends_line = before.ends_with('\n');
  const auto after = before + (ends_line ? "" : "\n") + to_yaml(entry, *indent);

  const auto old = read_into(client.inventory, path, before, context, session).statements;
  const auto wanted =
      read_into(client.inventory, "the new entry", new_file_head + to_yaml(entry, 2), context, session).statements;
  if (wanted.size() == 1 &&
      std::ranges::any_of(old, [&](const Statement& s) { return proves_the_same(s, wanted.front()); }))
    return Appended::WasThere;
  const auto now = read_into(client.inventory, path, after, context, session).statements;
  const bool is_sound = !session.diagnostics.has_errors() && now.size() == old.size() + 1 &&
                        std::equal(old.begin(), old.end(), now.begin(), is_unchanged) && now.back().file == entry.file;
  if (!is_sound) return NotReplaced{"the file would not read as before with the entry at its end"};
  return added_unless(replace_file(path, before, after));
}

}  // namespace candor::app
