#include "app/judge_many.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "app/files.hpp"
#include "app/load_client.hpp"
#include "app/load_provider.hpp"
#include "app/output.hpp"
#include "app/past.hpp"
#include "candor/assess/assess.hpp"
#include "candor/assess/portfolio.hpp"
#include "candor/compose/compose.hpp"
#include "candor/export/export.hpp"
#include "candor/read/history.hpp"
#include "candor/read/portfolio.hpp"
#include "candor/text/quoted.hpp"

namespace candor::app {

namespace {

/// A folder, or a stream and the line where it begins.
std::string label_of(const PortfolioInput& input) {
  return input.kind == PortfolioInput::Kind::Path || input.line == 0
             ? input.name
             : fmt::format("{}, line {}", input.name, input.line);
}

/// A line of a JSON stream as a tree; the same strictness as for any file.
std::optional<yaml::Tree> read_line(const PortfolioInput& input, Session& session) {
  const auto file = session.sources.add(fmt::format("{}, line {}", input.name, input.line), input.bytes);
  return parse_json_text(file, "this byte is no part of a text", "", session);
}

std::optional<yaml::Tree> read_document(const PortfolioInput& input, Session& session) {
  if (input.fault) {
    complain_about_file(label_of(input), *input.fault, session);
    return std::nullopt;
  }
  if (input.kind == PortfolioInput::Kind::Line) return read_line(input, session);
  const auto file = session.sources.add(fmt::format("{} (from line {})", input.name, input.line), input.bytes);
  return yaml::parse(session.sources, file, session.diagnostics);
}

/// A row cuts long names.
bool names(std::string_view written, std::string_view whole_name) {
  constexpr std::string_view cut = "…";
  return written == whole_name ||
         (written.ends_with(cut) && whole_name.starts_with(written.substr(0, written.size() - cut.size())));
}

bool has_key(const yaml::Node& node, std::string_view key) { return node.is_mapping() && node.find(key).has_value(); }

}  // namespace

Judged ClientJudge::judge(const PortfolioInput& input) const {
  Session session;
  session.color = in_color_;
  Judged judged;
  judged.from = label_of(input);
  auto row = input.kind == PortfolioInput::Kind::Path ? judge_folder(input, session, judged)
                                                      : judge_document(input, session, judged);
  judged.complaints = session.diagnostics.tell(session.color);
  if (!session.diagnostics.has_errors()) judged.row = std::move(row);
  if (!judged.row) judged.assessment.clear();
  if (input.kind == PortfolioInput::Kind::Path) look_for_targets(session, judged);
  return judged;
}

void ClientJudge::look_for_targets(const Session& session, Judged& judged) const {
  for (const auto& target : settings_.targets)
    if (target.file && has_read(session, *target.file)) judged.targets_read.push_back(*target.file);
}

std::optional<ClientRow> ClientJudge::judge_folder(const PortfolioInput& input, Session& session,
                                                   Judged& judged) const {
  auto client = load_client(input.name, context(), session);
  if (client) add_from_provider(settings_, context(), *client, session);
  if (!client || session.diagnostics.has_errors()) return std::nullopt;
  auto row = assess_client(client->inventory, session, judged);
  if (row && client->is_whole_folder) find_since(client->folder, client->inventory.client, *row, session);
  return row;
}

std::optional<ClientRow> ClientJudge::judge_document(const PortfolioInput& input, Session& session,
                                                     Judged& judged) const {
  const auto tree = read_document(input, session);
  if (!tree) return std::nullopt;
  const yaml::Node root{*tree, session.diagnostics};
  if (has_key(root, "candor_unread")) {
    judged.is_unread = true;
    judged.from = read_unread(*tree, session.diagnostics);
    root.error("unread-client", fmt::format("{} could not be read when this was written", quoted(judged.from)),
               "mend what was complained about then");
    return std::nullopt;
  }
  if (only_rows_ || has_key(root, "candor_row")) return take_row(*tree, session);
  Inventory inventory;
  if (has_key(root, "candor_pack")) {
    const auto inputs = root.required("inputs");
    if (inputs) inventory = inventory_of(read_inputs(*inputs), context(), session.diagnostics);
  } else {
    inventory = read_inventory(*tree, context(), session.diagnostics);
  }
  if (session.diagnostics.has_errors()) return std::nullopt;
  return assess_client(inventory, session, judged);
}

std::optional<ClientRow> ClientJudge::take_row(const yaml::Tree& tree, Session& session) const {
  auto row = read_row(tree, session.diagnostics);
  if (!row) return std::nullopt;
  const auto& profile = standard_.profile;
  const bool is_named = names(row->profile, profile.id) && names(row->version, profile.version);
  if (is_named && row->outcomes.size() == profile.controls.size() && row->verdict == verdict_of(*row, profile))
    return row;
  if (is_named) {
    session.diagnostics.error({tree.file, 1, 1}, "bad-value",
                              "this row does not hold together: its letters and its verdict",
                              "score that client again");
    return std::nullopt;
  }
  session.diagnostics.error({tree.file, 1, 1}, "other-standard",
                            fmt::format("this row was made with `{}` {}, and what is put together here with `{}` {}",
                                        row->profile, row->version, profile.id, profile.version),
                            "name the same standard with -p, or score that client again");
  return std::nullopt;
}

std::optional<ClientRow> ClientJudge::assess_client(const Inventory& inventory, const Session& session,
                                                    Judged& judged) const {
  if (!with_assessments_) return judge_row(standard_.catalog, standard_.profile, inventory, settings_.as_of);
  const auto assessment = assess(standard_.catalog, standard_.profile, inventory, settings_.as_of);
  const auto report = compose(assessment, Audience::Owner, {});
  const auto format = std::ranges::find(exporters(), std::string_view{"ndjson"}, &Exporter::name);
  judged.assessment = format->write(report, session.sources).value_or("");
  return row_of(assessment);
}

/// Back through the client's history, as long as the verdict was the same.
void ClientJudge::find_since(const std::string& folder, const Client& client, ClientRow& row, Session& session) const {
  Session past;
  const auto warn = [&](const std::string& path) {
    session.diagnostics.warning({session.sources.add(path, {}), 0, 0}, "unread-record",
                                "this record cannot be read, so nobody knows since when the client stands so",
                                "`candor history` says what is wrong with it");
  };
  const auto files = recorded_files(folder, standard_.profile.id, past);
  if (past.diagnostics.has_errors()) return warn(join(folder, "history"));
  for (auto file = files.rbegin(); file != files.rend(); ++file) {
    if (file->as_of > settings_.as_of) continue;
    const auto entry = load_result(*file, past);
    if (!entry) return warn(file->path);
    if (!is_of_client(entry->result, client)) return;
    if (entry->result.profile != standard_.profile.id) continue;
    if (entry->result.verdict != row.verdict) return;
    row.since = entry->result.as_of;
  }
}

}  // namespace candor::app
