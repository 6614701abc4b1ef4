#include "render/html_style.hpp"

#include <fmt/format.h>

#include "render/escape.hpp"

namespace candor {

namespace {

constexpr std::string_view usual_accent = "#1d3f5e";

constexpr std::string_view colours = R"css(
:root{color-scheme:light dark;--paper:#fff;--ink:#1f2733;--soft:#474f5b;--line:#c9ced6;--wash:#f4f5f7;
--met:#0d5a2c;--partly:#744200;--not_met:#8f1616;--unknown:#453a86;--na:#474f5b;--fill:#1d3f5e}
@media screen and (prefers-color-scheme:dark){:root{--paper:#14181e;--ink:#e9ecf0;--soft:#bcc3cd;--line:#434b57;--wash:#1d232b;
--met:#84d6a0;--partly:#f0b96a;--not_met:#ffa3a0;--unknown:#bdb4ff;--na:#bcc3cd;--fill:#9cc3e6;--accent:#e9ecf0}}
)css";

constexpr std::string_view letter = R"css(
*{box-sizing:border-box}
html{background:var(--paper);-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:2.5rem 1.25rem 4rem;max-width:46rem;color:var(--ink);background:var(--paper);
font:1.0625rem/1.55 "Source Sans 3","Segoe UI",Carlito,"Helvetica Neue",Arial,"Liberation Sans",sans-serif;overflow-wrap:anywhere}
h1,h2,h3,.lead{font-family:Charter,"Bitstream Charter","Source Serif 4",Cambria,Georgia,"Liberation Serif",serif;line-height:1.25;font-weight:700}
h1{font-size:1.75rem;margin:0 0 .25rem;color:var(--accent)}
h2{font-size:1.25rem;margin:2.25rem 0 .5rem;padding-top:.5rem;border-top:1px solid #c9ced6;border-top-color:var(--line);color:var(--accent)}
h3{font-size:1.125rem;margin:1.5rem 0 .25rem}
p,ul,ol,dl,figure{margin:.5rem 0}
ul,ol{padding-left:1.4rem}
li{margin:.3rem 0}
svg{display:block;max-width:100%;height:auto}
.lead{font-size:1.25rem;margin:1.25rem 0 .5rem}
.small{font-size:.9375rem;color:var(--soft)}
.brand{display:flex;align-items:center;gap:1rem;margin:0 0 2rem;padding-bottom:.75rem;border-bottom:3px solid #1d3f5e;border-bottom-color:var(--accent);font-weight:600}
.brand img{max-height:3.25rem;max-width:12rem;width:auto}
.sheet{padding-bottom:1rem}
.band{margin-top:1.5rem}
.band>svg{width:100%}
.band figcaption{margin-top:.35rem;font-weight:600}
.key{list-style:none;padding:0;margin:.4rem 0}
.key li{display:inline-block;white-space:nowrap;margin-right:1.25rem}.key svg{display:inline-block}
.key li{margin-top:0;margin-bottom:0}
.key svg{width:1.5rem;height:.8rem;margin-right:.45rem;vertical-align:baseline}
.pairs{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.2rem 1rem}
.pairs dt{font-weight:600}
.pairs dd{margin:0;min-width:0;overflow-wrap:anywhere}
.sign{margin:1rem 0}

.sign p{display:inline-block;width:46%;margin-right:2%}.sign span{display:inline-block;width:50%;border-bottom:1px solid #1f2733;border-bottom-color:var(--ink);min-width:9rem;height:1.6rem}
@supports (display:grid){.sign{display:flex;flex-wrap:wrap;gap:1.1rem 2rem}.sign p{display:flex;align-items:flex-end;gap:.5rem;margin:0;width:auto;flex:1 1 17rem;flex-wrap:wrap}.sign span{flex:1;width:auto}}
.finding{margin:1.25rem 0;padding:0 0 1rem 1rem;border-left:4px solid #474f5b;border-left-color:var(--mark)}
.top{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.1rem 1rem;align-items:baseline}
.finding h3{margin:0}
.status{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .45rem;font-weight:600;color:var(--mark)}
.status>svg{width:1.1rem;height:1.1rem;flex:none}
.crowds{display:flex;flex-wrap:wrap;gap:.25rem 1rem}
.met{--mark:var(--met)}.partly{--mark:var(--partly)}.not_met{--mark:var(--not_met)}.unknown{--mark:var(--unknown)}.not_applicable{--mark:var(--na)}
.ticks{list-style:none;padding-left:.25rem}
.acts{display:grid;grid-template-columns:2.6fr 1.2fr 1.3fr 1.1fr;gap:.2rem 1rem;background:var(--wash);padding:.6rem .75rem}
.acts dt{font-weight:600;font-size:.875rem;color:var(--soft)}
.acts>div{display:inline-block;vertical-align:top;width:24%;min-width:0}@supports (display:grid){.acts>div{display:block;width:auto}}.acts dd{margin:0;overflow-wrap:anywhere}
.notes{list-style:none;padding:0 0 0 .75rem;border-left:1px solid #c9ced6;border-left-color:var(--line);font-size:.9375rem;color:var(--soft)}
.doors{list-style:none;padding:0}
.doors li{margin:.75rem 0}
.g{fill:var(--fill)}.e{fill:none;stroke:var(--fill);stroke-width:1.2}.s,.d{fill:none;stroke:var(--fill)}.i{fill:var(--mark)}.x{fill:none;stroke:var(--paper);stroke-width:2.2}
@media (max-width:36rem){body{padding-top:1.25rem;font-size:1rem}h1{font-size:1.45rem}.acts,.pairs{grid-template-columns:1fr}.acts dd,.pairs dd{margin-bottom:.35rem}}
)css";

constexpr std::string_view print = R"css(
@media print{
body{max-width:none;padding:0;font-size:9.3pt;line-height:1.3}
h1{font-size:16pt}h2{font-size:12pt;margin:8pt 0 3pt;padding-top:4pt}h3{font-size:10.5pt;margin:6pt 0 2pt}.lead{font-size:12.5pt;margin:9pt 0 4pt}
p,ul,ol,dl,figure{margin:3pt 0}li{margin:1pt 0}.small,.notes{font-size:8.8pt}.acts dt{font-size:8.2pt}
ul,ol{padding-left:13pt}
.brand{margin-bottom:12pt;padding-bottom:5pt;border-bottom-width:2pt}
h1,h2,h3{break-after:avoid}
.finding{break-inside:avoid;margin:6pt 0;padding:0 0 0 8pt;border-left-width:3pt}
.finding p{margin:2.5pt 0}.finding h3{margin:0}.many{columns:2;column-gap:18pt}
.status>svg{width:10pt;height:10pt}.crowds svg{max-height:14pt;width:auto}
.acts{padding:2pt 6pt;gap:0 10pt;border:.5pt solid #c9ced6;border-color:var(--line);background:none}
.notes{padding-left:6pt}
.sheet{break-after:page;padding:0;font-size:10.5pt;line-height:1.4}
.page{font-size:11pt;line-height:1.4}.page h2{margin-top:11pt}.page p,.page ul,.page ol{margin:4pt 0}
.sheet h2{margin-top:11pt}.sheet p,.sheet ul,.sheet ol{margin:4pt 0}.sheet+div>h2:first-child{margin-top:0;border-top:0;padding-top:0}
li,.sign,.band,.pairs dt{break-inside:avoid}
.doors{columns:2;column-gap:18pt}.doors li{margin:0 0 5pt;break-inside:avoid}.doors svg{height:11pt;width:auto}
p{orphans:3;widows:3}
.g,.s,.d,.e,.i{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
)css";

// Without `:has` the rows stay as they are listed, and the buttons are not shown.
constexpr std::string_view clients = R"css(
body{max-width:64rem}
.order{display:none}
@supports selector(:has(*)){.order{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:.75rem 0}}
.clients [role=table]{display:flex;flex-direction:column}
.fillings{position:absolute}
.clients [role=row]{display:grid;grid-template-columns:2fr 1.7fr 2.6fr 1.3fr 1.6fr;gap:0 1rem;padding:.35rem 0;border-bottom:1px solid var(--line)}
.c3 [role=row]{grid-template-columns:2fr 1.7fr 2.6fr}.c4 [role=row]{grid-template-columns:2fr 1.7fr 2.6fr 1.6fr}
.clients b{font-weight:600}.clients .head{font-size:.875rem;color:var(--soft)}
.clients svg{display:block;width:100%;height:.8rem;margin:.3rem 0 .1rem}
.clients:has(#order1:checked) [role=row]{order:var(--n)}
.clients:has(#order2:checked) [role=row]{order:var(--p)}
.clients .head{order:-1!important}
@media (max-width:44rem){.clients [role=row]{grid-template-columns:1fr 1fr}.clients .head{display:none}.clients [role=rowheader]{grid-column:1/-1}}
@media print{.order{display:none}.clients [role=row]{break-inside:avoid;padding:2pt 0}.clients svg{height:6pt}}
)css";

/// A text inside a CSS string: whatever is not plainly harmless becomes an escape, so that nothing in it ends the
/// string, the rule or the element.
std::string css_string(std::string_view text) {
  std::string string = "\"";
  for (const char byte : harmless(text)) {
    const bool is_plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                          (byte >= 'a' && byte <= 'z') || byte == ' ' || byte == ',' || byte == '.' ||
                          static_cast<unsigned char>(byte) >= 0x80;
    if (is_plain)
      string += byte;
    else
      string += fmt::format("\\{:X} ", static_cast<unsigned char>(byte));  // the blank ends the escape
  }
  return string + "\"";
}

std::string_view name(Paper paper) { return paper == Paper::Letter ? "letter" : "A4"; }

}  // namespace

std::string style_sheet(const Canvas& canvas, std::string_view foot) {
  std::string sheet = fmt::format(
      "@page{{size:{};margin:13mm 15mm 14mm;@bottom-left{{content:{};font:8pt sans-serif;color:#474f5b}}"
      "@bottom-right{{content:\"page \" counter(page) \" of \" counter(pages);font:8pt sans-serif;color:#474f5b}}}}\n"
      ":root{{--accent:{}}}",
      name(canvas.paper), css_string(foot), canvas.brand.accent.empty() ? usual_accent : canvas.brand.accent);
  sheet += colours;
  sheet += letter;
  sheet += print;
  return sheet;
}

std::string_view client_list_style() { return clients; }

}  // namespace candor
