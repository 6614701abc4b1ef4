#include <numeric>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "candor/read/portfolio.hpp"
#include "under.hpp"

namespace candor {
namespace {

constexpr std::int64_t row_format = 1;
constexpr std::string_view letters = "Mmpxu-";

}  // namespace

std::string read_unread(const yaml::Tree& tree, Diagnostics& diagnostics) {
  return text_under(yaml::Node{tree, diagnostics}, "candor_unread");
}

std::optional<ClientRow> read_row(const yaml::Tree& tree, Diagnostics& diagnostics) {
  const yaml::Node node{tree, diagnostics};
  if (!node.is_mapping() || !node.find("candor_row")) {
    node.error("no-row", "this is no row of a portfolio", "`candor portfolio -f row` writes rows, one a line");
    return std::nullopt;
  }
  if (number_under(node, "candor_row", 1, 1'000'000) > row_format) {
    node.error("newer-format", "this row was written by a newer candor", "use that one to read it");
    return std::nullopt;
  }
  const auto faults = diagnostics.all().size();
  ClientRow row;
  row.client = text_under(node, "client");
  row.name = text_under(node, "name");
  row.provider = text_if_said(node, "provider");
  row.sector = text_if_said(node, "sector");
  row.country = text_if_said(node, "country");
  row.profile = text_under(node, "profile");
  row.version = text_under(node, "version");
  row.as_of = day_under(node, "as_of");
  row.verdict = verdict_under(node);
  row.since = day_if_said(node, "since");
  if (row.since && *row.since > row.as_of)
    node.error("bad-value", "this row says since when, and that is after its own day");
  const auto points_node = node.required("points");
  row.is_scored = points_node && !(points_node->raw() == "null" && !points_node->is_quoted());
  const auto before = diagnostics.all().size();
  if (row.is_scored) {
    const auto points = numbers_under<int, 3>(node, "points", 100);
    row.proved = points[0];
    row.claimed = points[1];
    row.at_best = points[2];
    if (diagnostics.all().size() == before && (row.proved > row.claimed || row.claimed > row.at_best))
      node.error("bad-value", "the points of this row are not in order: proved, claimed, at best");
  }
  row.outcomes = text_under(node, "controls");
  if (row.outcomes.find_first_not_of(letters) != std::string::npos)
    node.error("bad-value", fmt::format("{} holds a letter that stands for no outcome", quoted(row.outcomes)));
  row.lost = numbers_under<int, actor_count>(node, "lost", 100);
  const auto soon = numbers_under<int, 2>(node, "soon", 1'000'000);
  row.declines_soon = soon[0];
  row.proofs_soon = soon[1];
  row.next = day_if_said(node, "next");
  const auto lost = std::accumulate(row.lost.begin(), row.lost.end(), 0);
  if (diagnostics.all().size() == before && lost != (row.is_scored ? 100 - row.claimed : 0))
    node.error("bad-value", "what this row says is lost does not add up to what is not claimed");
  if (diagnostics.all().size() == before && row.next.has_value() != (row.declines_soon + row.proofs_soon > 0))
    node.error("bad-value", "this row names a day on which nothing runs out, or none where something does");
  if (diagnostics.all().size() > faults) return std::nullopt;
  return row;
}

}  // namespace candor
