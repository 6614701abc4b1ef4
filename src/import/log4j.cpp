#include "import/log4j.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "import/purl.hpp"
#include "import/words.hpp"

namespace candor {

namespace {

constexpr std::string_view fact = "log4j.found";
constexpr std::size_t longest_holder = 50;  // bytes; with the place no longer than a text that is kept
constexpr std::size_t longest_place = 100;

struct Named {
  std::string_view name;
  std::string_view product;
};

// Debian's, Ubuntu's and Fedora's names below Maven's own.
constexpr std::array names{
    Named{"log4j-core", "log4j-core"}, Named{"log4j-api", "log4j-api"},      Named{"liblog4j2-java", "log4j-core"},
    Named{"log4j12", "log4j-1"},       Named{"liblog4j1.2-java", "log4j-1"},
};

constexpr std::array<std::string_view, 8> other_languages{"npm",   "pypi", "nuget",    "golang",
                                                          "cargo", "gem",  "composer", "swift"};

/// `1:2.17.1-2` is Debian's second try at 2.17.1.
std::string_view without_epoch(std::string_view version) {
  const auto colon = version.find(':');
  const bool is_epoch = colon != std::string_view::npos && colon > 0 &&
                        version.substr(0, colon).find_first_not_of("0123456789") == std::string_view::npos;
  return is_epoch ? version.substr(colon + 1) : version;
}

std::optional<std::string_view> product_of_name(std::string_view written, std::string_view version) {
  const auto name = lower_case(written.substr(written.find_last_of(":/") + 1));
  if (name == "log4j")  // Maven's name of Log4j 1, and what Red Hat calls both
    return without_epoch(version).starts_with("1.") ? "log4j-1" : "log4j-core";
  const auto found = std::ranges::find(names, name, &Named::name);
  return found == names.end() ? std::nullopt : std::optional{found->product};
}

std::string end_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string{text};
  auto from = text.size() - most;
  while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0u) == 0x80u) ++from;
  return "…" + std::string{text.substr(from)};
}

}  // namespace

std::optional<std::string_view> log4j_product(std::string_view name, std::string_view version, std::string_view purl) {
  const auto address = read_purl(purl);
  if (address && std::ranges::find(other_languages, address->type) != other_languages.end()) return std::nullopt;
  if (auto product = product_of_name(name, version)) return product;
  return address ? product_of_name(address->name, version) : std::nullopt;
}

Log4jCopies::Log4jCopies(const ImportContext& context, const Look& look, std::string_view holder)
    : context_(context), look_(look), holder_(kept(holder, longest_holder)) {}

void Log4jCopies::add(std::string_view place, std::string_view product, std::string_view version,
                      bool has_class_removed) {
  const auto where = fmt::format("{}: {}", holder_, end_of(place, longest_place));
  if (!keys_.insert(fmt::format("{}\n{}\n{}\n{}", where, product, version, has_class_removed)).second) return;
  auto record = look_.blank_record(fact);
  look_.set(record, fact, "where", Text{where});
  if (auto parsed = Version::parse(trimmed(without_epoch(version)))) look_.set(record, fact, "version", *parsed);
  choose(record, "product", product);
  if (has_class_removed) choose(record, "done", "class_removed");
  records_.items.push_back(std::move(record));
}

void Log4jCopies::choose(Record& record, std::string_view field, std::string_view choice) const {
  const auto id = context_.catalog.find(fact);
  if (!id) return;
  const auto& fields = context_.catalog.facts[*id].fields;
  const auto found = std::ranges::find(fields, field, &Field::name);
  if (found == fields.end()) return;
  const auto at = std::ranges::find(found->choices, choice);
  if (at != found->choices.end())
    look_.set(record, fact, field, Choice{static_cast<std::uint16_t>(at - found->choices.begin())});
}

}  // namespace candor
