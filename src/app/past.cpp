#include "app/past.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "app/exit_status.hpp"
#include "app/files.hpp"
#include "app/output.hpp"
#include "candor/read/builtin.hpp"
#include "candor/read/history.hpp"
#include "candor/read/read.hpp"
#include "candor/text/utf8.hpp"

namespace candor::app {

namespace {

constexpr std::string_view history = "history";
constexpr std::string_view ending = ".json";
constexpr int most_a_day = 999;
constexpr std::size_t size_of_day = 10;

std::optional<RecordedFile> file_named(const std::string& folder, const std::string& name) {
  if (!name.ends_with(ending) || name.size() <= size_of_day + ending.size() + 1) return std::nullopt;
  const auto day = parse_date(std::string_view{name}.substr(0, size_of_day));
  if (!day || name[size_of_day] != '-') return std::nullopt;
  auto stem = name.substr(size_of_day + 1, name.size() - ending.size() - size_of_day - 1);
  return RecordedFile{folder, join(join(folder, std::string{history}), name), *day, std::move(stem)};
}

std::string file_name(const Result& result, int number) {
  const auto first = fmt::format("{}-{}", to_iso(result.as_of), result.profile);
  return number == 1 ? fmt::format("{}{}", first, ending) : fmt::format("{}-{}{}", first, number, ending);
}

std::optional<HistoryEntry> entry_of(const std::optional<yaml::Tree>& tree, Session& session) {
  if (!tree) return std::nullopt;
  const auto told = session.diagnostics.all().size();
  auto entry = read_record(*tree, session.diagnostics);
  if (session.diagnostics.all().size() > told) return std::nullopt;
  return entry;
}

Place whole_file(const std::string& path, Session& session) {
  for (std::uint32_t file = 0; file < session.sources.size(); ++file)
    if (session.sources.at(file).name == path) return {file, 0, 0};
  return {session.sources.add(path, {}), 0, 0};
}

std::optional<Standard> standard_of(const Inputs& inputs, Session& session, Diagnostics& diagnostics) {
  Standard standard;
  standard.catalog = read_catalog(builtin_catalog(session.sources), diagnostics);
  std::optional<Profile> profile;
  for (const auto& file : inputs.files) {
    if (file.role != InputFile::Role::Profile) continue;
    auto next = read_profile(file.tree, standard.catalog, profile ? &*profile : nullptr, diagnostics);
    profile = std::move(next);
  }
  if (!profile) return std::nullopt;
  standard.profile = std::move(*profile);
  return standard;
}

void read_file(const InputFile& file, const ReadContext& context, Inventory& inventory, Diagnostics& diagnostics) {
  switch (file.role) {
    case InputFile::Role::Profile: return;
    case InputFile::Role::Inventory: inventory = read_inventory(file.tree, context, diagnostics); return;
    case InputFile::Role::Evidence: read_evidence_file(file.tree, context, inventory, diagnostics); return;
    case InputFile::Role::ForClients: read_provider_facts(file.tree, context, inventory, diagnostics); return;
    case InputFile::Role::Prices: read_prices(file.tree, context, inventory, diagnostics); return;
  }
}

/// The digests that were taken of documents whose entries name none.
void fill_in_digests(const std::vector<DocumentSeen>& documents, Inventory& inventory) {
  const auto fill_in = [&](const std::string& file, std::string& sha256) {
    if (file.empty() || !sha256.empty()) return;
    const auto seen = std::ranges::find(documents, file, &DocumentSeen::file);
    if (seen != documents.end()) sha256 = seen->sha256;
  };
  for (auto& statement : inventory.statements) fill_in(statement.file, statement.sha256);
  for (auto& decline : inventory.declined) fill_in(decline.signed_file, decline.signed_sha256);
}

/// Without the reasons of its limits, which name days: the same run says the same.
std::string without_reasons(std::string_view bytes) {
  constexpr std::string_view reason = "\n   \"why\": ";  // no other value of a record stands under this key so deep
  std::string kept;
  for (auto at = bytes.find(reason); at != std::string_view::npos; at = bytes.find(reason)) {
    kept += bytes.substr(0, at);
    bytes.remove_prefix(std::min(bytes.find('\n', at + 1), bytes.size()));
  }
  return kept += bytes;
}

bool is_of(const HistoryEntry& entry, const std::string& profile) { return entry.result.profile == profile; }

}  // namespace

Inputs inputs_of(LoadedClient& client) {
  Inputs inputs;
  inputs.program = "candor " CANDOR_VERSION;
  inputs.files = std::move(client.files);
  const auto add = [&](const std::string& file, const std::string& sha256) {
    if (!file.empty() && std::ranges::find(inputs.documents, file, &DocumentSeen::file) == inputs.documents.end())
      inputs.documents.push_back({file, sha256});
  };
  for (const auto& statement : client.inventory.statements) add(statement.file, statement.sha256);
  for (const auto& decline : client.inventory.declined) add(decline.signed_file, decline.signed_sha256);
  return inputs;
}

Inputs inputs_of(Standard& standard, LoadedClient& client) {
  auto inputs = inputs_of(client);
  inputs.files.insert(inputs.files.begin(), std::make_move_iterator(standard.files.begin()),
                      std::make_move_iterator(standard.files.end()));
  return inputs;
}

int number_of(const RecordedFile& file, std::string_view profile) {
  if (!std::string_view{file.stem}.starts_with(profile)) return 0;
  const auto rest = std::string_view{file.stem}.substr(profile.size());
  if (rest.empty()) return 1;
  int number = 0;
  const auto* end = rest.data() + rest.size();
  const auto [read, error] = std::from_chars(rest.data() + 1, end, number);
  const bool is_number = rest.front() == '-' && error == std::errc{} && read == end && number > 1;
  return is_number ? number : 0;
}

std::vector<RecordedFile> recorded_files(const std::string& folder, const std::string& profile, Session& session) {
  std::vector<RecordedFile> files;
  session.folders.push_back(folder);  // nothing that lies there is ever written over
  for (const auto& name : names_in(folder, std::string{history}, session))
    if (auto file = file_named(folder, name); file && (profile.empty() || number_of(*file, profile) > 0))
      files.push_back(std::move(*file));
  std::ranges::stable_sort(files, {}, [&](const RecordedFile& file) {
    return std::pair{file.as_of, number_of(file, profile)};
  });
  return files;
}

FileFault of_another_client(const Result& result, const Client& client) {
  return {"other-client", fmt::format("this is the result of `{}`", result.client),
          fmt::format("name one of `{}`", client.name)};
}

bool looks_like_record(std::string_view bytes) {
  constexpr std::size_t head = 100;
  const auto start = bytes.substr(0, head);
  return start.find("\"candor-record/") != std::string_view::npos ||
         start.find("\"candor-assessment/") != std::string_view::npos;
}

std::optional<HistoryEntry> load_record(const std::string& path, Session& session) {
  return load_record(path, read_bytes(path, largest_record), session);
}

std::optional<HistoryEntry> load_record(const std::string& path, Bytes bytes, Session& session) {
  return entry_of(add_json_tree(path, std::move(bytes), session), session);
}

std::optional<HistoryEntry> load_record(const RecordedFile& file, Session& session) {
  const auto name = fmt::format("{}/{}", history, std::filesystem::path{file.path}.filename().string());
  return load_record(file.path, read_inside(file.client.empty() ? "." : file.client, name, largest_record), session);
}

Inventory inventory_of(const Inputs& inputs, const ReadContext& context, Diagnostics& diagnostics) {
  Inventory inventory;
  for (const auto& file : inputs.files) read_file(file, context, inventory, diagnostics);
  fill_in_digests(inputs.documents, inventory);
  return inventory;
}

std::optional<HistoryEntry> load_result(const RecordedFile& file, Session& session) {
  Session reading;
  auto entry = load_record(file, reading);
  if (entry) entry->inputs = {};
  const auto& complaints = reading.diagnostics.all();
  if (complaints.empty()) return entry;
  const auto& source = reading.sources.at(complaints.front().place.file);
  const auto kept = session.sources.add(source.name, source.bytes);
  for (const auto& [severity, code, place, message, hint] : complaints)
    session.diagnostics.error({kept, place.line, place.column}, code, message, hint);
  return std::nullopt;
}

std::optional<Past> read_again(HistoryEntry entry, const std::string& path, Date latest, Session& session) {
  const auto place = whole_file(path, session);
  const auto& files = entry.inputs.files;
  if (std::ranges::find(files, InputFile::Role::Inventory, &InputFile::role) == files.end()) {
    session.diagnostics.error(place, "no-inputs",
                              "this file says what the assessment came to, not what it was made from",
                              "`-f record` and --record keep both");
    return std::nullopt;
  }
  Diagnostics diagnostics{session.sources};
  auto standard = standard_of(entry.inputs, session, diagnostics);
  Inventory inventory;
  if (standard) {
    const ReadContext context{standard->catalog, standard->profile, std::max(latest, entry.result.as_of)};
    inventory = inventory_of(entry.inputs, context, diagnostics);
  }
  // What was only worth a word then is not worth it now.
  for (const auto& found : diagnostics.all())
    if (found.severity == Severity::Error)
      session.diagnostics.error(found.place, found.code, found.message, found.hint);
  if (!standard)
    session.diagnostics.error(place, "no-inputs", "this record has no standard in it",
                              "take the file back as it was written");
  if (!standard || diagnostics.has_errors()) return std::nullopt;
  return Past{std::move(entry), std::move(*standard), std::move(inventory)};
}

std::optional<HistoryEntry> baseline_of(const std::string& folder, const Client& client, const std::string& profile,
                                        Date day, Session& session) {
  const auto files = recorded_files(folder, profile, session);
  std::optional<HistoryEntry> first;
  for (auto file = files.rbegin(); file != files.rend(); ++file) {
    if (file->as_of > day) continue;
    auto entry = load_result(*file, session);
    if (!entry) return std::nullopt;
    if (!is_of(*entry, profile)) continue;
    if (!is_of_client(entry->result, client)) {
      complain_about_file(file->path, of_another_client(entry->result, client), session);
      return std::nullopt;
    }
    if (entry->held()) return entry;
    first = std::move(entry);
  }
  return first;
}

int keep_record(const std::string& bytes, const Result& result, const std::string& folder) {
  const auto inside = join(folder, std::string{history});
  if (bytes.size() > largest_record) {
    complain(fmt::format("`{}` cannot be written into: the record is larger than {} MiB", inside, largest_record >> 20),
             "nobody could read it again; take apart what lies in evidence/");
    return exit_status::not_written;
  }
  if (const auto why = objection_to_folder(inside)) {
    complain(fmt::format("`{}` cannot be written into: {}", inside, *why));
    return exit_status::not_written;
  }
  for (int number = 1; number <= most_a_day; ++number) {
    const auto name = file_name(result, number);
    const auto path = join(inside, name);
    const auto there = read_bytes(path, largest_record);
    const auto* text = std::get_if<std::string>(&there);
    if (text != nullptr && without_reasons(*text) == without_reasons(bytes)) {
      write_to_standard_error(fmt::format("candor: recorded already: {}\n", show_hostile(path)));
      return exit_status::done;
    }
    if (text != nullptr || exists(path)) continue;
    const auto why = create_file_inside(folder, path, bytes);
    if (!why) {
      write_to_standard_error(fmt::format("candor: recorded: {}\n", show_hostile(path)));
      return exit_status::done;
    }
    if (exists(path)) {  // somebody else took the name at the same time: perhaps for the same
      --number;
      continue;
    }
    complain(fmt::format("`{}` cannot be written: {}", path, *why));
    return exit_status::not_written;
  }
  complain(fmt::format("`{}` cannot be written: this day has {} records already", inside, most_a_day));
  return exit_status::not_written;
}

}  // namespace candor::app
