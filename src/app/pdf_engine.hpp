#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace candor::app {

/// Another program that prints our page as a PDF.
struct PdfEngine {
  enum class Kind { Browser, WeasyPrint };
  std::string path;
  Kind kind = Kind::Browser;
};

/// The engine that was named, by its path or its name, or else the first one installed of
/// Chromium, Chrome, Edge and WeasyPrint. Nothing when there is none.
[[nodiscard]] std::optional<PdfEngine> find_pdf_engine(std::string_view named);

/// The name of a program that we would look for ourselves. No file may name another one to be run.
[[nodiscard]] bool is_known_pdf_engine(std::string_view name);

/// Why there is no PDF, and what to do about it.
struct PdfFault {
  std::string message;
  std::string hint;
};

/// Prints a page that is complete in itself. The engine gets a folder of its own, which is
/// removed afterwards, also when we are interrupted: nothing to open but the page, a minute,
/// and a browser besides a fresh profile and no network.
[[nodiscard]] std::variant<std::string, PdfFault> print_pdf(const PdfEngine& engine, std::string_view page);

/// What to say when no engine is found.
[[nodiscard]] PdfFault no_pdf_engine(std::string_view named);

}  // namespace candor::app
