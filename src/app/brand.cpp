#include "app/brand.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <fmt/format.h>

#include "app/files.hpp"
#include "candor/text/ascii.hpp"
#include "candor/text/base64.hpp"

namespace candor::app {

namespace {

constexpr std::array<std::string_view, 3> brand_keys{"name", "logo", "accent"};
constexpr double lowest_contrast = 7.0;
constexpr std::string_view svg_type = "image/svg+xml";

/// The relative luminance of one channel (WCAG 2.2, "relative luminance").
double channel(int value) {
  const double share = value / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

/// The contrast of a colour on white: from 1 to 21 (WCAG 2.2, "contrast ratio").
double contrast_on_white(int rgb) {
  const double luminance =
      0.2126 * channel(rgb >> 16 & 255) + 0.7152 * channel(rgb >> 8 & 255) + 0.0722 * channel(rgb & 255);
  return 1.05 / (luminance + 0.05);
}

std::optional<int> colour(std::string_view text) {
  int rgb = 0;
  if (text.size() != 7 || text.front() != '#') return std::nullopt;
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), rgb, 16);
  if (error != std::errc{} || end != text.data() + text.size() || rgb < 0) return std::nullopt;
  return rgb;
}

std::string read_accent(const yaml::Node& node) {
  const auto text = node.text("a colour such as `#1d3f5e`");
  if (text.empty()) return {};
  const auto rgb = colour(text);
  if (!rgb) {
    node.error("bad-colour", fmt::format("`{}` is not a colour", text), "write six hex digits, as in `#1d3f5e`");
    return {};
  }
  if (const double contrast = contrast_on_white(*rgb); contrast < lowest_contrast) {
    node.error("low-contrast",
               fmt::format("`{}` is too light to read on white: its contrast is {:.1f} to 1", text,
                           std::floor(contrast * 10) / 10),
               "headings are set in it; take a darker one, with at least 7 to 1");
    return {};
  }
  return fmt::format("#{:06x}", *rgb);
}

/// What the bytes are, by how they begin; nothing for what a page should not carry.
std::string_view image_type(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return "image/png";
  if (bytes.starts_with("\xff\xd8\xff")) return "image/jpeg";
  if (bytes.starts_with("<svg") || (bytes.starts_with("<?xml") && bytes.find("<svg") != std::string_view::npos))
    return svg_type;
  return {};
}

/// Whether a drawing names anything outside itself, or could: whoever prints the page might fetch it.
bool reaches_out(std::string_view svg) {
  const std::string text = ascii::lowered(svg);
  for (const std::string_view word : {"<!doctype", "<!entity", "@import", "<script", "<foreignobject"})
    if (text.find(word) != std::string::npos) return true;
  for (const std::string_view word : {"href", "url("})
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
      const auto target = text.find_first_not_of(" \t\r\n=\"'", at + word.size());
      if (target != std::string::npos && text[target] != '#') return true;
    }
  return false;
}

std::string read_logo(const yaml::Node& node, Session& session) {
  const std::string file{node.text("a file, as in `logo.png`")};
  if (file.empty()) return {};
  const auto refuse = [&](const FileFault& fault) {
    node.error("bad-logo", fmt::format("`{}` cannot be the logo: {}", file, fault.message), fault.hint);
    return std::string{};
  };
  const auto resolved = resolve_inside(".", file);
  if (std::holds_alternative<FileFault>(resolved))
    return refuse({"", "no such file lies in the folder of candor.yaml or below it", "copy it there"});
  const auto& path = std::get<Resolved>(resolved).path;
  session.documents.push_back(path);
  const auto read = read_bytes(path, max_logo_bytes);
  if (const auto* fault = std::get_if<FileFault>(&read)) return refuse(*fault);
  const auto& bytes = std::get<std::string>(read);
  const auto type = image_type(bytes);
  if (type.empty()) return refuse({"", "it is no PNG, JPEG or SVG picture", ""});
  if (type == svg_type && reaches_out(bytes))
    return refuse({"", "it names other files or holds a script", "save it as a plain SVG, or as PNG"});
  return fmt::format("data:{};base64,{}", type, to_base64(bytes));
}

}  // namespace

Brand read_brand(const yaml::Node& node, Session& session) {
  Brand brand;
  node.allow_only(brand_keys);
  if (const auto name = node.find("name")) brand.name = name->text();
  if (const auto logo = node.find("logo")) brand.logo = read_logo(*logo, session);
  if (const auto accent = node.find("accent")) brand.accent = read_accent(*accent);
  return brand;
}

}  // namespace candor::app
