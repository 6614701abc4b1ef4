#include <array>

#include <fmt/format.h>

#include "choice.hpp"
#include "day.hpp"
#include "sections.hpp"
#include "word.hpp"

// What was offered, what was agreed and what was declined.
namespace candor {
namespace {

using Cause = Decline::Cause;

constexpr std::array<std::string_view, 13> agreed_keys{"control", "controls", "part", "what", "who",  "by",     "takes",
                                                       "once",    "price",    "per",  "date", "note", "said_by"};
constexpr std::span<const std::string_view> offer_keys = std::span{agreed_keys}.first(12);
constexpr std::array<std::string_view, 15> decline_keys{"control", "controls",     "part",    "cause",  "date",
                                                        "by",      "explained_by", "offered", "once",   "price",
                                                        "per",     "instead",      "until",   "signed", "note"};
constexpr std::array<std::string_view, 3> signed_keys{"date", "file", "sha256"};

constexpr std::array<Named<Cause>, 5> causes{{
    {"price", Cause::Price},
    {"awareness", Cause::Awareness},
    {"both", Cause::Both},
    {"supplier", Cause::Supplier},
    {"other", Cause::Other},
}};

/// What an offer and an agreed action have in common.
template <typename Plan>
Plan read_plan(const yaml::Node& node, const Reading& reading) {
  Plan plan;
  plan.place = node.place();
  plan.controls = read_controls(node, reading.context);
  plan.part = read_part(node, plan.controls, reading);
  plan.what = require_text(node, "what");
  plan.who = read_party(node, "who", reading);
  plan.by = find_day(node, "by");
  plan.takes = read_text(node, "takes");
  plan.price = read_price(node);
  plan.date = require_past_day(node, "date", reading.context);
  plan.note = read_text(node, "note");
  if (plan.by && plan.date.ok() && *plan.by < plan.date)
    node.find("by")->error("bad-date", quoted(node.find("by")->raw()) + " is before the day it was planned on",
                           "`date` is the day of the offer or the agreement, `by` the day it is to be done");
  return plan;
}

/// A decline is asked again within 12 months; that is its last day when none is written.
Date read_until(const yaml::Node& decline, Date from) {
  const auto latest = from.ok() ? plus_months(from, longest_decline_months) : Date{};
  const auto node = decline.find("until");
  if (!node) return latest;
  const auto until = read_day(*node);
  if (!until || !from.ok()) return latest;
  if (*until > latest)
    node->error("decline-too-long", quoted(node->raw()) + " is more than 12 months after the decline",
                "it is asked again each year: write " + quoted(to_iso(latest)) + " or earlier");
  if (*until < from)
    node->error("bad-date", quoted(node->raw()) + " is before the day of the decline", "`until` is its last day");
  return *until;
}

void read_signature(const yaml::Node& node, const Reading& reading, Decline& decline) {
  if (node.is_scalar() && !node.raw().empty()) {
    const bool is_no = node.raw() == "no" || node.raw() == "false";
    return node.error("wrong-kind", fmt::format("expected keys and values, found {}", quoted(node.raw())),
                      is_no ? "leave `signed` out while nobody has signed"
                            : "write `{date: 2026-03-04, file: evidence/decline.pdf}`, or leave it out");
  }
  if (!node.allow_only(signed_keys)) return;
  if (const auto date = node.required("date")) decline.signed_on = read_past_day(*date, reading.context.latest);
  if (node.required("file")) decline.signed_file = read_file_name(node);
  decline.signed_sha256 = read_sha256(node);
}

Decline read_decline(const yaml::Node& node, const Reading& reading) {
  Decline decline;
  decline.place = node.place();
  if (!node.allow_only(decline_keys)) return decline;
  decline.controls = read_controls(node, reading.context);
  decline.part = read_part(node, decline.controls, reading);
  if (const auto cause = node.required("cause"))
    decline.cause = read_named<Cause>(*cause, causes, "a cause of a decline").value_or(Cause::Other);
  decline.date = require_past_day(node, "date", reading.context);
  decline.by = require_text(node, "by", "who said no");
  decline.explained_by = read_text(node, "explained_by", "who explained it");
  decline.offered = read_text(node, "offered");
  decline.price = read_price(node);
  decline.instead = read_text(node, "instead");
  decline.note = read_text(node, "note");
  decline.until = read_until(node, decline.date);
  if (const auto signature = node.find("signed")) read_signature(*signature, reading, decline);
  return decline;
}

}  // namespace

void read_offered(const yaml::Node& node, const Reading& reading) {
  for (const auto& item : reading.entries(node, "a list of offers", reading.inventory.offered.size()))
    if (item.allow_only(offer_keys)) reading.inventory.offered.push_back(read_plan<Offer>(item, reading));
}

void read_agreed(const yaml::Node& node, const Reading& reading) {
  for (const auto& item : reading.entries(node, "a list of what was agreed", reading.inventory.agreed.size())) {
    if (!item.allow_only(agreed_keys)) continue;
    auto agreed = read_plan<Agreed>(item, reading);
    agreed.said_by = read_text(item, "said_by", "who said yes");
    reading.inventory.agreed.push_back(std::move(agreed));
  }
}

void read_declined(const yaml::Node& node, const Reading& reading) {
  for (const auto& item : reading.entries(node, "a list of declines", reading.inventory.declined.size()))
    reading.inventory.declined.push_back(read_decline(item, reading));
}

}  // namespace candor
