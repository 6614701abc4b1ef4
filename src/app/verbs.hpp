#pragma once

#include "app/arguments.hpp"

/// One function a verb, one file each. They return the exit status.
namespace candor::app {

[[nodiscard]] int score(const Arguments& arguments);
[[nodiscard]] int compare(const Arguments& arguments);
[[nodiscard]] int history(const Arguments& arguments);
[[nodiscard]] int check(const Arguments& arguments);
[[nodiscard]] int init(const Arguments& arguments);
[[nodiscard]] int prove(const Arguments& arguments);
[[nodiscard]] int import_file(const Arguments& arguments);
[[nodiscard]] int explain(const Arguments& arguments);
[[nodiscard]] int decline(const Arguments& arguments);
[[nodiscard]] int card(const Arguments& arguments);
[[nodiscard]] int profile(const Arguments& arguments);
[[nodiscard]] int lint(const Arguments& arguments);
[[nodiscard]] int portfolio(const Arguments& arguments);
[[nodiscard]] int pack(const Arguments& arguments);
[[nodiscard]] int formats(const Arguments& arguments);

}  // namespace candor::app
