#include "notice.hpp"

#include <cstdlib>
#include <string>

#include <fmt/format.h>

namespace candor {
namespace {

constexpr std::string_view share_it = "Share it only with people who need it.";

std::string redacted(std::string_view page, Gives gives) {
  const std::string_view left = gives == Gives::Score ? "how well someone does" : "the weak points of someone";
  return fmt::format(
      "We left all names out of this {}. Words such as \"Person 1\" stand in for them. It still shows {}. {}", page,
      left, share_it);
}

}  // namespace

std::string notice(std::string_view client, bool is_redacted, std::string_view page, Gives gives) {
  if (is_redacted && gives == Gives::Numbers) return "We left all names and numbers out of this page.";
  if (is_redacted) return redacted(page, gives);
  switch (gives) {
    case Gives::Weaknesses:
      return fmt::format("This {} names people and weak points at {}. {}", page, client, share_it);
    case Gives::Numbers: return "For your own people only: it has names and numbers.";  // a card has little room
    case Gives::Score: return fmt::format("This {} shows how {} did. {}", page, client, share_it);
  }
  std::abort();  // a value that is no enumerator
}

void add_notice(const Inventory& inventory, std::string_view page, Report& report, Gives gives) {
  report.contains = notice(inventory.client.name, inventory.is_redacted, page, gives);
  report.blocks.emplace_back(Paragraph{report.contains, Paragraph::Tone::Small});
}

}  // namespace candor
