#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "candor/import/import.hpp"
#include "import/look.hpp"

/// What programs that keep copies in a repository have in common: a copy whose run could not read everything looks like
/// any other, and a repository that failed its own check holds no good copy.
namespace candor {

/// One copy in a repository.
struct Copy {
  Date day{};
  std::string time;         ///< of that day, as its program writes it: which came first
  std::string name;         ///< as in "snapshot 3dbdb18d"
  bool is_partial = false;  ///< its run could not read everything
};

/// What is copied together, and its copies.
struct BackupSet {
  std::string part;
  std::vector<Copy> copies;
};

/// How far a repository was checked.
enum class Checked { Not, NotToItsEnd, Structure, PartOfTheData, AllData };

/// What stands against all copies of a repository alike.
struct Doubts {
  std::string damage;                    ///< why none of them is good; a sentence without its full stop
  bool has_unnamed_partial_run = false;  ///< a run could not read everything, and nobody can tell which copy is its own
};

/// Says `backup.last_good`: the newest copy that is not known to be partial, `never` where there is none or the
/// repository is damaged; unknown where any of them may be partial.
void tell_last_good(Look& look, BackupSet set, const Doubts& doubts);

/// Says what nobody saw of the runs that made the copies.
void tell_unseen_runs(Look& look, bool has_log);

/// Says what the check did not look at.
void tell_unseen_by_check(Look& look, Checked checked);

/// Says `backup.restored`, kind Test: whether files came back, on that day or later.
Statement& tell_restored(Look& look, std::string_view part, Date day, bool worked,
                         std::optional<std::uint16_t> scope = {});

}  // namespace candor
