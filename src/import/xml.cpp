#include "import/xml.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "candor/text/utf8.hpp"

namespace candor {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

pugi::xml_node node_of(void* handle) { return pugi::xml_node{static_cast<pugi::xml_node_struct*>(handle)}; }

std::string_view local(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_called(const pugi::xml_node& node, std::string_view name) {
  return node.type() == pugi::node_element && (name.empty() || local(node.name()) == name);
}

/// The place of a byte: columns count characters.
Place place_of(std::string_view text, std::size_t byte, std::uint32_t file) {
  const auto before = text.substr(0, std::min(byte, text.size()));
  const auto line_break = before.rfind('\n');
  const auto line = before.substr(line_break == std::string_view::npos ? 0 : line_break + 1);
  const auto is_lead = [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; };
  return {file, static_cast<std::uint32_t>(std::ranges::count(before, '\n')) + 1,
          static_cast<std::uint32_t>(std::ranges::count_if(line, is_lead)) + 1};
}

}  // namespace

struct XmlDocument::Parsed {
  pugi::xml_document document;
  std::string_view text;  ///< as the file has it, behind its byte order mark
  std::uint32_t file = 0;
};

XmlDocument::XmlDocument(std::unique_ptr<Parsed> parsed) : parsed_(std::move(parsed)) {}
XmlDocument::XmlDocument(XmlDocument&&) noexcept = default;
XmlDocument& XmlDocument::operator=(XmlDocument&&) noexcept = default;
XmlDocument::~XmlDocument() = default;

std::optional<XmlDocument> XmlDocument::read(const ImportFile& file, Diagnostics& diagnostics) {
  const auto refuse = [&](Place place, std::string_view code, std::string message, std::string hint = {}) {
    diagnostics.error(place, code, std::move(message), std::move(hint));
    return std::nullopt;
  };
  const Place all{file.file, 0, 0};
  auto text = file.bytes;
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return refuse(all, "empty-file", "there is nothing in this file");
  if (const auto invalid = find_invalid_utf8(text))
    return refuse(place_of(text, *invalid, file.file), "invalid-utf8", "this file is not UTF-8",
                  "save it in the character set UTF-8");
  if (static_cast<std::size_t>(std::ranges::count(text, '<')) > 2 * max_xml_elements)
    return refuse(all, "too-large", fmt::format("this file holds more than {} elements", max_xml_elements),
                  "export fewer machines at once");
  auto parsed = std::make_unique<Parsed>();
  parsed->text = text;
  parsed->file = file.file;
  const auto result = parsed->document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!result)
    return refuse(place_of(text, static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)), file.file),
                  "bad-xml", "this is no whole XML document: it is cut short or broken here",
                  "export the file again; do not edit it by hand");
  return XmlDocument{std::move(parsed)};
}

XmlElement XmlDocument::root() const { return {parsed_->document.document_element().internal_object(), this}; }

std::string_view XmlElement::name() const { return local(node_of(node_).name()); }

std::string_view XmlElement::attribute(std::string_view name) const {
  for (const auto& attribute : node_of(node_).attributes())
    if (local(attribute.name()) == name) return attribute.value();
  return {};
}

std::string_view XmlElement::text() const { return node_of(node_).text().get(); }

std::optional<XmlElement> XmlElement::child(std::string_view name) const {
  for (const auto& child : node_of(node_).children())
    if (is_called(child, name)) return XmlElement{child.internal_object(), document_};
  return std::nullopt;
}

std::vector<XmlElement> XmlElement::children(std::string_view name) const {
  std::vector<XmlElement> found;
  for (const auto& child : node_of(node_).children())
    if (is_called(child, name)) found.push_back(XmlElement{child.internal_object(), document_});
  return found;
}

std::optional<XmlElement> XmlElement::find(std::string_view name) const {
  const auto node = node_of(node_);
  if (is_called(node, name)) return *this;
  const auto found = node.find_node([&](const pugi::xml_node& one) { return is_called(one, name); });
  if (!found) return std::nullopt;
  return XmlElement{found.internal_object(), document_};
}

Place XmlElement::place() const {
  const auto& parsed = *document_->parsed_;
  return place_of(parsed.text, static_cast<std::size_t>(std::max<std::ptrdiff_t>(node_of(node_).offset_debug(), 0)),
                  parsed.file);
}

}  // namespace candor
