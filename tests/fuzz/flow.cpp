#include "fuzz/flow.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/redaction.hpp"
#include "candor/assess/assess.hpp"
#include "candor/assess/compare.hpp"
#include "candor/assess/limits.hpp"
#include "candor/assess/portfolio.hpp"
#include "candor/compose/compose.hpp"
#include "candor/export/export.hpp"
#include "candor/read/builtin.hpp"
#include "candor/redact/redact.hpp"
#include "candor/render/render.hpp"
#include "candor/text/ascii.hpp"
#include "candor/text/utf8.hpp"
#include "fuzz/laws.hpp"

namespace candor::fuzz {

namespace {

/// Formats that are text with a grammar which a library can check.
void check_form(std::string_view format, const std::string& bytes) {
  static constexpr std::array<std::string_view, 7> json_formats{"json",   "ndjson", "row",  "record",
                                                                "gitlab", "sarif",  "oscal"};
  if (std::ranges::find(json_formats, format) != json_formats.end() && !nlohmann::json::accept(bytes))
    fail(std::string{format} + " is no JSON");
  if (format == "row" && bytes.size() > max_row_bytes) fail("a row is longer than rows are");
}

/// One way of showing it of all there are, by the number.
void write_for_people(const Report& report, unsigned chosen) {
  const auto& renderer = renderers()[chosen % renderers().size()];
  const bool is_colored = chosen % 2 == 0;
  const Canvas canvas{.width = is_colored ? 40 : 80, .color = is_colored};
  check_harmless(renderer.render(report, canvas), std::string{renderer.name}, is_colored);
}

/// One format of all there are, by the number.
void write_for_machines(const Report& report, const Sources& sources, unsigned chosen) {
  const auto& exporter = exporters()[chosen % exporters().size()];
  const bool is_slow = exporter.is_binary && chosen % 16 != 0;  // a workbook needs files
  if (is_slow || (exporter.name == "record" && report.inputs == nullptr)) return;
  auto with_row = report;
  const auto& assessment = *report.assessment;
  const auto row = row_of(assessment);
  with_row.row = &row;
  if (row != judge_row(*assessment.catalog, *assessment.profile, *assessment.inventory, assessment.as_of))
    fail("a row judged alone is another one");
  const auto bytes = exporter.write(with_row, sources);
  if (!bytes || exporter.is_binary) return;
  check_harmless(*bytes, std::string{exporter.name});
  check_form(exporter.name, *bytes);
}

/// One of what is written beside a report.
void write_more(const Assessment& assessment, unsigned chosen) {
  const auto control = chosen % assessment.findings.size();
  const auto outcome = assessment.findings[control].outcome;
  const bool is_open = outcome != Outcome::Met && outcome != Outcome::NotApplicable;
  const auto what = chosen / 7 % 5;
  if (what == 0) write_for_people(compose_card(assessment), chosen);
  if (what == 1) write_for_people(explain_arithmetic(assessment), chosen);
  if (what == 2) write_for_people(explain_control(assessment, control), chosen);
  if (what == 3 && is_open) write_for_people(compose_decline(assessment, control), chosen);
  if (what == 4) {
    static Sources others;
    static const auto* const other = new Inventory{some_client(others)};
    const Side before{*assessment.profile, *other, plus_days(assessment.as_of, -7)};
    const Side after{*assessment.profile, *assessment.inventory, assessment.as_of};
    write_for_people(compose_comparison(compare(*assessment.catalog, before, std::nullopt, after)), chosen);
  }
}

/// The text in lower case and without what divides words, so that a name is found however it was written.
std::string as_words(std::string_view text) {
  std::string words = " ";
  for (const auto& word : folded_words(text)) words.append(word.folded).append(" ");
  return words;
}

std::string in_markdown(const Report& report) {
  const auto all = renderers();
  return std::ranges::find(all, "markdown", &Renderer::name)->render(report, {});
}

/// Words that candor may say of any client: a name that is made of them tells nothing.
const std::string& words_of_candor() {
  static const auto* const words = [] {
    static Sources sources;
    auto client = some_client(sources);
    auto stand_ins = app::no_stand_ins();
    const auto& [ours, catalog, profile] = standard();
    redact({{&client, &catalog, &profile, "Client", true}}, stand_ins);
    const auto assessment = assess(catalog, profile, client, today());
    auto* made = new std::string{as_words(in_markdown(explain_arithmetic(assessment)))};
    for (const auto audience : {Audience::Owner, Audience::Technician, Audience::Board})
      *made += as_words(in_markdown(compose(assessment, audience, {})));
    for (std::size_t control = 0; control < profile.controls.size(); ++control)
      *made += as_words(in_markdown(explain_control(assessment, control)));
    return made;
  }();
  return *words;
}

/// Whether a report may not hold it: 5 letters or more, none of them a number's, and no words that stand there anyway.
bool tells(const std::string& name, const Profile& profile, StandIns& stand_ins) {
  constexpr std::ptrdiff_t fewest = 5;
  const auto words = as_words(name);
  if (std::ranges::count_if(words, ascii::is_letter) < fewest || std::ranges::any_of(words, ascii::is_digit))
    return false;
  if (stand_ins.keeps(name) || stand_ins.of(name, "Tool") == name) return false;
  const auto is_part_of = [&](std::string_view text) { return as_words(text).find(words) != std::string::npos; };
  return words_of_candor().find(words) == std::string::npos &&
         std::ranges::none_of(profile.controls, is_part_of, &Control::id);
}

/// Without names it comes out as with them, and none is left.
void check_redaction(const Assessment& assessment, const Profile& profile, const Inventory& inventory) {
  const auto& catalog = standard().catalog;
  auto shown = inventory;
  auto told = profile;
  auto stand_ins = app::no_stand_ins();
  redact({{&shown, &catalog, &profile}}, stand_ins);
  redact(told, stand_ins);
  const auto redacted = assess(catalog, told, shown, today());
  require(redacted.verdict == assessment.verdict, "without names the verdict is the same");
  require(redacted.score == assessment.score, "without names the score is the same");
  require(redacted.counts == assessment.counts, "without names the counts are the same");
  const auto report = as_words(in_markdown(compose(redacted, Audience::Owner, {})));
  std::vector<std::string> names{inventory.client.name};
  for (const auto& party : inventory.parties) names.push_back(party.name);
  for (const auto& name : names)
    if (report.find(as_words(name)) != std::string::npos && tells(name, profile, stand_ins))
      fail("without names a name is in the report: " + name);
}

}  // namespace

const std::string_view a_client = R"(candor: 1
client: {id: harbour, name: Harbour, country: IE, currency: EUR}
parties: {us: {kind: provider, name: Northgate}, byrne: {kind: client, name: M. Byrne}, soft: {kind: third_party, name: Supplier}}
assessed: {date: 2026-11-12, by: D. Keane, told_by: byrne}
counts: {people: 42, accounts: 45, computers: 31}
facts:
  mfa: {cloud_accounts: [{part: Microsoft 365, is: 38 of 42}, {part: Booking, is: 0 of 3 (3 unknown), run_by: soft}], admin_accounts: 3 of 3}
  backup: [{part: Server, every: 1 day, away: other_account, last_good: 2026-11-11, restored: {date: 2026-09-30, scope: whole_system, worked: yes, took: 3 hours}}]
  log4j: {looked_at: 4 of 6 (2 unknown), date: 2026-10-01, found: [{where: Phones, version: 2.14.1}]}
  training: {trained: 31 of 42, before_first_login: no}
offered: [{controls: [mfa.cloud], what: the last 4 people, who: us, by: 2026-11-28, date: 2026-11-12}]
agreed: [{control: backup.isolated, what: a second copy, who: us, by: 2026-12-15, once: 450, date: 2026-11-12, said_by: byrne}]
declined: [{controls: [training.staff], cause: price, date: 2026-03-02, by: byrne, explained_by: D. Keane, offered: an hour, price: 540, per: year, instead: nothing, until: 2026-09-02}]
)";

Date today() { return *parse_date("2026-11-21"); }

const Standard& standard() {
  static const auto* const made = [] {
    auto* one = new Standard;
    Diagnostics diagnostics{one->sources};
    one->catalog = read_catalog(builtin_catalog(one->sources), diagnostics);
    one->profile = read_profile(*builtin_profile(default_profile, one->sources), one->catalog, nullptr, diagnostics);
    require(!diagnostics.has_errors(), "the standard that is compiled in reads without a fault");
    return one;
  }();
  return *made;
}

ReadContext context() { return {standard().catalog, standard().profile, today()}; }

std::optional<yaml::Tree> Input::tree(std::string_view what) {
  auto read = yaml::parse(sources, file, diagnostics);
  if (!read) (void)is_refused(what);
  return read;
}

bool Input::is_refused(std::string_view what) const {
  for (const bool is_colored : {false, true})
    check_harmless(diagnostics.to_text(is_colored), "a complaint about " + std::string{what}, is_colored);
  return diagnostics.has_errors();
}

void judge_and_write(const Profile& profile, const Inventory& inventory, const Sources& sources, unsigned chosen) {
  const auto& catalog = standard().catalog;
  const auto assessment = assess(catalog, profile, inventory, today());
  check_assessment(assessment);
  check_neighbours(assessment, chosen);
  const auto audience = std::array{Audience::Owner, Audience::Technician, Audience::Board}[chosen % 3];
  const AskedLimits asked{.min_proved = 40, .min_claimed = 60};
  auto report = compose(assessment, audience, {});
  report.limits = compose_limits(assessment, judge_limits(assessment, asked));
  const auto again = compose(assessment, audience, {});
  require(again.blocks.size() == report.blocks.size(), "the same assessment gives the same report");
  write_for_people(report, chosen);
  write_for_machines(report, sources, chosen / 3);
  if (!assessment.findings.empty()) write_more(assessment, chosen);
  if (chosen % 3 == 1) check_redaction(assessment, profile, inventory);
}

unsigned chosen_by(std::string_view bytes) {
  std::uint32_t hash = 2166136261u;  // FNV-1a
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

Inventory some_client(Sources& sources) {
  Diagnostics diagnostics{sources};
  const auto tree = yaml::parse(sources, sources.add("inventory.yaml", std::string{a_client}), diagnostics);
  auto inventory = read_inventory(*tree, context(), diagnostics);
  if (diagnostics.has_errors()) fail("the client of the fuzz targets reads without a fault\n" + diagnostics.to_text());
  return inventory;
}

}  // namespace candor::fuzz
