#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "export/exporters.hpp"
#include "export/numbers.hpp"
#include "export/object.hpp"
#include "export/plans.hpp"

namespace candor {

namespace {

Json counted(const std::optional<Coverage>& coverage) {
  if (!coverage || coverage->said != Coverage::Said::Counted) return nullptr;
  return object({{"has", coverage->has}, {"of", coverage->of}, {"unknown", coverage->unknown}});
}

/// A field of a record is written as a value of its type would be.
Json field(const FieldValue& value, const Field& field) {
  if (std::holds_alternative<Unknown>(value)) return nullptr;
  if (const auto* text = std::get_if<Text>(&value)) return text_or_null(text->text);
  Fact like;
  like.type = field.type;
  like.choices = field.choices;
  return to_text(std::visit([](const auto& held) { return Value{held}; }, value), like);
}

struct Writer {
  const Report& report;
  const Assessment& assessment;
  const Sources& files;

  [[nodiscard]] Json document() const;

 private:
  [[nodiscard]] const Fact& fact(FactId id) const { return assessment.catalog->facts[id]; }
  [[nodiscard]] const std::string& control_id(std::size_t index) const {
    return assessment.profile->controls[index].id;
  }
  [[nodiscard]] Json statement(std::size_t index) const;
  [[nodiscard]] Json statements(const std::vector<std::size_t>& indexes) const {
    return list(indexes, [this](std::size_t index) { return statement(index); });
  }
  [[nodiscard]] Json condition(const Condition& condition) const;
  [[nodiscard]] Json part(const PartResult& part) const;
  [[nodiscard]] Json record(const Check& check, std::size_t index) const;
  [[nodiscard]] Json check(const Check& check) const;
  [[nodiscard]] Json contradiction(const Contradiction& contradiction) const;
  [[nodiscard]] Json sentences(std::size_t finding) const;
  [[nodiscard]] Json finding(const Finding& finding) const;
  [[nodiscard]] Json wanted(const ProofWanted& wanted) const;
  [[nodiscard]] Json tool(const ToolRun& run) const;
  [[nodiscard]] Json action(const Action& action) const;
  [[nodiscard]] Json ledger_item(const LedgerEntry& entry) const;
  [[nodiscard]] Json ledger(const LedgerEntry& entry) const;
};

Json Writer::statement(std::size_t index) const {
  const auto& said = assessment.statement(index);
  const auto& about = fact(said.fact);
  return object({{"fact", about.address},
                 {"part", text_or_null(said.part)},
                 {"value", to_text(said.value, about)},
                 {"kind", candor::name(said.kind)},
                 {"date", to_iso(said.date)},
                 {"by", text_or_null(said.by)},
                 {"told_by", text_or_null(said.told_by)},
                 {"run_by", text_or_null(said.run_by)},
                 {"document", text_or_null(said.file)},
                 {"sha256", text_or_null(said.sha256)},
                 {"where", text_or_null(said.where)},
                 {"note", text_or_null(said.note)},
                 {"place", json_of(said.place, files)}});
}

/// A condition as the profile states it, its children under it.
Json Writer::condition(const Condition& condition) const {
  const bool is_group = condition.test == Condition::Test::All || condition.test == Condition::Test::Any;
  const auto& about = fact(condition.fact);
  const auto* in_field =
      condition.in_record && condition.field < about.fields.size() ? &about.fields[condition.field] : nullptr;
  const auto wanted = [&](const Value& value) {
    const auto* choice = std::get_if<Choice>(&value);
    return in_field && choice ? field(FieldValue{*choice}, *in_field) : Json(to_text(value, about));
  };
  const bool has_span = condition.test == Condition::Test::Within || condition.test == Condition::Test::SeenWithin;
  const bool has_scope = condition.scope && *condition.scope < about.scopes.size();
  return object(
      {{"test", candor::name(condition.test)},
       {"fact", is_group || condition.in_record ? Json(nullptr) : Json(about.address)},
       {"field", in_field ? Json(in_field->name) : Json(nullptr)},
       {"wanted", list(condition.wanted, wanted)},
       {"within", has_span ? Json(to_text(condition.span)) : Json(nullptr)},
       {"scope", has_scope ? Json(about.scopes[*condition.scope]) : Json(nullptr)},
       {"fixed", list(condition.fixed, [](const Version& version) { return version.written; })},
       {"children", list(condition.children, [this](const Condition& child) { return this->condition(child); })}});
}

Json Writer::part(const PartResult& part) const {
  auto made = object({{"part", text_or_null(part.part)}});
  made.update(json_of(part.interval));
  made["counted"] = counted(part.counted);
  made["named_only"] = part.named_only;
  made["statements"] = statements(part.statements);
  return made;
}

Json Writer::record(const Check& check, std::size_t index) const {
  const auto& said = check.records[index];
  const auto& about = fact(check.fact);
  const auto is_in = [index](const std::vector<std::size_t>& indexes) {
    return std::ranges::binary_search(indexes, index);  // they are in order, and may be many
  };
  Json fields = Json::object();
  for (std::size_t i = 0; i < std::min(said.fields.size(), about.fields.size()); ++i)
    fields[about.fields[i].name] = field(said.fields[i], about.fields[i]);
  return object({{"fields", std::move(fields)},
                 {"falls_short", is_in(check.short_records)},
                 {"unclear", is_in(check.unclear_records)},
                 {"place", json_of(said.place, files)}});
}

Json Writer::check(const Check& check) const {
  auto made = object({{"fact", fact(check.fact).address},
                      {"condition", check.condition ? condition(*check.condition) : Json(nullptr)}});
  made.update(json_of(check.interval));
  made["counted"] = counted(check.counted);
  made["rest_unknown"] = check.rest_unknown;
  made["parts"] = list(check.parts, [this](const PartResult& result) { return part(result); });
  made["records"] = Json::array();
  for (std::size_t i = 0; i < check.records.size(); ++i) made["records"].push_back(record(check, i));
  return made;
}

Json Writer::contradiction(const Contradiction& contradiction) const {
  return object({{"fact", fact(contradiction.fact).address},
                 {"part", text_or_null(contradiction.part)},
                 {"told", statement(contradiction.told)},
                 {"stands", statement(contradiction.stands)}});
}

/// The words a person reads about a finding, where the report has any.
Json Writer::sentences(std::size_t finding) const {
  for (const auto& block : report.blocks) {
    const auto* card = std::get_if<FindingCard>(&block);
    if (!card || card->finding != finding) continue;
    return object({{"status", card->status},
                   {"headline", card->headline},
                   {"paragraphs", card->paragraphs},
                   {"rows", list(card->rows,
                                 [](const auto& row) {
                                   return object({{"label", row.first}, {"text", row.second}});
                                 })},
                   {"notes", card->notes}});
  }
  return nullptr;
}

Json Writer::finding(const Finding& finding) const {
  const auto& control = assessment.control_of(finding);
  const auto& inventory = *assessment.inventory;
  const auto clause = [this](const Clause& required) {
    const auto* baseline = assessment.profile->find_baseline(required.baseline);
    return object({{"baseline", required.baseline},
                   {"name", text_or_null(baseline ? baseline->name : std::string{})},
                   {"year", text_or_null(baseline ? baseline->year : std::string{})},
                   {"seen", baseline && baseline->seen},
                   {"clause", text_or_null(required.clause)},
                   {"weighs", required.weighs},
                   {"note", text_or_null(required.note)}});
  };
  const auto flagged = [&](const DeclineState& state) {
    auto made = json_of(inventory.declined[state.decline], files);
    made["is_signed"] = state.is_signed;
    made["is_lapsed"] = state.is_lapsed;
    made["is_moot"] = state.is_moot;
    return made;
  };
  auto made = object({{"control", control.id},
                      {"title", control.title},
                      {"technical", text_or_null(control.technical)},
                      {"gate", control.minimum},
                      {"weight", control.weight},
                      {"ours", control.ours},
                      {"outcome", candor::name(finding.outcome)},
                      {"words", words(finding.outcome)}});
  made.update(json_of(finding.interval));
  made["gate_missed"] = finding.gate_missed;
  made["gate_unknown"] = finding.gate_unknown;
  made["acts"] = control.acts_shared ? std::string_view{"shared"} : candor::name(control.acts);
  made["effort"] = candor::name(control.effort);
  made["harms"] = list(control.harms, [](Harm harm) { return candor::name(harm); });
  made["required_by"] = list(control.required_by, clause);
  made["proof"] = object({{"kind", candor::name(control.proof.kind)}, {"within", to_text(control.proof.within)}});
  made["checks"] = list(finding.checks, [this](const Check& result) { return check(result); });
  made["stretch"] = finding.stretch ? json_of(*finding.stretch) : Json(nullptr);
  made["contradictions"] =
      list(finding.contradictions, [this](const Contradiction& found) { return contradiction(found); });
  made["better"] = list(finding.better, [this](const Contradiction& found) { return contradiction(found); });
  made["aged"] = statements(finding.aged);
  made["declines"] = list(finding.declines, flagged);
  made["offers"] = list(finding.offers, [&](std::size_t index) { return json_of(inventory.offered[index], files); });
  made["agreed"] = list(finding.agreed, [&](std::size_t index) { return json_of(inventory.agreed[index], files); });
  made["open"] =
      list(finding.open, [&](std::size_t index) { return json_of(inventory.open[index], *assessment.catalog, files); });
  made["not_applicable"] =
      finding.not_applicable ? json_of(inventory.not_applicable[*finding.not_applicable], files) : Json(nullptr);
  made["shares"] = list(finding.shares, [](const Share& share) {
    return object({{"party", share.party}, {"weight_millionths", share.weight_millionths}});
  });
  made["sentences"] = sentences(finding.control);
  return made;
}

Json Writer::wanted(const ProofWanted& wanted) const {
  return object({{"control", control_id(wanted.finding)},
                 {"points", wanted.points},
                 {"kind", candor::name(wanted.kind)},
                 {"facts", list(wanted.facts, [this](FactId id) { return fact(id).address; })}});
}

Json Writer::tool(const ToolRun& run) const {
  return object({{"program", run.program},
                 {"version", text_or_null(run.version)},
                 {"date", to_iso(run.date)},
                 {"scope", text_or_null(run.scope)},
                 {"files", run.files},
                 {"not_seen", run.not_seen},
                 {"place", json_of(run.place, files)}});
}

Json Writer::action(const Action& action) const {
  const auto& inventory = *assessment.inventory;
  return object({{"controls", list(action.findings, [this](std::size_t index) { return control_id(index); })},
                 {"agreed", action.agreed ? json_of(inventory.agreed[*action.agreed], files) : Json(nullptr)},
                 {"offer", action.offer ? json_of(inventory.offered[*action.offer], files) : Json(nullptr)},
                 {"is_question", action.is_question},
                 {"gates_missed", action.gates_missed},
                 {"gates_unknown", action.gates_unknown},
                 {"points_millionths", action.points_millionths},
                 {"doors", action.doors},
                 {"effort", action.effort},
                 {"value_millionths", action.value},
                 {"who", text_or_null(action.who)},
                 {"by", date_or_null(action.by)},
                 {"is_overdue", action.is_overdue}});
}

/// The entry of the inventory that a line of the ledger is about.
Json Writer::ledger_item(const LedgerEntry& entry) const {
  if (!entry.list || !entry.item) return nullptr;
  const auto& inventory = *assessment.inventory;
  switch (*entry.list) {
    case LedgerEntry::List::Offered: return json_of(inventory.offered[*entry.item], files);
    case LedgerEntry::List::Agreed: return json_of(inventory.agreed[*entry.item], files);
    case LedgerEntry::List::Declined: return json_of(inventory.declined[*entry.item], files);
    case LedgerEntry::List::NotApplicable: return json_of(inventory.not_applicable[*entry.item], files);
  }
  std::abort();  // a value that is no enumerator
}

Json Writer::ledger(const LedgerEntry& entry) const {
  return object({{"what", candor::name(entry.what)},
                 {"control", entry.finding ? Json(control_id(*entry.finding)) : Json(nullptr)},
                 {"statement", entry.statement ? statement(*entry.statement) : Json(nullptr)},
                 {"other", entry.other ? statement(*entry.other) : Json(nullptr)},
                 {"list", entry.list ? Json(candor::name(*entry.list)) : Json(nullptr)},
                 {"item", ledger_item(entry)},
                 {"date", date_or_null(entry.date)},
                 {"as_if", entry.as_if ? json_of(*entry.as_if) : Json(nullptr)}});
}

Json Writer::document() const {
  const auto& inventory = *assessment.inventory;
  const auto& client = inventory.client;
  const auto& profile = *assessment.profile;
  const auto party = [](const Party& named) {
    return object({{"key", named.key},
                   {"kind", candor::name(named.kind)},
                   {"name", text_or_null(named.name)},
                   {"role", text_or_null(named.role)},
                   {"does", text_or_null(named.does)}});
  };
  const auto door = [&](const Door& of_harm) {
    const auto words = profile.harms.find(of_harm.harm);
    return object({{"harm", candor::name(of_harm.harm)},
                   {"words", text_or_null(words == profile.harms.end() ? std::string{} : words->second)},
                   {"applicable", of_harm.applicable},
                   {"closed", of_harm.closed},
                   {"proved", of_harm.proved}});
  };
  return object(
      {{"format", "candor-assessment/1"},
       {"contains", contains_of(report)},
       {"client", object({{"id", text_or_null(client.id)},
                          {"name", client.name},
                          {"sector", text_or_null(client.sector)},
                          {"country", text_or_null(client.country)},
                          {"currency", text_or_null(client.currency)},
                          {"since", date_or_null(client.since)}})},
       {"parties", list(inventory.parties, party)},
       {"profile", object({{"id", profile.id}, {"version", profile.version}, {"title", profile.title}})},
       {"as_of", to_iso(assessment.as_of)},
       {"assessed", object({{"date", to_iso(inventory.assessed)},
                            {"by", text_or_null(inventory.assessed_by)},
                            {"told_by", text_or_null(inventory.told_by)}})},
       {"verdict", candor::name(assessment.verdict)},
       {"service", candor::name(assessment.service)},
       {"gates", object({{"missed", assessment.gates_missed}, {"unknown", assessment.gates_unknown}})},
       {"score", json_of(assessment.score)},
       {"counts", outcome_counts_of(assessment)},
       {"findings", list(assessment.findings, [this](const Finding& result) { return finding(result); })},
       {"contradicted", object({{"controls", assessment.contradicted.controls},
                                {"points", assessment.contradicted.points},
                                {"sum", assessment.contradicted.sum}})},
       {"proofs_wanted", list(assessment.proofs_wanted, [this](const ProofWanted& one) { return wanted(one); })},
       {"tools", list(inventory.tool_runs, [this](const ToolRun& run) { return tool(run); })},
       {"missing", list(assessment.missing,
                        [](const MissingRow& row) {
                          return object({{"party", text_or_null(row.party)}, {"points", row.points}});
                        })},
       {"doors", list(assessment.doors, door)},
       {"actions", list(assessment.actions, [this](const Action& step) { return action(step); })},
       {"limits", list(report.limits,
                       [](const LimitLine& limit) {
                         return object({{"asked", limit.asked}, {"held", limit.held}, {"why", limit.why}});
                       })},
       {"ledger", list(assessment.ledger, [this](const LedgerEntry& entry) { return ledger(entry); })}});
}

}  // namespace

std::string export_json(const Report& report, const Sources& files) {
  if (report.comparison) return export_comparison(report, files);
  return json_text(Writer{report, *report.assessment, files}.document(), 2);
}

std::string export_ndjson(const Report& report, const Sources& files) {
  return json_text(Writer{report, *report.assessment, files}.document(), -1);
}

}  // namespace candor
