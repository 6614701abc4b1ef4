#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "export/exporters.hpp"
#include "export/gap.hpp"
#include "export/place.hpp"
#include "export/plain_line.hpp"
#include "export/summary.hpp"

// Commands that GitHub's runner reads from a step's output and shows beside the file. Errors are what decides: limits
// that did not hold, and must-haves. Everything else is a warning. GitHub shows ten of each kind and drops the rest
// without a word, so the last line names what is left out.
namespace candor {

namespace {

constexpr std::size_t most_shown = 10;

struct Annotation {
  std::string title;
  std::vector<std::string> lines;
  Place place;
};

std::string escaped(std::string_view text, std::string_view live) {
  std::string made;
  for (const char c : text)
    made +=
        live.find(c) == std::string_view::npos ? std::string{c} : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return made;
}

/// As @actions/core escapes them.
std::string property(std::string_view text) { return escaped(plain_line(text), "%\r\n:,"); }
std::string data(const std::vector<std::string>& lines) {
  std::string made;
  for (const auto& line : lines) made += (made.empty() ? "" : "%0A") + escaped(plain_line(line), "%\r\n");
  return made;
}

std::string command(std::string_view kind, const Annotation& note, const Sources& files) {
  return fmt::format("::{} file={},line={},title={}::{}\n", kind, property(path_of(note.place, files)),
                     line_of(note.place), property(note.title), data(note.lines));
}

}  // namespace

std::string export_github(const Report& report, const Sources& files) {
  const auto& assessment = *report.assessment;
  std::vector<Annotation> errors;
  std::vector<Annotation> warnings;
  for (const auto& limit : report.limits)
    if (!limit.held) errors.push_back({limit.asked, {limit.why}, assessment.inventory->place});
  for (const auto& gap : gaps_of(report)) {
    Annotation note{title_with_id(*gap.control), {gap.headline}, place_of(assessment, *gap.finding)};
    for (const auto& [label, text] : gap.rows) note.lines.push_back(fmt::format("{}: {}", label, text));
    (gap.is_gate() ? errors : warnings).push_back(std::move(note));
  }
  std::string text;
  std::vector<std::string> last{verdict_sentence(report)};
  for (const auto& [kind, notes] : {std::pair{"error", &errors}, {"warning", &warnings}})
    for (std::size_t i = 0; i < notes->size(); ++i) {
      if (i < most_shown)
        text += command(kind, (*notes)[i], files);
      else
        last.push_back(fmt::format("not shown, {}: {}", kind, (*notes)[i].title));
    }
  last.push_back(counts_line(report));
  return text + command("notice", {"candor", last, assessment.inventory->place}, files);
}

}  // namespace candor
