#pragma once

#include <string>

#include "candor/render/render.hpp"

namespace candor {

/// For a screen: wrapped to its width, colour only where it has any.
[[nodiscard]] std::string render_terminal(const Report& report, const Canvas& canvas);

/// CommonMark. Nothing from a client's file becomes a link, a heading or a mention.
[[nodiscard]] std::string render_markdown(const Report& report, const Canvas& canvas);

/// One page of HTML, complete in itself: no script, nothing fetched, and a policy that says so.
[[nodiscard]] std::string render_html(const Report& report, const Canvas& canvas);

/// Markdown for the summary of a job in GitHub Actions: a table of what decides, page 1, the gaps. Under 1 MiB.
[[nodiscard]] std::string render_github_summary(const Report& report, const Canvas& canvas);

}  // namespace candor
