#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "candor/import/import.hpp"

/// A tool's XML. What a document type declares is neither fetched nor expanded.
namespace candor {

inline constexpr std::size_t max_xml_tags = 2'000'000;  ///< end tags too; with attributes a GiB at most for 64 MiB

struct ParsedXml;  ///< keeps the library out of this header

/// One element. Cheap to copy; lives as long as the document does, wherever that is moved. Names are without their
/// prefix: `cdf:Rule` is `Rule`.
class XmlElement {
 public:
  [[nodiscard]] std::string_view name() const;
  /// Empty when it is not there. One without a prefix comes before one with it.
  [[nodiscard]] std::string_view attribute(std::string_view name) const;
  /// The text right inside, without that of elements inside and of comments.
  [[nodiscard]] std::string_view text() const;
  /// The first child of that name.
  [[nodiscard]] std::optional<XmlElement> child(std::string_view name) const;
  /// All children of that name, or all where it is empty.
  [[nodiscard]] std::vector<XmlElement> children(std::string_view name = {}) const;
  /// The first element of that name anywhere inside, this one too.
  [[nodiscard]] std::optional<XmlElement> find(std::string_view name) const;
  /// Of its `<`.
  [[nodiscard]] Place place() const;

 private:
  friend class XmlDocument;
  XmlElement(void* node, ParsedXml* document) : node_(node), document_(document) {}

  void* node_;  ///< the library's own
  ParsedXml* document_;
};

class XmlDocument {
 public:
  /// Strict: one root element in UTF-8 (a byte order mark may stand before it), no repeated attributes, no characters
  /// that XML has not, no text outside. Complains (`bad-xml`, `invalid-utf8`, `too-large`, `empty-file`); nothing then.
  [[nodiscard]] static std::optional<XmlDocument> read(const ImportFile& file, Diagnostics& diagnostics);

  XmlDocument(XmlDocument&&) noexcept;
  XmlDocument& operator=(XmlDocument&&) noexcept;
  ~XmlDocument();

  [[nodiscard]] XmlElement root() const;

 private:
  explicit XmlDocument(std::unique_ptr<ParsedXml> parsed);
  std::unique_ptr<ParsedXml> parsed_;
};

}  // namespace candor
