#include "import/xml.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "candor/text/utf8.hpp"

namespace candor {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr int max_attributes = 256;
constexpr std::string_view again = "export the file again; do not edit it by hand";

pugi::xml_node node_of(void* handle) { return pugi::xml_node{static_cast<pugi::xml_node_struct*>(handle)}; }

std::string_view local(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_called(const pugi::xml_node& node, std::string_view name) {
  return node.type() == pugi::node_element && (name.empty() || local(node.name()) == name);
}

bool is_text(const pugi::xml_node& node) { return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata; }

/// The places of bytes; columns count characters. Elements are asked for in their order, mostly: a search goes on where
/// the last one ended.
class Walker {
 public:
  Walker(std::string_view text, std::uint32_t file) : text_(text), place_{file, 1, 1} {}

  Place place_of(std::size_t byte) {
    if (byte < at_) *this = Walker{text_, place_.file};
    for (; at_ < byte && at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') {
        ++place_.line;
        place_.column = 1;
      } else if ((static_cast<unsigned char>(text_[at_]) & 0xC0u) != 0x80u) {
        ++place_.column;
      }
    }
    return place_;
  }

  /// An element's name stands right behind its `<`.
  Place place_of(const pugi::xml_node& node) {
    const auto offset = node.offset_debug() - (node.type() == pugi::node_element ? 1 : 0);
    return place_of(static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0)));
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  Place place_;
};

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; }

bool is_xml_character(std::uint32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
         (c >= 0x10000 && c <= 0x10FFFF);
}

/// `&#0;` and its like: the library would make a broken text of it, or cut the value there.
std::size_t find_bad_reference(std::string_view text) {
  for (auto at = text.find("&#"); at != std::string_view::npos; at = text.find("&#", at + 1)) {
    const bool is_hex = text.substr(at + 2).starts_with('x');
    const auto digits = text.substr(at + (is_hex ? 3 : 2));
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, is_hex ? 16 : 10);
    if (error != std::errc{} || !is_xml_character(number) || end == digits.data() + digits.size() || *end != ';')
      return at;
  }
  return std::string_view::npos;
}

/// Of two values under one name nobody can say which is meant. No tool that candor reads writes more than a few.
bool has_bad_attributes(const pugi::xml_node& node) {
  if (std::ranges::distance(node.attributes_begin(), node.attributes_end()) > max_attributes) return true;
  for (auto one = node.first_attribute(); one; one = one.next_attribute())
    for (auto other = one.next_attribute(); other; other = other.next_attribute())
      if (std::string_view{one.name()} == other.name()) return true;
  return false;
}

/// A comment parts a text in two for the library, and only there: `pa<!-- -->ss` says `pass`.
struct JoinTexts : pugi::xml_tree_walker {
  bool for_each(pugi::xml_node& node) override {
    auto first = node.first_child();
    while (first && !is_text(first)) first = first.next_sibling();
    std::string joined = first.value();
    for (auto next = first.next_sibling(); next;) {
      const auto one = next;
      next = next.next_sibling();
      if (!is_text(one)) continue;
      joined += one.value();
      node.remove_child(one);
    }
    if (joined != first.value()) first.set_value(joined.c_str());
    return true;
  }
};

}  // namespace

struct ParsedXml {
  explicit ParsedXml(const Walker& from) : walker(from) {}

  pugi::xml_document document;
  Walker walker;
};

XmlDocument::XmlDocument(std::unique_ptr<ParsedXml> parsed) : parsed_(std::move(parsed)) {}
XmlDocument::XmlDocument(XmlDocument&&) noexcept = default;
XmlDocument& XmlDocument::operator=(XmlDocument&&) noexcept = default;
XmlDocument::~XmlDocument() = default;

std::optional<XmlDocument> XmlDocument::read(const ImportFile& file, Diagnostics& diagnostics) {
  const auto refuse = [&](Place place, std::string_view code, std::string message, std::string_view hint = {}) {
    diagnostics.error(place, code, std::move(message), std::string{hint});
    return std::nullopt;
  };
  const Place all{file.file, 0, 0};
  auto text = file.bytes;
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
    return refuse(all, "invalid-utf8", "this file is UTF-16, not UTF-8", "save it in the character set UTF-8");
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  Walker walker{text, file.file};
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return refuse(all, "empty-file", "there is nothing in this file");
  if (const auto invalid = find_invalid_utf8(text))
    return refuse(walker.place_of(*invalid), "invalid-utf8", "this file is not UTF-8",
                  "save it in the character set UTF-8");
  const auto control = std::ranges::find_if(text, is_control);
  if (control != text.end())
    return refuse(walker.place_of(static_cast<std::size_t>(control - text.begin())), "bad-xml",
                  "a control character stands here, and XML has none", again);
  if (const auto bad = find_bad_reference(text); bad != std::string_view::npos)
    return refuse(walker.place_of(bad), "bad-xml", "`&#` is followed by no character that XML has", again);
  if (static_cast<std::size_t>(std::ranges::count(text, '<')) > max_xml_tags)
    return refuse(all, "too-large", fmt::format("this file holds more than {} tags", max_xml_tags),
                  "export fewer machines at once");
  auto parsed = std::make_unique<ParsedXml>(walker);
  auto& document = parsed->document;
  const auto result =
      document.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_fragment, pugi::encoding_utf8);
  if (!result)
    return refuse(walker.place_of(static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0))), "bad-xml",
                  "this is no whole XML document: it is cut short or broken here", again);
  const auto root = document.document_element();
  if (!root) return refuse(all, "bad-xml", "this is no XML document: it holds no element", again);
  for (const auto& outside : document.children())
    if (outside != root)
      return refuse(walker.place_of(outside), "bad-xml", "this stands outside of the XML document", again);
  if (const auto bad = document.find_node(has_bad_attributes))
    return refuse(walker.place_of(bad), "bad-xml",
                  fmt::format("this element has an attribute twice, or more than {}", max_attributes), again);
  JoinTexts join;
  document.traverse(join);
  return XmlDocument{std::move(parsed)};
}

XmlElement XmlDocument::root() const { return {parsed_->document.document_element().internal_object(), parsed_.get()}; }

std::string_view XmlElement::name() const { return local(node_of(node_).name()); }

std::string_view XmlElement::attribute(std::string_view name) const {
  const auto node = node_of(node_);
  for (const auto& attribute : node.attributes())
    if (attribute.name() == name) return attribute.value();
  for (const auto& attribute : node.attributes())
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

Place XmlElement::place() const { return document_->walker.place_of(node_of(node_)); }

}  // namespace candor
