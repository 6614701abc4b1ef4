#include "app/present.hpp"

#include <new>

#include <fmt/format.h>

#include "app/exit_status.hpp"
#include "app/output.hpp"

namespace candor::app {

int present(const Report& report, const Settings& settings, const std::optional<std::string>& output,
            const Session& session) {
  try {
    const std::optional<std::string> bytes = settings.exporter != nullptr
                                                 ? settings.exporter->write(report, session.sources)
                                                 : settings.renderer->render(report, settings.canvas);
    if (bytes) return write_result(*bytes, output, session);
    complain(fmt::format("`{}` cannot be made: no temporary file can be written", settings.exporter->name),
             "TMPDIR names the folder for temporary files");
    return exit_status::not_written;
  } catch (const std::bad_alloc&) {
    write_to_standard_error("candor: error: out of memory while writing the result\n");
    return exit_status::not_written;
  }
}

int present_words(const Report& report, const Settings& settings, const std::optional<std::string>& output,
                  Session& session) {
  if (settings.exporter != nullptr) {
    session.refuse(fmt::format("`{}` is a format for assessments only", settings.exporter->name),
                   fmt::format("this can be shown as `{}`", renderers().front().name));
    return exit_status::command_line;
  }
  return present(report, settings, output, session);
}

}  // namespace candor::app
