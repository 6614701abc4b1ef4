#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/files.hpp"
#include "app/load_client.hpp"
#include "app/load_profile.hpp"
#include "app/session.hpp"
#include "candor/model/history.hpp"

/// The assessments that `--record` keeps under `history/` in a client's folder.
namespace candor::app {

/// A recorded assessment by its file's name: `2026-11-21-minimum-standard.json`, the second of a day `…-2.json`.
struct RecordedFile {
  std::string client;  ///< the client's folder
  std::string path;    ///< `harbour-dental/history/2026-11-21-minimum-standard.json`
  Date as_of{};
  std::string stem;  ///< after the day: `minimum-standard-2`
};

/// Which of its day a record of a profile is: 1 for `cis-18`, 2 for `cis-18-2` where the profile is `cis-18`. 0 when it
/// cannot be one of that profile.
[[nodiscard]] int number_of(const RecordedFile& file, std::string_view profile);

/// What this run judges by and was told. The files move into it.
[[nodiscard]] Inputs inputs_of(Standard& standard, LoadedClient& client);
/// The same of the client alone.
[[nodiscard]] Inputs inputs_of(LoadedClient& client);

/// Those of a client's folder that may be of a profile (of any where it is empty), the oldest first. Complains when the
/// folder cannot be looked into.
[[nodiscard]] std::vector<RecordedFile> recorded_files(const std::string& folder, const std::string& profile,
                                                       Session& session);

/// The complaint about a record of another client.
[[nodiscard]] FileFault of_another_client(const Result& result, const Client& client);

/// More than any record has.
inline constexpr std::size_t largest_record = 64u << 20;

/// True for the beginning of a record, or of an assessment in the format `json`.
[[nodiscard]] bool looks_like_record(std::string_view bytes);

/// Reads either; complains when the file is neither.
[[nodiscard]] std::optional<HistoryEntry> load_record(const std::string& path, Session& session);
/// The same of bytes that were read.
[[nodiscard]] std::optional<HistoryEntry> load_record(const std::string& path, Bytes bytes, Session& session);

/// The same of a client's history, which must not be a link that leads out of its folder.
[[nodiscard]] std::optional<HistoryEntry> load_record(const RecordedFile& file, Session& session);

/// The same without what it was made from, of which nothing stays in memory: a history is long.
[[nodiscard]] std::optional<HistoryEntry> load_result(const RecordedFile& file, Session& session);

/// What a recorded assessment was made from, read again by this program.
struct Past {
  HistoryEntry entry;
  Standard standard;
  Inventory inventory;
};

/// The client that was read from them, its files in their order.
[[nodiscard]] Inventory inventory_of(const Inputs& inputs, const ReadContext& context, Diagnostics& diagnostics);

/// Nothing when the record does not hold it, or this program no longer understands it; the session says why.
[[nodiscard]] std::optional<Past> read_again(HistoryEntry entry, const std::string& path, Date latest,
                                             Session& session);

/// What a later run must not be worse than: the newest record up to a day whose limits held, whatever its verdict;
/// where none held, the first one. Complains about a record of another client.
[[nodiscard]] std::optional<HistoryEntry> baseline_of(const std::string& folder, const Client& client,
                                                      const std::string& profile, Date day, Session& session);

/// Writes a record under a name of its own and says so on standard error; what is there is never replaced, and the same
/// is not written twice. Returns done or not_written.
[[nodiscard]] int keep_record(const std::string& bytes, const Result& result, const std::string& folder);

}  // namespace candor::app
