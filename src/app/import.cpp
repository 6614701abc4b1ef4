#include "candor/import/import.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/evidence_text.hpp"
#include "app/exit_status.hpp"
#include "app/files.hpp"
#include "app/import_files.hpp"
#include "app/load_client.hpp"
#include "app/load_profile.hpp"
#include "app/output.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"
#include "app/verbs.hpp"
#include "candor/text/suggest.hpp"
#include "candor/text/utf8.hpp"
#include "import/look.hpp"

namespace candor::app {

namespace {

const Importer* find_importer(const std::string& name, Session& session) {
  const auto found = std::ranges::find(importers(), name, &Importer::name);
  if (found != importers().end()) return &*found;
  std::vector<std::string_view> names;
  for (const auto& importer : importers()) names.push_back(importer.name);
  auto hint = did_you_mean(name, names);
  if (hint.empty()) hint = fmt::format("what can be imported: {}", fmt::join(names, ", "));
  session.refuse(fmt::format("`{}` cannot be imported", name), hint);
  return nullptr;
}

std::optional<DayOrder> find_order(const Arguments& arguments, Session& session) {
  if (!arguments.dates) return std::nullopt;
  if (*arguments.dates == "day-first") return DayOrder::DayFirst;
  if (*arguments.dates == "month-first") return DayOrder::MonthFirst;
  session.refuse(fmt::format("--dates: `{}` is no order of days and months", *arguments.dates),
                 "it is day-first or month-first");
  return std::nullopt;
}

std::optional<Date> find_day(const Arguments& arguments, Session& session) {
  if (!arguments.date) return std::nullopt;
  auto date = parse_date(*arguments.date);
  if (!date)
    session.refuse(fmt::format("--date: `{}` is not a day", *arguments.date),
                   "write year, month and day, as in 2026-11-12");
  return date;
}

void check_client(const Arguments& arguments, Session& session) {
  if (!arguments.into)
    session.refuse("`candor import` needs --into CLIENT", "the client's folder that the evidence is for");
  else if (is_no_folder(*arguments.into))
    session.refuse(fmt::format("--into: `{}` is not a folder", *arguments.into),
                   "evidence is kept in a client's folder, beside its inventory");
}

void check_options(const Arguments& arguments, const Importer* importer, Session& session) {
  if (arguments.part && arguments.is_whole)
    session.refuse("--part and --whole contradict each other", "a tool looked at one part, or at all there is");
  if (importer == nullptr) return;
  if (arguments.map && !importer->takes_map)
    session.refuse(fmt::format("--map is not for `{}`", importer->name), "it says what the columns of `csv` mean");
  if (!arguments.map && importer->takes_map)
    session.refuse(fmt::format("`{}` needs --map FILE", importer->name),
                   "a small file that says what the columns mean; see candor-inventory(5)");
}

std::string in_numbers(std::size_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

bool is_empty(const Brought& brought) {
  return brought.offered.empty() && brought.agreed.empty() && brought.declined.empty() && brought.statements.empty();
}

std::string in_backticks(const std::vector<std::string>& names) {
  return fmt::format("`{}`", fmt::join(names, "`, `"));
}

/// The parts that the inventory names for a fact.
std::vector<std::string> parts_of(FactId fact, const Inventory& inventory) {
  std::vector<std::string> parts;
  for (const auto& known : inventory.statements)
    if (known.fact == fact && known.origin == Origin::Inventory && !known.part.empty()) parts.push_back(known.part);
  return parts;
}

/// Where the tool's name for a part is none of the inventory's, a line a fact, and what to do about it.
std::string told_of_strangers(const Brought& brought, const LoadedClient& client, const Catalog& catalog) {
  std::map<FactId, std::vector<std::string>> strangers;
  for (const auto& statement : brought.statements) {
    const auto parts = parts_of(statement.fact, client.inventory);
    auto& names = strangers[statement.fact];
    const bool is_stranger = !statement.part.empty() && !parts.empty() &&
                             std::ranges::find(parts, statement.part) == parts.end() &&
                             std::ranges::find(names, statement.part) == names.end();
    if (is_stranger) names.push_back(statement.part);
  }
  std::string text;
  for (const auto& [fact, names] : strangers)
    if (!names.empty())
      text += fmt::format("  no part of {} in the inventory, which has {}: {}\n", catalog.facts[fact].address,
                          in_backticks(parts_of(fact, client.inventory)), in_backticks(names));
  if (!text.empty())
    text += "  It stands beside them. If it is one of them, remove this file and import again with --part.\n";
  return text;
}

/// What came in, a line each, and what the tool could not see.
std::string told(const Brought& brought, const LoadedClient& client, const Catalog& catalog) {
  std::string text;
  for (const auto& statement : brought.statements) {
    const auto& fact = catalog.facts[statement.fact];
    text += fmt::format("  {}{}: {}, {} of {}\n", fact.address,
                        statement.part.empty() ? std::string{} : fmt::format(" ({})", statement.part),
                        to_text(statement.value, fact), name(statement.kind), to_iso(statement.date));
    if (!statement.note.empty()) text += fmt::format("    {}\n", statement.note);
  }
  for (const auto& sentence : brought.not_seen) text += fmt::format("  not seen: {}\n", sentence);
  return text + told_of_strangers(brought, client, catalog);
}

/// True when the user says a part or a day, and what was imported of these bytes has another.
bool is_said_otherwise(const Arguments& arguments, const Brought& brought, const Inventory& inventory,
                       const std::string& digest) {
  if (!arguments.part && !arguments.is_whole && !arguments.date) return false;
  return !std::ranges::all_of(brought.statements, [&](const Statement& statement) {
    return std::ranges::any_of(inventory.statements, [&](const Statement& known) {
      return known.sha256 == digest && known.fact == statement.fact && known.part == statement.part &&
             (!arguments.date || known.date == statement.date);
    });
  });
}

/// What no client has is no client's: the scan of a whole provider, or the wrong column.
void check_parts(const Brought& brought, std::uint32_t file, Session& session) {
  std::set<std::string_view> parts;
  for (const auto& statement : brought.statements) parts.insert(statement.part);
  if (parts.size() > most_parts)
    session.diagnostics.error({file, 0, 0}, "too-large", fmt::format("more than {} parts are told of here", most_parts),
                              "import what belongs to this client alone");
}

std::string told_answers(const Brought& brought) {
  return fmt::format("{}, {}, {}", in_numbers(brought.agreed.size(), "agreed action", "agreed actions"),
                     in_numbers(brought.declined.size(), "decline", "declines"),
                     in_numbers(brought.offered.size(), "offer", "offers"));
}

int write_evidence(const Brought& brought, const Import& import, const LoadedClient& client, const Standard& standard,
                   const ReadContext& reading, const Session& importing) {
  const auto name = free_name(client.folder, import, brought.date);
  const auto path = join(client.folder, name);
  const auto text = to_yaml(brought, import, standard.catalog);
  Session checking;
  checking.color = importing.color;
  if (!reads_back(path, text, brought, client.inventory, reading, checking)) {
    complain(fmt::format("`{}` would not read as what was imported", path), "nothing was changed");
    (void)checking.stop_if_faulty();
    return exit_status::not_understood;
  }
  if (const auto why = create_file_inside(client.folder, path, text)) {
    complain(fmt::format("`{}` cannot be written: {}", path, *why), "no file was changed");
    return exit_status::not_written;
  }
  const auto said = brought.statements.empty() ? told_answers(brought)
                                               : in_numbers(brought.statements.size(), "statement", "statements") +
                                                     "\n" + told(brought, client, standard.catalog);
  return write_result(fmt::format("{}: {}{}", show_hostile(path), said, said.ends_with('\n') ? "" : "\n"), std::nullopt,
                      importing);
}

}  // namespace

int import_file(const Arguments& arguments) {
  Session session;
  const auto settings = settle(arguments, session);
  const auto standard = load_standard(settings, session);
  const auto* importer = find_importer(arguments.action, session);
  const auto order = find_order(arguments, session);
  const auto looked = find_day(arguments, session);
  check_client(arguments, session);
  check_options(arguments, importer, session);
  if (const auto status = session.stop_if_faulty()) return *status;
  if (!standard) return exit_status::not_understood;

  const ReadContext reading{standard->catalog, standard->profile, settings.latest};
  const auto client = load_client(*arguments.into, reading, session);
  if (const auto status = session.stop_if_faulty()) return *status;
  if (!client) return exit_status::not_understood;

  Session importing;
  importing.color = session.color;
  auto read = read_files(*importer, arguments.files, arguments.map, importing);
  if (const auto status = importing.stop_if_faulty()) return *status;
  const auto shown = show_hostile(fmt::format("{}", fmt::join(arguments.files, ", ")));
  const auto unchanged = [&](std::string_view why) {
    return write_result(fmt::format("{}: {}; nothing was changed\n", shown, why), std::nullopt, importing);
  };
  const ImportContext context{.sources = importing.sources,
                              .catalog = standard->catalog,
                              .profile = standard->profile,
                              .inventory = client->inventory,
                              .as_of = settings.as_of,
                              .latest = settings.latest,
                              .dates = order,
                              .looked = looked,
                              .map = read.map};
  auto all = importer->read(read.files, context, importing.diagnostics);
  if (!read.files.empty()) check_parts(all, read.files.front().file, importing);
  if (const auto status = importing.stop_if_faulty()) return *status;
  if (!all.program.empty()) read.import.program = all.program;
  place(all, {arguments.part.value_or(""), arguments.is_whole});

  const auto before = find_imported(client->folder, read.import, session);
  if (const auto status = session.stop_if_faulty()) return *status;
  const bool was_imported = before.has_value();
  if (was_imported && !all.statements.empty()) {
    if (!is_said_otherwise(arguments, all, client->inventory, read.import.sha256))
      return unchanged(fmt::format("imported before, as {}", *before));
    session.refuse(fmt::format("{}: imported before, as {}, with another part or day", shown, *before),
                   "remove that file to import it otherwise");
    return session.stop_if_faulty().value_or(exit_status::command_line);
  }
  const auto brought = was_imported ? Brought{} : only_new(all, client->inventory);
  if (is_empty(brought)) return unchanged(is_empty(all) ? "nothing was filled in" : "all of it was imported before");
  return write_evidence(brought, read.import, *client, *standard, reading, importing);
}

}  // namespace candor::app
