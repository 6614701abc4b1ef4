#include "evidence.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "money.hpp"
#include "parties.hpp"
#include "words.hpp"

namespace candor::wording {
namespace {

/// Who stands behind a statement: the one who told it, else the one who looked.
std::string witness(const Inventory& inventory, const Statement& statement) {
  const std::string& who =
      statement.kind == Kind::Told && !statement.told_by.empty() ? statement.told_by : statement.by;
  return who.empty() ? std::string{} : " by " + name(inventory, who);
}

void add(std::string& text, std::string_view lead, std::string_view more) {
  if (!more.empty()) text += fmt::format(", {}{}", lead, more);
}

/// What plans of all kinds say after their first words.
template <typename Plan>
std::string plan(const Assessment& assessment, const Plan& plan) {
  std::string text = plan.what.empty() ? std::string{"no words for it"} : phrase(plan.what);
  if (!plan.part.empty()) text += fmt::format(" ({})", plan.part);
  add(text, "by ", plan.who.empty() ? "nobody yet" : name(*assessment.inventory, plan.who));
  add(text, "due ", plan.by ? to_iso(*plan.by) : "on no day yet");
  add(text, "takes ", plan.takes);
  add(text, "", price(plan.price, assessment.inventory->client.currency));
  return text;
}

std::string facts_in(const Catalog& catalog, const OpenQuestion& question) {
  std::vector<std::string> addresses;
  for (const auto fact : question.facts) addresses.push_back(catalog.facts[fact].address);
  return joined(addresses);
}

}  // namespace

std::string share(std::int64_t millionths) {
  if (millionths % whole == 0) return fmt::to_string(millionths / whole);
  auto text = fmt::format("{}.{:06}", millionths / whole, millionths % whole);
  text.erase(text.find_last_not_of('0') + 1);
  return text;
}

std::string interval(const Interval& interval) {
  const auto claimed = interval.low == interval.high
                           ? share(interval.low)
                           : fmt::format("{} to {}", share(interval.low), share(interval.high));
  return fmt::format("{}, proved {}", claimed, share(interval.proved));
}

std::string statement(const Assessment& assessment, std::size_t index) {
  const Statement& said = assessment.statement(index);
  std::string text = said.part.empty() ? std::string{} : said.part + ": ";
  text += to_text(said.value, assessment.catalog->facts[said.fact]);
  text += fmt::format(", {}{} on {}", name(said.kind), witness(*assessment.inventory, said), to_iso(said.date));
  add(text, "run by ", said.run_by.empty() ? std::string{} : name(*assessment.inventory, said.run_by));
  add(text, "file ", said.file);
  add(text, said.origin == Origin::Evidence ? "" : "looked at ", said.where);
  add(text, "note: ", said.note);
  return text;
}

std::string result(const Check& check) {
  if (check.parts.empty()) return "nobody said anything";
  std::string text;
  if (check.counted && check.counted->said == Coverage::Said::Counted)
    text = fmt::format("{} of {}, {} not known", check.counted->has, check.counted->of, check.counted->unknown);
  else if (check.interval.low == whole)
    text = "holds";
  else if (check.interval.high == 0)
    text = "does not hold";
  else
    text = "not known";
  return check.rest_unknown ? text + "; nobody said that these parts are all there is" : text;
}

std::vector<std::string> standing(const Assessment& assessment, const Check& check) {
  std::vector<std::string> lines;
  for (const auto& part : check.parts) {
    if (part.statements.empty()) lines.push_back(fmt::format("{}: named, nothing said", part.part));
    for (const auto index : part.statements) lines.push_back(statement(assessment, index));
  }
  return lines;
}

std::vector<std::string> bad_records(const Assessment& assessment, const Check& check) {
  const Fact& fact = assessment.catalog->facts[check.fact];
  std::vector<std::string> lines;
  const auto tell = [&](std::string_view what, const std::vector<std::size_t>& indexes) {
    for (const auto i : indexes)
      lines.push_back(fmt::format("{}: {}", what, to_text(Records{{check.records[i]}}, fact)));
  };
  tell("falls short", check.short_records);
  tell("does not say enough", check.unclear_records);
  return lines;
}

std::string contradiction(const Assessment& assessment, const Contradiction& contradiction) {
  return fmt::format("{}: {}; against it stands {}", assessment.catalog->facts[contradiction.fact].address,
                     statement(assessment, contradiction.told), statement(assessment, contradiction.stands));
}

std::string open_item(const Inventory& inventory, const Catalog& catalog, const OpenQuestion& question) {
  std::string text = facts_in(catalog, question);
  if (!question.part.empty()) text += fmt::format(" ({})", question.part);
  text += fmt::format(": {}", spaced(name(question.because)));
  add(text, "to ask ", question.ask.empty() ? std::string{} : name(inventory, question.ask));
  add(text, "asked on ", question.asked ? to_iso(*question.asked) : std::string{});
  add(text, "",
      question.who.empty() ? std::string{"nobody finds out yet"} : name(inventory, question.who) + " finds out");
  add(text, "by ", question.by ? to_iso(*question.by) : std::string{"no day yet"});
  add(text, "note: ", question.note);
  return text;
}

std::string open_item(const Assessment& assessment, const OpenQuestion& question) {
  return open_item(*assessment.inventory, *assessment.catalog, question);
}

std::string agreed_item(const Assessment& assessment, const Agreed& agreed) {
  auto text = plan(assessment, agreed);
  add(text, "agreed on ", to_iso(agreed.date));
  add(text, "with ", agreed.said_by.empty() ? std::string{} : name(*assessment.inventory, agreed.said_by));
  return text;
}

std::string offer_item(const Assessment& assessment, const Offer& offer) {
  auto text = plan(assessment, offer);
  add(text, "offered on ", to_iso(offer.date));
  return text;
}

std::string decline_item(const Assessment& assessment, const DeclineState& state) {
  const Decline& decline = assessment.inventory->declined[state.decline];
  std::string text = decline.offered.empty() ? std::string{"no words for what was offered"} : phrase(decline.offered);
  if (!decline.part.empty()) text += fmt::format(" ({})", decline.part);
  text += fmt::format(", declined by {} on {}, cause {}", name(*assessment.inventory, decline.by), to_iso(decline.date),
                      name(decline.cause));
  const bool is_explained = !decline.explained_by.empty() && decline.explained_by != "unknown";
  text += is_explained ? ", explained by " + name(*assessment.inventory, decline.explained_by)
                       : std::string{", not known who explained it"};
  if (decline.price.is_known()) add(text, "", price(decline.price, assessment.inventory->client.currency));
  add(text, "instead: ", phrase(decline.instead));
  add(text, "until ", to_iso(decline.until));
  text += state.is_signed ? ", signed" : ", not signed";
  if (state.is_lapsed) text += ", lapsed";
  if (state.is_moot) text += ", moot: the control is met";
  return text;
}

}  // namespace candor::wording
