#include "import/answer.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "candor/model/plan.hpp"
#include "candor/text/suggest.hpp"
#include "import/day.hpp"
#include "import/price.hpp"
#include "import/words.hpp"

namespace candor {

namespace {

namespace column = plan_column;
using Said = Answer::Said;

constexpr int longest_decline_months = 12;
constexpr std::array causes{Decline::Cause::Price, Decline::Cause::Awareness, Decline::Cause::Both,
                            Decline::Cause::Supplier, Decline::Cause::Other};
constexpr std::size_t most_named = 8;  // more parts are no hint any more
constexpr std::array<std::string_view, 4> sides{"provider", "client", "shared", "nobody"};

class Row {
 public:
  Row(const Sheet& sheet, std::size_t row, const ImportContext& context, Diagnostics& diagnostics)
      : sheet_(sheet), row_(row), context_(context), diagnostics_(diagnostics) {}

  Answer read() {
    Answer answer;
    if (is_blank()) return answer;
    answer.note = text(column::note);
    answer.said = said();
    if (answer.said == Said::Nothing) return answer;
    read_id(answer);
    answer.date = read_date();
    answer.has_date = !text(column::date).empty();
    answer.by_whom = person(text(column::by_whom));
    read_step(answer);
    if (answer.said == Said::Declined) read_decline(answer);
    if (answer.said == Said::Agreed) refuse_reasons();
    return answer;
  }

  [[nodiscard]] Price price() const {
    Price price;
    const auto amount = [&](std::string_view column) -> std::optional<Money> {
      const auto written = cell(column);
      if (written.text.empty()) return std::nullopt;
      const auto money = parse_amount(written.text, context_.inventory.client.currency);
      if (!money)
        error(written, "bad-price", fmt::format("{} is not an amount", in_backticks(written.text)),
              "write it as in `1200.50`");
      return money;
    };
    price.once = amount(column::once);
    price.running = amount(column::running);
    if (price.once && price.once->hundredths == 0 && !price.running) {
      price.once.reset();
      price.included = true;
    }
    if (!price.running) return price;
    const auto per = cell(column::per);
    price.per = lower_case(per.text) == "month" ? Price::Per::Month : Price::Per::Year;
    if (price.per == Price::Per::Year && lower_case(per.text) != "year")
      error(per, "bad-price", "a running cost does not say how often it is paid",
            "write `month` or `year` under `Per`");
    return price;
  }

 private:
  [[nodiscard]] CsvField cell(std::string_view column) const { return sheet_.cell(row_, column); }
  [[nodiscard]] std::string text(std::string_view column) const { return cell(column).text; }
  void error(const CsvField& at, std::string_view code, std::string message, std::string hint = {}) const {
    diagnostics_.error(at.place, code, std::move(message), std::move(hint));
  }

  [[nodiscard]] bool is_blank() const {
    constexpr std::array all{column::answer,  column::cause, column::price_said, column::date,
                             column::by_whom, column::until, column::note};
    return std::ranges::all_of(all, [&](auto column) { return text(column).empty(); });
  }

  /// A price without an answer is an offer. A note or a day alone says nothing that could be kept.
  Said said() const {
    const auto answer = cell(column::answer);
    const auto word = lower_case(answer.text);
    if (word == plan_answers[0]) return Said::Agreed;
    if (word == plan_answers[1]) return Said::Declined;
    if (word.empty()) return said_without_answer(answer);
    const bool has_both =
        word.find(plan_answers[0]) != std::string::npos && word.find(plan_answers[1]) != std::string::npos;
    error(answer, "bad-answer", fmt::format("{} is not an answer", in_backticks(answer.text)),
          has_both                        ? "an answer is one of the two"
          : word == "yes" || word == "ok" ? "write `agreed`"
          : word == "no"                  ? "write `declined`"
                                          : "write `agreed` or `declined`, or leave it blank");
    return Said::Offered;  // nothing of this table will be kept: read on for its other faults
  }

  Said said_without_answer(const CsvField& answer) const {
    const bool has_person =
        !text(column::cause).empty() || !text(column::by_whom).empty() || !text(column::until).empty();
    if (!has_person && !text(column::price_said).empty()) return Said::Offered;
    if (has_person || text(column::note).empty()) {
      error(answer, "missing-cell", "something was filled in here, but no answer", "write `agreed` or `declined`");
      return Said::Offered;
    }
    diagnostics_.warning(cell(column::note).place, "note-without-answer",
                         "this note is not kept: the row has no answer",
                         "write `agreed` or `declined` beside it, or keep the note yourself");
    return Said::Nothing;
  }

  /// The id says client and control, so that last week's table can be read although the plan has moved on.
  void read_id(Answer& answer) const {
    const auto id = cell(column::id);
    answer.id = id.text;
    answer.place = id.place;
    answer.part = text(column::part);
    if (id.text.empty())
      return error(id, "missing-cell", "an answer, and no id of its row", "the id is what the plan gave it");
    const auto& client = context_.inventory.client;
    for (const auto& control : context_.profile.controls) {
      if (id.text != plan_id(client, control.id, answer.part)) continue;
      answer.controls.push_back({control.id, id.place});
      return check_part(control, answer.part);
    }
    error(id, "unknown-row", fmt::format("{} is no row of this client's plan", in_backticks(id.text)),
          hint_for_id(id.text, answer.part));
  }

  /// A part that is gone or misspelt by now would make what is written unreadable: see `unknown-part` in an inventory.
  void check_part(const Control& control, const std::string& part) const {
    if (part.empty()) return;
    std::set<FactId> facts;
    for (const auto* conditions : {&control.floor, &control.stretch})
      for (const auto fact : facts_of(*conditions)) facts.insert(fact);
    std::set<std::string_view> told;
    for (const auto& statement : context_.inventory.statements)
      if (statement.origin == Origin::Inventory && !statement.part.empty() && facts.contains(statement.fact))
        told.insert(statement.part);
    if (told.empty() || told.contains(part)) return;
    const std::vector<std::string_view> names{told.begin(), told.end()};
    error(cell(column::part), "unknown-part",
          fmt::format("{} is none of the parts that this is told for in the inventory", in_backticks(part)),
          names.size() <= most_named ? hint_of(part, names) : did_you_mean(part, names));
  }

  [[nodiscard]] std::string hint_for_id(const std::string& id, const std::string& part) const {
    const auto own = plan_id(context_.inventory.client, "", "");
    if (!id.starts_with(own)) return fmt::format("the rows of this client begin with `{}`", own);
    std::vector<std::string> ids;
    for (const auto& control : context_.profile.controls)
      ids.push_back(plan_id(context_.inventory.client, control.id, part));
    const bool is_other_part = std::ranges::any_of(context_.profile.controls, [&](const Control& control) {
      return id.starts_with(own + control.id + ":") || id == own + control.id;
    });
    if (is_other_part)
      return part.empty() ? "its part must stand under `Part`" : "the id and the part do not belong together";
    const std::vector<std::string_view> known{ids.begin(), ids.end()};
    auto near = nearest(id, known);
    return near ? fmt::format("did you mean `{}`?", *near)
                : "the ids stand in the table that `candor score -f csv` writes";
  }

  Date read_date() const {
    const auto written = cell(column::date);
    if (written.text.empty()) return context_.as_of;
    const auto date = read_day(written, context_.dates, diagnostics_);
    if (date && *date > context_.latest)
      error(written, "future-date", fmt::format("{} is in the future", in_backticks(written.text)),
            "the answer was given today or before");
    return date.value_or(context_.as_of);
  }

  /// A party's name becomes its key, so that it is the same person everywhere.
  [[nodiscard]] std::string person(const std::string& name) const {
    const auto found = std::ranges::find(context_.inventory.parties, name, &Party::name);
    return found == context_.inventory.parties.end() ? name : found->key;
  }

  void read_step(Answer& answer) const {
    const auto what = cell(column::what);
    answer.what = what.text;
    if (what.text.empty() && answer.said != Said::Declined)
      error(what, "missing-cell", "the row does not say what is to be done", "write it in one sentence");
    answer.who = read_party();
    answer.takes = text(column::takes);
    if (const auto by = cell(column::by); !by.text.empty() && answer.said != Said::Declined) {
      answer.by = read_day(by, context_.dates, diagnostics_);
      if (answer.by && *answer.by < answer.date && (answer.has_date || !was_planned(answer)))
        error(by, "bad-date", fmt::format("{} is before the day of the answer", in_backticks(by.text)),
              "`By when` is the day it is to be done");
    }
    answer.price = price();
    answer.priced_with = text(column::priced_with);
    const auto written = cell(column::price_said);
    if (written.text.empty()) return;
    answer.has_own_price = true;
    if (const auto said = parse_price(written.text, answer.price, context_.inventory.client.currency))
      answer.price = *said;
    else
      error(written, "bad-price", fmt::format("{} is not a price that can be understood", in_backticks(written.text)),
            "write it as in `450 once`, `40 a month`, `450 once, then 40 a month` or `included`");
  }

  /// Somebody planned it for that day already: then the answer has no day because it was imported before.
  [[nodiscard]] bool was_planned(const Answer& answer) const {
    const auto is_it = [&](const auto& plan) {
      return plan.by == answer.by && plan.part == answer.part &&
             std::ranges::any_of(answer.controls, [&](const Located<std::string>& control) {
               return std::ranges::find(plan.controls, control.value, &Located<std::string>::value) !=
                      plan.controls.end();
             });
    };
    return answer.said == Said::Agreed ? std::ranges::any_of(context_.inventory.agreed, is_it)
                                       : std::ranges::any_of(context_.inventory.offered, is_it);
  }

  /// One party of the client's inventory; nothing where a side, or more than one of them, must act.
  std::string read_party() const {
    const auto written = cell(column::party);
    std::vector<std::string> keys;
    for (std::string_view rest = written.text; !rest.empty();) {
      const auto end = std::min(rest.find(','), rest.size());
      const auto key = trimmed(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (key.empty()) continue;
      const auto* party = context_.inventory.find_party(key);
      const bool is_side = std::ranges::find(sides, key) != sides.end();
      if (!party && !is_side) {
        std::vector<std::string_view> known;
        for (const auto& one : context_.inventory.parties) known.push_back(one.key);
        error(written, "unknown-party", fmt::format("{} is not a key under `parties`", in_backticks(key)),
              known.empty() ? std::string{} : hint_of(key, known));
      }
      if (party) keys.push_back(party->key);
      if (!party) keys.emplace_back();
    }
    return keys.size() == 1 ? keys.front() : std::string{};
  }

  void read_decline(Answer& answer) const {
    const auto cause = cell(column::cause);
    const auto word = lower_case(cause.text);
    const auto found = std::ranges::find(plan_causes, word);
    if (cause.text.empty())
      error(cause, "missing-cell", "a decline, and no cause", hint_of("", plan_causes));
    else if (found == plan_causes.end())
      error(cause, "bad-choice", fmt::format("{} is not a cause of a decline", in_backticks(cause.text)),
            hint_of(word, plan_causes));
    else
      answer.cause = causes[static_cast<std::size_t>(found - plan_causes.begin())];
    if (answer.by_whom.empty())
      error(cell(column::by_whom), "missing-cell", "a decline, and nobody who said no",
            "write the name under `By whom`: a no without a name is no decision");
    read_until(answer);
  }

  void read_until(Answer& answer) const {
    const auto written = cell(column::until);
    if (written.text.empty()) return;
    answer.until = read_day(written, context_.dates, diagnostics_);
    const auto latest = plus_months(answer.date, longest_decline_months);
    if (answer.until && *answer.until > latest)
      error(written, "decline-too-long",
            fmt::format("{} is more than 12 months after the decline", in_backticks(written.text)),
            fmt::format("it is asked again each year: write `{}` or earlier", to_iso(latest)));
    if (answer.until && *answer.until < answer.date)
      error(written, "bad-date", fmt::format("{} is before the day of the decline", in_backticks(written.text)),
            "`Until` is its last day");
  }

  /// Somebody who agrees gives no reason for a no, and no day until which it holds.
  void refuse_reasons() const {
    for (const auto column : {column::cause, column::until})
      if (const auto written = cell(column); !written.text.empty())
        error(written, "bad-answer", fmt::format("`{}` belongs to a decline, and the answer is `agreed`", column),
              "take one of the two out");
  }

  const Sheet& sheet_;
  std::size_t row_;
  const ImportContext& context_;
  Diagnostics& diagnostics_;
};

}  // namespace

Answer read_answer(const Sheet& sheet, std::size_t row, const ImportContext& context, Diagnostics& diagnostics) {
  return Row{sheet, row, context, diagnostics}.read();
}

Price read_row_price(const Sheet& sheet, std::size_t row, const ImportContext& context, Diagnostics& diagnostics) {
  return Row{sheet, row, context, diagnostics}.price();
}

}  // namespace candor
