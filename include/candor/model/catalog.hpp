#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "candor/text/source.hpp"

namespace candor {

/// What kind of answer a fact takes. See candor-inventory(5) for how each is written.
enum class Type { Coverage, YesNo, Date, Event, Duration, Number, Choice, Text, Version, Records };

/// Index into `Catalog::facts`.
using FactId = std::uint16_t;

/// The plain sentences in which a fact's answers are told to an owner. The placeholders
/// each may use are listed in candor-profile(5) under "sentences"; keys by type:
/// Coverage `count`, `all`, `none`, `partly_known`; YesNo `yes`, `no`; Event `done`, `failed`,
/// `never`; Duration, Number, Date, Text `is` (and `never`, `nobody`); Choice one key a choice; Records
/// `each`, `none`, and what follows `each` where a record says more: the name of that field. Every type has `unknown`.
using Sentences = std::map<std::string, std::string, std::less<>>;

/// What a fact stands for beyond the controls that rest on it: the report on a bad day and the card for
/// its first hour are made from these. Each goes with one type, and is given to one fact.
enum class Role {
  None,
  CopyEvery,     ///< duration: the time between two copies of the data
  CopyLastGood,  ///< date: the day of the last good copy
  CopyAway,      ///< choice: the copy that an intruder cannot reach
  CopyRestored,  ///< event: the test that the data comes back
  InCharge,      ///< text: who decides
};

/// One field of a record: `where`, `version`, `due`.
struct Field {
  std::string name;
  Type type = Type::Text;  ///< YesNo, Date, Number, Choice, Text or Version
  bool required = false;
  std::vector<std::string> choices;
  std::optional<std::uint16_t> assumed = std::nullopt;  ///< choice: what a record that does not write it means
};

/// One thing that can be known about a client.
struct Fact {
  std::string address;  ///< `mfa.cloud_accounts`: area, dot, name
  Type type = Type::YesNo;
  std::string noun;                  ///< how reports call it, as a noun phrase
  std::string question;              ///< what a technician asks, in plain words
  std::string good;                  ///< what counts as a good answer
  std::string group;                 ///< key of the place where one looks it up, in `Catalog::groups`
  std::vector<std::string> look;     ///< how to look it up in practice, one product or place a line
  std::vector<std::string> of;       ///< coverage: what it is out of, keys of `Catalog::counts`, added up
  std::vector<std::string> choices;  ///< choice: worst first when `ordered`
  bool ordered = false;
  std::vector<Field> fields;        ///< records
  std::vector<std::string> scopes;  ///< event: smallest first; empty when scope is not asked
  bool asks_worked = false;         ///< event: not saying whether it worked leaves it unknown
  bool test_by_hand = false;        ///< a person may write `kind: test` for it
  std::string example;              ///< a value as one would write it, for `init`
  Role role = Role::None;
  Sentences say;
  Place place;

  [[nodiscard]] std::string_view area() const { return std::string_view{address}.substr(0, address.find('.')); }
  [[nodiscard]] std::string_view name() const { return std::string_view{address}.substr(address.find('.') + 1); }
};

/// A number of the business that coverages are out of (`people`) or an owner knows
/// (`day_of_downtime`).
struct Quantity {
  std::string key;
  std::string noun;
  std::string question;
  bool is_money = false;
};

/// Where one looks: the audit goes place by place, and `init` groups its questions so.
struct Group {
  std::string key;
  std::string title;
};

/// The vocabulary shared by all profiles: one audit, many standards.
struct Catalog {
  std::vector<Fact> facts;  ///< sorted by address
  std::vector<Quantity> counts;
  std::vector<Quantity> figures;
  std::vector<Group> groups;  ///< in the order an audit visits them

  [[nodiscard]] std::optional<FactId> find(std::string_view address) const;
  [[nodiscard]] std::optional<FactId> find(std::string_view area, std::string_view name) const;
  /// The fact that has a role; nothing when none has, or for Role::None.
  [[nodiscard]] std::optional<FactId> find(Role role) const;
  [[nodiscard]] bool has_area(std::string_view area) const;
  /// The facts of an area, in address order.
  [[nodiscard]] std::vector<FactId> area(std::string_view area) const;
};

/// `coverage`, `yes_no`, … as written in the catalog.
[[nodiscard]] std::string_view name(Type type);

}  // namespace candor
