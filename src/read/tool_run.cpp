#include "tool_run.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "choice.hpp"
#include "day.hpp"
#include "value.hpp"
#include "word.hpp"

namespace candor {
namespace {

constexpr std::array<std::string_view, 9> from_keys{"tool",  "program", "version",  "date", "scope",
                                                    "files", "sha256",  "not_seen", "file"};
constexpr std::array<std::string_view, 2> file_keys{"file", "sha256"};
constexpr std::array<std::string_view, 7> statement_keys{"fact", "part", "is", "kind", "date", "where", "note"};
constexpr std::array<Named<Kind>, 2> kinds{{{"export", Kind::Export}, {"test", Kind::Test}}};

void read_statement(const yaml::Node& node, const From& from, const Reading& reading) {
  if (!node.allow_only(statement_keys)) return;
  const auto subject = node.required("fact");
  const auto is = node.required("is");
  const auto kind = node.required("kind");
  Statement statement;
  statement.origin = Origin::Evidence;
  statement.by = from.run.program;
  statement.sha256 = from.sha256;
  statement.part = read_text(node, "part", "the name of a part");
  statement.date = require_past_day(node, "date", reading.context);
  statement.where = read_text(node, "where");
  statement.note = read_text(node, "note");
  if (kind) statement.kind = read_named<Kind>(*kind, kinds, "a kind of evidence").value_or(Kind::Export);
  if (!subject || !is) return;
  const auto facts = read_fact_or_area(*subject, reading.context);
  if (facts.empty()) return;
  if (!reading.context.catalog.find(subject->raw()))
    return subject->error("unknown-fact", quoted(subject->raw()) + " is an area, and a tool shows one fact");
  auto value = parse_value(*is, reading.context.catalog.facts[facts.front()], reading.context.latest);
  if (!value) return;
  const auto& fact = reading.context.catalog.facts[facts.front()];
  if (kind && statement.kind == Kind::Test && !fact.test_by_hand)
    kind->error("proof-kind", fmt::format("`{}` cannot be tested", fact.address),
                "a tool's report of it is an `export`");
  reading.add(statement, facts.front(), std::move(*value), *is);
}

}  // namespace

From read_from(const yaml::Node& node, const ReadContext& context) {
  From from;
  if (!node.allow_only(from_keys)) return from;
  const bool has_tool = node.required("tool").has_value();
  auto& run = from.run;
  run.place = node.place();
  run.program = read_text(node, "program", "the name of a program");
  if (run.program.empty() && has_tool) run.program = read_text(node, "tool", "what it was imported as");
  run.version = read_text(node, "version", "a version");
  run.scope = read_text(node, "scope");
  if (const auto date = find_past_day(node, "date", context)) run.date = *date;
  if (node.find("file")) run.files.push_back(read_text(node, "file", "the name of the file that was imported"));
  from.sha256 = read_sha256(node);
  if (const auto files = node.find("files")) {
    for (const auto& item : files->items("the files that were imported")) {
      if (!item.allow_only(file_keys)) continue;
      if (item.required("file")) run.files.push_back(read_text(item, "file", "the name of a file"));
      (void)read_sha256(item);
    }
  }
  if (const auto not_seen = node.find("not_seen"))
    for (const auto& item : not_seen->items("what the tool could not see")) run.not_seen.emplace_back(item.text());
  return from;
}

void read_statements(const yaml::Node& node, const From& from, const Reading& reading) {
  for (const auto& item : node.items("a list of what the tool shows")) read_statement(item, from, reading);
}

}  // namespace candor
