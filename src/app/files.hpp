#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "candor/text/node.hpp"
#include "session.hpp"

/// The one place where files are read. Only ordinary files are: a folder, a device or a pipe
/// is refused in plain words, and nothing is read past its limit.
namespace candor::app {

/// Documents are only hashed, but they pass through memory.
inline constexpr std::size_t max_document_bytes = 256u << 20;

/// Why a file could not be read, as a diagnostic without its place.
struct FileFault {
  std::string code;
  std::string message;
  std::string hint;
};

using Bytes = std::variant<std::string, FileFault>;

[[nodiscard]] Bytes read_bytes(const std::string& path, std::size_t limit);

/// A file's bytes and where it lies: of the file that was opened, whatever took its name meanwhile.
struct Placed {
  std::string bytes;
  std::optional<std::string> relative;  ///< from the folder, every link followed; nothing: it lies outside
};
[[nodiscard]] std::variant<Placed, FileFault> read_placed(const std::string& folder, const std::string& path,
                                                          std::size_t limit);

[[nodiscard]] bool exists(const std::string& path);
/// Why nobody can tell whether something is there, as in a folder that must not be entered; nothing when one can.
[[nodiscard]] std::optional<FileFault> why_hidden(const std::string& path);
[[nodiscard]] bool is_folder(const std::string& path);

/// True when nothing is there, or something else; a folder that cannot be looked at is still one.
[[nodiscard]] bool is_no_folder(const std::string& path);

/// True too when nobody can tell.
[[nodiscard]] bool is_same_file(const std::string& a, const std::string& b);

/// `folder/name` as a user would write it.
[[nodiscard]] std::string join(const std::string& folder, const std::string& name);

/// More files than this no folder of a client has.
inline constexpr std::size_t most_names = 10'000;

/// The names in a folder of a client, sorted; none when there is no such folder. Complains when it cannot be listed,
/// leads out of the client's folder or holds too many: what lies there must not be passed over.
[[nodiscard]] std::vector<std::string> names_in(const std::string& client, const std::string& name, Session& session);

/// The same of any folder, which may hold at most so many.
[[nodiscard]] std::vector<std::string> names_of(const std::string& folder, std::size_t most, Session& session);

/// Where a path that a file names leads, when that lies inside the folder: relative, without
/// `..`, and no symbolic link leads out. Otherwise why not.
struct Resolved {
  std::string path;      ///< to open it
  std::string relative;  ///< from the folder, with `/` between the names
};
[[nodiscard]] std::variant<Resolved, FileFault> resolve_inside(const std::string& folder, const std::string& relative);

/// The bytes of a file that another file names, if it lies inside the folder as above (`proof-file`).
[[nodiscard]] Bytes read_inside(const std::string& folder, const std::string& relative, std::size_t limit);

/// Where a file that need not be there yet lies inside a folder, every link on the way followed; nothing when it lies
/// outside. A fault when nobody can tell.
using Inside = std::optional<std::string>;
[[nodiscard]] std::variant<Inside, FileFault> would_lie_at(const std::string& folder, const std::string& path);

/// Reads a YAML or JSON file into the session under the given name; complains when that fails.
[[nodiscard]] std::optional<yaml::Tree> read_tree(const std::string& path, Session& session);

/// Reads a file that belongs to a folder: it must not be a link that leads out. As bytes, or at once as a tree.
[[nodiscard]] Bytes read_member(const std::string& folder, const std::string& name);
[[nodiscard]] std::optional<yaml::Tree> read_tree_inside(const std::string& folder, const std::string& name,
                                                         Session& session);

/// The tree of bytes that were read; complains when they were not.
[[nodiscard]] std::optional<yaml::Tree> add_tree(const std::string& name, Bytes bytes, Session& session);

/// The same of a file that candor wrote as JSON, as strict.
[[nodiscard]] std::optional<yaml::Tree> add_json_tree(const std::string& name, Bytes bytes, Session& session);

/// The same of a source of the session. `no_text` and `hint` are the complaint about a byte that no text has.
[[nodiscard]] std::optional<yaml::Tree> parse_json_text(std::uint32_t file, std::string_view no_text,
                                                        std::string_view hint, Session& session);

/// Standard input to its end, as it comes or read as a tree.
[[nodiscard]] Bytes read_standard_input_bytes(std::size_t limit = yaml::max_file_bytes);
[[nodiscard]] std::optional<yaml::Tree> read_standard_input(Session& session);

/// An ordinary file, a pipe or standard input (`-`), read from its beginning to its end.
class StreamFile {
 public:
  [[nodiscard]] static std::variant<StreamFile, FileFault> open(const std::string& path);
  StreamFile(StreamFile&& other) noexcept;
  StreamFile& operator=(StreamFile&&) = delete;
  ~StreamFile();

  /// Puts at most `most` bytes more at the end of a buffer. Why not, when that fails.
  [[nodiscard]] std::optional<FileFault> read(std::string& buffer, std::size_t most, bool& is_at_end);

  /// So many bytes from an offset on; nothing where they are not there, or the file is no ordinary one.
  [[nodiscard]] std::optional<std::string> read_at(std::uint64_t offset, std::size_t size) const;

 private:
  StreamFile(int descriptor, bool is_ours) : descriptor_(descriptor), is_ours_(is_ours) {}
  int descriptor_;
  bool is_ours_;
};

/// A complaint about a file as a whole.
void complain_about_file(const std::string& name, const FileFault& fault, Session& session);

}  // namespace candor::app
