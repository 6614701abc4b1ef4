#include "candor/lint/lint.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "app/exit_status.hpp"
#include "app/files.hpp"
#include "app/load_profile.hpp"
#include "app/present.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"
#include "app/verbs.hpp"
#include "candor/read/builtin.hpp"
#include "candor/read/read.hpp"
#include "candor/text/suggest.hpp"

namespace candor::app {

namespace {

constexpr std::string_view catalog_name = "catalog";

bool is_yaml_name(std::string_view name) {
  return name.ends_with(".yaml") || name.ends_with(".yml") || name.ends_with(".json");
}

/// The index of a text file that was read; nothing when it could not be, which is told.
std::optional<std::uint32_t> add_text(const std::string& name, Bytes bytes, Session& session) {
  if (const auto* fault = std::get_if<FileFault>(&bytes)) {
    complain_about_file(name, *fault, session);
    return std::nullopt;
  }
  return session.sources.add(name, std::move(std::get<std::string>(bytes)));
}

/// The list that is compiled in, and what the command line adds to it.
lint::Jargon load_jargon(const Arguments& arguments, Session& session) {
  std::vector<lint::Term> terms;
  const auto ours = session.sources.add("profiles/jargon.tsv", std::string{lint::builtin_jargon()});
  lint::read_jargon(session.sources, ours, terms, session.diagnostics);
  if (arguments.jargon)
    if (const auto theirs = add_text(*arguments.jargon, read_bytes(*arguments.jargon, yaml::max_file_bytes), session))
      lint::read_jargon(session.sources, *theirs, terms, session.diagnostics);
  return lint::Jargon{std::move(terms)};
}

lint::Result check_catalog(const yaml::Tree& tree, const lint::Jargon& jargon, Session& session) {
  (void)read_catalog(tree, session.diagnostics);
  return lint::check_catalog(session.sources, tree, jargon, session.diagnostics);
}

/// A profile that was found: read with all that it extends, then measured as it was written.
lint::Result check_profile(const yaml::Tree& tree, const std::string& name, Settings settings,
                           const lint::Jargon& jargon, Session& session) {
  settings.profile = Setting{name, Setting::From::Flag, "candor lint", {}};
  const auto standard = load_standard(settings, session);
  if (!standard) return {};
  return lint::check_profile(session.sources, tree, standard->profile, jargon, session.diagnostics);
}

std::optional<lint::Result> check_yaml(const std::string& name, const Settings& settings, const lint::Jargon& jargon,
                                       Session& session) {
  const auto tree = read_tree(name, session);
  if (!tree || session.diagnostics.has_errors()) return std::nullopt;
  const yaml::Node root{*tree, session.diagnostics};
  if (root.find("catalog")) return check_catalog(*tree, jargon, session);
  if (root.find("profile")) return check_profile(*tree, name, settings, jargon, session);
  root.error("wrong-kind", "this is neither a profile nor a catalog",
             "of a client's folder, the report is what an owner reads: `candor score CLIENT | candor lint -`");
  return std::nullopt;
}

std::optional<lint::Result> check_builtin(const std::string& name, const Settings& settings, const lint::Jargon& jargon,
                                          Session& session) {
  if (name == catalog_name) return check_catalog(builtin_catalog(session.sources), jargon, session);
  if (const auto tree = builtin_profile(name, session.sources))
    return check_profile(*tree, name, settings, jargon, session);
  auto known = builtin_profiles();
  known.push_back(catalog_name);
  complain_about_file(name, {"unreadable", "there is no such file or folder", did_you_mean(name, known)}, session);
  return std::nullopt;
}

std::optional<lint::Result> check_file(const std::string& name, const Settings& settings, const lint::Jargon& jargon,
                                       Session& session) {
  if (name != "-" && !exists(name)) return check_builtin(name, settings, jargon, session);
  if (is_yaml_name(name)) return check_yaml(name, settings, jargon, session);
  const auto file = name == "-" ? add_text("standard input", read_standard_input_bytes(), session)
                                : add_text(name, read_bytes(name, yaml::max_file_bytes), session);
  if (!file) return std::nullopt;
  return lint::check_text(session.sources, *file, jargon, session.diagnostics);
}

}  // namespace

int lint(const Arguments& arguments) {
  Session session;
  const auto settings = settle(arguments, session);
  const auto jargon = load_jargon(arguments, session);
  if (session.is_refused() || session.diagnostics.has_errors())
    return session.stop_if_faulty().value_or(exit_status::not_understood);
  const auto result = check_file(arguments.file, settings, jargon, session);
  if (const auto status = session.stop_if_faulty()) return *status;
  if (!result) return exit_status::not_understood;
  const auto status = present_words(lint::describe(*result), settings, session);
  if (status != exit_status::done) return status;
  return result->holds() ? exit_status::done : exit_status::not_met;
}

}  // namespace candor::app
