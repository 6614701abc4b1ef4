#include <algorithm>
#include <array>
#include <cstring>

#include <fmt/format.h>

#include "candor/text/node.hpp"
#include "candor/text/suggest.hpp"

namespace candor::yaml {

namespace {

std::string_view words(Kind kind) {
  switch (kind) {
    case Kind::Scalar: return "a text";
    case Kind::Sequence: return "a list";
    case Kind::Mapping: return "keys and values";
  }
  return {};
}

/// "`a`, `b` and `c`"
std::string listed(std::span<const std::string_view> words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
    text += fmt::format("`{}`", words[i]);
  }
  return text;
}

/// `client {name: …}` makes a key `client {name`, and `client` was meant.
std::string_view before_bracket(std::string_view key) { return key.substr(0, key.find_first_of("{[")); }

/// More keys than this are no hint any more.
constexpr std::size_t most_listed = 12;

}  // namespace

Tree Node::copy() const {
  Tree copy;
  copy.file = tree_->file;
  for (auto at = index_; at < entry().end; ++at) {
    auto taken = tree_->entries()[at];
    const auto text = tree_->text().substr(taken.begin, taken.size);
    taken.begin = static_cast<std::uint32_t>(copy.owned_text.size());
    taken.end -= index_;
    copy.owned_text.append(text);
    copy.owned_entries.push_back(taken);
  }
  return copy;
}

std::string_view Node::text(std::string_view what) const {
  if (!is_scalar()) {
    error("wrong-kind", fmt::format("expected {}, found {}", what, words(kind())));
  } else if (raw().empty()) {
    error("empty-value", fmt::format("expected {}, found nothing", what));
  }
  return raw();
}

std::vector<Node> Node::items(std::string_view what) const {
  if (!is_sequence()) {
    error("wrong-kind",
          fmt::format("expected {}, found {}", what, is_scalar() && raw().empty() ? "nothing" : words(kind())));
    return {};
  }
  std::vector<Node> items;
  std::size_t count = 0;
  for (auto at = index_ + 1; at < entry().end; at = tree_->entries()[at].end) ++count;
  items.reserve(count);
  for (auto at = index_ + 1; at < entry().end; at = tree_->entries()[at].end)
    items.push_back(Node{*tree_, at, *diagnostics_});
  return items;
}

std::vector<Node> Node::one_or_more() const { return is_sequence() ? items() : std::vector{*this}; }

Members Node::members(std::string_view what) const {
  if (is_mapping()) return {*tree_, index_ + 1, entry().end, *diagnostics_};
  error("wrong-kind",
        fmt::format("expected {}, found {}", what, is_scalar() && raw().empty() ? "nothing" : words(kind())));
  return {*tree_, index_, index_, *diagnostics_};
}

std::optional<Node> Node::find(std::string_view key) const {
  if (!is_mapping() || key.empty()) return std::nullopt;
  const auto* entries = tree_->entries().data();
  const auto* text = tree_->text().data();
  const auto end = entries[index_].end;
  for (auto at = index_ + 1; at < end; at = entries[entries[at].end].end)
    if (entries[at].size == key.size() && text[entries[at].begin] == key.front() &&
        std::memcmp(text + entries[at].begin, key.data(), key.size()) == 0)
      return Node{*tree_, entries[at].end, *diagnostics_};
  return std::nullopt;
}

std::optional<Node> Node::required(std::string_view key) const {
  if (auto value = find(key)) return value;
  if (!is_mapping()) return std::nullopt;  // what it is instead has its own complaint
  const std::array wanted{key};
  for (const auto& [written, value] : members()) {
    if (!nearest(before_bracket(written.raw()), wanted)) continue;
    const bool told = std::ranges::any_of(diagnostics_->all(), [place = written.place()](const Diagnostic& diagnostic) {
      return diagnostic.place == place && diagnostic.code == "unknown-key";
    });
    if (told) return std::nullopt;
  }
  error("missing-key", fmt::format("the key `{}` is missing here", key));
  return std::nullopt;
}

bool Node::allow_only(std::span<const std::string_view> keys) const {
  if (!is_mapping()) {
    static_cast<void>(members());  // complains
    return false;
  }
  for (const auto& [key, value] : members()) {
    const auto written = key.raw();
    if (std::ranges::any_of(keys, [&](std::string_view allowed) { return allowed == written; })) continue;
    std::string hint;
    if (!diagnostics_->is_full()) hint = did_you_mean(key.raw(), keys);
    if (before_bracket(key.raw()) != key.raw()) hint = "is a `:` missing before the bracket?";
    if (hint.empty() && !keys.empty() && keys.size() <= most_listed) hint = fmt::format("it can have {}", listed(keys));
    key.error("unknown-key", fmt::format("`{}` is not a key this file can have", key.raw()), std::move(hint));
  }
  return true;
}

void Node::error(std::string_view code, std::string message, std::string hint) const {
  if (entry().is_told) return;
  diagnostics_->error(place(), code, std::move(message), std::move(hint));
}

}  // namespace candor::yaml
