#include "export/xml.hpp"

#include <algorithm>
#include <string_view>

#include <pugixml.hpp>

#include "candor/text/ascii.hpp"
#include "candor/text/utf8.hpp"
#include "export/plain_line.hpp"

namespace candor {

namespace {

std::string without_attachments(std::string text) {
  constexpr std::string_view start = "[[attachment|";
  for (auto at = text.find("[["); at != std::string::npos; at = text.find("[[", at + 1))
    if (ascii::lowered(std::string_view{text}.substr(at, start.size())) == start) text.insert(at + 1, " ");
  return text;
}

/// No text makes a line of its own: what prints the document may obey a line by how it begins.
std::string harmless(std::string_view text) { return without_attachments(plain_line(text)); }

void add(const XmlNode& node, pugi::xml_node parent) {
  auto added = parent.append_child(node.name.c_str());
  for (const auto& [name, value] : node.attributes) added.append_attribute(name.c_str()) = harmless(value).c_str();
  std::string text;
  for (const auto& line : node.lines) text += (text.empty() ? "" : "\n") + harmless(line);
  if (!text.empty()) added.text() = text.c_str();
  for (const auto& child : node.children) add(child, added);
}

struct Bytes : pugi::xml_writer {
  std::string text;
  void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
};

}  // namespace

std::string write_xml(const XmlNode& root) {
  pugi::xml_document document;
  auto declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  add(root, document);
  Bytes bytes;
  document.save(bytes, "  ", pugi::format_default, pugi::encoding_utf8);
  return std::move(bytes.text);
}

bool is_well_formed(std::string_view document) {
  pugi::xml_document parsed;
  return parsed.load_buffer(document.data(), document.size(), pugi::parse_minimal).status == pugi::status_ok;
}

}  // namespace candor
