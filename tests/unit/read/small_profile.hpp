#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

#include "candor/read/read.hpp"

/// A catalog with a fact of every type, and profiles of one control to hold against it.
namespace candor::small {

inline Catalog small_catalog() {
  Catalog catalog;
  const auto add = [&](std::string_view address, Type type) -> Fact& {
    Fact fact;
    fact.address = address;
    fact.type = type;
    return catalog.facts.emplace_back(std::move(fact));
  };
  auto& away = add("backup.away", Type::Choice);
  away.choices = {"none", "same_account", "offline"};
  add("backup.every", Type::Duration);
  add("backup.last_good", Type::Date);
  auto& restored = add("backup.restored", Type::Event);
  restored.scopes = {"one_file", "one_folder", "whole_system"};
  add("backup.tool", Type::Version);
  auto& dmarc = add("email.dmarc", Type::Choice);
  dmarc.choices = {"missing", "none", "reject"};
  dmarc.ordered = true;
  auto& found = add("log4j.found", Type::Records);
  found.fields = {{"where", Type::Text, true, {}},    {"version", Type::Version, false, {}},
                  {"due", Type::Date, false, {}},     {"product", Type::Choice, false, {"core", "api"}},
                  {"count", Type::Number, false, {}}, {"internet", Type::YesNo, false, {}}};
  add("mfa.accounts", Type::Coverage);
  add("owner.name", Type::Text);
  add("password.shortest", Type::Number);
  add("plan.rehearsed", Type::Event);
  add("plan.written", Type::YesNo);
  return catalog;
}

struct Reading {
  Profile profile;
  std::string complaints;
};

inline Reading read(std::string text, const Profile* base = nullptr) {
  static const Catalog catalog = small_catalog();
  Sources sources;
  Diagnostics diagnostics(sources);
  Reading reading;
  const auto tree = yaml::parse(sources, sources.add("p.yaml", std::move(text)), diagnostics);
  if (tree) reading.profile = read_profile(*tree, catalog, base, diagnostics);
  reading.complaints = diagnostics.to_text();
  return reading;
}

// Eight lines.
inline constexpr std::string_view head =
    "candor: 1\n"
    "profile: {id: p, version: 1, title: A standard}\n"
    "baselines:\n"
    "  CE: {name: Cyber Essentials, year: 2023, seen: yes}\n"
    "  CIS: {name: CIS Controls, year: 2021, seen: yes}\n"
    "  INS: {name: Insurers, year: 2026, seen: no}\n"
    "harms: {work_stops: a, data_published: b, false_payment: c, way_into_customers: d, cover_lost: e}\n"
    "controls:\n";

inline constexpr std::string_view some_words =
    "    words: {what: A, partly: B, missing: C, unknown: D, met: E, cost: F, act: G, find_out: H, takes: I, stretch: "
    "J}\n";

/// A control without its floor and words, five lines.
inline std::string control(std::string_view id) {
  return "  - id: " + std::string(id) +
         "\n    title: T\n    technical: K\n    minimum: yes\n    required_by: [{baseline: CE, clause: D.4}]\n"
         "    harms: [work_stops]\n    acts: provider\n    effort: small\n";
}

/// A profile of one control with this floor, on line 17.
inline std::string with_floor(std::string_view floor) {
  return std::string(head) + control("c") + "    floor: " + std::string(floor) + "\n" + std::string(some_words);
}

inline std::string about_floor(std::string_view floor) { return read(with_floor(floor)).complaints; }

inline Condition only_condition(std::string_view floor) {
  const auto reading = read(with_floor(floor));
  REQUIRE(reading.complaints == "");
  REQUIRE(reading.profile.controls.at(0).floor.size() == 1);
  return reading.profile.controls[0].floor[0];
}

}  // namespace candor::small
