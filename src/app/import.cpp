#include "candor/import/import.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "app/evidence_text.hpp"
#include "app/exit_status.hpp"
#include "app/files.hpp"
#include "app/load_client.hpp"
#include "app/load_profile.hpp"
#include "app/output.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"
#include "app/verbs.hpp"
#include "candor/text/sha256.hpp"
#include "candor/text/suggest.hpp"
#include "candor/text/utf8.hpp"

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

void check_client(const Arguments& arguments, Session& session) {
  if (!arguments.into)
    session.refuse("`candor import` needs --into CLIENT", "the client's folder that the evidence is for");
  else if (!is_folder(*arguments.into))
    session.refuse(fmt::format("--into: `{}` is not a folder", *arguments.into),
                   "evidence is kept in a client's folder, beside its inventory");
}

/// True when a file of the evidence folder came from these very bytes, on whatever day.
bool was_imported(const std::string& folder, const std::string& digest) {
  return std::ranges::any_of(names_in(join(folder, "evidence")), [&](const std::string& name) {
    if (!name.ends_with(".yaml")) return false;
    const auto bytes = read_bytes(join(folder, "evidence/" + name), yaml::max_file_bytes);
    const auto* text = std::get_if<std::string>(&bytes);
    return text != nullptr && text->find("sha256: " + digest + "}") != std::string::npos;
  });
}

/// The first name of that day that is free: what is there is never replaced.
std::string free_name(const std::string& folder, std::string_view tool, Date date) {
  const auto stem = fmt::format("evidence/{}-{}", tool, to_iso(date));
  auto name = stem + ".yaml";
  for (int number = 2; exists(join(folder, name)); ++number) name = fmt::format("{}-{}.yaml", stem, number);
  return name;
}

/// True when the new file says to a reader what was brought: only then it is worth keeping.
bool reads_back(const std::string& name, const std::string& text, const Brought& brought, const Inventory& inventory,
                const ReadContext& context, Session& session) {
  Inventory read = inventory;  // a part, a party: whatever a later run will hold the file against
  read.offered.clear();
  read.agreed.clear();
  read.declined.clear();
  const auto file = session.sources.add(name + " (not written)", text);
  if (const auto tree = yaml::parse(session.sources, file, session.diagnostics))
    read_evidence_file(*tree, context, read, session.diagnostics);
  const bool has_all = read.offered.size() == brought.offered.size() && read.agreed.size() == brought.agreed.size() &&
                       read.declined.size() == brought.declined.size();
  return has_all && !session.diagnostics.has_errors();
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

bool is_empty(const Brought& brought) {
  return brought.offered.empty() && brought.agreed.empty() && brought.declined.empty();
}

}  // namespace

int import_file(const Arguments& arguments) {
  Session session;
  const auto settings = settle(arguments, session);
  const auto standard = load_standard(settings, session);
  const auto* importer = find_importer(arguments.action, session);
  const auto order = find_order(arguments, session);
  check_client(arguments, session);
  if (const auto status = session.stop_if_faulty()) return *status;
  if (!standard) return exit_status::not_understood;

  const ReadContext reading{standard->catalog, standard->profile, settings.latest};
  const auto client = load_client(*arguments.into, reading, session);
  if (const auto status = session.stop_if_faulty()) return *status;
  if (!client) return exit_status::not_understood;

  Session importing;
  importing.color = session.color;
  auto bytes = read_bytes(arguments.file, importer->limit);
  if (const auto* fault = std::get_if<FileFault>(&bytes)) {
    complain_about_file(arguments.file, *fault, importing);
    return importing.stop_if_faulty().value_or(exit_status::not_understood);
  }
  const auto file = importing.sources.add(arguments.file, std::move(std::get<std::string>(bytes)));
  const std::string& table = importing.sources.at(file).bytes;
  const ImportContext context{.catalog = standard->catalog,
                              .profile = standard->profile,
                              .inventory = client->inventory,
                              .file = file,
                              .as_of = settings.as_of,
                              .latest = settings.latest,
                              .dates = order};
  const auto all = importer->read(table, context, importing.diagnostics);
  if (const auto status = importing.stop_if_faulty()) return *status;

  const auto digest = sha256(table);
  const auto brought = was_imported(client->folder, digest) ? Brought{} : only_new(all, client->inventory);
  const auto shown = show_hostile(arguments.file);
  if (is_empty(brought))
    return write_result(fmt::format("{}: {}; nothing was changed\n", shown,
                                    is_empty(all) ? "nothing was filled in" : "all of it was imported before"),
                        std::nullopt, importing);

  const auto name = free_name(client->folder, importer->name, brought.date);
  const auto text = to_yaml(
      brought, {std::string{importer->name}, std::filesystem::path{arguments.file}.filename().string(), digest});
  Session checking;
  checking.color = session.color;
  if (!reads_back(join(client->folder, name), text, brought, client->inventory, reading, checking)) {
    complain(fmt::format("`{}` would not read as what was imported", join(client->folder, name)),
             "nothing was changed");
    (void)checking.stop_if_faulty();
    return exit_status::not_understood;
  }
  if (const auto why = create_file_inside(client->folder, join(client->folder, name), text)) {
    complain(fmt::format("`{}` cannot be written: {}", join(client->folder, name), *why), "nothing was changed");
    return exit_status::not_written;
  }
  return write_result(fmt::format("{}: {}, {}, {}\n", show_hostile(join(client->folder, name)),
                                  counted(brought.agreed.size(), "agreed action", "agreed actions"),
                                  counted(brought.declined.size(), "decline", "declines"),
                                  counted(brought.offered.size(), "offer", "offers")),
                      std::nullopt, importing);
}

}  // namespace candor::app
