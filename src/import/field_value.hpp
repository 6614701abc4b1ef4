#pragma once

#include <optional>
#include <string_view>

#include "candor/import/import.hpp"
#include "candor/model/catalog.hpp"

namespace candor {

/// The text of a cell as the value of a record's field; nothing where it is none.
[[nodiscard]] std::optional<FieldValue> field_value(const Field& field, std::string_view text,
                                                    std::optional<DayOrder> order);

}  // namespace candor
