#include "app/present.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <string_view>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "app/exit_status.hpp"
#include "app/output.hpp"
#include "app/pdf_engine.hpp"
#include "app/terminal.hpp"

namespace candor::app {

namespace {

/// A workbook or a PDF on a terminal is noise, and the terminal may obey some of it.
bool is_kept_off_terminal(const Settings& settings, const std::optional<std::string>& output) {
  const bool is_binary = settings.exporter != nullptr ? settings.exporter->is_binary : settings.renderer->is_printed;
  if (!is_binary || (output && *output != "-") || !standard_output_terminal().is_there) return false;
  const auto format = settings.exporter != nullptr ? settings.exporter->name : settings.renderer->name;
  complain(fmt::format("`{}` is not for a terminal", format), fmt::format("write it to a file: -o report.{}", format));
  return true;
}

/// Where office paper is Letter; everywhere else it is A4 (Unicode CLDR, supplemental data, paperSize).
constexpr std::array<std::string_view, 14> letter_countries{"BZ", "CA", "CL", "CO", "CR", "GT", "MX",
                                                            "NI", "PA", "PH", "PR", "SV", "US", "VE"};

Canvas canvas_for(const Report& report, const Settings& settings) {
  Canvas canvas = settings.canvas;
  const std::string_view country =
      report.assessment ? std::string_view{report.assessment->inventory->client.country} : std::string_view{};
  const bool is_letter = std::ranges::find(letter_countries, country) != letter_countries.end();
  canvas.paper = settings.paper.value_or(is_letter ? Paper::Letter : Paper::A4);
  return canvas;
}

int write_pdf(std::string_view page, const Settings& settings, const std::optional<std::string>& output,
              const Session& session) {
  const std::string named = settings.pdf_engine ? settings.pdf_engine->value : std::string{};
  const auto engine = find_pdf_engine(named);
  const auto printed = engine ? print_pdf(*engine, page) : std::variant<std::string, PdfFault>{no_pdf_engine(named)};
  if (const auto* fault = std::get_if<PdfFault>(&printed)) {
    complain(fault->message, fault->hint);
    return exit_status::not_written;
  }
  return write_result(std::get<std::string>(printed), output, session);
}

}  // namespace

int present(const Report& report, const Settings& settings, const std::optional<std::string>& output,
            const Session& session) {
  if (is_kept_off_terminal(settings, output)) return exit_status::command_line;
  try {
    if (settings.exporter == nullptr) {
      const auto bytes = settings.renderer->render(report, canvas_for(report, settings));
      return settings.renderer->is_printed ? write_pdf(bytes, settings, output, session)
                                           : write_result(bytes, output, session);
    }
    if (const auto bytes = settings.exporter->write(report, session.sources))
      return write_result(*bytes, output, session);
    complain(fmt::format("`{}` cannot be made: its library is not installed, or no temporary file can be written",
                         settings.exporter->name),
             "the README names what it needs; TMPDIR names the folder for temporary files");
    return exit_status::not_written;
  } catch (const std::bad_alloc&) {
    write_to_standard_error("candor: error: out of memory while writing the result\n");
    return exit_status::not_written;
  }
}

int present_words(const Report& report, const Settings& settings, const std::optional<std::string>& output,
                  Session& session) {
  if (settings.exporter != nullptr && !settings.is_format_asked) {
    auto on_screen = settings;  // the usual format is for assessments; this is none
    on_screen.exporter = nullptr;
    on_screen.renderer = renderers().data();
    return present(report, on_screen, output, session);
  }
  if (settings.exporter != nullptr) {
    session.refuse(fmt::format("`{}` is a format for assessments only", settings.exporter->name),
                   fmt::format("this can be shown as `{}`", renderers().front().name));
    return exit_status::command_line;
  }
  return present(report, settings, output, session);
}

}  // namespace candor::app
