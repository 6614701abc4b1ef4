// Files of other programs. The first line names the importer, of those that this target was built for; several files of
// one import are separated by the byte 1E, and an importer that takes a map of columns has it first. What is imported
// is written as evidence, must read back without a fault, and is judged.
#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "app/evidence_text.hpp"
#include "candor/import/import.hpp"
#include "candor/text/utf8.hpp"
#include "fuzz/flow.hpp"
#include "fuzz/laws.hpp"

namespace {

using namespace candor;

constexpr std::array family{CANDOR_FUZZ_IMPORTERS};
constexpr char separator = '\x1e';

std::vector<std::string_view> split(std::string_view bytes) {
  std::vector<std::string_view> parts;
  for (auto end = bytes.find(separator); end != std::string_view::npos; end = bytes.find(separator)) {
    parts.push_back(bytes.substr(0, end));
    bytes.remove_prefix(end + 1);
  }
  parts.push_back(bytes);
  return parts;
}

const Importer* find_importer(std::string_view name) {
  if (std::ranges::find(family, name) == family.end()) return nullptr;
  const auto found = std::ranges::find(importers(), name, &Importer::name);
  return found == importers().end() ? nullptr : &*found;
}

void check_evidence(const Importer& importer, Brought brought, Inventory client, unsigned chosen) {
  place(brought, {chosen % 4 == 0 ? "Server" : "", chosen % 4 == 1});
  app::Import import{.tool = std::string{importer.name},
                     .program = std::string{importer.program},
                     .files = {{"file", std::string(64, 'a')}},
                     .sha256 = std::string(64, 'a')};
  if (!brought.program.empty()) import.program = brought.program;
  brought = app::only_new(std::move(brought), client);
  if (brought.statements.empty() && brought.offered.empty() && brought.agreed.empty() && brought.declined.empty())
    return;
  const auto text = app::to_yaml(brought, import, fuzz::standard().catalog);
  fuzz::Input evidence{"evidence.yaml", text};
  const auto tree = yaml::parse(evidence.sources, evidence.file, evidence.diagnostics);
  if (tree) read_evidence_file(*tree, fuzz::context(), client, evidence.diagnostics);
  if (!tree || evidence.is_refused("imported evidence"))
    fuzz::fail("what was imported does not read back\n" + text + evidence.diagnostics.to_text());
  fuzz::judge_and_write(fuzz::standard().profile, client, evidence.sources, chosen);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = fuzz::view(data, size);
  const auto line_end = std::min(bytes.find('\n'), bytes.size());
  const auto* importer = find_importer(bytes.substr(0, line_end));
  if (importer == nullptr) return 0;
  const auto chosen = fuzz::chosen_by(bytes);
  Sources sources;
  Diagnostics diagnostics{sources};
  std::vector<ImportFile> files;
  for (const auto part : split(bytes.substr(std::min(line_end + 1, bytes.size())))) {
    const auto file = sources.add("file", std::string{part});
    files.push_back({file, sources.at(file).bytes});
  }
  Sources told;
  const auto client = fuzz::some_client(told);
  ImportContext context{.sources = sources,
                        .catalog = fuzz::standard().catalog,
                        .profile = fuzz::standard().profile,
                        .inventory = client,
                        .as_of = fuzz::today(),
                        .latest = fuzz::today(),
                        .dates = {}};
  if (chosen % 3 != 0) context.dates = chosen % 3 == 1 ? DayOrder::DayFirst : DayOrder::MonthFirst;
  if (chosen % 5 == 0) context.looked = fuzz::today();
  if (importer->takes_map) {
    context.map = files.front();
    files.erase(files.begin());
    if (files.empty()) return 0;
  }
  auto brought = importer->read(files, context, diagnostics);
  for (const bool is_colored : {false, true})
    fuzz::check_harmless(diagnostics.to_text(is_colored), "a complaint about an import", is_colored);
  if (!diagnostics.has_errors()) check_evidence(*importer, std::move(brought), client, chosen);
  return 0;
}
