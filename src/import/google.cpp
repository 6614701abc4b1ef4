#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "import/csv.hpp"
#include "import/day.hpp"
#include "import/domain.hpp"
#include "import/importers.hpp"
#include "import/look.hpp"
#include "import/moment.hpp"
#include "import/table.hpp"
#include "import/words.hpp"

// Google Workspace: the users of the admin console (Directory > Users > Download users > all columns, as CSV), or what
// GAM prints of them (`gam print users fields
// primaryEmail,isEnrolledIn2Sv,isEnforcedIn2Sv,suspended,archived,isAdmin,isDelegatedAdmin,lastLoginTime`). An account
// has a second check when it set one up and must keep it. Must have one and has not set it up: nobody asks yet, so it
// is without. Set up and need not keep it: the person can switch it off, so it is not known. Suspended and archived
// accounts are not counted. Neither file says on which day it was made: the newest sign-in in it is the day up to which
// it is known to tell, and accounts that nobody uses are counted as at that day. Neither tells a key from a text
// message, and the console's file does not say who is an administrator.
namespace candor {

namespace {

constexpr int unused_days = 45;

struct Columns {
  Table::Column address, enrolled, enforced, status, suspended, archived, admin, delegated, last;
};

struct Account {
  std::string name;
  bool is_open = true;
  bool is_admin = false;
  std::optional<bool> enrolled;
  std::optional<bool> enforced;
  std::optional<Date> last;  ///< nothing: never
};

Columns columns_of(const Table& table, Diagnostics& diagnostics) {
  const auto find = [&](std::initializer_list<std::string_view> names) { return table.find(names, diagnostics); };
  return {.address = find({"email address", "primaryemail"}),
          .enrolled = find({"2sv enrolled", "isenrolledin2sv"}),
          .enforced = find({"2sv enforced", "isenforcedin2sv"}),
          .status = find({"status"}),
          .suspended = find({"suspended"}),
          .archived = find({"archived"}),
          .admin = find({"isadmin"}),
          .delegated = find({"isdelegatedadmin"}),
          .last = find({"last sign in", "lastlogintime"})};
}

bool is_complete(const Columns& columns, Place corner, Diagnostics& diagnostics) {
  constexpr auto* how =
      "export all columns of Directory > Users > Download users, or print them with `gam print users fields "
      "primaryEmail,isEnrolledIn2Sv,isEnforcedIn2Sv,suspended,isAdmin,lastLoginTime`";
  if (columns.address && columns.enrolled) return true;
  if (!columns.address && !columns.enrolled)
    diagnostics.error(corner, "unknown-format", "this is not a list of users from Google Workspace", how);
  else
    diagnostics.error(
        corner, "missing-column",
        fmt::format("no column says {}", columns.address ? "who has set up a second check (`2sv Enrolled`)"
                                                         : "whose account it is (`Email Address`)"),
        how);
  return false;
}

/// `True`, `FALSE`; nothing where nothing is written.
std::optional<bool> truth_of(const CsvField* cell, Diagnostics& diagnostics) {
  if (cell == nullptr) return std::nullopt;
  const auto word = lower_case(trimmed(cell->text));
  if (word == "true") return true;
  if (word == "false") return false;
  if (!word.empty())
    diagnostics.error(cell->place, "bad-value",
                      fmt::format("{} is neither `True` nor `False`", in_backticks(cell->text)),
                      "export the list again, and leave it as it is");
  return std::nullopt;
}

/// The last sign-in; nothing when there was none, for which programs write 1970 too.
std::optional<Date> last_of(const CsvField* cell, const ImportContext& context, Diagnostics& diagnostics) {
  if (cell == nullptr) return std::nullopt;
  const auto text = trimmed(cell->text);
  if (text.empty() || lower_case(text).starts_with("never")) return std::nullopt;
  auto day = day_of_time(text);
  if (!day)
    day = read_day({.text = std::string{text.substr(0, text.find(' '))}, .place = cell->place}, context.dates,
                   diagnostics);
  return day && day->year() > std::chrono::year{1970} ? day : std::nullopt;
}

/// Words that are not known leave an account in: to leave one out flatters.
bool is_open(const Table& table, std::size_t row, const Columns& columns, Diagnostics& diagnostics) {
  if (const auto* cell = table.cell(row, columns.status)) {
    const auto word = lower_case(trimmed(cell->text));
    if (word == "suspended" || word == "archived") return false;
  }
  const bool is_suspended = truth_of(table.cell(row, columns.suspended), diagnostics).value_or(false);
  const bool is_archived = truth_of(table.cell(row, columns.archived), diagnostics).value_or(false);
  return !is_suspended && !is_archived;
}

std::vector<Account> accounts_of(const Table& table, const Columns& columns, const ImportContext& context,
                                 Diagnostics& diagnostics) {
  std::vector<Account> accounts;
  accounts.reserve(table.size());
  const auto last_needed =
      std::max({columns.address, columns.enrolled, columns.enforced, columns.status, columns.suspended,
                columns.archived, columns.admin, columns.delegated, columns.last});
  for (std::size_t row = 0; row < table.size(); ++row) {
    if (table.cell(row, last_needed) == nullptr) {
      diagnostics.error(
          table.end_of(row), "bad-csv",
          fmt::format("this line ends before the column {}", in_backticks(table.heading(last_needed.value_or(0)).text)),
          "the file may be cut off: export it again");
      continue;
    }
    const auto truth = [&](Table::Column column) { return truth_of(table.cell(row, column), diagnostics); };
    accounts.push_back({.name = kept(table.cell(row, columns.address)->text, 120),
                        .is_open = is_open(table, row, columns, diagnostics),
                        .is_admin = truth(columns.admin).value_or(false) || truth(columns.delegated).value_or(false),
                        .enrolled = truth(columns.enrolled),
                        .enforced = truth(columns.enforced),
                        .last = last_of(table.cell(row, columns.last), context, diagnostics)});
  }
  return accounts;
}

void tell_second_check(Look& look, std::string_view fact, const std::string& part, const std::vector<Account>& accounts,
                       std::string_view what) {
  if (accounts.empty()) return look.say_unknown(fact, part, fmt::format("the list holds no open {}", what));
  Coverage count{.of = std::ssize(accounts)};
  std::vector<std::string> without;
  std::int64_t silent = 0;
  for (const auto& account : accounts) {
    if (!account.enrolled) ++silent;
    if (account.enrolled && !*account.enrolled)
      without.push_back(account.name);
    else if (account.enrolled && account.enforced.value_or(false))
      ++count.has;
    else
      ++count.unknown;
  }
  auto& statement = look.say(fact, part, count, without.empty() ? "" : "without: " + first_few(without, 8));
  if (count.unknown > silent)
    statement.note = fmt::format("{} set it up, but nothing shows that they must keep it", count.unknown - silent);
  if (silent > 0)
    statement.note +=
        fmt::format("{}of {} the list says nothing", statement.note.empty() ? "" : "; ", counted(silent, "account"));
}

void tell_unused(Look& look, const std::string& part, const std::vector<Account>& accounts, bool has_status,
                 bool is_day_said) {
  constexpr std::string_view fact = "access.unused_45_days";
  if (accounts.empty()) return look.say_unknown(fact, part, "the list holds no open accounts");
  std::vector<std::string> unused;
  std::int64_t never = 0;
  for (const auto& account : accounts) {
    if (account.last && days_between(*account.last, look.day()) <= unused_days) continue;
    if (!account.last) ++never;
    unused.push_back(fmt::format("{} ({})", account.name, account.last ? to_iso(*account.last) : "never"));
  }
  if (!has_status && !unused.empty())
    return look.say_unknown(fact, part,
                            fmt::format("{} not used for {} days, but the list does not say which are suspended",
                                        counted(std::ssize(unused), "account was", "accounts were"), unused_days));
  auto& statement = look.say(fact, part, std::ssize(unused), first_few(unused, 8));
  if (never > 0) statement.note = fmt::format("{} never signed in", counted(never, "of them", "of them"));
  if (!is_day_said)
    statement.note += fmt::format("{}counted as at {}, the newest sign-in in the list: it was made then or later",
                                  statement.note.empty() ? "" : "; ", to_iso(look.day()));
}

std::optional<Date> newest_sign_in(const std::vector<Account>& accounts) {
  std::optional<Date> newest;
  for (const auto& account : accounts) keep_newest(newest, account.last);
  return newest;
}

void tell_limits(Look& look, const Columns& columns) {
  if (!columns.status && !columns.suspended)
    look.not_seen("Which of these accounts are suspended: the list does not say, so all of them are counted.");
  if (!columns.enforced) look.not_seen("Who must keep a second check: the list does not say (`isEnforcedIn2Sv`).");
  if (!columns.admin)
    look.not_seen("Which of these accounts are administrators: the list does not say (`isAdmin`).");
  else if (!columns.delegated)
    look.not_seen("Administrators below the super administrators: the list does not say (`isDelegatedAdmin`).");
  if (!columns.last) look.not_seen("When each account was last used: the list does not say (`lastLoginTime`).");
  look.not_seen("How safe the second check is: the list does not tell a key from a text message.");
}

}  // namespace

Brought import_google(Files files, const ImportContext& context, Diagnostics& diagnostics) {
  if (files.size() > 1)
    diagnostics.error({files[1].file, 0, 0}, "too-many-files", "one list of users is imported at a time",
                      "import them one after another, each with its --part");
  auto rows = read_csv(files.front().bytes, files.front().file, diagnostics);
  if (!rows || rows->empty() || diagnostics.has_errors()) return {};
  const auto corner = rows->front().front().place;
  const Table table{std::move(*rows), diagnostics};
  const auto columns = columns_of(table, diagnostics);
  if (!is_complete(columns, corner, diagnostics)) return {};
  auto accounts = accounts_of(table, columns, context, diagnostics);
  if (diagnostics.has_errors()) return {};
  const auto day = day_of_look({.stated = {}, .newest = newest_sign_in(accounts)}, corner, context, diagnostics);
  if (!day) return {};

  Look look{context, *day};
  std::vector<std::string> names(accounts.size());
  std::ranges::transform(accounts, names.begin(), &Account::name);
  const auto domain = most_common_domain(names);
  const auto part = domain.empty() ? std::string{"Google Workspace"} : domain;
  const auto closed = std::erase_if(accounts, [](const Account& account) { return !account.is_open; });

  tell_second_check(look, "mfa.cloud_accounts", part, accounts, "accounts");
  const bool has_status = columns.status || columns.suspended;
  if (columns.last) tell_unused(look, part, accounts, has_status, context.looked.has_value());
  look.set_scope(fmt::format("{} of {}{}", counted(std::ssize(accounts), has_status ? "open account" : "account"), part,
                             closed == 0 ? "" : fmt::format(", {} suspended or archived", closed)));
  std::erase_if(accounts, [](const Account& account) { return !account.is_admin; });
  if (columns.admin) tell_second_check(look, "mfa.admin_accounts", part, accounts, "administrator accounts");
  tell_limits(look, columns);
  return look.take();
}

}  // namespace candor
