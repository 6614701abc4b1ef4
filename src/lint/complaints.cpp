#include "lint/complaints.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "candor/text/utf8.hpp"

namespace candor::lint {

namespace {

std::string quoted(const Prose& prose, const Spot& spot) {
  auto words = prose.text.substr(spot.begin, spot.end - spot.begin);
  std::ranges::replace(words, '\n', ' ');
  return words;
}

struct Complaint {
  std::string_view code;
  std::string message;
  std::string hint;
};

Complaint about_term(const std::string& words, const Term& term) {
  switch (term.tier) {
    case Tier::Replace:
      return {"lint-jargon", fmt::format("an owner is unlikely to know `{}`", words),
              fmt::format("say: {}", term.plain)};
    case Tier::Explain:
      return {"lint-jargon", fmt::format("`{}` is not explained where it first stands", words),
              fmt::format("add its meaning in the same sentence: {}", term.plain)};
    case Tier::Watch:
      return {"lint-watched", fmt::format("`{}` is used as a word of the field", words),
              fmt::format("say: {}", term.plain)};
  }
  return {};
}

Complaint about(const Spot& spot, const Prose& prose, const Jargon& jargon) {
  const auto words = quoted(prose, spot);
  switch (spot.kind) {
    case Spot::Kind::Jargon:
    case Spot::Kind::Watched: return about_term(words, jargon.terms()[spot.number]);
    case Spot::Kind::Code:
      return {"lint-code", fmt::format("`{}` is a code", words), "say in words what it stands for"};
    case Spot::Kind::Percentage:
      return {"lint-percent", fmt::format("`{}` is a percentage", words), "give the count, as in `6 of 20`"};
    case Spot::Kind::Vague:
      return {"lint-percent", fmt::format("`{}` does not say how often", words),
              "say what happened, how often, and who counted it when"};
    case Spot::Kind::Scare:
      if (words == "!")
        return {"lint-scare", "an exclamation mark raises the voice", "end the sentence with a full stop"};
      return {"lint-scare", fmt::format("`{}` frightens or sells", words),
              "say calmly what can happen, and then what to do"};
    case Spot::Kind::Passive:
      return {"lint-passive", fmt::format("`{}` hides who does it", words), "begin with who does it"};
    case Spot::Kind::LongSentence:
      return {"lint-sentence", fmt::format("this sentence has {} words; at most {}", spot.number, longest_sentence),
              "make two of it"};
    case Spot::Kind::Abbreviation:
      return {"lint-abbreviation", fmt::format("`{}` is not explained where it first stands", words),
              "write it out, or add its meaning in brackets"};
  }
  return {};
}

}  // namespace

Places::Places(const Sources& sources, std::uint32_t file) : bytes_(sources.at(file).bytes), file_(file), starts_{0} {
  for (auto at = bytes_.find('\n'); at != std::string_view::npos; at = bytes_.find('\n', at + 1))
    starts_.push_back(at + 1);
  if (bytes_.starts_with("\xEF\xBB\xBF")) starts_.front() = offset_ = 3;  // a byte order mark takes no column
}

Place Places::at(std::size_t offset) {
  offset = std::min(offset, bytes_.size());
  if (offset < offset_ || (line_ + 1 < starts_.size() && starts_[line_ + 1] <= offset)) {
    const auto after = std::ranges::upper_bound(starts_, offset);
    line_ = after == starts_.begin() ? 0 : static_cast<std::size_t>(after - starts_.begin()) - 1;
    offset_ = starts_[line_];
    column_ = 1;
  }
  for (; offset_ < offset; ++column_) offset_ += decode(bytes_, offset_).size;
  return {file_, static_cast<std::uint32_t>(line_ + 1), column_};
}

bool is_tolerated_once(Spot::Kind kind) { return kind == Spot::Kind::Passive || kind == Spot::Kind::Watched; }

void complain_about_spots(const Measured& measured, const Prose& prose, const Jargon& jargon, const IsWanted& is_wanted,
                          const PlaceOf& place_of, Diagnostics& diagnostics) {
  for (const auto& spot : measured.spots) {
    if (!is_wanted(spot.kind)) continue;
    if (diagnostics.is_full()) {
      diagnostics.warning({}, {}, {});  // only counted
      continue;
    }
    auto [code, message, hint] = about(spot, prose, jargon);
    diagnostics.warning(place_of(spot.begin), code, std::move(message), std::move(hint));
  }
}

}  // namespace candor::lint
