#pragma once

#include <cstddef>
#include <string_view>

/// What a machine that runs a build does when it reads the log: some lines it obeys. GitHub's runner takes
/// `::name …::` for a command where a line begins so, whatever blanks stand before it, and `##[name …]` wherever it
/// stands; Azure and TeamCity look for `##vso[` and `##teamcity[` in the same way. No such line may come from a
/// client's file, and a report on standard output is such a log.
namespace candor {

/// True where a line that begins with this text may be a command. An address such as `::1` begins none.
[[nodiscard]] bool begins_command(std::string_view text);

/// True for the bracket at `at` where it ends `##[` or `##name[`.
[[nodiscard]] bool opens_command(std::string_view text, std::size_t at);

}  // namespace candor
