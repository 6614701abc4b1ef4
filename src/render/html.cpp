#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "candor/text/sha256.hpp"
#include "render/escape.hpp"
#include "render/html_style.hpp"
#include "render/picture.hpp"
#include "render/renderers.hpp"

namespace candor {

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

struct Writer {
  std::string& out;

  void operator()(const Heading& heading) const;
  void operator()(const Paragraph& paragraph) const;
  void operator()(const Bullets& bullets) const;
  void operator()(const Rows& rows) const { pairs(rows.rows, "pairs"); }
  void operator()(const BandBar& bar) const;
  void operator()(const Doors& doors) const;
  void operator()(const FindingCard& card) const;
  void operator()(const ScoreLine& line) const;
  void operator()(const ClientList& list) const;
  void operator()(const Signatures& signatures) const;
  void operator()(const PageEnd&) const { out += "</div>\n<div>\n"; }

 private:
  void element(std::string_view name, std::string_view text) const {
    out += fmt::format("<{0}>{1}</{0}>\n", name, escape_html(text));
  }
  void key(const std::vector<std::string>& labels) const;
  void items(const std::vector<std::string>& texts) const {
    for (const auto& text : texts) element("li", text);
  }
  void pairs(const Pairs& rows, std::string_view look) const;
  void table(const Pairs& rows) const;
};

void Writer::pairs(const Pairs& rows, std::string_view look) const {
  const auto is_labelled = [](const auto& row) { return !row.first.empty(); };
  if (!std::ranges::all_of(rows, is_labelled)) {
    out += "<ul>\n";
    for (const auto& [label, text] : rows)
      out += fmt::format("<li>{}{}</li>\n", label.empty() ? "" : fmt::format("<b>{}:</b> ", escape_html(label)),
                         escape_html(text));
    out += "</ul>\n";
    return;
  }
  out += fmt::format("<dl class=\"{}\">\n", look);
  for (const auto& [label, text] : rows)
    out += fmt::format("<dt>{}</dt><dd>{}</dd>\n", escape_html(label), escape_html(text));
  out += "</dl>\n";
}

void Writer::operator()(const Heading& heading) const {
  element(fmt::format("h{}", std::clamp(heading.level, 1, 6)), heading.text);
}

void Writer::operator()(const Paragraph& paragraph) const {
  const auto text = escape_html(paragraph.text);
  switch (paragraph.tone) {
    case Paragraph::Tone::Plain: out += fmt::format("<p>{}</p>\n", text); return;
    case Paragraph::Tone::Lead: out += fmt::format("<p class=\"lead\">{}</p>\n", text); return;
    case Paragraph::Tone::Small: out += fmt::format("<p class=\"small\">{}</p>\n", text); return;
  }
}

void Writer::operator()(const Bullets& bullets) const {
  const std::string_view list = bullets.numbered ? "ol" : "ul";
  const bool in_columns = !bullets.numbered && bullets.items.size() > 5 &&
                          std::ranges::all_of(bullets.items, [](const auto& item) { return item.size() <= 100; });
  const bool to_tick = std::ranges::all_of(bullets.items, [](const auto& item) { return item.starts_with("☐"); });
  out += fmt::format("<{}{}>\n", list, to_tick ? " class=\"ticks\"" : in_columns ? " class=\"many\"" : "");
  items(bullets.items);
  out += fmt::format("</{}>\n", list);
}

void Writer::key(const std::vector<std::string>& labels) const {
  out += "<ul class=\"key\">\n";
  for (std::size_t part = 0; part < std::min<std::size_t>(labels.size(), 4); ++part)
    out += fmt::format("<li>{}{}</li>\n", bar_sample(part), escape_html(labels[part]));
  out += "</ul>\n";
}

void Writer::operator()(const BandBar& bar) const {
  out += fmt::format("<figure class=\"band\">{}\n", picture(bar));
  key(bar.labels);
  out += fmt::format("<figcaption>{}</figcaption></figure>\n", escape_html(bar.sentence));
}

void Writer::operator()(const ScoreLine& line) const {
  out += fmt::format("<figure>{}\n", picture(line));
  key(line.labels);
  out += fmt::format("<figcaption>{}</figcaption></figure>\n<ul class=\"many\">\n", escape_html(line.sentence));
  for (const auto& point : line.points) element("li", point.sentence);
  out += "</ul>\n";
}

void Writer::operator()(const Doors& doors) const {
  out += "<ul class=\"doors\">\n";
  for (const auto& row : doors.rows) out += fmt::format("<li>{}{}</li>\n", escape_html(row.sentence), picture(row));
  out += "</ul>\n";
}

/// The rows of a card stand side by side: the labels above, what they say below.
void Writer::table(const Pairs& rows) const {
  out += "<dl class=\"acts\">\n";
  for (const auto& [label, text] : rows)
    out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", escape_html(label), escape_html(text));
  out += "</dl>\n";
}

void Writer::operator()(const FindingCard& card) const {
  out += fmt::format("<article class=\"finding {}\">\n", name(card.outcome));
  out += "<div class=\"top\">\n";
  element("h3", card.headline);
  out += fmt::format("<div class=\"status\">{}<span>{}</span>", outcome_mark(card.outcome), escape_html(card.status));
  if (!card.crowds.empty()) out += "<span class=\"crowds\">";
  for (const auto& crowd : card.crowds) out += picture(crowd);
  out += card.crowds.empty() ? "</div>\n</div>\n" : "</span></div>\n</div>\n";
  for (const auto& paragraph : card.paragraphs) element("p", paragraph);
  if (!card.rows.empty()) {
    if (card.rows.size() <= 4)
      table(card.rows);
    else
      pairs(card.rows, "pairs");
  }
  if (!card.notes.empty()) {
    out += "<ul class=\"notes\">\n";
    items(card.notes);
    out += "</ul>\n";
  }
  out += "</article>\n";
}

/// Radio buttons order the rows, where the browser knows `:has`: the places are in the style sheet. A table laid out as
/// a grid is none any more to a screen reader, so the roles are said.
void Writer::operator()(const ClientList& list) const {
  const auto is_shown = [](const std::string& column) { return !column.empty(); };
  out += fmt::format("<div class=\"clients c{}\">\n", std::ranges::count_if(list.columns, is_shown));
  if (!list.orders.empty()) out += "<form class=\"order\">\n";
  for (std::size_t i = 0; i < list.orders.size(); ++i)
    out += fmt::format("<label><input type=\"radio\" name=\"order\" id=\"order{}\"{}> {}</label>\n", i,
                       i == 0 ? " checked" : "", escape_html(list.orders[i]));
  if (!list.orders.empty()) out += "</form>\n";
  // What is laid out as a grid is no table to a screen reader unless it says so, and only a <div> may.
  out += "<div role=\"table\">\n<div class=\"head\" role=\"row\">";
  for (const auto& column : list.columns)
    if (!column.empty()) out += fmt::format("<b role=\"columnheader\">{}</b>", escape_html(column));
  out += "</div>\n";
  const auto cell = [](const std::string& column, const std::string& text) {
    return column.empty() ? std::string{} : fmt::format("<span role=\"cell\">{}</span>", escape_html(text));
  };
  for (std::size_t i = 0; i < list.rows.size(); ++i) {
    const auto& row = list.rows[i];
    out += fmt::format(
        "<div role=\"row\"{}><b role=\"rowheader\">{}</b><span role=\"cell\">{}</span>"
        "<span role=\"cell\">{}{}</span>{}{}</div>\n",
        list.orders.empty() ? "" : fmt::format(" class=\"r{}\"", i), escape_html(row.name), escape_html(row.verdict),
        small_bar(row.bar), escape_html(row.points), cell(list.columns[3], row.since), cell(list.columns[4], row.next));
  }
  out += "</div>\n</div>\n";
}

void Writer::operator()(const Signatures& signatures) const {
  out += "<div class=\"sign\">\n";
  for (const auto& line : signatures.lines) out += fmt::format("<p>{}:<span></span></p>\n", escape_html(line));
  out += "</div>\n";
}

/// Where each row of a list of clients stands in the orders that can be chosen.
std::string order_rules(const Report& report) {
  std::string rules;
  for (const auto& block : report.blocks)
    if (const auto* list = std::get_if<ClientList>(&block); list != nullptr && !list->orders.empty())
      for (std::size_t i = 0; i < list->rows.size(); ++i)
        rules += fmt::format(".r{0}{{--n:{1};--p:{2}}}", i, list->rows[i].by_name, list->rows[i].by_points);
  return rules;
}

/// Nothing but the page itself and pictures inside it: no script, no font, no address.
std::string policy(std::string_view style) {
  return fmt::format("default-src 'none'; style-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'",
                     sha256_base64(style));
}

std::string letterhead(const Brand& brand) {
  if (brand.name.empty() && brand.logo.empty()) return {};
  const std::string logo = brand.logo.empty() ? "" : fmt::format("<img src=\"{}\" alt=\"\">", escape_html(brand.logo));
  return fmt::format("<header class=\"brand\">{}<span>{}</span></header>\n", logo, escape_html(brand.name));
}

}  // namespace

std::string render_html(const Report& report, const Canvas& canvas) {
  const bool lists_clients =
      std::ranges::any_of(report.blocks, [](const Block& block) { return std::holds_alternative<ClientList>(block); });
  auto style = style_sheet(canvas, report.title);
  if (lists_clients) style += client_list_style();
  style += order_rules(report);
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n{}<main>\n",
      escape_html(report.language), policy(style), escape_html(report.title), style, letterhead(canvas.brand));
  const bool has_sheet =
      std::ranges::any_of(report.blocks, [](const Block& block) { return std::holds_alternative<PageEnd>(block); });
  if (lists_clients) out += small_bar_fillings();
  out += has_sheet ? "<div class=\"sheet\">\n" : "<div class=\"page\">\n";
  for (const auto& block : report.blocks) std::visit(Writer{out}, block);
  return out + "</div>\n</main>\n</body>\n</html>\n";
}

}  // namespace candor
