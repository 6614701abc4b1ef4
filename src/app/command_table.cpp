#include "app/command_table.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/format.hpp"
#include "app/verbs.hpp"
#include "candor/import/import.hpp"
#include "candor/model/limit.hpp"

namespace candor::app {

namespace {

constexpr Positional client{"CLIENT", "a client's folder, an inventory file alone, or - for standard input",
                            &Arguments::client, true};

constexpr std::array verb_table{
    Verb{"score",
         "hold a client against the standard and print the report",
         for_score,
         {client, {}, {}},
         "The exit status is 0 when the standard is met and every limit holds, 1 when not. How each limit held\n"
         "stands on standard error.\n"
         "\n"
         "examples:\n"
         "  candor score harbour-dental\n"
         "      the owner's report, on the screen\n"
         "  candor score harbour-dental -f markdown -o report.md\n"
         "      the same report as a file\n"
         "  candor score harbour-dental --for technician\n"
         "      the same findings as a work list\n"
         "  candor score harbour-dental -f json --as-of 2026-11-21 > assessment.json\n"
         "      for scripts; the date fixes every byte\n"
         "  candor score harbour-dental -f xlsx -o plan.xlsx\n"
         "      the action plan: one row a gap, with blank columns for the client's answer\n"
         "  candor score harbour-dental -f html -o report.html -f json -o assessment.json\n"
         "      several formats from one assessment: the first -f goes to the first -o, and so on\n"
         "  candor score harbour-dental --accept below --min-proved 40 --fail-on contradiction,overdue\n"
         "      in a pipeline: the gaps are known, but it must not get worse than this\n"
         "  candor score clients/harbour-dental -f junit -o harbour-dental.xml\n"
         "      test results for a pipeline: a control that is missing or not known is no pass\n",
         score},
    Verb{"check",
         "read a client and report every fault, without judging anything",
         for_check,
         {client, {}, {}},
         "The exit status is 0 when all is understood, 3 when something is not.\n"
         "\n"
         "examples:\n"
         "  candor check harbour-dental\n"
         "  candor check - < inventory.yaml\n"
         "  candor check harbour-dental -p our-standard.yaml\n"
         "      reads the client and a standard of your own\n",
         check},
    Verb{"init",
         "start a client's folder: an inventory that asks every question",
         for_init,
         {Positional{"FOLDER", "the new client's folder; made when it is not there", &Arguments::client, true}, {}, {}},
         "The questions are grouped by where one looks, those of the minimum first, each with an\n"
         "example of an answer. Filling them in is the audit. Nothing that exists is ever overwritten.\n"
         "\n"
         "examples:\n"
         "  candor init harbour-dental\n"
         "  candor init harbour-dental --name 'Harbour Dental' --country IE --currency EUR --by 'D. Keane'\n",
         init},
    Verb{"prove",
         "make the proof entry for a document",
         for_prove,
         {client, Positional{"FACT", "the fact it proves, as in backup.restored", &Arguments::subject, true},
          Positional{"FILE", "the document, which lies in the client's folder", &Arguments::file, true}},
         "Prints an entry to paste under `proof`, with the document's SHA-256; --append adds it to\n"
         "evidence/proof.yaml, once. What is there already stays as it is. Without --shows the document shows\n"
         "what the inventory tells; without --by it was looked at by whoever did the audit; without\n"
         "--date today.\n"
         "\n"
         "examples:\n"
         "  candor prove harbour-dental backup.restored harbour-dental/evidence/restore.pdf --part Server\n"
         "  candor prove harbour-dental mfa.admin_accounts harbour-dental/evidence/admins.png \\\n"
         "      --shows '3 of 3' --kind seen --by 'D. Keane' --date 2026-11-12 --append\n",
         prove},
    Verb{"import",
         "bring another program's file into a client's evidence folder",
         for_import,
         {Positional{"TOOL", "what the file is; the list is below", &Arguments::action, true},
          Positional{"FILE...", "the files that belong together, in any order", nullptr, true, &Arguments::files},
          {}},
         "Writes evidence/TOOL-DATE-HASH.yaml into the client's folder, which score and check read; nothing that\n"
         "is there is ever changed. Importing the same again changes nothing. A file with a fault in it is not\n"
         "imported at all, and every fault is told. To take an import back, delete its file.\n"
         "\n"
         "A tool speaks for the part of the client that it looked at. Without --part that part is called as the\n"
         "tool calls it; name it as your inventory does, or say --whole where there is nothing else. What a tool\n"
         "could not see is written down as not known, with the reason.\n"
         "\n"
         "An answer without a date was given on the day of --as-of. A workbook is saved as CSV first: in Excel as\n"
         "`CSV UTF-8`, in LibreOffice as `Text CSV`.\n"
         "\n"
         "examples:\n"
         "  candor score harbour-dental -f xlsx -o plan.xlsx\n"
         "      then fill in Answer, Cause, Price said, Date, By whom, Until and Note, and save as plan.csv\n"
         "  candor import answers plan.csv --into harbour-dental\n"
         "  candor import answers plan.csv --into harbour-dental --dates day-first\n"
         "      where the spreadsheet made 28/11/2026 of 2026-11-28\n"
         "  candor import csv devices.csv --map devices.yaml --into harbour-dental\n"
         "      where devices.yaml says what the columns mean; candor-inventory(5) has an example\n"
         "  candor import entra users.json --into harbour-dental --part 'Microsoft 365'\n",
         import_file},
    Verb{"explain",
         "show the arithmetic of a client, one control, or what a word means",
         for_explain,
         {Positional{"CLIENT|WORD", "a client (anything that exists under that name), or else a word",
                     &Arguments::client, true},
          Positional{"CONTROL", "one control of the client, as in mfa.cloud", &Arguments::subject, false},
          {}},
         "examples:\n"
         "  candor explain harbour-dental\n"
         "      every number of the score, line by line\n"
         "  candor explain harbour-dental mfa.cloud\n"
         "      one control: what it asks, who asks it, what was said, how it came out\n"
         "  candor explain ransomware\n",
         explain},
    Verb{"decline",
         "print the letter an owner signs when saying no to a control",
         for_decline,
         {client, Positional{"CONTROL", "what the no is about, as in backup.isolated", &Arguments::subject, true}, {}},
         "What was advised, what can happen, the price that was offered, the reason, what stays possible,\n"
         "until when it holds, and lines to sign. Where a no has run out, the letter asks again. What is in\n"
         "place or does not apply has no letter. A lawyer should read the template before you use it.\n"
         "\n"
         "examples:\n"
         "  candor decline harbour-dental backup.isolated\n"
         "  candor decline harbour-dental mfa.remote -f markdown -o no-to-the-second-check.md\n",
         decline},
    Verb{"card",
         "print the one page for the first hour of a bad day",
         for_card,
         {client, {}, {}},
         "Who decides, whom to call in which order, what to leave alone and what was shown to come back, from\n"
         "`incident`, `parties` and the proof in the inventory. What is missing is named. Print it: on that\n"
         "day all systems may be down.\n"
         "\n"
         "examples:\n"
         "  candor card harbour-dental\n"
         "  candor card harbour-dental -f markdown -o card.md\n",
         card},
    Verb{"profile",
         "list the built-in standards, or show one",
         for_profile,
         {Positional{"list|show", "what to do", &Arguments::action, true},
          Positional{"PROFILE", "show: a built-in profile or a file (default: as --profile)", &Arguments::subject,
                     false},
          {}},
         "examples:\n"
         "  candor profile list\n"
         "  candor profile show minimum-standard\n"
         "  candor profile show our-standard.yaml\n",
         profile},
    Verb{"lint",
         "hold a text for an owner to the goals for plain words",
         for_lint,
         {Positional{"FILE", "a text, a Markdown file, a profile, the catalog, or - for standard input",
                     &Arguments::file, true},
          {},
          {}},
         "A profile or catalog (a .yaml file, or the name of a built-in one) is measured text by text,\n"
         "any other file as one text. The complaints say which words, and what to write instead.\n"
         "The exit status is 0 when every goal is held, 1 when one is not.\n"
         "\n"
         "examples:\n"
         "  candor lint report.md\n"
         "  candor lint our-standard.yaml --jargon our-words.tsv\n"
         "  candor lint minimum-standard\n"
         "  candor score harbour-dental -f markdown | candor lint -\n",
         lint},
    Verb{"compare",
         "tell what changed between two assessments, and whose doing it was",
         for_compare,
         {Positional{"OLD", "a client, a record, CLIENT@DATE or CLIENT@last of its history, or a date",
                     &Arguments::client, true},
          Positional{"NEW", "the same, of the same client", &Arguments::subject, true},
          {}},
         "Every control and every point has its cause, told apart in this order: time passed, the standard\n"
         "changed, proof came or went, the client changed, we only now know. A client is judged on the day of\n"
         "--as-of as NEW, and as OLD on the day of the newest thing said. A date or `last` alone is of the other's "
         "history.\n"
         "The exit status is 0 when both were understood, whatever changed.\n"
         "\n"
         "examples:\n"
         "  candor compare last harbour-dental\n"
         "      since the last recorded assessment\n"
         "  candor compare harbour-dental@2026-08-01 harbour-dental@2026-11-21\n"
         "  candor compare last-week.record.json harbour-dental -f json\n"
         "  candor compare harbour-dental harbour-dental --as-of 2027-06-01\n"
         "      what will be too old by then, if nobody does anything\n",
         compare},
    Verb{"history",
         "list a client's recorded assessments and how the score went",
         for_history,
         {Positional{"CLIENT", "a client's folder", &Arguments::client, true}, {}, {}},
         "`candor score CLIENT --record` keeps an assessment in the folder's history/. With --profile only\n"
         "those against that standard.\n"
         "\n"
         "examples:\n"
         "  candor history harbour-dental\n"
         "  candor history harbour-dental -f html -o line.html\n",
         history},
    Verb{"formats",
         "list every format, what it is for and how its files end",
         for_formats,
         {},
         "examples:\n"
         "  candor formats\n"
         "  candor score harbour-dental -o report.html -o assessment.json\n"
         "      two formats from one assessment, known by their endings\n",
         formats},
};

constexpr std::uint32_t judges = for_score | for_explain | for_decline | for_card;
constexpr std::uint32_t shows_words = judges | for_profile | for_lint | for_history | for_compare;
constexpr std::uint32_t for_standard = for_all & ~(for_lint | for_formats);  // what goes by a standard and a day

constexpr std::array option_table{
    Option{"-f", "--format", "FORMAT", "", shows_words, nullptr, nullptr, &Arguments::formats, for_score},
    Option{"-o", "--output", "FILE", "write there, whole or not at all, instead of standard output", shows_words,
           nullptr, nullptr, &Arguments::outputs, for_score},
    Option{"", "--for", "WHO", "owner, technician or board (default: owner)", for_score, &Arguments::audience},
    Option{"-p", "--profile", "PROFILE", "the standard: a built-in one or a file (default: minimum-standard)",
           for_standard, &Arguments::profile},
    Option{"", "--provider", "FOLDER", "the provider's own folder: its mirror, prices and facts for all clients",
           judges | for_check | for_compare, &Arguments::provider},
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
    if (verb.bit == for_score || !format.is_for_assessments() || (verb.bit == for_compare && format.compares()))
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

std::span<const Verb> verbs() { return verb_table; }
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
