#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "candor/text/diagnostics.hpp"
#include "candor/text/source.hpp"

/// The one place where YAML (and JSON, which is read as YAML) becomes values. A tree is a
/// flat list of entries over one block of text, so that the built-in standard can be
/// compiled in as constant data and needs no parsing at start.
namespace candor::yaml {

enum class Kind : std::uint8_t { Scalar, Sequence, Mapping };

/// One value of a document. A mapping's children alternate key, value, key, value.
/// Children follow their parent in order; `end` is the index past the last descendant.
struct Entry {
  Kind kind = Kind::Scalar;
  bool quoted = false;  ///< a scalar written in quotes or as a block
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t begin = 0;  ///< scalar: offset into the text
  std::uint32_t size = 0;   ///< scalar: bytes
  std::uint32_t end = 0;
  bool is_told = false;  ///< an alias, which has no value here: its one complaint is made, later ones are dropped
};

/// A whole document: owned after parsing, borrowed when compiled in.
struct Tree {
  std::uint32_t file = 0;
  std::vector<Entry> owned_entries;
  std::string owned_text;
  std::span<const Entry> borrowed_entries;
  std::string_view borrowed_text;

  [[nodiscard]] std::span<const Entry> entries() const {
    return borrowed_entries.empty() ? std::span<const Entry>{owned_entries} : borrowed_entries;
  }
  [[nodiscard]] std::string_view text() const { return borrowed_entries.empty() ? owned_text : borrowed_text; }
};

/// Limits a file must keep; each has its diagnostic.
inline constexpr std::size_t max_file_bytes = 8u << 20;
inline constexpr int max_depth = 64;
inline constexpr std::size_t max_entries = 2'000'000;  ///< keys and values together

/// Parses one document strictly: repeated keys, aliases, anchors, tags, keys that are not
/// plain text, NUL, invalid UTF-8, control and bidi characters, too much depth or size, a
/// second document and trailing text are errors. Nothing is returned only when there is
/// no document to speak of (a syntax error, an empty file, a limit broken); with other
/// faults the tree is returned too, so that the reader can tell the rest in the same run
/// (of repeated keys the first stands).
[[nodiscard]] std::optional<Tree> parse(const Sources& sources, std::uint32_t file, Diagnostics& diagnostics);

struct Member;
class Members;

/// One value of a tree, with the complaints about it. Cheap to copy; lives as long as the
/// tree and the diagnostics do.
class Node {
 public:
  Node(const Tree& tree, Diagnostics& diagnostics) : Node(tree, 0, diagnostics) {}

  [[nodiscard]] Kind kind() const { return entry().kind; }
  [[nodiscard]] bool is_scalar() const { return kind() == Kind::Scalar; }
  [[nodiscard]] bool is_sequence() const { return kind() == Kind::Sequence; }
  [[nodiscard]] bool is_mapping() const { return kind() == Kind::Mapping; }
  [[nodiscard]] Place place() const { return {tree_->file, entry().line, entry().column}; }

  /// True for a scalar in quotes: in JSON, what tells a text from a number, `true` or `null`.
  [[nodiscard]] bool is_quoted() const { return entry().quoted; }

  /// The scalar as written (quotes and escapes undone). Empty for other kinds.
  [[nodiscard]] std::string_view raw() const {
    const auto& scalar = entry();
    return scalar.kind == Kind::Scalar ? std::string_view{tree_->text().data() + scalar.begin, scalar.size}
                                       : std::string_view{};
  }

  /// A scalar that is not empty; otherwise complains (`wrong-kind`, `empty-value`) and
  /// returns an empty text. `what` completes "expected …".
  [[nodiscard]] std::string_view text(std::string_view what = "a text") const;

  /// The items of a sequence; complains and returns none for other kinds.
  [[nodiscard]] std::vector<Node> items(std::string_view what = "a list") const;

  /// The items of a sequence, or the value itself as the only one.
  [[nodiscard]] std::vector<Node> one_or_more() const;

  /// The keys and values of a mapping in order; complains and returns none for other kinds.
  [[nodiscard]] Members members(std::string_view what = "keys and values") const;

  /// The value under a key; no complaint when absent.
  [[nodiscard]] std::optional<Node> find(std::string_view key) const;

  /// The value under a key; complains (`missing-key`) at this mapping when absent, unless a
  /// key near to it was written and complained about: call `allow_only` before.
  [[nodiscard]] std::optional<Node> required(std::string_view key) const;

  /// Complains (`unknown-key`) about every key that is not listed, with the nearest as hint.
  /// False when this is not a mapping (`wrong-kind`) .
  bool allow_only(std::span<const std::string_view> keys) const;

  /// This value and all below it as a document of its own; places stay what they are.
  [[nodiscard]] Tree copy() const;

  void error(std::string_view code, std::string message, std::string hint = {}) const;

  [[nodiscard]] Diagnostics& diagnostics() const { return *diagnostics_; }

 private:
  Node(const Tree& tree, std::uint32_t index, Diagnostics& diagnostics)
      : tree_(&tree), index_(index), diagnostics_(&diagnostics) {}

  [[nodiscard]] const Entry& entry() const { return tree_->entries()[index_]; }

  friend class Members;

  const Tree* tree_;
  std::uint32_t index_;
  Diagnostics* diagnostics_;
};

struct Member {
  Node key;
  Node value;
};

/// The keys and values of a mapping in order, made as one walks over them.
class Members {
 public:
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Member;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = Member;

    Iterator() = default;
    Iterator(const Members* members, std::uint32_t at) : members_(members), at_(at) {}
    Member operator*() const {
      return {Node{*members_->tree_, at_, *members_->diagnostics_},
              Node{*members_->tree_, members_->entries_[at_].end, *members_->diagnostics_}};
    }
    Iterator& operator++() {
      at_ = members_->entries_[members_->entries_[at_].end].end;
      return *this;
    }
    Iterator operator++(int) {
      auto before = *this;
      ++*this;
      return before;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    const Members* members_ = nullptr;
    std::uint32_t at_ = 0;
  };

  Members(const Tree& tree, std::uint32_t begin, std::uint32_t end, Diagnostics& diagnostics)
      : tree_(&tree), entries_(tree.entries().data()), begin_(begin), end_(end), diagnostics_(&diagnostics) {}

  [[nodiscard]] Iterator begin() const { return {this, begin_}; }
  [[nodiscard]] Iterator end() const { return {this, end_}; }
  [[nodiscard]] bool empty() const { return begin_ == end_; }
  [[nodiscard]] Member front() const { return *begin(); }
  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(std::distance(begin(), end())); }

 private:
  const Tree* tree_;
  const Entry* entries_;
  std::uint32_t begin_;
  std::uint32_t end_;
  Diagnostics* diagnostics_;
};

}  // namespace candor::yaml
