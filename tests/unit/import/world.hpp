#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "candor/import/import.hpp"
#include "candor/read/builtin.hpp"
#include "candor/read/read.hpp"

/// What importers of tools are tested in: the built-in catalog, a client who has told nothing, and 26 November 2026.
namespace candor::test {

/// What the user said beside the files.
struct Said {
  std::optional<DayOrder> dates{};
  std::optional<Date> looked{};
  std::string_view map{};
  PartSaid part{};
};

/// The name of a file and its bytes.
using Written = std::pair<std::string, std::string>;

class World {
 public:
  World() : catalog_(read_catalog(builtin_catalog(built_in_), complaints_)) {}

  /// What an importer brings, a line each, then its complaints in full:
  ///
  ///     2026-11-21 restic 0.14.0: 2 snapshots
  ///     mfa.cloud_accounts [contoso.com] = 2 of 3 (1 unknown), export, where: rows 2 to 4, note: why
  ///     not seen: …
  std::string import(std::string_view importer, std::vector<Written> written, const Said& said = {}) {
    Sources sources;
    Diagnostics diagnostics{sources};
    std::vector<ImportFile> files;
    for (auto& [name, bytes] : written) {
      const auto file = sources.add(std::move(name), std::move(bytes));
      files.push_back({file, sources.at(file).bytes});
    }
    auto context = this->context(sources, said);
    if (!said.map.empty()) {
      const auto file = sources.add("map.yaml", std::string{said.map});
      context.map = ImportFile{file, sources.at(file).bytes};
    }
    for (const auto& one : importers()) {
      if (one.name != importer) continue;
      auto brought = one.read(files, context, diagnostics);
      if (diagnostics.has_errors()) return diagnostics.to_text();
      place(brought, said.part);
      return to_text(one, brought) + diagnostics.to_text();
    }
    return "no such importer\n";
  }

  std::string import(std::string_view importer, std::string bytes, const Said& said = {}) {
    return import(importer, {{"file", std::move(bytes)}}, said);
  }

  /// The same for what a test brings itself, of a file of no bytes.
  template <typename Bring>
  std::string look(Bring bring, const Said& said = {}) {
    Sources sources;
    Diagnostics diagnostics{sources};
    sources.add("file", {});
    const auto brought = bring(context(sources, said), diagnostics);
    return diagnostics.has_errors() ? diagnostics.to_text() : to_text({}, brought);
  }

 private:
  [[nodiscard]] ImportContext context(const Sources& sources, const Said& said) const {
    return {.sources = sources,
            .catalog = catalog_,
            .profile = profile_,
            .inventory = inventory_,
            .as_of = today_,
            .latest = today_,
            .dates = said.dates,
            .looked = said.looked};
  }

  [[nodiscard]] std::string to_text(const Importer& importer, const Brought& brought) const {
    auto text = to_iso(brought.date);
    if (!importer.name.empty()) text += " " + std::string{importer.name};
    if (!brought.version.empty()) text += " " + brought.version;
    if (!brought.scope.empty()) text += ": " + brought.scope;
    text += "\n";
    for (const auto& statement : brought.statements) {
      const auto& fact = catalog_.facts[statement.fact];
      text += fact.address;
      if (!statement.part.empty()) text += " [" + statement.part + "]";
      text += " = " + candor::to_text(statement.value, fact) + ", " + std::string{name(statement.kind)};
      if (statement.date != brought.date) text += " of " + to_iso(statement.date);
      if (!statement.where.empty()) text += ", where: " + statement.where;
      if (!statement.note.empty()) text += ", note: " + statement.note;
      text += "\n";
    }
    for (const auto& sentence : brought.not_seen) text += "not seen: " + sentence + "\n";
    return text;
  }

  Sources built_in_;
  Diagnostics complaints_{built_in_};
  Catalog catalog_;
  Profile profile_;
  Inventory inventory_;
  Date today_ = *parse_date("2026-11-26");
};

}  // namespace candor::test
