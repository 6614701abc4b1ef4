#include <cstdlib>

#include <fmt/format.h>

#include "blocks.hpp"
#include "candor/compose/compose.hpp"
#include "decline.hpp"
#include "finding.hpp"
#include "money.hpp"
#include "notice.hpp"
#include "page_one.hpp"
#include "parties.hpp"
#include "refusal.hpp"
#include "words.hpp"

// The letter that an owner signs when saying no to a control, and the one that asks again when a no has run out.
namespace candor {
namespace {

using namespace wording;

constexpr std::string_view box = "☐ ";

/// One letter: what it is about, and what was found out for it.
struct Letter {
  const Assessment& assessment;
  const Finding& finding;
  const Control& control;
  Refusal refusal;

  [[nodiscard]] bool asks_again() const { return refusal.decline && refusal.state.is_lapsed; }
  [[nodiscard]] std::string us() const {
    const std::string provider = provider_name(*assessment.inventory);
    return provider.empty() ? "us" : provider;
  }
};

/// Who signs for the client: whoever of its people said no, else who decides there; empty when nobody is known.
std::string signer(const Letter& letter) {
  const Inventory& inventory = *letter.assessment.inventory;
  const Decline* decline = letter.refusal.decline;
  const bool is_known = decline && !decline->by.empty() && decline->by != "unknown";
  if (is_known && is_yours(inventory, *decline)) return name(inventory, decline->by);
  const auto names = in_charge(letter.assessment);
  return names.empty() ? std::string{} : names.front();
}

std::string reason(Decline::Cause cause) {
  switch (cause) {
    case Decline::Cause::Price: return "The price.";
    case Decline::Cause::Awareness: return "The risk was not clear. Please ask us: we are glad to explain it again.";
    case Decline::Cause::Both:
      return "The price, and the risk was not clear. Please ask us: we are glad to explain it again.";
    case Decline::Cause::Supplier: return "A supplier does not allow it.";
    case Decline::Cause::Other: return "Another reason. You can add it here in your own words.";
  }
  std::abort();  // a value that is no enumerator
}

void add_opening(const Letter& letter, Blocks& blocks) {
  const Inventory& inventory = *letter.assessment.inventory;
  blocks.emplace_back(Paragraph{
      fmt::format("From {} to {}, {}.", letter.us(), inventory.client.name, to_words(letter.assessment.as_of)),
      Paragraph::Tone::Small});
  if (!letter.asks_again()) {
    blocks.emplace_back(
        Paragraph{"You can say no to our advice. This page says what the no means, so that you and "
                  "we remember it the same way.",
                  Paragraph::Tone::Lead});
    return;
  }
  const Decline& decline = *letter.refusal.decline;
  blocks.emplace_back(Paragraph{fmt::format("The no of {} has run out. Please decide again.", to_words(decline.date)),
                                Paragraph::Tone::Lead});
  blocks.emplace_back(
      Paragraph{fmt::format("{} said no on {}, {}. That no ended on {}.", capitalised(name(inventory, decline.by)),
                            to_words(decline.date), why(decline.cause), to_words(decline.until))});
}

void add_advice(const Letter& letter, Blocks& blocks) {
  const Words& words = letter.control.words;
  const std::string part = letter.refusal.part.empty()
                               ? std::string{}
                               : fmt::format("This page is about one part of it alone: {}.", letter.refusal.part);
  const std::string act = sentence(words.act);
  blocks.emplace_back(Heading{2, "What we advise"});
  blocks.emplace_back(Paragraph{run_on({headline_of(letter.control, letter.finding.outcome), sentence(words.what)})});
  const std::string advice = run_on({act.empty() ? act : "Our advice to you: " + act, part});
  if (!advice.empty()) blocks.emplace_back(Paragraph{advice});
  if (words.cost.empty()) return;
  blocks.emplace_back(Heading{2, "What can happen without it"});
  blocks.emplace_back(Paragraph{sentence(words.cost)});
}

void add_price(const Letter& letter, Blocks& blocks) {
  const Refusal& refusal = letter.refusal;
  const std::string on = refusal.offered_on ? " on " + to_words(*refusal.offered_on) : "";
  const std::string cost = price(refusal.price, letter.assessment.inventory->client.currency);
  std::vector<std::string> said;
  if (!refusal.offer.empty()) said.push_back(fmt::format("We offered you this{}: {}.", on, refusal.offer));
  if (!refusal.price.is_known())
    said.emplace_back("It is not priced yet. Ask us for a price before you decide.");
  else if (refusal.is_old_price)
    said.push_back(fmt::format("The price was then: {}. Ask us for today's price.", cost));
  else
    said.push_back(fmt::format("The price{}: {}.", refusal.offer.empty() ? on : "", cost));
  if (refusal.price.is_known() && !refusal.shared.empty())
    said.push_back(fmt::format("One price for {}.", counted(std::ssize(refusal.shared) + 1, "thing")));
  blocks.emplace_back(Heading{2, "What it costs"});
  blocks.emplace_back(Paragraph{run_on(said)});
}

void add_reason(const Letter& letter, Blocks& blocks) {
  blocks.emplace_back(Heading{2, "The reason"});
  if (letter.refusal.decline && !letter.asks_again()) {
    blocks.emplace_back(Paragraph{reason(letter.refusal.decline->cause)});
    return;
  }
  blocks.emplace_back(Paragraph{letter.asks_again() ? "If you say no again, please tick what is true today."
                                                    : "Please tick what is true."});
  Bullets ticks;
  for (const std::string_view cause :
       {"The price.", "The risk is not clear to us.", "A supplier does not allow it.", "Another reason."})
    ticks.items.push_back(fmt::format("{}{}", box, cause));
  blocks.emplace_back(std::move(ticks));
  blocks.emplace_back(Signatures{{"In your own words"}});
}

/// What covers the gap while the no holds, or did so while it held; empty when nobody wrote it down.
std::string meanwhile(const Letter& letter) {
  if (!letter.refusal.decline) return {};
  const std::string instead = phrase(letter.refusal.decline->instead);
  if (instead.empty()) return {};
  const bool ended = letter.asks_again();
  if (instead == "nothing" || instead == "none")
    return ended ? "So far nothing else covered this." : "Meanwhile nothing else covers this.";
  return fmt::format("{} instead: {}.", ended ? "So far you had this" : "Meanwhile you have this", instead);
}

/// The other controls that the same no is about.
std::string others(const Letter& letter) {
  const auto& titles = letter.refusal.others;
  if (titles.empty()) return {};
  return fmt::format("The same no also {}: {}. {} a letter of {} own.", letter.asks_again() ? "covered" : "covers",
                     joined(titles), titles.size() == 1 ? "It has" : "They have", titles.size() == 1 ? "its" : "their");
}

void add_meaning(const Letter& letter, Blocks& blocks) {
  const Refusal& refusal = letter.refusal;
  const std::string until = to_words(refusal.until);
  const bool stands = refusal.decline && !letter.asks_again();
  const std::string_view whose = stands ? "Your" : "A";
  std::vector<std::string> items{"You can say yes on any day. Tell us, and the no ends."};
  items.push_back(stands ? fmt::format("Your no holds until {}. Then we ask you again.", until)
                         : fmt::format("A no holds for 12 months at most, until {}. Then we ask you again.", until));
  items.push_back(meanwhile(letter));
  items.push_back(fmt::format("{} no does not close the gap. It stays in your report{}.", whose,
                              letter.control.minimum ? ", as one of our must-haves" : ""));
  items.push_back(others(letter));
  if (refusal.agreed_on)
    items.push_back(
        fmt::format("You said yes to this on {}. If you sign here, that yes ends.", to_words(*refusal.agreed_on)));
  std::erase(items, std::string{});
  blocks.emplace_back(Heading{2, "What stays possible"});
  blocks.emplace_back(Bullets{std::move(items)});
}

std::string line_for(std::string_view whose, const std::string& name) {
  return name.empty() ? fmt::format("For {} (name, signature, date)", whose)
                      : fmt::format("For {}, {} (signature, date)", whose, name);
}

void add_signatures(const Letter& letter, Blocks& blocks) {
  const Inventory& inventory = *letter.assessment.inventory;
  const Decline* decline = letter.refusal.decline;
  blocks.emplace_back(Heading{2, "Your decision"});
  if (letter.asks_again())
    blocks.emplace_back(Bullets{{fmt::format("{}Yes, please start.", box),
                                 fmt::format("{}No, until {} at most.", box, to_words(letter.refusal.until))}});
  else
    blocks.emplace_back(Paragraph{"I have read this page, and I say no for now."});
  Signatures lines;
  if (!decline || letter.asks_again() || meanwhile(letter).empty()) lines.lines.emplace_back("What we do instead");
  const bool is_explained =
      decline && !letter.asks_again() && !decline->explained_by.empty() && decline->explained_by != "unknown";
  if (is_explained)
    blocks.emplace_back(
        Paragraph{fmt::format("{} explained the risk to you.", capitalised(name(inventory, decline->explained_by)))});
  else
    lines.lines.emplace_back("Who explained the risk");
  lines.lines.push_back(line_for(inventory.client.name, signer(letter)));
  lines.lines.push_back(line_for(letter.us(), {}));
  blocks.emplace_back(std::move(lines));
  if (decline && !letter.asks_again() && letter.refusal.state.is_signed)
    blocks.emplace_back(Paragraph{fmt::format("We have your signature of {} on file.", to_words(*decline->signed_on))});
  blocks.emplace_back(
      Paragraph{"This page is a record. It is not legal advice. A lawyer should read our template before you "
                "or we rely on it.",
                Paragraph::Tone::Small});
}

}  // namespace

Report compose_decline(const Assessment& assessment, std::size_t control) {
  const Finding& finding = assessment.findings[control];
  const Letter letter{assessment, finding, assessment.control_of(finding), refusal_of(assessment, control)};
  Report report{.title = fmt::format("{}: {}", letter.asks_again() ? "Please decide again" : "Your decision",
                                     phrase(letter.control.title)),
                .blocks = {},
                .assessment = &assessment};
  report.blocks.emplace_back(Heading{1, report.title});
  report.title = title_of_sheet(assessment, report.title);
  add_opening(letter, report.blocks);
  add_advice(letter, report.blocks);
  add_price(letter, report.blocks);
  add_reason(letter, report.blocks);
  add_meaning(letter, report.blocks);
  add_signatures(letter, report.blocks);
  add_notice(*assessment.inventory, "letter", report);
  return report;
}

}  // namespace candor
