#include "candor/text/log_line.hpp"

#include <doctest/doctest.h>

#include "candor/text/utf8.hpp"

namespace candor {
namespace {

TEST_CASE("a line that a build machine would obey begins a command") {
  for (const std::string_view text : {"::error::x", "::set-output name=a::b", "  ::notice", "\t::stop-commands::x",
                                      "\u00A0::debug::", "\u3000::group::a"})
    CHECK_MESSAGE(begins_command(text), text);
  for (const std::string_view text : {"", ":", "::", "::1", "::1/128", "::ffff:192.0.2.1", ":::error::", "a ::error::x",
                                      "::-error::", "std::string", "\\u{3A}:error::x"})
    CHECK_MESSAGE(!begins_command(text), text);
}

TEST_CASE("an old command opens wherever it stands") {
  const auto opens = [](std::string_view text) { return opens_command(text, text.find('[')); };
  for (const std::string_view text :
       {"##[error]x", "a ##[add-mask]b", "###[group]", "##vso[task.setvariable]x", "##teamcity[a]"})
    CHECK_MESSAGE(opens(text), text);
  for (const std::string_view text : {"[x]", "#[1]", "# #[1]", "## [1]", "##\u00E9[1]", "##1[1]"})
    CHECK_MESSAGE(!opens(text), text);
}

TEST_CASE("what a build machine would obey is spelt out") {
  CHECK(show_hostile("::error::x") == "\\u{3A}:error::x");
  CHECK(show_hostile("\u00A0::set-output name=a::b") == "\u00A0\\u{3A}:set-output name=a::b");
  CHECK(show_hostile("a ##[error]b ##vso[task]c") == "a ##\\u{5B}error]b ##vso\\u{5B}task]c");
  CHECK(show_hostile("a ::error::x, ::1, C#[1]") == "a ::error::x, ::1, C#[1]");
}

}  // namespace
}  // namespace candor
