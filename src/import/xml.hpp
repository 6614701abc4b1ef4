#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "candor/import/import.hpp"

/// A tool's XML. What a document type declares is neither fetched nor expanded.
namespace candor {

inline constexpr std::size_t max_xml_elements = 4'000'000;

class XmlDocument;

/// One element. Cheap to copy; lives as long as the document does. Names are without their prefix: `cdf:Rule` is
/// `Rule`.
class XmlElement {
 public:
  [[nodiscard]] std::string_view name() const;
  /// Empty when it is not there.
  [[nodiscard]] std::string_view attribute(std::string_view name) const;
  /// The text right inside, without that of elements inside.
  [[nodiscard]] std::string_view text() const;
  /// The first child of that name.
  [[nodiscard]] std::optional<XmlElement> child(std::string_view name) const;
  /// All children of that name, or all where it is empty.
  [[nodiscard]] std::vector<XmlElement> children(std::string_view name = {}) const;
  /// The first element of that name anywhere inside, this one too.
  [[nodiscard]] std::optional<XmlElement> find(std::string_view name) const;
  [[nodiscard]] Place place() const;

 private:
  friend class XmlDocument;
  XmlElement(void* node, const XmlDocument* document) : node_(node), document_(document) {}

  void* node_;  ///< the library's own
  const XmlDocument* document_;
};

class XmlDocument {
 public:
  /// Complains (`bad-xml`, `invalid-utf8`, `too-large`, `empty-file`); nothing when there is no document.
  [[nodiscard]] static std::optional<XmlDocument> read(const ImportFile& file, Diagnostics& diagnostics);

  XmlDocument(XmlDocument&&) noexcept;
  XmlDocument& operator=(XmlDocument&&) noexcept;
  ~XmlDocument();

  [[nodiscard]] XmlElement root() const;

 private:
  friend class XmlElement;
  struct Parsed;  ///< keeps the library out of this header
  explicit XmlDocument(std::unique_ptr<Parsed> parsed);
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace candor
