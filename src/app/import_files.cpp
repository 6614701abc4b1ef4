#include "app/import_files.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "app/files.hpp"
#include "candor/text/sha256.hpp"

namespace candor::app {

namespace {

constexpr std::size_t max_import_bytes = 128u << 20u;  // of all files together: each of them stays in memory

std::optional<ImportFile> read_file(const std::string& path, std::size_t limit, Session& session) {
  auto bytes = path == "-" ? read_standard_input_bytes(limit) : read_bytes(path, limit);
  if (const auto* fault = std::get_if<FileFault>(&bytes)) {
    complain_about_file(path, *fault, session);
    return std::nullopt;
  }
  const auto file = session.sources.add(path, std::move(std::get<std::string>(bytes)));
  return ImportFile{file, session.sources.at(file).bytes};
}

bool is_same(const Statement& a, const Statement& b) {
  return a.fact == b.fact && a.part == b.part && a.value == b.value && a.kind == b.kind && a.date == b.date &&
         a.where == b.where && a.note == b.note;
}

}  // namespace

ImportedFiles read_files(const Importer& importer, const std::vector<std::string>& paths,
                         const std::optional<std::string>& map, Session& session) {
  ImportedFiles read;
  read.import.tool = importer.name;
  read.import.program = importer.program;
  std::size_t size = 0;
  for (const auto& path : paths) {
    const auto file = read_file(path, importer.limit, session);
    if (!file) continue;
    size += file->bytes.size();
    if (size > max_import_bytes) {
      session.diagnostics.error(
          {file->file, 0, 0}, "too-large",
          fmt::format("the files to import are larger than {} MiB together", max_import_bytes >> 20u),
          "import fewer of them at once");
      return read;
    }
    read.files.push_back(*file);
    read.import.files.push_back({std::filesystem::path{path}.filename().string(), sha256(file->bytes)});
  }
  if (map) read.map = read_file(*map, yaml::max_file_bytes, session);
  if (read.map) read.import.files.push_back({std::filesystem::path{*map}.filename().string(), sha256(read.map->bytes)});
  if (!read.import.files.empty()) read.import.sha256 = digest_of(read.import.files);
  return read;
}

std::optional<std::string> find_imported(const std::string& folder, const Import& import, Session& session) {
  for (const auto& name : names_in(folder, "evidence", session)) {
    if (!name.ends_with(".yaml")) continue;
    const auto bytes = read_member(folder, "evidence/" + name);
    if (const auto* fault = std::get_if<FileFault>(&bytes))
      complain_about_file(join(folder, "evidence/" + name), *fault, session);
    const auto* text = std::get_if<std::string>(&bytes);
    if (text == nullptr || text->find(fmt::format("\n  tool: {}\n", import.tool)) == std::string::npos) continue;
    if (text->find(fmt::format("\n  sha256: {}\n", import.sha256)) != std::string::npos) return "evidence/" + name;
  }
  return std::nullopt;
}

std::string free_name(const std::string& folder, const Import& import, Date date) {
  constexpr std::size_t digits = 8;
  const auto stem = fmt::format("evidence/{}-{}-{}", import.tool, to_iso(date), import.sha256.substr(0, digits));
  auto name = stem + ".yaml";
  constexpr int last = 999;  // whoever cannot be told what is there is told when it is written
  for (int number = 2; number <= last && exists(join(folder, name)); ++number)
    name = fmt::format("{}-{}.yaml", stem, number);
  return name;
}

bool reads_back(const std::string& name, const std::string& text, const Brought& brought, const Inventory& inventory,
                const ReadContext& context, Session& session) {
  Inventory read = inventory;  // a part, a party: whatever a later run will hold the file against
  const auto statements = read.statements.size();
  read.offered.clear();
  read.agreed.clear();
  read.declined.clear();
  const auto file = session.sources.add(name + " (not written)", text);
  if (const auto tree = yaml::parse(session.sources, file, session.diagnostics))
    read_evidence_file(*tree, context, read, session.diagnostics);
  if (session.diagnostics.has_errors()) return false;
  const auto first = read.statements.begin() + static_cast<std::ptrdiff_t>(statements);
  return std::equal(first, read.statements.end(), brought.statements.begin(), brought.statements.end(), is_same) &&
         read.offered.size() == brought.offered.size() && read.agreed.size() == brought.agreed.size() &&
         read.declined.size() == brought.declined.size();
}

}  // namespace candor::app
