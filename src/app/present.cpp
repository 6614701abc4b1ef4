#include "app/present.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "app/exit_status.hpp"
#include "app/output.hpp"
#include "app/pdf_engine.hpp"
#include "app/redaction.hpp"
#include "app/terminal.hpp"
#include "candor/text/utf8.hpp"

namespace candor::app {

namespace {

/// A workbook or a PDF on a terminal is noise, and the terminal may obey some of it.
bool is_kept_off_terminal(const Target& target) {
  if (!target.format.is_binary() || target.file || !standard_output_terminal().is_there) return false;
  complain(fmt::format("`{}` is not for a terminal", target.format.name()),
           fmt::format("write it to a file: -o report{}", target.format.ending()));
  return true;
}

/// Where office paper is Letter; everywhere else it is A4 (Unicode CLDR, supplemental data, paperSize).
constexpr std::array<std::string_view, 14> letter_countries{"BZ", "CA", "CL", "CO", "CR", "GT", "MX",
                                                            "NI", "PA", "PH", "PR", "SV", "US", "VE"};

Canvas canvas_for(const Report& report, const Settings& settings, const Target& target) {
  Canvas canvas = settings.canvas;
  canvas.color = canvas.color && !target.file;
  const std::string_view country =
      report.assessment ? std::string_view{report.assessment->inventory->client.country} : std::string_view{};
  const bool is_letter = std::ranges::find(letter_countries, country) != letter_countries.end();
  canvas.paper = settings.paper.value_or(is_letter ? Paper::Letter : Paper::A4);
  return canvas;
}

/// The page as a PDF; nothing, with a complaint, when it cannot be printed.
std::optional<std::string> print(std::string_view page, const Settings& settings, const Session& session) {
  const std::string named = settings.pdf_engine ? settings.pdf_engine->value : std::string{};
  const auto engine = find_pdf_engine(named);
  auto printed = engine ? print_pdf(*engine, page) : std::variant<std::string, PdfFault>{no_pdf_engine(named)};
  if (const auto* fault = std::get_if<PdfFault>(&printed)) {
    session.complain(fault->message, fault->hint);
    return std::nullopt;
  }
  return std::get<std::string>(std::move(printed));
}

/// The bytes of one result; nothing, with a complaint, when it cannot be made.
std::optional<std::string> make(const Report& report, const Settings& settings, const Target& target,
                                const Session& session) {
  const auto& format = target.format;
  try {
    if (format.renderer != nullptr) {
      auto bytes = format.renderer->render(report, canvas_for(report, settings, target));
      return format.renderer->is_printed ? print(bytes, settings, session) : std::optional{std::move(bytes)};
    }
    auto bytes = session.redacts ? format.exporter->write(report, session.stand_ins_for_sources())
                                 : format.exporter->write(report, session.sources);
    if (!bytes)
      complain(
          fmt::format(
              "`{}` cannot be made: its library is not installed or failed, or there is no room for temporary files",
              format.name()),
          "`candor --version --verbose` names the library; TMPDIR names the folder for temporary files");
    return bytes;
  } catch (const std::bad_alloc&) {
    write_to_standard_error("candor: error: out of memory while writing the result\n");
    return std::nullopt;
  }
}

/// Of several results some were written and one was not: which are there.
void name_written(const std::vector<std::string>& written, const Session& session) {
  if (written.empty()) return;
  const auto names = fmt::format("{}", fmt::join(written, ", "));
  write_to_standard_error(
      fmt::format("candor: written all the same: {}\n", show_hostile(session.redacts ? without_quotes(names) : names)));
}

}  // namespace

int present(const Report& report, const Report& for_machines, const Settings& settings, const Session& session) {
  if (std::ranges::any_of(settings.targets, is_kept_off_terminal)) return exit_status::command_line;
  std::vector<std::optional<std::string>> results;
  for (const auto& target : settings.targets)
    results.push_back(make(target.format.exporter ? for_machines : report, settings, target, session));
  int status = exit_status::done;
  std::vector<std::string> written;
  for (std::size_t i = 0; i < results.size(); ++i) {
    const auto& file = settings.targets[i].file;
    if (results[i] && write_result(*results[i], file, session) == exit_status::done)
      written.push_back(file ? fmt::format("`{}`", *file) : std::string{"standard output"});
    else
      status = exit_status::not_written;
  }
  if (status != exit_status::done) name_written(written, session);
  return status;
}

int present_words(const Report& report, const Settings& settings, Session& session) {
  const auto& target = settings.targets.front();  // these verbs take one
  const bool can_show = report.comparison ? target.format.compares() : !target.format.is_for_assessments();
  if (can_show) return present(report, report, settings, session);
  if (target.is_format_asked) {
    session.refuse(fmt::format("`{}` is a format for assessments only", target.format.name()),
                   fmt::format("this can be shown as `{}`", all_formats().front().name()));
    return exit_status::command_line;
  }
  auto on_screen = settings;  // the usual format is for assessments; this is none
  on_screen.targets.front().format = all_formats().front();
  return present(report, report, on_screen, session);
}

}  // namespace candor::app
