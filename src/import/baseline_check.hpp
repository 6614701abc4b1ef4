#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "import/look.hpp"

/// The checks of CISA's baseline for Microsoft 365 (`MS.AAD.3.2v1`), which several tools make and each in its own
/// words.
namespace candor {

/// How one check came out.
struct BaselineCheck {
  enum class Outcome { Met, NotMet, NotShown };
  Outcome outcome = Outcome::NotShown;
  std::string where;                 ///< its id and the tool's word, as in `MS.AAD.3.2v2: Pass`
  std::string because;               ///< not shown: why
  std::vector<std::string> domains;  ///< not met: for which domains of the client's own, where that is told
};

class BaselineChecks {
 public:
  /// The worse of two under one id counts: ids are one with or without `CISA.` before and a version behind.
  void add(std::string_view id, BaselineCheck check);

  /// One that is not in the report is not shown.
  [[nodiscard]] BaselineCheck find(std::string_view id) const;

 private:
  std::map<std::string, BaselineCheck, std::less<>> checks_;
};

/// Why nothing can be said of mail: the seals are missing for the domain that Microsoft gave and for no other, and no
/// check names one of the client's own. Empty where that is not so.
std::string gap_of_domains(const BaselineChecks& checks);

/// Not all of them, and nobody counted how many.
void say_not_all(Look& look, std::string_view fact, std::string_view part, std::string_view where,
                 std::string_view because);

/// A check whether the log of Microsoft 365 is on. It says nothing of how long records last, except that none do when
/// the log is off: others may still be kept elsewhere, so that is not known.
void tell_log_check(Look& look, std::string_view part, const BaselineCheck& check);

/// Whether mail carries a seal (`email.dkim`, of MS.EXO.3.1) and what others are told to do with fake mail
/// (`email.dmarc`, of MS.EXO.4.1 and 4.2). A record that does not say `reject` says something weaker, and not what.
void tell_mail_checks(Look& look, const Catalog& catalog, std::string_view part, const BaselineChecks& checks);

}  // namespace candor
