#include "app/command_table.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/format.hpp"
#include "candor/import/import.hpp"
#include "candor/model/limit.hpp"

namespace candor::app {

namespace {

constexpr std::uint32_t judges = for_score | for_explain | for_decline | for_card;
constexpr std::uint32_t shows_words = judges | for_profile | for_lint | for_history | for_compare | for_portfolio;
constexpr std::uint32_t for_standard = for_all & ~(for_lint | for_formats);  // what goes by a standard and a day

constexpr std::array option_table{
    Option{"-f", "--format", "FORMAT", "", shows_words, nullptr, nullptr, &Arguments::formats,
           for_score | for_portfolio},
    Option{"-o", "--output", "FILE", "write there, whole or not at all, instead of standard output",
           shows_words | for_pack, nullptr, nullptr, &Arguments::outputs, for_score | for_portfolio},
    Option{"", "--for", "WHO", "owner, technician or board (default: owner)", for_score, &Arguments::audience},
    Option{"-p", "--profile", "PROFILE", "the standard: a built-in one or a file (default: minimum-standard)",
           for_standard, &Arguments::profile},
    Option{"", "--provider", "FOLDER", "the provider's own folder: its mirror, prices and facts for all clients",
           judges | for_check | for_compare | for_portfolio | for_pack, &Arguments::provider},
    Option{"", "--peers", "FILE", "say how much is proved next to other clients (`portfolio --anonymous` wrote FILE)",
           for_score, &Arguments::peers},
    Option{"", "--as-of", "DATE", "the day it is judged (default: SOURCE_DATE_EPOCH, else today in UTC)", for_standard,
           &Arguments::as_of},
    Option{"", "--old-as-of", "DATE", "the day OLD is judged, if it is a client (default: of the newest thing said)",
           for_compare, &Arguments::old_as_of},
    Option{"", "--redact", "", "put stand-ins such as `Person 1` for all names, and leave notes out",
           judges | for_check | for_compare | for_history, nullptr, &Arguments::redact},
    Option{"", "--record", "", "keep the result, with all it was made from, in the client's history/", for_score,
           nullptr, &Arguments::record},
    Option{"", "--min-proved", "N", "limit: at least N of 100 points are proved", for_score, &Arguments::min_proved},
    Option{"", "--min-claimed", "N", "limit: at least N of 100 points are claimed", for_score, &Arguments::min_claimed},
    Option{"", "--no-worse-than", "BASE", "limit: no worse than a kept result: a file, or last of the client's history",
           for_score, &Arguments::no_worse_than},
    Option{"", "--expires-within", "DAYS", "limit: nothing that counts runs out within that many days", for_score,
           &Arguments::expires_within},
    Option{"", "--fail-on", "WORD", "", for_score, nullptr, nullptr, &Arguments::fail_on, for_score},
    Option{"", "--accept", "VERDICT", "below or cannot_tell: passes too, if all limits hold and no agreed date is past",
           for_score, nullptr, nullptr, &Arguments::accept, for_score},
    Option{"", "--show-config", "", "print what holds and where it was said, and judge nothing", for_score, nullptr,
           &Arguments::show_config},
    Option{"", "--name", "NAME", "the client's name (default: made from the folder's)", for_init, &Arguments::name},
    Option{"", "--sector", "SECTOR", "what the client does", for_init, &Arguments::sector},
    Option{"", "--country", "CODE", "the client's country, as in IE", for_init, &Arguments::country},
    Option{"", "--currency", "CODE", "the currency of all amounts, as in EUR", for_init, &Arguments::currency},
    Option{"", "--us", "NAME", "your own firm's name", for_init, &Arguments::us},
    Option{"", "--part", "PART", "the part that the document is about, or that the tool looked at",
           for_prove | for_import, &Arguments::part},
    Option{"", "--whole", "", "the tool looked at all there is", for_import, nullptr, &Arguments::is_whole},
    Option{"", "--shows", "VALUE", "the value that it shows, as one writes it in an inventory", for_prove,
           &Arguments::shows},
    Option{"", "--kind", "KIND", "seen, document or test (default: document; test for a restore or rehearsal)",
           for_prove, &Arguments::kind},
    Option{"", "--by", "NAME", "who looked", for_init | for_prove, &Arguments::by},
    Option{"", "--date", "DATE", "the day that it shows, or on which the tool looked", for_prove | for_import,
           &Arguments::date},
    Option{"", "--where", "TEXT", "what was looked at, in words", for_prove, &Arguments::where},
    Option{"", "--into", "CLIENT", "the client's folder", for_import, &Arguments::into},
    Option{"", "--dates", "ORDER", "day-first or month-first, for dates such as 12/11/2026", for_import,
           &Arguments::dates},
    Option{"", "--map", "FILE", "what the columns of a table mean (for `csv`)", for_import, &Arguments::map},
    Option{"", "--append", "", "add the entry to evidence/proof.yaml", for_prove, nullptr, &Arguments::append},
    Option{"", "--list", "FILE", "more paths, one a line; - for standard input", for_portfolio | for_pack,
           &Arguments::list},
    Option{"", "--by", "KIND", "put clients together by provider, sector or country", for_portfolio,
           &Arguments::by_group},
    Option{"", "--compare", "ROWS", "say what moved since those rows (`-f row` of an earlier run)", for_portfolio,
           &Arguments::compare_with},
    Option{"", "--merge", "", "what is read are rows: put the results of several runs together", for_portfolio, nullptr,
           &Arguments::merge},
    Option{"", "--anonymous", "", "write counts alone, without names, for `score --peers`", for_portfolio, nullptr,
           &Arguments::anonymous},
    Option{"", "--jobs", "N", "how many clients are judged at once (default: one a processor)", for_portfolio,
           &Arguments::jobs},
    Option{"", "--last", "PACK", "take what did not change from that pack instead of reading it again", for_pack,
           &Arguments::last_pack},
    Option{"", "--jargon", "FILE", "more terms to look for, in the form of jargon.tsv", for_lint, &Arguments::jargon},
    Option{"", "--color", "WHEN", "auto, always or never (default: auto, on a terminal)", for_all, &Arguments::color},
    Option{"", "--no-color", "", "the same as --color never", for_all, nullptr},
    Option{"", "--width", "COLUMNS", "width of the text (default: the terminal's, else 80)", shows_words,
           &Arguments::width},
    Option{"", "--paper", "SIZE", "a4 or letter (default: what is usual in the client's country)", shows_words,
           &Arguments::paper},
    Option{"", "--pdf-engine", "PROGRAM",
           "what prints a PDF (default: the first of Chromium, Chrome, Edge, WeasyPrint)", shows_words,
           &Arguments::pdf_engine},
    Option{"-h", "--help", "", "this help", for_all, nullptr},
};

/// The names of formats and limits come from their own tables.
std::string purpose_of(const Option& option, const Verb& verb) {
  if (option.long_name == "--fail-on") {
    std::vector<std::string_view> words;
    for (const auto word : all_fail_on) words.push_back(name(word));
    return fmt::format("limit: none of {}", fmt::join(words, ", "));
  }
  if (option.long_name != "--format") return std::string{option.purpose};
  constexpr std::size_t widest = 92;
  std::string names;
  std::size_t column = 0;
  const auto add = [&](std::string_view name) {
    if (!names.empty()) names += ',';
    if (column + name.size() > widest) {
      names += fmt::format("\n{:<26}", "");
      column = 0;
    }
    if (!names.empty()) names += ' ';
    names += name;
    column += name.size() + 2;
  };
  for (const auto& format : all_formats())
    if (verb.bit == for_score || !format.is_for_assessments() || (verb.bit == for_portfolio && format.is_for_many()) ||
        (verb.bit == for_compare && format.compares()))
      add(format.name());
  return fmt::format("{} (default: {})", names, all_formats().front().name());
}

std::string row(std::string_view left, std::string_view right) { return fmt::format("  {:<24} {}\n", left, right); }

std::string spelled(const Option& option) {
  return fmt::format("{}{}{}{}",
                     option.short_name.empty() ? std::string{"    "} : fmt::format("{}, ", option.short_name),
                     option.long_name, option.value.empty() ? "" : " ", option.value);
}

}  // namespace

std::span<const Option> options() { return option_table; }

std::string help() {
  std::string text =
      "candor holds a client against a minimum standard and says the result in plain words.\n"
      "\n"
      "usage: candor VERB ...\n"
      "\n"
      "verbs:\n";
  for (const auto& verb : verbs()) text += row(verb.name, verb.purpose);
  text +=
      "\n"
      "options:\n";
  text += row("-h, --help", "this help; candor VERB --help has each verb's options");
  text += row("    --version", "the version");
  text += row("    --version --verbose", "the version, and what this program is made of");
  text +=
      "\n"
      "a first audit:\n"
      "  candor init harbour-dental     makes harbour-dental/inventory.yaml with every question in it\n"
      "  candor check harbour-dental    says what is wrong in it, all at once\n"
      "  candor score harbour-dental    prints the owner's report\n"
      "\n"
      "exit status: 0 the standard is met and every limit holds, 1 it is not so or cannot be told, 2 the\n"
      "command line is wrong, 3 an input is not understood, 4 the result could not be written. See candor(1).\n";
  return text;
}

std::string help(const Verb& verb) {
  std::string usage = fmt::format("usage: candor {} [OPTIONS]", verb.name);
  std::string rows;
  for (const auto& positional : verb.positionals) {
    if (positional.name.empty()) break;
    usage += positional.required ? fmt::format(" {}", positional.name) : fmt::format(" [{}]", positional.name);
    rows += row(positional.name, positional.purpose);
  }
  std::string text = fmt::format("candor {}: {}\n\n{}\n\n{}\noptions:\n", verb.name, verb.purpose, usage, rows);
  for (const auto& option : options())
    if ((option.verbs & verb.bit) != 0) text += row(spelled(option), purpose_of(option, verb));
  if (verb.bit == for_import) {
    text += "\nTOOL is one of:\n";
    for (const auto& importer : importers()) text += row(importer.name, importer.purpose);
  }
  return text + fmt::format("\n{}", verb.more);
}

}  // namespace candor::app
