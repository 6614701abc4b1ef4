#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/arguments.hpp"

/// The command line as tables, so that parsing, help and the manual speak of the same words.
namespace candor::app {

/// Which verbs take an option; may be combined.
enum VerbSet : std::uint32_t {
  for_score = 1,
  for_check = 2,
  for_init = 4,
  for_prove = 8,
  for_explain = 16,
  for_profile = 32,
  for_lint = 64,
  for_import = 128,
  for_decline = 256,
  for_card = 512,
  for_history = 1024,
  for_compare = 2048,
  for_formats = 8192,
  for_portfolio = 16384,
  for_pack = 32768,
  for_all = 0xFFFF,
};

/// A word in a fixed place: CLIENT.
struct Positional {
  std::string_view name;
  std::string_view purpose;
  std::string Arguments::*target = nullptr;
  bool required = true;
  std::vector<std::string> Arguments::*list = nullptr;  ///< instead of `target`: it may be given several times
};

/// One verb. Its positionals end at the first without a name.
struct Verb {
  std::string_view name;
  std::string_view purpose;
  VerbSet bit = for_all;
  Positional positionals[3];
  std::string_view more;  ///< what its help says besides: how it behaves, and examples
  int (*run)(const Arguments&) = nullptr;
};

/// An option with a value; or, without the value's name, a flag.
struct Option {
  std::string_view short_name;  ///< `-f`; may be empty
  std::string_view long_name;   ///< `--format`
  std::string_view value;       ///< `FORMAT`; empty for a flag
  std::string_view purpose;
  std::uint32_t verbs = 0;
  std::optional<std::string> Arguments::*target = nullptr;
  bool Arguments::*flag = nullptr;                      ///< of a flag
  std::vector<std::string> Arguments::*list = nullptr;  ///< instead of `target`
  std::uint32_t several = 0;                            ///< which verbs take it more than once; into `list`
};

[[nodiscard]] std::span<const Verb> verbs();
[[nodiscard]] std::span<const Option> options();

/// The help of the program, and of one verb.
[[nodiscard]] std::string help();
[[nodiscard]] std::string help(const Verb& verb);

}  // namespace candor::app
