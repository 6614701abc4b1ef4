#include "full_ledger.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include "evidence.hpp"
#include "parties.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;
using What = LedgerEntry::What;
using List = LedgerEntry::List;

/// Tells one entry. Which of its fields are set depends on its kind.
struct Teller {
  const Assessment& assessment;
  const LedgerEntry& entry;

  [[nodiscard]] std::string control() const { return assessment.profile->controls[*entry.finding].id; }
  [[nodiscard]] std::string fact(std::size_t index) const {
    return fmt::format("{}: {}", assessment.catalog->facts[assessment.statement(index).fact].address,
                       statement(assessment, index));
  }
  [[nodiscard]] std::string day() const { return entry.date ? to_iso(*entry.date) : std::string{"no day"}; }

  [[nodiscard]] std::string decline() const {
    for (const auto& state : assessment.findings[*entry.finding].declines)
      if (state.decline == *entry.item) return fmt::format("{}: {}", control(), decline_item(assessment, state));
    return control();
  }

  [[nodiscard]] std::string not_applicable() const {
    const NotApplicable& item = assessment.inventory->not_applicable[*entry.item];
    return fmt::format("{}: {}, said by {} on {}", control(), phrase(item.because),
                       name(*assessment.inventory, item.by), to_iso(item.date));
  }

  /// The entry of the inventory that this one is about, by itself.
  [[nodiscard]] std::string item() const {
    const Inventory& inventory = *assessment.inventory;
    switch (*entry.list) {
      case List::Offered:
        return fmt::format("{}: {}", control(), offer_item(assessment, inventory.offered[*entry.item]));
      case List::Agreed:
        return fmt::format("{}: {}", control(), agreed_item(assessment, inventory.agreed[*entry.item]));
      case List::Declined: {
        const DeclineState state{.decline = *entry.item,
                                 .is_signed = inventory.declined[*entry.item].signed_on.has_value()};
        return fmt::format("{}: {}", control(), decline_item(assessment, state));
      }
      case List::NotApplicable: return not_applicable();
    }
    std::abort();  // a value that is no enumerator
  }

  [[nodiscard]] std::string tell() const {
    switch (entry.what) {
      case What::Overridden:
        return fmt::format("{}; replaced by {}", fact(*entry.statement), statement(assessment, *entry.other));
      case What::Aged: return fmt::format("{}: {}; counted as good until {}", control(), fact(*entry.statement), day());
      case What::Future:
        return fmt::format("{}; dated after {}, so left out", entry.statement ? fact(*entry.statement) : item(),
                           to_iso(assessment.as_of));
      case What::Contradicted:
        return fmt::format("{}: {}; against it stands {}", control(), fact(*entry.statement),
                           statement(assessment, *entry.other));
      case What::Declined:
      case What::DeclineLapsed:
      case What::DeclineMoot: return decline();
      case What::NotApplicable: return not_applicable() + as_if();
      case What::Refused: return fmt::format("{}; refused, so it counts", not_applicable());
      case What::Lapsed: return fmt::format("{}; lapsed on {}, so it is not known", not_applicable(), day());
      case What::ExtraPart: return fmt::format("{}; the inventory lists no such part", fact(*entry.statement));
      case What::NoAnswer: return fmt::format("{}; no answer since {}", item(), day());
      case What::Overdue: return fmt::format("{}; overdue since {}", item(), day());
    }
    std::abort();  // a value that is no enumerator
  }

  /// What the band would be if the control counted and were missing.
  [[nodiscard]] std::string as_if() const {
    if (!entry.as_if) return {};
    return fmt::format("; if it applied and were missing: {} proved, {} claimed, {} at best", entry.as_if->proved,
                       entry.as_if->claimed, entry.as_if->at_best);
  }
};

}  // namespace

std::string ledger_line(const Assessment& assessment, const LedgerEntry& entry) {
  return Teller{assessment, entry}.tell();
}

Blocks compose_full_ledger(const Assessment& assessment) {
  Blocks blocks{Heading{2, "Ledger"}};
  if (assessment.ledger.empty()) {
    blocks.emplace_back(Paragraph{"Nothing was left out, overridden, aged, contradicted or declined."});
    return blocks;
  }
  for (std::size_t begin = 0; begin < assessment.ledger.size();) {
    const auto what = assessment.ledger[begin].what;
    std::vector<std::string> items;
    std::size_t end = begin;
    for (; end < assessment.ledger.size() && assessment.ledger[end].what == what; ++end)
      items.push_back(ledger_line(assessment, assessment.ledger[end]));
    blocks.emplace_back(Heading{3, fmt::format("{} ({})", capitalised(spaced(name(what))), items.size())});
    blocks.emplace_back(Bullets{std::move(items)});
    begin = end;
  }
  return blocks;
}

}  // namespace candor
