#include <array>

#include "candor/render/render.hpp"
#include "render/renderers.hpp"

namespace candor {

namespace {

// One row a format. The order here is the order in --help and the manual.
constexpr std::array table{
    Renderer{"terminal", "for reading on screen", "", render_terminal},
    Renderer{"markdown", "for wikis, tickets and e-mail", ".md", render_markdown},
    Renderer{"html", "one page that needs nothing else, for a browser", ".html", render_html},
    Renderer{"pdf", "the same page on paper", ".pdf", render_html, true},
    Renderer{"github-summary", "the summary of a job in GitHub Actions, as Markdown", ".summary.md",
             render_github_summary},
};

}  // namespace

std::span<const Renderer> renderers() { return table; }

}  // namespace candor
