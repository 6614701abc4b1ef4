#include "fuzz/generator.hpp"

#include <array>
#include <map>
#include <vector>

namespace candor::fuzz {

namespace {

using Strings = std::vector<std::string>;

constexpr std::array<std::string_view, 4> parts{"Server", "Booking", "Laptops", "Branch office"};
constexpr std::array<std::string_view, 3> parties{"us", "byrne", "soft"};

class Generator {
 public:
  Generator(Dice& dice, const Catalog& catalog, const Profile& profile, Date today)
      : dice_(dice), catalog_(catalog), profile_(profile), today_(today) {}

  std::string inventory() {
    std::string text =
        "candor: 1\nclient: {id: made, name: Made, country: IE, currency: EUR}\n"
        "parties: {us: {kind: provider, name: Northgate}, byrne: {kind: client, name: M. Byrne}, "
        "soft: {kind: third_party, name: Supplier}}\n";
    assessed_ = said_ = earlier(today_, 400);
    text += "assessed: {date: " + to_iso(assessed_) + ", by: D. Keane, told_by: byrne}\n";
    text += counts() + facts() + proofs() + open() + plans("offered", false) + plans("agreed", true) + declined() +
            not_applicable() + acts();
    return text;
  }

 private:
  Date earlier(Date from, std::size_t days) { return plus_days(from, -static_cast<int>(dice_.below(days))); }
  std::string day(std::size_t days) { return to_iso(earlier(said_, days)); }
  std::string later_day() { return to_iso(plus_days(today_, static_cast<int>(dice_.below(300)) - 60)); }
  std::string_view part() { return parts[dice_.below(parts.size())]; }
  std::string_view party() { return parties[dice_.below(parties.size())]; }
  const std::string& control() { return profile_.controls[dice_.below(profile_.controls.size())].id; }

  std::string counts() {
    std::string text = "counts: {from: a list";
    for (const auto& count : catalog_.counts)
      if (!dice_.one_in(3)) text += ", " + count.key + ": " + std::to_string(dice_.below(60));
    return text + "}\n";
  }

  std::string coverage() {
    if (const auto said = dice_.below(8); said < 3 && !is_counted_) return Strings{"all", "none", "not all"}[said];
    const auto of = 1 + dice_.below(60);
    const auto has = dice_.below(of + 1);
    const auto unknown = dice_.below(of - has + 1);
    return std::to_string(has) + " of " + std::to_string(of) +
           (unknown == 0 ? "" : " (" + std::to_string(unknown) + " unknown)");
  }

  std::string duration(bool can_be_never) {
    if (can_be_never && dice_.one_in(6)) return "never";
    static const Strings units{"hours", "days", "weeks", "months", "years"};
    return std::to_string(1 + dice_.below(30)) + " " + units[dice_.below(units.size())];
  }

  std::string event(const Fact& fact) {
    if (dice_.one_in(5)) return "never";
    std::string text = "{date: " + day(800);
    if (fact.asks_worked && !dice_.one_in(4)) text += dice_.one_in(4) ? ", worked: no" : ", worked: yes";
    if (!fact.scopes.empty() && !dice_.one_in(4)) text += ", scope: " + fact.scopes[dice_.below(fact.scopes.size())];
    if (fact.asks_worked && dice_.one_in(3)) text += ", took: " + duration(false);
    return text + "}";
  }

  std::string field_value(const Field& field) {
    switch (field.type) {
      case Type::YesNo: return dice_.one_in(2) ? "yes" : "no";
      case Type::Date: return day(500);
      case Type::Number: return std::to_string(dice_.below(20));
      case Type::Choice: return field.choices[dice_.below(field.choices.size())];
      case Type::Version: {
        static const Strings versions{"2.14.1", "2.17.1", "2.0-beta9", "1.2.17", "2.3.2", "2.12.4", "2.16.0", "3"};
        return versions[dice_.below(versions.size())];
      }
      default: return std::string{part()};
    }
  }

  std::string records(const Fact& fact) {
    std::string text = "[";
    for (auto i = dice_.below(4); i > 0; --i) {
      text += text.size() > 1 ? ", {" : "{";
      bool is_first = true;
      for (const auto& field : fact.fields) {
        if (!field.required && dice_.one_in(2)) continue;
        text += (is_first ? "" : ", ") + field.name + ": " +
                (!field.required && dice_.one_in(5) ? "unknown" : field_value(field));
        is_first = false;
      }
      text += "}";
    }
    return text + "]";
  }

  std::string value(const Fact& fact) {
    if (dice_.one_in(6)) return "unknown";
    switch (fact.type) {
      case Type::Coverage: return coverage();
      case Type::YesNo: return dice_.one_in(2) ? "yes" : "no";
      case Type::Date: return day(800);
      case Type::Event: return event(fact);
      case Type::Duration: return duration(true);
      case Type::Number: return std::to_string(dice_.below(40));
      case Type::Choice: return fact.choices[dice_.below(fact.choices.size())];
      case Type::Text: return dice_.one_in(3) ? "nobody" : "M. Byrne";
      case Type::Version: return "2.17.1";
      case Type::Records: return records(fact);
    }
    return "unknown";
  }

  /// `{is: 3 of 4, date: …}`, or the value alone.
  std::string statement(const Fact& fact, std::string_view of_part) {
    std::string text = "{";
    if (!of_part.empty()) text += "part: " + std::string{of_part} + ", ";
    const bool has_day = dice_.one_in(3);
    said_ = has_day ? earlier(assessed_, 700) : assessed_;
    is_counted_ = !of_part.empty();  // of parts that add up each says its size
    text += "is: " + value(fact);
    if (has_day) text += ", date: " + to_iso(said_);
    if (dice_.one_in(5)) text += ", run_by: soft";
    said_ = assessed_;
    is_counted_ = false;
    return text + "}";
  }

  std::string answer(const Fact& fact) {
    const auto way = dice_.below(4);
    if (way == 0) return value(fact);
    if (way == 1) return statement(fact, {});
    std::string text = "[";
    const auto count = 1 + dice_.below(parts.size());
    for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "" : ", ") + statement(fact, parts[i]);
    return text + "]";
  }

  std::string facts() {
    std::map<std::string, std::string> areas;
    for (const auto& fact : catalog_.facts) {
      if (dice_.one_in(4)) continue;
      auto& area = areas[std::string{fact.area()}];
      area += (area.empty() ? "" : ", ") + std::string{fact.name()} + ": " + answer(fact);
    }
    std::string text = areas.empty() ? "" : "facts:\n";
    for (const auto& [area, answers] : areas) text += "  " + area + ": {" + answers + "}\n";
    return text;
  }

  std::string proof() {
    const auto& fact = catalog_.facts[dice_.below(catalog_.facts.size())];
    std::string text = "  - {for: " + fact.address;
    is_counted_ = dice_.one_in(2);
    if (is_counted_) text += ", part: " + std::string{part()};
    said_ = earlier(today_, 700);
    text += ", shows: " + value(fact);
    is_counted_ = false;
    text += fact.test_by_hand && dice_.one_in(2) ? ", kind: test" : ", kind: seen";
    return text + ", date: " + to_iso(said_) + ", by: D. Keane, where: a console}\n";
  }

  std::string list(std::string_view key, std::size_t most, std::string (Generator::*item)()) {
    std::string text;
    for (auto i = dice_.below(most + 1); i > 0; --i) text += (this->*item)();
    return text.empty() ? text : std::string{key} + ":\n" + text;
  }

  std::string proofs() { return list("proof", 30, &Generator::proof); }
  std::string open() { return list("open", 3, &Generator::question); }
  std::string declined() { return list("declined", 4, &Generator::decline); }
  std::string not_applicable() { return list("not_applicable", 3, &Generator::declaration); }
  std::string acts() { return list("acts", 3, &Generator::act); }

  std::string question() {
    static const Strings reasons{"not_looked", "no_access", "no_answer", "not_recorded", "refused"};
    return "  - {for: " + catalog_.facts[dice_.below(catalog_.facts.size())].address +
           ", because: " + reasons[dice_.below(reasons.size())] + ", who: us, by: " + later_day() + "}\n";
  }

  std::string plans(std::string_view key, bool is_agreed) {
    std::string text;
    for (auto i = dice_.below(5); i > 0; --i) {
      const auto date = earlier(today_, 300);
      text += "  - {control: " + control() + ", what: do it, who: " + std::string{party()} +
              ", by: " + to_iso(plus_days(date, static_cast<int>(dice_.below(400)))) + ", date: " + to_iso(date);
      const auto price = dice_.below(4);
      if (price == 1) text += ", price: included";
      if (price == 2) text += ", once: " + std::to_string(dice_.below(5000));
      if (price == 3) text += ", price: " + std::to_string(dice_.below(500)) + ", per: month";
      text += is_agreed ? ", said_by: byrne}\n" : "}\n";
    }
    return text.empty() ? text : std::string{key} + ":\n" + text;
  }

  std::string decline() {
    static const Strings causes{"price", "awareness", "both", "supplier", "other"};
    const auto date = earlier(today_, 700);
    return "  - {control: " + control() + ", cause: " + causes[dice_.below(causes.size())] + ", date: " + to_iso(date) +
           ", by: byrne, explained_by: D. Keane, offered: to do it, instead: nothing" +
           (dice_.one_in(2) ? ", until: " + to_iso(plus_days(date, 1 + static_cast<int>(dice_.below(300)))) : "") +
           "}\n";
  }

  std::string declaration() {
    return "  - {control: " + control() +
           ", because: there is none, by: D. Keane, date: " + to_iso(earlier(today_, 600)) + "}\n";
  }

  std::string act() { return "  - {control: " + control() + ", who: " + std::string{party()} + "}\n"; }

  Dice& dice_;
  const Catalog& catalog_;
  const Profile& profile_;
  Date today_;
  Date assessed_{};
  Date said_{};              // the day of the statement that is being made: what it tells lies before
  bool is_counted_ = false;  // a share must say of how many
};

}  // namespace

std::size_t Dice::below(std::size_t n) {
  if (n < 2 || bytes_.empty()) return 0;
  std::size_t number = 0;
  for (std::size_t reach = 1; reach < n && !bytes_.empty(); reach *= 256) {
    number = number * 256 + static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
  }
  return number % n;
}

std::string generate_inventory(Dice& dice, const Catalog& catalog, const Profile& profile, Date today) {
  return Generator{dice, catalog, profile, today}.inventory();
}

}  // namespace candor::fuzz
