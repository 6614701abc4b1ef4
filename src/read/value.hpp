#pragma once

#include <optional>

#include "candor/model/catalog.hpp"
#include "candor/model/value.hpp"
#include "candor/text/node.hpp"

namespace candor {

/// The latest day that a date can have; without it dates may be to come.
using Latest = std::optional<Date>;

/// One answer to a fact: a scalar, an event's keys or a list of records. Complains and returns nothing
/// when it is none; with a fault inside an event or record the rest is returned.
[[nodiscard]] std::optional<Value> parse_value(const yaml::Node& node, const Fact& fact, Latest latest = {});

/// One answer to a field of a record. Its dates may be to come: they are mostly when something is due.
[[nodiscard]] std::optional<FieldValue> parse_field(const yaml::Node& node, const Field& field);

/// `never`, a day, or `{date, worked, scope, took}`.
[[nodiscard]] std::optional<Value> parse_event(const yaml::Node& node, const Fact& fact, Latest latest);

/// `none` or a list of records.
[[nodiscard]] std::optional<Value> parse_records(const yaml::Node& node, const Fact& fact);

/// A word of a list that the catalog gives; complains (`bad-choice`). `what` completes "is not an answer to …".
[[nodiscard]] std::optional<std::uint16_t> parse_choice(const yaml::Node& node, const std::vector<std::string>& choices,
                                                        std::string_view what);

/// `yes` or `no`, and `true` or `false` as JSON has them; complains (`bad-value`).
[[nodiscard]] std::optional<bool> parse_yes_no(const yaml::Node& node);

}  // namespace candor
