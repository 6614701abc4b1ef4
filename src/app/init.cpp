#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "app/exit_status.hpp"
#include "app/files.hpp"
#include "app/load_profile.hpp"
#include "app/output.hpp"
#include "app/questionnaire.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"
#include "app/verbs.hpp"
#include "candor/text/ascii.hpp"
#include "candor/text/utf8.hpp"

namespace candor::app {

namespace {

/// `harbour-dental/` is Harbour Dental until somebody says otherwise.
std::string name_from(const std::string& folder) {
  std::error_code error;
  auto path = std::filesystem::absolute(folder, error).lexically_normal();
  if (error) path = folder;
  if (path.filename().empty()) path = path.parent_path();
  std::string name = path.filename().string();
  bool starts_word = true;
  for (char& c : name) {
    if (c == '-' || c == '_') c = ' ';
    if (starts_word) c = ascii::upper(c);
    starts_word = c == ' ';
  }
  return name;
}

int refuse(const std::string& path, std::string_view why) {
  complain(fmt::format("`{}` cannot be made: {}", path, why), "no file was changed");
  return exit_status::not_written;
}

/// Everything that ends up in the new file must be text that a file of ours may hold.
bool check_texts(const NewClient& client, Session& session) {
  for (const auto* text : {&client.name, &client.sector, &client.country, &client.currency, &client.us, &client.by})
    if (show_hostile(*text) != *text)
      session.refuse(fmt::format("`{}` holds characters that a file cannot have", *text),
                     text == &client.name ? "--name says what the client is called" : "");
  return !session.is_refused();
}

/// A code of so many capitals, or none.
void check_code(std::string_view option, const std::string& code, std::size_t letters, std::string_view example,
                Session& session) {
  if (code.empty() || ascii::is_code(code, letters)) return;
  std::string capitals = code;
  std::ranges::transform(capitals, capitals.begin(), ascii::upper);
  session.refuse(fmt::format("{}: `{}` is not a code of {} capitals", option, code, letters == 2 ? "two" : "three"),
                 ascii::is_code(capitals, letters) ? fmt::format("write {}", capitals)
                                                   : fmt::format("as in {} {}", option, example));
}

}  // namespace

int init(const Arguments& arguments) {
  Session session;
  const auto settings = settle(arguments, session);
  const auto standard = load_standard(settings, session);
  if (const auto status = session.stop_if_faulty()) return *status;
  if (!standard) return exit_status::not_understood;

  const auto& folder = arguments.client;
  const NewClient client{
      .name = arguments.name.value_or(name_from(folder)),
      .sector = arguments.sector.value_or(""),
      .country = arguments.country.value_or(""),
      .currency = arguments.currency.value_or(""),
      .us = arguments.us.value_or("our firm"),
      .by = arguments.by.value_or("unknown"),
      .date = settings.as_of,
  };
  check_code("--country", client.country, 2, "IE", session);
  check_code("--currency", client.currency, 3, "EUR", session);
  if (!check_texts(client, session)) return exit_status::command_line;

  const auto path = join(folder, "inventory.yaml");
  for (const auto& taken : {path, join(folder, "inventory.json")}) {
    if (const auto fault = why_hidden(taken)) return refuse(path, fault->message);
    if (exists(taken)) return refuse(path, taken == path ? "it exists already" : "there is an inventory.json already");
  }
  if (const auto why = create_folder(folder)) return refuse(path, *why);
  const auto text = questionnaire(client, standard->catalog, standard->profile);
  if (const auto why = create_file(path, text)) return refuse(path, *why);
  return write_result(fmt::format("{0} asks {1} questions; answer them there, then: candor check {2}\n",
                                  show_hostile(path), standard->catalog.facts.size(), show_hostile(folder)),
                      std::nullopt, session);
}

}  // namespace candor::app
