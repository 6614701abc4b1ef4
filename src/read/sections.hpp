#pragma once

#include "reading.hpp"

/// The sections of an inventory, one function each. Each takes the value under its key.
namespace candor {

void read_client(const yaml::Node& node, Inventory& inventory);
void read_parties(const yaml::Node& node, Inventory& inventory);
void read_assessed(const yaml::Node& node, const Reading& reading);
void read_counts(const yaml::Node& node, const Reading& reading);
void read_figures(const yaml::Node& node, const Reading& reading);
void read_proof(const yaml::Node& node, const Reading& reading);
void read_open(const yaml::Node& node, const Reading& reading);
void read_offered(const yaml::Node& node, const Reading& reading);
void read_agreed(const yaml::Node& node, const Reading& reading);
void read_declined(const yaml::Node& node, const Reading& reading);
void read_not_applicable(const yaml::Node& node, const Reading& reading);
void read_acts(const yaml::Node& node, const Reading& reading);
void read_incident(const yaml::Node& node, const Reading& reading);

/// `price:`, `per:` and `once:` of an offer, an agreed action, a decline or a price list.
[[nodiscard]] Price read_price(const yaml::Node& mapping);

}  // namespace candor
