#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "candor/read/read.hpp"

// A small catalog and profile made by hand, and files read against them.
namespace candor::test {

inline constexpr Date day(int year, unsigned month, unsigned of_month) {
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{of_month}};
}

inline constexpr Date today = day(2026, 11, 21);

inline Fact fact(std::string address, Type type) {
  Fact made;
  made.address = std::move(address);
  made.type = type;
  return made;
}

inline Fact choice_fact(std::string address, std::vector<std::string> choices) {
  auto made = fact(std::move(address), Type::Choice);
  made.choices = std::move(choices);
  return made;
}

inline Field field(std::string name, Type type, bool required = false) {
  Field made;
  made.name = std::move(name);
  made.type = type;
  made.required = required;
  return made;
}

/// One fact a type, and the areas that the examples of the manual use.
inline Catalog small_catalog() {
  Catalog catalog;
  auto restored = fact("backup.restored", Type::Event);
  restored.scopes = {"one_file", "one_folder", "whole_system"};
  restored.asks_worked = true;
  restored.test_by_hand = true;
  auto found = fact("log4j.found", Type::Records);
  found.fields = {field("where", Type::Text, true), field("version", Type::Version), field("run_by", Type::Text),
                  field("due", Type::Date), field("internet", Type::YesNo)};
  auto cloud = fact("mfa.cloud_accounts", Type::Coverage);
  cloud.example = "38 of 42";
  auto admins = fact("mfa.admin_accounts", Type::Coverage);
  admins.of = {"people", "computers"};
  catalog.facts = {choice_fact("backup.away", {"none", "same_account", "other_account", "offline"}),
                   fact("backup.every", Type::Duration),
                   fact("backup.last_good", Type::Date),
                   restored,
                   fact("email.spf", Type::YesNo),
                   found,
                   fact("log4j.looked_at", Type::Coverage),
                   fact("log4j.newest", Type::Version),
                   admins,
                   cloud,
                   fact("owner.named", Type::Text),
                   fact("password.shortest", Type::Number)};
  catalog.counts = {{"people", "people", "", false}, {"computers", "computers", "", false}};
  catalog.figures = {{"day_of_downtime", "a day without your systems", "", true},
                     {"personal_records", "people whose data you hold", "", false}};
  return catalog;
}

inline Control control(const Catalog& catalog, std::string id, const std::vector<std::string_view>& addresses) {
  Control made;
  made.id = std::move(id);
  for (const auto address : addresses) {
    Condition condition;
    condition.test = Condition::Test::Everyone;
    condition.fact = catalog.find(address).value();
    made.floor.push_back(condition);
  }
  return made;
}

inline Profile small_profile(const Catalog& catalog) {
  Profile profile;
  profile.id = "small-standard";
  profile.controls = {control(catalog, "mfa.cloud", {"mfa.cloud_accounts"}),
                      control(catalog, "mfa.admin", {"mfa.admin_accounts"}),
                      control(catalog, "backup.tested", {"backup.restored", "backup.last_good"}),
                      control(catalog, "vuln.log4j", {"log4j.looked_at", "log4j.found"})};
  return profile;
}

/// Reads documents one after the other into one inventory, and keeps every complaint.
class Desk {
 public:
  /// The client's inventory.
  Inventory& inventory(std::string text) {
    if (const auto tree = parse("inventory.yaml", std::move(text)))
      read_ = read_inventory(*tree, context, diagnostics_);
    return read_;
  }
  Inventory& proof_file(std::string text) { return evidence_file("proof.yaml", std::move(text)); }
  Inventory& evidence_file(std::string name, std::string text) {
    if (const auto tree = parse(std::move(name), std::move(text)))
      read_evidence_file(*tree, context, read_, diagnostics_);
    return read_;
  }
  Inventory& provider_facts(std::string text) {
    if (const auto tree = parse("for_clients.yaml", std::move(text)))
      read_provider_facts(*tree, context, read_, diagnostics_);
    return read_;
  }
  Inventory& prices(std::string text) {
    if (const auto tree = parse("prices.yaml", std::move(text))) read_prices(*tree, context, read_, diagnostics_);
    return read_;
  }
  std::optional<Value> value(std::string_view address, std::string text) {
    const auto tree = parse("value.yaml", std::move(text));
    if (!tree) return std::nullopt;
    return read_value(yaml::Node{*tree, diagnostics_}, catalog.facts[catalog.find(address).value()], context);
  }

  [[nodiscard]] std::string complaints() const { return diagnostics_.to_text(); }
  [[nodiscard]] bool has_errors() const { return diagnostics_.has_errors(); }

  const Catalog catalog = small_catalog();
  const Profile profile = small_profile(catalog);
  const ReadContext context{catalog, profile, today};

 private:
  std::optional<yaml::Tree> parse(std::string name, std::string text) {
    return yaml::parse(sources_, sources_.add(std::move(name), std::move(text)), diagnostics_);
  }

  Sources sources_;
  Diagnostics diagnostics_{sources_};
  Inventory read_;
};

/// What must stand in every inventory, on four lines; the rest follows.
inline std::string client_with(std::string_view rest) {
  return "candor: 1\n"
         "client: {name: Harbour Dental, currency: EUR}\n"
         "parties: {us: {kind: provider, name: Northgate IT}, byrne: {kind: client, name: M. Byrne}}\n"
         "assessed: {date: 2026-11-12, by: D. Keane, told_by: byrne}\n" +
         std::string{rest};
}

/// One statement as `ADDRESS [PART] = VALUE`.
inline std::string to_line(const Statement& statement, const Catalog& catalog) {
  const auto& of = catalog.facts[statement.fact];
  return of.address + (statement.part.empty() ? "" : " [" + statement.part + "]") + " = " +
         to_text(statement.value, of) + "\n";
}

inline std::string to_lines(const Inventory& inventory, const Catalog& catalog) {
  std::string lines;
  for (const auto& statement : inventory.statements) lines += to_line(statement, catalog);
  return lines;
}

}  // namespace candor::test
