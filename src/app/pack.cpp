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
#include "app/fingerprint.hpp"
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
#include "app/version.hpp"
#include "candor/export/portfolio.hpp"
#include "candor/text/json.hpp"

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
  [[nodiscard]] std::optional<std::string> find(const std::string& client, Fingerprint& fingerprint) const {
    const auto known = places_.find(client);
    if (!file_ || known == places_.end()) return std::nullopt;
    const auto& [provider, digest, offset, size] = known->second;
    if (digest.empty() || fingerprint.of(client, provider) != digest) return std::nullopt;
    return file_->read_at(offset, size);
  }

 private:
  struct Place {
    std::string provider;
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
    const auto provider = root.find("provider");
    if (root.find("candor_pack") && root.find("inputs") && path && digest)
      places_[std::string{path->raw()}] = {std::string{provider ? provider->raw() : std::string_view{}},
                                           std::string{digest->raw()}, line.offset, line.bytes.size()};
  }

  std::optional<StreamFile> file_;
  std::unordered_map<std::string, Place> places_;
};

/// Whether a client may be read from the file that the pack is to go to: then it is read again, to know.
bool may_be_of(const std::string& client, const std::optional<std::string>& target) {
  if (!target || !exists(*target)) return false;
  const auto place = would_lie_at(client, *target);
  return std::holds_alternative<FileFault>(place) || std::get<Inside>(place).has_value();
}

/// One client's line; nothing, with complaints, where it is not understood.
std::optional<std::string> pack_client(const std::string& path, Fingerprint& fingerprint, const Settings& settings,
                                       const Standard& standard, Session& session) {
  const ReadContext context{standard.catalog, standard.profile, settings.latest};
  auto client = load_client(path, context, session);
  if (client) add_from_provider(settings, context, *client, session);
  if (!client || session.diagnostics.has_errors()) return std::nullopt;
  const auto provider = provider_folder(settings, *client);
  return pack_text(path, fingerprint.of(path, provider).value_or(""), provider, inputs_of(*client));
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
  if (arguments.list) session.documents.push_back(*arguments.list == "-" ? "/dev/stdin" : *arguments.list);
  PortfolioInputs inputs{arguments.files, arguments.list, session};
  const auto target = arguments.outputs.empty() ? std::nullopt : std::optional{arguments.outputs.front()};
  ResultWriter writer{target == "-" ? std::nullopt : target, session};
  Progress progress{inputs.known_count()};
  // What an older program took in is read again: it may have passed over what this one refuses.
  Fingerprint fingerprint{fmt::format("{}{} {}", version(), standard->profile.id, standard->profile.version)};
  bool is_understood = true;
  bool is_writing = true;
  std::size_t packed = 0;
  while (auto input = inputs.next()) {
    Session reading;
    reading.color = session.color;
    std::optional<std::string> line;
    if (input->kind != PortfolioInput::Kind::Path)
      complain_about_file(input->name, {"no-folder", "a stream cannot be packed", "name the clients' folders"},
                          reading);
    else if (line = last && !may_be_of(input->name, target) ? last->find(input->name, fingerprint) : std::nullopt; line)
      *line += '\n';
    else
      line = pack_client(input->name, fingerprint, settings, *standard, reading);
    if (target && has_read(reading, *target)) session.documents.push_back(*target);
    const auto complaints = reading.diagnostics.tell(reading.color);
    progress.clear_before(!complaints.empty());
    write_to_standard_error(complaints);
    is_understood = is_understood && line.has_value();
    if (line) ++packed;
    is_writing = writer.write(line ? *line : unread_text(input->name));
    if (!is_writing) break;
    progress.step();
  }
  progress.clear();
  const auto faulty = session.stop_if_faulty();
  // A slip in a path must not empty the last pack.
  if (packed == 0 && is_writing) return stop_without_clients(faulty || !is_understood, session);
  const auto written = writer.finish();
  if (written != exit_status::done || !is_writing) return exit_status::not_written;
  return faulty || !is_understood ? exit_status::not_understood : exit_status::done;
}

}  // namespace candor::app
