#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "app/exit_status.hpp"
#include "app/files.hpp"
#include "app/load_client.hpp"
#include "app/load_profile.hpp"
#include "app/output.hpp"
#include "app/proof_entry.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"
#include "app/verbs.hpp"
#include "app/yaml_text.hpp"
#include "candor/text/sha256.hpp"
#include "candor/text/suggest.hpp"
#include "candor/text/utf8.hpp"

namespace candor::app {

namespace {

std::optional<FactId> find_fact(const std::string& address, const Standard& standard, Session& session) {
  const auto& facts = standard.catalog.facts;
  if (const auto fact = standard.catalog.find(address)) return fact;
  std::vector<std::string_view> known;
  for (const auto& fact : facts) known.push_back(fact.address);
  auto hint = did_you_mean(address, known);
  if (standard.catalog.has_area(address)) {
    std::vector<std::string_view> names;
    for (const auto id : standard.catalog.area(address)) names.push_back(facts[id].address);
    hint = fmt::format("it is an area; name one fact of it: `{}`", fmt::join(names, "`, `"));
  } else if (const auto control = standard.profile.find(address)) {
    hint = fmt::format("this is a control; `candor explain {}` names the facts it rests on", address);
  }
  session.refuse(fmt::format("`{}` is not a fact", address), hint);
  return std::nullopt;
}

/// What the inventory tells of a fact, one statement a part.
std::vector<const Statement*> told_of(FactId fact, const LoadedClient& client) {
  std::vector<const Statement*> told;
  for (std::size_t i = 0; i < client.statements_told && i < client.inventory.statements.size(); ++i) {
    const auto& statement = client.inventory.statements[i];
    if (statement.fact == fact && statement.origin == Origin::Inventory) told.push_back(&statement);
  }
  return told;
}

std::string parts_of(const std::vector<const Statement*>& told) {
  std::string parts;
  for (const auto* statement : told)
    if (!statement->part.empty()) parts += fmt::format("{}`{}`", parts.empty() ? "" : ", ", statement->part);
  return parts;
}

/// The statement that the document is about: of the part that was named, or the only one.
const Statement* find_told(const std::vector<const Statement*>& told, const Arguments& arguments, Session& session) {
  if (told.empty()) return nullptr;
  if (!arguments.part && told.size() == 1) return told.front();
  const auto part = arguments.part.value_or("");
  const auto found = std::ranges::find(told, part, &Statement::part);
  if (found != told.end()) return *found;
  const auto parts = parts_of(told);
  if (parts.empty()) {
    session.refuse(
        fmt::format("the inventory tells `{}` for the whole, and names no part `{}`", arguments.subject, part));
  } else if (arguments.part) {
    session.refuse(fmt::format("the inventory names no part `{}` of `{}`", part, arguments.subject),
                   fmt::format("--part takes one of {}", parts));
  } else {
    session.refuse(fmt::format("the inventory tells `{}` for several parts", arguments.subject),
                   fmt::format("say which with --part: {}", parts));
  }
  return nullptr;
}

bool is_never(const Value& value) {
  const auto* event = std::get_if<Event>(&value);
  return event != nullptr && !event->date;
}

/// The value that the document shows: what was said on the command line, or what was told.
std::string value_shown(const Arguments& arguments, const Statement* told, const Fact& fact, Session& session) {
  if (arguments.shows) {
    if (arguments.shows->find_first_of("\r\n") != std::string::npos)
      session.refuse("--shows: a value is one line", fmt::format("as in --shows '{}'", fact.example));
    return *arguments.shows;
  }
  if (told != nullptr && is_never(told->value)) {
    session.refuse(fmt::format("the inventory tells that `{}` never happened", fact.address),
                   fmt::format("say what the document shows, as in --shows '{}'", fact.example));
    return {};
  }
  if (told != nullptr && !is_unknown(told->value)) {
    if (std::holds_alternative<Text>(told->value)) return yaml_text(to_text(told->value, fact));
    return to_text(told->value, fact);
  }
  session.refuse(fmt::format("the inventory does not tell `{}`", fact.address),
                 fmt::format("say what the document shows, as in --shows '{}'", fact.example));
  return {};
}

/// The document's path from the client's folder and its SHA-256.
bool describe_document(const Arguments& arguments, const LoadedClient& client, ProofEntry& entry, Session& session) {
  const auto read = read_placed(client.folder, arguments.file, max_document_bytes);
  if (const auto* fault = std::get_if<FileFault>(&read)) {
    complain_about_file(arguments.file, *fault, session);
    return false;
  }
  const auto& [bytes, inside] = std::get<Placed>(read);
  if (!inside) {
    const auto target = join(client.folder, "evidence/");
    session.refuse(
        fmt::format("`{}` lies outside the client's folder", arguments.file),
        fmt::format("copy it there first, so that it stays with the audit: cp '{}' {}", arguments.file, target));
    return false;
  }
  entry.file = *inside;
  entry.sha256 = sha256(bytes);
  return true;
}

int write_entry(const Arguments& arguments, const ProofEntry& entry, const LoadedClient& client,
                const ReadContext& context, const Session& session) {
  if (arguments.append) {
    const auto path = join(client.folder, "evidence/proof.yaml");
    const auto appended = append_entry(entry, client, context);
    if (const auto* fault = std::get_if<NotReplaced>(&appended)) {
      if (fault->is_in_place)
        complain(fmt::format("`{}` has the entry, but the disk does not confirm it: {}", path, fault->why));
      else
        complain(fmt::format("`{}` was not changed: {}", path, fault->why),
                 "without --append the entry is printed, to be pasted by hand");
      return exit_status::not_written;
    }
    write_to_standard_error(std::get<Appended>(appended) == Appended::Added
                                ? fmt::format("candor: added to `{}`\n", show_hostile(path))
                                : fmt::format("candor: `{}` has this entry already\n", show_hostile(path)));
  }
  return write_result(to_yaml(entry, 2), std::nullopt, session);
}

}  // namespace

int prove(const Arguments& arguments) {
  Session session;
  const auto settings = settle(arguments, session);
  const auto standard = load_standard(settings, session);
  if (!standard) return session.stop_if_faulty().value_or(exit_status::not_understood);
  const ReadContext context{standard->catalog, standard->profile, settings.latest};
  const auto fact_id = find_fact(arguments.subject, *standard, session);
  if (arguments.client == "-")
    session.refuse("a client on standard input has no folder for its documents", "name the client's folder");
  else if (arguments.append && is_no_folder(arguments.client))
    session.refuse("--append adds to evidence/proof.yaml of a client's folder", "name the client's folder");
  if (const auto status = session.stop_if_faulty()) return *status;

  const auto client = load_client(arguments.client, context, session);
  if (const auto status = session.stop_if_faulty()) return *status;
  if (!client) return exit_status::not_understood;

  Session writing;
  writing.color = session.color;
  const auto& fact = standard->catalog.facts[*fact_id];
  const auto* told = find_told(told_of(*fact_id, *client), arguments, writing);
  ProofEntry entry;
  const bool is_found = describe_document(arguments, *client, entry, writing);
  if (const auto status = writing.stop_if_faulty()) return *status;
  entry.fact = fact.address;
  entry.part = arguments.part.value_or(told != nullptr ? told->part : std::string{});
  entry.shows = value_shown(arguments, told, fact, writing);
  entry.kind = arguments.kind.value_or(fact.test_by_hand ? "test" : "document");
  entry.date = arguments.date.value_or(to_iso(settings.as_of));
  entry.by = arguments.by.value_or(client->inventory.assessed_by);
  entry.where = arguments.where.value_or("");
  if (const auto status = writing.stop_if_faulty()) return *status;
  if (!is_found || !check_entry(entry, *client, context, writing)) {
    (void)writing.stop_if_faulty();  // every value of the entry was said on the command line
    return exit_status::command_line;
  }
  return write_entry(arguments, entry, *client, context, session);
}

}  // namespace candor::app
