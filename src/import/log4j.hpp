#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "import/look.hpp"

namespace candor {

/// Which part of Log4j a package is, by its name or package URL: `log4j-core`, `log4j-api` or `log4j-1`; nothing where
/// it is none. Distributions call it otherwise, and in other languages the name means another thing. A bridge such as
/// `log4j-over-slf4j` is no Log4j.
[[nodiscard]] std::optional<std::string_view> log4j_product(std::string_view name, std::string_view version,
                                                            std::string_view purl = {});

/// The copies of Log4j that one look found on one machine or in one image, each once, as records of `log4j.found`.
class Log4jCopies {
 public:
  /// `holder` stands before each place: of several machines nobody could tell else which one is meant.
  Log4jCopies(const ImportContext& context, const Look& look, std::string_view holder);

  /// A version that is none is not known. Of a long place the end is kept.
  void add(std::string_view place, std::string_view product, std::string_view version, bool has_class_removed = false);

  [[nodiscard]] const Records& records() const { return records_; }

 private:
  void choose(Record& record, std::string_view field, std::string_view choice) const;

  const ImportContext& context_;
  const Look& look_;
  std::string holder_;
  Records records_;
  std::set<std::string> keys_;
};

}  // namespace candor
