#include "app/cli.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "app/arguments.hpp"
#include "app/command_table.hpp"
#include "app/exit_status.hpp"
#include "app/files.hpp"
#include "app/output.hpp"
#include "app/session.hpp"
#include "app/version.hpp"
#include "candor/text/suggest.hpp"

namespace candor::app {

namespace {

int print(std::string_view text) { return write_result(text, std::nullopt, Session{}); }

int refuse(std::string_view message, std::string_view hint) {
  complain(message, hint);
  return exit_status::command_line;
}

std::string see_help(const Verb& verb) { return fmt::format("see `candor {} --help`", verb.name); }

/// What stands on the command line and is no option of the verb, or one word too many.
int refuse_extra(const std::vector<std::string>& extra, const Verb& verb) {
  const auto is_option = [](const std::string& word) { return word.size() > 1 && word.front() == '-'; };
  const auto found = std::ranges::find_if(extra, is_option);
  if (found == extra.end())
    return refuse(fmt::format("`{}` is one word too many for `candor {}`", extra.front(), verb.name), see_help(verb));
  const auto name = found->substr(0, found->find('='));
  std::vector<std::string_view> own;
  for (const auto& option : options())
    if ((option.verbs & verb.bit) != 0) own.push_back(option.long_name);
  auto hint = did_you_mean(name, own);
  return refuse(fmt::format("`{}` is not an option of `candor {}`", name, verb.name),
                hint.empty() ? see_help(verb) : hint);
}

/// Everything CLI11 needs to know of one verb. Each verb is a parser of its own: as sub-commands
/// of one parser, `candor explain check` would be two of them.
class Parser {
 public:
  explicit Parser(const Verb& verb) : verb_(verb) {
    app_.set_help_flag();
    app_.allow_extras();
    arguments_.verb = verb.name;
    for (const auto& positional : verb.positionals) {
      if (positional.name.empty()) break;
      if (positional.list != nullptr) {
        app_.add_option("files", arguments_.*positional.list);
        continue;
      }
      app_.add_option(std::string{positional.target == &Arguments::client    ? "client"
                                  : positional.target == &Arguments::subject ? "subject"
                                  : positional.target == &Arguments::file    ? "file"
                                                                             : "action"},
                      arguments_.*positional.target);
    }
    for (const auto& option : options())
      if ((option.verbs & verb.bit) != 0) add(option);
  }

  /// The exit status when the run ends here.
  std::optional<int> parse(std::vector<std::string> words) {
    std::ranges::reverse(words);  // CLI11 takes them from the back
    try {
      app_.parse(std::move(words));
    } catch (const CLI::ArgumentMismatch& error) {
      return refuse_mismatch(error.what());
    } catch (const CLI::ParseError& error) {
      return refuse(error.what(), see_help(verb_));
    }
    if (wants_help_) return print(help(verb_));
    if (const auto extra = app_.remaining(); !extra.empty()) return refuse_extra(extra, verb_);
    for (const auto& positional : verb_.positionals)
      if (positional.required && !positional.name.empty() && !arguments_.show_config && is_missing(positional))
        return refuse(fmt::format("`candor {}` needs {}", verb_.name, positional.name),
                      fmt::format("{}: {}", positional.name, positional.purpose));
    for (const auto& option : options()) {
      if (has_empty_value(option))
        return refuse(fmt::format("{} has an empty value", option.long_name), see_help(verb_));
      if (option.list != nullptr && (option.several & verb_.bit) == 0 && (arguments_.*option.list).size() > 1)
        return refuse_repeated(option.long_name);
    }
    if (no_color_) arguments_.color = "never";
    return std::nullopt;
  }

  [[nodiscard]] const Arguments& arguments() const { return arguments_; }

 private:
  [[nodiscard]] bool is_missing(const Positional& positional) const {
    return positional.list != nullptr ? (arguments_.*positional.list).empty() : (arguments_.*positional.target).empty();
  }

  [[nodiscard]] bool has_empty_value(const Option& option) const {
    if (option.list != nullptr)
      return std::ranges::find(arguments_.*option.list, "") != (arguments_.*option.list).end();
    return option.target != nullptr && arguments_.*option.target && (arguments_.*option.target)->empty();
  }

  [[nodiscard]] int refuse_repeated(std::string_view name) const {
    return refuse(fmt::format("{} is given more than once", name), see_help(verb_));
  }

  /// An option was given twice, or at the end without its value. CLI11 names it first.
  [[nodiscard]] int refuse_mismatch(std::string_view message) const {
    const auto name = message.substr(0, message.find(':'));
    const auto option = std::ranges::find(options(), name, &Option::long_name);
    if (option == options().end()) return refuse(message, see_help(verb_));
    const bool is_repeated = app_.get_option(std::string{name})->count() > 1;
    if (is_repeated && option->list == nullptr) return refuse_repeated(name);
    return refuse(fmt::format("{} needs a value, {}", name, option->value), see_help(verb_));
  }

  void add(const Option& option) {
    const auto names = option.short_name.empty() ? std::string{option.long_name}
                                                 : fmt::format("{},{}", option.short_name, option.long_name);
    if (option.long_name == "--help")
      app_.add_flag(names, wants_help_);
    else if (option.long_name == "--no-color")
      app_.add_flag(names, no_color_);
    else if (option.flag != nullptr)
      app_.add_flag(names, arguments_.*option.flag);
    else if (option.list != nullptr)
      app_.add_option(names, arguments_.*option.list)
          ->type_name(std::string{option.value})
          ->allow_extra_args(false);  // each takes one: what follows it is CLIENT
    else
      app_.add_option(names, arguments_.*option.target)->type_name(std::string{option.value});
  }

  const Verb& verb_;
  CLI::App app_;
  Arguments arguments_;
  bool wants_help_ = false;
  bool no_color_ = false;
};

int refuse_verb(const std::string& word) {
  if (word.size() > 1 && word.front() == '-') {
    constexpr std::array<std::string_view, 2> known{"--help", "--version"};
    auto hint = did_you_mean(word, known);
    return refuse(fmt::format("`{}` is not an option here", word),
                  hint.empty() ? "options follow the verb, as in `candor score CLIENT --format markdown`" : hint);
  }
  std::vector<std::string_view> names;
  for (const auto& verb : verbs()) names.push_back(verb.name);
  auto hint = did_you_mean(word, names);
  if (hint.empty() && exists(word)) hint = fmt::format("`candor score {}` judges a client", word);
  if (hint.empty()) hint = fmt::format("the verbs are {}; see `candor --help`", fmt::join(names, ", "));
  return refuse(fmt::format("`{}` is not a verb", word), hint);
}

int print_version(const std::vector<std::string>& words) {
  if (words.size() == 1) return print(version());
  constexpr std::array<std::string_view, 1> known{"--verbose"};
  if (words[1] != known.front())
    return refuse(fmt::format("`{}` is not an option of `candor --version`", words[1]), did_you_mean(words[1], known));
  if (words.size() > 2) return refuse(fmt::format("`{}` is one word too many for `candor --version`", words[2]), "");
  return print(version() + made_of());
}

}  // namespace

int run(int argc, const char* const* argv) {
  std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
  if (words.empty()) {
    write_to_standard_error(help());
    return exit_status::command_line;
  }
  const auto first = words.front();
  if (first == "-h" || first == "--help") return print(help());
  if (first == "--verbose" && words.size() > 1 && words[1] == "--version") std::swap(words[0], words[1]);
  if (words.front() == "--version") return print_version(words);
  const auto verb = std::ranges::find(verbs(), std::string_view{first}, &Verb::name);
  if (verb == verbs().end()) return refuse_verb(first);
  words.erase(words.begin());
  Parser parser{*verb};
  if (const auto status = parser.parse(std::move(words))) return *status;
  return verb->run(parser.arguments());
}

}  // namespace candor::app
