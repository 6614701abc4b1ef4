#include "candor/redact/redact.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "candor/text/ascii.hpp"
#include "values.hpp"

namespace candor {
namespace {

// They stand for nobody in particular, or for a side.
constexpr std::array<std::string_view, 7> nobody{"", "unknown", "nobody", "none", "shared", "provider", "client"};

std::string_view kind_of(PartyKind kind) {
  switch (kind) {
    case PartyKind::Provider: return "Provider";
    case PartyKind::Client: return "Person";
    case PartyKind::ThirdParty: return "Firm";
  }
  std::abort();  // a value that is no enumerator
}

/// That something was said is told, and not what.
void leave_out(std::string& text, std::string_view what = words_left_out) {
  if (!text.empty()) text = what;
}

/// One inventory on its way to stand-ins, in the order in which it is written.
class Redactor {
 public:
  Redactor(const Named& named, StandIns& stand_ins)
      : inventory_(*named.inventory),
        catalog_(*named.catalog),
        profile_(*named.profile),
        whose_(named.whose),
        is_built_in_(named.is_built_in),
        stand_ins_(stand_ins) {}

  void run() {
    client();
    parties();
    head();
    for (auto& each : inventory_.statements) statement(each);
    for (auto& each : inventory_.tool_runs) tool_run(each);
    for (auto& each : inventory_.open) open(each);
    for (auto& each : inventory_.offered) plan(each);
    for (auto& each : inventory_.agreed) {
      plan(each);
      somebody(each.said_by);
    }
    for (auto& each : inventory_.declined) decline(each);
    for (auto& each : inventory_.not_applicable) {
      leave_out(each.because);
      somebody(each.by);
    }
    for (auto& each : inventory_.acts) {
      thing(each.part);
      somebody(each.who);
    }
    incident();
    inventory_.provider_folder.clear();
    inventory_.is_redacted = true;
  }

  /// Once the names of all inventories are known: those in the words of the standard that plans are told in.
  void sweep() {
    if (is_built_in_) return;
    const auto sweep = [this](std::string& text) { text = stand_ins_.swept(std::move(text)); };
    for (auto& each : inventory_.offered) sweep(each.what);
    for (auto& each : inventory_.agreed) sweep(each.what);
    for (auto& each : inventory_.declined) sweep(each.offered);
  }

 private:
  void client() {
    auto& client = inventory_.client;
    client.name = stand_ins_.of_somebody(client.name, whose_);
    if (!client.id.empty()) client.id = slug(stand_ins_.of(client.id, "Client id"));
    leave_out(client.sector);
    if (!ascii::is_code(client.country, 2)) leave_out(client.country);
  }

  void parties() {
    for (auto& party : inventory_.parties) {
      party.name = name_of(party);
      party.key = keys_.emplace(party.key, new_key(slug(party.name))).first->second;
      party.role.clear();
      party.does.clear();
      leave_out(party.phone, "number left out");
      leave_out(party.email, "address left out");
      leave_out(party.reference, "number left out");
    }
  }

  /// A person and a firm of one name are two.
  std::string name_of(const Party& party) {
    const auto kind = kind_of(party.kind);
    const auto first = kinds_.emplace(party.name, kind).first->second;
    auto stand_in = stand_ins_.of_somebody(party.name, kind);
    return first == kind ? stand_in : stand_ins_.of(fmt::format("{}\n{}", party.name, kind), kind);
  }

  /// `person-1`, or `person-1-2` where a second party has that name.
  std::string new_key(const std::string& base) {
    const int count = ++counts_[base];
    return count == 1 ? base : fmt::format("{}-{}", base, count);
  }

  void head() {
    somebody(inventory_.assessed_by);
    somebody(inventory_.assessed_party);
    somebody(inventory_.told_by);
    leave_out(inventory_.counts_from);
    for (auto& figure : inventory_.figures) somebody(figure.told_by);
  }

  void statement(Statement& said) {
    thing(said.part);
    redact(said.value, catalog_.facts[said.fact], stand_ins_);
    if (said.origin == Origin::Evidence)
      said.by = stand_ins_.of(said.by, "Tool");
    else
      somebody(said.by);
    somebody(said.told_by);
    somebody(said.run_by, "Firm");
    document(said.file, said.sha256);
    leave_out(said.where);
    leave_out(said.note);
  }

  void tool_run(ToolRun& run) {
    run.program = stand_ins_.of(run.program, "Tool");
    redact_version(run.version);
    leave_out(run.scope);
    for (auto& file : run.files) file = stand_ins_.of(file, "File");
    for (auto& sentence : run.not_seen) leave_out(sentence);
  }

  void open(OpenQuestion& question) {
    thing(question.part);
    somebody(question.ask);
    somebody(question.who);
    leave_out(question.note);
  }

  template <typename Plan>
  void plan(Plan& plan) {
    thing(plan.part);
    if (!plan.what.empty()) plan.what = of_the_standard(plan.controls).act;
    somebody(plan.who);
    plan.takes.clear();
    leave_out(plan.note);
  }

  void decline(Decline& decline) {
    thing(decline.part);
    somebody(decline.by);
    somebody(decline.explained_by);
    if (!decline.offered.empty()) decline.offered = of_the_standard(decline.controls).title;
    if (decline.instead != "nothing" && decline.instead != "none") leave_out(decline.instead);
    document(decline.signed_file, decline.signed_sha256);
    leave_out(decline.note);
  }

  void incident() {
    for (auto& key : inventory_.incident.decides) somebody(key);
    for (auto& key : inventory_.incident.calls) somebody(key);
    somebody(inventory_.incident.insurer);
    leave_out(inventory_.incident.kept);
  }

  void thing(std::string& name) { name = stand_in_for_thing(name, stand_ins_); }

  /// A key of a party, or a name that is written outright.
  void somebody(std::string& who, std::string_view kind = "Person") {
    if (std::ranges::find(nobody, who) != nobody.end() && !keys_.contains(who)) return;
    const auto key = keys_.find(who);
    who = key != keys_.end() ? key->second : stand_ins_.of_somebody(who, kind);
  }

  /// A file that something rests on. No digest is kept: who has the file could tell by it whose it is.
  void document(std::string& file, std::string& sha256) {
    file = stand_ins_.of(file, "File");
    if (sha256.empty()) return;
    const auto number = stand_ins_.of(sha256, "Digest").substr(std::string_view{"Digest "}.size());
    sha256 = fmt::format("{:0>64}", number);
  }

  struct Told {
    std::string title = std::string{words_left_out};
    std::string act = std::string{words_left_out};
  };

  /// What a plan is about can be told all the same, in the words of the standard.
  [[nodiscard]] Told of_the_standard(const std::vector<Located<std::string>>& controls) const {
    const auto index = controls.empty() ? std::nullopt : profile_.find(controls.front().value);
    if (!index) return {};
    const auto& control = profile_.controls[*index];
    return {control.title, control.words.act.empty() ? control.title : control.words.act};
  }

  Inventory& inventory_;
  const Catalog& catalog_;
  const Profile& profile_;
  std::string_view whose_;
  bool is_built_in_;
  StandIns& stand_ins_;
  std::map<std::string, std::string, std::less<>> keys_;  ///< of parties: the old one, the new one
  std::map<std::string, int> counts_;                     ///< of parties, by the new key without its number
  std::map<std::string, std::string_view> kinds_;         ///< of the first party of each name
};

/// `2` or `2026.1` stays; with more in it it may name somebody.
std::string version_of_standard(const std::string& version, StandIns& stand_ins) {
  auto plain = version;
  redact_version(plain);
  return plain == version ? version : stand_ins.of(version, "Version");
}

/// `standard-1` for one that is not built in.
std::string id_of_standard(const std::string& id, StandIns& stand_ins) {
  auto stand_in = stand_ins.of(id, "Standard");
  return stand_in == id ? id : slug(stand_in);
}

}  // namespace

void redact(const std::vector<Named>& all, StandIns& stand_ins) {
  std::vector<Redactor> redactors;
  for (const auto& named : all) {
    keep_what_is_asked_for(*named.profile, stand_ins);
    redactors.emplace_back(named, stand_ins);
  }
  for (auto& one : redactors) one.run();
  for (auto& one : redactors) one.sweep();
}

void redact(Result& result, StandIns& stand_ins) {
  result.client = stand_ins.of_somebody(result.client, "Client");
  if (!result.client_id.empty()) result.client_id = slug(stand_ins.of(result.client_id, "Client id"));
  const auto id = id_of_standard(result.profile, stand_ins);
  if (id != result.profile) result.version = version_of_standard(result.version, stand_ins);
  result.profile = id;
  for (auto& control : result.controls) control.title = stand_ins.swept(std::move(control.title));
}

void redact(Profile& profile, StandIns& stand_ins) {
  const auto sweep = [&](std::string& text) { text = stand_ins.swept(std::move(text)); };
  for (auto* id : {&profile.id, &profile.extends}) *id = id_of_standard(*id, stand_ins);
  profile.version = version_of_standard(profile.version, stand_ins);
  for (auto* text : {&profile.title, &profile.about}) sweep(*text);
  for (auto& baseline : profile.baselines) sweep(baseline.name);
  for (auto& control : profile.controls) {
    auto& words = control.words;
    control.origin = id_of_standard(control.origin, stand_ins);
    for (auto* text : {&control.title, &control.technical, &words.what, &words.partly, &words.missing, &words.unknown,
                       &words.met, &words.cost, &words.act, &words.find_out, &words.takes, &words.stretch})
      sweep(*text);
    for (auto& clause : control.required_by) {
      sweep(clause.clause);
      sweep(clause.note);
    }
  }
  for (auto& [harm, words] : profile.harms) sweep(words);
  for (auto& term : profile.terms) {
    sweep(term.word);
    sweep(term.meaning);
  }
}

}  // namespace candor
