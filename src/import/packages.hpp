#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/known_exploited.hpp"
#include "import/look.hpp"

/// Packages and their flaws, as scanners and lists of parts name them, and the one place that makes facts of them.
namespace candor {

/// Its texts point into the file's tree, which must live as long.
struct Package {
  std::string_view name;
  std::string_view version;
  std::string_view purl;    ///< may be empty
  std::string_view place;   ///< where it lies in what was looked at; may be empty
  std::string inside = {};  ///< the package that holds it, as it is kept; may be empty
};

/// The only way to make one from a file: a file may name one package a million times, with a name of a million bytes.
/// So texts are cut, of a place the end is kept.
[[nodiscard]] Package package_of(std::string_view name, std::string_view version, std::string_view purl,
                                 std::string_view place = {});

/// Whether the maker has an update that mends a flaw.
enum class Fix { NotSaid, None, Exists };

/// One flaw of one package.
struct Flaw {
  Package package;
  std::vector<std::string_view> numbers;  ///< as the tool and others number it: `CVE-2021-44228`, `GHSA-…`
  bool is_urgent = false;                 ///< critical or high, a score of 7 or more, or without a rating
  Fix fix = Fix::NotSaid;
  std::string_view
      set_aside;  ///< the word by which the supplier or a rule of the scan calls it no matter: `not_affected`
  std::map<std::string_view, Exploited> used = {};  ///< what the tool itself knows of its use, by CVE number
};

/// What one file shows of one image, folder or machine.
struct Scan {
  std::string part;
  std::string version;
  DayFound day;
  std::vector<Package> packages;  ///< all that the file lists, flawed or not
  std::vector<Flaw> flaws;
  std::string gap_of_list;    ///< why Log4j could be there all the same when no package is; empty where it could not
  std::string gap_of_flaws;   ///< why other flaws could be there all the same; empty where they could not
  bool tells_numbers = true;  ///< a flaw without a CVE number has none: it is not that the file leaves it out
  std::vector<std::string> not_seen;
};

/// Log4j (`log4j.found`, `log4j.looked_at`), updates that wait (`patch.critical_in_time`) and, held against CISA's
/// list, flaws that criminals use (`kev.open`, `kev.looked_at`). Without the list only what the tool itself knows of
/// them is told, for it is bad news. What was set aside stays: that is somebody's word, and no look.
void tell(const Scan& scan, const KnownExploited* list, const ImportContext& context, Look& look);

/// True of ratings as scanners write them: `HIGH`, `Critical`; of none (``, `UNKNOWN`) too.
[[nodiscard]] bool is_urgent_word(std::string_view severity);

}  // namespace candor
