#include "import/scan_files.hpp"

#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "import/json.hpp"
#include "import/looks.hpp"

namespace candor {

namespace {

struct Documents {
  std::vector<yaml::Tree> scans;
  std::optional<KnownExploited> list;
};

/// Words or XML, which the reader of JSON would take for broken JSON.
bool is_other_text(std::string_view bytes) {
  const auto first = bytes.find_first_not_of(" \t\r\n");
  return !looks_like_json(bytes) && first != std::string_view::npos && static_cast<unsigned char>(bytes[first]) < 0x80;
}

Documents sort(Files files, const ImportContext& context, Diagnostics& diagnostics, const ScanFormat& format) {
  Documents documents;
  const auto complain = [&](Place place, std::string_view code, std::string_view message, std::string_view hint) {
    diagnostics.error(place, code, std::string{message}, std::string{hint});
  };
  for (const auto& file : files) {
    if (is_other_text(file.bytes)) {
      complain({file.file, 0, 0}, "unknown-format", format.otherwise, format.hint);
      continue;
    }
    auto tree = read_json(file, diagnostics);
    if (!tree) continue;
    const yaml::Node root{*tree, diagnostics};
    if (format.is_scan(root))
      documents.scans.push_back(std::move(*tree));
    else if (!is_known_exploited(root))
      complain(root.place(), "unknown-format", format.otherwise, format.hint);
    else if (documents.list)
      complain(root.place(), "too-many-files", "two lists of flaws that criminals use are here",
               "take the newer one alone");
    else
      documents.list = read_known_exploited(root, context);
  }
  if (documents.scans.empty() && !diagnostics.has_errors())
    complain({files.front().file, 0, 0}, "unknown-format", "there is no scan here",
             "a list of flaws alone says nothing of the client: import it together with a scan");
  return documents;
}

}  // namespace

Brought import_scans(Files files, const ImportContext& context, Diagnostics& diagnostics, const ScanFormat& format) {
  const auto documents = sort(files, context, diagnostics, format);
  std::vector<Brought> looks;
  for (const auto& tree : documents.scans) {
    const yaml::Node root{tree, diagnostics};
    const auto scan = format.read(root);
    const auto day = day_of_look(scan.day, root.place(), context, diagnostics);
    if (!day) continue;
    Look look{context, *day};
    if (!scan.day.stated && !context.looked)
      look.not_seen(fmt::format("The day of the scan of {}: the file does not say it, but was made on {} or later.",
                                kept(scan.part, 60), to_iso(*day)));
    tell(scan, documents.list ? &*documents.list : nullptr, context, look);
    look.not_seen("Everything outside of what was scanned: the file speaks for that alone.");
    if (!documents.list)
      look.not_seen(
          "Which of the flaws criminals use: import the scan again together with CISA's list "
          "(known_exploited_vulnerabilities.json).");
    looks.push_back(look.take());
  }
  if (diagnostics.has_errors()) return {};
  auto all = together(std::move(looks));
  if (documents.list) all.scope += fmt::format("; held against CISA's list of {}", to_iso(documents.list->released));
  return all;
}

}  // namespace candor
