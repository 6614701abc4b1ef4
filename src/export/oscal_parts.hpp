#pragma once

#include <string>
#include <string_view>

#include "candor/model/assessment.hpp"
#include "export/object.hpp"

/// What all of an OSCAL document is put together from.
namespace candor::oscal {

/// A property in our own namespace. Without a value it is one that says `none`: OSCAL has no empty ones.
[[nodiscard]] Json prop(std::string_view name, std::string_view value);
[[nodiscard]] Json prop(std::string_view name, std::int64_t value);

/// A text as OSCAL's Markdown, and as one of its strings.
[[nodiscard]] std::string markup(std::string_view text);
[[nodiscard]] std::string line(std::string_view text);

/// The first moment of a day.
[[nodiscard]] std::string moment(Date date);

/// An id as OSCAL takes them: it begins with a letter or `_`.
[[nodiscard]] std::string token(std::string_view id);

/// The objective of a control, which the document defines itself.
[[nodiscard]] std::string objective_id(const Control& control);

/// `0.714285`
[[nodiscard]] std::string share(Millionths millionths);

/// The names that UUIDs are made of. A control's risk is the same one from assessment to assessment; its finding is
/// another one each day.
[[nodiscard]] std::string uuid_of_client(const Assessment& assessment, std::string_view what, std::string_view name);
[[nodiscard]] std::string uuid_of_standard(const Assessment& assessment, std::string_view what, std::string_view name);
[[nodiscard]] std::string uuid_of_day(const Assessment& assessment, std::string_view what, std::string_view name);

}  // namespace candor::oscal
