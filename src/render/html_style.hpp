#pragma once

#include <string>
#include <string_view>

#include "candor/render/render.hpp"

namespace candor {

/// The style sheet of a page: screen and paper, light and dark. `foot` stands at the foot of
/// every printed sheet, beside the sheet's number; it may be any text.
///
/// Text keeps a contrast of at least 7:1 and graphics of 3:1 on their background (WCAG 2.2,
/// 1.4.6 and 1.4.11) in both colour schemes; tests/browser measures it.
[[nodiscard]] std::string style_sheet(const Canvas& canvas, std::string_view foot);

/// What a page with a list of clients needs besides.
[[nodiscard]] std::string_view client_list_style();

}  // namespace candor
