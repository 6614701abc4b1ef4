#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "candor/model/plan.hpp"
#include "import/answer.hpp"
#include "import/csv.hpp"
#include "import/importers.hpp"
#include "import/sheet.hpp"
#include "import/words.hpp"

// The filled-in action plan. What was agreed and declined in a meeting becomes what somebody would
// have typed into the inventory.
namespace candor {

namespace {

namespace column = plan_column;
using Said = Answer::Said;

constexpr std::array wanted{column::id,     column::what,  column::part,       column::party, column::by,
                            column::takes,  column::once,  column::running,    column::per,   column::priced_with,
                            column::answer, column::cause, column::price_said, column::date,  column::by_whom,
                            column::until,  column::note};

/// Who answered, when, what and why: rows of which all this is the same can be one entry.
bool is_same_answer(const Answer& a, const Answer& b) {
  return a.said == b.said && a.part == b.part && a.what == b.what && a.who == b.who && a.by == b.by &&
         a.takes == b.takes && a.cause == b.cause && a.date == b.date && a.by_whom == b.by_whom && a.until == b.until &&
         a.note == b.note;
}

/// What stands in one row is the price of all rows that name it under `Priced with`: one of the answers to them
/// carries it. Whoever said yes comes before whoever said no, who pays nothing.
class SharedPrices {
 public:
  SharedPrices(const Sheet& sheet, const ImportContext& context, Diagnostics& diagnostics)
      : sheet_(sheet), context_(context), diagnostics_(diagnostics) {}

  void share(std::vector<Answer>& answers) {
    for (const auto& answer : answers) prices_.emplace(answer.id, answer.price);
    for (const auto said : {Said::Agreed, Said::Declined}) {
      for (const auto& answer : answers) {
        const bool is_first = answer.said == said || (answer.said == Said::Offered && said == Said::Agreed);
        if (is_first && answer.price.is_known()) taken_.insert(answer.id);
      }
      for (auto& answer : answers)
        if (answer.said == said && !answer.priced_with.empty() && !answer.price.is_known() &&
            taken_.insert(answer.priced_with).second)
          answer.price = price_of(answer.priced_with);
    }
  }

 private:
  /// As it was said to that row, else as it stands in it; none where that row is not in the table.
  Price price_of(const std::string& id) {
    if (const auto known = prices_.find(id); known != prices_.end()) return known->second;
    if (rows_.empty())
      for (std::size_t row = 0; row < sheet_.size(); ++row) rows_.emplace(sheet_.cell(row, column::id).text, row);
    const auto found = rows_.find(id);
    return found == rows_.end() ? Price{} : read_row_price(sheet_, found->second, context_, diagnostics_);
  }

  const Sheet& sheet_;
  const ImportContext& context_;
  Diagnostics& diagnostics_;
  std::map<std::string, Price> prices_;      ///< of the rows that were answered
  std::map<std::string, std::size_t> rows_;  ///< all, by their ids; made when first asked for
  std::set<std::string> taken_;              ///< rows whose price one of the answers carries
};

/// Rows under one price become one entry, so that the price counts once.
std::vector<Answer> join_by_price(const std::vector<Answer>& answers) {
  std::vector<Answer> joined;
  for (const auto& answer : answers) {
    const bool has_head = !answer.priced_with.empty() && !answer.has_own_price;
    const auto is_head = [&](const Answer& one) {
      const bool is_under_it = one.priced_with == answer.priced_with && !one.has_own_price;
      return (one.id == answer.priced_with || is_under_it) && is_same_answer(one, answer);
    };
    const auto head = has_head ? std::ranges::find_if(joined, is_head) : joined.end();
    if (head != joined.end())
      head->controls.insert(head->controls.end(), answer.controls.begin(), answer.controls.end());
    else
      joined.push_back(answer);
  }
  return joined;
}

template <typename Plan>
Plan plan_of(const Answer& answer) {
  Plan plan;
  plan.controls = answer.controls;
  plan.part = answer.part;
  plan.what = answer.what;
  plan.who = answer.who;
  plan.by = answer.by;
  plan.takes = answer.takes;
  plan.price = answer.price;
  plan.date = answer.date;
  plan.note = answer.note;
  return plan;
}

Agreed agreed_of(const Answer& answer) {
  auto agreed = plan_of<Agreed>(answer);
  agreed.said_by = answer.by_whom;
  return agreed;
}

Decline decline_of(const Answer& answer) {
  Decline decline;
  decline.controls = answer.controls;
  decline.part = answer.part;
  decline.cause = answer.cause;
  decline.date = answer.date;
  decline.by = answer.by_whom;
  decline.offered = answer.what;
  decline.price = answer.price;
  decline.until = answer.until.value_or(plus_months(answer.date, 12));
  decline.note = answer.note;
  return decline;
}

bool is_same(const std::vector<Located<std::string>>& a, const std::vector<Located<std::string>>& b) {
  return std::ranges::equal(a, b, {}, &Located<std::string>::value, &Located<std::string>::value);
}

bool is_same(const Price& a, const Price& b) {
  return a.included == b.included && a.once == b.once && a.running == b.running && (!a.running || a.per == b.per);
}

template <typename Plan>
bool is_same_plan(const Plan& a, const Plan& b) {
  return is_same(a.controls, b.controls) && a.part == b.part && a.what == b.what && a.who == b.who && a.by == b.by &&
         a.takes == b.takes && is_same(a.price, b.price) && a.date == b.date && a.note == b.note;
}

bool is_same(const Offer& a, const Offer& b) { return is_same_plan(a, b); }
bool is_same(const Agreed& a, const Agreed& b) { return is_same_plan(a, b) && a.said_by == b.said_by; }
bool is_same(const Decline& a, const Decline& b) {
  return is_same(a.controls, b.controls) && a.part == b.part && a.cause == b.cause && a.date == b.date &&
         a.by == b.by && a.explained_by == b.explained_by && a.offered == b.offered && is_same(a.price, b.price) &&
         a.instead == b.instead && a.until == b.until && a.note == b.note;
}

/// One entry. Without a day of its own an answer that is known already keeps the day on which it was known: the same
/// table, imported again, brings nothing new.
template <typename Entry>
Entry entry_of(Answer answer, const std::vector<Entry>& known, Entry (*made_of)(const Answer&)) {
  auto made = made_of(answer);
  if (answer.has_date) return made;
  for (const Entry& one : known) {
    if (!is_same(one.controls, answer.controls)) continue;
    answer.date = one.date;
    if (auto earlier = made_of(answer); is_same(earlier, one)) return earlier;
  }
  return made;
}

void add(const Answer& answer, const Inventory& known, Brought& brought) {
  switch (answer.said) {
    case Said::Nothing: return;
    case Said::Offered: brought.offered.push_back(entry_of(answer, known.offered, plan_of<Offer>)); return;
    case Said::Agreed: brought.agreed.push_back(entry_of(answer, known.agreed, agreed_of)); return;
    case Said::Declined: brought.declined.push_back(entry_of(answer, known.declined, decline_of)); return;
  }
}

/// The newest day of all entries; the day of the import where there are none.
Date newest_day(const Brought& brought, Date otherwise) {
  std::optional<Date> newest;
  const auto see = [&](const auto& entries) {
    for (const auto& entry : entries) newest = newest ? std::max(*newest, entry.date) : entry.date;
  };
  see(brought.offered);
  see(brought.agreed);
  see(brought.declined);
  return newest.value_or(otherwise);
}

std::vector<Answer> read_rows(const Sheet& sheet, const ImportContext& context, Diagnostics& diagnostics) {
  std::vector<Answer> answers;
  std::map<std::string, std::uint32_t> lines;
  for (std::size_t row = 0; row < sheet.size(); ++row) {
    auto answer = read_answer(sheet, row, context, diagnostics);
    if (answer.said == Said::Nothing) continue;
    const auto [first, is_first] = lines.emplace(answer.id, answer.place.line);
    if (!is_first && !answer.id.empty())
      diagnostics.error(answer.place, "repeated-row",
                        fmt::format("{} was answered on line {} already", in_backticks(answer.id), first->second),
                        "one row has one answer");
    answers.push_back(std::move(answer));
  }
  return answers;
}

}  // namespace

Brought import_answers(Files files, const ImportContext& context, Diagnostics& diagnostics) {
  Brought brought;
  brought.date = context.as_of;
  if (files.size() > 1)
    diagnostics.error({files[1].file, 0, 0}, "too-many-files", "one table of answers is imported at a time",
                      "import the tables one after another");
  auto rows = read_csv(files.front().bytes, files.front().file, diagnostics);
  if (!rows) return brought;
  const Sheet sheet{std::move(*rows), wanted, diagnostics};
  if (!sheet.has_headings()) return brought;
  auto answers = read_rows(sheet, context, diagnostics);
  SharedPrices{sheet, context, diagnostics}.share(answers);
  for (const auto& answer : join_by_price(answers)) add(answer, context.inventory, brought);
  brought.date = newest_day(brought, context.as_of);
  return brought;
}

}  // namespace candor
