#include "import/baseline_check.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace candor {

namespace {

using Outcome = BaselineCheck::Outcome;

/// `MS.AAD.3.2` of `CISA.MS.AAD.3.2v1`.
std::string_view base_of(std::string_view id) {
  constexpr std::string_view digits = "0123456789";
  if (id.starts_with("CISA.")) id.remove_prefix(5);
  const auto v = id.rfind('v');
  const bool has_version = v != std::string_view::npos && v + 1 < id.size() && id.find_first_not_of(digits, v) == v &&
                           id.find_first_not_of(digits, v + 1) == std::string_view::npos;
  return has_version ? id.substr(0, v) : id;
}

/// The worse, the greater.
int badness(Outcome outcome) {
  switch (outcome) {
    case Outcome::Met: return 0;
    case Outcome::NotShown: return 1;
    case Outcome::NotMet: return 2;
  }
  return 1;
}

Value choice_of(const Catalog& catalog, std::string_view address, std::string_view word) {
  const auto id = catalog.find(address);
  if (!id) return Unknown{};
  const auto& choices = catalog.facts[*id].choices;
  const auto found = std::ranges::find(choices, word);
  if (found == choices.end()) return Unknown{};
  return Choice{static_cast<std::uint16_t>(found - choices.begin())};
}

/// What was not met, and by no domain that is known to be the client's own, says nothing of those.
std::string because_of(const BaselineCheck& check) {
  if (check.outcome == Outcome::NotShown) return check.because;
  return check.where + ", but for no domain that is known to be the client's own";
}

std::string where_of(const BaselineCheck& check) {
  return fmt::format("{}, {}", check.where, first_few(check.domains));
}

}  // namespace

void BaselineChecks::add(std::string_view id, BaselineCheck check) {
  auto& kept = checks_.try_emplace(std::string{base_of(id)}, check).first->second;
  if (badness(check.outcome) > badness(kept.outcome)) kept = std::move(check);
}

BaselineCheck BaselineChecks::find(std::string_view id) const {
  const auto found = checks_.find(id);
  if (found != checks_.end()) return found->second;
  return {
      .outcome = Outcome::NotShown, .where = {}, .because = fmt::format("{} is not in this report", id), .domains = {}};
}

std::string gap_of_domains(const BaselineChecks& checks) {
  const auto seal = checks.find("MS.EXO.3.1");
  if (seal.outcome != Outcome::NotMet) return {};
  for (const auto* id : {"MS.EXO.2.2", "MS.EXO.3.1", "MS.EXO.4.1", "MS.EXO.4.2"})
    if (!checks.find(id).domains.empty()) return {};
  return fmt::format("the report names no domain that is known to be the client's own ({})", seal.where);
}

void say_not_all(Look& look, std::string_view fact, std::string_view part, std::string_view where,
                 std::string_view because) {
  look.say(fact, part, Coverage{.said = Coverage::Said::NotAll}, where).note = kept(because, 300);
}

void tell_log_check(Look& look, std::string_view part, const BaselineCheck& check) {
  if (check.outcome == Outcome::NotMet)
    look.say_unknown("logging.kept", part, fmt::format("the log of who did what is switched off ({})", check.where));
}

void tell_mail_checks(Look& look, const Catalog& catalog, std::string_view part, const BaselineChecks& checks) {
  constexpr auto* lookup = "a record that could not be looked up counts as none";
  const auto seal = checks.find("MS.EXO.3.1");
  if (seal.outcome == Outcome::Met)
    look.say("email.dkim", part, true, seal.where);
  else if (seal.domains.empty())
    look.say_unknown("email.dkim", part, because_of(seal));
  else
    look.say("email.dkim", part, false, where_of(seal)).note = lookup;

  const auto published = checks.find("MS.EXO.4.1");
  const auto reject = checks.find("MS.EXO.4.2");
  const auto gap = gap_of_domains(checks);
  if (published.outcome == Outcome::NotMet && !published.domains.empty())
    look.say("email.dmarc", part, choice_of(catalog, "email.dmarc", "missing"), where_of(published)).note = lookup;
  else if (published.outcome != Outcome::Met)
    look.say_unknown("email.dmarc", part, because_of(published));
  else if (!gap.empty())
    look.say_unknown("email.dmarc", part, gap);
  else if (reject.outcome == Outcome::Met)
    look.say("email.dmarc", part, choice_of(catalog, "email.dmarc", "reject"),
             fmt::format("{}, {}", published.where, reject.where));
  else if (reject.outcome == Outcome::NotShown)
    look.say_unknown("email.dmarc", part, reject.because);
  else
    look.say_unknown(
        "email.dmarc", part,
        fmt::format("a record is there and does not say `reject` ({}); what it says is not told", reject.where));
}

}  // namespace candor
