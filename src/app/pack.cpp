#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "app/exit_status.hpp"
#include "app/files.hpp"
#include "app/load_client.hpp"
#include "app/load_profile.hpp"
#include "app/load_provider.hpp"
#include "app/output.hpp"
#include "app/past.hpp"
#include "app/portfolio_inputs.hpp"
#include "app/progress.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"
#include "app/verbs.hpp"
#include "candor/export/portfolio.hpp"
#include "candor/text/json.hpp"
#include "candor/text/sha256.hpp"

namespace candor::app {

namespace {

/// A pack that was written before. Only where its clients' lines stand is kept, so that memory does not grow with what
/// is known of them. A line that is none is passed over: that client is read again.
class LastPack {
 public:
  LastPack(const std::string& path, Session& session) {
    auto opened = StreamFile::open(path);
    if (auto* file = std::get_if<StreamFile>(&opened)) file_.emplace(std::move(*file));
    PortfolioInputs lines{{path}, session};
    while (const auto line = lines.next()) add(*line);
  }

  /// The client's line as it was written, where nothing changed since.
  [[nodiscard]] std::optional<std::string> find(const std::string& client, const std::string& digest) const {
    const auto known = places_.find(client);
    if (!file_ || known == places_.end() || known->second.digest != digest) return std::nullopt;
    return file_->read_at(known->second.offset, known->second.size);
  }

 private:
  struct Place {
    std::string digest;
    std::uint64_t offset = 0;
    std::size_t size = 0;
  };

  void add(const PortfolioInput& line) {
    Sources sources;
    Diagnostics diagnostics{sources};
    const auto file = sources.add(line.name, {});
    const auto tree = json::parse(line.bytes, {file, 1, 1}, diagnostics);
    if (!tree) return;
    const yaml::Node root{*tree, diagnostics};
    const auto path = root.find("path");
    const auto digest = root.find("digest");
    if (path && digest)
      places_[std::string{path->raw()}] = {std::string{digest->raw()}, line.offset, line.bytes.size()};
  }

  std::optional<StreamFile> file_;
  std::unordered_map<std::string, Place> places_;
};

/// The digest of all that a client is read from, names and bytes; nothing when one of them cannot be read: then reading
/// it again will say why.
class Fingerprint {
 public:
  explicit Fingerprint(Session& session) : session_(session) {}

  std::optional<std::string> of(const std::string& path, const Settings& settings, const std::string& standard) {
    all_ = fmt::format("{}\n{}\n", to_iso(settings.latest), standard);
    bool is_whole = true;
    if (!is_folder(path)) {
      is_whole = add(path);
    } else {
      for (const auto* name : {"inventory.yaml", "inventory.json"})
        if (exists(join(path, name))) is_whole = add(join(path, name)) && is_whole;
      is_whole = add_folder(path, "evidence") && is_whole;
    }
    if (settings.provider)
      for (const auto* name : {"for_clients.yaml", "prices.yaml"})
        if (const auto file = join(settings.provider->value, name); exists(file)) is_whole = add(file) && is_whole;
    if (!is_whole) return std::nullopt;
    return sha256(all_);
  }

 private:
  bool add_folder(const std::string& client, const std::string& folder) {
    bool is_whole = true;
    for (const auto& name : names_in(client, folder, session_)) {
      const auto inner = folder + "/" + name;
      const auto path = join(client, inner);
      is_whole = (is_folder(path) ? add_folder(client, inner) : add(path)) && is_whole;
    }
    return is_whole;
  }

  bool add(const std::string& path) {
    const auto bytes = read_bytes(path, max_document_bytes);
    const auto* text = std::get_if<std::string>(&bytes);
    if (text == nullptr) return false;
    all_ += fmt::format("{} {}\n", sha256(*text), path);
    return true;
  }

  Session& session_;
  std::string all_;
};

/// One client's line; nothing, with complaints, where it is not understood.
std::optional<std::string> pack_client(const std::string& path, const std::string& digest, const Settings& settings,
                                       const Standard& standard, Session& session) {
  const ReadContext context{standard.catalog, standard.profile, settings.latest};
  auto client = load_client(path, context, session);
  if (client) add_from_provider(settings, context, *client, session);
  if (!client || session.diagnostics.has_errors()) return std::nullopt;
  return pack_text(path, digest, inputs_of(*client));
}

}  // namespace

int pack(const Arguments& arguments) {
  Session session;
  const auto settings = settle(arguments, session);
  if (arguments.files.empty() && !arguments.list)
    session.refuse("`candor pack` needs PATH... or --list FILE", "clients' folders, or folders of them");
  const auto standard = load_standard(settings, session);
  if (const auto status = session.stop_if_faulty()) return *status;
  if (!standard) return exit_status::not_understood;

  std::optional<LastPack> last;
  if (arguments.last_pack && exists(*arguments.last_pack)) last.emplace(*arguments.last_pack, session);
  if (arguments.list) session.documents.push_back(*arguments.list);
  PortfolioInputs inputs{arguments.files, arguments.list, session};
  const auto target = arguments.outputs.empty() ? std::nullopt : std::optional{arguments.outputs.front()};
  ResultWriter writer{target == "-" ? std::nullopt : target, session};
  Progress progress{inputs.known_count()};
  const auto by = fmt::format("{} {}", standard->profile.id, standard->profile.version);
  bool is_understood = true;
  bool is_writing = true;
  while (auto input = inputs.next()) {
    Session reading;
    reading.color = session.color;
    if (input->kind != PortfolioInput::Kind::Path) {
      complain_about_file(input->name, {"no-folder", "a stream cannot be packed", "name the clients' folders"},
                          session);
      break;
    }
    const auto digest = Fingerprint{reading}.of(input->name, settings, by);
    auto line = last && digest ? last->find(input->name, *digest) : std::nullopt;
    if (line)
      *line += '\n';
    else
      line = pack_client(input->name, digest.value_or(""), settings, *standard, reading);
    if (target && has_read(reading, *target)) session.documents.push_back(*target);
    const auto complaints = reading.diagnostics.tell(reading.color);
    progress.clear_before(!complaints.empty());
    write_to_standard_error(complaints);
    is_understood = is_understood && line.has_value();
    is_writing = writer.write(line ? *line : unread_text(input->name));
    if (!is_writing) break;
    progress.step();
  }
  progress.clear();
  const auto faulty = session.stop_if_faulty();
  const auto written = writer.finish();
  if (written != exit_status::done || !is_writing) return exit_status::not_written;
  return faulty || !is_understood ? exit_status::not_understood : exit_status::done;
}

}  // namespace candor::app
