#include "export/plans.hpp"

#include <fmt/format.h>

namespace candor {

namespace {

Json money(const std::optional<Money>& money) {
  if (!money) return nullptr;
  const auto sign = money->hundredths < 0 ? "-" : "";
  const auto amount = money->hundredths < 0 ? -money->hundredths : money->hundredths;
  return fmt::format("{}{}.{:02}", sign, amount / 100, amount % 100);
}

std::string_view name(Price::Per per) {
  switch (per) {
    case Price::Per::None: return {};
    case Price::Per::Month: return "month";
    case Price::Per::Year: return "year";
  }
  return {};
}

Json price(const Price& price) {
  if (!price.is_known()) return nullptr;
  return object({{"included", price.included},
                 {"once", money(price.once)},
                 {"running", money(price.running)},
                 {"per", text_or_null(name(price.per))}});
}

Json controls(const std::vector<Located<std::string>>& controls) {
  return list(controls, [](const Located<std::string>& control) { return control.value; });
}

}  // namespace

Json json_of(const Decline& decline, const Sources& files) {
  const auto signature = object({{"date", date_or_null(decline.signed_on)},
                                 {"document", text_or_null(decline.signed_file)},
                                 {"sha256", text_or_null(decline.signed_sha256)}});
  return object({{"controls", controls(decline.controls)},
                 {"part", text_or_null(decline.part)},
                 {"cause", candor::name(decline.cause)},
                 {"date", to_iso(decline.date)},
                 {"by", text_or_null(decline.by)},
                 {"explained_by", text_or_null(decline.explained_by)},
                 {"offered", text_or_null(decline.offered)},
                 {"price", price(decline.price)},
                 {"instead", text_or_null(decline.instead)},
                 {"until", to_iso(decline.until)},
                 {"note", text_or_null(decline.note)},
                 {"signature", decline.signed_on ? signature : Json(nullptr)},
                 {"place", json_of(decline.place, files)}});
}

Json json_of(const Offer& offer, const Sources& files) {
  return object({{"controls", controls(offer.controls)},
                 {"part", text_or_null(offer.part)},
                 {"what", text_or_null(offer.what)},
                 {"who", text_or_null(offer.who)},
                 {"by", date_or_null(offer.by)},
                 {"takes", text_or_null(offer.takes)},
                 {"price", price(offer.price)},
                 {"date", to_iso(offer.date)},
                 {"note", text_or_null(offer.note)},
                 {"place", json_of(offer.place, files)}});
}

Json json_of(const Agreed& agreed, const Sources& files) {
  return object({{"controls", controls(agreed.controls)},
                 {"part", text_or_null(agreed.part)},
                 {"what", text_or_null(agreed.what)},
                 {"who", text_or_null(agreed.who)},
                 {"by", date_or_null(agreed.by)},
                 {"takes", text_or_null(agreed.takes)},
                 {"price", price(agreed.price)},
                 {"date", to_iso(agreed.date)},
                 {"said_by", text_or_null(agreed.said_by)},
                 {"note", text_or_null(agreed.note)},
                 {"place", json_of(agreed.place, files)}});
}

Json json_of(const OpenQuestion& question, const Catalog& catalog, const Sources& files) {
  return object({{"facts", list(question.facts, [&](FactId id) { return catalog.facts[id].address; })},
                 {"part", text_or_null(question.part)},
                 {"because", candor::name(question.because)},
                 {"ask", text_or_null(question.ask)},
                 {"asked", date_or_null(question.asked)},
                 {"who", text_or_null(question.who)},
                 {"by", date_or_null(question.by)},
                 {"note", text_or_null(question.note)},
                 {"place", json_of(question.place, files)}});
}

Json json_of(const NotApplicable& entry, const Sources& files) {
  return object({{"because", text_or_null(entry.because)},
                 {"by", text_or_null(entry.by)},
                 {"date", to_iso(entry.date)},
                 {"place", json_of(entry.place, files)}});
}

}  // namespace candor
