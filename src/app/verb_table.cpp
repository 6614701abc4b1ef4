#include <array>

#include "app/command_table.hpp"
#include "app/verbs.hpp"

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
         "  candor score harbour-dental --peers peers.json\n"
         "      says too how much is proved next to other clients, without naming them\n"
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
    Verb{
        "portfolio",
        "say of many clients who needs a call first and what is missing most often",
        for_portfolio,
        {Positional{"PATH...", "clients' folders, folders of them, a stream (.ndjson, - for standard input), or files",
                    nullptr, false, &Arguments::files},
         {},
         {}},
        "A stream is an inventory a line as JSON, what `candor pack` wrote, rows, or YAML documents after each other.\n"
        "Clients come out in the order in which they went in, whatever --jobs is. One that is not understood is told\n"
        "of and counted, and the others are judged all the same.\n"
        "\n"
        "The exit status is 0 when every client meets the standard, 1 when not, 3 when one was not understood.\n"
        "\n"
        "examples:\n"
        "  candor portfolio clients/\n"
        "      who needs a call first, on the screen\n"
        "  candor portfolio clients/ -f html -o all.html -f row -o week-47.ndjson --compare week-46.ndjson\n"
        "      a page for Monday, and what moved since last week\n"
        "  candor portfolio --merge north.ndjson south.ndjson --by provider\n"
        "      the rows of several runs or machines as one\n"
        "  candor portfolio clients/ --anonymous -o peers.json\n"
        "      counts without names, for `candor score --peers`\n"
        "  candor pack clients/ -o clients.ndjson && candor portfolio clients.ndjson -f csv -o all.csv\n"
        "      reads the YAML once; the next runs take the pack\n",
        portfolio},
    Verb{"pack",
         "put many clients into one stream that is read fast",
         for_pack,
         {Positional{"PATH...", "clients' folders, or folders of them", nullptr, false, &Arguments::files}, {}, {}},
         "One line a client, with all that `candor portfolio` reads of it but when its verdict last changed. Of a "
         "client\n"
         "that is not understood there is a line that says so, and the exit status is 3.\n"
         "\n"
         "examples:\n"
         "  candor pack clients/ -o clients.ndjson\n"
         "  candor pack clients/ --last clients.ndjson -o clients.ndjson\n"
         "      reads again only what changed\n",
         pack},
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

}  // namespace

std::span<const Verb> verbs() { return verb_table; }

}  // namespace candor::app
